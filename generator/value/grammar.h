/* How words go together: articles, gender and number, what changes where two words meet. One table of functions a
 * language; a language without gender or articles leaves them out. */
#ifndef KIN_VALUE_GRAMMAR_H
#define KIN_VALUE_GRAMMAR_H

#include "value/language.h"
#include "value/value.h"

enum kin_number { KIN_ONE_OF_IT, KIN_MANY_OF_IT };

struct kin_grammar {
    bool gendered; /* nouns have a gender, and articles follow it */
    /* They, them, their of somebody who is called she, he or they; NULL: the name stands there again. */
    const char *pronouns[3][3];
    /* "the ticket", "las camisas", "el agua"; "a ticket", "an hour", "una camisa". In `arena`. */
    const char *(*definite)(kin_arena *arena, const struct kin_word *word, enum kin_number number);
    const char *(*indefinite)(kin_arena *arena, const struct kin_word *word, enum kin_number number);
    /* "a, b, and c", or "a, b y c": what stands before element `index` of `count`; `joining` is "and", "y" ... and
     * may change before `next`. */
    const char *(*separator)(kin_arena *arena, size_t index, size_t count, const char *joining, const char *next);
    /* What `before`, the text so far, loses at its end (bytes) and `after`, the text that follows at once, at its
     * beginning, and what stands there instead: de + el = del, y + Inés = e Inés. NULL: nothing changes. */
    const char *(*meet)(const char *before, const char *after, size_t *lost_before, size_t *lost_after);
    char *(*words)(kin_arena *arena, int64_t number); /* from -(10^15 - 1) to 10^15 - 1: "forty-two" */
    const char *(*ordinal_ending)(int64_t number);    /* what makes 3 the 3rd; not negative */
    struct kin_word calendar[19];                     /* Monday to Sunday, January to December */
};

/* A weekday or month, from kin_word.calendar; a word of the calendar as the language has it, any other as it is. */
enum { KIN_MONDAY = 1, KIN_JANUARY = 8 };
const struct kin_word *kin_calendar_word(const struct kin_language *language, const struct kin_word *word);

extern const struct kin_grammar kin_grammar_english, kin_grammar_spanish;

/* The number that a noun takes after a count: "1 mile", "2 miles", "0.5 miles", but "3/4 mile". */
enum kin_number kin_number_after(kin_arena *arena, const struct kin_value *count);

/* The form of a word for one or many; NULL when its author gave no plural. */
const char *kin_word_form(const struct kin_word *word, enum kin_number number);

/* The row of pronouns[] for "she", "he" or "they". */
size_t kin_pronoun_row(const char *they);

/* A text with its first letter as a capital, in `arena`. */
char *kin_text_capital(kin_arena *arena, const char *text);

#endif
