/* Outlines on a board. */
#include "figure/outline.h"

#include <string.h>

static const double beside_marks = 5; /* pt from a side to its label, where ticks or chevrons stand between */

struct drawn {
    struct kin_board *board;
    const struct kin_outline *outline;
    bool counter_clockwise;
};

static size_t number_of(const struct kin_figure_part *part, const char *name)
{
    return (size_t)kin_figure_number(part, name);
}

static struct kin_xy corner(const struct drawn *drawn, size_t number)
{
    return kin_outline_corner(drawn->outline, number);
}

static struct kin_xy corner_before(const struct drawn *drawn, size_t number)
{
    return kin_outline_corner(drawn->outline, number + drawn->outline->count - 1);
}

/* ---- Sides --------------------------------------------------------------------------------------------------------
 */

static const struct kin_figure_part *side_part(const struct drawn *drawn, size_t number)
{
    const struct kin_figure_part *owner = drawn->outline->owner;
    for (size_t i = 0; i < owner->part_count; i++) {
        if (strcmp(owner->parts[i]->name, "side") == 0 && number_of(owner->parts[i], "at") == number) {
            return owner->parts[i];
        }
    }
    return NULL;
}

static void lay_side(const struct drawn *drawn, size_t number)
{
    const struct kin_figure_part *part = side_part(drawn, number);
    const char *own = part ? kin_figure_word(part, "style") : "solid";
    const char *style = strcmp(own, "solid") == 0 ? kin_figure_word(drawn->outline->owner, "style") : own;
    if (strcmp(style, "none") != 0) {
        kin_board_line(drawn->board, corner(drawn, number), corner(drawn, number + 1), kin_stroke_named(style));
    }
}

/* Ticks, chevrons and label of a side or segment; the label stands to the left of the way from `from` to `to`. */
static void lay_marks(struct kin_board *board, const struct kin_figure_part *part, struct kin_xy from, struct kin_xy to)
{
    size_t ticks = number_of(part, "ticks"), chevrons = number_of(part, "arrows");
    if (ticks) {
        kin_board_ticks(board, from, to, ticks);
    }
    if (chevrons) {
        kin_board_chevrons(board, from, to, chevrons);
    }
    kin_board_label_side(board, kin_figure_text(part, "label"), from, to,
                         ticks || chevrons ? beside_marks : KIN_SIDE_CLEAR);
}

static void lay_side_marks(const struct drawn *drawn, const struct kin_figure_part *part)
{
    struct kin_xy from = corner(drawn, number_of(part, "at")), to = corner(drawn, number_of(part, "at") + 1);
    if (drawn->counter_clockwise) {
        lay_marks(drawn->board, part, to, from);
    } else {
        lay_marks(drawn->board, part, from, to);
    }
}

/* ---- Angles -------------------------------------------------------------------------------------------------------
 */

/* The rays of the inner angle at a corner, counter-clockwise from a to b. */
static struct kin_board_angle inner_angle(const struct drawn *drawn, size_t number)
{
    struct kin_xy after = corner(drawn, number + 1), before = corner_before(drawn, number);
    return (struct kin_board_angle){.corner = corner(drawn, number),
                                    .a = drawn->counter_clockwise ? after : before,
                                    .b = drawn->counter_clockwise ? before : after};
}

static void lay_angle(const struct drawn *drawn, const struct kin_figure_part *part)
{
    size_t number = number_of(part, "at");
    struct kin_board_angle angle = inner_angle(drawn, number);
    bool square = kin_figure_is(part, "mark", "square") ||
                  (kin_figure_is(part, "mark", "auto") && kin_outline_right_at(drawn->outline, number));
    angle.label = kin_figure_text(part, "label");
    angle.arcs = square ? 0 : number_of(part, "arcs");
    if (square) {
        kin_board_right_angle(drawn->board, angle.corner, angle.a, angle.b);
    }
    kin_board_angle(drawn->board, &angle);
}

static double longest_side(const struct kin_outline *outline)
{
    double longest = 0;
    for (size_t i = 1; i <= outline->count; i++) {
        longest = fmax(longest, kin_distance(kin_outline_corner(outline, i), kin_outline_corner(outline, i + 1)));
    }
    return longest;
}

/* A side is drawn on; the angle lies between that and the other side of the corner. */
static void lay_exterior(const struct drawn *drawn, const struct kin_figure_part *part)
{
    size_t number = number_of(part, "at");
    struct kin_xy at = corner(drawn, number), after = corner(drawn, number + 1), before = corner_before(drawn, number);
    bool goes_on = kin_figure_is(part, "side", "before");
    struct kin_xy back = goes_on ? before : after, other = goes_on ? after : before;
    struct kin_xy tip = kin_towards(back, at, 1 + 0.4 * longest_side(drawn->outline) / kin_distance(back, at));
    bool first = goes_on == drawn->counter_clockwise;
    struct kin_board_angle angle = {.corner = at,
                                    .a = first ? tip : other,
                                    .b = first ? other : tip,
                                    .arcs = number_of(part, "arcs"),
                                    .label = kin_figure_text(part, "label")};
    kin_board_line(drawn->board, at, tip, KIN_PEN_NORMAL);
    kin_board_arrow(drawn->board, at, tip);
    kin_board_angle(drawn->board, &angle);
}

static void mark_right_angles(const struct drawn *drawn)
{
    for (size_t i = 1; i <= drawn->outline->count; i++) {
        struct kin_board_angle angle = inner_angle(drawn, i);
        if (kin_outline_right_at(drawn->outline, i)) {
            kin_board_right_angle(drawn->board, angle.corner, angle.a, angle.b);
        }
    }
}

/* ---- Lines within -------------------------------------------------------------------------------------------------
 */

/* Where the foot stands on the side, 0 to 1; beyond, the side is drawn on to it. */
static double foot_share(struct kin_xy foot, struct kin_xy a, struct kin_xy b)
{
    double length = kin_distance(a, b);
    return ((foot.x - a.x) * (b.x - a.x) + (foot.y - a.y) * (b.y - a.y)) / (length * length);
}

static void lay_height(const struct drawn *drawn, const struct kin_figure_part *part)
{
    struct kin_xy from = corner(drawn, number_of(part, "from")), a = corner(drawn, number_of(part, "to")),
                  b = corner(drawn, number_of(part, "to") + 1), foot = kin_foot(from, a, b);
    double share = foot_share(foot, a, b);
    bool outside = share < -1e-9 || share > 1 + 1e-9;
    struct kin_xy near = share < 0.5 ? a : b, far = share < 0.5 ? b : a;
    kin_board_line(drawn->board, from, foot, KIN_PEN_DASHED);
    if (outside) {
        kin_board_line(drawn->board, near, foot, KIN_PEN_DASHED);
    }
    kin_board_right_angle(drawn->board, foot, from, outside ? near : far);
    double roomy = outside ? kin_heading(near, foot) : kin_heading(foot, far);
    kin_board_label(drawn->board, kin_figure_text(part, "label"), kin_towards(from, foot, 0.5), 2.5, roomy);
}

static void lay_diagonal(const struct drawn *drawn, const struct kin_figure_part *part)
{
    struct kin_xy from = corner(drawn, number_of(part, "from")), to = corner(drawn, number_of(part, "to"));
    kin_board_line(drawn->board, from, to, kin_stroke_named(kin_figure_word(part, "style")));
    if (number_of(part, "ticks")) {
        kin_board_ticks(drawn->board, from, to, number_of(part, "ticks"));
    }
    kin_board_label_side(drawn->board, kin_figure_text(part, "label"), from, to, KIN_SIDE_CLEAR);
}

/* ---- Corners ------------------------------------------------------------------------------------------------------
 */

/* The side of a corner that is drawn on beyond it by an exterior angle; NULL: none. */
static const struct kin_figure_part *exterior_at(const struct drawn *drawn, size_t number)
{
    const struct kin_figure_part *owner = drawn->outline->owner;
    for (size_t i = 0; i < owner->part_count; i++) {
        if (strcmp(owner->parts[i]->name, "exterior") == 0 && number_of(owner->parts[i], "at") == number) {
            return owner->parts[i];
        }
    }
    return NULL;
}

/* Outside, half-way between what leaves the corner: its sides, or one of them and the other one drawn on. */
static double roomy_at(const struct drawn *drawn, size_t number)
{
    struct kin_board_angle angle = inner_angle(drawn, number);
    double a = kin_heading(angle.corner, angle.a), b = kin_heading(angle.corner, angle.b);
    const struct kin_figure_part *exterior = exterior_at(drawn, number);
    if (exterior && kin_sweep(a, b) < M_PI) {
        bool first = kin_figure_is(exterior, "side", "before") != drawn->counter_clockwise;
        return first ? a - M_PI / 2 : b + M_PI / 2;
    }
    return a + kin_sweep(a, b) / 2 + M_PI;
}

static void lay_name(const struct drawn *drawn, size_t number, const struct kin_nodes *text)
{
    kin_board_label(drawn->board, text, corner(drawn, number), 1.5, roomy_at(drawn, number));
}

static void lay_names(const struct drawn *drawn)
{
    const struct kin_figure_value *names = kin_figure_value(drawn->outline->owner, "names");
    for (size_t i = 0; names && i < names->word_count && i < drawn->outline->count; i++) {
        struct kin_nodes text = kin_sketch_italic(drawn->board->sketch, names->words[i]);
        struct kin_nodes *kept = KIN_NEW(drawn->board->sketch->arena, struct kin_nodes);
        *kept = text;
        lay_name(drawn, i + 1, kept);
    }
}

/* ---- All of it ----------------------------------------------------------------------------------------------------
 */

static struct kin_xy middle_of(const struct kin_outline *outline)
{
    struct kin_xy sum = {0, 0};
    double area = kin_outline_doubled_area(outline);
    for (size_t i = 1; i <= outline->count; i++) {
        struct kin_xy a = kin_outline_corner(outline, i), b = kin_outline_corner(outline, i + 1);
        double weight = (a.x * b.y - b.x * a.y) / (3 * area);
        sum = (struct kin_xy){sum.x + (a.x + b.x) * weight, sum.y + (a.y + b.y) * weight};
    }
    return sum;
}

static void lay_part(const struct drawn *drawn, const struct kin_figure_part *part)
{
    static const struct {
        const char *name;
        void (*lay)(const struct drawn *drawn, const struct kin_figure_part *part);
    } rows[] = {{"side", lay_side_marks},
                {"angle", lay_angle},
                {"exterior", lay_exterior},
                {"height", lay_height},
                {"diagonal", lay_diagonal}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(part->name, rows[i].name) == 0) {
            rows[i].lay(drawn, part);
        }
    }
    if (strcmp(part->name, "corner") == 0 && kin_figure_text(part, "label")) {
        lay_name(drawn, number_of(part, "at"), kin_figure_text(part, "label"));
    }
}

void kin_outline_lay(struct kin_board *board, const struct kin_outline *outline)
{
    struct drawn drawn = {board, outline, kin_outline_doubled_area(outline) > 0};
    kin_board_area(board, outline->corners, outline->count,
                   kin_pattern_named(kin_figure_word(outline->owner, "pattern")));
    for (size_t i = 1; i <= outline->count; i++) {
        lay_side(&drawn, i);
    }
    if (kin_figure_is(outline->owner, "right-angles", "marked")) {
        mark_right_angles(&drawn);
    }
    for (size_t i = 0; i < outline->owner->part_count; i++) {
        lay_part(&drawn, outline->owner->parts[i]);
    }
    lay_names(&drawn);
    kin_board_label_inside(board, kin_figure_text(outline->owner, "label"), middle_of(outline));
}

/* ---- Segments and points by their places --------------------------------------------------------------------------
 */

static void lay_segment(struct kin_board *board, const struct kin_figure_part *part)
{
    struct kin_xy from = kin_point_of(part, "from", 0), to = kin_point_of(part, "to", 0);
    kin_board_line(board, from, to, kin_stroke_named(kin_figure_word(part, "style")));
    if (kin_figure_is(part, "ends", "dots")) {
        kin_board_dot(board, from, KIN_DOT_CLOSED);
        kin_board_dot(board, to, KIN_DOT_CLOSED);
    } else if (kin_figure_is(part, "ends", "arrows")) {
        kin_board_arrow(board, from, to);
        kin_board_arrow(board, to, from);
    }
    lay_marks(board, part, from, to);
}

static void lay_point(struct kin_board *board, const struct kin_figure_part *part)
{
    struct kin_xy at = kin_point_of(part, "at", 0);
    kin_board_dot(board, at, kin_figure_is(part, "end", "open") ? KIN_DOT_OPEN : KIN_DOT_CLOSED);
    kin_board_label(board, kin_figure_text(part, "label"), at, KIN_DOT_RADIUS + 1.5, M_PI / 3);
}

void kin_placed_lay(struct kin_board *board, const struct kin_figure_part *owner)
{
    for (size_t i = 0; i < owner->part_count; i++) {
        if (strcmp(owner->parts[i]->name, "segment") == 0) {
            lay_segment(board, owner->parts[i]);
        } else if (strcmp(owner->parts[i]->name, "point") == 0) {
            lay_point(board, owner->parts[i]);
        }
    }
}
