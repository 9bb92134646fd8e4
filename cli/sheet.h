/* A page of reference: headings, sentences and lists, for a terminal or as Markdown. */
#ifndef KIN_CLI_SHEET_H
#define KIN_CLI_SHEET_H

#include "base/buf.h"

enum sheet_look { SHEET_PLAIN, SHEET_MARKDOWN };

struct sheet {
    struct kin_buf *buf;
    enum sheet_look look;
    enum { SHEET_NOTHING, SHEET_TEXT, SHEET_LIST } last; /* what stands at its end */
};

/* Texts may hold any characters: Markdown's own are escaped. An anchor is what links name: "pick". */
void sheet_title(struct sheet *sheet, const char *title);
void sheet_heading(struct sheet *sheet, const char *anchor, const char *text);
void sheet_text(struct sheet *sheet, const char *text);

/* A line of a list: code (names, programs) and a sentence. Lines that follow one another make one list. */
void sheet_row(struct sheet *sheet, const char *code, const char *text);

/* Lines of XML as they are, below a text that says what they are. */
void sheet_code(struct sheet *sheet, const char *what, const char *xml);

/* A row whose code is a link to another page (Markdown only). */
void sheet_link(struct sheet *sheet, const char *code, const char *to, const char *text);

#endif
