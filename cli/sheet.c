#include "sheet.h"

#include <stdbool.h>
#include <string.h>

enum { WIDTH = 79, TERM = 18 };

static void add_markdown(struct kin_buf *buf, const char *text)
{
    for (; *text; text++) {
        if (strchr("\\`*_<>[]|#", *text)) {
            kin_buf_add_char(buf, '\\');
        }
        kin_buf_add_char(buf, *text);
    }
}

/* Words in lines of at most WIDTH characters, those after the first indented. */
static void add_wrapped(struct kin_buf *buf, const char *text, size_t column, int indent)
{
    for (bool first = true; *text; first = false) {
        size_t length = strcspn(text, " \n");
        if (!first && column + 1 + length > WIDTH) {
            kin_buf_addf(buf, "\n%*s", indent, "");
            column = (size_t)indent;
        } else if (!first) {
            kin_buf_add_char(buf, ' ');
            column++;
        }
        kin_buf_add_n(buf, text, length);
        column += length;
        text += length + strspn(text + length, " \n");
    }
    kin_buf_add_char(buf, '\n');
}

static void part(struct sheet *sheet)
{
    kin_buf_add(sheet->buf, sheet->last == SHEET_NOTHING ? "" : "\n");
}

void sheet_title(struct sheet *sheet, const char *title)
{
    part(sheet);
    kin_buf_addf(sheet->buf, sheet->look == SHEET_MARKDOWN ? "# %s\n" : "%s\n", title);
    sheet->last = SHEET_TEXT;
}

void sheet_heading(struct sheet *sheet, const char *anchor, const char *text)
{
    part(sheet);
    if (sheet->look == SHEET_MARKDOWN) {
        kin_buf_addf(sheet->buf, "## <a id=\"%s\"></a>", anchor);
        add_markdown(sheet->buf, text);
        kin_buf_add_char(sheet->buf, '\n');
    } else {
        kin_buf_addf(sheet->buf, "%s\n", text);
    }
    sheet->last = SHEET_TEXT;
}

void sheet_text(struct sheet *sheet, const char *text)
{
    part(sheet);
    if (sheet->look == SHEET_MARKDOWN) {
        add_markdown(sheet->buf, text);
        kin_buf_add_char(sheet->buf, '\n');
    } else {
        add_wrapped(sheet->buf, text, 0, 0);
    }
    sheet->last = SHEET_TEXT;
}

static void row(struct sheet *sheet, const char *code, const char *to, const char *text)
{
    kin_buf_add(sheet->buf, sheet->last == SHEET_TEXT ? "\n" : "");
    sheet->last = SHEET_LIST;
    if (sheet->look == SHEET_PLAIN) {
        size_t length = strlen(code), column = length < TERM ? TERM : length;
        kin_buf_addf(sheet->buf, "  %-*s  ", TERM, code);
        add_wrapped(sheet->buf, text, column + 4, TERM + 4);
        return;
    }
    kin_buf_addf(sheet->buf, to ? "- [`%s`](%s): " : "- `%s`: ", code, to);
    add_markdown(sheet->buf, text);
    kin_buf_add_char(sheet->buf, '\n');
}

void sheet_row(struct sheet *sheet, const char *code, const char *text)
{
    row(sheet, code, NULL, text);
}

void sheet_link(struct sheet *sheet, const char *code, const char *to, const char *text)
{
    row(sheet, code, to, text);
}

void sheet_code(struct sheet *sheet, const char *what, const char *xml)
{
    bool markdown = sheet->look == SHEET_MARKDOWN;
    sheet_text(sheet, what);
    kin_buf_add(sheet->buf, markdown ? "\n```xml\n" : "\n");
    while (*xml) {
        size_t length = strcspn(xml, "\n");
        kin_buf_addf(sheet->buf, markdown ? "%.*s\n" : "  %.*s\n", (int)length, xml);
        xml += length + (xml[length] == '\n');
    }
    kin_buf_add(sheet->buf, markdown ? "```\n" : "");
}
