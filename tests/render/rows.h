/* Tables of formulas as a bank writes them: lines of fields between ";;", lines that begin with # are notes. */
#ifndef TESTS_RENDER_ROWS_H
#define TESTS_RENDER_ROWS_H

#include "base/diag.h"
#include "build.h"

#include <stddef.h>

enum { FIELDS_MAX = 4 };

struct row {
    const char *fields[FIELDS_MAX]; /* without the spaces around them; "" where the line has fewer */
    size_t line;
};

/* Call `take` for each line of `text`, which is cut up. */
void rows_each(char *text, void (*take)(void *data, const struct row *row), void *data);

/* The formula that a bank writes like that; NULL where it is none. */
formula rows_formula(struct kin_diags *diags, const char *written);

#endif
