/* Combinations of a template's modes: the picks of words that are drawn before the numbers. */
#ifndef KIN_DRAW_MODE_H
#define KIN_DRAW_MODE_H

#include "bank/template.h"

enum { KIN_MOST_COMBINATIONS = 1024 };

/* How often a combination comes first: the product of its words' weights, bounded so that sums stay small. */
enum { KIN_MOST_WEIGHT = 1 << 30 };

/* One value for each mode that applies. A template without modes has one combination. */
struct kin_mode {
    uint64_t number; /* mixed radix over all modes in document order */
    uint64_t weight; /* 1 to KIN_MOST_WEIGHT */
    struct kin_value
        *values; /* one per field that is a mode, in document order; kind KIN_NOTHING: its when does not hold */
};

struct kin_modes {
    struct kin_mode *items;
    size_t count, room;
};

/* All combinations, each once; of policies only the rules in force (`policies`; NULL: all that the template allows).
 * The frame's mode slots are used for trying. Returns false after reporting: a list that cannot be evaluated, or too
 * many combinations. */
bool kin_modes_list(kin_arena *arena, struct kin_diags *diags, const struct kin_template *template,
                    const struct kin_policies *policies, struct kin_modes *modes);

/* The rule of a policy's field that is in force, counted from 0. `policies` as in kin_modes_list, but not NULL. */
size_t kin_rule_in_force(const struct kin_field *field, const struct kin_policies *policies);

/* Put a combination's values into the frame. */
void kin_mode_set(const struct kin_template *template, const struct kin_mode *mode, struct kin_frame *frame);

#endif
