/* The hanger: a beam on a hook, weights in a string below each of its ends. */
#include "figure/figure.h"
#include "figure/weights.h"

enum { MOST_IN_A_STRING = 12 };

static const struct kin_figure_attribute rows[] = {
    KIN_TILT_ROW,
    {.name = "most",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "6",
     .range = "1 12",
     .doc = "For how many weights below one another there is room"},
    {.name = "length",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "170",
     .range = "100 450",
     .doc = "Width of the figure, in points of 1/72 inch"},
    {0},
};

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    return kin_weights_check(figure, (size_t)kin_figure_number(&figure->whole, "most"), fault);
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    kin_weights_tell(figure, telling, telling->words->tell_hanger);
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static const double hook = 4, drop = 14, string = 7, lean = 7;

struct hanger {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    double piece, beam; /* height of a piece; y of the beam's middle */
};

/* Squares are as wide as what stands in them, where there is room. */
static double half_width(const struct hanger *hanger, const struct kin_figure_part *part)
{
    const struct kin_nodes *label = kin_figure_text(part, "label");
    double half = hanger->piece / 2;
    if (!label || !kin_figure_is(part, "shape", "square")) {
        return half;
    }
    return fmin(fmax(half, kin_sketch_measure(hanger->sketch, label).x / 2 + 4), hanger->sketch->width / 5);
}

static void add_string(const struct hanger *hanger, enum kin_side side, struct kin_xy end)
{
    const struct kin_figure_part *pieces[MOST_IN_A_STRING];
    size_t count = kin_weights_of(hanger->part, side, pieces, MOST_IN_A_STRING);
    double top = end.y + drop;
    kin_sketch_line(hanger->sketch, end, (struct kin_xy){end.x, top}, KIN_PEN_NORMAL);
    for (size_t i = 0; i < count; i++, top += hanger->piece + string) {
        if (i) {
            kin_sketch_line(hanger->sketch, (struct kin_xy){end.x, top - string}, (struct kin_xy){end.x, top},
                            KIN_PEN_NORMAL);
        }
        kin_sketch_piece(hanger->sketch, pieces[i], (struct kin_xy){end.x, top + hanger->piece / 2},
                         half_width(hanger, pieces[i]), hanger->piece / 2);
    }
}

static void add_hook(const struct hanger *hanger, double x)
{
    struct kin_xy ring = {x, hook + 1};
    kin_sketch_ellipse(hanger->sketch, ring, hook, hook, KIN_PEN_NORMAL);
    kin_sketch_line(hanger->sketch, (struct kin_xy){x, ring.y + hook}, (struct kin_xy){x, hanger->beam},
                    KIN_PEN_NORMAL);
}

static void sketch_hanger(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct hanger hanger = {.sketch = sketch, .part = &figure->whole, .piece = kin_shape_em(sketch, 2.3)};
    double most = kin_figure_number(hanger.part, "most"), tilt = kin_weights_tilt(hanger.part);
    hanger.beam = 2 * hook + 6 + lean;
    double height = hanger.beam + lean + drop + most * hanger.piece + (most - 1) * string + 1;
    double width = kin_sketch_size(sketch, kin_figure_number(hanger.part, "length"), height);
    struct kin_xy left = {width / 4, hanger.beam + tilt * lean}, right = {3 * width / 4, hanger.beam - tilt * lean};
    add_hook(&hanger, width / 2);
    kin_sketch_line(sketch, left, right, KIN_PEN_HEAVY);
    add_string(&hanger, KIN_SIDE_LEFT, left);
    add_string(&hanger, KIN_SIDE_RIGHT, right);
}

const struct kin_figure_kind kin_figure_hanger_diagram = {
    .whole = {"hanger-diagram", "A hanger with weights in a string on each side: equations and inequalities", rows,
              kin_weight_parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_hanger,
    .examples =
        {"<figure kind=\"hanger-diagram\" most=\"4\"><weight side=\"left\" count=\"3\" "
         "shape=\"circle\"><m>x</m></weight>"
         "<weight side=\"left\">4</weight><weight side=\"right\">19</weight></figure>",
         "<figure kind=\"hanger-diagram\" most=\"4\" tilt=\"right\"><weight side=\"left\" count=\"2\" "
         "shape=\"triangle\" "
         "weighs=\"3\"><m>t</m></weight><weight side=\"right\" weighs=\"8\"><m>8.5</m></weight></figure>",
         "<figure kind=\"hanger-diagram\" most=\"4\" length=\"260\"><weight side=\"left\" count=\"2\"><m>x + "
         "3</m></weight>"
         "<weight side=\"right\" count=\"1\" shape=\"circle\" layer=\"student\">?</weight><weight side=\"right\" "
         "shape=\"circle\" layer=\"key\">26</weight></figure>"},
};
