#include "base/csv_write.h"

#include <string.h>

static const char guard = '\'';

void kin_csv_begin(struct kin_buf *buf)
{
    kin_buf_add(buf, "\xEF\xBB\xBF");
}

/* "-3", "+0.5", ".5", "12.": digits with at most one point behind at most one sign. */
static bool is_decimal(const char *text)
{
    const char *at = text + (*text == '-' || *text == '+');
    size_t whole = strspn(at, "0123456789");
    at += whole;
    size_t places = 0;
    if (*at == '.') {
        places = strspn(at + 1, "0123456789");
        at += 1 + places;
    }
    return whole + places > 0 && *at == '\0';
}

/* After blanks, too: some programs drop them. Full-width signs are what some keyboards type. */
static bool begins_formula(const char *text)
{
    static const char *const signs[] = {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    const char *at = text + strspn(text, " ");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (strncmp(at, signs[i], strlen(signs[i])) == 0) {
            return true;
        }
    }
    return *text && strchr("\t\r\n", *text);
}

bool kin_csv_is_formula(const char *text)
{
    return begins_formula(text) && !is_decimal(text);
}

/* A cell that begins with an apostrophe before a formula gets another one, so that reading takes away just one. */
static bool needs_guard(const char *text)
{
    return kin_csv_is_formula(text + strspn(text, "'"));
}

const char *kin_csv_unguarded(const char *cell)
{
    return *cell == guard && needs_guard(cell + 1) ? cell + 1 : cell;
}

/* A semicolon separates cells where the comma is the decimal sign. */
static bool needs_quotes(const char *text)
{
    size_t length = strlen(text);
    return strpbrk(text, ",;\"\t\r\n") || (length && (*text == ' ' || text[length - 1] == ' '));
}

static void add_quoted(struct kin_buf *buf, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (*at == '"') {
            kin_buf_add_char(buf, '"');
        }
        kin_buf_add_char(buf, *at);
    }
}

static void add_cell(struct kin_buf *buf, const char *text)
{
    const char *quote = needs_quotes(text) ? "\"" : "";
    kin_buf_add(buf, quote);
    if (needs_guard(text)) {
        kin_buf_add_char(buf, guard);
    }
    add_quoted(buf, text);
    kin_buf_add(buf, quote);
}

void kin_csv_row(struct kin_buf *buf, const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        kin_buf_add(buf, i ? "," : "");
        add_cell(buf, cells[i] ? cells[i] : "");
    }
    kin_buf_add(buf, "\r\n");
}
