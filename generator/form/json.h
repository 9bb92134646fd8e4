/* C structures as JSON, both ways from one table of fields, so that what is written can be read. Used by the set file.
 */
#ifndef KIN_FORM_JSON_H
#define KIN_FORM_JSON_H

#include "base/diag.h"

#include <jansson.h>

enum kin_json_kind {
    KIN_JSON_TEXT,    /* const char *; NULL is left out */
    KIN_JSON_WORDS,   /* const char * that is never NULL: "" when missing */
    KIN_JSON_INT,     /* int; 0 is left out */
    KIN_JSON_SIZE,    /* size_t; 0 is left out */
    KIN_JSON_BIG,     /* uint64_t, as a text of digits */
    KIN_JSON_REAL,    /* double; 0 is left out */
    KIN_JSON_FLAG,    /* bool; false is left out */
    KIN_JSON_RAT,     /* struct kin_rat: an integer, or a text such as "3/2" */
    KIN_JSON_RATS,    /* pointer to kin_rat, with its count: a text "3 1/2 -4"; an empty one is left out */
    KIN_JSON_TEXTS,   /* pointer to const char *, none of them NULL, with its count; an empty one is left out */
    KIN_JSON_ENUM,    /* an enum by name: name_of and value_of */
    KIN_JSON_DIGEST,  /* struct kin_digest as hexadecimal text */
    KIN_JSON_INTS,    /* int[8]; left out when all are 0 */
    KIN_JSON_STRUCT,  /* a structure inside */
    KIN_JSON_POINTER, /* pointer to a structure; NULL is left out */
    KIN_JSON_ARRAY,   /* pointer to structures, with its count; an empty one is left out */
    KIN_JSON_LINKS,   /* pointer to pointers to structures; NULL pointers are kept as null */
    KIN_JSON_FACTS    /* array of kin_fact as an object {name: text} */
};

struct kin_json_type;

struct kin_json_field {
    const char *name;
    enum kin_json_kind kind;
    size_t offset, count_offset;
    const struct kin_json_type *type;
    const char *(*name_of)(int);
    int (*value_of)(const char *); /* -1: no such name */
    const char *also_text;         /* name under which the linear text is written, too; never read */
    char *(*text_of)(kin_arena *, const void *);
};

struct kin_json_type {
    const char *name;
    size_t size;
    const struct kin_json_field *fields; /* ends with a NULL name */
    const char *(*fault)(const void *);  /* what is wrong with a structure that was read; NULL: nothing. May be NULL */
};

/* A new reference. */
json_t *kin_json_encode(kin_arena *arena, const struct kin_json_type *type, const void *object);

/* Fill a zeroed object. Returns false with *problem set to a text that names the field. */
bool kin_json_decode(kin_arena *arena, const struct kin_json_type *type, const json_t *json, void *object,
                     const char **problem);

/* The set file's own type (form/set_json.c). */
extern const struct kin_json_type kin_json_set;

#endif
