/* Values: everything a parameter can be. Immutable; whatever they point to lives in an arena. */
#ifndef KIN_VALUE_VALUE_H
#define KIN_VALUE_VALUE_H

#include "base/buf.h"
#include "number/real.h"

enum kin_kind {
#define KIN_KIND(id, name) KIN_##id,
#include "value/kinds.def"
#undef KIN_KIND
    KIN_KIND_COUNT
};

/* What a number is used for. It moves how it prints and which operations make sense, never its value: 15% is 3/20, a
 * clock time counts minutes after midnight (0 to below 1,440), a duration minutes, a date days: 1 is the first of
 * January of the year 1 in the Gregorian calendar, a Monday (value/calendar.h). */
enum kin_look { KIN_PLAIN, KIN_MONEY, KIN_PERCENT, KIN_CLOCK, KIN_DATE, KIN_DURATION, KIN_LOOK_COUNT };

enum { KIN_NO_PLACES = -1 }; /* a number that was not written with decimals */

struct kin_value;

struct kin_list {
    size_t count;
    const struct kin_value *items;
};

/* A word that a text uses; `many` is NULL when the author gave no plural. Pronoun forms belong to people. */
struct kin_word {
    const char *one;
    const char *many;
    const char *they, *them, *their;        /* NULL unless a person: "she", "her", "her" */
    char gender;                            /* 'm', 'f', or 0: it has none, or nobody said */
    const char *article;                    /* an article that the rules do not give: "an", "el"; NULL */
    const char *counted_one, *counted_many; /* how it is counted: "slice of bread", "slices of bread"; NULL: as it is */
    unsigned char calendar; /* 1 to 7: Monday to Sunday, 8 to 19: January to December, named as each language does
                               (grammar.h); 0: another word */
};

/* One term: coefficient times letters to powers. Letters (code points) rise; powers are at least 1. */
struct kin_power {
    uint32_t letter;
    uint32_t power;
};
struct kin_term {
    struct kin_rat coefficient; /* not 0 */
    size_t count;
    const struct kin_power *powers;
};

/* A polynomial with rational coefficients in canonical order (total degree falling, then letters); the zero polynomial
 * has no terms. */
struct kin_poly {
    size_t count;
    const struct kin_term *terms;
};

/* What an answer can be instead of a number: no solution, all numbers, not defined. */
enum kin_special { KIN_SPECIAL_NONE, KIN_SPECIAL_ALL, KIN_SPECIAL_UNDEFINED, KIN_SPECIAL_COUNT };

/* One end of a piece of the number line. */
struct kin_end {
    struct kin_rat at; /* 0 when infinite */
    bool infinite;
    bool closed; /* the end itself belongs to the piece; never when infinite */
};
struct kin_piece_of_line {
    struct kin_end low, high; /* low < high, or equal and both closed: a single number */
};

/* A union of pieces in rising order that neither overlap nor touch; the empty one has no pieces. */
struct kin_interval {
    size_t count;
    const struct kin_piece_of_line *pieces;
};

struct kin_value {
    uint8_t kind;   /* enum kin_kind */
    uint8_t look;   /* enum kin_look, numbers only */
    int16_t places; /* decimals that it prints with, or KIN_NO_PLACES */
    union {
        struct kin_rat number;
        bool truth;
        const struct kin_word *word;
        const struct kin_list *list;
        const struct kin_poly *poly;
        const struct kin_surd *surd; /* with roots or pi: without them it is a NUMBER */
        const struct kin_real *real; /* no exact form is known: else it is a NUMBER or SURD */
        enum kin_special special;
        const struct kin_interval *interval;
    } as;
};

/* A static type. Numbers have a look, lists the type of their elements. kind KIN_NOTHING: any type. A value of the type
 * POLY or SURD may also be a NUMBER, one of the type REAL also a SURD or NUMBER: sqrt(n) is 3 or sqrt(10). */
struct kin_type {
    uint8_t kind;
    uint8_t look;
    const struct kin_type *element; /* of a list; NULL: the empty list */
    bool special;                   /* or none, all, undefined; never set for the kind SPECIAL itself */
};

struct kin_value kin_value_int(int64_t number);
struct kin_value kin_value_number(struct kin_rat number);
struct kin_value kin_value_truth(bool truth); /* the one boolean argument: it is the value */
/* Texts and items are copied. */
struct kin_value kin_value_word(kin_arena *arena, const char *one, const char *many);
struct kin_value kin_value_list(kin_arena *arena, const struct kin_value *items, size_t count);
struct kin_value kin_value_poly(const struct kin_poly *poly);
/* A NUMBER when it has neither roots nor pi; NULL is undefined, as for poly. */
struct kin_value kin_value_surd(const struct kin_surd *surd);
/* A SURD or NUMBER when its expression is exact. */
struct kin_value kin_value_real(const struct kin_real *real);
struct kin_value kin_value_special(enum kin_special special);
struct kin_value kin_value_interval(const struct kin_interval *interval);

/* NUMBER, SURD, REAL: what has a place on the number line. */
bool kin_value_is_real(const struct kin_value *value);
/* The same number in the wider forms; NULL when the value is none such. */
const struct kin_surd *kin_value_as_surd(kin_arena *arena, const struct kin_value *value);
const struct kin_real *kin_value_as_real(kin_arena *arena, const struct kin_value *value);
/* Compare two such by size: *order is -1, 0 or 1. False when enclosures of limits.h's precision do not tell. */
bool kin_value_order(const struct kin_value *a, const struct kin_value *b, int *order);

/* "none", "all", "undefined". */
const char *kin_special_name(enum kin_special special);

/* Same value: numbers by value (places and look ignored), a constant polynomial equals its number, lists in order. */
bool kin_value_equal(const struct kin_value *a, const struct kin_value *b);

/* A total order within a kind: numbers by size (with roots or not; reals that cannot be told apart are equal), words
 * bytewise, lists by element, false before true. */
int kin_value_compare(const struct kin_value *a, const struct kin_value *b);

/* Text for messages, identities, JSON and tests: "-7/2", "3.50", "$4.20", "15%", "true", "gym", "[1, 2]",
 * "3x^2 - x + 1", "3 + 2*sqrt(5)", "root(10, 3)", "14:05",
 * "2026-03-09", "2 h 15 min", "none", "[2, 5) or (7, oo)". Always exact: a number that its places cannot show prints
 * with as many as it needs, or as a fraction.
 */
void kin_value_write(struct kin_buf *buf, const struct kin_value *value);
char *kin_value_text(kin_arena *arena, const struct kin_value *value);

struct kin_type kin_value_type(const struct kin_value *value);

/* "a number", "an amount of money", "a list of numbers": for messages. */
char *kin_type_text(kin_arena *arena, struct kin_type type);

/* Can a value of this kind stand in a place of that type? (Looks and elements are settled by typing.) */
bool kin_kind_stands(enum kin_kind kind, struct kin_type type);

/* Is this value, with all its elements, of that type? What typing could not know is asked when it is evaluated. */
bool kin_value_is_of(const struct kin_value *value, struct kin_type type);

/* Can a value of type `from` stand where `to` is wanted? Any number where a plain one is wanted; a plain one where
 * money is, but only a percentage where a percentage is (15 might mean 15% or 1500%). Numbers where expressions with
 * letters are, numbers where ones with roots are, both where real ones are. An empty list where any list is. What may
 * be none, all or undefined stands only where that is wanted. */
bool kin_type_fits(struct kin_type from, struct kin_type to);

/* Polynomial arithmetic (value/poly.c). An undefined coefficient, or more terms or degree than limits.h allows, gives
 * NULL, and NULL arguments give NULL, so that callers test once, at the end. */
const struct kin_poly *kin_poly_number(kin_arena *arena, struct kin_rat number);
const struct kin_poly *kin_poly_letter(kin_arena *arena, uint32_t letter);
const struct kin_poly *kin_poly_add(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b);
const struct kin_poly *kin_poly_sub(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b);
const struct kin_poly *kin_poly_mul(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b);
const struct kin_poly *kin_poly_scale(kin_arena *arena, const struct kin_poly *a, struct kin_rat factor);
const struct kin_poly *kin_poly_pow(kin_arena *arena, const struct kin_poly *a, int64_t exponent);
/* Put `value` for `letter`. */
const struct kin_poly *kin_poly_at(kin_arena *arena, const struct kin_poly *a, uint32_t letter,
                                   const struct kin_poly *value);
bool kin_poly_equal(const struct kin_poly *a, const struct kin_poly *b);

/* Equal up to a factor that is not 0: the same zeros, the same equation. False when one is NULL. */
bool kin_poly_proportional(kin_arena *arena, const struct kin_poly *a, const struct kin_poly *b);
/* A total order: terms in canonical order, coefficients of the same letters by size. */
int kin_poly_compare(const struct kin_poly *a, const struct kin_poly *b);
/* The coefficient of letter^power when no other letter is there; its constant for power 0. */
struct kin_rat kin_poly_coefficient(const struct kin_poly *a, uint32_t letter, uint32_t power);
uint32_t kin_poly_degree(const struct kin_poly *a);
/* True, with *number set, when it has no letters. */
bool kin_poly_constant(const struct kin_poly *a, struct kin_rat *number);

/* Intervals (value/interval.c): canonical unions of pieces; `pieces` in any order, overlapping or empty. NULL for more
 * than KIN_LIMIT_LIST pieces. */
const struct kin_interval *kin_interval_of(kin_arena *arena, const struct kin_piece_of_line *pieces, size_t count);
const struct kin_interval *kin_interval_unite(kin_arena *arena, const struct kin_interval *a,
                                              const struct kin_interval *b);
const struct kin_interval *kin_interval_intersect(kin_arena *arena, const struct kin_interval *a,
                                                  const struct kin_interval *b);
const struct kin_interval *kin_interval_complement(kin_arena *arena, const struct kin_interval *a);
bool kin_interval_has(const struct kin_interval *a, struct kin_rat number);
/* A total order; 0 for the same set of numbers. */
int kin_interval_compare(const struct kin_interval *a, const struct kin_interval *b);
/* "[2, 5) or (7, oo)", "(-oo, 3]", "[4]" for a single number, "{}" for the empty one; and back. NULL when it is not. */
void kin_interval_write(struct kin_buf *buf, const struct kin_interval *a);
const struct kin_interval *kin_interval_parse(kin_arena *arena, const char *text);

#endif
