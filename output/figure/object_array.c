/* An array of objects: rows of small shapes to count, compare or multiply. */
#include "figure/figure.h"
#include "figure/shapes.h"

static const struct kin_figure_attribute object_rows[] = {
    {.name = "count", .type = KIN_FIGURE_WHOLE, .range = "0 400", .doc = "How many of these"},
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
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands in each of them"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"object", "Equal objects, one after another", object_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "columns", .type = KIN_FIGURE_WHOLE, .otherwise = "6", .range = "1 30", .doc = "Objects in a row"},
    {.name = "rows",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "3",
     .range = "1 20",
     .doc = "For how many rows there is room"},
    {.name = "room",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "0",
     .range = "0 30",
     .doc = "For how many columns there is room, where columns is drawn; 0: as many as there are"},
    {.name = "size",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "18",
     .range = "8 60",
     .doc = "From object to object, in points of 1/72 inch"},
    {.name = "frame",
     .type = KIN_FIGURE_CHOICE,
     .words = "none box",
     .otherwise = "none",
     .doc = "A box around them all"},
    {0},
};

static double columns_of(const struct kin_figure_part *array)
{
    return kin_figure_number(array, "columns");
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *array = &figure->whole;
    double count = (double)kin_pieces_count(array, NULL, NULL), columns = columns_of(array);
    double room = kin_figure_number(array, "room");
    if (room > 0 && columns > room) {
        return kin_figure_reject(fault, array, "columns", "columns is %g, but room is %g", columns, room);
    }
    return (count >= 1 && count <= columns * kin_figure_number(array, "rows")) ||
           kin_figure_reject(fault, array, "rows", "there are %g objects, but must be 1 to %g in %g rows of %g", count,
                             columns * kin_figure_number(array, "rows"), kin_figure_number(array, "rows"), columns);
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    kin_tell(telling, telling->words->tell_array, kin_tell_number(telling, &figure->whole, "columns"),
             kin_tell_pieces(telling, &figure->whole, NULL, NULL));
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static const double frame_room = 5;

struct array {
    struct kin_sketch *sketch;
    double pitch, edge;
    size_t columns, count; /* in a row; objects so far */
};

static void add_object(struct array *array, const struct kin_figure_part *object)
{
    size_t row = array->count / array->columns, column = array->count % array->columns;
    struct kin_xy at = {array->edge + ((double)column + 0.5) * array->pitch,
                        array->edge + ((double)row + 0.5) * array->pitch};
    kin_sketch_piece(array->sketch, object, at, 0.4 * array->pitch, 0.4 * array->pitch);
    array->count++;
}

static void add_frame(const struct array *array, double width, double height)
{
    const struct kin_xy corners[] = {{1, 1}, {width - 1, 1}, {width - 1, height - 1}, {1, height - 1}};
    kin_sketch_polygon(array->sketch, corners, 4, KIN_PEN_NORMAL);
}

static void sketch_array(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    const struct kin_figure_part *whole = &figure->whole;
    bool framed = kin_figure_is(whole, "frame", "box");
    struct array array = {.sketch = sketch, .edge = framed ? frame_room : 1, .columns = (size_t)columns_of(whole)};
    double across = fmax(columns_of(whole), kin_figure_number(whole, "room")), down = kin_figure_number(whole, "rows");
    array.pitch = fmin(kin_figure_number(whole, "size"), (sketch->room - 2 * array.edge) / across);
    double width = across * array.pitch + 2 * array.edge, height = down * array.pitch + 2 * array.edge;
    kin_sketch_size(sketch, width, height);
    for (size_t i = 0; i < whole->part_count; i++) {
        for (int k = 0; k < (int)kin_figure_number(whole->parts[i], "count"); k++) {
            add_object(&array, whole->parts[i]);
        }
    }
    if (framed) {
        add_frame(&array, width, height);
    }
}

const struct kin_figure_kind kin_figure_object_array = {
    .whole = {"object-array", "Rows of small shapes: ratios, shares, products", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_array,
    .examples = {"<figure kind=\"object-array\" columns=\"5\" rows=\"2\"><object count=\"4\" shape=\"star\"/><object "
                 "count=\"6\" pattern=\"dark\"/></figure>",
                 "<figure kind=\"object-array\" columns=\"7\" rows=\"4\" room=\"9\" size=\"12\"><object count=\"28\" "
                 "shape=\"square\"/></figure>",
                 "<figure kind=\"object-array\" columns=\"6\" rows=\"2\" size=\"24\" frame=\"box\"><object count=\"5\" "
                 "shape=\"triangle\" pattern=\"hatch\"/><object count=\"7\" shape=\"square\">A</object></figure>"},
};
