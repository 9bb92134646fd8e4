#include "base/diag.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#define NOTE KIN_NOTE
#define WARNING KIN_WARNING
#define ERROR KIN_ERROR
static const struct kin_diag_row rows[KIN_DIAG_COUNT] = {
#define KIN_DIAG(id, severity, text, explanation) {#id, severity, text, explanation},
#include "base/diagnostics.def"
#undef KIN_DIAG
};

struct kin_diags kin_diags_in(kin_arena *arena)
{
    return (struct kin_diags){.arena = arena};
}

const struct kin_diag_row *kin_diag_row(enum kin_diag_id id)
{
    return &rows[id];
}

const struct kin_diag_row *kin_diag_row_named(const char *name)
{
    for (size_t i = 0; i < KIN_DIAG_COUNT; i++) {
        if (strcasecmp(rows[i].name, name) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

/* What a message says of a text that may be a whole file. */
static void add_argument(struct kin_buf *buf, const char *text)
{
    enum { MOST = 1000 };
    size_t length = strnlen(text, MOST + 1), cut = length;
    if (length > MOST) {
        for (cut = MOST; cut > 0 && ((unsigned char)text[cut] & 0xC0) == 0x80; cut--) {
        }
    }
    kin_buf_add_escaped(buf, text, cut);
    kin_buf_add(buf, cut < length ? " ..." : "");
}

static const char *fill_in(kin_arena *arena, const char *text, const char *const *arguments, size_t count)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (const char *p = text; *p; p++) {
        size_t index = p[0] == '%' && isdigit((unsigned char)p[1]) ? (size_t)(p[1] - '1') : count;
        if (index < count) {
            add_argument(&buf, arguments[index]);
            p++;
        } else {
            kin_buf_add_char(&buf, *p);
        }
    }
    return buf.data;
}

static bool same_as(const struct kin_diag *diag, enum kin_diag_id id, struct kin_span span)
{
    return span.source && diag->id == id && diag->span.source == span.source && diag->span.begin == span.begin &&
           diag->span.end == span.end;
}

static bool already_there(const struct kin_diags *diags, enum kin_diag_id id, struct kin_span span)
{
    for (size_t i = 0; i < diags->count; i++) {
        if (same_as(&diags->items[i], id, span)) {
            return true;
        }
    }
    return false;
}

/* Count a message; is there still room to keep it? */
static bool counted(struct kin_diags *diags, enum kin_severity severity)
{
    diags->errors += severity == KIN_ERROR;
    diags->warnings += severity == KIN_WARNING;
    return diags->count < KIN_LIMIT_DIAGNOSTICS;
}

void kin_report(struct kin_diags *diags, enum kin_diag_id id, struct kin_span span, ...)
{
    const char *arguments[9];
    size_t count = 0;
    va_list list;
    va_start(list, span);
    for (const char *text; count < 9 && (text = va_arg(list, const char *)) != NULL;) {
        arguments[count++] = text;
    }
    va_end(list);
    enum kin_severity severity = rows[id].severity;
    diags->dropped = already_there(diags, id, span) || !counted(diags, severity);
    if (!diags->dropped) {
        const char *message = fill_in(diags->arena, rows[id].text, arguments, count);
        KIN_PUSH(diags->arena, diags->items, diags->count, diags->room) =
            (struct kin_diag){.id = id, .severity = severity, .span = span, .message = message};
    }
}

void kin_report_again(struct kin_diags *diags, const struct kin_diag *diag)
{
    diags->dropped = already_there(diags, diag->id, diag->span) || !counted(diags, diag->severity);
    if (!diags->dropped) {
        KIN_PUSH(diags->arena, diags->items, diags->count, diags->room) = *diag;
    }
}

static const char *escaped_format(struct kin_diags *diags, const char *format, va_list arguments)
{
    char text[1024];
    vsnprintf(text, sizeof text, format, arguments);
    struct kin_buf buf = kin_buf_in(diags->arena);
    kin_buf_add_escaped(&buf, text, strlen(text));
    return buf.data;
}

void kin_report_note(struct kin_diags *diags, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (diags->count && !diags->dropped) {
        diags->items[diags->count - 1].note = escaped_format(diags, format, arguments);
    }
    va_end(arguments);
}

void kin_report_mend(struct kin_diags *diags, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (diags->count && !diags->dropped) {
        diags->items[diags->count - 1].mend = escaped_format(diags, format, arguments);
    }
    va_end(arguments);
}

enum { QUOTE_WIDTH = 140 }; /* bytes of a source line shown; longer lines are cut around the place */

static void add_repeated(struct kin_buf *buf, char c, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        kin_buf_add_char(buf, c);
    }
}

/* First byte of the part of the line that is shown. */
static size_t quote_start(const struct kin_place *place, size_t at)
{
    size_t start = place->line_length > QUOTE_WIDTH && at > QUOTE_WIDTH / 2 ? at - QUOTE_WIDTH / 2 : 0;
    while (start > 0 && ((unsigned char)place->line_start[start] & 0xC0) == 0x80) {
        start--;
    }
    return start;
}

/* Bytes shown from there on, ending with a whole character. */
static size_t quote_length(const struct kin_place *place, size_t start)
{
    size_t end = place->line_length - start > QUOTE_WIDTH ? start + QUOTE_WIDTH : place->line_length;
    while (end > start && end < place->line_length && ((unsigned char)place->line_start[end] & 0xC0) == 0x80) {
        end--;
    }
    return end - start;
}

static void add_quote(struct kin_buf *buf, const struct kin_diag *diag, const struct kin_place *place)
{
    size_t at = (size_t)(diag->span.source->bytes + diag->span.begin - place->line_start);
    size_t start = quote_start(place, at);
    size_t shown = quote_length(place, start);
    size_t marked = diag->span.end > diag->span.begin ? diag->span.end - diag->span.begin : 1;
    marked = at + marked > start + shown ? (start + shown > at ? start + shown - at : 1) : marked;
    kin_buf_add(buf, "    ");
    kin_buf_add_escaped(buf, place->line_start + start, shown);
    kin_buf_add(buf, "\n    ");
    for (size_t i = start; i < at; i++) {
        if (((unsigned char)place->line_start[i] & 0xC0) != 0x80) {
            kin_buf_add_char(buf, place->line_start[i] == '\t' ? '\t' : ' ');
        }
    }
    kin_buf_add_char(buf, '^');
    size_t columns = kin_utf8_count(place->line_start + at, marked);
    add_repeated(buf, '~', columns ? columns - 1 : 0);
    kin_buf_add_char(buf, '\n');
}

static void add_place(struct kin_buf *buf, struct kin_span span, const struct kin_place *place)
{
    kin_buf_add_escaped(buf, span.source->path, strlen(span.source->path));
    kin_buf_addf(buf, ":%u:%u: ", place->line, place->column);
}

void kin_diag_write(struct kin_buf *buf, const struct kin_diag *diag)
{
    static const char *const names[] = {"note", "warning", "error"};
    struct kin_place place = {0};
    if (diag->span.source) {
        place = kin_place_of(diag->span);
        add_place(buf, diag->span, &place);
    }
    kin_buf_addf(buf, "%s %s: %s\n", names[diag->severity], rows[diag->id].name, diag->message);
    if (diag->span.source && diag->span.source->quotable) {
        add_quote(buf, diag, &place);
    }
    if (diag->span.source && diag->span.source->used.source) {
        kin_buf_addf(buf, "  note: used in line %u\n", kin_place_of(diag->span.source->used).line);
    }
    if (diag->note) {
        kin_buf_addf(buf, "  note: %s\n", diag->note);
    }
    if (diag->mend) {
        kin_buf_addf(buf, "  mend: %s\n", diag->mend);
    }
}

enum { WORD_MAX = 48 };

/* Levenshtein distance without regard to case; words longer than WORD_MAX count as far away. */
static size_t distance(const char *a, const char *b)
{
    size_t row[WORD_MAX + 1], length_a = strlen(a), length_b = strlen(b);
    if (length_a > WORD_MAX || length_b > WORD_MAX) {
        return WORD_MAX;
    }
    for (size_t j = 0; j <= length_b; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= length_a; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= length_b; j++) {
            size_t change = corner + (tolower((unsigned char)a[i - 1]) != tolower((unsigned char)b[j - 1]));
            corner = row[j];
            size_t insert = row[j - 1] + 1, drop = row[j] + 1;
            row[j] = insert < drop ? insert : drop;
            row[j] = change < row[j] ? change : row[j];
        }
    }
    return row[length_b];
}

const char *kin_nearest(const char *word, const char *const *candidates, size_t count)
{
    const char *best = NULL;
    size_t best_distance = strlen(word) / 3 + 2;
    for (size_t i = 0; i < count; i++) {
        size_t found = distance(word, candidates[i]);
        if (found < best_distance) {
            best_distance = found;
            best = candidates[i];
        }
    }
    return best;
}
