/* PDF by cairo. The same document gives the same bytes: the creation date is fixed, nothing else varies. Numbers are
 * written with points, since the program never calls setlocale for LC_NUMERIC. */
#include "write/outline.h"
#include "write/paint.h"
#include "write/tagged.h"
#include "write/writers.h"

#include <cairo-pdf.h>

static const char fixed_date[] = "2000-01-01T00:00:00Z";

static void metadata_set(cairo_surface_t *surface, const struct kin_document *document)
{
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, fixed_date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Formkin");
    if (document->title) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document->title);
    }
    if (document->subject) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, document->subject);
    }
}

struct printing {
    const struct kin_document *document;
    struct kin_typesetter *type;
    struct structure *structure; /* filled in where tags are wanted; else NULL */
    kin_arena *arena;            /* of the structure */
};

static cairo_status_t pages_paint(cairo_surface_t *surface, const struct printing *printing)
{
    const struct kin_document *document = printing->document;
    cairo_t *cairo = cairo_create(surface);
    struct painter painter = kin_painter_begin(cairo, printing->type);
    painter.structure = printing->structure;
    for (size_t i = 0; i < document->count; i++) {
        /* What a page holds is forgotten when it is given a size, tags too. */
        cairo_pdf_surface_set_size(surface, document->pages[i]->width_pt, document->pages[i]->height_pt);
        if (printing->structure && i == 0) {
            *printing->structure = kin_structure_begin(cairo, printing->arena);
        }
        kin_scene_paint(&painter, document->pages[i]);
        if (printing->structure && i + 1 == document->count) {
            kin_structure_end(printing->structure);
        }
        cairo_show_page(cairo);
    }
    kin_painter_end(&painter);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    return status;
}

static bool document_print(struct kin_buf *bytes, const struct printing *printing, const char **reason)
{
    const struct kin_document *document = printing->document;
    if (!document->count) {
        *reason = "the document has no pages";
        return false;
    }
    const struct kin_scene *first = document->pages[0];
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(kin_buf_sink, bytes, first->width_pt, first->height_pt);
    metadata_set(surface, document);
    cairo_status_t status = pages_paint(surface, printing);
    kin_outline_add(surface, document);
    /* Most of a PDF is written, and can go wrong, only here. */
    cairo_surface_finish(surface);
    status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : status;
    cairo_surface_destroy(surface);
    *reason = status == CAIRO_STATUS_SUCCESS ? NULL : cairo_status_to_string(status);
    return status == CAIRO_STATUS_SUCCESS;
}

bool kin_pdf_write(struct kin_buf *bytes, const struct kin_document *document, struct kin_typesetter *type,
                   const char **reason)
{
    return document_print(bytes, &(struct printing){.document = document, .type = type}, reason);
}

bool kin_tagged_pdf_write(struct kin_buf *bytes, const struct kin_document *document, struct kin_typesetter *type,
                          const char **reason)
{
    kin_arena *arena = kin_arena_new();
    struct structure structure = {0};
    struct kin_buf plain = kin_buf_in(arena);
    const struct printing printing = {document, type, &structure, arena};
    bool fine = document_print(&plain, &printing, reason) &&
                kin_tagged_finish(bytes, &plain, &structure, document->language, reason);
    kin_arena_free(arena);
    return fine;
}
