/* Plane figures put together from polygons, circles and parts of circles; also on squared or dotted paper. */
#include "figure/outline.h"
#include "figure/paper.h"

#include <string.h>

static const struct kin_figure_attribute polygon_rows[] = {
    {.name = "corners",
     .type = KIN_FIGURE_POINTS,
     .count = "3 30",
     .doc = "Its corners in order: [[0, 0], [8, 0], [8, 5], [0, 5]]"},
    KIN_OUTLINE_ROWS,
    {0},
};
static const struct kin_figure_attribute circle_rows[] = {
    {.name = "center", .type = KIN_FIGURE_POINT, .doc = "Its center: [4, 0]"},
    {.name = "radius", .type = KIN_FIGURE_NUMBER, .range = "> 0 100000", .doc = "In the figure's units"},
    KIN_PATTERN_ROW,
    KIN_STROKE_ROW,
    KIN_LABEL_ROW("What stands in it"),
    {0},
};
static const struct kin_figure_attribute arc_rows[] = {
    {.name = "center", .type = KIN_FIGURE_POINT, .doc = "The center of its circle"},
    {.name = "radius", .type = KIN_FIGURE_NUMBER, .range = "> 0 100000", .doc = "In the figure's units"},
    {.name = "from",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "0",
     .range = "-360 720",
     .doc = "Where it begins, in degrees: 0 is to the right"},
    {.name = "to",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "180",
     .range = "-360 720",
     .doc = "Where it ends, counter-clockwise from there"},
    {.name = "radii",
     .type = KIN_FIGURE_CHOICE,
     .words = "hidden drawn dashed",
     .otherwise = "hidden",
     .doc = "Are the radii to both ends drawn?"},
    KIN_PATTERN_ROW,
    KIN_STROKE_ROW,
    KIN_LABEL_ROW("Its length, outside"),
    {0},
};
static const struct kin_figure_attribute text_rows[] = {
    {.name = "at", .type = KIN_FIGURE_POINT, .doc = "Its middle"},
    KIN_LABEL_ROW("What stands there"),
    {0},
};
static const struct kin_figure_part_kind outline_parts[] = {KIN_OUTLINE_PARTS, {0}};
static const struct kin_figure_part_kind parts[] = {
    {"polygon", "A polygon, with labels and marks of its own", polygon_rows, outline_parts},
    {"circle", "A whole circle", circle_rows, NULL},
    {"arc", "A part of a circle: a half one unless said otherwise", arc_rows, NULL},
    {"text", "A text at a place", text_rows, NULL},
    KIN_PLACED_PARTS,
    {0},
};
static const struct kin_figure_attribute rows[] = {
    KIN_PAPER_ROWS,
    KIN_TURN_ROW,
    KIN_BOX_ROWS("200", "130"),
    {0},
};

static bool is(const struct kin_figure_part *part, const char *name)
{
    return strcmp(part->name, name) == 0;
}

static double degrees_of(const struct kin_figure_part *part, const char *name)
{
    return kin_radians(kin_figure_number(part, name));
}

/* ---- Judging -------------------------------------------------------------------------------------------------------
 */

static bool part_fits(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    struct kin_outline outline;
    if (is(part, "polygon")) {
        kin_outline_take(&outline, part, "corners");
        return kin_outline_sound(&outline, "corners", fault);
    }
    return !is(part, "arc") || kin_sweep(degrees_of(part, "from"), degrees_of(part, "to")) > 1e-6 ||
           kin_figure_reject(fault, part, "to", "from and to are the same place of the circle");
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        if (!part_fits(figure->whole.parts[i], fault)) {
            return false;
        }
    }
    return kin_placed_sound(&figure->whole, fault) && kin_paper_holds(&figure->whole, fault);
}

/* ---- In words ------------------------------------------------------------------------------------------------------
 */

static void tell_round(const struct kin_figure_part *part, struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    double sweep = is(part, "arc") ? kin_sweep(degrees_of(part, "from"), degrees_of(part, "to")) : 0;
    const char *label = kin_figure_text(part, "label") ? kin_tell_text(telling, part, "label") : words->tell_no_label;
    if (is(part, "circle")) {
        kin_tell(telling, words->tell_measure, words->tell_whole_circle, label);
    } else if (fabs(sweep - M_PI) < 1e-6) {
        kin_tell(telling, words->tell_measure, words->tell_half_circle, label);
    } else {
        kin_tell(telling, words->tell_part_circle, kin_format(telling->arena, "%.4g", sweep * 180 / M_PI), label);
    }
}

static void tell_part(const struct kin_figure_part *part, struct kin_telling *telling)
{
    struct kin_outline outline;
    if (is(part, "polygon")) {
        kin_outline_take(&outline, part, "corners");
        kin_tell(telling, telling->words->tell_sides, kin_format(telling->arena, "%zu", outline.count));
        kin_outline_tell(&outline, telling);
    } else if (is(part, "circle") || is(part, "arc")) {
        tell_round(part, telling);
    } else if (is(part, "text")) {
        kin_tell(telling, telling->words->tell_inside, kin_tell_text(telling, part, "label"));
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    kin_tell(telling, "%s", telling->words->tell_plane_figure);
    kin_paper_tell(&figure->whole, telling);
    for (size_t i = 0; i < figure->whole.part_count; i++) {
        tell_part(figure->whole.parts[i], telling);
    }
    kin_placed_tell(&figure->whole, telling);
}

/* ---- Sketching -----------------------------------------------------------------------------------------------------
 */

static void lay_polygon(struct kin_board *board, const struct kin_figure_part *part)
{
    struct kin_outline outline;
    kin_outline_take(&outline, part, "corners");
    kin_outline_lay(board, &outline);
}

static void lay_circle(struct kin_board *board, const struct kin_figure_part *part)
{
    struct kin_xy centre = kin_point_of(part, "center", 0);
    double radius = kin_figure_number(part, "radius");
    kin_board_sector(board, centre, radius, 0, 2 * M_PI, kin_pattern_named(kin_figure_word(part, "pattern")));
    kin_board_arc(board, centre, radius, 0, 2 * M_PI, kin_stroke_named(kin_figure_word(part, "style")));
    kin_board_label_inside(board, kin_figure_text(part, "label"), centre);
}

static void lay_arc(struct kin_board *board, const struct kin_figure_part *part)
{
    struct kin_xy centre = kin_point_of(part, "center", 0);
    double radius = kin_figure_number(part, "radius"), from = degrees_of(part, "from");
    double to = from + kin_sweep(from, degrees_of(part, "to")), middle = (from + to) / 2;
    kin_board_sector(board, centre, radius, from, to, kin_pattern_named(kin_figure_word(part, "pattern")));
    kin_board_arc(board, centre, radius, from, to, kin_stroke_named(kin_figure_word(part, "style")));
    if (!kin_figure_is(part, "radii", "hidden")) {
        enum kin_pen pen = kin_stroke_named(kin_figure_word(part, "radii"));
        kin_board_line(board, centre, kin_polar(centre, radius, from), pen);
        kin_board_line(board, centre, kin_polar(centre, radius, to), pen);
    }
    kin_board_label(board, kin_figure_text(part, "label"), kin_polar(centre, radius, middle), 1.5, middle);
}

static void lay_text(struct kin_board *board, const struct kin_figure_part *part)
{
    kin_board_label_inside(board, kin_figure_text(part, "label"), kin_point_of(part, "at", 0));
}

static void lay_part(struct kin_board *board, const struct kin_figure_part *part)
{
    static const struct {
        const char *name;
        void (*lay)(struct kin_board *board, const struct kin_figure_part *part);
    } table[] = {{"polygon", lay_polygon}, {"circle", lay_circle}, {"arc", lay_arc}, {"text", lay_text}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (is(part, table[i].name)) {
            table[i].lay(board, part);
        }
    }
}

static void sketch(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    const struct kin_figure_part *part = &figure->whole;
    struct kin_board board = {.sketch = sketch, .turn = kin_radians(kin_figure_number(part, "turn"))};
    kin_paper_lay(&board, part);
    for (size_t i = 0; i < part->part_count; i++) {
        lay_part(&board, part->parts[i]);
    }
    kin_placed_lay(&board, part);
    kin_board_fit(&board, kin_figure_number(part, "width"), kin_figure_number(part, "height"));
}

const struct kin_figure_kind kin_figure_plane_figure = {
    .whole = {"plane-figure", "Polygons, circles and parts of circles put together, drawn to scale", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch,
    .examples =
        {
            "<figure kind=\"plane-figure\"><polygon corners=\"[[0, 0], [12, 0], [12, 8], [0, 8]]\" pattern=\"light\" "
            "right-angles=\"marked\"><side at=\"1\">12 cm</side><side at=\"4\">8 cm</side><side at=\"2\" "
            "style=\"dashed\"/></polygon><arc center=\"[12, 4]\" radius=\"4\" from=\"-90\" to=\"90\" "
            "pattern=\"light\"/></figure>",
            "<figure kind=\"plane-figure\"><circle center=\"[0, 0]\" radius=\"9\" pattern=\"hatch\"/>"
            "<circle center=\"[0, 0]\" radius=\"5\" pattern=\"white\"/><segment from=\"[0, 0]\" to=\"[5, 0]\" "
            "ends=\"dots\">5 m</segment>"
            "</figure>",
            "<figure kind=\"plane-figure\" grid=\"dots\" columns=\"10\" rows=\"6\" id=\"dots\">"
            "<segment from=\"[2, 1]\" to=\"[7, 1]\"/><polygon corners=\"[[2, 1], [7, 1], [4, 5]]\" pattern=\"hatch\" "
            "layer=\"key\"><height from=\"3\" to=\"1\"/></polygon></figure>",
            "<figure kind=\"plane-figure\"><polygon corners=\"[[0, 0], [4, 0], [4, 3]]\" label=\"1\"/>"
            "<polygon corners=\"[[0, 0], [4, 0], [4, -4], [0, -4]]\" label=\"16\"/>"
            "<polygon corners=\"[[4, 0], [7, 0], [7, 3], [4, 3]]\"><side at=\"2\">3 ft</side></polygon>"
            "<text at=\"[5.5, 1.5]\">9</text></figure>",
        },
};
