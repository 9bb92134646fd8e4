#include "content/hole.h"

#include <string.h>

static const struct kin_format_row formats[] = {
#define KIN_FORMAT(id, name, doc) {name, doc, KIN_FORMAT_##id},
#include "content/formats.def"
#undef KIN_FORMAT
};

enum { FORMAT_COUNT = sizeof formats / sizeof *formats, MOST_PLACES = 12 };

const struct kin_format_row *kin_format_row(size_t n)
{
    return n < FORMAT_COUNT ? &formats[n] : NULL;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void trim(const char *chars, size_t *begin, size_t *end)
{
    while (*begin < *end && is_space(chars[*begin])) {
        ++*begin;
    }
    while (*end > *begin && is_space(chars[*end - 1])) {
        --*end;
    }
}

static bool is(const char *text, size_t length, const char *name)
{
    return strlen(name) == length && memcmp(text, name, length) == 0;
}

static bool read_places(const char *text, size_t length, int *places)
{
    static const char word[] = "places ";
    size_t at = sizeof word - 1;
    if (length <= at || length > at + 2 || memcmp(text, word, at) != 0) {
        return false;
    }
    for (*places = 0; at < length; at++) {
        if (text[at] < '0' || text[at] > '9') {
            return false;
        }
        *places = *places * 10 + (text[at] - '0');
    }
    return *places <= MOST_PLACES;
}

/* "inequality n" */
static bool read_letter(const char *text, size_t length, uint32_t *letter)
{
    static const char word[] = "inequality ";
    bool named = length == sizeof word && memcmp(text, word, sizeof word - 1) == 0;
    *letter = named ? (unsigned char)text[length - 1] : 0;
    return (*letter >= 'a' && *letter <= 'z') || (*letter >= 'A' && *letter <= 'Z');
}

bool kin_number_format_read(const char *text, size_t length, struct kin_number_format *format)
{
    size_t begin = 0;
    trim(text, &begin, &length);
    text += begin;
    length -= begin;
    *format = (struct kin_number_format){.kind = KIN_FORMAT_NONE};
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (is(text, length, formats[i].name)) {
            format->kind = formats[i].kind;
            return true;
        }
    }
    if (read_places(text, length, &format->places)) {
        format->kind = KIN_FORMAT_PLACES;
        return true;
    }
    if (read_letter(text, length, &format->letter)) {
        format->kind = KIN_FORMAT_INEQUALITY;
        return true;
    }
    return length == 0;
}

bool kin_number_format_fits(enum kin_format_kind kind, struct kin_type type)
{
    if (kind == KIN_FORMAT_POINT || kind == KIN_FORMAT_SET) {
        return type.kind == KIN_LIST || type.kind == KIN_NOTHING;
    }
    while (type.kind == KIN_LIST && type.element) {
        type = *type.element;
    }
    if (kind == KIN_FORMAT_INTERVAL || kind == KIN_FORMAT_INEQUALITY) {
        return type.kind == KIN_INTERVAL || type.kind == KIN_NOTHING;
    }
    bool rounded = kind == KIN_FORMAT_PLACES && (type.kind == KIN_SURD || type.kind == KIN_REAL);
    return kind == KIN_FORMAT_NONE || rounded || type.kind == KIN_NUMBER || type.kind == KIN_NOTHING ||
           (type.kind == KIN_LIST && !type.element);
}

/* ---- Where a hole ends, and where its format begins ---- */

struct extent {
    size_t end;   /* of the "}" */
    size_t colon; /* the last ":" outside brackets and quotes, or 0 */
};

static size_t skip_quoted(const struct kin_text *text, size_t at)
{
    const char *close = memchr(text->chars + at + 1, text->chars[at], text->length - at - 1);
    return close ? (size_t)(close - text->chars) : text->length;
}

static bool find_extent(const struct kin_text *text, size_t begin, struct extent *extent)
{
    size_t depth = 0;
    *extent = (struct extent){0};
    for (size_t at = begin + 1; at < text->length; at++) {
        char c = text->chars[at];
        if (c == '"' || c == '\'') {
            at = skip_quoted(text, at);
        } else if (c == '{' || c == '(' || c == '[') {
            depth++;
        } else if (c == '}' && depth == 0) {
            extent->end = at;
            return true;
        } else if ((c == '}' || c == ')' || c == ']') && depth > 0) {
            depth--;
        } else if (c == ':' && depth == 0) {
            extent->colon = at;
        }
    }
    return false;
}

/* "places 2" for the row "places ". */
static const char *written_format(kin_arena *arena, const struct kin_format_row *row)
{
    size_t length = strlen(row->name);
    return row->name[length - 1] == ' ' ? kin_format(arena, "%s2", row->name) : row->name;
}

static void mend_format(const struct kin_reading *reading, const char *written)
{
    const char *names[FORMAT_COUNT];
    struct kin_buf all = kin_buf_in(reading->arena);
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        names[i] = written_format(reading->arena, &formats[i]);
        kin_buf_addf(&all, "%s%s", i == 0 ? "" : i + 1 < FORMAT_COUNT ? ", " : " and ", names[i]);
    }
    const char *near = kin_nearest(written, names, FORMAT_COUNT);
    if (near) {
        kin_report_mend(reading->diags, "did you mean %s?", near);
    } else {
        kin_report_mend(reading->diags, "the formats are %s", all.data);
    }
}

static bool read_format(const struct kin_reading *reading, const struct kin_text *text, size_t begin, size_t end,
                        struct kin_hole *hole)
{
    trim(text->chars, &begin, &end);
    const char *written = kin_copy_n(reading->arena, text->chars + begin, end - begin);
    struct kin_span span = kin_text_part(text, begin, end);
    if (begin == end || !kin_number_format_read(written, end - begin, &hole->format)) {
        kin_report(reading->diags, KIN_E269, span, written, NULL);
        mend_format(reading, written);
        return false;
    }
    struct kin_type type = kin_expr_type(hole->expr);
    if (!kin_number_format_fits(hole->format.kind, type)) {
        kin_report(reading->diags, KIN_E270, span, written, kin_type_text(reading->arena, type), NULL);
        bool list = hole->format.kind == KIN_FORMAT_POINT || hole->format.kind == KIN_FORMAT_SET;
        kin_report_mend(reading->diags, list ? "write a list such as {[x, y]: point}"
                                             : "leave the format out; formats are for numbers");
        return false;
    }
    return true;
}

static bool report_open(const struct kin_reading *reading, const struct kin_text *text, size_t begin)
{
    kin_report(reading->diags, KIN_E268, kin_text_part(text, begin, begin + 1), NULL);
    kin_report_mend(reading->diags, "close it with }, or write {{ for a brace that is printed");
    return false;
}

/* ---- join(list, +) ---- */

static bool is_join(const struct kin_text *text, size_t from, size_t to)
{
    static const char name[] = "join(";
    return to - from > sizeof name && memcmp(text->chars + from, name, sizeof name - 1) == 0 &&
           text->chars[to - 1] == ')';
}

/* The comma before the sign: the last one, or the one before it where the sign is a comma itself. */
static size_t sign_comma(const struct kin_text *text, size_t from, size_t to)
{
    size_t comma = 0, before = 0;
    for (size_t at = from; at < to; at++) {
        if (text->chars[at] == ',') {
            before = comma;
            comma = at;
        }
    }
    size_t rest = comma + 1;
    while (comma && rest < to && is_space(text->chars[rest])) {
        rest++;
    }
    return rest == to && before ? before : comma;
}

static bool fail_join(const struct kin_reading *reading, const struct kin_text *text, size_t from, size_t to)
{
    kin_report(reading->diags, KIN_E278, kin_text_part(text, from, to),
               kin_copy_n(reading->arena, text->chars + from, to - from), NULL);
    kin_report_mend(reading->diags, "write a list and a sign, such as {join(terms, +)}, {join(factors, *)} or "
                                    "{join(values, lt)}");
    return false;
}

static bool read_join(const struct kin_reading *reading, const struct kin_text *text, size_t from, size_t to,
                      struct kin_hole *hole)
{
    size_t begin = from + strlen("join("), end = to - 1, comma = sign_comma(text, begin, end);
    size_t sign = comma + 1, stop = end;
    trim(text->chars, &sign, &stop);
    hole->join = comma ? kin_join_named(kin_copy_n(reading->arena, text->chars + sign, stop - sign)) : 0;
    if (!hole->join) {
        return fail_join(reading, text, from, to);
    }
    struct kin_type any = {.kind = KIN_NOTHING};
    hole->expr = kin_expr_parse_part(reading, text, begin, comma, any);
    if (hole->expr && kin_expr_type(hole->expr).kind != KIN_LIST) {
        return fail_join(reading, text, from, to);
    }
    return hole->expr != NULL;
}

/* An answer prints as its response says, where the hole says nothing else. */
static void take_format(const struct kin_reading *reading, struct kin_hole *hole)
{
    const char *format = kin_scope_format(reading->scope, kin_expr_source(hole->expr));
    struct kin_number_format read;
    if (format && kin_number_format_read(format, strlen(format), &read) &&
        kin_number_format_fits(read.kind, kin_expr_type(hole->expr))) {
        hole->format = read;
    }
}

static bool read_expression(const struct kin_reading *reading, const struct kin_text *text, size_t from, size_t to,
                            struct kin_hole *hole)
{
    struct kin_type any = {.kind = KIN_NOTHING};
    if (is_join(text, from, to)) {
        return read_join(reading, text, from, to, hole);
    }
    hole->expr = kin_expr_parse_part(reading, text, from, to, any);
    hole->quoted = hole->expr ? kin_scope_formula(reading->scope, kin_expr_source(hole->expr)) : NULL;
    if (hole->expr && !hole->exact) {
        take_format(reading, hole);
    }
    return hole->expr != NULL;
}

bool kin_hole_parse(const struct kin_reading *reading, const struct kin_text *text, size_t begin, size_t *end,
                    struct kin_hole *hole)
{
    struct extent extent;
    if (!find_extent(text, begin, &extent)) {
        return report_open(reading, text, begin);
    }
    size_t from = begin + 1, to = extent.colon ? extent.colon : extent.end;
    trim(text->chars, &from, &to);
    *hole = (struct kin_hole){.span = kin_text_part(text, begin, extent.end + 1)};
    if (to > from && text->chars[to - 1] == '!') {
        hole->exact = true;
        to--;
    }
    *end = extent.end + 1;
    if (!read_expression(reading, text, from, to, hole)) {
        return false;
    }
    return !extent.colon || read_format(reading, text, extent.colon + 1, extent.end, hole);
}

/* ---- Values ---- */

bool kin_holes_use(const struct kin_holes *holes, int slot)
{
    for (size_t i = 0; i < holes->count; i++) {
        if (kin_expr_uses(holes->items[i].expr, slot)) {
            return true;
        }
    }
    return false;
}

const struct kin_value *kin_holes_eval(const struct kin_holes *holes, struct kin_frame *frame)
{
    struct kin_value *values = KIN_NEW_N(frame->arena, struct kin_value, holes->count);
    for (size_t i = 0; i < holes->count; i++) {
        if (!holes->items[i].quoted && !kin_expr_eval(holes->items[i].expr, frame, &values[i])) {
            return NULL;
        }
    }
    return values;
}

static char sign_of(const struct kin_value *value)
{
    return value->kind == KIN_NUMBER ? "-0+"[kin_rat_sign(value->as.number) + 1] : 'w';
}

bool kin_holes_signs(const struct kin_holes *holes, struct kin_frame *frame, struct kin_buf *buf)
{
    const struct kin_value *values = kin_holes_eval(holes, frame);
    for (size_t i = 0; values && i < holes->count; i++) {
        kin_buf_add_char(buf, sign_of(&values[i]));
    }
    return values != NULL;
}
