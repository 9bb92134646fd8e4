/* Required forms: is an answer written the way that was asked for? Judged by what is printed, since 6/8 and 3/4 have
 * one value. LANGUAGE rule 1. */
#ifndef KIN_CONTENT_REQUIRED_H
#define KIN_CONTENT_REQUIRED_H

#include "content/maths.h"
#include "number/rat.h"

enum kin_required {
    KIN_REQUIRED_ANY, /* none is required */
#define KIN_REQUIRED(id, name, format, doc) KIN_REQUIRED_##id,
#include "content/required.def"
#undef KIN_REQUIRED
    KIN_REQUIRED_COUNT
};

struct kin_required_row {
    const char *name, *format, *doc;
};

/* The row of a form but ANY; the form of a name, or ANY. */
const struct kin_required_row *kin_required_row(enum kin_required form);
enum kin_required kin_required_named(const char *name);

/* Is it in this form? */
bool kin_required_holds(kin_arena *arena, enum kin_required form, const struct kin_maths *maths);

/* ---- Sums as printed (required_sum.c) ---- */

/* A term: a number times letters to powers, as a sum prints it. */
struct kin_monomial {
    struct kin_rat coefficient;
    const char *letters[8];
    int64_t powers[8];
    size_t count;
};
struct kin_monomials {
    struct kin_monomial *items;
    size_t count, room;
};

/* The terms of a sum without brackets; false when it is none: 2x^2 - 3x + 1, 1/2 x. */
bool kin_monomials_read(kin_arena *arena, const struct kin_maths *const *kids, size_t count, struct kin_monomials *sum);

/* A printed number, 1,234 or 0.5, or a built-up fraction of such; undefined for anything else. */
struct kin_rat kin_maths_number(kin_arena *arena, const struct kin_maths *maths);

#endif
