#include "form/evidence/facts.h"

#include "form/evidence/question.h"

#include <string.h>

typedef void fact_function(struct kin_buf *, const struct kin_item *);

static fact_function *const functions[] = {
#define KIN_EVIDENCE(id, name, function) function,
#include "form/evidence/facts.def"
#undef KIN_EVIDENCE
};

struct kin_evidence kin_evidence_of(kin_arena *arena, const struct kin_item *item)
{
    struct kin_evidence evidence = {.words = kin_question_words(item)};
    kin_evidence_measure(arena, item, &evidence);
    for (size_t i = 0; i < KIN_EVIDENCE_COUNT; i++) {
        struct kin_buf buf = kin_buf_in(arena);
        kin_buf_add(&buf, "");
        functions[i](&buf, item);
        evidence.facts[i] = buf.data;
    }
    return evidence;
}

const char *kin_evidence_name(enum kin_evidence_kind kind)
{
    static const char *const names[] = {
#define KIN_EVIDENCE(id, name, function) #name,
#include "form/evidence/facts.def"
#undef KIN_EVIDENCE
    };
    return names[kind];
}

const char *kin_evidence_words(const struct kin_furniture *words, enum kin_evidence_kind kind)
{
    const char *const names[] = {
#define KIN_EVIDENCE(id, name, function) words->fact_##name,
#include "form/evidence/facts.def"
#undef KIN_EVIDENCE
    };
    return names[kind];
}

static bool words_agree(const struct kin_evidence *a, const struct kin_evidence *b)
{
    size_t more = a->words > b->words ? a->words : b->words, fewer = a->words + b->words - more;
    return more - fewer <= more / 10;
}

static bool sizes_agree(const struct kin_sizes *a, const struct kin_sizes *b)
{
    return a->minuses == b->minuses && a->digits <= b->digits + 1 && b->digits <= a->digits + 1;
}

static bool magnitudes_agree(const struct kin_evidence *a, const struct kin_evidence *b)
{
    bool agree = a->key_count == b->key_count && sizes_agree(&a->question, &b->question);
    for (size_t i = 0; agree && i < a->key_count; i++) {
        agree = sizes_agree(&a->keys[i], &b->keys[i]);
    }
    return agree;
}

bool kin_evidence_tolerates(enum kin_evidence_kind kind)
{
    return kind == KIN_EVIDENCE_WORDS || kind == KIN_EVIDENCE_MAGNITUDES;
}

bool kin_evidence_agrees(enum kin_evidence_kind kind, const struct kin_evidence *a, const struct kin_evidence *b)
{
    switch (kind) {
    case KIN_EVIDENCE_WORDS:
        return words_agree(a, b);
    case KIN_EVIDENCE_MAGNITUDES:
        return magnitudes_agree(a, b);
    default:
        return strcmp(a->facts[kind], b->facts[kind]) == 0;
    }
}
