#include "ledger/columns.h"

#include <string.h>

static const char *const names[] = {
#define KIN_COLUMN(id, list) list,
#include "ledger/columns.def"
#undef KIN_COLUMN
};

enum { NAME_MOST = 64 };

/* " Student ID" -> "studentid"; false when it is too long for any of them. */
static bool plain(const char *name, char text[NAME_MOST])
{
    size_t length = 0;
    for (; *name; name++) {
        if (strchr(" _-.", *name)) {
            continue;
        }
        if (length + 1 == NAME_MOST) {
            return false;
        }
        text[length++] = *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name;
    }
    text[length] = '\0';
    return length > 0;
}

/* Does the list have this word at its place `at`? */
static bool is_word(const char *at, const char *word)
{
    size_t length = strlen(word);
    return strncmp(at, word, length) == 0 && at[length] == ' ';
}

bool kin_column_is(const char *name, enum kin_column column)
{
    char word[NAME_MOST];
    if (!plain(name, word)) {
        return false;
    }
    for (const char *at = names[column]; (at = strchr(at, ' ')) && *++at;) {
        if (is_word(at, word)) {
            return true;
        }
    }
    return false;
}

static const char *trimmed(kin_arena *arena, const char *text)
{
    text += strspn(text, " \t");
    size_t length = strlen(text);
    while (length && strchr(" \t\r\n", text[length - 1])) {
        length--;
    }
    return kin_copy_n(arena, text, length);
}

/* The cell below a column of exactly this name; "". */
static const char *cell_named(kin_arena *arena, const struct kin_csv *csv, const struct kin_csv_row *row,
                              const char *word)
{
    char name[NAME_MOST];
    for (size_t i = 0; i < csv->column_count; i++) {
        if (plain(csv->columns[i], name) && is_word(word, name)) {
            return trimmed(arena, row->cells[i]);
        }
    }
    return "";
}

const char *kin_column_cell(kin_arena *arena, const struct kin_csv *csv, const struct kin_csv_row *row,
                            enum kin_column column)
{
    for (const char *at = names[column]; (at = strchr(at, ' ')) && *++at;) {
        const char *cell = cell_named(arena, csv, row, at);
        if (*cell) {
            return cell;
        }
    }
    return "";
}

bool kin_column_is_there(const struct kin_csv *csv, enum kin_column column)
{
    for (size_t i = 0; i < csv->column_count; i++) {
        if (kin_column_is(csv->columns[i], column)) {
            return true;
        }
    }
    return false;
}

void kin_column_leave(kin_arena *arena, struct kin_headings *unread, const char *heading)
{
    const char *text = trimmed(arena, heading);
    if (*text) {
        KIN_PUSH(arena, unread->items, unread->count, unread->room) = text;
    }
}
