/* Numeric answers. Two are marked the same when their values are equal; which forms a teacher wants to see printed
 * beside the key differs. */
#include "content/answer.h"

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
                                                        .format = "",
                                                        .type = NUMBER,
                                                        .looks = PLAIN,
                                                        .fits = is_integer,
                                                        .same = kin_value_equal};

const struct kin_answer_type kin_answer_type_fraction = {
    .name = "fraction",
    .doc = "Any rational number; printed as a fraction in lowest terms",
    .needs = "a number",
    .format = "fraction",
    .type = NUMBER,
    .looks = PLAIN,
    .same = kin_value_equal,
    .forms = fraction_forms};

const struct kin_answer_type kin_answer_type_mixed = {.name = "mixed",
                                                      .doc = "Any rational number; printed as a mixed number",
                                                      .needs = "a number",
                                                      .format = "mixed",
                                                      .type = NUMBER,
                                                      .looks = PLAIN,
                                                      .same = kin_value_equal,
                                                      .forms = fraction_forms};

const struct kin_answer_type kin_answer_type_decimal = {.name = "decimal",
                                                        .doc = "A decimal that ends",
                                                        .needs = "a number whose decimals end",
                                                        .format = "decimal",
                                                        .type = NUMBER,
                                                        .looks = PLAIN,
                                                        .fits = terminates,
                                                        .same = kin_value_equal,
                                                        .forms = fraction_forms};

const struct kin_answer_type kin_answer_type_money = {.name = "money",
                                                      .doc = "Dollars and cents",
                                                      .needs = "an amount of money in whole cents",
                                                      .format = "money",
                                                      .type = NUMBER,
                                                      .looks = PLAIN | MONEY,
                                                      .fits = is_cents,
                                                      .same = kin_value_equal};

const struct kin_answer_type kin_answer_type_percent = {.name = "percent",
                                                        .doc = "A percentage: 15% or percent(15), which is 3/20",
                                                        .needs = "a percentage",
                                                        .format = "percent",
                                                        .type = NUMBER,
                                                        .looks = PERCENT,
                                                        .same = kin_value_equal};

const struct kin_answer_type kin_answer_type_number = {.name = "number",
                                                       .doc = "Any number, in any form",
                                                       .needs = "a number",
                                                       .format = "",
                                                       .type = NUMBER,
                                                       .looks = PLAIN | MONEY | PERCENT,
                                                       .same = kin_value_equal,
                                                       .forms = fraction_forms};
