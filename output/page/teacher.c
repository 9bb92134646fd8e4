/* Forms for teachers: with the answers written in, and strips of answers to lay beside a form. */
#include "page/finish.h"
#include "page/page.h"
#include "page/sheets.h"

#include <string.h>

static struct kin_layout teacher_layout(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                        const struct kin_set *set)
{
    struct kin_layout layout = kin_layout_of_forms(type, arena, diags, set);
    layout.edition = KIN_FOR_TEACHERS;
    layout.styles[KIN_STYLE_BODY].layer = KIN_LAYER_KEY; /* figures are completed */
    return layout;
}

static struct kin_sheets begin(const struct kin_layout *layout, const char *words)
{
    const char *title = kin_format(layout->arena, "%s: %s", layout->set->title, words);
    return kin_sheets_begin(layout, title, words);
}

/* So that no copy gets among those for students. */
static void put_warning(const struct kin_layout *layout, struct kin_ops *ops)
{
    double width = kin_words_width(layout, layout->words->hand_out, KIN_STYLE_LABEL);
    double y = layout->paper->top / 2 + 4;
    kin_words_put(layout, ops, layout->words->hand_out, KIN_STYLE_LABEL, (layout->paper->width - width) / 2, y);
}

struct kin_document *kin_page_teacher(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                      const struct kin_set *set)
{
    struct kin_layout layout = teacher_layout(type, arena, diags, set);
    struct kin_document *all = begin(&layout, layout.words->teacher_edition).document;
    for (size_t f = 0; f < set->form_count; f++) {
        const struct kin_document *form = kin_form_pages(&layout, &set->forms[f]);
        for (size_t i = 0; i < form->count; i++) {
            put_warning(&layout, &form->pages[i]->ops);
            kin_document_add(arena, all, form->pages[i]);
        }
    }
    return kin_sheets_finish(&layout, all);
}

/* ---- Strips ----------------------------------------------------------------------------------------------------- */

static const double strip_width = 138, edge = 30, label_room = 24;

struct strips {
    struct kin_sheets *sheets;
    size_t across, next; /* strips on a sheet; of the one that comes next, its place */
};

/* Answers of a page, found by their tags. */
struct answer {
    const char *name;
    struct kin_op *first; /* what the tag holds */
    double y, width;
};

struct answers {
    struct answer *items;
    size_t count, room;
};

static void gather(kin_arena *arena, struct kin_op *op, double y, struct answers *answers)
{
    for (; op; op = op->next) {
        double inner = op->kind == KIN_OP_GROUP ? y + op->y : y;
        if (op->kind == KIN_OP_TAG && strcmp(op->role, "Answer") == 0 && op->kids) {
            KIN_PUSH(arena, answers->items, answers->count, answers->room) =
                (struct answer){op->alternative, op->kids->kids, y + op->kids->y, op->width};
        } else {
            gather(arena, op->kids, inner, answers);
        }
    }
}

/* Where strips are cut. */
static void put_cut(const struct kin_layout *layout, struct kin_ops *ops, double x)
{
    struct kin_ink ink = {.gray = KIN_GRAY_FRAME, .stroke_width = 0.6, .dash = {4, 4}};
    kin_line(ops, x, kin_true(layout, edge), x, layout->paper->height - kin_true(layout, edge), ink);
}

static double strip_x(const struct strips *strips)
{
    const struct kin_layout *layout = strips->sheets->layout;
    double used = (double)strips->across * strip_width;
    return (layout->paper->width - used) / 2 + (double)strips->next * strip_width;
}

static void begin_sheet(struct strips *strips)
{
    const struct kin_layout *layout = strips->sheets->layout;
    kin_sheets_next(strips->sheets);
    for (strips->next = 0; strips->next <= strips->across; strips->next++) {
        put_cut(layout, &strips->sheets->scene->ops, strip_x(strips));
    }
    strips->next = 0;
    put_warning(layout, &strips->sheets->scene->ops);
}

/* What is wider than the strip is made smaller. */
static void put_answer(const struct kin_layout *layout, struct kin_ops *ops, const struct answer *answer, double x)
{
    const double room = strip_width - label_room - 14;
    const struct kin_ops whole = {.arena = layout->arena, .first = answer->first};
    double factor = answer->width > room ? room / answer->width : 1;
    struct kin_ops part = kin_ops_enlarged(layout->arena, &whole, factor);
    kin_words_put(layout, ops, answer->name, KIN_STYLE_POINTS, x, answer->y);
    kin_place(ops, &part, x + label_room, answer->y);
}

/* The answers of one page, at their heights, with the form and page below them. */
static void put_strip(struct strips *strips, const struct kin_form *form, const struct kin_scene *page, int number)
{
    const struct kin_layout *layout = strips->sheets->layout;
    struct answers answers = {0};
    gather(layout->arena, page->ops.first, 0, &answers);
    if (answers.count == 0) {
        return;
    }
    if (!strips->sheets->scene || strips->next == strips->across) {
        begin_sheet(strips);
    }
    struct kin_ops *ops = &strips->sheets->scene->ops;
    double x = strip_x(strips) + 7;
    for (size_t i = 0; i < answers.count; i++) {
        put_answer(layout, ops, &answers.items[i], x);
    }
    const char *foot = kin_format(layout->arena, layout->words->strip_foot, form->letter, number);
    kin_words_put(layout, ops, foot, KIN_STYLE_FOOT, x, layout->paper->height - layout->paper->foot);
    strips->next++;
}

struct kin_document *kin_page_strips(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                     const struct kin_set *set)
{
    struct kin_layout layout = teacher_layout(type, arena, diags, set);
    struct kin_sheets sheets = begin(&layout, layout.words->answer_strips);
    struct strips strips = {.sheets = &sheets};
    strips.across = (size_t)((layout.paper->width - 2 * kin_true(&layout, edge)) / strip_width);
    for (size_t f = 0; f < set->form_count; f++) {
        const struct kin_document *form = kin_form_pages(&layout, &set->forms[f]);
        for (size_t i = 0; i < form->count; i++) {
            put_strip(&strips, &set->forms[f], form->pages[i], (int)i + 1);
        }
    }
    if (sheets.document->count == 0) {
        begin_sheet(&strips);
    }
    return kin_sheets_finish(&layout, sheets.document);
}
