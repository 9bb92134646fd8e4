/* Words: pieces of text between spaces, shaped once and kept. A page has few distinct words, and shaping one costs
 * fifty times as much as finding it again. */
#ifndef KIN_TYPE_WORDS_H
#define KIN_TYPE_WORDS_H

#include "type/typesetter.h"

/* A part of a word that is drawn in one face. Measures in ems; text in the words' own memory. */
struct segment {
    int face;
    bool missing;     /* no face has the character: a frame is drawn */
    bool one_cluster; /* not one glyph a character */
    bool break_after; /* a line may end here (UAX #14): after a hyphen or dash inside the word */
    double width;
    struct kin_glyph *glyphs;
    size_t count;
    const char *text;
    size_t length;
};

struct word {
    const char *text; /* what was asked for */
    size_t length;
    int face;
    struct segment *segments;
    size_t count;
    double width;
    bool opens;       /* no line may end at a space behind it */
    bool closes;      /* no line may begin with it, a space before it or not */
    bool break_after; /* a line may end right behind it when something follows without a space */
    bool number;      /* ends in a digit, or is one of those signs that stand with a number */
    bool unit;        /* the name or sign of a unit, which stays on the line of its number */
};

/* The word for `length` bytes of text without breaks at spaces (spaces inside stay as they are). Valid until the next
 * kin_words_trim. */
const struct word *kin_word(struct kin_typesetter *type, int face, const char *text, size_t length);

/* Forget the words when there are too many to keep. Called before a layout begins, never inside one. */
void kin_words_trim(struct kin_typesetter *type);

struct word_table *kin_words_new(void);
void kin_words_free(struct word_table *words);

/* Straight quotes and apostrophes as curly ones (quotes.c). */
void kin_quotes_curl(struct kin_buf *buf, const char *text, size_t length);

/* Is it the name or sign of a unit (units.def), a full stop or comma behind it or not? */
bool kin_is_unit(const char *text, size_t length);

#endif
