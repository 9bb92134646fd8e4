#include "bank/weights.h"

#include "bank/loader.h"
#include "base/csv.h"
#include "base/names.h"

#include <string.h>

enum { MOST_MILLI = 10000, MOST_SECONDS = 3600, USUAL_SLOPE = 1000 };

static const char *const kinds[] = {
#define KIN_WEIGHT_KIND(id, name, doc) name,
#include "bank/weight_kinds.def"
#undef KIN_WEIGHT_KIND
};

const char *kin_weight_kind_name(enum kin_weight_kind kind)
{
    return kinds[kind];
}

struct table {
    struct kin_library *library;
    const struct kin_csv *csv;
    int on, match, difficulty, seconds, source;
};

/* "-0.35" as -350: exactly, with at most `places` digits after the point. False: it is no such number. */
static bool read_scaled(const char *text, int places, long most, int *number)
{
    bool negative = *text == '-', any = false;
    long value = 0;
    for (text += negative; *text >= '0' && *text <= '9' && value <= most; text++, any = true) {
        value = 10 * value + (*text - '0');
    }
    bool point = *text == '.' && places > 0;
    text += point;
    for (; places > 0; places--) {
        bool digit = point && *text >= '0' && *text <= '9';
        value = 10 * value + (digit ? *text++ - '0' : 0);
    }
    *number = (int)(negative ? -value : value);
    return any && !*text && value <= most;
}

static bool read_cell(const struct table *table, const struct kin_csv_row *row, int column, int places, long most,
                      int *number)
{
    const char *text = kin_csv_cell(row, column);
    if (*text && !read_scaled(text, places, most, number)) {
        kin_report(table->library->diags, KIN_E5103, row->span, table->csv->columns[column], text, NULL);
        kin_report_mend(table->library->diags, places ? "write a number from -10 to 10 such as 0.3 or -1.25"
                                                      : "write whole seconds from -3600 to 3600");
        return false;
    }
    return true;
}

static bool read_kind(const struct table *table, const struct kin_csv_row *row, enum kin_weight_kind *kind)
{
    const char *name = kin_csv_cell(row, table->on);
    int index = kin_name_index(kinds, KIN_WEIGHT_KIND_COUNT, name);
    if (index < 0) {
        const char *near = kin_nearest(name, kinds, KIN_WEIGHT_KIND_COUNT);
        kin_report(table->library->diags, KIN_E5102, row->span, name, NULL);
        if (near) {
            kin_report_mend(table->library->diags, "did you mean '%s'?", near);
        }
        return false;
    }
    *kind = (enum kin_weight_kind)index;
    return true;
}

static void read_slope(const struct table *table, const struct kin_csv_row *row, int slope, struct kin_weights *weights)
{
    if (slope > 0) {
        weights->slope_milli = slope;
    } else {
        const char *text = kin_csv_cell(row, table->difficulty);
        kin_report(table->library->diags, KIN_E5103, row->span, table->csv->columns[table->difficulty], text, NULL);
        kin_report_mend(table->library->diags, "a slope is more than 0, such as 1.2");
    }
}

static void add_row(const struct table *table, const struct kin_csv_row *row, struct kin_weights *weights)
{
    struct kin_weight weight = {.match = kin_csv_cell(row, table->match), .source = kin_csv_cell(row, table->source)};
    if (!read_kind(table, row, &weight.kind) ||
        !read_cell(table, row, table->difficulty, 3, MOST_MILLI, &weight.difficulty_msd) ||
        !read_cell(table, row, table->seconds, 0, MOST_SECONDS, &weight.seconds)) {
        return;
    }
    if (weight.kind == KIN_WEIGHT_ABOUT) {
        weights->about = weight.source;
    } else if (weight.kind == KIN_WEIGHT_SLOPE) {
        read_slope(table, row, weight.difficulty_msd, weights);
    } else {
        KIN_PUSH(table->library->arena, weights->items, weights->count, weights->room) = weight;
    }
}

static bool find_columns(struct table *table, const struct kin_source *source)
{
    struct {
        const char *name;
        int *column;
    } wanted[] = {{"on", &table->on},
                  {"match", &table->match},
                  {"difficulty", &table->difficulty},
                  {"seconds", &table->seconds},
                  {"source", &table->source}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        *wanted[i].column = kin_csv_column(table->csv, wanted[i].name);
        if (*wanted[i].column < 0) {
            struct kin_span span = {source, 0, (uint32_t)strcspn(source->bytes, "\r\n")};
            kin_report(table->library->diags, KIN_E371, span, wanted[i].name, NULL);
            kin_report_mend(table->library->diags,
                            "name the columns in the first line: on,match,difficulty,seconds,source");
            return false;
        }
    }
    return true;
}

bool kin_load_weights(struct kin_library *library, const char *path)
{
    kin_arena *arena = library->arena;
    size_t errors = library->diags->errors;
    struct kin_source *source = kin_file_read(arena, library->diags, path);
    struct table table = {.library = library};
    table.csv = source ? kin_csv_parse(arena, library->diags, source) : NULL;
    if (!table.csv || !find_columns(&table, source)) {
        return false;
    }
    struct kin_weights *weights = KIN_NEW(arena, struct kin_weights);
    weights->id = kin_name_of_file(arena, path);
    weights->about = "";
    weights->slope_milli = USUAL_SLOPE;
    for (size_t i = 0; i < table.csv->row_count; i++) {
        add_row(&table, &table.csv->rows[i], weights);
    }
    if (!*weights->about) {
        kin_report(library->diags, KIN_E5101, (struct kin_span){source, 0, 0}, NULL);
        kin_report_mend(library->diags, "add a row such as about,,,,\"Measured in our school, 2026\"");
    }
    library->weights = weights;
    return library->diags->errors == errors;
}
