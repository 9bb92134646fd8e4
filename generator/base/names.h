/* Names of the rows of a table. */
#ifndef KIN_BASE_NAMES_H
#define KIN_BASE_NAMES_H

#include <stddef.h>

/* Index of a name among `count` names; -1 when it is none of them. */
int kin_name_index(const char *const *names, size_t count, const char *name);

#endif
