/* Sums, differences and products in columns. */
#include "content/tableau.h"

#include <string.h>

/* Digits by their place: [0] is the last one on paper. */
struct places {
    int digits[2 * KIN_TABLEAU_DIGITS + 2];
    int count;
};

static struct places places_of(int64_t digits, int least)
{
    struct places places = {.count = 0};
    while (digits || places.count < least) {
        places.digits[places.count++] = (int)(digits % 10);
        digits /= 10;
    }
    return places;
}

/* Where things stand: a column for the sign, whole places, the point, decimals. */
struct column {
    kin_arena *arena;
    struct kin_tableau tableau;
    int whole, decimals;
};

static size_t column_at(const struct column *column, int place)
{
    int behind = column->decimals && place < column->decimals;
    return (size_t)(column->whole + column->decimals - place + (behind ? 1 : 0));
}

static void put_digit(struct column *column, int place, int digit)
{
    kin_tableau_put(&column->tableau, column_at(column, place), KIN_MATHS_NUMBER,
                    kin_format(column->arena, "%d", digit));
}

static void put_point(struct column *column)
{
    if (column->decimals) {
        kin_tableau_put(&column->tableau, (size_t)column->whole + 1, KIN_MATHS_SYMBOL, ".");
    }
}

/* A number whose last digit stands at place `shift`; it has a digit before the point. */
static void put_number(struct column *column, struct kin_figures number, int shift)
{
    struct places places = places_of(number.digits, number.places + 1);
    for (int i = 0; i < places.count; i++) {
        put_digit(column, i + shift, places.digits[i]);
    }
    if (number.places) {
        put_point(column);
    }
}

static int whole_digits(struct kin_figures number)
{
    return places_of(number.digits, number.places + 1).count - number.places;
}

static struct column column_start(kin_arena *arena, int whole, int decimals)
{
    struct column column = {.arena = arena, .whole = whole, .decimals = decimals};
    column.tableau = kin_tableau_start(arena, (size_t)(1 + whole + decimals + (decimals ? 1 : 0)));
    return column;
}

static const char *written(kin_arena *arena, struct kin_figures number)
{
    struct kin_rat value =
        kin_rat_div(arena, kin_rat_int(number.digits), kin_rat_pow(arena, kin_rat_int(10), number.places));
    return kin_rat_decimal_text(arena, value, number.places);
}

static const struct kin_maths *column_end(struct column *column, char sign, const struct kin_figures *numbers,
                                          size_t count, const struct kin_figures *result)
{
    struct kin_buf text = kin_buf_in(column->arena);
    for (size_t i = 0; i < count; i++) {
        const char *joint = sign == '+' ? " + " : sign == '-' ? " − " : " × ";
        kin_buf_addf(&text, "%s%s", i ? joint : "", written(column->arena, numbers[i]));
    }
    if (result) {
        kin_buf_addf(&text, " = %s", written(column->arena, *result));
    }
    return kin_tableau_end(&column->tableau, text.data);
}

/* ---- Sums and differences: points under one another ---- */

static bool same_places(struct kin_figures *numbers, size_t count, int *decimals)
{
    for (size_t i = 0; i < count; i++) {
        *decimals = numbers[i].places > *decimals ? numbers[i].places : *decimals;
    }
    for (size_t i = 0; i < count; i++) {
        for (int n = numbers[i].places; n < *decimals; n++) {
            if (numbers[i].digits > INT64_MAX / 1000) {
                return false;
            }
            numbers[i].digits *= 10;
        }
        numbers[i].places = *decimals;
    }
    return true;
}

/* What is carried to each place stands above it, where the number on top has a digit or the result goes on. */
static void put_carries(struct column *column, const struct kin_figures *numbers, size_t count)
{
    int carried = 0;
    for (int place = 0; place + 1 < column->whole + column->decimals; place++) {
        int sum = carried;
        for (size_t i = 0; i < count; i++) {
            sum += places_of(numbers[i].digits, column->whole + column->decimals).digits[place];
        }
        carried = sum / 10;
        if (carried) {
            put_digit(column, place + 1, carried);
        }
    }
    kin_tableau_row(&column->tableau, KIN_TABLEAU_SMALL);
}

/* Digits of the minuend after borrowing: what is left of each, with ten more where the place to its left gave one. */
static void put_borrowed(struct column *column, struct kin_figures from, struct kin_figures take, bool *struck)
{
    int size = column->whole + column->decimals, lent = 0;
    struct places above = places_of(from.digits, size), below = places_of(take.digits, size);
    for (int place = 0; place < size; place++) {
        int left = above.digits[place] - lent;
        lent = left < below.digits[place];
        left += 10 * lent;
        struck[place] = left != above.digits[place];
        if (struck[place]) {
            put_digit(column, place, left);
        }
    }
    kin_tableau_row(&column->tableau, KIN_TABLEAU_SMALL);
}

static void strike(struct column *column, const bool *struck)
{
    for (int place = 0; place < column->whole + column->decimals; place++) {
        const struct kin_maths **cell = &column->tableau.cells[column_at(column, place)];
        if (struck[place] && *cell) {
            *cell = kin_maths_new(column->arena, KIN_MATHS_STRUCK, NULL, cell, 1);
        }
    }
}

static void put_numbers(struct column *column, char sign, const struct kin_figures *numbers, size_t count,
                        const bool *struck)
{
    for (size_t i = 0; i < count; i++) {
        put_number(column, numbers[i], 0);
        if (i == 0) {
            strike(column, struck);
        }
        if (i + 1 == count) {
            kin_tableau_put(&column->tableau, 0, KIN_MATHS_OPERATOR, sign == '+' ? "+" : "−");
        }
        kin_tableau_row(&column->tableau, KIN_TABLEAU_FULL);
    }
    kin_tableau_rule(&column->tableau, 0, column->tableau.columns - 1);
}

static const struct kin_maths *column_sum(kin_arena *arena, char sign, struct kin_figures *numbers, size_t count,
                                          enum kin_tableau_work work)
{
    bool struck[2 * KIN_TABLEAU_DIGITS] = {false};
    struct kin_figures result = {0};
    if (!same_places(numbers, count, &result.places)) {
        return NULL;
    }
    int whole = 1;
    for (size_t i = 0; i < count; i++) {
        result.digits += i && sign == '-' ? -numbers[i].digits : numbers[i].digits;
        whole = whole_digits(numbers[i]) > whole ? whole_digits(numbers[i]) : whole;
    }
    if (result.digits < 0) {
        return NULL;
    }
    whole = whole_digits(result) > whole ? whole_digits(result) : whole;
    if (whole + result.places > KIN_TABLEAU_DIGITS + 1) {
        return NULL;
    }
    struct column column = column_start(arena, whole, result.places);
    if (work == KIN_TABLEAU_STEPS && sign == '+') {
        put_carries(&column, numbers, count);
    } else if (work == KIN_TABLEAU_STEPS) {
        put_borrowed(&column, numbers[0], numbers[1], struck);
    }
    put_numbers(&column, sign, numbers, count, struck);
    if (work == KIN_TABLEAU_STEPS) {
        put_number(&column, result, 0);
        kin_tableau_row(&column.tableau, KIN_TABLEAU_FULL);
    }
    return column_end(&column, sign, numbers, count, work == KIN_TABLEAU_STEPS ? &result : NULL);
}

/* ---- Products: last digits under one another, points where they fall ---- */

/* The digit before the point takes it along, so that the columns stay whole. */
static void put_factor(struct column *column, struct kin_figures number)
{
    struct places places = places_of(number.digits, number.places + 1);
    for (int i = 0; i < places.count; i++) {
        const char *look = i && i == number.places ? "%d." : "%d";
        kin_tableau_put(&column->tableau, column_at(column, i), KIN_MATHS_NUMBER,
                        kin_format(column->arena, look, places.digits[i]));
    }
}

static void put_parts(struct column *column, struct kin_figures by, int64_t of)
{
    struct places places = places_of(by.digits, 1);
    int parts = 0;
    for (int i = 0; i < places.count; i++) {
        parts += places.digits[i] != 0;
    }
    for (int i = 0; parts > 1 && i < places.count; i++) {
        if (places.digits[i]) {
            put_number(column, (struct kin_figures){of * places.digits[i], 0}, i);
            kin_tableau_row(&column->tableau, KIN_TABLEAU_FULL);
        }
    }
    if (parts > 1) {
        kin_tableau_rule(&column->tableau, 0, column->tableau.columns - 1);
    }
}

static const struct kin_maths *column_product(kin_arena *arena, const struct kin_figures *numbers,
                                              enum kin_tableau_work work)
{
    struct kin_figures a = numbers[0], b = numbers[1], result = {.places = a.places + b.places};
    if (b.digits && a.digits > INT64_MAX / 10 / b.digits) {
        return NULL;
    }
    result.digits = a.digits * b.digits;
    int size = places_of(result.digits, result.places + 1).count;
    int first = places_of(a.digits, a.places + 1).count, second = places_of(b.digits, b.places + 1).count;
    size = work == KIN_TABLEAU_STEPS ? size : 0;
    size = first > size ? first : size;
    size = second > size ? second : size;
    if (size > KIN_TABLEAU_DIGITS) {
        return NULL;
    }
    struct column column = column_start(arena, size, 0);
    put_factor(&column, a);
    kin_tableau_row(&column.tableau, KIN_TABLEAU_FULL);
    put_factor(&column, b);
    kin_tableau_put(&column.tableau, 0, KIN_MATHS_OPERATOR, "×");
    kin_tableau_row(&column.tableau, KIN_TABLEAU_FULL);
    kin_tableau_rule(&column.tableau, 0, column.tableau.columns - 1);
    if (work == KIN_TABLEAU_STEPS) {
        put_parts(&column, b, a.digits);
        put_factor(&column, result);
        kin_tableau_row(&column.tableau, KIN_TABLEAU_FULL);
    }
    return column_end(&column, '*', numbers, 2, work == KIN_TABLEAU_STEPS ? &result : NULL);
}

const struct kin_maths *kin_tableau_column(kin_arena *arena, char sign, const struct kin_figures *numbers, size_t count,
                                           enum kin_tableau_work work)
{
    if (count < 2 || count > KIN_TABLEAU_ROWS || (sign != '+' && count != 2)) {
        return NULL;
    }
    if (sign == '*') {
        return column_product(arena, numbers, work);
    }
    struct kin_figures *copy = KIN_NEW_N(arena, struct kin_figures, count);
    memcpy(copy, numbers, sizeof *numbers * count);
    return column_sum(arena, sign, copy, count, work);
}
