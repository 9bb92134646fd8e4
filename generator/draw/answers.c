#include "draw/answers.h"

#include <string.h>

enum { WORD = KIN_DIGEST_BYTES / KIN_MOST_ANSWERS };

void kin_answers_put(struct kin_answers *answers, size_t place, struct kin_hash hash)
{
    unsigned char *word = &answers->words.bytes[place * WORD];
    for (size_t i = 0; i < WORD; i++) {
        word[i] = (unsigned char)(hash.a >> (8 * i));
    }
    word[0] |= 1; /* 0 says that there is none */
}

size_t kin_answers_shared(const struct kin_answers *a, const struct kin_answers *b)
{
    static const unsigned char none[WORD];
    size_t shared = 0;
    for (size_t at = 0; at < KIN_DIGEST_BYTES; at += WORD) {
        bool there = memcmp(&a->words.bytes[at], none, WORD) != 0;
        shared += there && memcmp(&a->words.bytes[at], &b->words.bytes[at], WORD) == 0;
    }
    return shared;
}
