/* What two items must have in common to take each other's place on a form. */
#ifndef KIN_FORM_MATCH_SHAPE_H
#define KIN_FORM_MATCH_SHAPE_H

#include "bank/template.h"
#include "content/item.h"

/* Standards, levels, objectives and calculator rules of the parts, kinds of response with their share of the points,
 * and the rules that the template leaves to the assessment, as a text: items of one shape have the same score boxes,
 * as many choices, the same rows in a key and the same directions. */
const char *kin_match_shape(kin_arena *arena, const struct kin_item *item, const struct kin_template *template);

#endif
