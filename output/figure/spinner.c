/* The spinner: a circle in sectors of equal or given sizes, told apart by patterns, with an arrow. */
#include "figure/figure.h"
#include "figure/shapes.h"

static const struct kin_figure_attribute sector_rows[] = {
    {.name = "count",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "1",
     .range = "0 24",
     .doc = "How many of these, one next to another"},
    {.name = "size",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "1",
     .range = "> 0 100000",
     .doc = "Its size beside the others': all sizes together, or total, are a whole turn"},
    {.name = "from",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = KIN_LEFT_OUT,
     .range = "0 1000000",
     .doc = "How much of the whole turn comes before it; it follows the sector before when not said"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "none",
     .doc = "How it is filled"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands in it"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"sector", "Equal sectors one next to another, clockwise", sector_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "across",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "120",
     .range = "60 300",
     .doc = "Diameter, in points of 1/72 inch"},
    {.name = "total",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = KIN_LEFT_OUT,
     .range = "> 0 1000000",
     .doc = "The whole turn, where sectors are to be drawn: 8 for eighths, 360 for degrees; all sizes together when "
            "not said"},
    {.name = "turn",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "0",
     .range = "-360 360",
     .doc = "Where the first sector begins: degrees from the top, clockwise"},
    {.name = "arrow",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "40",
     .range = "-360 360",
     .doc = "Where the arrow points: degrees from the top, clockwise"},
    {.name = "names",
     .type = KIN_FIGURE_CHOICE,
     .words = "inside outside",
     .otherwise = "inside",
     .doc = "Labels stand in their sectors where there is room, or all of them around the circle"},
    {0},
};

enum { MOST_SECTORS = 24 };

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static double whole_turn(const struct kin_figure_part *spinner)
{
    double sum = 0;
    for (size_t i = 0; i < spinner->part_count; i++) {
        sum += kin_figure_number(spinner->parts[i], "count") * kin_figure_number(spinner->parts[i], "size");
    }
    return kin_figure_has(spinner, "total") ? kin_figure_number(spinner, "total") : sum;
}

/* Where the i-th sector begins, in the unit of the sizes. */
static double begin_of(const struct kin_figure_part *spinner, size_t i)
{
    double begin = 0;
    for (size_t k = 0; k <= i; k++) {
        const struct kin_figure_part *sector = spinner->parts[k];
        begin = kin_figure_has(sector, "from") ? kin_figure_number(sector, "from") : begin;
        begin += k < i ? kin_figure_number(sector, "count") * kin_figure_number(sector, "size") : 0;
    }
    return begin;
}

static bool place_fits(const struct kin_figure_part *spinner, size_t i, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *sector = spinner->parts[i];
    double size = kin_figure_number(sector, "count") * kin_figure_number(sector, "size"), turn = whole_turn(spinner);
    bool settled = kin_figure_has(sector, "from") && kin_figure_has(spinner, "total");
    if (sector->layer != KIN_LAYER_BOTH && !settled) {
        return kin_figure_reject(fault, sector, "from",
                                 "a sector that some layers do not show needs from, and the spinner total");
    }
    return begin_of(spinner, i) + size <= turn * (1 + 1e-9) ||
           kin_figure_reject(fault, sector, "size", "the sector ends at %g, but the whole turn is %g",
                             begin_of(spinner, i) + size, turn);
}

static bool sector_fits(const struct kin_figure_part *spinner, size_t i, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *sector = spinner->parts[i];
    double turn = whole_turn(spinner), degrees = 360 * kin_figure_number(sector, "size") / turn;
    if (!place_fits(spinner, i, fault)) {
        return false;
    }
    return degrees >= 3 || kin_figure_number(sector, "count") < 1 ||
           kin_figure_reject(fault, sector, "size", "size is %g of %g, %.1f degrees, but must be at least 3 degrees",
                             kin_figure_number(sector, "size"), turn, degrees);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *spinner = &figure->whole;
    size_t count = kin_pieces_count(spinner, NULL, NULL), least = kin_figure_has(spinner, "total") ? 0 : 2;
    if (count < least || count > MOST_SECTORS) {
        return kin_figure_reject(fault, spinner, NULL, "it has %zu sectors, but must have %zu to %d", count, least,
                                 MOST_SECTORS);
    }
    bool fits = true;
    for (size_t i = 0; fits && i < spinner->part_count; i++) {
        fits = sector_fits(spinner, i, fault);
    }
    return fits;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static bool are_equal(const struct kin_figure_part *spinner)
{
    double full = (double)kin_pieces_count(spinner, NULL, NULL);
    bool equal = full > 1 && kin_figure_number(spinner->parts[0], "size") * full == whole_turn(spinner);
    for (size_t i = 1; i < spinner->part_count; i++) {
        equal = equal && kin_figure_number(spinner->parts[i], "size") == kin_figure_number(spinner->parts[0], "size");
    }
    return equal;
}

static const char *sector_name(struct kin_telling *telling, const struct kin_figure_part *sector)
{
    return kin_figure_text(sector, "label") ? kin_tell_quoted(telling, sector, "label")
                                            : kin_tell_pattern(telling, kin_figure_word(sector, "pattern"));
}

static const char *names_in_order(struct kin_telling *telling, const struct kin_figure_part *spinner)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    for (size_t i = 0; i < spinner->part_count; i++) {
        for (int k = 0; k < (int)kin_figure_number(spinner->parts[i], "count"); k++) {
            kin_buf_addf(&buf, "%s%s", buf.length ? ", " : "", sector_name(telling, spinner->parts[i]));
        }
    }
    return buf.data;
}

/* Degrees of a sector, exactly. */
static const char *degrees_of(struct kin_telling *telling, const struct kin_figure_part *spinner,
                              const struct kin_figure_part *sector)
{
    kin_arena *arena = telling->arena;
    struct kin_rat sum = kin_rat_int(0);
    for (size_t i = 0; i < spinner->part_count; i++) {
        sum = kin_rat_add(arena, sum,
                          kin_rat_mul(arena, kin_figure_exact(spinner->parts[i], "count"),
                                      kin_figure_exact(spinner->parts[i], "size")));
    }
    sum = kin_figure_has(spinner, "total") ? kin_figure_exact(spinner, "total") : sum;
    struct kin_rat share = kin_rat_div(arena, kin_figure_exact(sector, "size"), sum);
    return kin_tell_rat(telling, kin_rat_mul(arena, kin_rat_int(360), share));
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    const struct kin_figure_part *spinner = &figure->whole;
    const char *count = kin_format(telling->arena, "%zu", kin_pieces_count(spinner, NULL, NULL));
    if (are_equal(spinner)) {
        kin_tell(telling, words->tell_spinner_equal, count, names_in_order(telling, spinner));
        return;
    }
    kin_tell(telling, words->tell_spinner, count);
    for (size_t i = 0; i < spinner->part_count; i++) {
        for (int k = 0; k < (int)kin_figure_number(spinner->parts[i], "count"); k++) {
            kin_tell(telling, words->tell_spinner_sector, sector_name(telling, spinner->parts[i]),
                     degrees_of(telling, spinner, spinner->parts[i]));
        }
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct spinner {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct kin_xy middle;
    double radius, turn; /* pt; all sizes together */
};

/* Clockwise from the top in degrees, as an angle of the sketch. */
static double angle_of(double degrees)
{
    return M_PI / 2 - degrees * M_PI / 180;
}

/* In its sector where there is room at some distance from the middle; else outside, next to its rim. */
static void add_name(const struct spinner *spinner, const struct kin_nodes *label, double degrees)
{
    static const double reaches[] = {0.66, 0.74, 0.58, 0.8, 0.5};
    bool inside = kin_figure_is(spinner->part, "names", "inside"), placed = false;
    for (size_t i = 0; inside && !placed && i < sizeof reaches / sizeof *reaches; i++) {
        struct kin_xy at = kin_xy_around(spinner->middle, reaches[i] * spinner->radius, angle_of(degrees));
        placed = kin_sketch_text_if_free(spinner->sketch, label, at, 0.5, 0.5);
    }
    if (!placed) {
        kin_sketch_label(spinner->sketch, label, kin_xy_around(spinner->middle, spinner->radius, angle_of(degrees)), 3,
                         angle_of(degrees));
    }
}

typedef void sector_visitor(const struct spinner *spinner, const struct kin_figure_part *sector, double from,
                            double to);

static void visit_sectors(const struct spinner *spinner, sector_visitor *visit)
{
    double unit = 360 / spinner->turn;
    for (size_t i = 0; i < spinner->part->part_count; i++) {
        const struct kin_figure_part *sector = spinner->part->parts[i];
        double at = kin_figure_number(spinner->part, "turn") + begin_of(spinner->part, i) * unit;
        double size = kin_figure_number(sector, "size") * unit;
        for (int k = 0; k < (int)kin_figure_number(sector, "count"); k++, at += size) {
            visit(spinner, sector, at, at + size);
        }
    }
}

static void add_radius(const struct spinner *spinner, double degrees)
{
    kin_sketch_line(spinner->sketch, spinner->middle,
                    kin_xy_around(spinner->middle, spinner->radius, angle_of(degrees)), KIN_PEN_NORMAL);
}

static void shade_sector(const struct spinner *spinner, const struct kin_figure_part *sector, double from, double to)
{
    kin_sketch_fill_sector(spinner->sketch, spinner->middle, spinner->radius, angle_of(from), angle_of(to),
                           kin_pattern_named(kin_figure_word(sector, "pattern")));
}

static void begin_sector(const struct spinner *spinner, const struct kin_figure_part *sector, double from, double to)
{
    (void)sector;
    (void)to;
    add_radius(spinner, from);
}

/* Does a sector of some part begin at so many degrees? */
static bool goes_on(const struct spinner *spinner, double degrees)
{
    double unit = 360 / spinner->turn;
    for (size_t i = 0; i < spinner->part->part_count; i++) {
        const struct kin_figure_part *sector = spinner->part->parts[i];
        double at = kin_figure_number(spinner->part, "turn") + begin_of(spinner->part, i) * unit;
        for (int k = 0; k < (int)kin_figure_number(sector, "count"); k++) {
            double apart = fmod(fabs(at + k * kin_figure_number(sector, "size") * unit - degrees), 360);
            if (fmin(apart, 360 - apart) < 1e-6) {
                return true;
            }
        }
    }
    return false;
}

/* Nothing may follow a sector that is drawn on its own. */
static void end_sector(const struct spinner *spinner, const struct kin_figure_part *sector, double from, double to)
{
    (void)sector;
    (void)from;
    if (!goes_on(spinner, to)) {
        add_radius(spinner, to);
    }
}

static void name_sector(const struct spinner *spinner, const struct kin_figure_part *sector, double from, double to)
{
    if (kin_figure_text(sector, "label")) {
        add_name(spinner, kin_figure_text(sector, "label"), (from + to) / 2);
    }
}

/* White around it, so that it is seen on any pattern. */
static void add_arrow(const struct spinner *spinner)
{
    double angle = angle_of(kin_figure_number(spinner->part, "arrow"));
    struct kin_xy tip = kin_xy_around(spinner->middle, 0.42 * spinner->radius, angle);
    struct kin_xy tail = kin_xy_around(spinner->middle, 0.14 * spinner->radius, angle + M_PI);
    const struct kin_xy white[] = {kin_xy_around(tip, 3, angle), kin_xy_around(tip, 8, angle + 2.5),
                                   kin_xy_around(tail, 2.5, angle + 2), kin_xy_around(tail, 2.5, angle - 2),
                                   kin_xy_around(tip, 8, angle - 2.5)};
    kin_sketch_fill_gray(spinner->sketch, white, 5, 1);
    kin_sketch_line(spinner->sketch, tail, kin_xy_around(tip, 4, angle + M_PI), KIN_PEN_HEAVY);
    kin_sketch_arrow(spinner->sketch, tail, tip);
    kin_sketch_dot(spinner->sketch, spinner->middle, KIN_DOT_CLOSED);
}

static void sketch_spinner(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct spinner spinner = {.sketch = sketch, .part = &figure->whole, .turn = whole_turn(&figure->whole)};
    double across = fmin(kin_figure_number(spinner.part, "across"), sketch->room - 60);
    bool outside = kin_figure_is(spinner.part, "names", "outside");
    double beside = kin_shape_em(sketch, outside ? 5 : 2), above = kin_shape_em(sketch, outside ? 1.6 : 0.2);
    double width = kin_sketch_size(sketch, across + 2 * beside, across + 2 * above);
    spinner.radius = across / 2;
    spinner.middle = (struct kin_xy){width / 2, above + across / 2};
    visit_sectors(&spinner, shade_sector);
    visit_sectors(&spinner, begin_sector);
    visit_sectors(&spinner, end_sector);
    kin_sketch_ellipse(sketch, spinner.middle, spinner.radius, spinner.radius, KIN_PEN_NORMAL);
    add_arrow(&spinner);
    visit_sectors(&spinner, name_sector);
}

const struct kin_figure_kind kin_figure_spinner = {
    .whole = {"spinner", "A spinner with equal or unequal sectors", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_spinner,
    .examples =
        {"<figure kind=\"spinner\"><sector count=\"3\" pattern=\"hatch\">A</sector><sector count=\"2\" "
         "pattern=\"dots\">B</sector><sector>C</sector><sector count=\"2\" pattern=\"light\">D</sector></figure>",
         "<figure kind=\"spinner\" turn=\"45\"><sector size=\"1/2\" pattern=\"bars\">red</sector><sector "
         "size=\"1/3\">blue"
         "</sector><sector size=\"1/6\" pattern=\"cross\" layer=\"both\">green</sector></figure>",
         "<figure kind=\"spinner\" names=\"outside\" arrow=\"-70\"><sector size=\"5\">North</sector><sector size=\"1\" "
         "pattern=\"dark\">East</sector><sector size=\"3\" pattern=\"back\">South</sector></figure>",
         "<figure kind=\"spinner\" total=\"8\"><for each=\"k\" in=\"[1, 2, 3, 4, 5, 6, 7, "
         "8]\"><sector>{k}</sector></for><sector from=\"0\" size=\"3\" pattern=\"light\" layer=\"key\"/></figure>"},
};
