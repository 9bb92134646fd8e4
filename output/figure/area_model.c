/* Area models: a rectangle cut into columns and rows, for products, the distributive law and parts of parts. */
#include "figure/figure.h"

#include <string.h>

#define STRIP_ROWS(what)                                                                                               \
    {.name = "size",                                                                                                   \
     .type = KIN_FIGURE_NUMBER,                                                                                        \
     .otherwise = "1",                                                                                                 \
     .range = "> 0 100000",                                                                                            \
     .doc = "How " what " it is, in any unit"},                                                                        \
        {.name = "count",                                                                                              \
         .type = KIN_FIGURE_WHOLE,                                                                                     \
         .otherwise = "1",                                                                                             \
         .range = "1 24",                                                                                              \
         .doc = "So many of them, one after the other"},                                                               \
        {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands beside it: 20, x"},  \
    {                                                                                                                  \
        .name = "pattern", .type = KIN_FIGURE_CHOICE, .words = KIN_PATTERN_WORDS, .otherwise = "none",                 \
        .doc = "How it is filled, all along"                                                                           \
    }
static const struct kin_figure_attribute column_rows[] = {STRIP_ROWS("wide"), {0}};
static const struct kin_figure_attribute row_rows[] = {STRIP_ROWS("high"), {0}};
static const struct kin_figure_attribute cell_rows[] = {
    {.name = "row", .type = KIN_FIGURE_WHOLE, .range = "1 24", .doc = "Its row, from above"},
    {.name = "column", .type = KIN_FIGURE_WHOLE, .range = "1 24", .doc = "Its column, from the left"},
    {.name = "label", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "What stands in it: 80, 3x"},
    {.name = "pattern",
     .type = KIN_FIGURE_CHOICE,
     .words = KIN_PATTERN_WORDS,
     .otherwise = "none",
     .doc = "How it is filled"},
    {0},
};
static const struct kin_figure_part_kind parts[] = {
    {"column", "The next column, from the left", column_rows, NULL},
    {"row", "The next row, from above", row_rows, NULL},
    {"cell", "What stands where a row and a column meet", cell_rows, NULL},
    {0},
};
static const struct kin_figure_attribute rows[] = {
    {.name = "top", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "At a brace over all columns: x + 4"},
    {.name = "side", .type = KIN_FIGURE_TEXT, .otherwise = KIN_LEFT_OUT, .doc = "At a brace along all rows"},
    {.name = "across",
     .type = KIN_FIGURE_NUMBER,
     .otherwise = "220",
     .range = "60 450",
     .doc = "Width of the figure, in points of 1/72 inch"},
    {.name = "up", .type = KIN_FIGURE_NUMBER, .otherwise = "120", .range = "40 400", .doc = "Height of the figure"},
    {0},
};

enum { MOST = 24 };

/* Columns or rows: where each begins, as a share of all, and the part that it comes from. */
struct strips {
    size_t count;
    double at[MOST + 1];
    const struct kin_figure_part *from[MOST];
};

static size_t count_of(const struct kin_figure_part *whole, const char *name)
{
    size_t count = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        bool here = strcmp(whole->parts[i]->name, name) == 0;
        count += here ? (size_t)kin_figure_number(whole->parts[i], "count") : 0;
    }
    return count;
}

/* One undivided strip when none is said. */
static struct strips strips_of(const struct kin_figure_part *whole, const char *name)
{
    struct strips strips = {.at = {0}};
    double at = 0;
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_figure_part *part = whole->parts[i];
        size_t count = strcmp(part->name, name) == 0 ? (size_t)kin_figure_number(part, "count") : 0;
        for (size_t k = 0; k < count && strips.count < MOST; k++) {
            strips.from[strips.count++] = part;
            at += kin_figure_number(part, "size");
            strips.at[strips.count] = at;
        }
    }
    if (strips.count == 0) {
        strips.count = 1;
        strips.at[1] = at = 1;
    }
    for (size_t i = 0; i <= strips.count; i++) {
        strips.at[i] /= at;
    }
    return strips;
}

/* ---- Judging ------------------------------------------------------------------------------------------------------
 */

static bool count_fits(const struct kin_figure_part *whole, const char *name, struct kin_figure_fault *fault)
{
    size_t count = count_of(whole, name);
    return count <= MOST ||
           kin_figure_reject(fault, whole, NULL, "it has %zu %ss, but may have at most %d", count, name, MOST);
}

static bool index_fits(const struct kin_figure_part *whole, const struct kin_figure_part *cell, const char *name,
                       struct kin_figure_fault *fault)
{
    double count = fmax(1, (double)count_of(whole, name));
    return kin_figure_number(cell, name) <= count || kin_figure_reject(fault, cell, name, "%s is %g, but there are %g",
                                                                       name, kin_figure_number(cell, name), count);
}

static bool check(const struct kin_figure *figure, struct kin_figure_fault *fault)
{
    const struct kin_figure_part *whole = &figure->whole;
    bool fits = count_fits(whole, "column", fault) && count_fits(whole, "row", fault);
    for (size_t i = 0; fits && i < whole->part_count; i++) {
        const struct kin_figure_part *part = whole->parts[i];
        fits = strcmp(part->name, "cell") != 0 ||
               (index_fits(whole, part, "row", fault) && index_fits(whole, part, "column", fault));
    }
    return fits;
}

/* ---- In words -----------------------------------------------------------------------------------------------------
 */

static const char *count_word(struct kin_telling *telling, size_t count)
{
    return kin_format(telling->arena, "%zu", count);
}

static void tell_strip(struct kin_telling *telling, const struct kin_figure_part *part, const char *labelled,
                       const char *patterned)
{
    const char *label = kin_tell_text(telling, part, "label");
    if (*label) {
        kin_tell(telling, labelled, label);
    }
    if (!kin_figure_is(part, "pattern", "none")) {
        kin_tell(telling, patterned, kin_tell_number(telling, part, "count"));
    }
}

static void tell_cell(struct kin_telling *telling, const struct kin_figure_part *cell)
{
    const struct kin_furniture *words = telling->words;
    const char *row = kin_tell_number(telling, cell, "row"), *column = kin_tell_number(telling, cell, "column");
    const char *label = kin_tell_text(telling, cell, "label");
    kin_tell(telling, *label ? words->tell_cell : words->tell_cell_shaded, row, column, label);
}

static void describe(const struct kin_figure *figure, struct kin_telling *telling)
{
    const struct kin_furniture *words = telling->words;
    const struct kin_figure_part *whole = &figure->whole;
    kin_tell(telling, words->tell_area_model, count_word(telling, strips_of(whole, "column").count),
             count_word(telling, strips_of(whole, "row").count));
    if (kin_figure_text(whole, "top")) {
        kin_tell(telling, words->tell_whole_width, kin_tell_text(telling, whole, "top"));
    }
    if (kin_figure_text(whole, "side")) {
        kin_tell(telling, words->tell_whole_height, kin_tell_text(telling, whole, "side"));
    }
    for (size_t i = 0; i < whole->part_count; i++) {
        const struct kin_figure_part *part = whole->parts[i];
        if (strcmp(part->name, "column") == 0) {
            tell_strip(telling, part, words->tell_column, words->tell_columns_filled);
        } else if (strcmp(part->name, "row") == 0) {
            tell_strip(telling, part, words->tell_row, words->tell_rows_filled);
        } else {
            tell_cell(telling, part);
        }
    }
}

/* ---- Sketching ----------------------------------------------------------------------------------------------------
 */

struct model {
    struct kin_sketch *sketch;
    const struct kin_figure_part *part;
    struct strips columns, rows;
    double left, top, width, height;
    double name_high, name_wide; /* room for labels above and to the left */
};

static double x_at(const struct model *model, size_t column)
{
    return model->left + model->width * model->columns.at[column];
}
static double y_at(const struct model *model, size_t row)
{
    return model->top + model->height * model->rows.at[row];
}

static void fill(const struct model *model, const struct kin_figure_part *part, double left, double top, double right,
                 double bottom)
{
    const struct kin_xy corners[] = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
    kin_sketch_fill(model->sketch, corners, 4, kin_pattern_named(kin_figure_word(part, "pattern")));
}

static void add_fillings(const struct model *model)
{
    double right = model->left + model->width, bottom = model->top + model->height;
    for (size_t i = 0; i < model->rows.count && model->rows.from[i]; i++) {
        fill(model, model->rows.from[i], model->left, y_at(model, i), right, y_at(model, i + 1));
    }
    for (size_t i = 0; i < model->columns.count && model->columns.from[i]; i++) {
        fill(model, model->columns.from[i], x_at(model, i), model->top, x_at(model, i + 1), bottom);
    }
}

static void add_lines(const struct model *model)
{
    double right = model->left + model->width, bottom = model->top + model->height;
    for (size_t i = 0; i <= model->columns.count; i++) {
        double x = x_at(model, i);
        kin_sketch_line(model->sketch, (struct kin_xy){x, model->top}, (struct kin_xy){x, bottom}, KIN_PEN_NORMAL);
    }
    for (size_t i = 0; i <= model->rows.count; i++) {
        double y = y_at(model, i);
        kin_sketch_line(model->sketch, (struct kin_xy){model->left, y}, (struct kin_xy){right, y}, KIN_PEN_NORMAL);
    }
}

/* The label of equal strips stands once, beside all of them. */
static void add_names(const struct model *model, const struct strips *strips, double angle)
{
    bool above = angle > 0 && angle < M_PI;
    for (size_t i = 0; i < strips->count && strips->from[i];) {
        size_t next = i + (size_t)kin_figure_number(strips->from[i], "count");
        const struct kin_nodes *label = kin_figure_text(strips->from[i], "label");
        double middle = above ? (x_at(model, i) + x_at(model, next)) / 2 : (y_at(model, i) + y_at(model, next)) / 2;
        struct kin_xy at = above ? (struct kin_xy){middle, model->top} : (struct kin_xy){model->left, middle};
        if (label) {
            kin_sketch_label(model->sketch, label, at, 2, angle);
        }
        i = next;
    }
}

static void add_cell(const struct model *model, const struct kin_figure_part *cell)
{
    size_t row = (size_t)kin_figure_number(cell, "row") - 1, column = (size_t)kin_figure_number(cell, "column") - 1;
    double left = x_at(model, column), right = x_at(model, column + 1);
    double top = y_at(model, row), bottom = y_at(model, row + 1);
    fill(model, cell, left, top, right, bottom);
    if (kin_figure_text(cell, "label")) {
        kin_sketch_label_inside(model->sketch, kin_figure_text(cell, "label"),
                                (struct kin_xy){(left + right) / 2, (top + bottom) / 2});
    }
}

static const double depth = 6;

static bool has_names(const struct strips *strips)
{
    bool found = false;
    for (size_t i = 0; i < strips->count && strips->from[i]; i++) {
        found = found || kin_figure_text(strips->from[i], "label");
    }
    return found;
}

static void add_braces(const struct model *model)
{
    const struct kin_nodes *top = kin_figure_text(model->part, "top"), *side = kin_figure_text(model->part, "side");
    double right = model->left + model->width, bottom = model->top + model->height;
    double over = model->top - (has_names(&model->columns) ? model->name_high : 0) - 2;
    double beside = model->left - (has_names(&model->rows) ? model->name_wide : 0) - 2;
    if (top) {
        struct kin_xy tip =
            kin_sketch_brace(model->sketch, (struct kin_xy){model->left, over}, (struct kin_xy){right, over}, depth);
        kin_sketch_label(model->sketch, top, tip, 0.6, M_PI / 2);
    }
    if (side) {
        struct kin_xy tip = kin_sketch_brace(model->sketch, (struct kin_xy){beside, bottom},
                                             (struct kin_xy){beside, model->top}, depth);
        kin_sketch_label(model->sketch, side, tip, 0.6, M_PI);
    }
}

static void lay_out(struct model *model)
{
    struct kin_sketch *sketch = model->sketch;
    bool top = kin_figure_has(model->part, "top"), side = kin_figure_has(model->part, "side");
    kin_sketch_size(sketch, kin_figure_number(model->part, "across"), kin_figure_number(model->part, "up"));
    model->name_wide = fmin(34, sketch->width / 5);
    model->name_high = fmin(15, sketch->height / 5);
    model->left = 2 + (has_names(&model->rows) ? model->name_wide : 0) + (side ? depth + model->name_wide : 0);
    model->top = 2 + (has_names(&model->columns) ? model->name_high : 0) + (top ? depth + model->name_high : 0);
    model->width = sketch->width - model->left - 2;
    model->height = sketch->height - model->top - 2;
}

static void sketch_model(const struct kin_figure *figure, struct kin_sketch *sketch)
{
    struct model model = {.sketch = sketch, .part = &figure->whole};
    model.columns = strips_of(model.part, "column");
    model.rows = strips_of(model.part, "row");
    lay_out(&model);
    add_fillings(&model);
    for (size_t i = 0; i < model.part->part_count; i++) {
        if (strcmp(model.part->parts[i]->name, "cell") == 0) {
            add_cell(&model, model.part->parts[i]);
        }
    }
    add_lines(&model);
    add_names(&model, &model.columns, M_PI / 2);
    add_names(&model, &model.rows, M_PI);
    add_braces(&model);
}

const struct kin_figure_kind kin_figure_area_model = {
    .whole = {"area-model", "A rectangle cut into columns and rows: products, factors, parts of parts", rows, parts},
    .check = check,
    .describe = describe,
    .sketch = sketch_model,
    .examples =
        {
            "<figure kind=\"area-model\"><column size=\"5\"><m>x</m></column><column size=\"3\"><m>4</m></column>"
            "<row size=\"3\"><m>3</m></row><cell row=\"1\" column=\"1\" layer=\"key\"><m>3x</m></cell>"
            "<cell row=\"1\" column=\"2\" layer=\"key\"><m>12</m></cell></figure>",
            "<figure kind=\"area-model\" across=\"150\" up=\"120\"><column count=\"3\" pattern=\"hatch\"><label><m>3/4"
            "</m></label></column><column/><row count=\"2\" pattern=\"back\"><m>2/3</m></row><row/></figure>",
            "<figure kind=\"area-model\"><top><m>2x + 5</m></top><column size=\"4\"><m>2x</m></column><column "
            "size=\"2\"><m>5</m></column><row size=\"3\"><m>x</m></row><row size=\"1\"><m>-1</m></row>"
            "<cell row=\"2\" column=\"2\"><m>-5</m></cell><cell row=\"1\" column=\"1\">?</cell></figure>",
            "<figure kind=\"area-model\" across=\"260\"><top>24</top><side>13</side><column size=\"20\">20</column>"
            "<column size=\"4\">4</column><row size=\"10\">10</row><row size=\"3\">3</row><cell row=\"1\" column=\"1\">"
            "200</cell><cell row=\"2\" column=\"1\" pattern=\"light\" layer=\"key\">60</cell></figure>",
        },
};
