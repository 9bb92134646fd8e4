/* A hole: {expression}, {expression: format} or {expression!} inside a formula or a text; in a formula also
 * {join(list, +)}. */
#ifndef KIN_CONTENT_HOLE_H
#define KIN_CONTENT_HOLE_H

#include "expr/expr.h"

enum kin_format_kind {
    KIN_FORMAT_NONE, /* as the value's look and places say */
#define KIN_FORMAT(id, name, doc) KIN_FORMAT_##id,
#include "content/formats.def"
#undef KIN_FORMAT
    KIN_FORMAT_KINDS
};

/* The rows of formats.def, for documentation: the n-th from 0; NULL behind the last one. */
struct kin_format_row {
    const char *name, *doc; /* a name that a number follows ends with a space */
    enum kin_format_kind kind;
};
const struct kin_format_row *kin_format_row(size_t n);

struct kin_number_format {
    enum kin_format_kind kind;
    int places;      /* of KIN_FORMAT_PLACES */
    uint32_t letter; /* of KIN_FORMAT_INEQUALITY; 0: x */
};

struct kin_hole {
    const struct kin_expr *expr;
    struct kin_number_format format;
    bool exact;                       /* {x!}: nothing merges or vanishes */
    uint8_t join;                     /* {join(list, +)}: enum kin_join between the elements; 0: no join */
    const struct kin_formula *quoted; /* the formula that a name stands for; NULL: a value */
    struct kin_span span;
};

struct kin_holes {
    struct kin_hole *items;
    size_t count, room;
};

/* The format of a text such as "places 2"; false when there is none of that name. */
bool kin_number_format_read(const char *text, size_t length, struct kin_number_format *format);

/* Does the format fit values of this type? */
bool kin_number_format_fits(enum kin_format_kind kind, struct kin_type type);

/* Read the hole whose "{" is at byte `begin`; *end is set behind its "}". Returns false after reporting. */
bool kin_hole_parse(const struct kin_reading *reading, const struct kin_text *text, size_t begin, size_t *end,
                    struct kin_hole *hole);

/* The sign of a join: "+", "*", "=", ",", "and" ... as enum kin_join; 0: none of them (formula_lex.c). */
uint8_t kin_join_named(const char *sign);

/* Does one of the holes read this slot? */
bool kin_holes_use(const struct kin_holes *holes, int slot);

/* The values of all holes, in frame->arena; NULL with frame->fault set. */
const struct kin_value *kin_holes_eval(const struct kin_holes *holes, struct kin_frame *frame);

/* Append the values' sign pattern: "-", "0", "+" for numbers, "w" for others. False with frame->fault set. */
bool kin_holes_signs(const struct kin_holes *holes, struct kin_frame *frame, struct kin_buf *buf);

#endif
