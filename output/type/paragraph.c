/* Paragraphs: words, formulas and blanks filled into lines, ragged right. */
#include "content/furniture.h"
#include "type/flow.h"
#include "type/formula.h"
#include "type/pieces.h"

#include <string.h>

/* An answer blank in running text: three quarters of an inch for a number, more for words and formulas; and the height
 * that a hand needs above it. It says nothing of the answer's length. */
static const double blank_width = 54, wide_blank = 120, hand_height = 15.5;

/* ---- Nodes to pieces ------------------------------------------------------------------------------------ */

static void maths_add(struct pieces *pieces, const struct flow *flow, const struct kin_maths *maths, double width)
{
    struct formula_style style = kin_formula_style(flow->style, KIN_INLINE);
    struct kin_box *box = kin_formula_box(flow->type, flow->arena, maths, &style);
    if (!maths || box->width <= width + KIN_WIDTH_SLACK) {
        kin_pieces_box(pieces, box);
        return;
    }
    struct formula_piece *parts;
    size_t count = kin_formula_split(flow->type, flow->arena, maths, &style, BREAK_BEHIND_RELATIONS, width, &parts);
    for (size_t i = 0; i < count; i++) {
        if (i) {
            kin_pieces_gap(pieces, parts[i].gap);
        }
        kin_pieces_box(pieces, parts[i].box);
    }
}

/* A blank with the answer on its rule, as a key shows it: no wider than the answer needs. */
static const double blank_side = 0.3; /* of the size */

static double filled_width(const struct flow *flow, const struct kin_nodes *answer)
{
    struct flow inner = kin_flow_inner(flow);
    return kin_flow_extent(&inner, answer).natural + 2 * blank_side * flow->style->size_pt;
}

static struct kin_box *filled_blank(const struct flow *flow, const struct kin_nodes *answer)
{
    const double side = blank_side * flow->style->size_pt, usual = 0.22 * flow->style->size_pt, line = 0.6;
    struct flow inner = kin_flow_inner(flow);
    kin_arena *arena = flow->arena;
    double width = kin_flow_extent(&inner, answer).natural;
    struct kin_box *content = kin_flow_set(&inner, answer, width + KIN_WIDTH_SLACK), *box = kin_box_empty(arena);
    bool tall = content->descent > 0.4 * flow->style->size_pt;
    double below = tall ? content->descent + 1 : usual;
    kin_box_draw(&box->ops, content, side, 0);
    kin_rule(&box->ops, 0, below, width + 2 * side, line, 0);
    box->width = width + 2 * side;
    box->ascent = content->ascent;
    box->descent = kin_larger(content->descent, below + line);
    return box;
}

static void text_add(struct pieces *pieces, const struct flow *flow, const struct kin_node *node)
{
    kin_pieces_text(pieces, flow->type, kin_face_of(flow->style, node->emphasis), node->text);
}

static double width_of_blank(const struct kin_node *node)
{
    return node->size > 0 ? wide_blank : blank_width;
}

/* A blank to write on, with the answer written on it where there is one. */
static void blank_add(struct pieces *pieces, const struct flow *flow, const struct kin_node *node)
{
    double width = width_of_blank(node), height = hand_height + KIN_BLANK_BELOW * flow->style->size_pt - 1;
    pieces->blank = kin_furniture_of(flow->type->language)->blank;
    kin_pieces_blank(pieces, width, kin_written_answer(flow, node, width, height));
}

/* Is it as wide as its answer? */
static bool is_filled(const struct flow *flow, const struct kin_node *node)
{
    return node->kids.count && !flow->style->writing;
}

static void nodes_add(struct pieces *pieces, const struct flow *flow, struct kin_node *const *items, size_t count,
                      double width)
{
    for (size_t i = 0; i < count; i++) {
        const struct kin_node *node = items[i];
        if (node->kind == KIN_NODE_TEXT) {
            text_add(pieces, flow, node);
        } else if (node->kind == KIN_NODE_MATHS) {
            maths_add(pieces, flow, node->maths, width);
        } else if (is_filled(flow, node)) {
            kin_pieces_box(pieces, filled_blank(flow, &node->kids));
        } else {
            blank_add(pieces, flow, node);
        }
    }
    kin_pieces_keep_points(pieces);
}

/* As wide as nodes_add makes them where no formula is cut; nothing is drawn. */
static void nodes_measure(struct pieces *pieces, const struct flow *flow, struct kin_node *const *items, size_t count)
{
    const struct formula_style style = kin_formula_style(flow->style, KIN_INLINE);
    for (size_t i = 0; i < count; i++) {
        const struct kin_node *node = items[i];
        if (node->kind == KIN_NODE_TEXT) {
            text_add(pieces, flow, node);
        } else if (node->kind == KIN_NODE_MATHS) {
            kin_pieces_width(pieces, kin_formula_width(flow->type, node->maths, &style));
        } else if (is_filled(flow, node)) {
            kin_pieces_width(pieces, filled_width(flow, &node->kids));
        } else {
            kin_pieces_blank(pieces, width_of_blank(node), NULL);
        }
    }
    kin_pieces_keep_points(pieces);
}

/* ---- Pieces to lines ------------------------------------------------------------------------------------ */

struct line {
    size_t begin, end; /* pieces */
    size_t drawn; /* up to this one: with the space behind its last word, which parts words where lines are joined */
    double width, ascent, descent;
};

static size_t spaces_skip(const struct pieces *pieces, size_t at)
{
    while (at < pieces->count && pieces->items[at].kind == PIECE_SPACE) {
        at++;
    }
    return at;
}

static bool line_can_end(const struct pieces *pieces, size_t at)
{
    return pieces->items[at].break_after;
}

/* The line that starts at `begin`: as much as fits up to a place where a line may end; when there is none, as many
 * pieces as fit; at least one. */
static size_t line_end(const struct pieces *pieces, size_t begin, double width)
{
    double reached = 0;
    size_t best = begin;
    for (size_t i = begin; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        reached += piece->width;
        if (piece->kind != PIECE_SPACE && reached > width + KIN_WIDTH_SLACK && i > begin) {
            return best > begin ? best : i;
        }
        best = line_can_end(pieces, i) ? i + 1 : best;
    }
    return pieces->count;
}

static struct line line_measure(const struct pieces *pieces, size_t begin, size_t end, double size)
{
    while (end > begin + 1 && pieces->items[end - 1].kind == PIECE_SPACE) {
        end--;
    }
    bool parted = end < pieces->count && pieces->items[end].kind == PIECE_SPACE && end + 1 < pieces->count;
    struct line line = {.begin = begin,
                        .end = end,
                        .drawn = end + parted,
                        .ascent = KIN_STRUT_ASCENT * size,
                        .descent = KIN_STRUT_DESCENT * size};
    for (size_t i = begin; i < end; i++) {
        const struct piece *piece = &pieces->items[i];
        line.width += piece->width;
        if (piece->kind == PIECE_BLANK) {
            line.ascent = kin_larger(line.ascent, hand_height);
        }
        if (piece->kind == PIECE_BOX) {
            line.ascent = kin_larger(line.ascent, piece->box->ascent);
            line.descent = kin_larger(line.descent, piece->box->descent);
        }
    }
    return line;
}

struct filling {
    struct kin_box *box;
    const struct kin_text_style *style;
    double baseline, descent; /* of the line before */
    double indent;            /* of the lines behind the first */
    double longest;           /* width of the longest line, where lines are centred */
};

static double line_left(const struct filling *filling, const struct line *line)
{
    if (filling->style->lines == KIN_CENTRED) {
        return (filling->longest - line->width) / 2;
    }
    return line->begin == 0 ? 0 : filling->indent;
}

static void line_add(struct filling *filling, const struct pieces *pieces, const struct line *line)
{
    struct kin_box *box = filling->box;
    const struct kin_text_style *style = filling->style;
    bool first = line->begin == 0;
    double x = line_left(filling, line);
    if (first) {
        box->ascent = line->ascent;
    } else {
        double tight = filling->descent + line->ascent + 0.1 * style->size_pt;
        filling->baseline += kin_larger(style->leading * style->size_pt, tight);
    }
    kin_pieces_draw(&box->ops, pieces, line->begin, line->drawn, x, filling->baseline, style);
    filling->descent = line->descent;
    box->end = x + line->width;
    box->width = kin_larger(box->width, box->end);
    box->descent = filling->baseline + line->descent;
    box->last = filling->baseline;
}

/* How many lines a width breaks the pieces into, and the width of the last one. */
struct ending {
    size_t lines;
    double last;
};

static struct ending ending_of(const struct pieces *pieces, double width)
{
    struct ending ending = {0};
    for (size_t begin = 0; begin < pieces->count; ending.lines++) {
        size_t end = line_end(pieces, begin, width);
        ending.last = 0;
        for (size_t i = begin; i < end; i++) {
            ending.last += pieces->items[i].width;
        }
        begin = spaces_skip(pieces, end);
    }
    return ending;
}

/* A last line that is shorter than an eighth of the column gets words from those above it, where somewhat shorter lines
 * are not more of them. */
static double width_for(const struct pieces *pieces, double width)
{
    const double short_line = 0.12, step = 0.04, least = 0.72;
    struct ending usual = ending_of(pieces, width);
    if (usual.lines < 2 || usual.last >= short_line * width) {
        return width;
    }
    for (double share = 1 - step; share > least; share -= step) {
        struct ending ending = ending_of(pieces, share * width);
        if (ending.lines > usual.lines) {
            break;
        }
        if (ending.last >= short_line * width) {
            return share * width;
        }
    }
    return width;
}

static double longest_of(const struct pieces *pieces, double width, double size)
{
    double longest = 0;
    for (size_t begin = 0; begin < pieces->count;) {
        size_t end = line_end(pieces, begin, width);
        longest = kin_larger(longest, line_measure(pieces, begin, end, size).width);
        begin = spaces_skip(pieces, end);
    }
    return longest;
}

static struct kin_box *lines_fill(const struct flow *flow, const struct pieces *pieces, double width, double indent)
{
    struct filling filling = {.box = kin_box_empty(flow->arena), .style = flow->style, .indent = indent};
    width = indent > 0 ? width : width_for(pieces, width);
    filling.longest = flow->style->lines == KIN_CENTRED ? longest_of(pieces, width, flow->style->size_pt) : 0;
    /* Spaces at the very start were never added, so the first line begins with piece 0. */
    for (size_t begin = 0; begin < pieces->count;) {
        size_t end = line_end(pieces, begin, begin ? width - indent : width);
        struct line line = line_measure(pieces, begin, end, flow->style->size_pt);
        line_add(&filling, pieces, &line);
        begin = spaces_skip(pieces, end);
    }
    return filling.box;
}

/* ---- Paragraphs ----------------------------------------------------------------------------------------- */

struct kin_box *kin_paragraph_set(const struct flow *flow, struct kin_node *const *items, size_t count, double width)
{
    struct kin_mark mark = kin_arena_mark(flow->type->scratch);
    struct pieces pieces = kin_pieces_begin(flow->type->scratch, flow->style->size_pt);
    nodes_add(&pieces, flow, items, count, width);
    struct kin_box *box = lines_fill(flow, &pieces, width, 0);
    kin_arena_rewind(flow->type->scratch, mark);
    return box;
}

struct kin_box *kin_broken_display(const struct flow *flow, const struct kin_maths *maths, double width)
{
    struct formula_style style = kin_formula_style(flow->style, KIN_DISPLAY);
    double indent = 1.5 * style.size_pt;
    struct formula_piece *parts;
    size_t count = kin_formula_split(flow->type, flow->arena, maths, &style, BREAK_BEFORE_RELATIONS,
                                     kin_larger(width - indent, style.size_pt), &parts);
    struct kin_mark mark = kin_arena_mark(flow->type->scratch);
    struct pieces pieces = kin_pieces_begin(flow->type->scratch, style.size_pt);
    for (size_t i = 0; i < count; i++) {
        if (i) {
            kin_pieces_gap(&pieces, parts[i].gap);
        }
        kin_pieces_box(&pieces, parts[i].box);
    }
    struct kin_box *box = lines_fill(flow, &pieces, width, indent);
    box->end = width; /* nothing fits beside it */
    kin_arena_rewind(flow->type->scratch, mark);
    return box;
}

struct extent kin_paragraph_extent(const struct flow *flow, struct kin_node *const *items, size_t count)
{
    struct kin_mark mark = kin_arena_mark(flow->type->scratch);
    struct pieces pieces = kin_pieces_begin(flow->type->scratch, flow->style->size_pt);
    nodes_measure(&pieces, flow, items, count);
    struct extent extent = {0};
    double run = 0;
    for (size_t i = 0; i < pieces.count; i++) {
        const struct piece *piece = &pieces.items[i];
        bool last = i + 1 == pieces.count;
        extent.natural += last && piece->kind == PIECE_SPACE ? 0 : piece->width;
        run += piece->kind == PIECE_SPACE && piece->break_after ? 0 : piece->width;
        extent.least = kin_larger(extent.least, run);
        run = piece->break_after ? 0 : run;
    }
    kin_arena_rewind(flow->type->scratch, mark);
    return extent;
}

/* ---- One line of text ----------------------------------------------------------------------------------- */

struct kin_box *kin_box_text(struct kin_typesetter *type, kin_arena *arena, const char *text,
                             const struct kin_text_style *style)
{
    struct kin_node node = {.kind = KIN_NODE_TEXT, .text = text, .emphasis = KIN_UPRIGHT}, *items = &node;
    struct flow flow = {.type = type, .arena = arena, .style = style};
    kin_words_trim(type);
    struct kin_box *box = kin_paragraph_set(&flow, &items, 1, 1e9);
    if (!box->width) {
        box->ascent = KIN_STRUT_ASCENT * style->size_pt;
        box->descent = KIN_STRUT_DESCENT * style->size_pt;
    }
    return box;
}

double kin_text_width(struct kin_typesetter *type, const char *text, const struct kin_text_style *style)
{
    struct kin_node node = {.kind = KIN_NODE_TEXT, .text = text, .emphasis = KIN_UPRIGHT}, *items = &node;
    struct flow flow = {.type = type, .style = style};
    kin_words_trim(type);
    return kin_paragraph_extent(&flow, &items, 1).natural;
}

double kin_text_height(const struct kin_text_style *style)
{
    return KIN_STRUT_ASCENT * style->size_pt + KIN_STRUT_DESCENT * style->size_pt;
}
