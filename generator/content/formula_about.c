/* "About equal": what is shown with so many decimals agrees with the other side after rounding. */
#include "content/formula_mean.h"

#include <string.h>

enum { NOT_SHOWN = INT16_MIN };

static int shown_in_hole(const struct kin_judge *judge, const struct kin_written *part)
{
    const struct kin_hole *hole = &judge->formula->holes.items[part->index];
    const struct kin_value *value = &judge->values[part->index];
    if (hole->format.kind == KIN_FORMAT_PLACES) {
        return hole->format.places;
    }
    int needed = value->kind == KIN_NUMBER ? kin_rat_decimals(judge->arena, value->as.number) : -1;
    if (needed < 0 || hole->format.kind == KIN_FORMAT_FRACTION || hole->format.kind == KIN_FORMAT_MIXED) {
        return NOT_SHOWN;
    }
    bool decimal = value->places != KIN_NO_PLACES || value->look != KIN_PLAIN || needed == 0 ||
                   hole->format.kind == KIN_FORMAT_DECIMAL;
    int places = value->places + (value->look == KIN_PERCENT && value->places != KIN_NO_PLACES ? 2 : 0);
    return decimal ? (needed > places ? needed : places) : NOT_SHOWN;
}

/* Decimals that a side shows: of a number that stands there alone, perhaps with a sign, % or $. */
static int shown_places(const struct kin_judge *judge, const struct kin_written *side)
{
    while ((side->kind == KIN_WRITTEN_SUM || side->kind == KIN_WRITTEN_GROUP || side->kind == KIN_WRITTEN_MONEY) &&
           side->count == 1) {
        side = side->kids[0];
    }
    if (side->kind == KIN_WRITTEN_SUFFIXED) {
        int places = shown_places(judge, side->kids[0]);
        return places == NOT_SHOWN ? places : places + (strcmp(side->text, "%") == 0 ? 2 : 0);
    }
    if (side->kind == KIN_WRITTEN_NUMBER) {
        return side->places == KIN_NO_PLACES ? 0 : side->places;
    }
    return side->kind == KIN_WRITTEN_HOLE ? shown_in_hole(judge, side) : NOT_SHOWN;
}

/* ---- Does one side round to what the other shows? ---- */

/* The amount shown, and what one of its units is: 8.05 of a kilometre, or of 1. */
struct shown {
    const struct kin_written *amount, *unit; /* unit NULL: 1 */
};

/* 8.05 "km": the words behind a number. */
static struct shown taken_apart(const struct kin_written *side)
{
    bool measured = side->kind == KIN_WRITTEN_PRODUCT && side->count == 2 && side->joins[1] == KIN_JOIN_BESIDE;
    const struct kin_written *unit = measured ? side->kids[1] : NULL;
    while (unit && unit->kind == KIN_WRITTEN_POWER) {
        unit = unit->kids[0];
    }
    bool word = unit && unit->kind == KIN_WRITTEN_WORD;
    return word ? (struct shown){side->kids[0], side->kids[1]} : (struct shown){side, NULL};
}

static int places_of(const struct kin_judge *judge, const struct kin_written *side)
{
    return shown_places(judge, taken_apart(side).amount);
}

/* The sign of a + b: 0 also where it has none, which no edge of a rounding has. */
static int sign_of_sum(struct kin_judge *judge, const struct kin_poly *a, const struct kin_poly *b)
{
    int sign = 0;
    const struct kin_poly *sum = kin_atom_reduce(judge->arena, kin_poly_add(judge->arena, a, b));
    return kin_atom_sign(judge->arena, sum, &sign) ? sign : 0;
}

/* One half of the last place shown, in its unit. */
static const struct kin_poly *half_place(struct kin_judge *judge, const struct kin_poly *unit, int places)
{
    struct kin_rat half =
        kin_rat_div(judge->arena, kin_rat_pow(judge->arena, kin_rat_int(10), -places), kin_rat_int(2));
    return kin_rat_defined(half) ? kin_poly_scale(judge->arena, unit, half) : NULL;
}

static const struct kin_poly *negative(struct kin_judge *judge, const struct kin_poly *poly)
{
    return kin_poly_scale(judge->arena, poly, kin_rat_int(-1));
}

/* -half <= size - shown < half for sizes that are not negative: a half goes up. */
static bool is_near(struct kin_judge *judge, const struct kin_poly *exact, const struct kin_poly *shown,
                    const struct kin_poly *half)
{
    const struct kin_poly *zero = kin_poly_number(judge->arena, kin_rat_int(0));
    bool below = sign_of_sum(judge, exact, zero) < 0;
    const struct kin_poly *apart = kin_poly_sub(judge->arena, exact, shown);
    const struct kin_poly *error = below ? negative(judge, apart) : apart;
    struct kin_rat number;
    const struct kin_poly *low = kin_atom_reduce(judge->arena, kin_poly_add(judge->arena, error, half));
    bool on_edge = low && kin_poly_constant(low, &number) && kin_rat_sign(number) == 0;
    return (on_edge || sign_of_sum(judge, error, half) > 0) && sign_of_sum(judge, negative(judge, error), half) > 0;
}

static const struct kin_poly *unit_of(struct kin_judge *judge, const struct kin_written *unit)
{
    struct kin_meaning meaning = {.kind = KIN_MEANS_NUMBER, .number = kin_rat_int(1)};
    if (unit) {
        meaning = kin_judge_mean(judge, unit);
    }
    return kin_meaning_has_value(&meaning) ? kin_meaning_poly(judge, &meaning) : NULL;
}

/* At the places shown, or at the tens, hundreds ... where the number shown ends in zeros. */
static bool rounds_to(struct kin_judge *judge, const struct kin_poly *exact, const struct kin_poly *shown,
                      const struct kin_written *side, int places)
{
    enum { MOST_ZEROS = 15 };
    struct shown parts = taken_apart(side);
    struct kin_meaning amount = kin_judge_mean(judge, parts.amount);
    const struct kin_poly *unit = unit_of(judge, parts.unit);
    if (amount.kind != KIN_MEANS_NUMBER || !unit) {
        return false;
    }
    for (int at = places; at >= -MOST_ZEROS; at--) {
        struct kin_rat coarse = kin_rat_round(judge->arena, amount.number, at, KIN_HALF_UP);
        if (!kin_rat_equal(coarse, amount.number)) {
            return false;
        }
        if (is_near(judge, exact, shown, half_place(judge, unit, at))) {
            return true;
        }
        if (places > 0) {
            return false;
        }
    }
    return false;
}

/* Can the two be compared at all: numbers, roots, or quantities of one kind? */
static bool comparable(struct kin_judge *judge, const struct kin_poly *a, const struct kin_poly *b)
{
    int sign;
    return kin_atom_sign(judge->arena, kin_atom_reduce(judge->arena, kin_poly_sub(judge->arena, a, b)), &sign);
}

enum kin_verdict kin_judge_about(struct kin_judge *judge, const struct kin_written *left,
                                 const struct kin_written *right)
{
    struct kin_meaning a = kin_judge_mean(judge, left), b = kin_judge_mean(judge, right);
    if (a.kind == KIN_MEANS_FAULT || b.kind == KIN_MEANS_FAULT) {
        return KIN_VERDICT_FAULT;
    }
    int at_left = places_of(judge, left), at_right = places_of(judge, right);
    if (!kin_meaning_has_value(&a) || !kin_meaning_has_value(&b) || (at_left == NOT_SHOWN && at_right == NOT_SHOWN)) {
        return KIN_VERDICT_OPEN;
    }
    const struct kin_poly *first = kin_meaning_poly(judge, &a), *second = kin_meaning_poly(judge, &b);
    if (!first || !second || !comparable(judge, first, second)) {
        return KIN_VERDICT_OPEN;
    }
    /* 5 mi ≈ 8.05 km: the measure on the right is what was converted. */
    bool converted = taken_apart(left).unit || taken_apart(right).unit;
    bool by_left = at_right == NOT_SHOWN || (!converted && at_left != NOT_SHOWN && at_left < at_right);
    bool near =
        by_left ? rounds_to(judge, second, first, left, at_left) : rounds_to(judge, first, second, right, at_right);
    return near ? KIN_VERDICT_TRUE : KIN_VERDICT_FALSE;
}
