/* Spanish: articles by gender and number, del and al, e for y and u for o, numbers in words. */
#include "value/grammar.h"

#include <string.h>

/* ---- Articles ---- */

/* la aula would be hard to say: a feminine noun that begins with a stressed a takes el and un in the singular. Which
 * ones these are, their authors say (article="el"). */
static bool takes_el(const struct kin_word *word)
{
    return word->gender == 'm' || (word->article && strcmp(word->article, "el") == 0);
}

static const char *with(kin_arena *arena, const struct kin_word *word, enum kin_number number,
                        const char *const articles[4])
{
    const char *form = kin_word_form(word, number);
    bool one = number == KIN_ONE_OF_IT;
    size_t at = one ? !takes_el(word) : 2 + (word->gender != 'm');
    return form && word->gender ? kin_format(arena, "%s %s", articles[at], form) : NULL;
}

static const char *definite(kin_arena *arena, const struct kin_word *word, enum kin_number number)
{
    static const char *const articles[] = {"el", "la", "los", "las"};
    return with(arena, word, number, articles);
}

static const char *indefinite(kin_arena *arena, const struct kin_word *word, enum kin_number number)
{
    static const char *const articles[] = {"un", "una", "unos", "unas"};
    return with(arena, word, number, articles);
}

/* ---- Where words meet ---- */

static bool begins(const char *text, const char *const *list)
{
    for (; *list; list++) {
        if (strncmp(text, *list, strlen(*list)) == 0) {
            return true;
        }
    }
    return false;
}

/* The sound of i: Inés, Hilda, but not hielo or hiato. */
static bool sounds_i(const char *text)
{
    static const char *const yes[] = {"i", "I", "í", "Í", "hi", "Hi", "hí", "Hí", NULL};
    static const char *const no[] = {"hie", "Hie", "hia", "Hia", "hio", "Hio", "ia", "Ia", "ie", "io", NULL};
    return begins(text, yes) && !begins(text, no);
}

/* The sound of o: Óscar, hora, 8, 80, 11. */
static bool sounds_o(const char *text)
{
    static const char *const yes[] = {"o", "O", "ó", "Ó", "ho", "Ho", "hó", "Hó", "8", NULL};
    size_t digits = strspn(text, "0123456789");
    return begins(text, yes) || (strncmp(text, "11", 2) == 0 && digits % 3 == 2);
}

static const char *separator(kin_arena *arena, size_t index, size_t count, const char *joining, const char *next)
{
    if (index == 0) {
        return "";
    }
    if (index + 1 < count) {
        return ", ";
    }
    const char *word = strcmp(joining, "y") == 0 && sounds_i(next)   ? "e"
                       : strcmp(joining, "o") == 0 && sounds_o(next) ? "u"
                                                                     : joining;
    return kin_format(arena, " %s ", word);
}

/* Does `text` end with the word `word` and a space? */
static bool ends_with_word(const char *text, const char *word)
{
    size_t length = strlen(text), size = strlen(word) + 1;
    if (length < size || text[length - 1] != ' ' || memcmp(text + length - size, word, size - 1) != 0) {
        return false;
    }
    return length == size || strchr(" (¿¡", text[length - size - 1]);
}

static const char *meet(const char *before, const char *after, size_t *lost_before, size_t *lost_after)
{
    static const struct {
        const char *first, *next, *both; /* next: an article; NULL: any word of the right sound */
        bool (*sounds)(const char *);
    } rows[] = {{"de", "el ", "del ", NULL}, {"De", "el ", "Del ", NULL}, {"a", "el ", "al ", NULL},
                {"A", "el ", "Al ", NULL},   {"y", NULL, "e ", sounds_i}, {"o", NULL, "u ", sounds_o}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool fits = rows[i].next ? strncmp(after, rows[i].next, strlen(rows[i].next)) == 0 : rows[i].sounds(after);
        if (fits && ends_with_word(before, rows[i].first)) {
            *lost_before = strlen(rows[i].first) + 1;
            *lost_after = rows[i].next ? strlen(rows[i].next) : 0;
            return rows[i].both;
        }
    }
    return NULL;
}

/* ---- Numbers ---- */

static const char *const small_words[] = {
    "cero",         "uno",         "dos",        "tres",        "cuatro",     "cinco",       "seis",      "siete",
    "ocho",         "nueve",       "diez",       "once",        "doce",       "trece",       "catorce",   "quince",
    "dieciséis",    "diecisiete",  "dieciocho",  "diecinueve",  "veinte",     "veintiuno",   "veintidós", "veintitrés",
    "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
};
static const char *const ten_words[] = {"",          "",        "",        "treinta", "cuarenta",
                                        "cincuenta", "sesenta", "setenta", "ochenta", "noventa"};
static const char *const hundred_words[] = {"",           "ciento",      "doscientos",  "trescientos", "cuatrocientos",
                                            "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"};

static void add_word(struct kin_buf *buf, const char *word)
{
    if (buf->length) {
        kin_buf_add_char(buf, ' ');
    }
    kin_buf_add(buf, word);
}

/* Before mil and millones, uno is un: veintiún mil, treinta y un millones. */
enum ending { FREE, BEFORE_NOUN };

static void add_below_100(struct kin_buf *buf, int64_t n, enum ending ending)
{
    const char *one = ending == BEFORE_NOUN ? "un" : "uno";
    if (n >= 30) {
        add_word(buf, ten_words[n / 10]);
        if (n % 10) {
            add_word(buf, "y");
            add_word(buf, n % 10 == 1 ? one : small_words[n % 10]);
        }
    } else if (n == 21 && ending == BEFORE_NOUN) {
        add_word(buf, "veintiún");
    } else if (n) {
        add_word(buf, n == 1 ? one : small_words[n]);
    }
}

static void add_below_1000(struct kin_buf *buf, int64_t n, enum ending ending)
{
    if (n >= 100) {
        add_word(buf, n == 100 ? "cien" : hundred_words[n / 100]);
    }
    add_below_100(buf, n % 100, ending);
}

static void add_below_million(struct kin_buf *buf, int64_t n, enum ending ending)
{
    if (n >= 2000) {
        add_below_1000(buf, n / 1000, BEFORE_NOUN);
    }
    if (n >= 1000) {
        add_word(buf, "mil");
    }
    add_below_1000(buf, n % 1000, ending);
}

/* The long scale: a billón is a million millions. */
static char *words(kin_arena *arena, int64_t n)
{
    static const struct {
        int64_t size;
        const char *one, *many;
    } scales[] = {{1000000000000, "billón", "billones"}, {1000000, "millón", "millones"}};
    struct kin_buf buf = kin_buf_in(arena);
    if (n <= 0) {
        add_word(&buf, n ? "menos" : "cero");
        n = -n;
    }
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        int64_t count = n / scales[i].size;
        if (count) {
            add_below_million(&buf, count, BEFORE_NOUN);
            add_word(&buf, count == 1 ? scales[i].one : scales[i].many);
            n %= scales[i].size;
        }
    }
    add_below_million(&buf, n, FREE);
    return buf.data;
}

static const char *ordinal_ending(int64_t n)
{
    (void)n;
    return ".º";
}

const struct kin_grammar kin_grammar_spanish = {
    .gendered = true,
    .pronouns = {{"ella", "ella", "su"}, {"él", "él", "su"}, {NULL, NULL, "su"}},
    .definite = definite,
    .indefinite = indefinite,
    .separator = separator,
    .meet = meet,
    .words = words,
    .ordinal_ending = ordinal_ending,
    .calendar =
        {
            {.one = "lunes", .many = "lunes", .gender = 'm'},
            {.one = "martes", .many = "martes", .gender = 'm'},
            {.one = "miércoles", .many = "miércoles", .gender = 'm'},
            {.one = "jueves", .many = "jueves", .gender = 'm'},
            {.one = "viernes", .many = "viernes", .gender = 'm'},
            {.one = "sábado", .many = "sábados", .gender = 'm'},
            {.one = "domingo", .many = "domingos", .gender = 'm'},
            {.one = "enero", .gender = 'm'},
            {.one = "febrero", .gender = 'm'},
            {.one = "marzo", .gender = 'm'},
            {.one = "abril", .gender = 'm'},
            {.one = "mayo", .gender = 'm'},
            {.one = "junio", .gender = 'm'},
            {.one = "julio", .gender = 'm'},
            {.one = "agosto", .gender = 'm'},
            {.one = "septiembre", .gender = 'm'},
            {.one = "octubre", .gender = 'm'},
            {.one = "noviembre", .gender = 'm'},
            {.one = "diciembre", .gender = 'm'},
        },
};
