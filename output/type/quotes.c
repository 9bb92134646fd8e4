/* Curly quotes: banks are typed with straight ones, print has curly ones. */
#include "type/words.h"

#include <ctype.h>
#include <string.h>

/* A quote opens at the start of a word, and after an opening bracket, a dash or another opening quote. */
static bool opens_after(const char *text, size_t at)
{
    if (at == 0) {
        return true;
    }
    char before = text[at - 1];
    if (before == '(' || before == '[' || before == '{' || before == '/') {
        return true;
    }
    if (before == '"' || before == '\'') {
        return opens_after(text, at - 1);
    }
    return at >= 3 && (!memcmp(text + at - 3, "\xE2\x80\x94", 3) || !memcmp(text + at - 3, "\xE2\x80\x93", 3));
}

/* 's, 't and the like at the start of a word belong to something set before it, such as a formula: an apostrophe. */
static bool is_ending(const char *text, size_t length)
{
    size_t letters = 0;
    while (1 + letters < length && isalpha((unsigned char)text[1 + letters])) {
        letters++;
    }
    return letters <= 2 && (letters == 0 || strchr("smtdlrv", text[1]));
}

void kin_quotes_curl(struct kin_buf *buf, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"') {
            kin_buf_add(buf, opens_after(text, i) && i + 1 < length ? "“" : "”");
        } else if (text[i] == '\'') {
            bool open = opens_after(text, i) && !(i == 0 && is_ending(text, length));
            kin_buf_add(buf, open ? "‘" : "’");
        } else {
            kin_buf_add_char(buf, text[i]);
        }
    }
}
