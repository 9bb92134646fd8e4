/* The papers of a class. */
#include "page/finish.h"
#include "page/page.h"
#include "page/sheets.h"

#include <string.h>

static const struct kin_form *form_of(const struct kin_set *set, const char *letter)
{
    for (size_t f = 0; f < set->form_count; f++) {
        if (strcmp(set->forms[f].letter, letter) == 0) {
            return &set->forms[f];
        }
    }
    return NULL;
}

static void add_paper(struct kin_typesetter *type, const struct kin_layout *whole, const struct kin_paper_of *paper,
                      struct kin_document *all)
{
    const struct kin_set *edition = kin_run_edition(whole->set, paper);
    const struct kin_form *form = form_of(edition, paper->letter);
    if (!form) {
        return;
    }
    struct kin_layout layout = kin_layout_of_forms(type, whole->arena, whole->diags, edition);
    layout.student = paper->name;
    const struct kin_document *pages = kin_sheets_finish(&layout, kin_form_pages(&layout, form));
    for (size_t i = 0; i < pages->count; i++) {
        kin_document_add(whole->arena, all, pages->pages[i]);
    }
}

struct kin_document *kin_page_papers(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                     const struct kin_set *set, const struct kin_run *run)
{
    struct kin_layout layout = kin_layout_of_forms(type, arena, diags, set);
    const char *subject = run->class_id ? run->class_id : run->name;
    struct kin_document *all =
        kin_sheets_begin(&layout, kin_format(arena, "%s, %s", set->title, subject), subject).document;
    for (size_t i = 0; i < run->paper_count; i++) {
        add_paper(type, &layout, &run->papers[i], all);
    }
    return all;
}

const bool *kin_page_printable(kin_arena *arena, const struct kin_set *set, const struct kin_run *run)
{
    bool *printable = KIN_NEW_N(arena, bool, run->paper_count + 1);
    struct kin_diags quiet = kin_diags_in(arena);
    struct kin_typesetter *type = kin_type_open(&quiet, kin_page_fonts(set), NULL);
    if (!type) {
        return printable;
    }
    for (size_t i = 0; i < run->paper_count; i++) {
        const char *name = run->papers[i].name;
        const struct kin_font_files *fonts = kin_page_fonts(kin_run_edition(set, &run->papers[i]));
        printable[i] = !name || kin_type_has(kin_type_beside(type, fonts), name);
    }
    kin_type_free(type);
    return printable;
}
