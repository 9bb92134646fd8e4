#include "base/csv.h"

#include "base/limits.h"

#include <csv.h>
#include <string.h>
#include <strings.h>

struct reader {
    kin_arena *arena;
    struct kin_csv *csv;
    const struct kin_source *source;
    const char **cells;
    size_t cell_count, cell_room;
    uint32_t line_begin; /* byte offset where the row being read began */
    size_t cells_read;   /* of all rows */
    bool inside;         /* a row has begun; blank lines and the second half of CR LF begin none */
    uint32_t position;   /* byte offset of what has been fed */
    uint32_t cell_begin; /* of the cell being read, or of the separator before it */
};

static bool has_too_many_cells(const struct reader *reader)
{
    return reader->cells_read > KIN_LIMIT_CSV_CELLS;
}

/* Quotes that are never closed swallow the rest of the file, which libcsv keeps in ever longer copies. */
static bool has_long_cell(const struct reader *reader)
{
    return reader->position - reader->cell_begin > KIN_LIMIT_TEXT_BYTES;
}

static bool is_too_large(const struct reader *reader)
{
    return has_too_many_cells(reader) || has_long_cell(reader);
}

/* Beyond the limit nothing is kept any more: the table will be refused. */
static void add_cell(struct reader *reader, const char *text, size_t length)
{
    reader->cells_read++;
    reader->cell_begin = reader->position;
    if (!has_too_many_cells(reader)) {
        KIN_PUSH(reader->arena, reader->cells, reader->cell_count, reader->cell_room) =
            kin_copy_n(reader->arena, text, length);
    }
}

static void on_cell(void *text, size_t length, void *data)
{
    add_cell(data, text ? text : "", length);
}

static void pad(struct reader *reader, size_t columns)
{
    while (reader->cell_count < columns && !has_too_many_cells(reader)) {
        add_cell(reader, "", 0);
    }
}

static bool is_blank(const char *cell)
{
    return cell[strspn(cell, " \t\r\n")] == '\0';
}

static const char *cell_beyond(const struct reader *reader, size_t columns)
{
    for (size_t i = columns; i < reader->cell_count && !has_too_many_cells(reader); i++) {
        if (!is_blank(reader->cells[i])) {
            return reader->cells[i];
        }
    }
    return NULL;
}

static void on_row(int end, void *data)
{
    (void)end;
    struct reader *reader = data;
    struct kin_csv *csv = reader->csv;
    if (!csv->columns) {
        csv->columns = reader->cells;
        csv->column_count = reader->cell_count;
    } else {
        pad(reader, csv->column_count);
        struct kin_span span = {reader->source, reader->line_begin, reader->position};
        KIN_PUSH(reader->arena, csv->rows, csv->row_count, csv->row_room) = (struct kin_csv_row){
            .cells = reader->cells, .beyond = cell_beyond(reader, csv->column_count), .span = span};
    }
    reader->cells = NULL;
    reader->cell_count = reader->cell_room = 0;
    reader->inside = false;
}

static void begin_row(struct reader *reader, uint32_t at)
{
    char c = reader->source->bytes[at];
    reader->position = at;
    if (!reader->inside && c != '\r' && c != '\n') {
        reader->line_begin = at;
        reader->inside = true;
    }
    if (!reader->inside) {
        reader->cell_begin = at;
    }
}

/* What parts the cells: whichever of them the header has most of, since a spreadsheet saves what its country is used
 * to. */
static char separator_of(const struct kin_source *source)
{
    static const char separators[] = {',', ';', '\t'};
    size_t counts[sizeof separators] = {0}, best = 0;
    bool quoted = false;
    for (const char *at = source->bytes; *at && (quoted || !strchr("\r\n", *at)); at++) {
        quoted = quoted != (*at == '"');
        const char *which = quoted ? NULL : memchr(separators, *at, sizeof separators);
        counts[which ? which - separators : 0] += which != NULL;
    }
    for (size_t i = 1; i < sizeof separators; i++) {
        best = counts[i] > counts[best] ? i : best;
    }
    return separators[best];
}

/* Fed byte by byte, so that each row knows where it began. */
static bool feed(struct csv_parser *parser, struct reader *reader)
{
    for (uint32_t i = 0; i < reader->source->length; i++) {
        begin_row(reader, i);
        if (csv_parse(parser, reader->source->bytes + i, 1, on_cell, on_row, reader) != 1 || is_too_large(reader)) {
            return false;
        }
    }
    reader->position = (uint32_t)reader->source->length;
    return csv_fini(parser, on_cell, on_row, reader) == 0 && !has_too_many_cells(reader);
}

/* In the words of somebody who typed the table. */
static const char *reason_of(const struct reader *reader, struct csv_parser *parser)
{
    if (has_too_many_cells(reader)) {
        return "it has more than 500,000 cells";
    }
    if (has_long_cell(reader)) {
        return "a cell has more than 64 KB; perhaps its quotes are not closed";
    }
    return csv_error(parser) == CSV_EPARSE ? "quotes are not closed, or something stands behind them in the cell"
                                           : csv_strerror(csv_error(parser));
}

struct kin_csv *kin_csv_parse(kin_arena *arena, struct kin_diags *diags, const struct kin_source *source)
{
    struct csv_parser parser;
    struct kin_csv *csv = KIN_NEW(arena, struct kin_csv);
    struct reader reader = {.arena = arena, .csv = csv, .source = source};
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        return NULL;
    }
    csv_set_delim(&parser, (unsigned char)separator_of(source));
    bool fine = feed(&parser, &reader);
    const char *reason = reason_of(&reader, &parser);
    csv_free(&parser);
    if (!fine || !csv->columns) {
        struct kin_span span = {source, reader.line_begin, reader.position};
        kin_report(diags, KIN_E105, span, fine ? "the file is empty" : reason, NULL);
        return NULL;
    }
    return csv;
}

int kin_csv_column(const struct kin_csv *csv, const char *name)
{
    for (size_t i = 0; i < csv->column_count; i++) {
        if (strcasecmp(csv->columns[i], name) == 0) {
            return (int)i;
        }
    }
    return -1;
}

const char *kin_csv_cell(const struct kin_csv_row *row, int column)
{
    return column < 0 ? "" : row->cells[column];
}

const char *kin_csv_stray(const struct kin_csv *csv, const struct kin_csv_row *row)
{
    for (size_t i = 0; i < csv->column_count; i++) {
        if (is_blank(csv->columns[i]) && !is_blank(row->cells[i])) {
            return row->cells[i];
        }
    }
    return row->beyond;
}
