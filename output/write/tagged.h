/* What cairo cannot say in a tagged PDF, added to the finished file. */
#ifndef KIN_WRITE_TAGGED_H
#define KIN_WRITE_TAGGED_H

#include "write/structure.h"

/* Add to `plain`, a PDF by cairo with the elements of `structure`: the language, alternative texts, what headings of
 * tables head, and that readers show the title and follow the structure. Appended to `bytes`; false with *reason set
 * (static text). Same input, same bytes. */
bool kin_tagged_finish(struct kin_buf *bytes, const struct kin_buf *plain, const struct structure *structure,
                       const char *language, const char **reason);

#endif
