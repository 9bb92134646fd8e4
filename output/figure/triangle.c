/* The triangle: from its corners, sides or angles. */
#include "figure/outline.h"

static const struct kin_figure_attribute rows[] = {
    {.name = "corners",
     .type = KIN_FIGURE_POINTS,
     .otherwise = KIN_LEFT_OUT,
     .count = "3 3",
     .doc = "Its corners 1, 2, 3: [[0, 0], [8, 0], [3, 5]]; or it is made from sides and angles"},
    {.name = "sides",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .range = "> 0 100000",
     .count = "1 3",
     .doc =
         "Three: from corner 1 to 2, 2 to 3, 3 to 1; two: from corner 1 to 2 and 1 to 3, around the angle at 1; one: "
         "from corner 1 to 2, between the angles at both"},
    {.name = "angles",
     .type = KIN_FIGURE_NUMBERS,
     .otherwise = KIN_LEFT_OUT,
     .range = "> 0 179",
     .count = "1 3",
     .doc = "Degrees at the corners 1, 2, 3 in this order; without sides two or three of them"},
    KIN_TURN_ROW,
    KIN_OUTLINE_ROWS,
    KIN_BOX_ROWS("170", "110"),
    {0},
};
static const struct kin_figure_part_kind parts[] = {KIN_OUTLINE_PARTS, KIN_PLACED_PARTS, {0}};

/* ---- From sides and angles: corner 1 stands at the origin, side 1 goes to the right --------------------------------
 */

static void place(struct kin_outline *triangle, double base, double side, double angle)
{
    triangle->corners[1] = (struct kin_xy){base, 0};
    triangle->corners[2] = kin_polar(triangle->corners[0], side, angle);
}

/* By the law of cosines. */
static void from_three_sides(struct kin_outline *triangle, const struct kin_figure_part *part)
{
    double a = kin_figure_number_at(part, "sides", 0), b = kin_figure_number_at(part, "sides", 1),
           c = kin_figure_number_at(part, "sides", 2);
    place(triangle, a, c, acos((a * a + c * c - b * b) / (2 * a * c)));
}

/* By the law of sines. */
static void from_two_angles(struct kin_outline *triangle, const struct kin_figure_part *part, double base)
{
    double one = kin_radians(kin_figure_number_at(part, "angles", 0)),
           two = kin_radians(kin_figure_number_at(part, "angles", 1));
    place(triangle, base, base * sin(two) / sin(one + two), one);
}

static void from_measures(struct kin_outline *triangle, const struct kin_figure_part *part)
{
    size_t sides = kin_figure_count(part, "sides");
    *triangle = (struct kin_outline){.count = 3, .owner = part};
    if (sides == 3) {
        from_three_sides(triangle, part);
    } else if (sides == 2) {
        place(triangle, kin_figure_number_at(part, "sides", 0), kin_figure_number_at(part, "sides", 1),
              kin_radians(kin_figure_number(part, "angles")));
    } else {
        from_two_angles(triangle, part, sides ? kin_figure_number(part, "sides") : 1);
    }
}

static void take(struct kin_outline *triangle, const struct kin_figure_part *part)
{
    if (kin_figure_has(part, "corners")) {
        kin_outline_take(triangle, part, "corners");
    } else {
        from_measures(triangle, part);
    }
}

/* ---- Judging -------------------------------------------------------------------------------------------------------
 */

static bool sides_close(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    double sum = 0, longest = 0;
    for (size_t i = 0; i < 3; i++) {
        sum += kin_figure_number_at(part, "sides", i);
        longest = fmax(longest, kin_figure_number_at(part, "sides", i));
    }
    return sum - longest > longest || kin_figure_reject(fault, part, "sides",
                                                        "the sides make no triangle: %g is not less than %g, the sum "
                                                        "of the other two",
                                                        longest, sum - longest);
}

static bool angles_close(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    double sum = 0;
    size_t count = kin_figure_count(part, "angles");
    for (size_t i = 0; i < count; i++) {
        sum += kin_figure_number_at(part, "angles", i);
    }
    bool closes = count == 3 ? fabs(sum - 180) < 1e-6 : sum < 180;
    return closes ||
           kin_figure_reject(fault, part, "angles", "the angles add up to %g, but must add up to %s180 degrees", sum,
                             count == 3 ? "" : "less than ");
}

static bool measures_fit(const struct kin_figure_part *part, struct kin_figure_fault *fault)
{
    size_t sides = kin_figure_count(part, "sides"), angles = kin_figure_count(part, "angles");
    bool enough = sides == 0 ? angles >= 2 : sides + angles == 3;
    if (kin_figure_has(part, "corners")) {
        return (sides == 0 && angles == 0) ||
               kin_figure_reject(fault, part, sides ? "sides" : "angles", "a triangle with corners has no %s besides",
                                 sides ? "sides" : "angles");
    }
    if (!enough) {
        return kin_figure_reject(fault, part, sides ? "sides" : NULL,
                                 "%zu sides and %zu angles do not make a triangle: say corners, three sides, two sides "
                                 "and an angle, a side and two angles, or angles alone",
                                 sides, angles);
    }
    return sides == 3 ? sides_close(part, fault) : angles_close(part, fault);
}

/* Thinner ones are but a stroke on paper. */
static bool wide_enough(const struct kin_outline *triangle, struct kin_figure_fault *fault)
{
    double longest = 0, area = fabs(kin_outline_doubled_area(triangle));
    for (size_t i = 1; i <= 3; i++) {
        longest = fmax(longest, kin_distance(kin_outline_corner(triangle, i), kin_outline_corner(triangle, i + 1)));
    }
    double share = longest > 0 ? area / (longest * longest) : 0;
    return share >= 0.02 ||
           kin_figure_reject(fault, triangle->owner, NULL,
                             "its height is %.2g of its longest side, but must be at least 0.02", share);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    struct kin_outline triangle;
    if (!measures_fit(&figure->whole, fault)) {
        return false;
    }
    take(&triangle, &figure->whole);
    const char *attribute = kin_figure_has(&figure->whole, "corners") ? "corners" : NULL;
    return kin_outline_sound(&triangle, attribute, fault) && wide_enough(&triangle, fault) &&
           kin_placed_sound(&figure->whole, fault);
}

/* ---- Showing -------------------------------------------------------------------------------------------------------
 */

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    struct kin_outline triangle;
    take(&triangle, &figure->whole);
    kin_tell(telling, "%s", telling->words->tell_triangle);
    kin_outline_tell(&triangle, telling);
    kin_placed_tell(&figure->whole, telling);
}

static void sketch(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    const struct kin_figure_part *part = &figure->whole;
    struct kin_board board = {.sketch = sketch, .turn = kin_radians(kin_figure_number(part, "turn"))};
    struct kin_outline triangle;
    take(&triangle, part);
    kin_outline_lay(&board, &triangle);
    kin_placed_lay(&board, part);
    kin_board_fit(&board, kin_figure_number(part, "width"), kin_figure_number(part, "height"));
}

const struct kin_figure_kind kin_figure_triangle = {
    .whole = {"triangle", "A triangle from its corners, sides or angles, drawn to scale", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch,
    .examples =
        {
            "<figure kind=\"triangle\" sides=\"[12, 13, 5]\" names=\"[&quot;A&quot;, &quot;B&quot;, &quot;C&quot;]\">"
            "<side at=\"1\">12 cm</side><side at=\"3\">5 cm</side><side at=\"2\"><m>x</m></side><angle at=\"1\"/>"
            "</figure>",
            "<figure kind=\"triangle\" corners=\"[[0, 0], [6, 0], [9, 5]]\"><side at=\"1\">6 in.</side>"
            "<side at=\"2\">5.8 in.</side><height from=\"3\" to=\"1\">5 in.</height></figure>",
            "<figure kind=\"triangle\" angles=\"[40, 70, 70]\" turn=\"10\"><side at=\"1\" ticks=\"1\"/>"
            "<side at=\"3\" ticks=\"1\"/><angle at=\"1\">40°</angle><angle at=\"2\"><m>x</m></angle>"
            "<exterior at=\"3\"><m>y</m></exterior></figure>",
            "<figure kind=\"triangle\" sides=\"[7, 4]\" angles=\"[25]\" scale=\"no\"><angle at=\"1\">(<m>3x + "
            "1</m>)°</angle>"
            "<angle at=\"2\"><m>2x</m>°</angle><corner at=\"3\">P</corner>"
            "<segment from=\"[0, 0]\" to=\"[4, 1]\" layer=\"key\"/></figure>",
        },
};
