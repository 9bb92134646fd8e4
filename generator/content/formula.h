/* Formulas: maths as an author writes it, with holes for values, and as a reader sees it.
 *
 * Reading makes a formula of text such as  {p}x + {q} = {r}  or  ({x} + 3)/4 <= sqrt({n}).
 * Resolving puts in an instance's values by LANGUAGE rule 3: a value is an atom that gets brackets where grammar
 * needs them; signs merge and 1x, 0x vanish among terms with letters; arithmetic on numbers alone stays as posed.
 * The same resolved formula is evaluated, so what is printed and what is checked cannot disagree.
 * The notation is described in content/README.md. */
#ifndef KIN_CONTENT_FORMULA_H
#define KIN_CONTENT_FORMULA_H

#include "content/maths.h"
#include "content/node.h"
#include "expr/expr.h"

struct kin_formula;

/* Parse. Holes are typed in reading->scope. Returns NULL after reporting at the place of the mistake. */
struct kin_formula *kin_formula_parse(const struct kin_reading *reading, struct kin_text text);

/* Does one of its holes read this slot? */
bool kin_formula_uses(const struct kin_formula *formula, int slot);

/* Does its value have letters? */
bool kin_formula_lettered(const struct kin_formula *formula);

/* Call `visit` for each {blank id} in it, in reading order, with its place. */
void kin_formula_blanks(const struct kin_formula *formula,
                        void (*visit)(void *data, const char *id, struct kin_span span), void *data);

/* Signs of the holes' values as printed, one character each of "-0+" appended to `buf`; other values give "w".
 * Part of an instance's cell. Returns false with frame->fault set. */
bool kin_formula_signs(const struct kin_formula *formula, struct kin_frame *frame, struct kin_buf *buf);

/* With an instance's values: ready to print, in frame->arena. Returns NULL with frame->fault set. */
const struct kin_maths *kin_formula_resolve(const struct kin_formula *formula, struct kin_frame *frame);

/* What letters stand for while a formula is evaluated. */
struct kin_binding {
    uint32_t letter;
    struct kin_value value;
};

enum kin_verdict {
    KIN_VERDICT_TRUE,
    KIN_VERDICT_FALSE,
    KIN_VERDICT_OPEN, /* no relation in it, or a letter without a value that makes a difference */
    KIN_VERDICT_FAULT /* frame->fault says why: a division by zero ... */
};

/* Is what it states true? Every relation of a chain must hold. A letter without a binding stays a letter: both sides
 * are then compared as polynomials, and an identity is true. "≈" holds when the sides agree after rounding to the
 * places shown. A formula with words or blanks in it is OPEN. */
enum kin_verdict kin_formula_verdict(const struct kin_formula *formula, struct kin_frame *frame,
                                     const struct kin_binding *bindings, size_t count);

/* The same for formulas under one another: one that begins with its relation ("= 12") goes on from *last, which is the
 * last side of the one before (kind KIN_NOTHING: there is none, or it has no value). Afterwards *last is this
 * formula's. */
enum kin_verdict kin_formula_verdict_next(const struct kin_formula *formula, struct kin_frame *frame,
                                          const struct kin_binding *bindings, size_t count, struct kin_value *last);

/* Does it say that the letter is one of these values ("x = 4"), or all of them and nothing else ("x = 4 or x = −6",
 * "x = 4, −6", "x = {4, −6}")? OPEN when it says something else, or a value is no number with roots. */
enum kin_verdict kin_formula_lists(const struct kin_formula *formula, struct kin_frame *frame, uint32_t letter,
                                   const struct kin_value *values, size_t count);

/* Does it begin with its relation, and so go on from the line before? Does it have a relation at all? */
bool kin_formula_continues(const struct kin_formula *formula);
bool kin_formula_relates(const struct kin_formula *formula);

/* Both sides of an equation as polynomials, for judging "the same equation": true for one "=" between polynomials.
 * With ± in it: the product of both equations, and 0. */
bool kin_formula_sides(const struct kin_formula *formula, struct kin_frame *frame, const struct kin_poly **left,
                       const struct kin_poly **right);

/* Left side less right side of a formula with one relation; NULL when it has none or more, or a side has no value. */
const struct kin_poly *kin_formula_difference(const struct kin_formula *formula, struct kin_frame *frame);

/* The equations of a system (with commas or "and" between), each as the difference of its sides. False when there is
 * another relation in it, or a side without a value. */
struct kin_system {
    const struct kin_poly **items;
    size_t count, room;
};
bool kin_formula_system(const struct kin_formula *formula, struct kin_frame *frame, struct kin_system *system);

/* What an inequality says: of one letter in first powers, which numbers; else one relation between 0 and a
 * polynomial. */
struct kin_solutions {
    uint32_t letter;                 /* 0: the latter */
    const struct kin_interval *line; /* of the letter */
    const struct kin_poly *poly;     /* poly < 0, or poly <= 0 when `closed` */
    bool closed;
};
bool kin_formula_solutions(const struct kin_formula *formula, struct kin_frame *frame, struct kin_solutions *solutions);
bool kin_solutions_equal(kin_arena *arena, const struct kin_solutions *a, const struct kin_solutions *b);

/* The value of what stands behind the last relation, as kin_formula_value. */
bool kin_formula_last(const struct kin_formula *formula, struct kin_frame *frame, struct kin_value *value);

/* The value of an expression without relations, letters staying letters: false when it has none (frame->fault). */
bool kin_formula_value(const struct kin_formula *formula, struct kin_frame *frame, struct kin_value *value);

/* Rows set under one another, aligned at their first relation: an aligned chain, or a system with a brace. */
enum kin_arrangement { KIN_CHAIN, KIN_SYSTEM };
const struct kin_maths *kin_maths_arrange(kin_arena *arena, enum kin_arrangement arrangement,
                                          const struct kin_maths *const *rows, size_t count);

/* A list of equations, as typed with commas between them, as a system; anything else as it is. */
const struct kin_maths *kin_maths_stack(kin_arena *arena, const struct kin_maths *list);

/* ---- Text with holes ----------------------------------------------------------------------------------- */

/* Prose such as  Add {-q} to both sides.  Values print by the same rules and formats as in a formula; a number that
 * is not a plain integer, decimal, money or percent becomes an inline formula. */
struct kin_phrase;

struct kin_phrase *kin_phrase_parse(const struct kin_reading *reading, struct kin_text text);
bool kin_phrase_uses(const struct kin_phrase *phrase, int slot);

/* Does a hole of it print just the value of `name`? *span is the hole's. */
bool kin_phrase_prints(const struct kin_phrase *phrase, const char *name, struct kin_span *span);

/* Append runs and formulas to `nodes`, in frame->arena. Returns false with frame->fault set. */
bool kin_phrase_resolve(const struct kin_phrase *phrase, struct kin_frame *frame, enum kin_emphasis emphasis,
                        struct kin_nodes *nodes);

/* Sign pattern of its holes, as kin_formula_signs. */
bool kin_phrase_signs(const struct kin_phrase *phrase, struct kin_frame *frame, struct kin_buf *buf);

/* ---- Values alone ---------------------------------------------------------------------------------------- */

/* A value as maths by a format ("", "mixed", "places 2", "money", "sign", "words", "ordinal" ...; the part after the
 * colon in a hole). Returns NULL with frame->fault set when the format does not fit the value. */
const struct kin_maths *kin_maths_of_value(struct kin_frame *frame, const struct kin_value *value, const char *format);

/* "no solution", "all real numbers", "undefined": what a student writes where there is no number. */
const char *kin_special_text(const struct kin_frame *frame, enum kin_special special);

/* Is it the name of a format, with a valid argument? For checking attributes at load. */
bool kin_format_known(const char *format);

#endif
