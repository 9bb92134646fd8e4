/* Crosswalks: the codes of a state, and which standards of our frameworks each stands for. */
#include "bank/loader.h"

#include "base/csv.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct table {
    struct kin_library *library;
    struct kin_crosswalk *crosswalk;
    int code, standards, description;
};

static const struct kin_standard *standard_of(const struct kin_library *library, const char *spelling)
{
    for (size_t i = 0; i < library->framework_count; i++) {
        const struct kin_standard *found = kin_standard_find(library->frameworks[i], spelling);
        if (found) {
            return found;
        }
    }
    return NULL;
}

/* NULL: none is near. */
static const char *near_code(const struct kin_library *library, const char *spelling)
{
    const char *nearest = NULL;
    for (size_t i = 0; i < library->framework_count && !nearest; i++) {
        kin_standard_nearest(library->frameworks[i], library->arena, spelling, &nearest, 1);
    }
    return nearest;
}

static void add_standard(const struct table *table, const struct kin_csv_row *from, struct kin_crosswalk_row *row,
                         const char *spelling)
{
    struct kin_library *library = table->library;
    const struct kin_standard *standard = standard_of(library, spelling);
    if (standard) {
        KIN_PUSH(library->arena, row->standards, row->standard_count, row->standard_room) = standard;
        return;
    }
    kin_report(library->diags, KIN_E7213, from->span, row->code, spelling, NULL);
    const char *nearest = library->diags->dropped ? NULL : near_code(library, spelling);
    if (nearest) {
        kin_report_mend(library->diags, "did you mean %s?", nearest);
    }
}

static const struct kin_crosswalk_row *row_of(const struct kin_crosswalk *crosswalk, const char *code)
{
    for (size_t i = 0; i < crosswalk->count; i++) {
        if (strcasecmp(crosswalk->rows[i].code, code) == 0) {
            return &crosswalk->rows[i];
        }
    }
    return NULL;
}

struct place {
    const char *code;
    struct kin_span span;
};

static int by_code(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    int order = strcasecmp(x->code, y->code);
    return order ? order : (x->span.begin > y->span.begin) - (x->span.begin < y->span.begin);
}

/* Codes that stand there twice. */
static void check_codes(const struct table *table, const struct kin_csv *csv)
{
    struct place *places = KIN_NEW_N(table->library->arena, struct place, csv->row_count);
    for (size_t i = 0; i < csv->row_count; i++) {
        places[i] = (struct place){kin_csv_cell(&csv->rows[i], table->code), csv->rows[i].span};
    }
    if (csv->row_count) {
        qsort(places, csv->row_count, sizeof *places, by_code);
    }
    for (size_t i = 1; i < csv->row_count; i++) {
        if (*places[i].code && strcasecmp(places[i - 1].code, places[i].code) == 0) {
            kin_report(table->library->diags, KIN_E7214, places[i].span, places[i].code, NULL);
        }
    }
}

static void add_row(const struct table *table, const struct kin_csv_row *from)
{
    struct kin_library *library = table->library;
    struct kin_crosswalk_row row = {.code = kin_csv_cell(from, table->code),
                                    .description = kin_csv_cell(from, table->description)};
    const char *standards = kin_csv_cell(from, table->standards);
    if (!*row.code || standard_of(library, row.code)) {
        kin_report(library->diags, KIN_E7214, from->span, row.code, NULL);
        return;
    }
    for (const char *at = standards; *at;) {
        size_t length = strcspn(at, " ");
        if (length) {
            add_standard(table, from, &row, kin_copy_n(library->arena, at, length));
        }
        at += length + strspn(at + length, " ");
    }
    struct kin_crosswalk *crosswalk = table->crosswalk;
    KIN_PUSH(library->arena, crosswalk->rows, crosswalk->count, crosswalk->room) = row;
}

/* One of the same id from an earlier folder gives way. */
static void add_crosswalk(struct kin_library *library, struct kin_crosswalk *crosswalk)
{
    for (size_t i = 0; i < library->crosswalk_count; i++) {
        if (strcmp(library->crosswalks[i]->id, crosswalk->id) == 0) {
            library->crosswalks[i] = crosswalk;
            return;
        }
    }
    KIN_PUSH(library->arena, library->crosswalks, library->crosswalk_count, library->crosswalk_room) = crosswalk;
}

const struct kin_crosswalk *kin_crosswalk_load(struct kin_library *library, const char *path)
{
    size_t errors = library->diags->errors;
    struct kin_source *source = kin_file_read(library->arena, library->diags, path);
    const struct kin_csv *csv = source ? kin_csv_parse(library->arena, library->diags, source) : NULL;
    if (!csv) {
        return NULL;
    }
    struct table table = {library, KIN_NEW(library->arena, struct kin_crosswalk), kin_csv_column(csv, "code"),
                          kin_csv_column(csv, "standards"), kin_csv_column(csv, "description")};
    if (table.code < 0 || table.standards < 0) {
        struct kin_span span = {source, 0, (uint32_t)strcspn(source->bytes, "\r\n")};
        kin_report(library->diags, KIN_E7212, span, table.code < 0 ? "code" : "standards", NULL);
        return NULL;
    }
    table.crosswalk->id = kin_name_of_file(library->arena, path);
    for (size_t i = 0; i < csv->row_count; i++) {
        add_row(&table, &csv->rows[i]);
    }
    check_codes(&table, csv);
    add_crosswalk(library, table.crosswalk);
    return library->diags->errors == errors ? table.crosswalk : NULL;
}

const struct kin_crosswalk *kin_crosswalk_find(const struct kin_library *library, const char *id)
{
    for (size_t i = 0; i < library->crosswalk_count; i++) {
        if (strcmp(library->crosswalks[i]->id, id) == 0) {
            return library->crosswalks[i];
        }
    }
    return NULL;
}

const struct kin_crosswalk_row *kin_crosswalk_code(const struct kin_library *library, const char *code)
{
    for (size_t i = 0; i < library->crosswalk_count; i++) {
        const struct kin_crosswalk_row *row = row_of(library->crosswalks[i], code);
        if (row) {
            return row;
        }
    }
    return NULL;
}
