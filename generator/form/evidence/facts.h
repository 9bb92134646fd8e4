/* Facts of an item that make forms parallel, taken from what is printed: the rows of facts.def. */
#ifndef KIN_FORM_EVIDENCE_FACTS_H
#define KIN_FORM_EVIDENCE_FACTS_H

#include "base/buf.h"
#include "content/furniture.h"
#include "content/item.h"

enum kin_evidence_kind {
#define KIN_EVIDENCE(id, name, function) KIN_EVIDENCE_##id,
#include "form/evidence/facts.def"
#undef KIN_EVIDENCE
    KIN_EVIDENCE_COUNT
};

/* Of some numbers in print. */
struct kin_sizes {
    size_t digits; /* of the longest one */
    size_t minuses;
};

/* Of one item on one form. */
struct kin_evidence {
    const char *facts[KIN_EVIDENCE_COUNT]; /* in words, never NULL */
    size_t words;                          /* of WORDS, as a number */
    struct kin_sizes question;             /* of MAGNITUDES: what is asked ... */
    struct kin_sizes *keys;                /* ... and the typed keys in order */
    size_t key_count;
};

struct kin_evidence kin_evidence_of(kin_arena *arena, const struct kin_item *item);

/* "operations"; the same in a language. */
const char *kin_evidence_name(enum kin_evidence_kind kind);
const char *kin_evidence_words(const struct kin_furniture *words, enum kin_evidence_kind kind);

/* May two items with these facts stand in one slot of parallel forms? Words may differ by a tenth of the longer text
 * (LANGUAGE rule 15), numbers by one digit, since 9 and 12 are alike; signs may not. */
bool kin_evidence_agrees(enum kin_evidence_kind kind, const struct kin_evidence *a, const struct kin_evidence *b);

/* Is agreeing with one and the same third item not enough? */
bool kin_evidence_tolerates(enum kin_evidence_kind kind);

/* Fill question, keys and key_count. */
void kin_evidence_measure(kin_arena *arena, const struct kin_item *item, struct kin_evidence *evidence);

/* ---- One function a fact: each adds its words to the buffer ---- */

#define KIN_EVIDENCE(id, name, function) void function(struct kin_buf *buf, const struct kin_item *item);
#include "form/evidence/facts.def"
#undef KIN_EVIDENCE

#endif
