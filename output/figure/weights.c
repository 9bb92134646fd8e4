/* Two sides with weights. */
#include "figure/weights.h"

static const struct kin_figure_attribute weight_rows[] = {
    {.name = "side", .type = KIN_FIGURE_CHOICE, .words = "left right", .doc = "Where it is"},
    {.name = "count", .type = KIN_FIGURE_WHOLE, .otherwise = "1", .range = "0 20", .doc = "How many of these"},
    {.name = "shape",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_SHAPE_WORDS,
     .otherwise = "square",
     .doc = "What it looks like: one shape for each unknown, squares for numbers"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "none",
     .doc = "How it is filled"},
    {.name = "weighs",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = KIN_LEFT_OUT,
     .range = "0 1000000",
     .doc = "What one of these weighs: printed nowhere, but the tilt must agree"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands in each of these"},
    {0},
};
const struct kin_figure_part_kind kin_weight_parts[] = {
    {"weight", "Equal weights on one side", weight_rows, NULL},
    {0},
};

const char *kin_side_name(enum kin_side side)
{
    return side == KIN_SIDE_LEFT ? "left" : "right";
}

double kin_weights_tilt(const struct kin_figure_part *whole)
{
    return kin_figure_is(whole, "tilt", "left") ? 1 : kin_figure_is(whole, "tilt", "right") ? -1 : 0;
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool side_fits(const struct kin_figure_part *whole, enum kin_side side, size_t most,
                      struct kin_figure_fault *fault)
{
    size_t count = kin_pieces_count(whole, "side", kin_side_name(side));
    return (count >= 1 && count <= most) ||
           kin_figure_reject(fault, whole, NULL, "there are %zu weights on the %s, but must be 1 to %zu", count,
                             kin_side_name(side), most);
}

/* What the left side weighs more than the right one; NAN where a weight does not say what it weighs. */
static double excess(const struct kin_figure_part *whole)
{
    double sum = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_figure_part *part = whole->parts[i];
        double weight = kin_figure_has(part, "weighs") ? kin_figure_number(part, "weighs") : NAN;
        double sign = kin_figure_is(part, "side", "left") ? 1 : -1;
        sum += part->layer == KIN_LAYER_KEY ? 0 : sign * weight * kin_figure_number(part, "count");
    }
    return sum;
}

bool kin_weights_check(const struct kin_figure *figure, size_t most, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    if (!side_fits(whole, KIN_SIDE_LEFT, most, fault) || !side_fits(whole, KIN_SIDE_RIGHT, most, fault)) {
        return false;
    }
    double more = excess(whole), tilt = kin_weights_tilt(whole);
    bool agrees = isnan(more) || (fabs(more) < 1e-9 ? tilt == 0 : more * tilt > 0);
    return agrees ||
           kin_figure_reject(fault, whole, "tilt", "tilt is %s, but the left side weighs %g more than the right",
                             kin_figure_word(whole, "tilt"), more);
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

void kin_weights_tell(const struct kin_figure *figure, struct kin_telling *telling, const char *kind)
{
    const struct kin_furniture *words = telling->words;
    double tilt = kin_weights_tilt(&figure->whole);
    kin_tell(telling, "%s", kind);
    kin_tell(telling, "%s", tilt > 0 ? words->tell_left_down : tilt < 0 ? words->tell_right_down : words->tell_level);
    kin_tell(telling, words->tell_on_left, kin_tell_pieces(telling, &figure->whole, "side", "left"));
    kin_tell(telling, words->tell_on_right, kin_tell_pieces(telling, &figure->whole, "side", "right"));
}

/* ---- Pieces -------------------------------------------------------------------------------------------------------
 */

size_t kin_weights_of(const struct kin_figure_part *whole, enum kin_side side, const struct kin_figure_part **pieces,
                      size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_figure_part *part = whole->parts[i];
        size_t copies = kin_figure_is(part, "side", kin_side_name(side)) ? (size_t)kin_figure_number(part, "count") : 0;
        for (size_t k = 0; k < copies && count < most; k++) {
            pieces[count++] = part;
        }
    }
    return count;
}
