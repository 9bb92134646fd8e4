/* Any bytes as a bank: load it, survey its templates, and print two forms of the template "t". Bytes that are no bank
 * are read as the other kinds of files that the loader knows. */
#include "figure/figure.h"
#include "layout.h"
#include "target.h"

#include "base/digest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The loader reads files, so the input goes through a folder of this process, which has data for banks to refer to. */
static char folder[1024];

static void store(const char *name, const void *bytes, size_t size)
{
    char path[1200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    if (!file || (size && fwrite(bytes, 1, size, file) != size) || fclose(file) != 0) {
        abort();
    }
}

static void make_folder(const char *name)
{
    char path[1200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (mkdir(path, 0700) != 0) {
        abort();
    }
}

static const struct stored {
    const char *name, *text; /* no text: the name of a folder */
} fixed[] = {
    {"data", NULL},
    {"data/standards", NULL},
    {"data/words", NULL},
    {"data/misconceptions", NULL},
    {"data/standards/f.csv", "code,aliases,grade,type,parent,prerequisites,description,i_can\n"
                             "S.1,,7,standard,,,Solve it.,I can solve it.\nS.2,S2,7,standard,S.1,S.1,,\n"},
    {"data/words/w.xml", "<words xmlns='urn:formkin:words:1' xml:lang='en'><person name='Ada' they='she'/>"
                         "<person name='Bo' they='they'/></words>"},
    {"data/misconceptions/m.xml", "<misconceptions xmlns='urn:formkin:misconceptions:1' xml:lang='en'>"
                                  "<misconception id='m'>stopped early</misconception></misconceptions>"},
    {"q.xml", "<assessment xmlns='urn:formkin:assessment:1' id='q' title='Q' minutes='5' objectives='yes'><section>"
              "<items template='t'/></section></assessment>"},
    {"try", NULL},
    {"try/standards", NULL},
    {"try/words", NULL},
    {"try/misconceptions", NULL},
};
enum { FIXED_COUNT = sizeof fixed / sizeof *fixed };

/* Where the input is stored, to be read as each kind of file. */
static const char *const inputs[] = {"input.xml", "try/standards/i.csv", "try/words/i.xml", "try/misconceptions/i.xml"};
enum { INPUT_COUNT = sizeof inputs / sizeof *inputs };

static void remove_all(void)
{
    char path[1200];
    for (int i = INPUT_COUNT + FIXED_COUNT; i-- > 0;) {
        snprintf(path, sizeof path, "%s/%s", folder, i < FIXED_COUNT ? fixed[i].name : inputs[i - FIXED_COUNT]);
        remove(path);
    }
    remove(folder);
}

static void begin(void)
{
    const char *temporary = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/kin-fuzz-XXXXXX", temporary ? temporary : "/tmp");
    if (kin_digest_start() != 0 || !mkdtemp(folder) || atexit(remove_all) != 0) {
        abort();
    }
    for (size_t i = 0; i < FIXED_COUNT; i++) {
        if (fixed[i].text) {
            store(fixed[i].name, fixed[i].text, strlen(fixed[i].text));
        } else {
            make_folder(fixed[i].name);
        }
    }
}

static const char *path_of(kin_arena *arena, const char *name)
{
    return kin_format(arena, "%s/%s", folder, name);
}

static void draw_some(kin_arena *arena, const struct kin_library *library)
{
    for (size_t b = 0; b < library->bank_count; b++) {
        for (size_t t = 0; t < library->banks[b]->count && t < 4; t++) {
            struct kin_survey survey;
            kin_draw_survey(arena, library->diags, library->banks[b]->templates[t], 5, &survey);
        }
    }
}

static void print_two(kin_arena *arena, const struct kin_library *library)
{
    static const char *const letters[] = {"A", "B"};
    struct kin_request request = {.letters = letters, .letter_count = 2, .seed = {.number = 1}};
    request.blueprint = kin_blueprint_load(arena, library->diags, path_of(arena, "q.xml"));
    struct kin_set *set = kin_set_make(arena, library->diags, library, &request);
    if (set) {
        lay_out(arena, library->diags, set);
    }
}

static void read_bank(kin_arena *arena, struct kin_library *library)
{
    kin_library_load_data(library, path_of(arena, "data"));
    kin_library_load_banks(library, path_of(arena, inputs[0]));
    draw_some(arena, library);
    if (kin_template_find(library, "t")) {
        print_two(arena, library);
    }
}

static void read_others(kin_arena *arena, struct kin_library *library, const uint8_t *data, size_t size)
{
    for (size_t i = 1; i < INPUT_COUNT; i++) {
        store(inputs[i], data, size);
    }
    kin_library_load_data(library, path_of(arena, "try"));
    kin_blueprint_load(arena, library->diags, path_of(arena, inputs[0]));
    for (size_t i = 0; i < library->framework_count; i++) {
        kin_standard_find(library->frameworks[i], "S2");
        const char *codes[3];
        kin_standard_nearest(library->frameworks[i], arena, "S.12", codes, 3);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!folder[0]) {
        begin();
    }
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_library *library = kin_library_new(arena, &diags);
    kin_library_take_figures(library, kin_figure_all());
    store(inputs[0], data, size);
    if (memmem(data, size, "<item-bank", 10)) {
        read_bank(arena, library);
    } else {
        read_others(arena, library, data, size);
    }
    kin_arena_free(arena);
    return 0;
}
