/* The gallery of figures as a file in memory. */
#include "job/context.h"

#include "page/gallery.h"
#include "write/write.h"

enum kin_status kin_gallery_make(kin_ctx *ctx, struct kin_file *file)
{
    size_t errors = ctx->diags.errors;
    struct kin_typesetter *type = kin_type_open(&ctx->diags, &kin_fonts_schola, NULL);
    if (!type) {
        return KIN_IO;
    }
    const char *reason = NULL;
    struct kin_buf bytes = kin_buf_in(ctx->arena);
    struct kin_document *document = kin_page_gallery(type, ctx->arena, ctx->library);
    if (!kin_writer_named("pdf")->write(&bytes, document, type, &reason)) {
        kin_report(&ctx->diags, KIN_E601, (struct kin_span){0}, "figures.pdf", reason, NULL);
    }
    kin_type_free(type);
    *file = (struct kin_file){.name = "figures.pdf", .bytes = bytes.data, .length = bytes.length};
    return kin_ctx_status(ctx, errors);
}
