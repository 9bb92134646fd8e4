/* Plane sections of a body: where a plane cuts it, filled, its edge dashed where it runs behind. */
#include "figure/solid.h"

#include <stdlib.h>
#include <string.h>

enum { MOST = 96 };

struct section {
    const struct kin_solid *solid;
    const struct kin_body *body;
    struct kin_xyz normal, across, along; /* across and along lie in the plane; across is level */
    double offset;
    struct kin_xyz corners[MOST];
    size_t count;
};

/* ---- The plane ----------------------------------------------------------------------------------------------------
 */

static void stretch(double *low, double *high, double value)
{
    *low = fmin(*low, value);
    *high = fmax(*high, value);
}

/* How far the body reaches along the plane's normal. */
static void extent_of(const struct section *section, double *low, double *high)
{
    const struct kin_body *body = section->body;
    double steep = kin_xyz_dot(section->normal, body->axis), level = sqrt(fmax(0, 1 - steep * steep)) * body->radius;
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t i = 0; i < body->sides; i++) {
        stretch(low, high, kin_xyz_dot(section->normal, body->base[i]));
        stretch(low, high, kin_xyz_dot(section->normal, body->top[i]));
    }
    for (int i = 0; body->sides == 0 && i < 2; i++) {
        struct kin_xyz end = kin_body_middle(body, i * body->height);
        stretch(low, high, kin_xyz_dot(section->normal, end) - level);
        stretch(low, high, kin_xyz_dot(section->normal, end) + level);
    }
}

static void set_plane(struct section *section, const struct kin_figure_part *part)
{
    static const struct kin_xyz up = {0, 0, 1}, right = {1, 0, 0}, back = {0, 1, 0};
    double low, high;
    section->across = right;
    section->along = back;
    section->normal = up;
    if (kin_figure_is(part, "direction", "front")) {
        section->along = up;
        section->normal = back;
    } else if (kin_figure_is(part, "direction", "side")) {
        section->across = back;
        section->along = up;
        section->normal = right;
    } else if (kin_figure_is(part, "direction", "slanted")) {
        section->across = back;
        section->along = kin_xyz_unit((struct kin_xyz){2, 0, 1});
        section->normal = kin_xyz_unit((struct kin_xyz){-1, 0, 2});
    }
    extent_of(section, &low, &high);
    section->offset = low + (high - low) * kin_figure_number(part, "at");
}

/* ---- Its polygon --------------------------------------------------------------------------------------------------
 */

static void add_corner(struct section *section, struct kin_xyz p)
{
    for (size_t i = 0; i < section->count; i++) {
        if (kin_xyz_apart(section->corners[i], p) < 1e-9 * section->solid->size) {
            return;
        }
    }
    if (section->count < MOST) {
        section->corners[section->count++] = p;
    }
}

static void cut_edge(struct section *section, struct kin_xyz a, struct kin_xyz b)
{
    double from = kin_xyz_dot(section->normal, a) - section->offset;
    double to = kin_xyz_dot(section->normal, b) - section->offset;
    if (from * to <= 0 && from != to) {
        add_corner(section, kin_xyz_add(a, kin_xyz_add(b, a, -1), from / (from - to)));
    }
}

/* Corners in the order in which they stand around their middle. */
static void sort_corners(struct section *section)
{
    struct kin_xyz middle = {0};
    double angles[MOST];
    for (size_t i = 0; i < section->count; i++) {
        middle = kin_xyz_add(middle, section->corners[i], 1.0 / (double)section->count);
    }
    for (size_t i = 0; i < section->count; i++) {
        struct kin_xyz corner = section->corners[i], from = kin_xyz_add(corner, middle, -1);
        double angle = atan2(kin_xyz_dot(from, section->along), kin_xyz_dot(from, section->across));
        size_t j = i;
        for (; j > 0 && angles[j - 1] > angle; j--) {
            angles[j] = angles[j - 1];
            section->corners[j] = section->corners[j - 1];
        }
        angles[j] = angle;
        section->corners[j] = corner;
    }
}

static void cut_corners(struct section *section)
{
    const struct kin_body *body = section->body;
    bool across = body->role == KIN_BODY_OUTLINE; /* its height: the corners are those of the base, in their order */
    for (size_t i = 0; i < body->sides; i++) {
        size_t next = (i + 1) % body->sides;
        cut_edge(section, body->base[i], body->top[i]);
        if (!across) {
            cut_edge(section, body->base[i], body->base[next]);
            cut_edge(section, body->top[i], body->top[next]);
        }
    }
    if (!across) {
        sort_corners(section);
    }
}

/* Strips run along the axis where the plane does. */
static void turn_strips(struct section *section)
{
    if (fabs(kin_xyz_dot(section->across, section->body->axis)) > 0.5) {
        struct kin_xyz across = section->across;
        section->across = section->along;
        section->along = across;
    }
}

/* Along the plane in strips: where each begins on the way there, where it ends on the way back. */
static void cut_round(struct section *section)
{
    enum { STRIPS = 40 };
    struct kin_xyz on_axis = section->body->at;
    turn_strips(section);
    double apart = section->offset - kin_xyz_dot(section->normal, on_axis);
    struct kin_xyz middle = kin_xyz_add(on_axis, section->normal, apart);
    bool there[STRIPS + 1];
    double from[STRIPS + 1], to[STRIPS + 1];
    for (int i = 0; i <= STRIPS; i++) {
        double aside = -cos(M_PI * i / STRIPS) * section->body->radius * (1 - 1e-7);
        there[i] =
            kin_body_span(section->body, kin_xyz_add(middle, section->across, aside), section->along, &from[i], &to[i]);
    }
    for (int i = 0; i <= 2 * STRIPS + 1; i++) {
        int strip = i <= STRIPS ? i : 2 * STRIPS + 1 - i;
        double aside = -cos(M_PI * strip / STRIPS) * section->body->radius * (1 - 1e-7);
        struct kin_xyz foot = kin_xyz_add(middle, section->across, aside);
        if (there[strip]) {
            add_corner(section, kin_xyz_add(foot, section->along, i <= STRIPS ? from[strip] : to[strip]));
        }
    }
}

/* ---- Drawing ------------------------------------------------------------------------------------------------------
 */

static bool is_hidden(const struct section *section, size_t i)
{
    struct kin_xyz a = section->corners[i], b = section->corners[(i + 1) % section->count];
    return kin_solid_hides(section->solid, kin_xyz_add(a, kin_xyz_add(b, a, -1), 0.5));
}

/* A run of sides from the i-th on that are all seen or all hidden; how many. */
static size_t draw_run(const struct section *section, const struct kin_xy *places, size_t first)
{
    struct kin_xy run[MOST + 1];
    bool hidden = is_hidden(section, first);
    size_t count = 0;
    while (first + count < section->count && is_hidden(section, first + count) == hidden) {
        run[count] = places[first + count];
        count++;
    }
    run[count] = places[(first + count) % section->count];
    kin_sketch_path(section->solid->sketch, run, count + 1, hidden ? KIN_PEN_DASHED : KIN_PEN_NORMAL);
    return count;
}

static void draw_section(const struct section *section, const struct kin_figure_part *part)
{
    struct kin_xy places[MOST];
    size_t right = 0;
    for (size_t i = 0; i < section->count; i++) {
        places[i] = kin_view_place(&section->solid->view, section->corners[i]);
        right = places[i].x > places[right].x ? i : right;
    }
    kin_sketch_fill(section->solid->sketch, places, section->count,
                    kin_pattern_named(kin_figure_word(part, "pattern")));
    for (size_t i = 0; i < section->count;) {
        i += draw_run(section, places, i);
    }
    if (kin_figure_text(part, "label")) {
        kin_sketch_label(section->solid->sketch, kin_figure_text(part, "label"), places[right], 2, 0);
    }
}

void kin_solid_section(const struct kin_solid *solid, const struct kin_body *body, const struct kin_figure_part *part)
{
    struct section section = {.solid = solid, .body = body};
    set_plane(&section, part);
    (body->sides ? cut_corners : cut_round)(&section);
    if (section.count > 2) {
        draw_section(&section, part);
    }
}
