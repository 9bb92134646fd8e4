/* Forms for teachers: with the answers written in, and strips of answers to lay beside a form. */
#include "page/finish.h"
#include "page/page.h"
#include "page/response.h"
#include "page/sheets.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct kin_sheets begin(const struct kin_layout *layout, const char *words)
{
    const char *title = kin_format(layout->arena, "%s: %s", layout->set->title, words);
    return kin_sheets_begin(layout, title, words);
}

static double warning_baseline(const struct kin_layout *layout)
{
    return layout->paper->top / 2 + 4;
}

/* So that no copy gets among those for students. */
static void put_warning(const struct kin_layout *layout, struct kin_ops *ops)
{
    double width = kin_words_width(layout, layout->words->hand_out, KIN_STYLE_LABEL);
    kin_words_put(layout, ops, layout->words->hand_out, KIN_STYLE_LABEL, (layout->paper->width - width) / 2,
                  warning_baseline(layout));
}

struct kin_document *kin_page_teacher(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                      const struct kin_set *set)
{
    struct kin_layout forms = kin_layout_of_forms(type, arena, diags, set), layout = kin_layout_written(&forms);
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

static const double strip_edge = 7, strip_width = KIN_STRIP_ROOM + 14, edge = 30;

struct strips {
    struct kin_sheets *sheets;
    size_t across, next; /* strips on a sheet; of the one that comes next, its place */
};

/* A row of a marking column, found by its tag: what it holds is drawn down from `top`. */
struct row {
    struct kin_op *first;
    int column; /* of the page */
    double top, width, height;
};

struct rows {
    struct row *items;
    size_t count, room;
};

static int column_at(const struct kin_layout *layout, double x)
{
    const double rounding = 1;
    return (int)((x - layout->paper->side + rounding) / (layout->column + layout->answers + KIN_COLUMN_GUTTER));
}

static void gather(const struct kin_layout *layout, struct kin_op *op, double x, double y, struct rows *rows)
{
    for (; op; op = op->next) {
        bool group = op->kind == KIN_OP_GROUP;
        if (op->kind == KIN_OP_TAG && strcmp(op->role, "Answer") == 0 && op->kids) {
            KIN_PUSH(layout->arena, rows->items, rows->count, rows->room) =
                (struct row){op->kids->kids, column_at(layout, x), y + op->kids->y, op->width, op->height};
        } else {
            gather(layout, op->kids, group ? x + op->x : x, group ? y + op->y : y, rows);
        }
    }
}

static struct rows rows_in(kin_arena *arena, const struct rows *all, int column)
{
    struct rows rows = {0};
    for (size_t i = 0; i < all->count; i++) {
        if (all->items[i].column == column) {
            KIN_PUSH(arena, rows.items, rows.count, rows.room) = all->items[i];
        }
    }
    return rows;
}

static int by_top(const void *a, const void *b)
{
    double first = ((const struct row *)a)->top, second = ((const struct row *)b)->top;
    return (first > second) - (first < second);
}

/* Each row stands beside its answer, lower where the row above reaches down to it, and above the foot line. */
static void spread(struct rows *rows, double bottom)
{
    const double gap = 2;
    if (rows->count > 1) {
        qsort(rows->items, rows->count, sizeof *rows->items, by_top);
    }
    for (size_t i = 1; i < rows->count; i++) {
        rows->items[i].top = fmax(rows->items[i].top, rows->items[i - 1].top + rows->items[i - 1].height + gap);
    }
    for (size_t i = rows->count; i-- > 0;) {
        struct row *row = &rows->items[i];
        row->top = fmin(row->top, bottom - row->height);
        bottom = row->top - gap;
    }
}

/* Where strips are cut. */
static void put_cut(const struct kin_layout *layout, struct kin_ops *ops, double x)
{
    const double below_warning = 12;
    struct kin_ink ink = {.gray = KIN_GRAY_FRAME, .stroke_width = 0.6, .dash = {4, 4}};
    kin_line(ops, x, warning_baseline(layout) + below_warning, x, layout->paper->height - kin_true(layout, edge), ink);
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
static void put_row(const struct kin_layout *layout, struct kin_ops *ops, const struct row *row, double x)
{
    const struct kin_ops whole = {.arena = layout->arena, .first = row->first};
    double factor = row->width > KIN_STRIP_ROOM ? KIN_STRIP_ROOM / row->width : 1;
    struct kin_ops part = kin_ops_enlarged(layout->arena, &whole, factor);
    kin_place(ops, &part, x, row->top);
}

/* The answers of a column, at their heights, with the form and page below them. */
static void put_strip(struct strips *strips, struct rows *rows, const char *foot)
{
    const double above_foot = 12;
    const struct kin_layout *layout = strips->sheets->layout;
    if (!strips->sheets->scene || strips->next == strips->across) {
        begin_sheet(strips);
    }
    struct kin_ops *ops = &strips->sheets->scene->ops;
    double x = strip_x(strips) + strip_edge, foot_line = layout->paper->height - layout->paper->foot;
    spread(rows, foot_line - above_foot);
    for (size_t i = 0; i < rows->count; i++) {
        put_row(layout, ops, &rows->items[i], x);
    }
    kin_words_put(layout, ops, foot, KIN_STYLE_FOOT, x, foot_line);
    strips->next++;
}

static void put_page(struct strips *strips, const struct kin_form *form, const struct kin_scene *page, int number)
{
    const struct kin_layout *layout = strips->sheets->layout;
    const char *foot = kin_format(layout->arena, layout->words->strip_foot, form->letter, number);
    struct rows all = {0};
    gather(layout, page->ops.first, 0, 0, &all);
    for (int column = 0; column < layout->columns; column++) {
        struct rows rows = rows_in(layout->arena, &all, column);
        if (rows.count > 0) {
            put_strip(strips, &rows, foot);
        }
    }
}

struct kin_document *kin_page_strips(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                     const struct kin_set *set)
{
    struct kin_layout layout = kin_layout_of_forms(type, arena, diags, set);
    layout.edition = KIN_FOR_MARKING;
    struct kin_sheets sheets = begin(&layout, layout.words->answer_strips);
    struct strips strips = {.sheets = &sheets};
    strips.across = (size_t)((layout.paper->width - 2 * kin_true(&layout, edge)) / strip_width);
    for (size_t f = 0; f < set->form_count; f++) {
        const struct kin_document *form = kin_form_pages(&layout, &set->forms[f]);
        for (size_t i = 0; i < form->count; i++) {
            put_page(&strips, &set->forms[f], form->pages[i], (int)i + 1);
        }
    }
    if (sheets.document->count == 0) {
        begin_sheet(&strips);
    }
    return kin_sheets_finish(&layout, sheets.document);
}
