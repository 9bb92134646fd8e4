/* The balance: two pans on a beam, weights side by side on them. */
#include "figure/figure.h"
#include "figure/weights.h"

enum { MOST_ON_A_PAN = 40 };

static const struct kin_figure_attribute rows[] = {
    KIN_TILT_ROW,
    {.name = "across",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "4",
     .range = "1 8",
     .doc = "For how many weights side by side there is room on a pan"},
    {.name = "rows",
     .type = KIN_FIGURE_WHOLE,
     .otherwise = "2",
     .range = "1 5",
     .doc = "For how many rows of weights above one another there is room"},
    {0},
};

static size_t room_on_pan(const struct kin_figure_part *whole)
{
    return (size_t)(kin_figure_number(whole, "across") * kin_figure_number(whole, "rows"));
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    return kin_weights_check(figure, room_on_pan(&figure->whole), fault);
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    kin_weights_tell(figure, telling, telling->words->tell_balance);
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

static const double lean = 8, post = 16, foot = 26, gap = 3, rim = 4, apart = 26;

struct balance {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    double piece, pan; /* width of a piece with its gap; half width of a pan */
};

/* Pieces stand on the pan from its middle out, full rows first. */
static void add_weights(const struct balance *balance, enum kin_side side, struct kin_xy middle)
{
    const struct kin_figure_part *pieces[MOST_ON_A_PAN];
    size_t count = kin_weights_of(balance->part, side, pieces, MOST_ON_A_PAN);
    size_t across = (size_t)kin_figure_number(balance->part, "across");
    double half = (balance->piece - gap) / 2;
    for (size_t i = 0; i < count; i++) {
        size_t row = i / across, begin = row * across, in_row = count - begin < across ? count - begin : across;
        double x = middle.x + ((double)(i - begin) - (double)(in_row - 1) / 2) * balance->piece;
        struct kin_xy at = {x, middle.y - half - (double)row * (balance->piece)};
        kin_sketch_piece(balance->sketch, pieces[i], at, half, half);
    }
}

static void add_pan(const struct balance *balance, enum kin_side side, struct kin_xy end)
{
    double top = end.y - post;
    const struct kin_xy bowl[] = {{end.x - balance->pan, top - rim},
                                  {end.x - balance->pan + rim, top},
                                  {end.x + balance->pan - rim, top},
                                  {end.x + balance->pan, top - rim}};
    kin_sketch_path(balance->sketch, bowl, 4, KIN_PEN_HEAVY);
    kin_sketch_line(balance->sketch, (struct kin_xy){end.x, top}, end, KIN_PEN_NORMAL);
    add_weights(balance, side, (struct kin_xy){end.x, top - 1.5});
}

static void add_foot(const struct balance *balance, struct kin_xy top)
{
    const struct kin_xy foot_places[] = {{top.x - foot * 0.6, top.y + foot}, top, {top.x + foot * 0.6, top.y + foot}};
    kin_sketch_fill(balance->sketch, foot_places, 3, KIN_PATTERN_LIGHT);
    kin_sketch_polygon(balance->sketch, foot_places, 3, KIN_PEN_NORMAL);
}

static void sketch_balance(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct balance balance = {.sketch = sketch, .part = &figure->whole};
    double across = kin_figure_number(balance.part, "across"), layers = kin_figure_number(balance.part, "rows");
    double tilt = kin_weights_tilt(balance.part);
    balance.piece = fmin(kin_shape_em(sketch, 2.3) + gap, (sketch->room - apart - 4 * rim - 4) / (2 * across));
    balance.pan = across * balance.piece / 2 + rim + 1;
    double beam = layers * balance.piece + lean + post + 3;
    double width = kin_sketch_size(sketch, 4 * balance.pan + apart + 2, beam + foot + 1);
    struct kin_xy left = {balance.pan + 1, beam + tilt * lean}, right = {width - balance.pan - 1, beam - tilt * lean};
    kin_sketch_line(sketch, left, right, KIN_PEN_HEAVY);
    add_foot(&balance, (struct kin_xy){width / 2, beam});
    add_pan(&balance, KIN_SIDE_LEFT, left);
    add_pan(&balance, KIN_SIDE_RIGHT, right);
}

const struct kin_figure_kind kin_figure_balance = {
    .whole = {"balance", "A balance with weights on two pans: equations, inequalities, equal weights", rows,
              kin_weight_parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_balance,
    .examples =
        {"<figure kind=\"balance\"><weight side=\"left\" count=\"4\" shape=\"circle\"><m>b</m></weight>"
         "<weight side=\"left\" count=\"3\">1</weight><weight side=\"right\">15</weight></figure>",
         "<figure kind=\"balance\" tilt=\"left\" rows=\"1\"><weight side=\"left\" count=\"3\" shape=\"pentagon\" "
         "pattern=\"hatch\" weighs=\"4\"/><weight side=\"right\" count=\"2\" pattern=\"dots\" weighs=\"5\"/></figure>",
         "<figure kind=\"balance\" across=\"3\" rows=\"1\"><weight side=\"left\" count=\"3\" shape=\"triangle\"/>"
         "<weight side=\"right\" layer=\"student\"/><weight side=\"right\" layer=\"key\">18</weight></figure>"},
};
