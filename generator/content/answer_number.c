/* Numeric answers. Two are marked the same when their values are equal; which forms a teacher wants to see printed
 * beside the key differs. */
#include "content/answer.h"
#include "content/atom.h"

#define NUMBER                                                                                                         \
    {                                                                                                                  \
        .kind = KIN_NUMBER                                                                                             \
    }

enum { PLAIN = 1 << KIN_PLAIN, MONEY = 1 << KIN_MONEY, PERCENT = 1 << KIN_PERCENT };

static bool is_integer(kin_arena *arena, const struct kin_value *value)
{
    (void)arena;
    return kin_rat_is_integer(value->as.number);
}

static bool terminates(kin_arena *arena, const struct kin_value *value)
{
    return kin_rat_decimals(arena, value->as.number) >= 0;
}

static bool is_cents(kin_arena *arena, const struct kin_value *value)
{
    int places = kin_rat_decimals(arena, value->as.number);
    return places >= 0 && places <= 2;
}

static bool more_than_one(const struct kin_value *value)
{
    return kin_rat_compare(value->as.number, kin_rat_int(1)) > 0 ||
           kin_rat_compare(value->as.number, kin_rat_int(-1)) < 0;
}

/* 7/2 also as 3 1/2 and as 3.5: fractions first as mixed numbers, then decimals where they end early enough to be
 * written by a student. */
enum { MOST_PLACES = 4 };

static size_t fraction_forms(kin_arena *arena, const struct kin_value *value, const char **formats)
{
    size_t count = 0;
    int places = kin_rat_decimals(arena, value->as.number);
    if (kin_rat_is_integer(value->as.number) || value->look != KIN_PLAIN) {
        return 0;
    }
    formats[count++] = "fraction";
    if (more_than_one(value)) {
        formats[count++] = "mixed";
    }
    if (places >= 0 && places <= MOST_PLACES) {
        formats[count++] = "decimal";
    }
    return count;
}

const struct kin_answer_type kin_answer_type_integer = {.name = "integer",
                                                        .doc = "A whole number, positive, negative or 0",
                                                        .needs = "a whole number",
                                                        .format = "fraction", /* 12.0 prints 12 */
                                                        .type = NUMBER,
                                                        .looks = PLAIN,
                                                        .fits = is_integer,
                                                        .same = kin_answer_equal};

const struct kin_answer_type kin_answer_type_fraction = {
    .name = "fraction",
    .doc = "Any rational number; printed as a fraction in lowest terms",
    .needs = "a number",
    .format = "fraction",
    .type = NUMBER,
    .looks = PLAIN,
    .same = kin_answer_equal,
    .forms = fraction_forms};

const struct kin_answer_type kin_answer_type_mixed = {.name = "mixed",
                                                      .doc = "Any rational number; printed as a mixed number",
                                                      .needs = "a number",
                                                      .format = "mixed",
                                                      .type = NUMBER,
                                                      .looks = PLAIN,
                                                      .same = kin_answer_equal,
                                                      .forms = fraction_forms};

const struct kin_answer_type kin_answer_type_decimal = {.name = "decimal",
                                                        .doc = "A decimal that ends",
                                                        .needs = "a number whose decimals end",
                                                        .format = "decimal",
                                                        .type = NUMBER,
                                                        .looks = PLAIN,
                                                        .fits = terminates,
                                                        .same = kin_answer_equal,
                                                        .forms = fraction_forms};

const struct kin_answer_type kin_answer_type_money = {.name = "money",
                                                      .doc = "Dollars and cents",
                                                      .needs = "an amount of money in whole cents",
                                                      .format = "money",
                                                      .type = NUMBER,
                                                      .looks = PLAIN | MONEY,
                                                      .fits = is_cents,
                                                      .same = kin_answer_equal};

const struct kin_answer_type kin_answer_type_percent = {.name = "percent",
                                                        .doc = "A percentage: 15% or percent(15), which is 3/20",
                                                        .needs = "a percentage",
                                                        .format = "percent",
                                                        .type = NUMBER,
                                                        .looks = PERCENT,
                                                        .same = kin_answer_equal};

const struct kin_answer_type kin_answer_type_number = {.name = "number",
                                                       .doc = "Any number, in any form",
                                                       .needs = "a number",
                                                       .format = "",
                                                       .type = NUMBER,
                                                       .looks = PLAIN | MONEY | PERCENT,
                                                       .same = kin_answer_equal,
                                                       .forms = fraction_forms};

/* 4.5 × 10^4 also as 45,000; long rows of zeros say nothing to a marker. */
enum { MOST_DIGITS = 8 };

static size_t scientific_forms(kin_arena *arena, const struct kin_value *value, const char **formats)
{
    int places = kin_rat_decimals(arena, value->as.number);
    bool shortly = places >= 0 && places <= MOST_DIGITS && kin_rat_digits(arena, value->as.number) <= MOST_DIGITS;
    formats[0] = "decimal";
    return shortly;
}

static bool is_scientific(kin_arena *arena, const struct kin_value *value)
{
    return kin_rat_sign(value->as.number) != 0 && terminates(arena, value);
}

const struct kin_answer_type kin_answer_type_scientific = {.name = "scientific",
                                                           .doc = "A number but 0, printed times a power of ten",
                                                           .needs = "a number but 0 whose decimals end",
                                                           .format = "power 10",
                                                           .type = NUMBER,
                                                           .looks = PLAIN,
                                                           .fits = is_scientific,
                                                           .same = kin_answer_equal,
                                                           .forms = scientific_forms};

static size_t repeating_forms(kin_arena *arena, const struct kin_value *value, const char **formats)
{
    (void)arena;
    formats[0] = "fraction";
    return !kin_rat_is_integer(value->as.number);
}

const struct kin_answer_type kin_answer_type_repeating = {.name = "repeating",
                                                          .doc = "A decimal, with a bar over the digits that repeat",
                                                          .needs = "a number",
                                                          .format = "repeating",
                                                          .type = NUMBER,
                                                          .looks = PLAIN,
                                                          .same = kin_answer_equal,
                                                          .forms = repeating_forms};

const struct kin_answer_type kin_answer_type_quantity = {
    .name = "quantity",
    .doc = "A number of the unit that unit=\"...\" names; the same in another unit of the measure is right",
    .needs = "a number",
    .format = "",
    .accepted = "the same in another unit",
    .type = NUMBER,
    .looks = PLAIN,
    .same = kin_answer_equal,
    .forms = fraction_forms};

/* a - tolerance and a + tolerance, exact where a is. False for what is no real number. */
static bool ends_around(kin_arena *arena, const struct kin_value *a, struct kin_rat tolerance, struct kin_value ends[2])
{
    const struct kin_surd *width = kin_surd_number(arena, tolerance), *middle = kin_value_as_surd(arena, a);
    if (middle) {
        ends[0] = kin_value_surd(kin_surd_sub(arena, middle, width));
        ends[1] = kin_value_surd(kin_surd_add(arena, middle, width));
        return true;
    }
    const struct kin_real *edge = kin_real_exact(arena, width), *real = kin_value_as_real(arena, a);
    const struct kin_real *low = kin_real_combine(arena, KIN_REAL_SUB, real, edge);
    const struct kin_real *high = kin_real_combine(arena, KIN_REAL_ADD, real, edge);
    if (!low || !high) {
        return false;
    }
    ends[0] = kin_value_real(low);
    ends[1] = kin_value_real(high);
    return true;
}

bool kin_answer_near(kin_arena *arena, const struct kin_value *a, const struct kin_value *b, struct kin_rat tolerance)
{
    struct kin_value ends[2];
    int below = 1, above = -1;
    if (kin_rat_sign(tolerance) <= 0 || !kin_value_is_real(a) || !kin_value_is_real(b) ||
        !ends_around(arena, a, tolerance, ends)) {
        return false;
    }
    return kin_value_order(&ends[0], b, &below) && kin_value_order(&ends[1], b, &above) && below <= 0 && above >= 0;
}

bool kin_quantity_equal(kin_arena *arena, const struct kin_value *number, const struct kin_unit *unit,
                        const struct kin_value *quantity)
{
    const struct kin_poly *one = kin_atom_unit(arena, unit->one);
    const struct kin_poly *whole = number->kind == KIN_NUMBER ? kin_poly_scale(arena, one, number->as.number) : NULL;
    const struct kin_poly *other = quantity->kind == KIN_POLY ? quantity->as.poly : NULL;
    return whole && other && kin_poly_equal(whole, other);
}

bool kin_value_writable(const struct kin_value *value)
{
    return value->kind != KIN_POLY || !kin_atom_inside(value->as.poly);
}
