/* Rounding on purpose. A percentage is rounded in percents: round(12.34%, 1) is 12.3%. */
#include "expr/functions/call.h"

KIN_DECLARE_FUNCTION(round);
KIN_DECLARE_FUNCTION(round_up);
KIN_DECLARE_FUNCTION(round_down);
KIN_DECLARE_FUNCTION(floor);
KIN_DECLARE_FUNCTION(ceiling);
KIN_DECLARE_FUNCTION(places);

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

static bool round_by(struct kin_call *call, enum kin_rounding how, struct kin_value *result)
{
    const struct kin_value *number = &call->arguments[0];
    int64_t places;
    if (!places_argument(call, -MOST_PLACES, &places)) {
        return false;
    }
    struct kin_rat rounded = kin_rat_round(call->arena, kin_call_shown(call, number), (int)places, how);
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
                                                    {"round(1, 1/2)", "error E232"},
                                                    {NULL, NULL}};
const struct kin_function kin_function_round = {
    "round",
    "number, integer? -> number",
    "Rounded to so many decimals (0 when left out, -1 for tens); half goes up in size, as schools teach.",
    call_round,
    true,
    round_examples};

static bool call_round_up(struct kin_call *call, struct kin_value *result)
{
    return round_by(call, KIN_UP, result);
}

static const struct kin_example round_up_examples[] = {{"round_up(2.1)", "3"}, {"round_up(-2.1)", "-3"}, {NULL, NULL}};
const struct kin_function kin_function_round_up = {
    "round_up",       "number, integer? -> number", "Rounded away from zero to so many decimals.", call_round_up, true,
    round_up_examples};

static bool call_round_down(struct kin_call *call, struct kin_value *result)
{
    return round_by(call, KIN_DOWN, result);
}

static const struct kin_example round_down_examples[] = {
    {"round_down(2.99, 1)", "2.9"}, {"round_down(-2.9)", "-2"}, {NULL, NULL}};
const struct kin_function kin_function_round_down = {"round_down",
                                                     "number, integer? -> number",
                                                     "Rounded towards zero to so many decimals: the rest is cut off.",
                                                     call_round_down,
                                                     true,
                                                     round_down_examples};

static bool call_floor(struct kin_call *call, struct kin_value *result)
{
    return round_by(call, KIN_FLOOR, result);
}

static const struct kin_example floor_examples[] = {{"floor(2.9)", "2"}, {"floor(-2.1)", "-3"}, {NULL, NULL}};
const struct kin_function kin_function_floor = {"floor", "number -> number", "The next whole number below.", call_floor,
                                                true,    floor_examples};

static bool call_ceiling(struct kin_call *call, struct kin_value *result)
{
    return round_by(call, KIN_CEILING, result);
}

static const struct kin_example ceiling_examples[] = {{"ceiling(2.1)", "3"}, {"ceiling(-2.9)", "-2"}, {NULL, NULL}};
const struct kin_function kin_function_ceiling = {
    "ceiling", "number -> number", "The next whole number above.", call_ceiling, true, ceiling_examples};

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
