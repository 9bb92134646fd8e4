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

/* Arcs of angles that lie side by side would look like one: each has another radius. */
static double wider(const struct kin_angle_at *angles, size_t index)
{
    double more = 0;
    const struct kin_angle_at *angle = &angles[index];
    for (size_t i = 0; i < index; i++) {
        bool beside = kin_distance(angles[i].at, angle->at) < 1e-6 &&
                      (same_direction(angles[i].to, angle->from) || same_direction(angles[i].from, angle->to));
        more += beside ? 4 : 0;
    }
    return fmin(more, 8);
}

static void lay_angle(struct kin_board *board, const struct kin_legs *legs, const struct kin_angle_at *angles,
                      size_t index)
{
    const struct kin_angle_at *at = &angles[index];
    double one = 1, other = 1, sweep = kin_sweep(at->from, at->to);
    kin_legs_find(legs, at->at, at->from, &one);
    kin_legs_find(legs, at->at, at->to, &other);
    bool right = kin_figure_is(at->part, "mark", "auto") && fabs(sweep - M_PI / 2) < 1e-6;
    bool square = right || kin_figure_is(at->part, "mark", "square");
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
    for (size_t i = 0; i < count; i++) {
        lay_angle(board, legs, angles, i);
    }
}
