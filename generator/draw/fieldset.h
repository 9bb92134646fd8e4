/* Sets of a template's fields, by index: which ones an expression needs. */
#ifndef KIN_DRAW_FIELDSET_H
#define KIN_DRAW_FIELDSET_H

#include "bank/template.h"
#include "base/limits.h"

enum { KIN_FIELDSET_WORDS = (KIN_LIMIT_FIELDS + 63) / 64 };

struct kin_fieldset {
    uint64_t words[KIN_FIELDSET_WORDS];
};

static inline bool kin_fieldset_has(const struct kin_fieldset *set, size_t field)
{
    return set->words[field / 64] >> (field % 64) & 1;
}

static inline void kin_fieldset_add(struct kin_fieldset *set, size_t field)
{
    set->words[field / 64] |= (uint64_t)1 << (field % 64);
}

static inline void kin_fieldset_join(struct kin_fieldset *set, const struct kin_fieldset *other)
{
    for (size_t i = 0; i < KIN_FIELDSET_WORDS; i++) {
        set->words[i] |= other->words[i];
    }
}

/* What each field and test of a template reads: directly, and with all that the lets it reads need themselves. */
struct kin_needs {
    struct kin_fieldset *fields; /* one per field */
    struct kin_fieldset *tests;  /* one per where */
};

/* The template has at most KIN_LIMIT_FIELDS fields. */
struct kin_needs kin_needs_of(kin_arena *arena, const struct kin_template *template);

/* What one expression reads, in the same sense. */
struct kin_fieldset kin_needs_expr(const struct kin_needs *needs, const struct kin_template *template,
                                   const struct kin_expr *expr);

#endif
