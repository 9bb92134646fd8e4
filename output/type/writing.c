/* Places that a student fills: ruled lines, squared paper. And the frame of a figure. */
#include "type/flow.h"

/* Three tenths of an inch between ruled lines, a quarter for squares. */
static const double line_apart = 21.6, square = 18;

enum { LINES_MAX = 100, SQUARES_HIGH = 10, SQUARES_WIDE_MAX = 24 };

static size_t count_of(const struct kin_node *node, int otherwise)
{
    int count = node->size > 0 ? node->size : otherwise;
    return (size_t)(count < LINES_MAX ? count : LINES_MAX);
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
    struct kin_ink ink = {.gray = 0.45, .stroke_width = 0.4};
    size_t high = count_of(grid, SQUARES_HIGH), wide = squares_wide(width);
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

/* Figures are sketched elsewhere and come as finished scenes; a node that still names one is shown as an empty frame of
 * two by three inches, so that it is missed by nobody. */
struct kin_box *kin_figure_set(const struct flow *flow, const struct kin_node *figure, double width)
{
    (void)figure;
    struct kin_box *box = kin_box_empty(flow->arena);
    box->width = width < 216 ? width : 216;
    box->descent = 144;
    kin_frame_rect(&box->ops, 0.25, 0, box->width - 0.5, box->descent, (struct kin_ink){.stroke_width = 0.5});
    return box;
}

struct extent kin_figure_extent(const struct flow *flow, const struct kin_node *figure)
{
    (void)flow;
    (void)figure;
    return (struct extent){.natural = 216, .least = 72};
}
