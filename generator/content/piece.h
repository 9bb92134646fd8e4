/* A part of a formula while values are put in: what will be printed, with its sign still apart, so that the sum
 * around it can merge the two signs. */
#ifndef KIN_CONTENT_PIECE_H
#define KIN_CONTENT_PIECE_H

#include "content/hole.h"
#include "content/maths.h"

enum kin_piece_shape {
    KIN_PIECE_ATOM,     /* a letter, bracket, root, word: never needs brackets */
    KIN_PIECE_NUMBER,   /* digits */
    KIN_PIECE_SUFFIXED, /* $4.20, 15%, 30° */
    KIN_PIECE_POWER,
    KIN_PIECE_FRACTION, /* built up */
    KIN_PIECE_SLASH,    /* a fraction in one line */
    KIN_PIECE_MIXED,
    KIN_PIECE_PRODUCT,
    KIN_PIECE_SUM,
    KIN_PIECE_LIST
};

struct kin_piece {
    const struct kin_maths *maths; /* without the sign; NULL: frame->fault is set */
    enum kin_piece_shape shape;
    char sign;      /* '-', '+' or 0 */
    bool posed;     /* its sign stays beside it: typed, or asked for */
    bool zero, one; /* a value of this size that may vanish */
    bool digits;    /* numbers only: what × rather than · stands beside */
    bool alone;     /* the only term that is left of a sum */
};

/* A value by a format. */
struct kin_piece kin_piece_of_value(struct kin_frame *frame, const struct kin_value *value,
                                    struct kin_number_format format, struct kin_span span);

struct kin_piece kin_piece_of_number(struct kin_frame *frame, const struct kin_value *value,
                                     struct kin_number_format format, struct kin_span span);

struct kin_piece kin_piece_of_list(struct kin_frame *frame, const struct kin_list *list,
                                   struct kin_number_format format, struct kin_span span);

struct kin_piece kin_piece_of_surd(kin_arena *arena, const struct kin_surd *surd);
struct kin_piece kin_piece_of_interval(const struct kin_frame *frame, const struct kin_interval *line,
                                       struct kin_number_format format);

/* A clock time, date or duration, without its sign. `maths` is NULL, without a fault, where it is none. */
struct kin_piece kin_piece_of_time(const struct kin_frame *frame, struct kin_rat number, enum kin_format_kind kind);

/* A positive number's numerator and denominator with ":" between. */
struct kin_piece kin_piece_of_ratio(kin_arena *arena, struct kin_rat number);

/* A number that is not negative with a bar over the digits that repeat; a positive whole number as powers of primes.
 * `maths` is NULL, without a fault, where that cannot be. */
struct kin_piece kin_piece_repeating(kin_arena *arena, struct kin_rat size);
struct kin_piece kin_piece_prime_powers(kin_arena *arena, struct kin_rat size);

/* "0.1" and "6": digits, then digits under a bar. */
const struct kin_maths *kin_maths_repeating(kin_arena *arena, const char *shown, const char *repeated);

/* |number|: a whole one, and a fraction built up. */
const struct kin_maths *kin_maths_whole(kin_arena *arena, struct kin_rat number);
const struct kin_maths *kin_maths_fraction(kin_arena *arena, struct kin_rat number);

/* Sign and size together; in brackets when there is a sign. */
const struct kin_maths *kin_piece_signed(kin_arena *arena, const struct kin_piece *piece);
struct kin_piece kin_piece_fenced(kin_arena *arena, struct kin_piece piece);

/* A leaf of maths with a copy of its text. */
const struct kin_maths *kin_leaf(kin_arena *arena, enum kin_maths_kind kind, const char *text);

/* Kids of a row; rows inside are spliced in. */
struct kin_row {
    kin_arena *arena;
    const struct kin_maths **items;
    size_t count, room;
};
void kin_row_add(struct kin_row *row, const struct kin_maths *maths);
const struct kin_maths *kin_row_maths(struct kin_row *row);

/* Operators, signs and such that never change, shared by all trees. */
extern const struct kin_maths kin_maths_minus_sign, kin_maths_plus_sign, kin_maths_plus_minus_sign, kin_maths_plus,
    kin_maths_minus, kin_maths_plus_minus, kin_maths_times, kin_maths_dot, kin_maths_divide, kin_maths_comma,
    kin_maths_union, kin_maths_intersection, kin_maths_compose, kin_maths_thin_space;

/* Digits of a whole number (no sign) with a comma before every third from 10,000 up. */
char *kin_digits_grouped(kin_arena *arena, const char *digits, size_t shortest);

/* From how many whole digits on commas stand: 10,000 but 1000; $1,000, as prices are written. */
enum { KIN_GROUPED_NUMBER = 5, KIN_GROUPED_MONEY = 4 };

/* |number| with exactly `places` decimals, grouped. */
char *kin_decimal_grouped(kin_arena *arena, struct kin_rat number, int places);

/* "three hundred five"; "105th", in the frame's language. Whole numbers below 10^15 (words) and 10^18; NULL for others.
 */
char *kin_number_words(const struct kin_frame *frame, struct kin_rat number);
char *kin_number_ordinal(const struct kin_frame *frame, struct kin_rat number);

/* A polynomial as maths. */
struct kin_piece kin_piece_of_poly(kin_arena *arena, const struct kin_poly *poly);

/* Set frame->fault and give the piece that says so. */
struct kin_piece kin_piece_fault(struct kin_frame *frame, enum kin_diag_id id, struct kin_span span,
                                 const char *detail);

#endif
