#include "content/typed.h"

#include <ctype.h>
#include <string.h>

/* ---- One spelling ------------------------------------------------------------------------------------------------ */

struct spelling {
    const char *written, *clean;
};
static const struct spelling spellings[] = {
    {"−", "-"},  {"–", "-"},    {"\u2010", "-"}, {"\u2011", "-"}, {"\u00A0", " "}, {"\u202F", " "}, {"²", "^2"},
    {"³", "^3"}, {"½", " 1/2"}, {"¼", " 1/4"},   {"¾", " 3/4"},   {"⅓", " 1/3"},   {"⅔", " 2/3"},   {"’", "'"},
    {"<=", "≤"}, {">=", "≥"},   {"\t", " "},     {"\n", " "},     {"\r", " "},
};

static const struct spelling *spelling_at(const char *at)
{
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        if (strncmp(at, spellings[i].written, strlen(spellings[i].written)) == 0) {
            return &spellings[i];
        }
    }
    return NULL;
}

/* Blanks at the ends and doubled ones are left out. */
static char *tightened(kin_arena *arena, const char *text)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (const char *at = text; *at; at++) {
        bool doubled = *at == ' ' && (buf.length == 0 || at[1] == ' ' || !at[1]);
        if (!doubled) {
            kin_buf_add_char(&buf, *at);
        }
    }
    while (buf.length > 0 && buf.data[buf.length - 1] == ' ') {
        buf.data[--buf.length] = '\0';
    }
    return buf.length ? buf.data : kin_copy(arena, "");
}

char *kin_typed_clean(kin_arena *arena, const char *text)
{
    struct kin_buf buf = kin_buf_in(arena);
    while (*text) {
        const struct spelling *spelling = spelling_at(text);
        if (spelling) {
            kin_buf_add(&buf, spelling->clean);
            text += strlen(spelling->written);
        } else {
            bool begun = buf.length > 0 && isdigit((unsigned char)buf.data[buf.length - 1]);
            kin_buf_add(&buf, *text == '.' && !begun && isdigit((unsigned char)text[1]) ? "0" : "");
            kin_buf_add_char(&buf, *text++);
        }
    }
    char *clean = tightened(arena, buf.length ? buf.data : "");
    size_t length = strlen(clean);
    bool stop = length > 1 && clean[length - 1] == '.' && clean[length - 2] != '.' &&
                tolower((unsigned char)clean[length - 2]) != 'm';
    clean[length - stop] = '\0'; /* "p.m." keeps its stop */
    return clean;
}

/* The next character that counts. A blank counts between two digits: 1 7/8 is not 17/8. */
static int next_of(const char **at, char before)
{
    size_t blanks = strspn(*at, " ");
    bool apart = blanks && isdigit((unsigned char)before) && isdigit((unsigned char)(*at)[blanks]);
    *at += blanks;
    return apart ? ' ' : tolower((unsigned char)**at);
}

bool kin_typed_reads_same(const char *a, const char *b)
{
    char before = '\0';
    for (;;) {
        int left = next_of(&a, before), right = next_of(&b, before);
        if (left != right) {
            return false;
        }
        if (!left) {
            return true;
        }
        before = left == ' ' ? '\0' : *a; /* behind the blank the digit itself is next */
        a += left != ' ';
        b += left != ' ';
    }
}

/* ---- What it is called ------------------------------------------------------------------------------------------- */

/* A letter, a letter with an index, or f(x). */
static bool is_name(const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ') {
        length--;
    }
    if (length == 0 || !isalpha((unsigned char)text[0])) {
        return false;
    }
    bool index = length <= 3 && (length == 1 || text[1] == '_' || isdigit((unsigned char)text[1]));
    return index || (length >= 4 && length <= 6 && text[1] == '(' && text[length - 1] == ')');
}

const char *kin_typed_bare(const char *clean)
{
    const char *sign = strrchr(clean, '=');
    if (!sign || !is_name(clean, (size_t)(sign - clean))) {
        return clean;
    }
    return sign + 1 + strspn(sign + 1, " ");
}

/* ---- Elements ---------------------------------------------------------------------------------------------------- */

static int depth_of(char c)
{
    return strchr("([{", c) && c ? 1 : strchr(")]}", c) && c ? -1 : 0;
}

/* Do the brackets at both ends belong together? */
static bool is_enclosed(const char *text, size_t length)
{
    int depth = 0;
    for (size_t i = 0; i < length; i++) {
        depth += depth_of(text[i]);
        if (depth == 0 && i + 1 < length) {
            return false;
        }
    }
    return length >= 2 && depth == 0 && depth_of(text[0]) == 1;
}

/* Length of a separator at `at`: one of the signs, or a word that is read as one of them; 0: none. */
static size_t separator_at(const char *at, const char *separators)
{
    static const struct {
        const char *word;
        char sign;
    } words[] = {{" and ", ','}, {" or ", ','}, {" y ", ','}, {" o ", ','}, {" to ", ':'}, {" a ", ':'}};
    if (*at && strchr(separators, *at)) {
        return 1;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strchr(separators, words[i].sign) && strncmp(at, words[i].word, strlen(words[i].word)) == 0) {
            return strlen(words[i].word);
        }
    }
    return 0;
}

struct pieces {
    kin_arena *arena;
    const char **items;
    size_t count, most;
};

static void add_piece(struct pieces *pieces, const char *text, size_t length)
{
    const char *piece = tightened(pieces->arena, kin_copy_n(pieces->arena, text, length));
    static const char both[] = "±";
    bool two = strncmp(piece, both, strlen(both)) == 0;
    if (!*piece) {
        return; /* "3, and 4" */
    }
    for (int i = 0; i < 1 + two; i++) {
        if (pieces->count < pieces->most) {
            const char *rest = two ? piece + strlen(both) : piece;
            pieces->items[pieces->count] = two && i ? kin_format(pieces->arena, "-%s", rest) : rest;
        }
        pieces->count++;
    }
}

size_t kin_typed_split(kin_arena *arena, const char *clean, const char *separators, const char **items, size_t most)
{
    struct pieces pieces = {arena, items, 0, most};
    size_t length = strlen(clean), begin = 0;
    int depth = 0;
    if (is_enclosed(clean, length)) {
        clean = kin_copy_n(arena, clean + 1, length - 2);
        length -= 2;
    }
    for (size_t at = 0; at <= length; at++) {
        size_t sign = depth == 0 ? separator_at(clean + at, separators) : 0;
        depth += depth_of(clean[at]);
        if (sign || at == length) {
            add_piece(&pieces, clean + begin, at - begin);
            begin = at + sign;
            at += sign > 1 ? sign - 2 : 0; /* a blank may end one word and begin the next */
        }
    }
    return pieces.count <= most ? pieces.count : 0;
}
