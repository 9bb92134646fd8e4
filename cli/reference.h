/* The reference of the bank language, written from the tables that also read banks, so that it cannot say anything
 * else. Topics are pages of `formkin doc`; what they list, `formkin help` shows one by one. */
#ifndef KIN_CLI_REFERENCE_H
#define KIN_CLI_REFERENCE_H

#include "bank/element.h"
#include "expr/function.h"
#include "sheet.h"

struct topic {
    const char *name, *title, *doc;
    void (*write)(struct sheet *sheet);
};

/* The n-th topic from 0, NULL behind the last one; the one of a name, or NULL. */
const struct topic *topic_at(size_t n);
const struct topic *topic_named(const char *name);

/* The elements that have examples, with their parts: tables. */
void reference_shown(struct sheet *sheet);

/* One element, one function, one kind of figure. */
void reference_element(struct sheet *sheet, const struct kin_element *element);
struct kin_figure_kind;
void reference_figure(struct sheet *sheet, const struct kin_figure_kind *kind);
void reference_function(struct sheet *sheet, const struct kin_function *function);

void topic_elements(struct sheet *sheet);    /* reference_elements.c */
void topic_attributes(struct sheet *sheet);  /* reference_elements.c */
void topic_figures(struct sheet *sheet);     /* reference_figures.c */
void topic_diagnostics(struct sheet *sheet); /* explain.c */

#endif
