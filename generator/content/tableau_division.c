/* Long division under its bracket, and synthetic division. */
#include "content/tableau.h"

#include <stdio.h>
#include <string.h>

/* ---- Long division ---- */

struct division {
    kin_arena *arena;
    struct kin_tableau tableau;
    char digits[KIN_TABLEAU_DIGITS + 2];
    int count, places; /* of the dividend */
    size_t first;      /* column of its first digit */
    int64_t divisor;
};

/* One subtraction: `product` is taken from `part`, the digits up to number `at`. */
struct subtraction {
    int at;
    int64_t part, product;
};

static size_t digit_column(const struct division *division, int digit)
{
    bool behind = division->places && digit >= division->count - division->places;
    return division->first + (size_t)digit + (behind ? 1 : 0);
}

static int length_of(int64_t number)
{
    int length = 1;
    for (; number > 9; number /= 10) {
        length++;
    }
    return length;
}

/* A number that ends under digit `at`: its digits take the columns of the digits. */
static void put_under(struct division *division, int at, int64_t number)
{
    do {
        kin_tableau_put(&division->tableau, digit_column(division, at), KIN_MATHS_NUMBER,
                        kin_format(division->arena, "%d", (int)(number % 10)));
        number /= 10;
    } while (number && at-- > 0);
}

static void put_point(struct division *division)
{
    if (division->places) {
        size_t column = division->first + (size_t)(division->count - division->places);
        kin_tableau_put(&division->tableau, column, KIN_MATHS_SYMBOL, ".");
    }
}

/* The digits of the quotient stand above those that they come from; zeros before the first one are left out, but for
 * that of the units. Returns the number of subtractions. */
static size_t divide(struct division *division, struct subtraction *steps, int64_t *rest)
{
    size_t count = 0;
    bool begun = false;
    int64_t part = 0;
    for (int i = 0; i < division->count; i++) {
        part = part * 10 + (division->digits[i] - '0');
        int64_t quotient = part / division->divisor;
        begun = begun || quotient || i == division->count - division->places - 1;
        if (begun) {
            put_under(division, i, quotient);
        }
        if (quotient) {
            steps[count++] = (struct subtraction){i, part, quotient * division->divisor};
        }
        part -= quotient * division->divisor;
    }
    *rest = part;
    return count;
}

static void put_steps(struct division *division, const struct subtraction *steps, size_t count, int64_t rest)
{
    for (size_t i = 0; i < count; i++) {
        const struct subtraction *step = &steps[i];
        if (i) {
            put_under(division, step->at, step->part);
            kin_tableau_row(&division->tableau, KIN_TABLEAU_FULL);
        }
        int begin = step->at + 1 - length_of(step->part);
        put_under(division, step->at, step->product);
        int sign = step->at - length_of(step->product);
        kin_tableau_put(&division->tableau, sign >= 0 ? digit_column(division, sign) : division->first - 1,
                        KIN_MATHS_OPERATOR, "−");
        kin_tableau_row(&division->tableau, KIN_TABLEAU_FULL);
        kin_tableau_rule(&division->tableau, digit_column(division, begin), digit_column(division, step->at));
    }
    put_under(division, division->count - 1, rest);
    kin_tableau_row(&division->tableau, KIN_TABLEAU_FULL);
}

static void put_task(struct division *division)
{
    size_t last = division->tableau.columns - 1;
    kin_tableau_rule(&division->tableau, division->first, last);
    kin_tableau_digits(&division->tableau, division->first - 2, division->divisor);
    kin_tableau_put(&division->tableau, division->first - 1, KIN_MATHS_SYMBOL, ")");
    for (int i = 0; i < division->count; i++) {
        put_under(division, i, division->digits[i] - '0');
    }
    put_point(division);
    kin_tableau_row(&division->tableau, KIN_TABLEAU_FULL);
}

static const char *division_text(const struct division *division, struct kin_figures dividend, int64_t rest,
                                 enum kin_tableau_work work)
{
    struct kin_rat scale = kin_rat_pow(division->arena, kin_rat_int(10), dividend.places);
    struct kin_rat value = kin_rat_div(division->arena, kin_rat_int(dividend.digits), scale);
    struct kin_rat quotient =
        kin_rat_div(division->arena, kin_rat_int((dividend.digits - rest) / division->divisor), scale);
    const char *shown = kin_rat_decimal_text(division->arena, value, dividend.places);
    if (work == KIN_TABLEAU_TASK) {
        return kin_format(division->arena, "%s ÷ %lld", shown, (long long)division->divisor);
    }
    const char *result = kin_rat_decimal_text(division->arena, quotient, dividend.places);
    return rest ? kin_format(division->arena, "%s ÷ %lld = %s R %lld", shown, (long long)division->divisor, result,
                             (long long)rest)
                : kin_format(division->arena, "%s ÷ %lld = %s", shown, (long long)division->divisor, result);
}

const struct kin_maths *kin_tableau_division(kin_arena *arena, struct kin_figures dividend, struct kin_figures divisor,
                                             enum kin_tableau_work work)
{
    struct division division = {.arena = arena, .places = dividend.places, .divisor = divisor.digits};
    struct subtraction steps[KIN_TABLEAU_DIGITS + 1];
    if (divisor.digits <= 0 || divisor.places > 0) {
        return NULL;
    }
    snprintf(division.digits, sizeof division.digits, "%0*lld", dividend.places + 1, (long long)dividend.digits);
    division.count = (int)strlen(division.digits);
    division.first = (size_t)length_of(divisor.digits) + 1;
    size_t columns = division.first + (size_t)division.count + (dividend.places ? 1 : 0);
    division.tableau = kin_tableau_start(arena, columns);
    int64_t rest = 0;
    if (work == KIN_TABLEAU_TASK) {
        put_task(&division);
        return kin_tableau_end(&division.tableau, division_text(&division, dividend, rest, work));
    }
    size_t count = divide(&division, steps, &rest);
    put_point(&division);
    kin_tableau_row(&division.tableau, KIN_TABLEAU_FULL);
    put_task(&division);
    put_steps(&division, steps, count, rest);
    return kin_tableau_end(&division.tableau, division_text(&division, dividend, rest, work));
}

/* ---- Synthetic division ---- */

static void put_signed(struct kin_tableau *tableau, size_t column, struct kin_rat number)
{
    char *digits = kin_rat_text(tableau->arena, number);
    const struct kin_maths *parts[2] = {
        kin_maths_new(tableau->arena, KIN_MATHS_SIGN, "−", NULL, 0),
        kin_maths_new(tableau->arena, KIN_MATHS_NUMBER, digits + (*digits == '-'), NULL, 0)};
    bool negative = *digits == '-';
    tableau->cells[column] =
        kin_maths_new(tableau->arena, KIN_MATHS_ROW, NULL, negative ? parts : parts + 1, negative ? 2 : 1);
}

static char *signed_text(kin_arena *arena, struct kin_rat number)
{
    char *digits = kin_rat_text(arena, number);
    return *digits == '-' ? kin_format(arena, "−%s", digits + 1) : digits;
}

const struct kin_maths *kin_tableau_synthetic(kin_arena *arena, struct kin_rat root, const struct kin_rat *coefficients,
                                              size_t count, enum kin_tableau_work work)
{
    struct kin_tableau tableau = kin_tableau_start(arena, count + 2);
    struct kin_rat *sums = KIN_NEW_N(arena, struct kin_rat, count ? count : 1);
    struct kin_buf text = kin_buf_in(arena);
    if (count < 2 || count > KIN_TABLEAU_DIGITS) {
        return NULL;
    }
    put_signed(&tableau, 0, root);
    kin_tableau_put(&tableau, 1, KIN_MATHS_SYMBOL, "|");
    kin_buf_addf(&text, "%s |", signed_text(arena, root));
    for (size_t i = 0; i < count; i++) {
        put_signed(&tableau, i + 2, coefficients[i]);
        kin_buf_addf(&text, " %s", signed_text(arena, coefficients[i]));
    }
    kin_tableau_row(&tableau, KIN_TABLEAU_FULL);
    sums[0] = coefficients[0];
    kin_tableau_put(&tableau, 1, KIN_MATHS_SYMBOL, "|");
    for (size_t i = 1; i < count; i++) {
        struct kin_rat product = kin_rat_mul(arena, sums[i - 1], root);
        sums[i] = kin_rat_add(arena, coefficients[i], product);
        if (work == KIN_TABLEAU_STEPS) {
            put_signed(&tableau, i + 2, product);
        }
    }
    kin_tableau_row(&tableau, KIN_TABLEAU_FULL);
    kin_tableau_rule(&tableau, 2, count + 1);
    for (size_t i = 0; work == KIN_TABLEAU_STEPS && i < count; i++) {
        put_signed(&tableau, i + 2, sums[i]);
        kin_buf_addf(&text, "%s%s", i ? " " : "; ", signed_text(arena, sums[i]));
    }
    kin_tableau_row(&tableau, KIN_TABLEAU_FULL);
    return kin_tableau_end(&tableau, text.data);
}
