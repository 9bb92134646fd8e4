/* The writers' functions, for the table in writers.c. */
#ifndef KIN_WRITE_WRITERS_H
#define KIN_WRITE_WRITERS_H

#include "write/write.h"

#define KIN_WRITER(function, name, doc)                                                                                \
    bool function(struct kin_buf *bytes, const struct kin_document *document, struct kin_typesetter *type,             \
                  const char **reason);
#include "write/writers.def"
#undef KIN_WRITER

#endif
