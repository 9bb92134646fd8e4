/* Digits and words of numbers. */
#include "content/piece.h"

#include <string.h>

enum { GROUP = 3 };

char *kin_digits_grouped(kin_arena *arena, const char *digits, size_t shortest)
{
    size_t length = strlen(digits), whole = strcspn(digits, ".");
    if (whole < shortest) {
        return kin_copy_n(arena, digits, length);
    }
    char *text = kin_alloc(arena, length + whole / GROUP + 1), *to = text;
    for (size_t i = 0; i < length; i++) {
        if (i && i < whole && (whole - i) % GROUP == 0) {
            *to++ = ',';
        }
        *to++ = digits[i];
    }
    return text;
}

/* Most numbers are small and whole; this is where most of the time of printing would go. */
static char *small_grouped(kin_arena *arena, uint64_t number)
{
    enum { LONGEST = 27 }; /* 20 digits, 6 commas, NUL */
    char digits[LONGEST];
    size_t at = LONGEST - 1, count = 0;
    bool grouped = number >= 10000;
    digits[at] = '\0';
    do {
        if (grouped && count && count % GROUP == 0) {
            digits[--at] = ',';
        }
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
        count++;
    } while (number);
    return kin_copy_n(arena, digits + at, LONGEST - 1 - at);
}

char *kin_decimal_grouped(kin_arena *arena, struct kin_rat number, int places)
{
    if (places == 0 && number.den == 1 && !number.big && number.num > INT64_MIN) {
        return small_grouped(arena, (uint64_t)(number.num < 0 ? -number.num : number.num));
    }
    return kin_digits_grouped(arena, kin_rat_decimal_text(arena, kin_rat_abs(arena, number), places),
                              KIN_GROUPED_NUMBER);
}

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

char *kin_number_words(kin_arena *arena, struct kin_rat number)
{
    static const struct {
        int64_t size;
        const char *word;
    } scales[] = {{1000000000000, "trillion"}, {1000000000, "billion"}, {1000000, "million"}, {1000, "thousand"}};
    int64_t n;
    if (!kin_rat_to_int(number, &n) || n <= -1000000000000000 || n >= 1000000000000000) {
        return NULL;
    }
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

char *kin_number_ordinal(kin_arena *arena, struct kin_rat number)
{
    int64_t n;
    if (!kin_rat_to_int(number, &n) || n < 0) {
        return NULL;
    }
    return kin_format(arena, "%s%s", kin_decimal_grouped(arena, number, 0), ordinal_ending(n));
}
