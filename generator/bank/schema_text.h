/* What the files that write the schema share. */
#ifndef KIN_BANK_SCHEMA_TEXT_H
#define KIN_BANK_SCHEMA_TEXT_H

#include "base/buf.h"
#include "content/figure.h"

/* <a:documentation> with the text (schema.c). */
void kin_schema_documentation(struct kin_buf *buf, const char *doc);

/* The element <figure> of a kind, as one of several; and all patterns that such elements name (schema_figure.c).
 * `root`: the name of the root that they stand below. */
void kin_schema_figure(struct kin_buf *buf, const struct kin_figure_kind *figure, const char *root);
void kin_schema_figures(struct kin_buf *buf, const struct kin_figure_kinds *kinds, const char *root);

#endif
