#include "type/formula.h"

#include "type/maths.h"
#include "type/words.h"

/* ---- From marks to operations --------------------------------------------------------------------------- */

struct emission {
    const struct mark_list *marks;
    bool *used;
    struct kin_ops *ops;
    double gray;
    const char *text; /* for the first run; "" from then on */
};

static bool same_run(const struct mark *a, const struct mark *b)
{
    return a->face == b->face && a->size == b->size;
}

/* All glyphs of one face and size in one run: their order does not matter, since the formula is one cluster. */
static void run_emit(struct emission *out, const struct mark *model)
{
    struct kin_op *op = kin_op_new(out->ops, KIN_OP_GLYPHS);
    size_t count = 0;
    for (size_t i = 0; i < out->marks->count; i++) {
        count += same_run(&out->marks->items[i], model);
    }
    op->glyphs = KIN_NEW_N(out->ops->arena, struct kin_glyph, count);
    for (size_t i = 0; i < out->marks->count; i++) {
        const struct mark *mark = &out->marks->items[i];
        if (same_run(mark, model)) {
            op->glyphs[op->glyph_count++] = (struct kin_glyph){.id = mark->glyph, .x = mark->x, .y = mark->y};
            out->used[i] = true;
        }
    }
    op->face = model->face;
    op->size_pt = model->size;
    op->ink.gray = out->gray;
    op->text = out->text;
    op->one_cluster = true;
    out->text = "";
}

/* The run of the formula's own size goes first and carries the text, so that its place is on the baseline. */
static const struct mark *first_run(const struct mark_list *marks, double size)
{
    const struct mark *first = NULL;
    for (size_t i = 0; i < marks->count; i++) {
        const struct mark *mark = &marks->items[i];
        if (mark->face != RULE_MARK && mark->size == size) {
            return mark;
        }
        first = !first && mark->face != RULE_MARK ? mark : first;
    }
    return first;
}

static void marks_emit(struct kin_ops *ops, const struct maths_layout *layout, const char *text, double gray)
{
    struct emission out = {.marks = &layout->marks, .ops = ops, .gray = gray, .text = text};
    out.used = KIN_NEW_N(layout->arena, bool, layout->marks.count);
    const struct mark *first = first_run(&layout->marks, layout->base_size);
    if (first) {
        run_emit(&out, first);
    }
    for (size_t i = 0; i < layout->marks.count; i++) {
        const struct mark *mark = &layout->marks.items[i];
        if (mark->face == RULE_MARK) {
            kin_rule(ops, mark->x, mark->y, mark->width, mark->height, gray);
        } else if (!out.used[i]) {
            run_emit(&out, mark);
        }
    }
}

/* How far the ink reaches out of the box on the left: italic letters such as j and x do. */
static double left_overhang(const struct maths_layout *layout)
{
    double overhang = 0;
    for (size_t i = 0; i < layout->marks.count; i++) {
        const struct mark *mark = &layout->marks.items[i];
        double ink = mark->x;
        if (mark->face != RULE_MARK) {
            ink += kin_glyph_measure(layout->type, mark->face, mark->glyph)->left * mark->size;
        }
        overhang = -ink > overhang ? -ink : overhang;
    }
    return overhang;
}

/* Marks in the typesetter's scratch; what reaches out on the left is part of the width. */
static struct maths_box marks_set(struct maths_layout *layout, const struct kin_maths *maths,
                                  const struct formula_style *style)
{
    struct maths_look look = {
        .size = style->size_pt, .spacing = 1, .display = style->style == KIN_DISPLAY, .hand = style->hand};
    struct maths_box set = kin_maths_part(layout, maths, &look);
    double overhang = left_overhang(layout);
    if (overhang > 0) {
        kin_box_shift(layout, &set, overhang, 0);
    }
    set.width += overhang;
    return set;
}

static struct maths_layout layout_begin(struct kin_typesetter *type, const struct formula_style *style)
{
    return (struct maths_layout){
        .type = type, .arena = type->scratch, .base_size = style->size_pt, .writing = style->writing};
}

double kin_formula_width(struct kin_typesetter *type, const struct kin_maths *maths, const struct formula_style *style)
{
    struct kin_mark mark = kin_arena_mark(type->scratch);
    struct maths_layout layout = layout_begin(type, style);
    double width = marks_set(&layout, maths, style).width;
    kin_arena_rewind(type->scratch, mark);
    return width;
}

struct kin_box *kin_formula_box(struct kin_typesetter *type, kin_arena *arena, const struct kin_maths *maths,
                                const struct formula_style *style)
{
    struct kin_mark mark = kin_arena_mark(type->scratch);
    struct maths_layout layout = layout_begin(type, style);
    struct maths_box set = marks_set(&layout, maths, style);
    struct kin_box *box = KIN_NEW(arena, struct kin_box);
    *box = (struct kin_box){.width = set.width, .ascent = set.ascent, .descent = set.descent, .ops = kin_ops_in(arena)};
    const char *text = kin_maths_text(arena, maths);
    marks_emit(&box->ops, &layout, text, style->gray);
    kin_ops_tag(&box->ops, "Formula", text);
    kin_arena_rewind(type->scratch, mark);
    return box;
}

struct kin_box *kin_box_maths(struct kin_typesetter *type, kin_arena *arena, const struct kin_maths *maths,
                              double size_pt, enum kin_maths_style style)
{
    kin_words_trim(type);
    return kin_formula_box(type, arena, maths, &(struct formula_style){.size_pt = size_pt, .style = style});
}

/* ---- Pieces --------------------------------------------------------------------------------------------- */

struct splitter {
    struct kin_typesetter *type;
    kin_arena *arena;
    const struct formula_style *style;
    enum formula_breaks breaks;
    bool operators; /* break at these as well */
    double width;
    const struct kin_maths *row;
    struct formula_piece *pieces;
    size_t count, room;
    bool fits; /* all pieces so far */
};

static bool breaks_between(const struct splitter *splitter, const struct kin_maths *left, const struct kin_maths *right)
{
    bool behind = splitter->breaks == BREAK_BEHIND_RELATIONS;
    enum maths_class end = kin_maths_class_right(left), begin = kin_maths_class_left(right);
    enum maths_class decides = behind ? end : begin;
    return end == CLASS_PUNCT || decides == CLASS_RELATION || (splitter->operators && decides == CLASS_OPERATOR);
}

static struct kin_box *piece_shrunk(const struct splitter *splitter, const struct kin_maths *maths, double too_wide)
{
    static const double least = 0.6;
    struct formula_style smaller = *splitter->style;
    double share = splitter->width / too_wide * 0.995;
    smaller.size_pt *= share > least ? share : least;
    return kin_formula_box(splitter->type, splitter->arena, maths, &smaller);
}

/* Kids begin to end-1 of the row as a formula of their own. */
static void piece_add(struct splitter *splitter, size_t begin, size_t end)
{
    const struct kin_maths *const *kids = (const struct kin_maths *const *)splitter->row->kids;
    const struct kin_maths *part = kin_maths_new(splitter->arena, KIN_MATHS_ROW, NULL, kids + begin, end - begin);
    struct formula_piece piece = {.box = kin_formula_box(splitter->type, splitter->arena, part, splitter->style)};
    if (piece.box->width > splitter->width) {
        splitter->fits = false;
        piece.box = splitter->operators ? piece_shrunk(splitter, part, piece.box->width) : piece.box;
    }
    if (begin) {
        struct maths_look look = {.size = splitter->style->size_pt, .spacing = 1};
        piece.gap = kin_maths_space(kin_maths_class_right(kids[begin - 1]), kin_maths_class_left(kids[begin]), &look);
    }
    KIN_PUSH(splitter->arena, splitter->pieces, splitter->count, splitter->room) = piece;
}

static void row_split(struct splitter *splitter)
{
    const struct kin_maths *row = splitter->row;
    size_t begin = 0;
    splitter->count = 0;
    splitter->fits = true;
    for (size_t i = 1; i < row->count; i++) {
        if (breaks_between(splitter, row->kids[i - 1], row->kids[i])) {
            piece_add(splitter, begin, i);
            begin = i;
        }
    }
    piece_add(splitter, begin, row->count);
}

static bool row_whole(const struct kin_maths *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (!row->kids[i]) {
            return false;
        }
    }
    return row->count > 0;
}

/* Rows inside rows are cut where the outermost one with several kids is. */
static const struct kin_maths *row_of(const struct kin_maths *maths)
{
    for (int depth = 0; maths->kind == KIN_MATHS_ROW && maths->count == 1 && maths->kids[0] && depth < KIN_MATHS_DEPTH;
         depth++) {
        maths = maths->kids[0];
    }
    return maths;
}

size_t kin_formula_split(struct kin_typesetter *type, kin_arena *arena, const struct kin_maths *maths,
                         const struct formula_style *style, enum formula_breaks breaks, double width,
                         struct formula_piece **pieces)
{
    struct splitter splitter = {.type = type, .arena = arena, .style = style, .breaks = breaks, .width = width};
    const struct kin_maths *row = row_of(maths);
    if (row->kind != KIN_MATHS_ROW || !row_whole(row)) {
        row = kin_maths_new(arena, KIN_MATHS_ROW, NULL, &row, 1);
    }
    splitter.row = row;
    row_split(&splitter);
    if (!splitter.fits) {
        splitter.operators = true;
        row_split(&splitter);
    }
    *pieces = splitter.pieces;
    return splitter.count;
}
