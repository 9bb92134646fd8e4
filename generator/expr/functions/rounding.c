/* Rounding on purpose. A percentage is rounded in percents: round(12.34%, 1) is 12.3%. */
#include "expr/functions/call.h"

KIN_DECLARE_FUNCTION(round);
KIN_DECLARE_FUNCTION(round_up);
KIN_DECLARE_FUNCTION(round_down);
KIN_DECLARE_FUNCTION(floor);
KIN_DECLARE_FUNCTION(ceiling);
KIN_DECLARE_FUNCTION(places);
KIN_DECLARE_FUNCTION(round_significant);
KIN_DECLARE_FUNCTION(clear_of_rounding);

enum { MOST_PLACES = 100 };

static bool places_argument(struct kin_call *call, int64_t least, int64_t *places)
{
    *places = 0;
    return call->count < 2 || kin_call_whole(call, 1, least, MOST_PLACES, places);
}

/* Whole dollars print as $4, whole plain numbers without a word about places. */
static int16_t places_shown(const struct kin_value *number, int64_t places)
{
    if (places > 0) {
        return (int16_t)places;
    }
    return number->look == KIN_MONEY ? 0 : KIN_NO_PLACES;
}

/* Exactly, or as an enclosure proves. */
static bool rounded_number(struct kin_call *call, const struct kin_value *number, int places, enum kin_rounding how,
                           struct kin_rat *rounded)
{
    if (number->kind == KIN_NUMBER) {
        *rounded = kin_rat_round(call->arena, kin_call_shown(call, number), places, how);
        return true;
    }
    return kin_real_round(call->arena, kin_value_as_real(call->arena, number), places, how, rounded) ||
           kin_call_fail(call, KIN_E227, kin_call_text(call, number));
}

static bool round_by(struct kin_call *call, enum kin_rounding how, struct kin_value *result)
{
    const struct kin_value *number = &call->arguments[0];
    int64_t places;
    if (!places_argument(call, -MOST_PLACES, &places)) {
        return false;
    }
    struct kin_rat rounded;
    if (!rounded_number(call, number, (int)places, how, &rounded)) {
        return false;
    }
    struct kin_value value = kin_value_number(kin_call_unshown(call, rounded, number->look));
    value.places = places_shown(number, places);
    return kin_call_give_value(call, value, result);
}

static bool call_round(struct kin_call *call, struct kin_value *result)
{
    return round_by(call, KIN_HALF_UP, result);
}

static const struct kin_example round_examples[] = {{"round(2.5)", "3"},
                                                    {"round(-2.5)", "-3"},
                                                    {"round(22/7, 2)", "3.14"},
                                                    {"round(1234, -2)", "1200"},
                                                    {"round($10/3, 2)", "$3.33"},
                                                    {"round(12.34%, 1)", "12.3%"},
                                                    {"round(sqrt(2), 3)", "1.414"},
                                                    {"round(root(100, 3) + pi, 2)", "7.78"},
                                                    {"round(1, 1/2)", "error E232"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_round = {
    "round",
    "number, integer? -> number | real, integer? -> plain",
    "Rounded to so many decimals (0 when left out, -1 for tens); half goes up in size, as schools teach.",
    call_round,
    true,
    round_examples};

static bool call_round_up(struct kin_call *call, struct kin_value *result)
{
    return round_by(call, KIN_UP, result);
}

static const struct kin_example round_up_examples[] = {{"round_up(2.1)", "3"}, {"round_up(-2.1)", "-3"}, {NULL, NULL}};
const struct kin_function kin_function_round_up = {"round_up",
                                                   "number, integer? -> number | real, integer? -> plain",
                                                   "Rounded away from zero to so many decimals.",
                                                   call_round_up,
                                                   true,
                                                   round_up_examples};

static bool call_round_down(struct kin_call *call, struct kin_value *result)
{
    return round_by(call, KIN_DOWN, result);
}

static const struct kin_example round_down_examples[] = {
    {"round_down(2.99, 1)", "2.9"}, {"round_down(-2.9)", "-2"}, {NULL, NULL}};
const struct kin_function kin_function_round_down = {"round_down",
                                                     "number, integer? -> number | real, integer? -> plain",
                                                     "Rounded towards zero to so many decimals: the rest is cut off.",
                                                     call_round_down,
                                                     true,
                                                     round_down_examples};

static bool call_floor(struct kin_call *call, struct kin_value *result)
{
    return round_by(call, KIN_FLOOR, result);
}

static const struct kin_example floor_examples[] = {
    {"floor(2.9)", "2"}, {"floor(-2.1)", "-3"}, {"floor(-pi)", "-4"}, {NULL, NULL}};
const struct kin_function kin_function_floor = {
    "floor", "number -> number | real -> plain", "The next whole number below.", call_floor, true, floor_examples};

static bool call_ceiling(struct kin_call *call, struct kin_value *result)
{
    return round_by(call, KIN_CEILING, result);
}

static const struct kin_example ceiling_examples[] = {{"ceiling(2.1)", "3"}, {"ceiling(-2.9)", "-2"}, {NULL, NULL}};
const struct kin_function kin_function_ceiling = {
    "ceiling",       "number -> number | real -> plain", "The next whole number above.", call_ceiling, true,
    ceiling_examples};

static bool call_places(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *number = &call->arguments[0];
    int64_t places;
    if (!places_argument(call, 0, &places)) {
        return false;
    }
    int needed = kin_rat_decimals(call->arena, kin_call_shown(call, number));
    if (needed < 0 || needed > places) {
        return kin_call_fail(call, KIN_E242, kin_value_text(call->arena, number));
    }
    *result = *number;
    result->places = places_shown(number, places);
    return true;
}

static const struct kin_example places_examples[] = {{"places(3, 2)", "3.00"},
                                                     {"places(1/4, 2)", "0.25"},
                                                     {"places($5, 0)", "$5"},
                                                     {"places(1/3, 2)", "error E242"},
                                                     {NULL, NULL}};
const struct kin_function kin_function_places = {
    "places",       "number, integer -> number", "The same number, printed with so many decimals.", call_places, true,
    places_examples};

/* ---- Significant figures ---- */

/* Decimals that leave so many figures: 3 figures of 0.01234 end at the 4th decimal. */
static int significant_places(kin_arena *arena, struct kin_rat size, int64_t figures)
{
    int places = (int)figures - kin_rat_digits(arena, size);
    for (struct kin_rat ten = kin_rat_int(10); kin_rat_compare(size, kin_rat_int(1)) < 0 && places < MOST_PLACES;) {
        size = kin_rat_mul(arena, size, ten);
        places += kin_rat_compare(size, kin_rat_int(1)) < 0;
    }
    return places;
}

/* 0.999 has its first figure behind the point: one digit of a whole part of 0 does not count. */
static bool call_round_significant(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *number = &call->arguments[0];
    struct kin_rat near;
    int64_t figures;
    if (!kin_call_whole(call, 1, 1, MOST_PLACES, &figures) ||
        !rounded_number(call, number, MOST_PLACES, KIN_DOWN, &near)) {
        return false;
    }
    struct kin_rat size = kin_rat_abs(call->arena, near);
    if (kin_rat_sign(size) == 0) {
        return kin_call_give(call, near, result);
    }
    bool small = kin_rat_compare(size, kin_rat_int(1)) < 0;
    int places = significant_places(call->arena, size, figures) + small;
    if (!rounded_number(call, number, places, KIN_HALF_UP, &near)) {
        return false;
    }
    struct kin_value value = kin_value_number(near);
    value.places = places > 0 ? (int16_t)places : KIN_NO_PLACES;
    return kin_call_give_value(call, value, result);
}

static const struct kin_example round_significant_examples[] = {{"round_significant(12345, 2)", "12000"},
                                                                {"round_significant(0.012345, 3)", "0.0123"},
                                                                {"round_significant(2/3, 2)", "0.67"},
                                                                {"round_significant(-3.996, 3)", "-4.00"},
                                                                {"round_significant(100*pi, 4)", "314.2"},
                                                                {"round_significant(0, 2)", "0"},
                                                                {NULL, NULL}};
const struct kin_function kin_function_round_significant = {"round_significant",
                                                            "plain, integer -> plain | real, integer -> plain",
                                                            "Rounded to so many significant figures.",
                                                            call_round_significant,
                                                            false,
                                                            round_significant_examples};

/* ---- Guards ---- */

/* Distance from the nearest half of a unit of the last place, in such units. */
static struct kin_rat edge_distance(kin_arena *arena, struct kin_rat number, int places)
{
    struct kin_rat unit = kin_rat_pow(arena, kin_rat_int(10), places);
    struct kin_rat size = kin_rat_abs(arena, kin_rat_mul(arena, number, unit));
    struct kin_rat part = kin_rat_sub(arena, size, kin_rat_round(arena, size, 0, KIN_FLOOR));
    return kin_rat_abs(arena, kin_rat_sub(arena, part, kin_rat_ratio(arena, 1, 2)));
}

static bool call_clear_of_rounding(struct kin_call *call, struct kin_value *result)
{
    const struct kin_value *number = &call->arguments[0];
    struct kin_rat guard = kin_call_number(call, 2);
    int64_t places;
    bool clear;
    if (!kin_call_whole(call, 1, -MOST_PLACES, MOST_PLACES, &places)) {
        return false;
    }
    if (number->kind == KIN_NUMBER) {
        struct kin_rat distance = edge_distance(call->arena, kin_call_shown(call, number), (int)places);
        clear = kin_rat_defined(distance) && kin_rat_compare(distance, guard) > 0;
    } else if (!kin_real_clear(kin_value_as_real(call->arena, number), (int)places, guard, &clear)) {
        return kin_call_fail(call, KIN_E227, kin_call_text(call, number));
    }
    *result = kin_value_truth(clear);
    return true;
}

static const struct kin_example clear_of_rounding_examples[] = {
    {"clear_of_rounding(2.44, 1, 0.05)", "true"},    {"clear_of_rounding(2.4501, 1, 0.05)", "false"},
    {"clear_of_rounding(2.45, 1, 0)", "false"},      {"clear_of_rounding(sqrt(2), 2, 0.05)", "true"},
    {"clear_of_rounding(sqrt(2), 2, 0.1)", "false"}, {NULL, NULL}};
const struct kin_function kin_function_clear_of_rounding = {
    "clear_of_rounding",
    "number, integer, plain -> truth | real, integer, plain -> truth",
    "Is it further than so much of the last place from where rounding changes over?",
    call_clear_of_rounding,
    false,
    clear_of_rounding_examples};
