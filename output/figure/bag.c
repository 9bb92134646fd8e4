/* The bag: counters in it, told apart by pattern and letter. */
#include "figure/figure.h"
#include "figure/shapes.h"

static const struct kin_figure_attribute counter_rows[] = {
    {.name = "count", .type = KIN_FIGURE_WHOLE, .range = "0 60", .doc = "How many of these"},
    {.name = "shape",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_SHAPE_WORDS,
     .otherwise = "circle",
     .doc = "What they look like"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "none",
     .doc = "How they are filled"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "A letter or number in each of them"},
    {.name = "name",
     .type = KIN_FIGURE_TEXT,
     .otherwise = KIN_LEFT_OUT,
     .doc = "What they are, for a legend below the bag: red"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"counter", "Equal counters, marbles or tiles", counter_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "most",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "12",
     .range = "1 60",
     .doc = "For how many counters there is room"},
    {.name = "mixed",
     .type = KIN_FIGURE_CHOICE,
     .words = "yes no",
     .otherwise = "yes",
     .doc = "Spread over the bag, or one kind after another"},
    {0},
};

enum { MOST_COUNTERS = 60 };

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    size_t count = kin_pieces_count(&figure->whole, NULL, NULL);
    double most = kin_figure_number(&figure->whole, "most");
    if (figure->whole.part_count > MOST_COUNTERS) {
        return kin_figure_reject(fault, &figure->whole, NULL, "it has %zu kinds of counters, but may have %d",
                                 figure->whole.part_count, MOST_COUNTERS);
    }
    return (count >= 1 && (double)count <= most) ||
           kin_figure_reject(fault, &figure->whole, "most",
                             "there are %zu counters, but must be 1 to most, which is %g", count, most);
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *bag = &figure->whole;
    kin_tell(telling, telling->words->tell_bag, kin_tell_pieces(telling, bag, NULL, NULL));
    for (size_t i = 0; i < bag->part_count; i++) {
        if (kin_figure_text(bag->parts[i], "name")) {
            kin_tell(telling, telling->words->tell_stands_for, kin_tell_piece(telling, bag->parts[i]),
                     kin_tell_text(telling, bag->parts[i], "name"));
        }
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct bag {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    const struct kin_figure_part *counters[MOST_COUNTERS]; /* in the order in which they lie */
    size_t count, columns, rows;
    double pitch, left, bottom; /* from counter to counter; the inside's corner; pt */
};

/* Each kind spread evenly over all places: of those that are left, the kind that is most behind comes next. */
static void mix(struct bag *bag)
{
    double given[MOST_COUNTERS] = {0};
    size_t kinds = bag->part->part_count < MOST_COUNTERS ? bag->part->part_count : MOST_COUNTERS;
    size_t total = kin_pieces_count(bag->part, NULL, NULL);
    while (bag->count < total) {
        size_t next = 0;
        double most = -INFINITY;
        for (size_t k = 0; k < kinds; k++) {
            double count = kin_figure_number(bag->part->parts[k], "count");
            double behind = count * ((double)bag->count + 0.5) / (double)total - given[k];
            if (given[k] < count && behind > most) {
                most = behind;
                next = k;
            }
        }
        given[next]++;
        bag->counters[bag->count++] = bag->part->parts[next];
    }
}

static void take_in_order(struct bag *bag)
{
    for (size_t i = 0; i < bag->part->part_count; i++) {
        for (int k = 0; k < (int)kin_figure_number(bag->part->parts[i], "count"); k++) {
            bag->counters[bag->count++] = bag->part->parts[i];
        }
    }
}

/* Rows from the bottom, each in the middle; every other one lies in the gaps of the one below, where both are full. */
static struct kin_xy place_of(const struct bag *bag, size_t i)
{
    size_t row = i / bag->columns, begin = row * bag->columns;
    size_t in_row = bag->count - begin < bag->columns ? bag->count - begin : bag->columns;
    double shift = (double)(bag->columns - in_row) / 2;
    shift += in_row < bag->columns ? 0 : row % 2 ? 0.25 : -0.25;
    return (struct kin_xy){bag->left + ((double)(i - begin) + 0.5 + shift) * bag->pitch,
                           bag->bottom - ((double)row + 0.5) * bag->pitch};
}

static const double neck_at = 13, shoulder = 24; /* pt from the top to the cord, from there to the full width */

static double bag_height(const struct bag *bag)
{
    return (double)bag->rows * bag->pitch + neck_at + shoulder - 2;
}

static double inside_width(const struct bag *bag)
{
    return ((double)bag->columns + 0.5) * bag->pitch;
}

/* The left side of a sack from its opening down: ruffled above a cord, from there in a curve to the full width, round
 * at the bottom. Three cubics, the first of which is what eased() says, the others quarters of ellipses. */
enum { BENDS = 3 };

static void left_side(const struct bag *bag, double middle, struct kin_cubic *bends)
{
    static const double round = 14, quarter = KIN_QUARTER;
    double half = inside_width(bag) / 2 + 4, bottom = bag_height(bag) - 1, full = neck_at + shoulder;
    double neck = fmin(22, 0.42 * half), mouth = neck + 7, third = (neck_at - 1) / 3;
    double left = middle - half, cord = middle - neck, wide = half - neck, away = 1 - quarter;
    bends[0] =
        (struct kin_cubic){{{middle - mouth, 1}, {middle - mouth, 1 + third}, {cord, 1 + 2 * third}, {cord, neck_at}}};
    bends[1] = (struct kin_cubic){
        {{cord, neck_at}, {cord - quarter * wide, neck_at}, {left, full - quarter * shoulder}, {left, full}}};
    bends[2] = (struct kin_cubic){
        {{left, bottom - round}, {left, bottom - away * round}, {left + away * round, bottom}, {left + round, bottom}}};
}

static struct kin_cubic mirrored(const struct kin_cubic *bend, double middle)
{
    struct kin_cubic other = *bend;
    for (int i = 0; i < 4; i++) {
        other.corners[i].x = 2 * middle - bend->corners[i].x;
    }
    return other;
}

static void add_side(const struct bag *bag, const struct kin_cubic *bends)
{
    for (int i = 0; i < BENDS; i++) {
        kin_sketch_cubic(bag->sketch, &bends[i], KIN_PEN_HEAVY);
    }
    kin_sketch_line(bag->sketch, bends[1].corners[3], bends[2].corners[0], KIN_PEN_HEAVY);
}

/* The cord around the neck, its ends hanging to the right. */
static void add_cord(const struct bag *bag, double middle, double half)
{
    struct kin_xy left = {middle - half - 1.5, neck_at}, knot = {middle + half * 0.3, neck_at};
    kin_sketch_line(bag->sketch, left, (struct kin_xy){middle + half + 1.5, neck_at}, KIN_PEN_HEAVY);
    for (int end = 0; end < 2; end++) {
        struct kin_xy tip = {knot.x + 2 + 6 * end, neck_at + 11 - 2 * end};
        kin_sketch_line(bag->sketch, knot, tip, KIN_PEN_NORMAL);
    }
}

/* The ruffle between the corners of the mouth: three waves, down and up, each a cubic. */
static void add_mouth(const struct bag *bag, struct kin_xy left, struct kin_xy right)
{
    enum { WAVES = 3 };
    static const double deep = 3.4; /* of the control points; the wave reaches three quarters of it */
    double wide = (right.x - left.x) / WAVES;
    for (int i = 0; i < WAVES; i++) {
        double x = left.x + i * wide, low = left.y + deep;
        const struct kin_cubic wave = {{{x, left.y}, {x + wide / 3, low}, {x + 2 * wide / 3, low}, {x + wide, left.y}}};
        kin_sketch_cubic(bag->sketch, &wave, KIN_PEN_HEAVY);
    }
}

static void add_sack(const struct bag *bag, double middle)
{
    struct kin_cubic left[BENDS], right[BENDS];
    left_side(bag, middle, left);
    for (int i = 0; i < BENDS; i++) {
        right[i] = mirrored(&left[i], middle);
    }
    add_side(bag, left);
    add_side(bag, right);
    kin_sketch_line(bag->sketch, left[2].corners[3], right[2].corners[3], KIN_PEN_HEAVY);
    add_mouth(bag, left[0].corners[0], right[0].corners[0]);
    add_cord(bag, middle, middle - left[0].corners[3].x);
}

/* What the legend needs: the widest name, and how many there are. */
struct legend {
    double widest;
    size_t count;
};

static struct legend legend_of(struct kin_sketch *sketch, const struct kin_figure_part *bag)
{
    struct legend legend = {0};
    for (size_t i = 0; i < bag->part_count; i++) {
        const struct kin_nodes *name = kin_figure_text(bag->parts[i], "name");
        legend.count += name != NULL;
        legend.widest = fmax(legend.widest, name ? kin_sketch_measure(sketch, name).x : 0);
    }
    return legend;
}

/* To the right of the bag, one below another. */
static void add_legend(const struct bag *bag, double left)
{
    double radius = bag->pitch / 2 - 1, middle = radius + 12;
    for (size_t i = 0; i < bag->part->part_count; i++) {
        const struct kin_nodes *name = kin_figure_text(bag->part->parts[i], "name");
        if (name) {
            kin_sketch_piece(bag->sketch, bag->part->parts[i], (struct kin_xy){left + radius, middle}, radius, radius);
            kin_sketch_text(bag->sketch, name, (struct kin_xy){left + 2 * radius + 6, middle}, 0, 0.5);
            middle += bag->pitch + 4;
        }
    }
}

/* Size of the bag and of its legend; counters become smaller where the column is narrow. Returns the bag's width. */
static double lay_out(struct bag *bag, const struct legend *legend)
{
    double most = kin_figure_number(bag->part, "most"), beside = legend->count ? legend->widest + 20 : 0;
    bag->columns = (size_t)fmax(3, ceil(sqrt(1.3 * most)));
    bag->rows = ((size_t)most + bag->columns - 1) / bag->columns;
    double room = (bag->sketch->room - beside - 10) / ((double)bag->columns + 1.5);
    bag->pitch = fmax(6, fmin(kin_shape_em(bag->sketch, 2.25), room));
    double width = inside_width(bag) + 10, tall = 14 + (double)legend->count * (bag->pitch + 4);
    beside += legend->count ? bag->pitch : 0;
    kin_sketch_size(bag->sketch, width + beside, fmax(bag_height(bag), legend->count ? tall : 0));
    bag->left = 5 + bag->pitch / 4;
    bag->bottom = bag_height(bag) - 4;
    return width;
}

static void sketch_bag(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct bag bag = {.sketch = sketch, .part = &figure->whole};
    sketch->width = sketch->room / 2; /* what a name may have */
    struct legend legend = legend_of(sketch, bag.part);
    double width = lay_out(&bag, &legend);
    if (kin_figure_is(bag.part, "mixed", "yes")) {
        mix(&bag);
    } else {
        take_in_order(&bag);
    }
    add_sack(&bag, width / 2);
    for (size_t i = 0; i < bag.count; i++) {
        kin_sketch_piece(sketch, bag.counters[i], place_of(&bag, i), bag.pitch / 2 - 1, bag.pitch / 2 - 1);
    }
    add_legend(&bag, width + 10);
}

const struct kin_figure_kind kin_figure_bag = {
    .whole = {"bag", "A bag of counters, marbles or tiles, told apart by pattern and letter", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_bag,
    .examples =
        {"<figure kind=\"bag\"><counter count=\"5\" pattern=\"light\">R</counter><counter count=\"3\">B</counter>"
         "<counter count=\"2\" pattern=\"hatch\">G</counter></figure>",
         "<figure kind=\"bag\" most=\"20\"><counter count=\"7\" pattern=\"hatch\"><name>red</name></counter><counter "
         "count=\"6\" pattern=\"dark\"><name>blue</name></counter><counter count=\"5\" pattern=\"dots\"><name>green"
         "</name></counter></figure>",
         "<figure kind=\"bag\" most=\"9\" mixed=\"no\"><for each=\"k\" in=\"[1, 2, 3, 4, 5, 6, 7]\"><counter "
         "count=\"1\" shape=\"square\">{k}</counter></for></figure>"},
};
