/* How many further forms a set can have. */
#ifndef KIN_FORM_MORE_H
#define KIN_FORM_MORE_H

#include "form/set.h"

/* Forms like these that can still be drawn: what the scarcest item leaves. Items of one template and cell share its
 * questions. *scarcest is that item's slot. */
struct kin_count kin_set_more(const struct kin_set *set, const struct kin_slot **scarcest);

#endif
