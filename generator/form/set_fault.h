/* What a set file must hold beyond the types of its fields. */
#ifndef KIN_FORM_SET_FAULT_H
#define KIN_FORM_SET_FAULT_H

#include "form/set.h"

/* What paper and key cannot rely on in a set that was read: items that are missing, more content than an instance may
 * have, pages or lines without measure. A sentence without a full stop; NULL when all is well. */
const char *kin_set_fault(const struct kin_set *set);

/* Can this be a form's letter? A to Z, or one of them with a number of up to three digits: it becomes part of file
 * names. */
bool kin_letter_is_sound(const char *letter);

#endif
