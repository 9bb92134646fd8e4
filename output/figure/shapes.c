/* Small shapes. */
#include "figure/shapes.h"

double kin_shape_em(const struct kin_sketch *sketch, double ems)
{
    return ems * sketch->style->size_pt;
}

/* ---- Outlines -----------------------------------------------------------------------------------------------------
 */

enum { MOST_CORNERS = 20, CORNERS_OF_CIRCLE = 20, CORNERS_OF_STAR = 10 };

struct outline {
    const char *name;
    int corners;      /* of a regular one, the first at the top */
    double turn;      /* of the first corner, in parts of half the step */
    double text_down; /* where a text stands, in half heights below the middle */
};
static const struct outline outlines[] = {
    {"circle", CORNERS_OF_CIRCLE, 0, 0},
    {"square", 4, 1, 0},
    {"triangle", 3, 0, 0.28},
    {"diamond", 4, 0, 0},
    {"pentagon", 5, 0, 0.06},
    {"hexagon", 6, 1, 0},
    {"star", CORNERS_OF_STAR, 0, 0.04},
};

static const struct outline *outline_named(const char *name)
{
    for (size_t i = 0; i < sizeof outlines / sizeof *outlines; i++) {
        if (strcmp(outlines[i].name, name) == 0) {
            return &outlines[i];
        }
    }
    return &outlines[0];
}

/* Corners around the origin, stretched so that they fill the box from -1 to 1. */
static void unit_corners(const struct outline *outline, struct kin_xy *corners)
{
    double left = 1, right = -1, top = 1, bottom = -1;
    for (int i = 0; i < outline->corners; i++) {
        double angle = M_PI / 2 + (i + outline->turn / 2) * 2 * M_PI / outline->corners;
        double reach = outline->corners == CORNERS_OF_STAR && i % 2 ? 0.42 : 1;
        corners[i] = kin_xy_around((struct kin_xy){0, 0}, reach, angle);
        left = fmin(left, corners[i].x);
        right = fmax(right, corners[i].x);
        top = fmin(top, corners[i].y);
        bottom = fmax(bottom, corners[i].y);
    }
    for (int i = 0; i < outline->corners; i++) {
        corners[i].x = 2 * (corners[i].x - left) / (right - left) - 1;
        corners[i].y = 2 * (corners[i].y - top) / (bottom - top) - 1;
    }
}

void kin_sketch_shape(struct kin_sketch *sketch, const char *shape, struct kin_xy at, double half_width,
                      double half_height, enum kin_pattern pattern)
{
    if (sketch->measuring) {
        return;
    }
    struct kin_xy corners[MOST_CORNERS];
    const struct outline *outline = outline_named(shape);
    unit_corners(outline, corners);
    for (int i = 0; i < outline->corners; i++) {
        corners[i] = (struct kin_xy){at.x + half_width * corners[i].x, at.y + half_height * corners[i].y};
    }
    if (outline->corners == CORNERS_OF_CIRCLE && half_width == half_height) {
        kin_sketch_ring(sketch, at, half_width, kin_pattern_gray(pattern));
        kin_sketch_pattern_disc(sketch, at, half_width, pattern);
        kin_sketch_trace_polygon(sketch, corners, CORNERS_OF_CIRCLE, KIN_PEN_NORMAL);
    } else if (outline->corners == CORNERS_OF_CIRCLE) {
        kin_sketch_fill_ellipse(sketch, at, half_width, half_height, pattern);
        kin_sketch_round(sketch, corners, CORNERS_OF_CIRCLE, at, half_width, half_height, KIN_PEN_NORMAL);
    } else {
        kin_sketch_fill(sketch, corners, (size_t)outline->corners, pattern);
        kin_sketch_polygon(sketch, corners, (size_t)outline->corners, KIN_PEN_NORMAL);
    }
}

void kin_sketch_piece(struct kin_sketch *sketch, const struct kin_figure_part *part, struct kin_xy at,
                      double half_width, double half_height)
{
    const char *shape = kin_figure_word(part, "shape");
    const struct kin_nodes *label = kin_figure_text(part, "label");
    enum kin_pattern pattern = kin_pattern_named(kin_figure_word(part, "pattern"));
    bool small = label && fmin(half_width, half_height) < kin_shape_em(sketch, 1.5);
    kin_sketch_shape(sketch, shape, at, half_width, half_height, small ? kin_pattern_fine(pattern) : pattern);
    if (label) {
        at.y += outline_named(shape)->text_down * half_height;
        kin_sketch_label_inside(sketch, label, at);
    }
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

struct naming {
    const char *name, *said;
};

static const char *said(const struct naming *names, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i].name, name) == 0) {
            return names[i].said;
        }
    }
    return "";
}

const char *kin_tell_shape(struct kin_telling *telling, const char *shape)
{
    const struct kin_furniture *words = telling->words;
    const struct naming names[] = {{"circle", words->shape_circle},     {"square", words->shape_square},
                                   {"triangle", words->shape_triangle}, {"diamond", words->shape_diamond},
                                   {"pentagon", words->shape_pentagon}, {"hexagon", words->shape_hexagon},
                                   {"star", words->shape_star}};
    return said(names, sizeof names / sizeof *names, shape);
}

const char *kin_tell_pattern(struct kin_telling *telling, const char *pattern)
{
    const struct kin_furniture *words = telling->words;
    const struct naming names[] = {{"none", words->pattern_none},   {"light", words->pattern_light},
                                   {"hatch", words->pattern_hatch}, {"back", words->pattern_back},
                                   {"cross", words->pattern_cross}, {"dots", words->pattern_dots},
                                   {"bars", words->pattern_bars},   {"dark", words->pattern_dark}};
    return said(names, sizeof names / sizeof *names, pattern);
}

const char *kin_tell_quoted(struct kin_telling *telling, const struct kin_figure_part *part, const char *name)
{
    const char *text = kin_tell_text(telling, part, name);
    return *text ? kin_format(telling->arena, "“%s”", text) : telling->words->tell_empty;
}

const char *kin_tell_piece(struct kin_telling *telling, const struct kin_figure_part *part)
{
    bool plain = kin_figure_is(part, "pattern", "none");
    return kin_format(telling->arena, "%s%s%s%s%s", kin_tell_shape(telling, kin_figure_word(part, "shape")),
                      plain ? "" : " ", plain ? "" : kin_tell_pattern(telling, kin_figure_word(part, "pattern")),
                      kin_figure_text(part, "label") ? " " : "",
                      kin_figure_text(part, "label") ? kin_tell_quoted(telling, part, "label") : "");
}

static bool is_there(const struct kin_figure_part *part, const char *where, const char *word)
{
    return kin_figure_has(part, "count") && (!where || kin_figure_is(part, where, word));
}

const char *kin_tell_pieces(struct kin_telling *telling, const struct kin_figure_part *whole, const char *where,
                            const char *word)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_figure_part *part = whole->parts[i];
        if (is_there(part, where, word)) {
            kin_buf_addf(&buf, "%s%s × %s", buf.length ? "; " : "", kin_tell_number(telling, part, "count"),
                         kin_tell_piece(telling, part));
        }
    }
    return buf.length ? buf.data : telling->words->tell_empty;
}

size_t kin_pieces_count(const struct kin_figure_part *whole, const char *where, const char *word)
{
    size_t count = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_figure_part *part = whole->parts[i];
        count += is_there(part, where, word) ? (size_t)kin_figure_number(part, "count") : 0;
    }
    return count;
}
