/* Answer types: what a typed answer is, when two would be marked the same, how the key prints, what else is accepted.
 * One row in answers.def and one descriptor in its family's file (answer_number.c, answer_words.c, answer_formula.c).
 * LANGUAGE rules 1 and 4. */
#ifndef KIN_CONTENT_ANSWER_H
#define KIN_CONTENT_ANSWER_H

#include "content/formula.h"
#include "content/item.h"
#include "content/unit.h"

struct kin_answer_type {
    const char *name;     /* as authors write it: "integer" */
    const char *doc;      /* one sentence */
    const char *needs;    /* what a key must be, for messages: "a whole number" */
    const char *format;   /* how the key prints when the author gives no format; "" as it is */
    const char *accepted; /* a sentence printed with every key of this type, or NULL: "any equivalent equation" */
    bool formula;         /* the key is a formula in <key>, not a value */
    struct kin_type type; /* of the key's expression; unused when `formula` */
    unsigned looks;       /* of a number: bits 1 << enum kin_look */
    /* Is this value one that a student could be asked for? */
    bool (*fits)(kin_arena *arena, const struct kin_value *value);
    /* Would it be marked the same? Both values fit. */
    bool (*same)(kin_arena *arena, const struct kin_value *a, const struct kin_value *b);
    /* Of formulas: the same judgement. False with frame->fault set when one of them cannot be evaluated. */
    bool (*same_formula)(struct kin_frame *frame, const struct kin_formula *a, const struct kin_formula *b, bool *same);
    /* Of formulas: what checks read as key. An expression's own value; of an equation or inequality the difference of
     * its sides, which is 0 for a solution; of a function's rule its right side. NULL: checks cannot read it. */
    bool (*key_value)(struct kin_frame *frame, const struct kin_formula *formula, struct kin_value *value);
    /* Formats, other than that of the key, under which the answer is accepted, too; returns how many (at most
     * KIN_ANSWER_FORMS). NULL: none. */
    size_t (*forms)(kin_arena *arena, const struct kin_value *value, const char **formats);
};

enum { KIN_ANSWER_FORMS = 4 };

/* Equal values; equal up to the sides' order and a factor, for each type of numbers. */
bool kin_answer_equal(kin_arena *arena, const struct kin_value *a, const struct kin_value *b);

/* The descriptor of a name; NULL when there is none. All of them in the order of answers.def. */
const struct kin_answer_type *kin_answer_type_named(const char *name);
const struct kin_answer_type *const *kin_answer_types(size_t *count);

/* Can an expression of this static type be the key? What the type alone cannot say, kin_answer_fits says per instance.
 */
bool kin_answer_type_takes(const struct kin_answer_type *type, struct kin_type expression);

/* Does the value fit? None, all and undefined do, whatever the type: a question may have no solution. False also for an
 * undefined number. */
bool kin_answer_fits(const struct kin_answer_type *type, kin_arena *arena, const struct kin_value *value);

/* Would `b` be marked as `a`? A value that does not fit is the same as none. `type` NULL: equal values. */
bool kin_answer_same(const struct kin_answer_type *type, kin_arena *arena, const struct kin_value *a,
                     const struct kin_value *b);

/* Are two numbers no further apart than `tolerance`? False for what is no number, and for a tolerance of 0. */
bool kin_answer_near(kin_arena *arena, const struct kin_value *a, const struct kin_value *b, struct kin_rat tolerance);

/* Is `number` of `unit` the quantity that a formula was worth, in whatever unit? */
bool kin_quantity_equal(kin_arena *arena, const struct kin_value *number, const struct kin_unit *unit,
                        const struct kin_value *quantity);

/* Can it be written as a text: no roots and units among the letters of a polynomial? */
bool kin_value_writable(const struct kin_value *value);

/* The same judgement for keys that are formulas: equations by the same solutions (sides swapped, both sides times a
 * number but 0), expressions by equal value for all values of their letters. Returns false with frame->fault set when
 * one of them cannot be evaluated. */
bool kin_answer_same_formula(const struct kin_answer_type *type, struct kin_frame *frame, const struct kin_formula *a,
                             const struct kin_formula *b, bool *same);

/* A value as an answer, typeset by `format` and in one line, in frame->arena. Returns false with frame->fault set. */
bool kin_answer_of_value(struct kin_frame *frame, const struct kin_value *value, const char *format,
                         struct kin_answer *answer);
void kin_answer_of_maths(kin_arena *arena, const struct kin_maths *maths, struct kin_answer *answer);

/* Other ways to write the key that are marked right, too: 7/2 also as 3 1/2 or 3.5. `format` is the key's own. Each is
 * printed otherwise than the key and the others. Sets *accepted (in frame->arena) and returns how many. */
size_t kin_answer_accepted(const struct kin_answer_type *type, struct kin_frame *frame, const struct kin_value *key,
                           const char *format, struct kin_answer **accepted);

/* What kind of answer it is, for the cell: "integer", "terminating", "repeating", "money", "percent", "word",
 * "letters", "list", "truth". */
const char *kin_answer_kind(kin_arena *arena, const struct kin_value *value);

/* Digits that it takes to write the number: of a fraction in numerator and denominator, of a terminating decimal all of
 * its places; 0 for what is no number. Of a list: the most of any element. */
int kin_answer_digits(kin_arena *arena, const struct kin_value *value);

#endif
