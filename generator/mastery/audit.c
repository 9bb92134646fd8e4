/* What an earlier audit found. */
#include "mastery/matrix.h"

#include "base/csv.h"
#include "base/csv_write.h"

#include <stdlib.h>
#include <string.h>

struct columns {
    int standard, level, templates, ids;
};

static bool find_columns(struct kin_diags *diags, const struct kin_source *source, const struct kin_csv *csv,
                         struct columns *columns)
{
    *columns = (struct columns){kin_csv_column(csv, "standard"), kin_csv_column(csv, "level"),
                                kin_csv_column(csv, "templates"), kin_csv_column(csv, "ids")};
    const char *missing = columns->standard < 0    ? "standard"
                          : columns->level < 0     ? "level"
                          : columns->templates < 0 ? "templates"
                                                   : NULL;
    if (missing) {
        struct kin_span span = {source, 0, (uint32_t)strcspn(source->bytes, "\r\n")};
        kin_report(diags, KIN_E7200, span, missing, NULL);
    }
    return !missing;
}

/* Digits of a number up to `most`; false for anything else. */
static bool read_count(const char *text, long most, long *number)
{
    size_t length = strlen(text);
    if (length == 0 || length > 7 || strspn(text, "0123456789") != length) {
        return false;
    }
    *number = strtol(text, NULL, 10);
    return *number <= most;
}

static bool read_row(kin_arena *arena, struct kin_diags *diags, const struct kin_csv_row *row,
                     const struct columns *columns, struct kin_audit *audit)
{
    enum { MOST_TEMPLATES = 1000000 };
    long level, templates;
    const char *level_text = kin_csv_cell(row, columns->level), *count = kin_csv_cell(row, columns->templates);
    bool has_level = read_count(level_text, KIN_LEVELS, &level) && level > 0;
    if (!has_level || !read_count(count, MOST_TEMPLATES, &templates)) {
        kin_report(diags, KIN_E7201, row->span, has_level ? "templates" : "level", has_level ? count : level_text,
                   NULL);
        return false;
    }
    KIN_PUSH(arena, audit->cells, audit->count, audit->room) =
        (struct kin_audit_cell){.standard = kin_csv_unguarded(kin_csv_cell(row, columns->standard)),
                                .ids = kin_csv_unguarded(kin_csv_cell(row, columns->ids)),
                                .level = (int)level,
                                .templates = (size_t)templates};
    return true;
}

bool kin_audit_read(kin_arena *arena, struct kin_diags *diags, const struct kin_source *source, struct kin_audit *audit)
{
    struct columns columns;
    const struct kin_csv *csv = kin_csv_parse(arena, diags, source);
    bool fine = csv && find_columns(diags, source, csv, &columns);
    *audit = (struct kin_audit){0};
    for (size_t i = 0; fine && i < csv->row_count; i++) {
        fine = read_row(arena, diags, &csv->rows[i], &columns, audit);
    }
    return fine;
}
