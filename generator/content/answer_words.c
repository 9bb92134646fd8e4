/* Answers in words. */
#include "content/answer.h"

#include <strings.h>

/* Nobody loses a point for a capital letter. */
static bool same_word(const struct kin_value *a, const struct kin_value *b)
{
    return strcasecmp(a->as.word->one, b->as.word->one) == 0;
}

const struct kin_answer_type kin_answer_type_word = {.name = "word",
                                                     .doc =
                                                         "A word or a short phrase; capital letters make no difference",
                                                     .needs = "a word",
                                                     .format = "",
                                                     .type = {.kind = KIN_WORD},
                                                     .same = same_word};
