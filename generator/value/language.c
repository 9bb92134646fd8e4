#include "value/language.h"

#include "value/grammar.h"

#include <string.h>

static const struct kin_language rows[] = {
#define KIN_LANGUAGE(tag, name, own, decimal, group, between, grammar)                                                 \
    {tag, name, own, decimal, group, between, &kin_grammar_##grammar},
#include "value/languages.def"
#undef KIN_LANGUAGE
};

enum { ROWS = sizeof rows / sizeof *rows };

const struct kin_language *kin_languages(size_t *count)
{
    *count = ROWS;
    return rows;
}

bool kin_language_printed(const char *tag)
{
    const struct kin_language *row = kin_language_of(tag);
    return row && strcmp(row->tag, tag) == 0;
}

const char *kin_language_name(const char *tag)
{
    const struct kin_language *row = kin_language_of(tag);
    return row ? row->name : tag;
}

const struct kin_language *kin_language_usual(void)
{
    return &rows[0];
}

static size_t language_length(const char *tag)
{
    return strcspn(tag, "-");
}

int kin_language_match(const char *tag, const char *wanted)
{
    size_t length = language_length(tag);
    if (strcmp(tag, wanted) == 0) {
        return 2;
    }
    return length == language_length(wanted) && memcmp(tag, wanted, length) == 0;
}

const struct kin_language *kin_language_of(const char *tag)
{
    const struct kin_language *best = NULL;
    for (size_t i = 0; i < ROWS; i++) {
        int match = kin_language_match(rows[i].tag, tag);
        if (match == 2) {
            return &rows[i];
        }
        best = match && !best ? &rows[i] : best;
    }
    return best;
}
