/* The polygon: from its corners, or a regular one; also on squared or dotted paper. */
#include "figure/outline.h"
#include "figure/paper.h"

static const struct kin_figure_attribute rows[] = {
    {.name = "corners",
     .type = KIN_FIGURE_POINTS,
     .otherwise = KIN_LEFT_OUT,
     .count = "3 30",
     .doc = "Its corners in order: [[0, 0], [8, 0], [8, 3], [0, 5]]"},
    {.name = "regular",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = KIN_LEFT_OUT,
     .range = "3 20",
     .doc = "Instead of them: how many equal sides; side 1 lies at the bottom"},
    KIN_TURN_ROW,
    KIN_OUTLINE_ROWS,
    KIN_PAPER_ROWS,
    KIN_BOX_ROWS("180", "120"),
    {0},
};
static const struct kin_figure_part_kind parts[] = {KIN_OUTLINE_PARTS, KIN_PLACED_PARTS, {0}};

/* Sides of length 1; side 1 goes to the right from the origin. */
static void take_regular(struct kin_outline *polygon, const struct kin_figure_part *part)
{
    size_t count = (size_t)kin_figure_number(part, "regular");
    struct kin_xy at = {0, 0};
    *polygon = (struct kin_outline){.count = count, .owner = part};
    for (size_t i = 0; i < count; i++) {
        polygon->corners[i] = at;
        at = kin_polar(at, 1, 2 * M_PI * (double)i / (double)count);
    }
}

static void take(struct kin_outline *polygon, const struct kin_figure_part *part)
{
    if (kin_figure_has(part, "regular")) {
        take_regular(polygon, part);
    } else {
        kin_outline_take(polygon, part, "corners");
    }
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *part = &figure->whole;
    struct kin_outline polygon;
    if (kin_figure_has(part, "corners") == kin_figure_has(part, "regular")) {
        return kin_figure_reject(fault, part, kin_figure_has(part, "regular") ? "regular" : NULL,
                                 "it needs either corners or regular");
    }
    take(&polygon, part);
    return kin_outline_sound(&polygon, kin_figure_has(part, "corners") ? "corners" : "regular", fault) &&
           kin_placed_sound(part, fault) && kin_paper_holds(part, fault);
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    struct kin_outline polygon;
    take(&polygon, &figure->whole);
    kin_tell(telling, telling->words->tell_sides, kin_format(telling->arena, "%zu", polygon.count));
    kin_outline_tell(&polygon, telling);
    kin_paper_tell(&figure->whole, telling);
    kin_placed_tell(&figure->whole, telling);
}

static void sketch(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    const struct kin_figure_part *part = &figure->whole;
    struct kin_board board = {.sketch = sketch, .turn = kin_radians(kin_figure_number(part, "turn"))};
    struct kin_outline polygon;
    take(&polygon, part);
    kin_paper_lay(&board, part);
    kin_outline_lay(&board, &polygon);
    kin_placed_lay(&board, part);
    kin_board_fit(&board, kin_figure_number(part, "width"), kin_figure_number(part, "height"));
}

const struct kin_figure_kind kin_figure_polygon = {
    .whole = {"polygon", "A polygon from its corners, or a regular one, drawn to scale", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch,
    .examples =
        {
            "<figure kind=\"polygon\" corners=\"[[0, 0], [9, 0], [12, 4], [3, 4]]\"><side at=\"1\">9 cm</side>"
            "<side at=\"2\">5 cm</side><height from=\"4\" to=\"1\">4 cm</height></figure>",
            "<figure kind=\"polygon\" corners=\"[[0, 0], [10, 0], [10, 3], [4, 3], [4, 7], [0, 7]]\" pattern=\"light\" "
            "right-angles=\"marked\"><side at=\"1\">10 m</side><side at=\"2\">3 m</side><side at=\"4\"><m>x</m></side>"
            "<side at=\"5\">4 m</side><side at=\"6\">7 m</side></figure>",
            "<figure kind=\"polygon\" regular=\"6\" width=\"110\" height=\"100\"><side at=\"2\">4 ft</side>"
            "<angle at=\"1\"><m>x</m></angle><diagonal from=\"1\" to=\"4\"/></figure>",
            "<figure kind=\"polygon\" corners=\"[[1, 1], [7, 1], [5, 4], [3, 4]]\" grid=\"dots\" columns=\"8\" "
            "rows=\"5\" names=\"[&quot;A&quot;, &quot;B&quot;, &quot;C&quot;, &quot;D&quot;]\">"
            "<segment from=\"[5, 4]\" to=\"[5, 1]\" style=\"dashed\" layer=\"key\"/></figure>",
        },
};
