/* The keys of an instance one by one, so that two of them can be told to share some. */
#ifndef KIN_DRAW_ANSWERS_H
#define KIN_DRAW_ANSWERS_H

#include "draw/hash.h"

enum { KIN_MOST_ANSWERS = 8 };

/* The first eight, each as 32 bits of its hash in a word of the digest. 0 where there is none, and for a choice: its
 * letters are balanced elsewhere. */
struct kin_answers {
    struct kin_digest words;
};

void kin_answers_put(struct kin_answers *answers, size_t place, struct kin_hash hash);

/* How many both have at the same place. */
size_t kin_answers_shared(const struct kin_answers *a, const struct kin_answers *b);

#endif
