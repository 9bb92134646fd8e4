/* Two variables: the line of best fit by least squares, correlation, residuals, two-way tables. */
#include "expr/functions/call.h"

KIN_DECLARE_FUNCTION(least_squares);
KIN_DECLARE_FUNCTION(residuals);
KIN_DECLARE_FUNCTION(correlation);
KIN_DECLARE_FUNCTION(two_way);
KIN_DECLARE_FUNCTION(with_margins);

/* Sums of products of the deviations from both means. */
struct sums {
    struct kin_rat mean_x, mean_y, xx, xy, yy;
};

static struct kin_rat plus_product(kin_arena *arena, struct kin_rat total, struct kin_rat a, struct kin_rat b)
{
    return kin_rat_add(arena, total, kin_rat_mul(arena, a, b));
}

static bool find_sums(struct kin_call *call, struct sums *sums)
{
    const struct kin_list *xs = call->arguments[0].as.list, *ys = call->arguments[1].as.list;
    kin_arena *arena = call->arena;
    struct kin_rat zero = kin_rat_int(0);
    if (xs->count != ys->count || xs->count < 2) {
        return kin_call_fail(call, KIN_E240,
                             kin_format(arena,
                                        "two lists of one length with at least two elements are needed, not %zu "
                                        "and %zu elements",
                                        xs->count, ys->count));
    }
    *sums = (struct sums){kin_list_mean(arena, xs), kin_list_mean(arena, ys), zero, zero, zero};
    for (size_t i = 0; i < xs->count; i++) {
        struct kin_rat x = kin_rat_sub(arena, xs->items[i].as.number, sums->mean_x);
        struct kin_rat y = kin_rat_sub(arena, ys->items[i].as.number, sums->mean_y);
        sums->xx = plus_product(arena, sums->xx, x, x);
        sums->xy = plus_product(arena, sums->xy, x, y);
        sums->yy = plus_product(arena, sums->yy, y, y);
    }
    return true;
}

struct line {
    struct kin_rat slope, start;
};

static bool find_line(struct kin_call *call, struct line *line)
{
    struct sums sums;
    if (!find_sums(call, &sums)) {
        return false;
    }
    if (kin_rat_sign(sums.xx) == 0) {
        return kin_call_fail(call, KIN_E240, "a line of best fit needs two different values of x");
    }
    line->slope = kin_rat_div(call->arena, sums.xy, sums.xx);
    line->start = kin_rat_sub(call->arena, sums.mean_y, kin_rat_mul(call->arena, line->slope, sums.mean_x));
    return true;
}

static bool call_least_squares(struct kin_call *call, struct kin_value *result)
{
    struct line line;
    struct kin_value items[2];
    return find_line(call, &line) && kin_call_give(call, line.slope, &items[0]) &&
           kin_call_give(call, line.start, &items[1]) && kin_call_give_list(call, items, 2, result);
}

static const struct kin_example least_squares_examples[] = {{"least_squares([1, 2, 3], [2, 4, 9])", "[7/2, -2]"},
                                                            {"least_squares([1, 1], [2, 3])", "error E240"},
                                                            {"least_squares([1, 2], [3])", "error E240"},
                                                            {NULL, NULL}};
const struct kin_function kin_function_least_squares = {
    "least_squares",
    "list of plain, list of plain -> list of plain",
    "Slope and y-intercept of the line of best fit by least squares.",
    call_least_squares,
    false,
    least_squares_examples};

static bool call_residuals(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *xs = call->arguments[0].as.list, *ys = call->arguments[1].as.list;
    struct line line;
    if (!find_line(call, &line)) {
        return false;
    }
    struct kin_value *items = KIN_NEW_N(call->arena, struct kin_value, xs->count);
    for (size_t i = 0; i < xs->count; i++) {
        struct kin_rat fit = plus_product(call->arena, line.start, line.slope, xs->items[i].as.number);
        if (!kin_call_give(call, kin_rat_sub(call->arena, ys->items[i].as.number, fit), &items[i])) {
            return false;
        }
    }
    return kin_call_give_list(call, items, xs->count, result);
}

static const struct kin_example residuals_examples[] = {{"residuals([1, 2, 3], [2, 4, 9])", "[1/2, -1, 1/2]"},
                                                        {NULL, NULL}};
const struct kin_function kin_function_residuals = {"residuals",
                                                    "list of plain, list of plain -> list of plain",
                                                    "Each y less what the line of best fit gives for its x.",
                                                    call_residuals,
                                                    false,
                                                    residuals_examples};

static bool call_correlation(struct kin_call *call, struct kin_value *result)
{
    struct sums sums;
    kin_arena *arena = call->arena;
    if (!find_sums(call, &sums)) {
        return false;
    }
    struct kin_rat both = kin_rat_mul(arena, sums.xx, sums.yy);
    if (kin_rat_sign(both) == 0) {
        return kin_call_fail(call, KIN_E240, "a correlation needs two different values of x and of y");
    }
    const struct kin_surd *below = kin_surd_sqrt(arena, both);
    return kin_call_give_value(call, kin_value_surd(kin_surd_div(arena, kin_surd_number(arena, sums.xy), below)),
                               result);
}

static const struct kin_example correlation_examples[] = {
    {"correlation([1, 2, 3], [2, 4, 6])", "1"},
    {"correlation([1, 2, 3], [2, 4, 9])", "7/26*sqrt(13)"},
    {"round(correlation([1, 2, 3], [5, 5, 1]), 2)", "-0.87"},
    {"correlation([1, 2], [3, 3])", "error E240"},
    {NULL, NULL}};
const struct kin_function kin_function_correlation = {"correlation",
                                                      "list of plain, list of plain -> surd",
                                                      "The correlation coefficient r, exactly.",
                                                      call_correlation,
                                                      false,
                                                      correlation_examples};

/* ---- Two-way tables ---- */

static int64_t count_both(const struct kin_list *rows, const struct kin_list *columns, const struct kin_value *row,
                          const struct kin_value *column)
{
    int64_t count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        count += kin_value_equal(&rows->items[i], row) && kin_value_equal(&columns->items[i], column);
    }
    return count;
}

static struct kin_value table_row(kin_arena *arena, const struct kin_call *call, const struct kin_value *row)
{
    const struct kin_list *headings = call->arguments[3].as.list;
    struct kin_value *cells = KIN_NEW_N(arena, struct kin_value, headings->count);
    for (size_t i = 0; i < headings->count; i++) {
        cells[i] =
            kin_value_int(count_both(call->arguments[0].as.list, call->arguments[1].as.list, row, &headings->items[i]));
    }
    return kin_value_list(arena, cells, headings->count);
}

static bool call_two_way(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *rows = call->arguments[0].as.list, *columns = call->arguments[1].as.list;
    const struct kin_list *row_values = call->arguments[2].as.list, *column_values = call->arguments[3].as.list;
    if (rows->count != columns->count) {
        return kin_call_fail(
            call, KIN_E240,
            kin_format(call->arena, "two_way takes lists of one length, not %zu and %zu", rows->count, columns->count));
    }
    call->cost = rows->count * (1 + row_values->count) * (1 + column_values->count);
    if (call->cost >= KIN_MOST_COST) {
        return kin_call_fail(call, KIN_E235, NULL);
    }
    struct kin_value *lines = KIN_NEW_N(call->arena, struct kin_value, row_values->count);
    for (size_t i = 0; i < row_values->count; i++) {
        lines[i] = table_row(call->arena, call, &row_values->items[i]);
    }
    return kin_call_give_list(call, lines, row_values->count, result);
}

static const struct kin_example two_way_examples[] = {
    {"two_way(['a', 'b', 'a'], [1, 1, 2], ['a', 'b'], [1, 2])", "[[1, 1], [1, 0]]"},
    {"two_way(['a'], [], ['a'], [1])", "error E240"},
    {NULL, NULL}};
const struct kin_function kin_function_two_way = {
    "two_way",
    "list of any, list of any, list of any, list of any -> list of list of integer",
    "How often each pair occurs at one place of two lists: a row for each value of the third, a column for each of the "
    "fourth.",
    call_two_way,
    false,
    two_way_examples};

static bool is_table(struct kin_call *call, const struct kin_list *rows)
{
    for (size_t i = 1; i < rows->count; i++) {
        if (rows->items[i].as.list->count != rows->items[0].as.list->count) {
            return kin_call_fail(call, KIN_E240, "all rows of a table have the same number of cells");
        }
    }
    return true;
}

static struct kin_value row_with_total(kin_arena *arena, const struct kin_list *row)
{
    struct kin_value *cells = KIN_NEW_N(arena, struct kin_value, row->count + 1);
    struct kin_rat total = kin_rat_int(0);
    for (size_t i = 0; i < row->count; i++) {
        cells[i] = row->items[i];
        total = kin_rat_add(arena, total, cells[i].as.number);
    }
    cells[row->count] = kin_value_number(total);
    return kin_value_list(arena, cells, row->count + 1);
}

static struct kin_value column_totals(kin_arena *arena, const struct kin_value *lines, size_t count)
{
    size_t width = count ? lines[0].as.list->count : 0;
    struct kin_value *cells = KIN_NEW_N(arena, struct kin_value, width);
    for (size_t i = 0; i < width; i++) {
        struct kin_rat total = kin_rat_int(0);
        for (size_t j = 0; j < count; j++) {
            total = kin_rat_add(arena, total, lines[j].as.list->items[i].as.number);
        }
        cells[i] = kin_value_number(total);
    }
    return kin_value_list(arena, cells, width);
}

static bool call_with_margins(struct kin_call *call, struct kin_value *result)
{
    const struct kin_list *rows = call->arguments[0].as.list;
    struct kin_value *lines = KIN_NEW_N(call->arena, struct kin_value, rows->count + 1);
    if (!is_table(call, rows)) {
        return false;
    }
    for (size_t i = 0; i < rows->count; i++) {
        lines[i] = row_with_total(call->arena, rows->items[i].as.list);
    }
    lines[rows->count] = column_totals(call->arena, lines, rows->count);
    const struct kin_list *totals = lines[rows->count].as.list;
    for (size_t i = 0; i < totals->count; i++) {
        if (!kin_rat_defined(totals->items[i].as.number)) {
            return kin_call_fail(call, KIN_E230, NULL);
        }
    }
    return kin_call_give_list(call, lines, rows->count + 1, result);
}

static const struct kin_example with_margins_examples[] = {
    {"with_margins([[12, 8], [5, 15]])", "[[12, 8, 20], [5, 15, 20], [17, 23, 40]]"},
    {"with_margins([[1], [2, 3]])", "error E240"},
    {NULL, NULL}};
const struct kin_function kin_function_with_margins = {
    "with_margins",
    "list of list of plain -> list of list of plain",
    "A table with the total behind each row and a last row of totals.",
    call_with_margins,
    false,
    with_margins_examples};
