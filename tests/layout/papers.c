#include "papers.h"

#include "base/picture.h"
#include "page/page.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- What there is ----------------------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool open_styles(struct shelf *shelf, const char *source)
{
    kin_arena *arena = shelf->ctx->arena;
    const char *folder = kin_format(arena, "%s/templates/styles", source), *names[STYLES_MAX];
    DIR *files = opendir(folder);
    size_t count = 0;
    for (struct dirent *file; files && count < STYLES_MAX && (file = readdir(files));) {
        if (strstr(file->d_name, ".xml")) {
            names[count++] = kin_format(arena, "%s/%s", folder, file->d_name);
        }
    }
    if (files) {
        closedir(files);
    }
    qsort(names, count, sizeof *names, by_name);
    for (size_t i = 0; i < count; i++) {
        struct kin_paper_style *style = kin_paper_style_load(arena, &shelf->ctx->diags, names[i]);
        struct kin_set set = {.style = style};
        shelf->styles[i] = style;
        shelf->types[i] = style ? kin_type_open(&shelf->ctx->diags, kin_page_fonts(&set), NULL) : NULL;
        if (!shelf->types[i]) {
            return false;
        }
        shelf->style_count++;
    }
    return count > 0;
}

static void find_templates(struct shelf *shelf)
{
    const struct kin_library *library = shelf->ctx->library;
    for (size_t b = 0; b < library->bank_count; b++) {
        for (size_t t = 0; t < library->banks[b]->count; t++) {
            const struct kin_template *template = library->banks[b]->templates[t];
            if (template->variant_count == 0) {
                KIN_PUSH(shelf->ctx->arena, shelf->templates, shelf->template_count, shelf->template_room) = template;
            }
        }
    }
}

bool shelf_open(struct shelf *shelf, const char *source)
{
    *shelf = (struct shelf){.ctx = kin_ctx_new(source)};
    char *banks = shelf->ctx ? kin_format(shelf->ctx->arena, "%s/item-banks", source) : NULL;
    if (!banks || kin_ctx_load_bank(shelf->ctx, banks) != KIN_OK || !open_styles(shelf, source)) {
        fputs(shelf->ctx ? kin_ctx_messages(shelf->ctx) : "no context\n", stderr);
        return false;
    }
    find_templates(shelf);
    return shelf->template_count > 0;
}

void shelf_close(struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->style_count; i++) {
        kin_type_free(shelf->types[i]);
    }
    kin_ctx_free(shelf->ctx);
}

/* ---- Assessments ------------------------------------------------------------------------------------------------- */

static const char *one_of(struct kin_pcg *pcg, const char *const *words, uint32_t count)
{
    return words[kin_pcg_below(pcg, count)];
}

static void write_section(struct shelf *shelf, struct kin_pcg *pcg, struct kin_buf *buf, int number, uint32_t lines)
{
    static const char *const rules[] = {"", " calculator=\"no\"", " calculator=\"yes\"", " page=\"new\""};
    kin_buf_addf(buf, "<section heading=\"Part %d\"%s>", number, one_of(pcg, rules, 4));
    for (uint32_t i = 0; i < lines; i++) {
        const struct kin_template *template = shelf->templates[kin_pcg_below(pcg, (uint32_t)shelf->template_count)];
        kin_buf_addf(buf, "<items count=\"%u\" level=\"%d\" standard=\"%s\"/>", 1 + kin_pcg_below(pcg, 3),
                     template->level, template->standard);
    }
    kin_buf_add(buf, "</section>");
}

/* Mostly a page or a few; now and then a single question, or some forty. */
char *paper_of_many(struct shelf *shelf, struct kin_pcg *pcg)
{
    static const char *const spaces[] = {"tight", "normal", "generous"}, *const answers[] = {"yes", "no"};
    static const char *const ends[] = {"", "<reflection lines=\"2\"/>"};
    static const char *const sheets[] = {"", "", "<sheet><p>Area of a triangle: <m>A = b*h/2</m></p></sheet>"};
    struct kin_buf buf = kin_buf_in(shelf->ctx->arena);
    uint32_t size = kin_pcg_below(pcg, 20);
    kin_buf_addf(&buf,
                 "<assessment xmlns=\"urn:formkin:assessment:1\" id=\"paper\" title=\"A paper of many kinds\" "
                 "minutes=\"20\" objectives=\"%s\" space=\"%s\"><directions><p>Show your work.</p></directions>%s",
                 one_of(pcg, answers, 2), one_of(pcg, spaces, 3), one_of(pcg, sheets, 3));
    int sections = size == 0 ? 1 : size == 1 ? 4 : 1 + (int)kin_pcg_below(pcg, 3);
    for (int i = 1; i <= sections; i++) {
        write_section(shelf, pcg, &buf, i, size == 0 ? 1 : size == 1 ? 5 : 1 + kin_pcg_below(pcg, 5));
    }
    kin_buf_addf(&buf, "%s</assessment>", one_of(pcg, ends, 2));
    return buf.data;
}

char *paper_of_one(struct shelf *shelf, const struct kin_template *template)
{
    return kin_format(shelf->ctx->arena,
                      "<assessment xmlns=\"urn:formkin:assessment:1\" id=\"paper\" title=\"%s\"><section>"
                      "<items template=\"%s\"/></section></assessment>",
                      template->id, template->id);
}

/* In every second paper Spanish, where a template speaks it. */
struct kin_set *paper_draw(struct shelf *shelf, kin_arena *arena, char *text, uint64_t seed, struct kin_pcg *pcg,
                           bool *sound)
{
    static const char *const letters[] = {"A", "B"}, *const papers[] = {"letter", "a4"},
                             *const languages[] = {NULL, "es"};
    struct kin_diags quiet = kin_diags_in(arena);
    struct kin_source source = {.path = "paper.xml", .bytes = text, .length = strlen(text), .quotable = true};
    struct kin_blueprint *blueprint = kin_blueprint_read(arena, &quiet, &source, NULL);
    struct kin_request request = {.blueprint = blueprint,
                                  .letters = letters,
                                  .letter_count = FORMS,
                                  .seed = {.number = seed},
                                  .paper = one_of(pcg, papers, 2),
                                  .language = one_of(pcg, languages, 2)};
    *sound = blueprint != NULL;
    if (!blueprint) {
        printf("%s\n%s\n", text, quiet.count ? quiet.items[0].message : "");
    }
    return blueprint ? kin_set_make(arena, &quiet, shelf->ctx->library, &request) : NULL;
}

/* ---- Dress ------------------------------------------------------------------------------------------------------- */

/* One gray pixel. */
static const unsigned char pixel[] = {
    0x89, 'P',  'N',  'G',  0x0d, 0x0a, 0x1a, 0x0a, 0,    0,    0,    0x0d, 'I',  'H',  'D',  'R',  0,
    0,    0,    1,    0,    0,    0,    1,    8,    0,    0,    0,    0,    0x3a, 0x7e, 0x9b, 0x55, 0,
    0,    0,    0x0a, 'I',  'D',  'A',  'T',  0x78, 0x9c, 0x63, 0x68, 0,    0,    0,    0x82, 0,    0x81,
    0x77, 0xcd, 0x72, 0xb6, 0,    0,    0,    0,    'I',  'E',  'N',  'D',  0xae, 0x42, 0x60, 0x82};

static const char *sign_of(kin_arena *arena, uint32_t kind)
{
    static const char banner[] = "M 0 0 L 300 0 L 300 40 Z F 0.2";
    return kind == 0   ? NULL
           : kind == 1 ? kin_picture_of_drawing(arena, 300, 40, banner)
                       : kin_picture_of_png(arena, pixel, sizeof pixel);
}

struct dress dress_of(kin_arena *arena, const struct kin_paper_style *style, struct kin_pcg *pcg)
{
    static const char *const schools[] = {
        NULL, "Lake School",
        "Escuela Secundaria Bilingüe de Ciencias, Matemáticas e Ingeniería Dra. Evangelina Villegas Moreno de San Luis "
        "Río Colorado, Departamento de Matemáticas"};
    static const char *const titles[] = {
        NULL, NULL,
        "Rational numbers, proportional relationships, equations, inequalities and the volume of prisms: a second try"};
    static const char *const students[] = {
        NULL, "Mai Nguyễn", "Wolfeschlegelsteinhausenbergerdorff-Venkatanarasimharajuvaripeta, Maria Guadalupe Ximena"};
    struct dress dress = {.style = *style, .title = one_of(pcg, titles, 3), .student = one_of(pcg, students, 3)};
    dress.teacher = kin_pcg_below(pcg, 4) == 0;
    dress.student = dress.teacher ? NULL : dress.student; /* a teacher's copy is nobody's */
    dress.style.school = one_of(pcg, schools, 3);
    dress.style.logo = sign_of(arena, kin_pcg_below(pcg, 3));
    dress.style.duplex = style->duplex || kin_pcg_below(pcg, 2);
    dress.style.fields_above = style->fields_above || kin_pcg_below(pcg, 4) == 0;
    dress.style.asks_class = style->asks_class || kin_pcg_below(pcg, 2);
    dress.style.tagged = style->tagged || kin_pcg_below(pcg, 16) == 0;
    return dress;
}

struct kin_set *paper_dressed(kin_arena *arena, const struct kin_set *set, const struct dress *dress)
{
    struct kin_set *copy = kin_copy_bytes(arena, set, sizeof *set);
    copy->style = &dress->style;
    copy->title = dress->title ? dress->title : set->title;
    copy->slots = kin_copy_bytes(arena, set->slots, sizeof *set->slots * set->slot_count);
    for (size_t i = 0; i < set->slot_count; i++) {
        copy->slots[i].geometry = (struct kin_geometry){0};
    }
    return copy;
}
