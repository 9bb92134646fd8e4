/* The tape diagram (bar model): rows of boxes on one scale, with braces. */
#include "figure/figure.h"
#include "figure/rows.h"

static const struct kin_figure_attribute box_rows[] = {
    {.name = "size",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "1",
     .range = "> 0 100000",
     .doc = "Its width, in units of the figure"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands in it"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "none",
     .doc = "How it is filled"},
    {0},
};
static const struct kin_figure_attribute brace_rows[] = {
    {.name = "from", .type = KIN_FIGURE_NUMBER, .otherwise = "0", .range = "0 1000000", .doc = "Where it begins"},
    {.name = "to", .type = KIN_FIGURE_NUMBER, .range = "> 0 1000000", .doc = "Where it ends, in units from the left"},
    {.name = "side",
     .type = KIN_FIGURE_CHOICE,
     .words = "above below",
     .otherwise = "above",
     .doc = "On which side of the tape"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands at its tip"},
    {0},
};
static const struct kin_figure_attribute tape_rows[] = {
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands to its left"},
    {.name = "count",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "0",
     .range = "0 40",
     .doc = "How many equal boxes it begins with"},
    {.name = "size",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "1",
     .range = "> 0 100000",
     .doc = "The width of each of these, in units of the figure"},
    {.name = "each", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands in each of these"},
    {.name = "shaded",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "0",
     .range = "0 40",
     .doc = "How many of these, from the left, are gray"},
    {0},
};
static const struct kin_figure_part_kind tape_parts[] = {
    {"box", "A box behind the equal ones", box_rows, NULL},
    {"brace", "A brace along the tape", brace_rows, NULL},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"tape", "A row of boxes", tape_rows, tape_parts},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "total",
     .type = KIN_FIGURE_TEXT,
     .otherwise = KIN_LEFT_OUT,
     .doc = "What stands at a brace on the right of all tapes together"},
    {.name = "length",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "300",
     .range = "150 450",
     .doc = "Of the figure, in points of 1/72 inch"},
    {0},
};

enum { MOST_TAPES = 8, MOST_BOXES = 60 };

/* ---- Measures -----------------------------------------------------------------------------------------------------
 */

static size_t equal_boxes(const struct kin_figure_part *tape)
{
    return (size_t)kin_figure_number(tape, "count");
}

static size_t part_count(const struct kin_figure_part *tape, char letter)
{
    size_t count = 0;
    for (size_t i = 0; i < tape->part_count; i++) {
        count += tape->parts[i]->name[1] == letter;
    }
    return count;
}
static size_t box_count(const struct kin_figure_part *tape)
{
    return equal_boxes(tape) + part_count(tape, 'o');
}

static double units_of(const struct kin_figure_part *tape)
{
    double units = kin_figure_number(tape, "count") * kin_figure_number(tape, "size");
    for (size_t i = 0; i < tape->part_count; i++) {
        units += tape->parts[i]->name[1] == 'o' ? kin_figure_number(tape->parts[i], "size") : 0;
    }
    return units;
}

static double most_units(const struct kin_figure_part *whole)
{
    double most = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        most = fmax(most, units_of(whole->parts[i]));
    }
    return most;
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool brace_fits(const struct kin_figure_part *brace, double most, struct kin_figure_fault *fault)
{
    double from = kin_figure_number(brace, "from"), to = kin_figure_number(brace, "to");
    if (to <= from) {
        return kin_figure_reject(fault, brace, "to", "to is %g, but must be above from, which is %g", to, from);
    }
    return to <= most * (1 + 1e-9) ||
           kin_figure_reject(fault, brace, "to", "to is %g, but the longest tape has %g units", to, most);
}

static bool tape_fits(const struct kin_figure_part *tape, double most, struct kin_figure_fault *fault)
{
    size_t boxes = box_count(tape);
    if (boxes == 0 || boxes > MOST_BOXES) {
        return kin_figure_reject(fault, tape, NULL, "it has %zu boxes, but must have 1 to %d", boxes, MOST_BOXES);
    }
    if (kin_figure_number(tape, "shaded") > kin_figure_number(tape, "count")) {
        return kin_figure_reject(fault, tape, "shaded", "shaded is %g, but count is %g",
                                 kin_figure_number(tape, "shaded"), kin_figure_number(tape, "count"));
    }
    for (size_t i = 0; i < tape->part_count; i++) {
        if (tape->parts[i]->name[1] == 'r' && !brace_fits(tape->parts[i], most, fault)) {
            return false;
        }
    }
    return true;
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    if (whole->part_count == 0 || whole->part_count > MOST_TAPES) {
        return kin_figure_reject(fault, whole, NULL, "it has %zu tapes, but must have 1 to %d", whole->part_count,
                                 MOST_TAPES);
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        if (!tape_fits(whole->parts[i], most_units(whole), fault)) {
            return false;
        }
    }
    return true;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static const char *box_text(struct kin_telling *telling, const struct kin_figure_part *part, const char *name)
{
    const char *text = kin_tell_text(telling, part, name);
    return *text ? kin_format(telling->arena, "“%s”", text) : telling->words->tell_empty;
}

static void tell_boxes(struct kin_telling *telling, const struct kin_figure_part *tape)
{
    const struct kin_furniture *words = telling->words;
    if (equal_boxes(tape)) {
        kin_tell(telling, words->tell_equal_boxes, kin_tell_number(telling, tape, "count"),
                 box_text(telling, tape, "each"));
    }
    if (kin_figure_number(tape, "shaded") > 0) {
        kin_tell(telling, words->tell_shaded, kin_tell_number(telling, tape, "shaded"));
    }
    for (size_t i = 0; i < tape->part_count; i++) {
        const struct kin_figure_part *part = tape->parts[i];
        if (part->name[1] == 'o') {
            kin_tell(telling, words->tell_box_with, box_text(telling, part, "label"));
        } else {
            kin_tell(telling, words->tell_brace, kin_tell_number(telling, part, "from"),
                     kin_tell_number(telling, part, "to"), box_text(telling, part, "label"));
        }
    }
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_figure_part *whole = &figure->whole;
    kin_tell(telling, "%s", telling->words->tell_tape_diagram);
    for (size_t i = 0; i < whole->part_count; i++) {
        if (kin_figure_text(whole->parts[i], "label")) {
            kin_tell(telling, telling->words->tell_tape, kin_tell_text(telling, whole->parts[i], "label"));
        }
        tell_boxes(telling, whole->parts[i]);
    }
    if (kin_figure_text(whole, "total")) {
        kin_tell(telling, telling->words->tell_total, kin_tell_text(telling, whole, "total"));
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static const double thick = 22, depth = 7, row_gap = 8, brace_room = 24;

struct tapes {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    double left, unit; /* where tapes begin, and the width of a unit; pt */
};

static bool has_brace(const struct kin_figure_part *tape, const char *side)
{
    bool found = false;
    for (size_t i = 0; i < tape->part_count; i++) {
        found = found || (tape->parts[i]->name[1] == 'r' && kin_figure_is(tape->parts[i], "side", side));
    }
    return found;
}

static double room_for(const struct kin_figure_part *tape, const char *side)
{
    return has_brace(tape, side) ? brace_room : 1;
}

static double row_height(const struct kin_figure_part *tape)
{
    return room_for(tape, "above") + thick + room_for(tape, "below");
}

static void add_box(const struct tapes *tapes, double from, double size, double top, enum kin_pattern pattern,
                    const struct kin_nodes *label)
{
    double left = tapes->left + from * tapes->unit, right = left + size * tapes->unit;
    const struct kin_xy corners[] = {{left, top}, {right, top}, {right, top + thick}, {left, top + thick}};
    kin_sketch_fill(tapes->sketch, corners, 4, pattern);
    kin_sketch_polygon(tapes->sketch, corners, 4, KIN_PEN_NORMAL);
    if (label) {
        kin_sketch_label_inside(tapes->sketch, label, (struct kin_xy){(left + right) / 2, top + thick / 2});
    }
}

static void add_brace(const struct tapes *tapes, const struct kin_figure_part *brace, double top)
{
    bool is_above = kin_figure_is(brace, "side", "above");
    double left = tapes->left + kin_figure_number(brace, "from") * tapes->unit;
    double right = tapes->left + kin_figure_number(brace, "to") * tapes->unit;
    struct kin_xy from = {is_above ? left : right, is_above ? top - 3 : top + thick + 3};
    struct kin_xy to = {is_above ? right : left, from.y};
    struct kin_xy tip = kin_sketch_brace(tapes->sketch, from, to, depth);
    if (kin_figure_text(brace, "label")) {
        kin_sketch_label(tapes->sketch, kin_figure_text(brace, "label"), tip, 0.6, is_above ? M_PI / 2 : -M_PI / 2);
    }
}

static void add_tape(const struct tapes *tapes, const struct kin_figure_part *tape, double top)
{
    double at = 0, size = kin_figure_number(tape, "size");
    for (size_t i = 0; i < equal_boxes(tape); i++, at += size) {
        bool shaded = (double)i < kin_figure_number(tape, "shaded");
        add_box(tapes, at, size, top, shaded ? KIN_PATTERN_LIGHT : KIN_PATTERN_NONE, kin_figure_text(tape, "each"));
    }
    for (size_t i = 0; i < tape->part_count; i++) {
        const struct kin_figure_part *part = tape->parts[i];
        if (part->name[1] == 'o') {
            add_box(tapes, at, kin_figure_number(part, "size"), top,
                    kin_pattern_named(kin_figure_word(part, "pattern")), kin_figure_text(part, "label"));
            at += kin_figure_number(part, "size");
        } else {
            add_brace(tapes, part, top);
        }
    }
}

static double rows_height(const struct kin_figure_part *whole)
{
    double height = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        height += row_height(whole->parts[i]) + (i ? row_gap : 0);
    }
    return height;
}

static double total_room(struct kin_sketch *sketch, const struct kin_nodes *total)
{
    return total ? kin_sketch_measure(sketch, total).x + depth + 8 : 1;
}

static void add_total(const struct tapes *tapes, double right, double height)
{
    const struct kin_nodes *total = kin_figure_text(tapes->part, "total");
    double top = room_for(tapes->part->parts[0], "above");
    double bottom = height - room_for(tapes->part->parts[tapes->part->part_count - 1], "below");
    if (total) {
        struct kin_xy tip =
            kin_sketch_brace(tapes->sketch, (struct kin_xy){right + 3, top}, (struct kin_xy){right + 3, bottom}, depth);
        kin_sketch_text(tapes->sketch, total, (struct kin_xy){tip.x + 3, tip.y}, 0, 0.5);
    }
}

static void sketch_tapes(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct tapes tapes = {.sketch = sketch, .part = &figure->whole};
    const struct kin_nodes *names[MOST_TAPES];
    size_t count = tapes.part->part_count;
    double height = rows_height(tapes.part);
    double width = kin_sketch_size(sketch, kin_figure_number(tapes.part, "length"), height);
    for (size_t i = 0; i < count; i++) {
        names[i] = kin_figure_text(tapes.part->parts[i], "label");
    }
    tapes.left = kin_rows_column(sketch, names, count, width) + 1;
    double right = width - total_room(sketch, kin_figure_text(tapes.part, "total"));
    tapes.unit = (right - tapes.left) / fmax(1e-9, most_units(tapes.part));
    double top = 0;
    for (size_t i = 0; i < count; i++) {
        const struct kin_figure_part *tape = tapes.part->parts[i];
        kin_rows_name(sketch, names[i], tapes.left - 1, top + room_for(tape, "above") + thick / 2);
        add_tape(&tapes, tape, top + room_for(tape, "above"));
        top += row_height(tape) + row_gap;
    }
    add_total(&tapes, right, height);
}

const struct kin_figure_kind kin_figure_tape_diagram = {
    .whole = {"tape-diagram", "Tapes of boxes on one scale, with braces: ratios, percents, equations", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_tapes,
    .examples =
        {"<figure kind=\"tape-diagram\" total=\"45\"><tape label=\"Red paint\" count=\"4\" each=\"?\"/>"
         "<tape label=\"White paint\" count=\"5\" each=\"?\"/></figure>",
         "<figure kind=\"tape-diagram\"><tape count=\"10\" shaded=\"7\"><brace to=\"10\" label=\"$60\"/>"
         "<brace to=\"7\" side=\"below\" label=\"70%\"/></tape></figure>",
         "<figure kind=\"tape-diagram\"><tape count=\"3\" size=\"5\"><each><m>x</m></each>"
         "<box size=\"4\" pattern=\"hatch\">12</box><brace to=\"19\" label=\"57\"/></tape></figure>",
         "<figure kind=\"tape-diagram\" length=\"240\"><tape label=\"Lin\" count=\"2\" each=\"18\" layer=\"both\">"
         "<brace to=\"2\" label=\"?\" layer=\"student\"/><brace to=\"2\" label=\"36\" layer=\"key\"/></tape>"
         "<tape label=\"Omar\" count=\"5\"/></figure>"},
};
