/* Strokes that angles are between. */
#include "figure/legs.h"

void kin_legs_add(struct kin_legs *legs, struct kin_xy from, struct kin_xy to, const struct kin_figure_part *part)
{
    if (legs->count < KIN_MOST_LEGS) {
        legs->items[legs->count++] = (struct kin_leg){from, to, part};
    }
}

static bool same_direction(double a, double b)
{
    double sweep = kin_sweep(a, b);
    return fmin(sweep, 2 * M_PI - sweep) < kin_radians(0.1);
}

/* How far a stroke goes from a place of it towards one of its ends; 0: it does not leave there in this direction. */
static double length_towards(struct kin_xy at, struct kin_xy end, double direction)
{
    double length = kin_distance(at, end);
    return length > 1e-6 && same_direction(kin_heading(at, end), direction) ? length : 0;
}

static bool passes(const struct kin_leg *leg, struct kin_xy at)
{
    double detour = kin_distance(leg->from, at) + kin_distance(at, leg->to) - kin_distance(leg->from, leg->to);
    return detour < 1e-6;
}

const struct kin_leg *kin_legs_find(const struct kin_legs *legs, struct kin_xy at, double direction, double *length)
{
    for (size_t i = 0; i < legs->count; i++) {
        const struct kin_leg *leg = &legs->items[i];
        *length = passes(leg, at)
                      ? fmax(length_towards(at, leg->from, direction), length_towards(at, leg->to, direction))
                      : 0;
        if (*length > 0) {
            return leg;
        }
    }
    return NULL;
}

struct angles {
    const struct kin_angle_at *items;
    size_t count;
};

static bool is_square(const struct kin_angle_at *angle)
{
    bool right = fabs(kin_sweep(angle->from, angle->to) - M_PI / 2) < 1e-6;
    return kin_figure_is(angle->part, "mark", "square") || (kin_figure_is(angle->part, "mark", "auto") && right);
}

static bool lies_within(const struct kin_angle_at *part, const struct kin_angle_at *whole)
{
    double begin = kin_sweep(whole->from, part->from), sweep = kin_sweep(part->from, part->to);
    return begin + sweep < kin_sweep(whole->from, whole->to) + 1e-6;
}

/* Arcs of angles that lie side by side would look like one: each has another radius. Where a square is drawn over both,
 * they go around it. */
static double wider(const struct angles *angles, size_t index)
{
    double beside = 0, around = 0;
    const struct kin_angle_at *angle = &angles->items[index];
    for (size_t i = 0; i < angles->count; i++) {
        const struct kin_angle_at *other = &angles->items[i];
        bool here = i != index && kin_distance(other->at, angle->at) < 1e-6;
        bool touches = same_direction(other->to, angle->from) || same_direction(other->from, angle->to);
        beside += here && i < index && touches ? 4 : 0;
        around = here && is_square(other) && lies_within(angle, other) ? 4 : around;
    }
    return fmin(beside, 8) + around;
}

static void lay_angle(struct kin_board *board, const struct kin_legs *legs, const struct angles *angles, size_t index)
{
    const struct kin_angle_at *at = &angles->items[index];
    double one = 1, other = 1;
    kin_legs_find(legs, at->at, at->from, &one);
    kin_legs_find(legs, at->at, at->to, &other);
    bool square = is_square(at);
    struct kin_board_angle angle = {.corner = at->at,
                                    .a = kin_polar(at->at, one, at->from),
                                    .b = kin_polar(at->at, other, at->to),
                                    .arcs = square ? 0 : (size_t)kin_figure_number(at->part, "arcs"),
                                    .wider = wider(angles, index),
                                    .label = kin_figure_text(at->part, "label")};
    if (square) {
        kin_board_right_angle(board, angle.corner, angle.a, angle.b);
    }
    kin_board_angle(board, &angle);
}

void kin_legs_lay_angles(struct kin_board *board, const struct kin_legs *legs, const struct kin_angle_at *angles,
                         size_t count)
{
    const struct angles all = {angles, count};
    for (size_t i = 0; i < count; i++) {
        lay_angle(board, legs, &all, i);
    }
}
