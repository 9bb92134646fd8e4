/* Standards: any framework as a CSV table. */
#include "bank/loader.h"

#include "base/csv.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct kin_spelling {
    const char *text;
    const struct kin_standard *standard;
};

static int by_text(const void *a, const void *b)
{
    const struct kin_spelling *left = a, *right = b;
    int order = strcasecmp(left->text, right->text);
    return order ? order : strcmp(left->standard->code, right->standard->code);
}

const struct kin_standard *kin_standard_find(const struct kin_framework *framework, const char *spelling)
{
    size_t low = 0, high = framework->spelling_count;
    size_t begin = strspn(spelling, " \t\n"), length = strcspn(spelling + begin, " \t\n");
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *text = framework->spellings[middle].text;
        int order = strncasecmp(text, spelling + begin, length);
        order = order ? order : text[length] != '\0';
        if (order == 0) {
            return framework->spellings[middle].standard;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

/* The next part of a code, between dots and hyphens; its length. */
static size_t next_part(const char **at)
{
    *at += strspn(*at, ".-");
    return strcspn(*at, ".-");
}

static size_t count_part(const char *code, const char *part, size_t length)
{
    size_t count = 0;
    for (const char *at = code; *at;) {
        size_t own = next_part(&at);
        count += own == length && strncasecmp(at, part, length) == 0;
        at += own;
    }
    return count;
}

/* The same parts in another order: 6.NS.4.B for 6.NS.B.4. */
static bool same_parts(const char *a, const char *b)
{
    bool same = strlen(a) == strlen(b);
    for (const char *at = a; same && *at;) {
        size_t length = next_part(&at);
        same = count_part(a, at, length) == count_part(b, at, length);
        at += length;
    }
    return same;
}

/* The nearest candidate: its parts in another order, else by its letters; NULL: none is near. */
static const char *nearest_code(const char *spelling, const char **candidates, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (same_parts(spelling, candidates[i])) {
            return candidates[i];
        }
    }
    return kin_nearest(spelling, candidates, count);
}

size_t kin_standard_nearest(const struct kin_framework *framework, kin_arena *arena, const char *spelling,
                            const char **codes, size_t most)
{
    struct kin_mark mark = kin_arena_mark(arena);
    const char **candidates = KIN_NEW_N(arena, const char *, framework->count);
    size_t left = framework->count, found = 0;
    for (size_t i = 0; i < framework->count; i++) {
        candidates[i] = framework->standards[i].code;
    }
    while (found < most) {
        const char *nearest = nearest_code(spelling, candidates, left);
        if (!nearest) {
            break;
        }
        codes[found++] = nearest;
        for (size_t i = 0; i < left; i++) {
            if (candidates[i] == nearest) {
                memmove(candidates + i, candidates + i + 1, (left - i - 1) * sizeof *candidates);
                left--;
                break;
            }
        }
    }
    kin_arena_rewind(arena, mark);
    return found;
}

bool kin_standard_within(const struct kin_standard *standard, const struct kin_standard *ancestor)
{
    while (standard && standard != ancestor) {
        standard = standard->parent;
    }
    return standard != NULL;
}

/* ---- Loading ------------------------------------------------------------------------------------------------------
 */

struct table {
    struct kin_library *library;
    struct kin_framework *framework;
    const struct kin_csv *csv;
    int code, aliases, grade, type, parent, prerequisites, description, i_can;
};

static void add_spelling(const struct table *table, const char *text, const struct kin_standard *standard)
{
    struct kin_framework *framework = table->framework;
    KIN_PUSH(table->library->arena, framework->spellings, framework->spelling_count, framework->spelling_room) =
        (struct kin_spelling){text, standard};
}

static size_t split(kin_arena *arena, const char *cell, const char ***words)
{
    size_t count = 0, room = 0;
    *words = NULL;
    for (const char *at = cell; *at;) {
        size_t length = strcspn(at, " ");
        if (length) {
            KIN_PUSH(arena, *words, count, room) = kin_copy_n(arena, at, length);
        }
        at += length + strspn(at + length, " ");
    }
    return count;
}

/* Columns such as i_can_es, where they are filled. */
static void add_phrasings(const struct table *table, const struct kin_csv_row *row, struct kin_standard *standard)
{
    static const char column[] = "i_can_";
    struct kin_phrasing *phrasings = KIN_NEW_N(table->library->arena, struct kin_phrasing, table->csv->column_count);
    for (size_t i = 0; i < table->csv->column_count; i++) {
        const char *name = table->csv->columns[i];
        if (strncmp(name, column, sizeof column - 1) == 0 && *row->cells[i]) {
            phrasings[standard->i_can_count++] = (struct kin_phrasing){name + sizeof column - 1, row->cells[i]};
        }
    }
    standard->i_can_in = phrasings;
}

const char *kin_standard_i_can(const struct kin_standard *standard, const char *language)
{
    const char *sentence = kin_phrasing_find(standard->i_can_in, standard->i_can_count, language);
    bool own = kin_language_match("en", language) && *standard->i_can;
    return sentence ? sentence : own ? standard->i_can : NULL;
}

static void add_row(const struct table *table, const struct kin_csv_row *row, struct kin_standard *standard)
{
    kin_arena *arena = table->library->arena;
    const char **aliases;
    *standard = (struct kin_standard){.code = kin_csv_cell(row, table->code),
                                      .grade = kin_csv_cell(row, table->grade),
                                      .type = kin_csv_cell(row, table->type),
                                      .description = kin_csv_cell(row, table->description),
                                      .i_can = kin_csv_cell(row, table->i_can)};
    add_phrasings(table, row, standard);
    if (!*standard->code) {
        kin_report(table->library->diags, KIN_E367, row->span, NULL);
        kin_report_mend(table->library->diags, "write a code in the column 'code', or delete the row");
        return;
    }
    add_spelling(table, standard->code, standard);
    size_t count = split(arena, kin_csv_cell(row, table->aliases), &aliases);
    for (size_t i = 0; i < count; i++) {
        add_spelling(table, aliases[i], standard);
    }
}

static void check_spellings(const struct table *table)
{
    const struct kin_framework *framework = table->framework;
    for (size_t i = 1; i < framework->spelling_count; i++) {
        const struct kin_spelling *spelling = &framework->spellings[i];
        if (strcasecmp(spelling[-1].text, spelling->text) == 0 && spelling[-1].standard != spelling->standard) {
            struct kin_span span = table->csv->rows[spelling->standard - framework->standards].span;
            kin_report(table->library->diags, KIN_E368, span, spelling->text, spelling[-1].standard->code,
                       spelling->standard->code, NULL);
            kin_report_mend(table->library->diags, "a spelling belongs to one code; delete it from the other row");
        }
    }
}

static const struct kin_standard *find_code(const struct table *table, const struct kin_csv_row *row, const char *code,
                                            const char *column)
{
    const struct kin_standard *standard = kin_standard_find(table->framework, code);
    const char *nearest[1];
    if (standard) {
        return standard;
    }
    kin_report(table->library->diags, KIN_E369, row->span, column, code, NULL);
    if (!table->library->diags->dropped &&
        kin_standard_nearest(table->framework, table->library->arena, code, nearest, 1)) {
        kin_report_mend(table->library->diags, "did you mean %s?", nearest[0]);
    }
    return NULL;
}

static void link_row(const struct table *table, const struct kin_csv_row *row, struct kin_standard *standard)
{
    const char *parent = kin_csv_cell(row, table->parent);
    const char **codes;
    size_t count = split(table->library->arena, kin_csv_cell(row, table->prerequisites), &codes), room = 0;
    standard->parent = *parent ? find_code(table, row, parent, "parent") : NULL;
    for (size_t i = 0; i < count; i++) {
        const struct kin_standard *needed = find_code(table, row, codes[i], "prerequisites");
        if (needed) {
            KIN_PUSH(table->library->arena, standard->prerequisites, standard->prerequisite_count, room) = needed->code;
        }
    }
}

/* Does the way upwards end? A framework has a handful of levels, so a long way is a circle, too. */
static bool has_top(const struct kin_standard *standard)
{
    enum { MOST_LEVELS = 64 };
    int levels = 0;
    while (standard && levels < MOST_LEVELS) {
        standard = standard->parent;
        levels++;
    }
    return !standard;
}

/* A parent that leads back would make every walk upwards endless. */
static void check_circles(const struct table *table)
{
    const struct kin_framework *framework = table->framework;
    for (size_t i = 0; i < framework->count; i++) {
        if (!has_top(&framework->standards[i])) {
            kin_report(table->library->diags, KIN_E370, table->csv->rows[i].span, framework->standards[i].code, NULL);
            kin_report_mend(table->library->diags, "a parent is higher up in the framework; the topmost has none");
            framework->standards[i].parent = NULL;
        }
    }
}

static void link_rows(const struct table *table)
{
    struct kin_framework *framework = table->framework;
    if (framework->spelling_count) {
        qsort(framework->spellings, framework->spelling_count, sizeof *framework->spellings, by_text);
    }
    check_spellings(table);
    for (size_t i = 0; i < framework->count; i++) {
        link_row(table, &table->csv->rows[i], &framework->standards[i]);
    }
    check_circles(table);
}

const char *kin_name_of_file(kin_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    return kin_copy_n(arena, name, dot ? (size_t)(dot - name) : strlen(name));
}

static bool find_columns(struct table *table, const struct kin_source *source)
{
    const struct kin_csv *csv = table->csv;
    table->code = kin_csv_column(csv, "code");
    table->aliases = kin_csv_column(csv, "aliases");
    table->grade = kin_csv_column(csv, "grade");
    table->type = kin_csv_column(csv, "type");
    table->parent = kin_csv_column(csv, "parent");
    table->prerequisites = kin_csv_column(csv, "prerequisites");
    table->description = kin_csv_column(csv, "description");
    table->i_can = kin_csv_column(csv, "i_can");
    const char *missing = table->code < 0 ? "code" : table->description < 0 ? "description" : NULL;
    if (missing) {
        struct kin_span span = {source, 0, (uint32_t)strcspn(source->bytes, "\r\n")};
        kin_report(table->library->diags, KIN_E371, span, missing, NULL);
        kin_report_mend(table->library->diags, "name the columns in the first line: code,description");
    }
    return !missing;
}

/* A framework of the same id from an earlier folder gives way. */
static void add_framework(struct kin_library *library, struct kin_framework *framework)
{
    for (size_t i = 0; i < library->framework_count; i++) {
        if (strcmp(library->frameworks[i]->id, framework->id) == 0) {
            library->frameworks[i] = framework;
            return;
        }
    }
    KIN_PUSH(library->arena, library->frameworks, library->framework_count, library->framework_room) = framework;
}

bool kin_load_framework(struct kin_library *library, const char *path)
{
    kin_arena *arena = library->arena;
    size_t errors = library->diags->errors;
    struct kin_source *source = kin_file_read(arena, library->diags, path);
    struct kin_csv *csv = source ? kin_csv_parse(arena, library->diags, source) : NULL;
    struct table table = {.library = library, .framework = KIN_NEW(arena, struct kin_framework), .csv = csv};
    if (!csv || !find_columns(&table, source)) {
        return false;
    }
    struct kin_framework *framework = table.framework;
    framework->id = kin_name_of_file(arena, path);
    framework->standards = KIN_NEW_N(arena, struct kin_standard, csv->row_count);
    framework->count = framework->room = csv->row_count;
    for (size_t i = 0; i < csv->row_count; i++) {
        add_row(&table, &csv->rows[i], &framework->standards[i]);
    }
    link_rows(&table);
    add_framework(library, framework);
    return library->diags->errors == errors;
}
