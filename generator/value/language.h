/* Languages: what a text's words and numbers follow. One row a language in languages.def. */
#ifndef KIN_VALUE_LANGUAGE_H
#define KIN_VALUE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

struct kin_grammar; /* grammar.h */

struct kin_language {
    const char *tag;                       /* "es", "es-MX" */
    const char *name, *own;                /* "Spanish", "español" */
    const char *decimal, *group, *between; /* signs in numbers, and between the numbers of a list */
    const struct kin_grammar *grammar;
};

/* The row of a tag: its own, or that of its language ("es" for "es-PR"). NULL: there is none. */
const struct kin_language *kin_language_of(const char *tag);

/* Is there a row of exactly this tag? Texts in other languages are never printed. */
bool kin_language_printed(const char *tag);

/* The row of English, which everything is in when nothing else is said. */
const struct kin_language *kin_language_usual(void);

/* All rows in order. */
const struct kin_language *kin_languages(size_t *count);

/* "Spanish" for "es"; the tag itself where there is no such row. */
const char *kin_language_name(const char *tag);

/* How well do texts in language `tag` serve somebody who wants `wanted`: 2 the same, 1 the same language ("es" for
 * "es-MX", or the other way round), 0 not at all. */
int kin_language_match(const char *tag, const char *wanted);

#endif
