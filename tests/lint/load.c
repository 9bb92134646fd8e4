/* Loads files as banks, assessment templates, paper styles or data folders and prints what was found: lint DATA PATH... */
#include "bank/bank.h"
#include "bank/paper_style.h"
#include "figure/figure.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static bool holds(const char *path, const char *words)
{
    char bytes[65536];
    FILE *file = fopen(path, "rb");
    size_t length = file ? fread(bytes, 1, sizeof bytes - 1, file) : 0;
    if (file) {
        fclose(file);
    }
    bytes[length] = '\0';
    return strstr(bytes, words) != NULL;
}

static bool is_data(const char *path)
{
    struct stat status;
    const char *names[] = {"standards", "misconceptions", "words", "weights"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char below[4096];
        snprintf(below, sizeof below, "%s/%s", path, names[i]);
        if (stat(below, &status) == 0) {
            return true;
        }
    }
    return false;
}

static size_t count_templates(const struct kin_library *library)
{
    size_t count = 0;
    for (size_t i = 0; i < library->bank_count; i++) {
        count += library->banks[i]->count;
    }
    return count;
}

static void load(struct kin_library *library, const char *path)
{
    if (is_data(path)) {
        kin_library_load_data(library, path);
    } else if (holds(path, "<assessment") || strstr(path, "assessment")) {
        kin_blueprint_load(library->arena, library->diags, path);
    } else if (holds(path, "<paper-style") || strstr(path, "style")) {
        kin_paper_style_load(library->arena, library->diags, path);
    } else {
        kin_library_load_banks(library, path);
    }
}

static void print(const struct kin_diags *diags, kin_arena *arena)
{
    for (size_t i = 0; i < diags->count; i++) {
        struct kin_buf buf = kin_buf_in(arena);
        kin_diag_write(&buf, &diags->items[i]);
        fputs(buf.data, stdout);
    }
}

int main(int count, char **arguments)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_library *library = kin_library_new(arena, &diags);
    kin_library_take_figures(library, kin_figure_all());
    if (count > 1 && strcmp(arguments[1], "-") != 0) {
        kin_library_load_data(library, arguments[1]);
    }
    for (int i = 2; i < count; i++) {
        load(library, arguments[i]);
    }
    print(&diags, arena);
    printf("%zu errors, %zu warnings; %zu templates loaded\n", diags.errors, diags.warnings, count_templates(library));
    kin_arena_free(arena);
    return 0;
}
