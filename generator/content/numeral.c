/* Digits and words of numbers. */
#include "content/piece.h"
#include "value/grammar.h"

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

char *kin_number_words(const struct kin_frame *frame, struct kin_rat number)
{
    int64_t n;
    bool sayable = kin_rat_to_int(number, &n) && n > -1000000000000000 && n < 1000000000000000;
    return sayable ? kin_frame_language(frame)->grammar->words(frame->arena, n) : NULL;
}

char *kin_number_ordinal(const struct kin_frame *frame, struct kin_rat number)
{
    int64_t n;
    if (!kin_rat_to_int(number, &n) || n < 0) {
        return NULL;
    }
    return kin_format(frame->arena, "%s%s", kin_decimal_grouped(frame->arena, number, 0),
                      kin_frame_language(frame)->grammar->ordinal_ending(n));
}
