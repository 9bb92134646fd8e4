/* Pages: a set's forms and its key as documents of scenes. DESIGN section 5. */
#ifndef KIN_PAGE_PAGE_H
#define KIN_PAGE_PAGE_H

#include "form/evidence/paging.h"
#include "form/run.h"
#include "form/set.h"
#include "type/type.h"

/* Measure every slot over its samples (the first 26 members of its cell) and decide page breaks and work space; fills
 * set->slots[].geometry. A slot that was measured before (a set file) is left alone. Returns false after reporting. */
bool kin_page_measure(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags, struct kin_set *set);

/* The fonts of a set's paper style; never NULL. */
const struct kin_font_files *kin_page_fonts(const struct kin_set *set);

/* The paper of one form: Letter or A4, as the set says. Student pages carry the form's code, never the seed. */
struct kin_document *kin_page_form(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                   const struct kin_set *set, const struct kin_form *form);

/* The papers of a run as one document: each student's form in roster order, with the name where there is one. */
struct kin_document *kin_page_papers(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                     const struct kin_set *set, const struct kin_run *run);

/* By paper of a run: have the fonts all characters of the name? An array in `arena`. */
const bool *kin_page_printable(kin_arena *arena, const struct kin_set *set, const struct kin_run *run);

/* Where the items of a form stand when it is laid out like that. What does not fit is reported as it is then. */
struct kin_paging kin_page_paging(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                  const struct kin_set *set, const struct kin_form *form);

/* The forms with their answers written in, for who teaches from them; one document. */
struct kin_document *kin_page_teacher(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                      const struct kin_set *set);

/* Strips to cut out and lay beside the pages of a form: each answer stands as high as its place on the page. */
struct kin_document *kin_page_strips(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                     const struct kin_set *set);

/* The key of all forms: compact answers of all forms side by side first, then worked solutions form by form with wrong
 * answers, misconceptions, accepted equivalents and rubrics. Carries seed, digest and label. */
struct kin_document *kin_page_key(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                  const struct kin_set *set);

#endif
