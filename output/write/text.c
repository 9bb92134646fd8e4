/* Documents as text: their operations, or their words. */
#include "write/writers.h"

bool kin_trace_write(struct kin_buf *bytes, const struct kin_document *document, struct kin_typesetter *type,
                     const char **reason)
{
    (void)type;
    (void)reason;
    for (size_t i = 0; i < document->count; i++) {
        kin_scene_write(bytes, document->pages[i]);
    }
    return true;
}

/* A form feed between pages, as tools for text of PDF files have it. */
bool kin_words_write(struct kin_buf *bytes, const struct kin_document *document, struct kin_typesetter *type,
                     const char **reason)
{
    (void)type;
    (void)reason;
    for (size_t i = 0; i < document->count; i++) {
        kin_buf_add(bytes, i ? "\f" : "");
        kin_scene_text(bytes, document->pages[i]);
    }
    return true;
}
