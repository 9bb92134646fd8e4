#include "layout.h"

#include "page/page.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_FORMS = 3 };

/* Opened once: fonts are the same for every input. Messages about missing characters go into an arena of their own. */
static struct kin_typesetter *fonts(void)
{
    static struct kin_typesetter *type;
    static struct kin_diags diags;
    if (!type) {
        diags = kin_diags_in(kin_arena_new());
        type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    }
    if (!type) {
        fputs("the default fonts are not installed\n", stderr);
        exit(EXIT_FAILURE);
    }
    return type;
}

void lay_out(kin_arena *arena, struct kin_diags *diags, struct kin_set *set)
{
    if (!kin_page_measure(fonts(), arena, diags, set)) {
        return;
    }
    for (size_t f = 0; f < set->form_count && f < MOST_FORMS; f++) {
        kin_page_form(fonts(), arena, diags, set, &set->forms[f]);
    }
    kin_page_key(fonts(), arena, diags, set);
}
