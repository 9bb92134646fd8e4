/* Points of the plane, each a list of two numbers, and lists of them; moved as in grade 8 geometry. */
#include "expr/functions/call.h"

#include "expr/functions/sorting.h"

#include <string.h>

KIN_DECLARE_FUNCTION(translate);
KIN_DECLARE_FUNCTION(reflect);
KIN_DECLARE_FUNCTION(rotate);
KIN_DECLARE_FUNCTION(dilate);
KIN_DECLARE_FUNCTION(midpoint);
KIN_DECLARE_FUNCTION(distance);
KIN_DECLARE_FUNCTION(polygon_area);
KIN_DECLARE_FUNCTION(corner_points);

struct point {
    struct kin_rat x, y;
};

/* x' = a*x + b*y + e, y' = c*x + d*y + f */
struct motion {
    struct kin_rat a, b, c, d, e, f;
};

static bool read_point(struct kin_call *call, const struct kin_value *value, struct point *point)
{
    const struct kin_list *list = value->as.list;
    if (list->count != 2) {
        return kin_call_fail(
            call, KIN_E240,
            kin_format(call->arena, "a point is a list of two numbers, not %s", kin_call_text(call, value)));
    }
    *point = (struct point){list->items[0].as.number, list->items[1].as.number};
    return true;
}

static struct kin_value point_value(kin_arena *arena, struct point point)
{
    return kin_value_list(arena, (struct kin_value[]){kin_value_number(point.x), kin_value_number(point.y)}, 2);
}

static bool give_point(struct kin_call *call, struct point point, struct kin_value *result)
{
    return kin_call_give(call, point.x, result) && kin_call_give(call, point.y, result) &&
           (*result = point_value(call->arena, point), true);
}

static struct kin_rat plus_product(kin_arena *arena, struct kin_rat total, struct kin_rat a, struct kin_rat b)
{
    return kin_rat_add(arena, total, kin_rat_mul(arena, a, b));
}

static struct point moved(kin_arena *arena, const struct motion *by, struct point p)
{
    struct kin_rat x = plus_product(arena, by->e, by->a, p.x), y = plus_product(arena, by->f, by->c, p.x);
    return (struct point){plus_product(arena, x, by->b, p.y), plus_product(arena, y, by->d, p.y)};
}

static bool move_one(struct kin_call *call, const struct motion *by, const struct kin_value *value,
                     struct kin_value *result)
{
    struct point point;
    return read_point(call, value, &point) && give_point(call, moved(call->arena, by, point), result);
}

/* The first argument, a point or a list of points, moved. */
static bool move(struct kin_call *call, const struct motion *by, struct kin_value *result)
{
    const struct kin_list *list = call->arguments[0].as.list;
    if (list->count == 0 || list->items[0].kind != KIN_LIST) {
        return move_one(call, by, &call->arguments[0], result);
    }
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, list->count);
    for (size_t i = 0; i < list->count; i++) {
        if (!move_one(call, by, &list->items[i], &items[i])) {
            return false;
        }
    }
    return kin_call_give_list(call, items, list->count, result);
}

/* The same about another centre than (0, 0): what the centre is taken to is put back onto it. */
static bool move_about(struct kin_call *call, struct motion by, size_t index, struct kin_value *result)
{
    struct point centre;
    if (call->count <= index) {
        return move(call, &by, result);
    }
    if (!read_point(call, &call->arguments[index], &centre)) {
        return false;
    }
    struct point off = moved(call->arena, &by, centre);
    by.e = kin_rat_add(call->arena, by.e, kin_rat_sub(call->arena, centre.x, off.x));
    by.f = kin_rat_add(call->arena, by.f, kin_rat_sub(call->arena, centre.y, off.y));
    return move(call, &by, result);
}

static struct motion linear(int a, int b, int c, int d)
{
    struct kin_rat zero = kin_rat_int(0);
    return (struct motion){kin_rat_int(a), kin_rat_int(b), kin_rat_int(c), kin_rat_int(d), zero, zero};
}

static bool call_translate(struct kin_call *call, struct kin_value *result)
{
    struct motion by = linear(1, 0, 0, 1);
    by.e = kin_call_number(call, 1);
    by.f = kin_call_number(call, 2);
    return move(call, &by, result);
}

static const struct kin_example translate_examples[] = {{"translate([3, -1], -5, 2)", "[-2, 1]"},
                                                        {"translate([[0, 0], [1, 4]], 1/2, 0)", "[[1/2, 0], [3/2, 4]]"},
                                                        {"translate([3], 1, 1)", "error E240"},
                                                        {NULL, NULL}};
const struct kin_function kin_function_translate = {
    "translate",
    "list of plain, plain, plain -> list of plain | list of list of plain, plain, plain -> list of list of plain",
    "A point, or each of a list, moved by so much in x and so much in y.",
    call_translate,
    false,
    translate_examples};

static bool call_reflect(struct kin_call *call, struct kin_value *result)
{
    static const struct {
        const char *line;
        int a, b, c, d, twice_x, twice_y;
    } lines[] = {{"x-axis", 1, 0, 0, -1, 0, 0},  {"y-axis", -1, 0, 0, 1, 0, 0}, {"y = x", 0, 1, 1, 0, 0, 0},
                 {"y = -x", 0, -1, -1, 0, 0, 0}, {"x =", -1, 0, 0, 1, 2, 0},    {"y =", 1, 0, 0, -1, 0, 2}};
    const char *line = call->arguments[1].as.word->one;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        bool shifted = lines[i].twice_x || lines[i].twice_y;
        if (strcmp(lines[i].line, line) == 0 && shifted == (call->count == 3)) {
            struct motion by = linear(lines[i].a, lines[i].b, lines[i].c, lines[i].d);
            by.e = kin_rat_mul(call->arena, kin_rat_int(lines[i].twice_x), kin_call_number(call, 2));
            by.f = kin_rat_mul(call->arena, kin_rat_int(lines[i].twice_y), kin_call_number(call, 2));
            return move(call, &by, result);
        }
    }
    return kin_call_fail(
        call, KIN_E240,
        "a line of reflection is 'x-axis', 'y-axis', 'y = x', 'y = -x', or 'x =' or 'y =' with a number");
}

static const struct kin_example reflect_examples[] = {{"reflect([3, 2], 'x-axis')", "[3, -2]"},
                                                      {"reflect([3, 2], 'y = x')", "[2, 3]"},
                                                      {"reflect([[3, 2], [0, 1]], 'x =', 1)", "[[-1, 2], [2, 1]]"},
                                                      {"reflect([3, 2], 'x =')", "error E240"},
                                                      {NULL, NULL}};
const struct kin_function kin_function_reflect = {
    "reflect",
    "list of plain, word, plain? -> list of plain | list of list of plain, word, plain? -> list of list of plain",
    "A point, or each of a list, reflected over 'x-axis', 'y-axis', 'y = x', 'y = -x', or over 'x =' or 'y =' a "
    "number.",
    call_reflect,
    false,
    reflect_examples};

static bool call_rotate(struct kin_call *call, struct kin_value *result)
{
    static const int turns[4][4] = {{1, 0, 0, 1}, {0, -1, 1, 0}, {-1, 0, 0, -1}, {0, 1, -1, 0}};
    int64_t degrees;
    if (!kin_call_whole(call, 1, -360, 360, &degrees)) {
        return false;
    }
    if (degrees % 90) {
        return kin_call_fail(call, KIN_E240, "rotate turns by multiples of 90 degrees");
    }
    const int *turn = turns[(degrees + 360) / 90 % 4];
    return move_about(call, linear(turn[0], turn[1], turn[2], turn[3]), 2, result);
}

static const struct kin_example rotate_examples[] = {{"rotate([3, 1], 90)", "[-1, 3]"},
                                                     {"rotate([3, 1], -90)", "[1, -3]"},
                                                     {"rotate([[3, 1], [2, 2]], 180, [2, 2])", "[[1, 3], [2, 2]]"},
                                                     {"rotate([3, 1], 45)", "error E240"},
                                                     {NULL, NULL}};
const struct kin_function kin_function_rotate = {
    "rotate",
    "list of plain, integer, list of plain? -> list of plain | list of list of plain, integer, list of plain? -> list "
    "of "
    "list of plain",
    "A point, or each of a list, turned by a multiple of 90 degrees, anticlockwise, about the origin or another point.",
    call_rotate,
    false,
    rotate_examples};

static bool call_dilate(struct kin_call *call, struct kin_value *result)
{
    struct motion by = linear(0, 0, 0, 0);
    by.a = by.d = kin_call_number(call, 1);
    return move_about(call, by, 2, result);
}

static const struct kin_example dilate_examples[] = {
    {"dilate([4, -6], 1/2)", "[2, -3]"}, {"dilate([[4, 6]], 3, [1, 1])", "[[10, 16]]"}, {NULL, NULL}};
const struct kin_function kin_function_dilate = {
    "dilate",
    "list of plain, plain, list of plain? -> list of plain | list of list of plain, plain, list of plain? -> list of "
    "list "
    "of plain",
    "A point, or each of a list, dilated by a factor from the origin or another point.",
    call_dilate,
    false,
    dilate_examples};

/* ---- Measures ---- */

static bool two_points(struct kin_call *call, struct point *p, struct point *q)
{
    return read_point(call, &call->arguments[0], p) && read_point(call, &call->arguments[1], q);
}

static bool call_midpoint(struct kin_call *call, struct kin_value *result)
{
    struct point p, q;
    struct kin_rat half = kin_rat_ratio(call->arena, 1, 2);
    if (!two_points(call, &p, &q)) {
        return false;
    }
    p.x = kin_rat_mul(call->arena, half, kin_rat_add(call->arena, p.x, q.x));
    p.y = kin_rat_mul(call->arena, half, kin_rat_add(call->arena, p.y, q.y));
    return give_point(call, p, result);
}

static const struct kin_example midpoint_examples[] = {{"midpoint([1, 2], [4, -2])", "[5/2, 0]"}, {NULL, NULL}};
const struct kin_function kin_function_midpoint = {"midpoint",
                                                   "list of plain, list of plain -> list of plain",
                                                   "The point half-way between two points.",
                                                   call_midpoint,
                                                   false,
                                                   midpoint_examples};

static bool call_distance(struct kin_call *call, struct kin_value *result)
{
    struct point p, q;
    if (!two_points(call, &p, &q)) {
        return false;
    }
    kin_arena *arena = call->arena;
    struct kin_rat x = kin_rat_sub(arena, p.x, q.x), y = kin_rat_sub(arena, p.y, q.y);
    struct kin_rat square = plus_product(arena, kin_rat_mul(arena, x, x), y, y);
    return kin_call_give_value(call, kin_value_surd(kin_surd_sqrt(arena, square)), result);
}

static const struct kin_example distance_examples[] = {
    {"distance([0, 0], [3, 4])", "5"}, {"distance([1, 1], [3, 3])", "2*sqrt(2)"}, {NULL, NULL}};
const struct kin_function kin_function_distance = {"distance",
                                                   "list of plain, list of plain -> surd",
                                                   "The distance of two points, exactly.",
                                                   call_distance,
                                                   false,
                                                   distance_examples};

/* Twice the area of a triangle with (0, 0), with a sign for its sense. */
static struct kin_rat cross(kin_arena *arena, struct point p, struct point q)
{
    return kin_rat_sub(arena, kin_rat_mul(arena, p.x, q.y), kin_rat_mul(arena, q.x, p.y));
}

/* Half of the sum of the cross products around the polygon (the shoelace formula). */
static bool call_polygon_area(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *list = call->arguments[0].as.list;
    struct kin_rat total = kin_rat_int(0);
    for (size_t i = 0; i < list->count; i++) {
        struct point p, q;
        if (!read_point(call, &list->items[i], &p) || !read_point(call, &list->items[(i + 1) % list->count], &q)) {
            return false;
        }
        total = kin_rat_add(call->arena, total, cross(call->arena, p, q));
    }
    return kin_call_give(call, kin_rat_div(call->arena, kin_rat_abs(call->arena, total), kin_rat_int(2)), result);
}

static const struct kin_example polygon_area_examples[] = {{"polygon_area([[0, 0], [4, 0], [4, 3]])", "6"},
                                                           {NULL, NULL}};
const struct kin_function kin_function_polygon_area = {"polygon_area",
                                                       "list of list of plain -> plain",
                                                       "The area of a polygon from its corners in order.",
                                                       call_polygon_area,
                                                       false,
                                                       polygon_area_examples};

/* ---- Corners of a system ax + by <= c ---- */

struct half_plane {
    struct kin_rat a, b, c;
};

static bool read_half_planes(struct kin_call *call, struct half_plane *planes)
{
    const struct kin_list *list = call->arguments[0].as.list;
    for (size_t i = 0; i < list->count; i++) {
        const struct kin_list *row = list->items[i].as.list;
        if (row->count != 3) {
            return kin_call_fail(call, KIN_E240, "an inequality ax + by <= c is the list [a, b, c]");
        }
        planes[i] = (struct half_plane){row->items[0].as.number, row->items[1].as.number, row->items[2].as.number};
    }
    return true;
}

static bool meet(kin_arena *arena, const struct half_plane *p, const struct half_plane *q, struct point *point)
{
    struct kin_rat below = cross(arena, (struct point){p->a, p->b}, (struct point){q->a, q->b});
    point->x = kin_rat_div(arena, cross(arena, (struct point){p->c, p->b}, (struct point){q->c, q->b}), below);
    point->y = kin_rat_div(arena, cross(arena, (struct point){p->a, p->c}, (struct point){q->a, q->c}), below);
    return kin_rat_defined(point->x) && kin_rat_defined(point->y);
}

static bool inside_all(kin_arena *arena, const struct half_plane *planes, size_t count, struct point point)
{
    bool inside = true;
    for (size_t i = 0; i < count && inside; i++) {
        struct kin_rat left = plus_product(arena, kin_rat_mul(arena, planes[i].a, point.x), planes[i].b, point.y);
        inside = kin_rat_compare(left, planes[i].c) <= 0;
    }
    return inside;
}

/* Corners of a convex region in rising order of x, then y. */
static bool call_corner_points(struct kin_call *call, struct kin_value *result)
{
    enum { MOST = 20 };
    const struct kin_list *list = call->arguments[0].as.list;
    struct half_plane planes[MOST];
    struct kin_value items[MOST * MOST];
    size_t count = 0, kept = 0;
    if (list->count > MOST) {
        return kin_call_fail(call, KIN_E240, "corner_points takes at most 20 inequalities");
    }
    if (!read_half_planes(call, planes)) {
        return false;
    }
    call->cost = list->count * list->count * list->count;
    for (size_t i = 0; i < list->count; i++) {
        for (size_t j = i + 1; j < list->count; j++) {
            struct point point;
            if (meet(call->arena, &planes[i], &planes[j], &point) &&
                inside_all(call->arena, planes, list->count, point)) {
                items[count++] = point_value(call->arena, point);
            }
        }
    }
    struct kin_list found = {count, items};
    struct kin_value *sorted = kin_sorted(call->arena, &found);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !kin_value_equal(&sorted[i], &sorted[kept - 1])) {
            sorted[kept++] = sorted[i];
        }
    }
    return kin_call_give_list(call, sorted, kept, result);
}

static const struct kin_example corner_points_examples[] = {
    {"corner_points([[-1, 0, 0], [0, -1, 0], [1, 1, 6], [1, 0, 4]])", "[[0, 0], [0, 6], [4, 0], [4, 2]]"},
    {"corner_points([[1, 0, 0], [-1, 0, -1]])", "[]"},
    {"corner_points([[1, 0]])", "error E240"},
    {NULL, NULL}};
const struct kin_function kin_function_corner_points = {
    "corner_points",
    "list of list of plain -> list of list of plain",
    "The corners of the region of inequalities ax + by <= c, each given as [a, b, c], by rising x, then y.",
    call_corner_points,
    false,
    corner_points_examples};
