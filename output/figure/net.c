/* Nets of prisms, pyramids, cylinders and cones; and what looks like one, but does not fold. */
#include "figure/net.h"
#include "figure/solid_rows.h"

#include <string.h>

static const struct kin_figure_attribute measure_rows[] = {
    {.name = "of",
     .type = KIN_FIGURE_CHOICE,
     .words = "side height slant altitude radius around",
     .doc =
         "side: of the base; height: of a prism or cylinder; slant: of a triangle of a pyramid, or a cone's; altitude: "
         "of a base over a side; around: the long side of a cylinder's rectangle, the arc of a cone's sector"},
    {.name = "number", .type = KIN_FIGURE_WHOLE, .otherwise = "1", .range = "1 12", .doc = "Which side of the base"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands beside it: 5 cm"},
    {0},
};
static const struct kin_figure_attribute face_rows[] = {
    {.name = "number",
     .type = KIN_FIGURE_WHOLE,
     .range = "1 15",
     .doc = "Which: what goes around from the left, then the upper and the lower base; a pyramid's base is the first"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands in it: A"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "none",
     .doc = "How it is filled"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"measure", "A measured length", measure_rows, NULL},
    {"face", "What stands in a face", face_rows, NULL},
    {0},
};

#define LENGTH(row, what)                                                                                              \
    {                                                                                                                  \
        .name = row, .type = KIN_FIGURE_NUMBER, .otherwise = KIN_LEFT_OUT, .range = "> 0 100000", .doc = what          \
    }
#define HANGING(row, what, where)                                                                                      \
    {.name = row, .type = KIN_FIGURE_WHOLE, .otherwise = "2", .range = "0 13", .doc = what},                           \
    {                                                                                                                  \
        .name = row "-side", .type = KIN_FIGURE_CHOICE, .words = "above below", .otherwise = where,                    \
        .doc = "On which side of it"                                                                                   \
    }
static const struct kin_figure_attribute rows[] = {
    {.name = "of", .type = KIN_FIGURE_CHOICE, .words = "prism pyramid cylinder cone", .doc = "What it folds to"},
    KIN_BASE_ROWS,
    LENGTH("radius", "Of a cylinder or cone"),
    {.name = "around",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = KIN_LEFT_OUT,
     .range = "1 13",
     .doc =
         "How many rectangles or triangles there are; when it is not as many as the base has sides, it does not fold"},
    HANGING("top", "On which of a prism's rectangles the upper base hangs; 0: it is missing", "above"),
    HANGING("bottom", "On which the lower base hangs; 0: it is missing", "below"),
    {.name = "across",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "220",
     .range = "60 450",
     .doc = "Width of the figure, in points of 1/72 inch"},
    {.name = "up", .type = KIN_FIGURE_NUMBER, .otherwise = "170", .range = "50 400", .doc = "Height of the figure"},
    {.name = "unit",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = KIN_LEFT_OUT,
     .range = "> 0 200",
     .doc = "At most so many points a unit"},
    {0},
};

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static const char *count_word(struct kin_telling *telling, size_t count)
{
    return kin_format(telling->arena, "%zu", count);
}

static void tell_base(struct kin_telling *telling, const struct kin_figure_part *part, const char *name, size_t sides)
{
    const char *side = kin_figure_word(part, kin_format(telling->arena, "%s-side", name));
    const struct kin_furniture *words = telling->words;
    if (kin_figure_number(part, name) > 0) {
        kin_tell(telling, strcmp(side, "above") == 0 ? words->tell_net_above : words->tell_net_below,
                 count_word(telling, sides), kin_tell_number(telling, part, name));
    }
}

static void tell_faces(struct kin_telling *telling, const struct kin_figure_part *part, const struct kin_net *net)
{
    struct kin_xy base[KIN_BODY_SIDES];
    size_t sides = kin_base_of(part, base);
    if (kin_figure_is(part, "of", "prism")) {
        kin_tell(telling, telling->words->tell_net_strip, count_word(telling, net->strip));
        tell_base(telling, part, "top", sides);
        tell_base(telling, part, "bottom", sides);
    } else {
        kin_tell(telling, telling->words->tell_net_pyramid, count_word(telling, sides),
                 count_word(telling, net->strip));
    }
}

static const char *length_name(const struct kin_furniture *words, const char *of)
{
    switch (*of) {
    case 's':
        return of[1] == 'i' ? words->tell_side : words->tell_slant;
    case 'a':
        return of[1] == 'l' ? words->tell_altitude : words->tell_net_around;
    case 'r':
        return words->tell_radius;
    default:
        return words->tell_height;
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *part = &figure->whole;
    struct kin_net net = kin_net_of(part);
    if (kin_figure_is(part, "of", "cylinder")) {
        kin_tell(telling, "%s", telling->words->tell_net_cylinder);
    } else if (kin_figure_is(part, "of", "cone")) {
        kin_tell(telling, "%s", telling->words->tell_net_cone);
    } else {
        tell_faces(telling, part, &net);
    }
    for (size_t i = 0; i < part->part_count; i++) {
        const struct kin_figure_part *inner = part->parts[i];
        const char *label = kin_tell_text(telling, inner, "label");
        if (*inner->name == 'm') {
            kin_tell(telling, telling->words->tell_length, length_name(telling->words, kin_figure_word(inner, "of")),
                     label);
        } else if (*label) {
            kin_tell(telling, telling->words->tell_net_face, kin_tell_number(telling, inner, "number"), label);
        }
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct drawing {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct kin_net net;
    struct kin_xy low, high, origin; /* in units, in units, pt */
    double scale;
};

static struct kin_xy place(const struct drawing *drawing, struct kin_xy p)
{
    return (struct kin_xy){drawing->origin.x + drawing->scale * p.x, drawing->origin.y - drawing->scale * p.y};
}

static void stretch(struct drawing *drawing, struct kin_xy p)
{
    drawing->low = (struct kin_xy){fmin(drawing->low.x, p.x), fmin(drawing->low.y, p.y)};
    drawing->high = (struct kin_xy){fmax(drawing->high.x, p.x), fmax(drawing->high.y, p.y)};
}

/* Labels beside the faces need room around them. */
static bool has_measures(const struct kin_figure_part *part)
{
    bool found = false;
    for (size_t i = 0; i < part->part_count; i++) {
        found = found || *part->parts[i]->name == 'm';
    }
    return found;
}

static void fit(struct drawing *drawing)
{
    struct kin_sketch *sketch = drawing->sketch;
    const double margin = has_measures(drawing->part) ? 30 : 2, rim = has_measures(drawing->part) ? 16 : 2;
    drawing->low = (struct kin_xy){INFINITY, INFINITY};
    drawing->high = (struct kin_xy){-INFINITY, -INFINITY};
    for (size_t f = 0; f < drawing->net.count; f++) {
        struct kin_xy places[KIN_NET_OUTLINE];
        size_t count = kin_net_outline(&drawing->net.faces[f], places);
        for (size_t i = 0; i < count; i++) {
            stretch(drawing, places[i]);
        }
    }
    double width = drawing->high.x - drawing->low.x, height = drawing->high.y - drawing->low.y;
    drawing->scale = fmin((sketch->width - 2 * margin) / width, (sketch->height - 2 * rim) / height);
    if (kin_figure_has(drawing->part, "unit")) {
        drawing->scale = fmin(drawing->scale, kin_figure_number(drawing->part, "unit"));
    }
    drawing->origin = (struct kin_xy){sketch->width / 2 - drawing->scale * (drawing->low.x + drawing->high.x) / 2,
                                      sketch->height / 2 + drawing->scale * (drawing->low.y + drawing->high.y) / 2};
}

static bool near(struct kin_xy a, struct kin_xy b, double size)
{
    return hypot(a.x - b.x, a.y - b.y) < 1e-6 * size;
}

/* Is a side of a face the hinge of another? Then that one draws it. */
static bool is_hinge(const struct drawing *drawing, size_t f, size_t side)
{
    const struct kin_net_face *face = &drawing->net.faces[f];
    struct kin_xy a = face->corners[side], b = face->corners[(side + 1) % face->count];
    double size = drawing->high.x - drawing->low.x;
    for (size_t i = 0; i < drawing->net.count; i++) {
        const struct kin_net_face *other = &drawing->net.faces[i];
        if (other->parent == (int)f && other->count && near(other->corners[0], b, size) &&
            near(other->corners[1], a, size)) {
            return true;
        }
    }
    return false;
}

static bool is_sector(const struct kin_net_face *face)
{
    return face->count == 0 && face->to - face->from < 2 * M_PI - 1e-9;
}

/* A place on the edge of a round face. */
static struct kin_xy edge_at(const struct kin_net_face *face, double angle)
{
    return (struct kin_xy){face->centre.x + face->radius * cos(angle), face->centre.y + face->radius * sin(angle)};
}

static void add_round(const struct drawing *drawing, const struct kin_net_face *face)
{
    double radius = face->radius * drawing->scale;
    struct kin_xy centre = place(drawing, face->centre);
    if (!is_sector(face)) {
        kin_sketch_ellipse(drawing->sketch, centre, radius, radius, KIN_PEN_NORMAL);
        return;
    }
    kin_sketch_arc(drawing->sketch, centre, radius, radius, face->from, face->to, KIN_PEN_NORMAL);
    kin_sketch_line(drawing->sketch, place(drawing, edge_at(face, face->from)), centre, KIN_PEN_NORMAL);
    kin_sketch_line(drawing->sketch, centre, place(drawing, edge_at(face, face->to)), KIN_PEN_NORMAL);
}

static void add_face(const struct drawing *drawing, size_t f)
{
    const struct kin_net_face *face = &drawing->net.faces[f];
    for (size_t i = 0; i < face->count; i++) {
        struct kin_xy from = place(drawing, face->corners[i]);
        struct kin_xy to = place(drawing, face->corners[(i + 1) % face->count]);
        bool fold = i == 0 && face->parent >= 0;
        if (fold || !is_hinge(drawing, f, i)) {
            kin_sketch_line(drawing->sketch, from, to, fold ? KIN_PEN_DASHED : KIN_PEN_NORMAL);
        }
    }
    if (face->count == 0) {
        add_round(drawing, face);
    }
}

/* ---- Measures -----------------------------------------------------------------------------------------------------
 */

static void label_side(const struct drawing *drawing, const struct kin_figure_part *measure, struct kin_xy from,
                       struct kin_xy to)
{
    if (kin_figure_text(measure, "label")) {
        kin_sketch_label_side(drawing->sketch, kin_figure_text(measure, "label"), place(drawing, from),
                              place(drawing, to));
    }
}

/* The upper or lower side of a rectangle of the strip as long as the i-th side of the base on which no base hangs. */
static void measure_strip(const struct drawing *drawing, const struct kin_figure_part *measure, size_t number)
{
    const struct kin_net *net = &drawing->net;
    const struct kin_xy *wanted = net->faces[number].corners;
    double width = wanted[2].x - wanted[1].x, size = drawing->high.x - drawing->low.x;
    for (size_t k = 0; k < 2 * net->strip; k++) {
        size_t f = (number + k / 2) % net->strip, side = k % 2 ? 3 : 1;
        const struct kin_xy *corners = net->faces[f].corners;
        if (fabs(corners[2].x - corners[1].x - width) < 1e-6 * size && !is_hinge(drawing, f, side)) {
            label_side(drawing, measure, corners[(side + 1) % 4], corners[side]);
            return;
        }
    }
    label_side(drawing, measure, wanted[2], wanted[1]);
}

static void add_across(const struct drawing *drawing, const struct kin_figure_part *measure, struct kin_xy foot,
                       struct kin_xy tip, struct kin_xy arm)
{
    struct kin_xy from = place(drawing, foot), to = place(drawing, tip);
    kin_sketch_line(drawing->sketch, from, to, KIN_PEN_THIN);
    kin_sketch_right_angle(drawing->sketch, from, to, place(drawing, arm));
    label_side(drawing, measure, foot, tip);
}

/* From the hinge of a face to the corner that is farthest from it. */
static void measure_altitude(const struct drawing *drawing, const struct kin_figure_part *measure,
                             const struct kin_net_face *face)
{
    struct kin_xy a = face->corners[0], b = face->corners[1], foot = a, tip = a;
    double length = hypot(b.x - a.x, b.y - a.y), most = -1;
    struct kin_xy u = {(b.x - a.x) / length, (b.y - a.y) / length};
    for (size_t i = 2; i < face->count; i++) {
        struct kin_xy p = face->corners[i];
        double along = (p.x - a.x) * u.x + (p.y - a.y) * u.y, beside = (p.y - a.y) * u.x - (p.x - a.x) * u.y;
        if (beside > most + 1e-9) {
            most = beside;
            tip = p;
            foot = (struct kin_xy){a.x + u.x * along, a.y + u.y * along};
        }
    }
    bool at_start = near(foot, a, length);
    add_across(drawing, measure, foot, tip, at_start ? b : a);
}

static void measure_circle(const struct drawing *drawing, const struct kin_figure_part *measure)
{
    const struct kin_net_face *circle = &drawing->net.faces[1];
    struct kin_xy edge = {circle->centre.x + circle->radius, circle->centre.y};
    kin_sketch_line(drawing->sketch, place(drawing, circle->centre), place(drawing, edge), KIN_PEN_THIN);
    kin_sketch_dot(drawing->sketch, place(drawing, circle->centre), KIN_DOT_CLOSED);
    label_side(drawing, measure, circle->centre, edge);
}

/* The right edge of a sector, and its arc to the left of where the circle hangs. */
static void measure_sector(const struct drawing *drawing, const struct kin_figure_part *measure)
{
    const struct kin_net_face *sector = &drawing->net.faces[0];
    double at = sector->from + 0.2 * (sector->to - sector->from);
    if (kin_figure_is(measure, "of", "slant")) {
        label_side(drawing, measure, sector->centre, edge_at(sector, sector->to));
    } else if (kin_figure_text(measure, "label")) {
        kin_sketch_label(drawing->sketch, kin_figure_text(measure, "label"), place(drawing, edge_at(sector, at)), 2,
                         at);
    }
}

static void measure_side(const struct drawing *drawing, const struct kin_figure_part *measure, size_t number)
{
    const struct kin_net_face *base = &drawing->net.faces[0];
    if (kin_figure_is(drawing->part, "of", "pyramid")) {
        struct kin_xy a = base->corners[number % base->count], b = base->corners[(number + 1) % base->count];
        label_side(drawing, measure, a, b); /* inside of the base */
    } else {
        measure_strip(drawing, measure, number % drawing->net.strip);
    }
}

static void add_measure(const struct drawing *drawing, const struct kin_figure_part *measure)
{
    size_t number = (size_t)kin_figure_number(measure, "number") - 1;
    const struct kin_net *net = &drawing->net;
    const char *of = kin_figure_word(measure, "of");
    const struct kin_xy *first = net->faces[0].corners;
    if (strcmp(of, "side") == 0) {
        measure_side(drawing, measure, number);
    } else if (is_sector(&net->faces[0]) && strcmp(of, "radius") != 0) {
        measure_sector(drawing, measure);
    } else if (strcmp(of, "height") == 0) {
        label_side(drawing, measure, first[1], first[0]);
    } else if (strcmp(of, "around") == 0) {
        label_side(drawing, measure, first[2], first[1]);
    } else if (strcmp(of, "radius") == 0) {
        measure_circle(drawing, measure);
    } else if (strcmp(of, "slant") == 0) {
        measure_altitude(drawing, measure, &net->faces[1 + number % net->strip]);
    } else {
        measure_altitude(drawing, measure, &net->faces[net->count > net->strip ? net->strip : 0]);
    }
}

static void add_label(const struct drawing *drawing, const struct kin_figure_part *part)
{
    size_t f = (size_t)kin_figure_number(part, "number") - 1;
    const struct kin_net_face *face = &drawing->net.faces[f];
    struct kin_xy places[KIN_NET_OUTLINE], middle = {0, 0};
    size_t count = kin_net_outline(face, places);
    for (size_t i = 0; i < count; i++) {
        places[i] = place(drawing, places[i]);
        middle = (struct kin_xy){middle.x + places[i].x / (double)count, middle.y + places[i].y / (double)count};
    }
    kin_sketch_fill(drawing->sketch, places, count, kin_pattern_named(kin_figure_word(part, "pattern")));
    if (kin_figure_text(part, "label")) {
        kin_sketch_label_inside(drawing->sketch, kin_figure_text(part, "label"), middle);
    }
}

static void sketch_net(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct drawing *drawing = KIN_NEW(sketch->arena, struct drawing);
    *drawing = (struct drawing){.sketch = sketch, .part = &figure->whole};
    drawing->net = kin_net_of(drawing->part);
    kin_sketch_size(sketch, kin_figure_number(drawing->part, "across"), kin_figure_number(drawing->part, "up"));
    fit(drawing);
    for (size_t i = 0; i < drawing->part->part_count; i++) {
        if (*drawing->part->parts[i]->name == 'f') {
            add_label(drawing, drawing->part->parts[i]);
        }
    }
    for (size_t f = 0; f < drawing->net.count; f++) {
        add_face(drawing, f);
    }
    for (size_t i = 0; i < drawing->part->part_count; i++) {
        if (*drawing->part->parts[i]->name == 'm') {
            add_measure(drawing, drawing->part->parts[i]);
        }
    }
}

const struct kin_figure_kind kin_figure_net = {
    .whole = {"net", "A net of a prism, pyramid, cylinder or cone, or one that does not fold", rows, parts},
    .check = kin_net_check,
    .describe = describe,
    .sketch = sketch_net,
    .examples =
        {
            "<figure kind=\"net\" of=\"cone\" radius=\"2\" height=\"5\"><measure of=\"radius\">2 cm</measure><measure "
            "of=\"slant\" layer=\"student\">?</measure><measure of=\"slant\" layer=\"key\">5.4 cm</measure><face "
            "number=\"1\" pattern=\"light\"/></figure>",
            "<figure kind=\"net\" of=\"prism\" base=\"[[0, 0], [3, 0], [0, 4]]\" height=\"6\" top=\"1\" bottom=\"1\">"
            "<measure of=\"side\">3 ft</measure><measure of=\"altitude\">4 ft</measure><face number=\"2\">A</face>"
            "</figure>",
            "<figure kind=\"net\" of=\"pyramid\" width=\"6\" height=\"4\"><measure of=\"side\">6 in</measure><measure "
            "of=\"slant\">5 in</measure><face number=\"1\" pattern=\"light\"/></figure>",
            "<figure kind=\"net\" of=\"cylinder\" radius=\"2\" height=\"5\"><measure of=\"radius\">2 m</measure>"
            "<measure of=\"height\">5 m</measure><measure of=\"around\" layer=\"key\"><m>4 pi</m> m</measure></figure>",
        },
};
