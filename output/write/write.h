/* Writers: documents to bytes. One file and one row of writers.def a format. The only folder that includes cairo. */
#ifndef KIN_WRITE_WRITE_H
#define KIN_WRITE_WRITE_H

#include "base/buf.h"
#include "type/type.h"

/* Bytes grow in a kin_buf (text or binary). */
struct kin_writer {
    const char *name; /* "pdf" */
    const char *doc;
    /* Append the document. Returns false with *reason set (static text). Same document, same bytes. */
    bool (*write)(struct kin_buf *bytes, const struct kin_document *document, struct kin_typesetter *type,
                  const char **reason);
};

const struct kin_writer *kin_writer_named(const char *name); /* NULL: none */

/* One page as PNG at a resolution, for previews and tests. */
bool kin_png_write(struct kin_buf *bytes, const struct kin_scene *scene, struct kin_typesetter *type, double dpi,
                   const char **reason);

#endif
