/* English: a or an by sound, the serial comma, numbers in words. */
#include "value/grammar.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- Articles ---- */

static bool begins(const char *text, const char *with)
{
    return strncasecmp(text, with, strlen(with)) == 0;
}

static bool begins_with_one_of(const char *text, const char *const *list)
{
    for (; *list; list++) {
        if (begins(text, *list)) {
            return true;
        }
    }
    return false;
}

/* Written with a vowel, spoken with a consonant: a unit, a European, a one-way ticket. */
static bool hidden_consonant(const char *text)
{
    static const char *const list[] = {"uni",  "use",  "usu",  "uke", "ukul", "eu",
                                       "one ", "one-", "once", "ut",  "ure",  NULL};
    static const char *const vowels[] = {"unin", "unim", "utter", NULL};
    bool whole_one = strcasecmp(text, "one") == 0;
    return whole_one || (begins_with_one_of(text, list) && !begins_with_one_of(text, vowels));
}

static bool silent_h(const char *text)
{
    static const char *const list[] = {"hour", "honest", "honor", "honour", "heir", NULL};
    return begins_with_one_of(text, list);
}

/* An 8, an 11, an 18, an 80, an 800, an 11,000: the first group of three digits is what is spoken first. */
static bool spoken_with_vowel(const char *digits)
{
    size_t length = 0;
    for (const char *at = digits; isdigit((unsigned char)*at) || *at == ','; at++) {
        length += *at != ',';
    }
    bool teens = length % 3 == 2 && (begins(digits, "11") || begins(digits, "18"));
    return *digits == '8' || teens;
}

static const char *article_of(const struct kin_word *word)
{
    const char *text = word->one + (*word->one == '$');
    if (word->article) {
        return word->article;
    }
    if (isdigit((unsigned char)*text)) {
        return spoken_with_vowel(text) ? "an" : "a";
    }
    bool vowel = *text && strchr("aeiouAEIOU", *text) && !hidden_consonant(text);
    return vowel || silent_h(text) ? "an" : "a";
}

static const char *definite(kin_arena *arena, const struct kin_word *word, enum kin_number number)
{
    const char *form = kin_word_form(word, number);
    return form ? kin_format(arena, "the %s", form) : NULL;
}

/* Of several there is none: "tickets". */
static const char *indefinite(kin_arena *arena, const struct kin_word *word, enum kin_number number)
{
    return number == KIN_ONE_OF_IT ? kin_format(arena, "%s %s", article_of(word), word->one) : word->many;
}

/* ---- Lists: "a", "a and b", "a, b, and c"; the serial comma is US school usage ---- */

static const char *separator(kin_arena *arena, size_t index, size_t count, const char *joining, const char *next)
{
    (void)next;
    if (index == 0) {
        return "";
    }
    if (index + 1 < count) {
        return ", ";
    }
    return kin_format(arena, count > 2 ? ", %s " : " %s ", joining);
}

/* ---- Numbers ---- */

static const char *const small_words[] = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
};
static const char *const ten_words[] = {"",      "",      "twenty",  "thirty", "forty",
                                        "fifty", "sixty", "seventy", "eighty", "ninety"};

static void add_word(struct kin_buf *buf, const char *word)
{
    if (buf->length) {
        kin_buf_add_char(buf, ' ');
    }
    kin_buf_add(buf, word);
}

static void add_below_1000(struct kin_buf *buf, int64_t n)
{
    if (n >= 100) {
        add_word(buf, small_words[n / 100]);
        add_word(buf, "hundred");
        n %= 100;
    }
    if (n >= 20) {
        add_word(buf, ten_words[n / 10]);
        if (n % 10) {
            kin_buf_add_char(buf, '-');
            kin_buf_add(buf, small_words[n % 10]);
        }
    } else if (n) {
        add_word(buf, small_words[n]);
    }
}

static char *words(kin_arena *arena, int64_t n)
{
    static const struct {
        int64_t size;
        const char *word;
    } scales[] = {{1000000000000, "trillion"}, {1000000000, "billion"}, {1000000, "million"}, {1000, "thousand"}};
    struct kin_buf buf = kin_buf_in(arena);
    if (n <= 0) {
        add_word(&buf, n ? "negative" : "zero");
        n = -n;
    }
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        if (n >= scales[i].size) {
            add_below_1000(&buf, n / scales[i].size);
            add_word(&buf, scales[i].word);
            n %= scales[i].size;
        }
    }
    add_below_1000(&buf, n);
    return buf.data;
}

static const char *ordinal_ending(int64_t n)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    bool teen = n / 10 % 10 == 1;
    return !teen && n % 10 < 4 ? endings[n % 10] : endings[0];
}

const struct kin_grammar kin_grammar_english = {
    .pronouns = {{"she", "her", "her"}, {"he", "him", "his"}, {"they", "them", "their"}},
    .definite = definite,
    .indefinite = indefinite,
    .separator = separator,
    .words = words,
    .ordinal_ending = ordinal_ending,
    .calendar =
        {
            {.one = "Monday", .many = "Mondays"},
            {.one = "Tuesday", .many = "Tuesdays"},
            {.one = "Wednesday", .many = "Wednesdays"},
            {.one = "Thursday", .many = "Thursdays"},
            {.one = "Friday", .many = "Fridays"},
            {.one = "Saturday", .many = "Saturdays"},
            {.one = "Sunday", .many = "Sundays"},
            {.one = "January"},
            {.one = "February"},
            {.one = "March"},
            {.one = "April"},
            {.one = "May"},
            {.one = "June"},
            {.one = "July"},
            {.one = "August"},
            {.one = "September"},
            {.one = "October"},
            {.one = "November"},
            {.one = "December"},
        },
};
