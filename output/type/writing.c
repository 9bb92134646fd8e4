/* Places that a student fills: ruled lines, squared paper. And figures. */
#include "type/flow.h"

/* Three tenths of an inch between ruled lines, a quarter for squares. */
static const double line_apart = 21.6, square = 18;

enum { LINES_MAX = 100, SQUARES_HIGH = 10, SQUARES_WIDE_MAX = 24 };

static size_t count_of(const struct kin_node *node, int otherwise)
{
    int count = node->size > 0 ? node->size : otherwise;
    return (size_t)(count < LINES_MAX ? count : LINES_MAX);
}

/* A page that is too small for all squares has as many as a figure may be tall. */
static size_t squares_high(const struct flow *flow, const struct kin_node *grid)
{
    size_t count = count_of(grid, SQUARES_HIGH);
    double most = flow->style->figure_most / square;
    return most >= 1 && most < (double)count ? (size_t)most : count;
}

struct kin_box *kin_lines_set(const struct flow *flow, const struct kin_node *lines, double width)
{
    size_t count = count_of(lines, 1);
    struct kin_box *box = kin_box_empty(flow->arena);
    for (size_t i = 0; i < count; i++) {
        kin_rule(&box->ops, 0, (double)i * line_apart, width, 0.5, 0.35);
    }
    box->width = width;
    box->ascent = line_apart;
    box->descent = (double)(count - 1) * line_apart + 0.5;
    return box;
}

/* Wide enough for a phrase, so that lines never share a row with other choices. */
struct extent kin_lines_extent(const struct flow *flow, const struct kin_node *lines)
{
    (void)flow;
    (void)lines;
    return (struct extent){.natural = 288, .least = 72};
}

static size_t squares_wide(double width)
{
    double wide = width / square;
    return wide < 1 ? 1 : wide > SQUARES_WIDE_MAX ? SQUARES_WIDE_MAX : (size_t)wide;
}

struct kin_box *kin_squares_set(const struct flow *flow, const struct kin_node *grid, double width)
{
    struct kin_ink ink = KIN_GRID_INK;
    size_t high = squares_high(flow, grid), wide = squares_wide(width);
    double right = (double)wide * square, bottom = (double)high * square;
    struct kin_box *box = kin_box_empty(flow->arena);
    for (size_t i = 0; i <= wide; i++) {
        kin_line(&box->ops, (double)i * square, 0, (double)i * square, bottom, ink);
    }
    for (size_t i = 0; i <= high; i++) {
        kin_line(&box->ops, 0, (double)i * square, right, (double)i * square, ink);
    }
    box->width = right;
    box->ascent = ink.stroke_width;
    box->descent = bottom + ink.stroke_width;
    return box;
}

struct extent kin_squares_extent(const struct flow *flow, const struct kin_node *grid)
{
    (void)flow;
    (void)grid;
    return (struct extent){.natural = SQUARES_WIDE_MAX * square, .least = 4 * square};
}

/* Figures are sketched by the folder that knows their kinds. */
struct kin_box *kin_figure_set(const struct flow *flow, const struct kin_node *figure, double width)
{
    struct kin_typesetter *type = flow->type;
    return type->figures && figure->figure
               ? type->figures(type, flow->arena, figure->figure, flow->style, width, type->language)
               : kin_box_empty(flow->arena);
}

/* As wide as it would like to be, and not narrower than three quarters of that. */
struct extent kin_figure_extent(const struct flow *flow, const struct kin_node *figure)
{
    struct flow measured = *flow;
    struct kin_mark mark = kin_arena_mark(flow->type->measured);
    measured.arena = flow->type->measured;
    double width = kin_figure_set(&measured, figure, KIN_WIDTH_NATURAL)->width;
    kin_arena_rewind(flow->type->measured, mark);
    return (struct extent){.natural = width, .least = 0.75 * width};
}
