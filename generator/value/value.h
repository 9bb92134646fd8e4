/* Values: everything a parameter can be. Immutable; whatever they point to lives in an arena. */
#ifndef KIN_VALUE_VALUE_H
#define KIN_VALUE_VALUE_H

#include "base/buf.h"
#include "number/rat.h"

enum kin_kind {
#define KIN_KIND(id, name) KIN_##id,
#include "value/kinds.def"
#undef KIN_KIND
    KIN_KIND_COUNT
};

/* What a number is used for. It moves how it prints and which operations make sense, never its value: 15% is 3/20. */
enum kin_look { KIN_PLAIN, KIN_MONEY, KIN_PERCENT };

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
    const char *they, *them, *their; /* NULL unless a person: "she", "her", "her" */
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
    } as;
};

/* A static type. Numbers have a look, lists the type of their elements. kind KIN_NOTHING: any type. */
struct kin_type {
    uint8_t kind;
    uint8_t look;
    const struct kin_type *element; /* of a list; NULL: the empty list */
};

struct kin_value kin_value_int(int64_t number);
struct kin_value kin_value_number(struct kin_rat number);
struct kin_value kin_value_truth(bool truth); /* the one boolean argument: it is the value */
/* Texts and items are copied. */
struct kin_value kin_value_word(kin_arena *arena, const char *one, const char *many);
struct kin_value kin_value_list(kin_arena *arena, const struct kin_value *items, size_t count);
struct kin_value kin_value_poly(const struct kin_poly *poly);

/* Same value: numbers by value (places and look ignored), a constant polynomial equals its number, lists in order. */
bool kin_value_equal(const struct kin_value *a, const struct kin_value *b);

/* A total order within a kind: numbers by size, words bytewise, lists by element, false before true. */
int kin_value_compare(const struct kin_value *a, const struct kin_value *b);

/* Text for messages, identities, JSON and tests: "-7/2", "3.50", "$4.20", "15%", "true", "gym", "[1, 2]",
 * "3x^2 - x + 1". Always exact: a number that its places cannot show prints with as many as it needs, or as a fraction.
 */
void kin_value_write(struct kin_buf *buf, const struct kin_value *value);
char *kin_value_text(kin_arena *arena, const struct kin_value *value);

struct kin_type kin_value_type(const struct kin_value *value);

/* "a number", "an amount of money", "a list of numbers": for messages. */
char *kin_type_text(kin_arena *arena, struct kin_type type);

/* Can a value of type `from` stand where `to` is wanted? Any number where a plain one is wanted; a plain one where
 * money is, but only a percentage where a percentage is (15 might mean 15% or 1500%). Numbers where expressions with
 * letters are. An empty list where any list is. */
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
/* A total order: terms in canonical order, coefficients of the same letters by size. */
int kin_poly_compare(const struct kin_poly *a, const struct kin_poly *b);
/* The coefficient of letter^power when no other letter is there; its constant for power 0. */
struct kin_rat kin_poly_coefficient(const struct kin_poly *a, uint32_t letter, uint32_t power);
uint32_t kin_poly_degree(const struct kin_poly *a);
/* True, with *number set, when it has no letters. */
bool kin_poly_constant(const struct kin_poly *a, struct kin_rat *number);

#endif
