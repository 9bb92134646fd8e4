/* Bounds that keep any input from costing unbounded time or memory. Each has a diagnostic and a hostile test. */
#ifndef KIN_BASE_LIMITS_H
#define KIN_BASE_LIMITS_H

enum {
    KIN_LIMIT_FILE_BYTES = 64 * 1024 * 1024,  /* one bank, standards or assessment file */
    KIN_LIMIT_XML_DEPTH = 64,                 /* nested elements */
    KIN_LIMIT_XML_ATTRIBUTES = 1000,          /* of one element */
    KIN_LIMIT_XML_NODES = 500000,             /* elements, attributes and texts of one file */
    KIN_LIMIT_CSV_CELLS = 500000,             /* of one table, short rows filled up */
    KIN_LIMIT_NODES = 10000,                  /* content nodes of one instance */
    KIN_LIMIT_TEXT_BYTES = 64 * 1024,         /* text of one instance */
    KIN_LIMIT_LIST = 10000,                   /* elements of one list value */
    KIN_LIMIT_REPEAT = 50,                    /* rounds of one <for> */
    KIN_LIMIT_DEGREE = 32,                    /* of a polynomial */
    KIN_LIMIT_TERMS = 1000,                   /* of a polynomial */
    KIN_LIMIT_SURD_TERMS = 64,                /* of a sum of roots and powers of pi */
    KIN_LIMIT_REAL_NODES = 256,               /* of a certified real's expression */
    KIN_LIMIT_REAL_BITS = 16384,              /* of precision, to tell two reals apart */
    KIN_LIMIT_BITS = 4096,                    /* of a numerator or denominator */
    KIN_LIMIT_EXPR_DEPTH = 64,                /* nested operations in one expression */
    KIN_LIMIT_EXPR_BYTES = 4096,              /* length of one expression's text */
    KIN_LIMIT_EXPR_STEPS = 200000,            /* evaluation steps of one expression */
    KIN_LIMIT_FIELDS = 200,                   /* parameters, lets and dressings of one template */
    KIN_LIMIT_PLACES = 1 << 22,               /* places of the permutation that a draw looks at */
    KIN_LIMIT_DRAW_STEPS = 100 * 1000 * 1000, /* evaluation steps of all candidates of one draw */
    KIN_LIMIT_SET_VALUES = 500 * 1000,        /* values of one set file: objects, lists, texts, numbers */
    KIN_LIMIT_SET_BYTES = 32 * 1024 * 1024,   /* of a set that was read, in memory */
    KIN_LIMIT_DIAGNOSTICS = 200,              /* collected before the rest is only counted */
    KIN_LIMIT_PAGES = 4,                      /* of one instance, in standard print */
};

#endif
