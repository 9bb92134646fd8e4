/* Answers in words. */
#include "content/answer.h"

#include <ctype.h>
#include <strings.h>

/* Nobody loses a point for a capital letter. */
static bool same_word(kin_arena *arena, const struct kin_value *a, const struct kin_value *b)
{
    (void)arena;
    return strcasecmp(a->as.word->one, b->as.word->one) == 0;
}

const struct kin_answer_type kin_answer_type_word = {.name = "word",
                                                     .doc =
                                                         "A word or a short phrase; capital letters make no difference",
                                                     .needs = "a word",
                                                     .format = "",
                                                     .type = {.kind = KIN_WORD},
                                                     .same = same_word};

/* The next character that counts: small, without white space, hyphens and punctuation. 0 at the end. */
static int next_of(const char **text)
{
    while (**text && !isalnum((unsigned char)**text) && (unsigned char)**text < 0x80) {
        ++*text;
    }
    return **text ? tolower((unsigned char)*(*text)++) : 0;
}

static bool same_words(kin_arena *arena, const struct kin_value *a, const struct kin_value *b)
{
    const char *left = a->as.word->one, *right = b->as.word->one;
    int character;
    (void)arena;
    do {
        character = next_of(&left);
        if (character != next_of(&right)) {
            return false;
        }
    } while (character);
    return true;
}

const struct kin_answer_type kin_answer_type_words = {
    .name = "words",
    .doc = "Free words; capitals, spaces, hyphens and punctuation make no difference, other wordings stand in <accept>",
    .needs = "words",
    .format = "",
    .type = {.kind = KIN_WORD},
    .same = same_words};
