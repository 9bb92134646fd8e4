/* Random assessments in all paper styles lie well on their pages: sweep SOURCE ROUNDS [FIRST]
 *
 * Each round draws an assessment of its own from all shipped banks (standards, levels, number of items, sections, work
 * space, paper) and lays out its forms A and B in one style after the other. Every operation of the scenes is looked at
 * (faults.c), and both forms turn their pages together. */
#include "faults.h"

#include "draw/drawing.h"
#include "form/set.h"
#include "job/context.h"
#include "page/finish.h"
#include "page/page.h"
#include "random/pcg.h"
#include "type/typesetter.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STYLES_MAX = 32, FORMS = 2 };

struct sweep {
    const char *source;
    struct kin_ctx *ctx;
    struct kin_paper_style *styles[STYLES_MAX];
    size_t style_count;
    struct kin_typesetter *types[STYLES_MAX]; /* one a style, opened once */
    const struct kin_template **templates;
    size_t template_count, template_room;
    size_t papers, refused, faults;
    size_t too_large; /* papers that were refused in one style */
    size_t moved;     /* papers that said that they turn their pages otherwise */
};

/* ---- What there is ----------------------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool open_styles(struct sweep *sweep)
{
    kin_arena *arena = sweep->ctx->arena;
    const char *folder = kin_format(arena, "%s/templates/styles", sweep->source), *names[STYLES_MAX];
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
        struct kin_paper_style *style = kin_paper_style_load(arena, &sweep->ctx->diags, names[i]);
        struct kin_set set = {.style = style};
        sweep->styles[i] = style;
        sweep->types[i] = style ? kin_type_open(&sweep->ctx->diags, kin_page_fonts(&set), NULL) : NULL;
        if (!sweep->types[i]) {
            return false;
        }
        sweep->style_count++;
    }
    return count > 0;
}

static void find_templates(struct sweep *sweep)
{
    const struct kin_library *library = sweep->ctx->library;
    for (size_t b = 0; b < library->bank_count; b++) {
        for (size_t t = 0; t < library->banks[b]->count; t++) {
            const struct kin_template *template = library->banks[b]->templates[t];
            if (template->variant_count == 0) {
                KIN_PUSH(sweep->ctx->arena, sweep->templates, sweep->template_count, sweep->template_room) = template;
            }
        }
    }
}

/* ---- An assessment ------------------------------------------------------------------------------------------------
 */

static const char *one_of(struct kin_pcg *pcg, const char *const *words, uint32_t count)
{
    return words[kin_pcg_below(pcg, count)];
}

static void write_section(struct sweep *sweep, struct kin_pcg *pcg, struct kin_buf *buf, int number)
{
    static const char *const rules[] = {"", " calculator=\"no\"", " calculator=\"yes\"", " page=\"new\""};
    kin_buf_addf(buf, "<section heading=\"Part %d\"%s>", number, one_of(pcg, rules, 4));
    uint32_t lines = 1 + kin_pcg_below(pcg, 5);
    for (uint32_t i = 0; i < lines; i++) {
        const struct kin_template *template = sweep->templates[kin_pcg_below(pcg, (uint32_t)sweep->template_count)];
        kin_buf_addf(buf, "<items count=\"%u\" level=\"%d\" standard=\"%s\"/>", 1 + kin_pcg_below(pcg, 3),
                     template->level, template->standard);
    }
    kin_buf_add(buf, "</section>");
}

static char *assessment_text(struct sweep *sweep, struct kin_pcg *pcg)
{
    static const char *const spaces[] = {"tight", "normal", "generous"}, *const answers[] = {"yes", "no"};
    static const char *const ends[] = {"", "<reflection lines=\"2\"/>"};
    static const char *const sheets[] = {"", "", "<sheet><p>Area of a triangle: <m>A = b*h/2</m></p></sheet>"};
    struct kin_buf buf = kin_buf_in(sweep->ctx->arena);
    kin_buf_addf(&buf,
                 "<assessment xmlns=\"urn:formkin:assessment:1\" id=\"paper\" title=\"A paper of many kinds\" "
                 "minutes=\"20\" objectives=\"%s\" space=\"%s\"><directions><p>Show your work.</p></directions>%s",
                 one_of(pcg, answers, 2), one_of(pcg, spaces, 3), one_of(pcg, sheets, 3));
    int sections = 1 + (int)kin_pcg_below(pcg, 3);
    for (int i = 1; i <= sections; i++) {
        write_section(sweep, pcg, &buf, i);
    }
    kin_buf_addf(&buf, "%s</assessment>", one_of(pcg, ends, 2));
    return buf.data;
}

/* Banks may have too few instances for what a round asks. */
static struct kin_set *draw_set(struct sweep *sweep, struct kin_pcg *pcg, kin_arena *arena, uint64_t round)
{
    static const char *const letters[] = {"A", "B"}, *const papers[] = {"letter", "a4"};
    struct kin_diags quiet = kin_diags_in(arena);
    char *text = assessment_text(sweep, pcg);
    struct kin_source source = {.path = "paper.xml", .bytes = text, .length = strlen(text), .quotable = true};
    struct kin_blueprint *blueprint = kin_blueprint_read(arena, &quiet, &source, NULL);
    struct kin_request request = {.blueprint = blueprint,
                                  .letters = letters,
                                  .letter_count = FORMS,
                                  .seed = {.number = round},
                                  .paper = one_of(pcg, papers, 2)};
    struct kin_set *set = blueprint ? kin_set_make(arena, &quiet, sweep->ctx->library, &request) : NULL;
    if (!blueprint) {
        printf("%s\n%s\n", text, quiet.count ? quiet.items[0].message : "");
        sweep->faults++;
    }
    return set;
}

/* ---- Looking -------------------------------------------------------------------------------------------------------
 */

/* The same questions in another style. */
static struct kin_set *in_style(kin_arena *arena, const struct kin_set *set, const struct kin_paper_style *style)
{
    struct kin_set *copy = kin_copy_bytes(arena, set, sizeof *set);
    copy->style = style;
    copy->slots = kin_copy_bytes(arena, set->slots, sizeof *set->slots * set->slot_count);
    for (size_t i = 0; i < set->slot_count; i++) {
        copy->slots[i].geometry = (struct kin_geometry){0};
    }
    return copy;
}

/* An item is broken only when it was said that it is taller than a page. */
static bool was_said(const struct kin_diags *diags, enum kin_diag_id id)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].id == id) {
            return true;
        }
    }
    return false;
}

static bool is_whole(const struct kin_set *set, const struct kin_diags *diags, size_t pieces)
{
    size_t whole = (set->slot_count + (set->reflection.count > 0)) * (set->style->half ? 2 : 1);
    return pieces == whole || (pieces > whole && was_said(diags, KIN_W641));
}

/* What is too large for a style is refused with the reason, and nothing is printed. */
static bool is_refused(const struct kin_diags *diags)
{
    return was_said(diags, KIN_E642) || was_said(diags, KIN_E643) || was_said(diags, KIN_E645);
}

static void complain(struct sweep *sweep, const struct kin_diags *diags, const char *where)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (diags->items[i].severity == KIN_ERROR) {
            printf("%s: %s\n", where, diags->items[i].message);
            sweep->faults++;
        }
    }
}

static bool same_pages(const struct kin_paging *a, const struct kin_paging *b, size_t count)
{
    bool same = a->pages == b->pages;
    for (size_t i = 0; i < count; i++) {
        same = same && a->items[i].page == b->items[i].page;
    }
    return same;
}

/* Teachers' copies stand one behind the other. */
static void look_at_written(struct sweep *sweep, const struct kin_layout *layout, struct kin_document **students,
                            const char *where)
{
    const struct kin_set *set = layout->set;
    struct kin_document *teacher = kin_page_teacher(layout->type, layout->arena, layout->diags, set);
    size_t first = 0;
    for (size_t f = 0; f < FORMS; f++) {
        const char *form = kin_format(layout->arena, "%s, form %s", where, set->forms[f].letter);
        sweep->faults += faults_written(layout, students[f], teacher, first, form);
        first += students[f]->count;
    }
    if (first != teacher->count) {
        printf("%s: the teacher's copy has %zu pages instead of %zu\n", where, teacher->count, first);
        sweep->faults++;
    }
}

static void look_at_forms(struct sweep *sweep, const struct kin_layout *layout, const char *where)
{
    const struct kin_set *set = layout->set;
    struct kin_diags *diags = layout->diags;
    struct kin_document *documents[FORMS];
    struct kin_paging pagings[FORMS];
    for (size_t f = 0; f < FORMS; f++) {
        struct kin_document *document = kin_page_form(layout->type, layout->arena, diags, set, &set->forms[f]);
        documents[f] = document;
        if (is_refused(diags)) {
            return;
        }
        const char *form = kin_format(layout->arena, "%s, form %s", where, set->forms[f].letter);
        size_t before = faults_seen.items;
        pagings[f] = kin_page_paging(layout->type, layout->arena, diags, set, &set->forms[f]);
        sweep->faults += faults_of(layout, document, form);
        if (!is_whole(set, diags, faults_seen.items - before)) {
            printf("%s: an item is broken, or missing\n", form);
            sweep->faults++;
        }
    }
    look_at_written(sweep, layout, documents, where);
    if (!was_said(diags, KIN_W640) && !was_said(diags, KIN_W6032) &&
        !same_pages(&pagings[0], &pagings[1], set->slot_count)) {
        printf("%s: forms A and B turn their pages differently\n", where);
        sweep->faults++;
    }
}

static void look_at(struct sweep *sweep, struct kin_set *set, size_t style, const char *where)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_typesetter *type = sweep->types[style];
    set = in_style(arena, set, sweep->styles[style]);
    type->diags = &diags;
    if (kin_page_measure(type, arena, &diags, set)) {
        struct kin_layout layout = kin_layout_of_forms(type, arena, &diags, set);
        look_at_forms(sweep, &layout, where);
        sweep->papers += !is_refused(&diags);
    }
    if (is_refused(&diags)) {
        sweep->too_large++;
    } else {
        complain(sweep, &diags, where);
    }
    sweep->moved += was_said(&diags, KIN_W6032);
    kin_arena_free(arena);
}

static void run_round(struct sweep *sweep, uint64_t round)
{
    kin_arena *arena = kin_arena_new();
    struct kin_pcg pcg = kin_pcg_seed(round, 9);
    struct kin_set *set = draw_set(sweep, &pcg, arena, round);
    sweep->refused += !set;
    for (size_t i = 0; set && i < sweep->style_count; i++) {
        look_at(sweep, set, i,
                kin_format(arena, "round %llu, %s, %s", (unsigned long long)round, sweep->styles[i]->id, set->paper));
    }
    kin_arena_free(arena);
}

static bool run(struct sweep *sweep, uint64_t first, uint64_t rounds)
{
    char *banks = kin_format(sweep->ctx->arena, "%s/item-banks", sweep->source);
    if (kin_ctx_load_bank(sweep->ctx, banks) != KIN_OK || !open_styles(sweep)) {
        fputs(kin_ctx_messages(sweep->ctx), stderr);
        return false;
    }
    find_templates(sweep);
    for (uint64_t i = 0; i < rounds; i++) {
        run_round(sweep, first + i);
    }
    printf("%zu papers, %zu pages, %zu items, %zu texts, %zu lines; %zu of %llu assessments refused; "
           "%zu papers too large for their style, %zu turn pages for themselves; %zu faults\n",
           sweep->papers, faults_seen.pages, faults_seen.items, faults_seen.texts, faults_seen.lines, sweep->refused,
           (unsigned long long)rounds, sweep->too_large, sweep->moved, sweep->faults);
    return sweep->faults == 0 && sweep->refused * 2 < rounds && sweep->too_large * 10 < sweep->papers &&
           faults_seen.lines > 0 && faults_seen.texts > 0;
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fputs("usage: sweep SOURCE ROUNDS [FIRST]\n", stderr);
        return 2;
    }
    struct sweep sweep = {.source = arguments[1], .ctx = kin_ctx_new(arguments[1])};
    uint64_t first = count > 3 ? strtoull(arguments[3], NULL, 10) : 0;
    bool fine = sweep.ctx && run(&sweep, first, strtoull(arguments[2], NULL, 10));
    for (size_t i = 0; i < sweep.style_count; i++) {
        kin_type_free(sweep.types[i]);
    }
    kin_ctx_free(sweep.ctx);
    return fine ? 0 : 1;
}
