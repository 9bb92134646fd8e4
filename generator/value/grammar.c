#include "value/grammar.h"

#include "base/utf8.h"
#include "value/language.h"

#include <string.h>

enum kin_number kin_number_after(kin_arena *arena, const struct kin_value *count)
{
    struct kin_rat size = kin_rat_abs(arena, count->as.number), one = kin_rat_int(1);
    bool proper = count->places == KIN_NO_PLACES && !kin_rat_is_integer(size) && kin_rat_compare(size, one) < 0;
    return proper || kin_rat_equal(size, one) ? KIN_ONE_OF_IT : KIN_MANY_OF_IT;
}

const char *kin_word_form(const struct kin_word *word, enum kin_number number)
{
    return number == KIN_ONE_OF_IT ? word->one : word->many;
}

const struct kin_word *kin_calendar_word(const struct kin_language *language, const struct kin_word *word)
{
    return word->calendar ? &language->grammar->calendar[word->calendar - 1] : word;
}

size_t kin_pronoun_row(const char *they)
{
    return strcmp(they, "she") == 0 ? 0 : strcmp(they, "he") == 0 ? 1 : 2;
}

static uint32_t upper(uint32_t rune)
{
    bool latin = (rune >= 'a' && rune <= 'z') || (rune >= 0xE0 && rune <= 0xFE && rune != 0xF7);
    return latin ? rune - 0x20 : rune;
}

char *kin_text_capital(kin_arena *arena, const char *text)
{
    uint32_t rune;
    size_t length = strlen(text), size = length ? kin_utf8_decode(text, length, &rune) : 0;
    struct kin_buf buf = kin_buf_in(arena);
    if (size) {
        kin_buf_add_rune(&buf, upper(rune));
    }
    kin_buf_add(&buf, text + size);
    return buf.data;
}
