/* The RELAX NG schema of everything that Formkin reads, for editors: written from the element tables, so that it says
 * what the validator says. RELAX NG: ISO/IEC 19757-2; data types of XML Schema part 2. */
#ifndef KIN_BANK_SCHEMA_H
#define KIN_BANK_SCHEMA_H

#include "bank/element.h"
#include "content/figure.h"

/* Append the schema in RELAX NG's XML syntax, with an element for each kind of figure. Same tables, same text. What it
 * cannot say is left to the validator: what expressions and formulas hold, which names they know, and that no comment
 * interrupts a text. */
void kin_schema_write(struct kin_buf *buf, const struct kin_figure_kinds *figures);

#endif
