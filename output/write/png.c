/* One page as a picture. */
#include "write/paint.h"
#include "write/writers.h"

#include <math.h>

/* A poster at 300 dpi; more would only be a mistake. */
enum { PIXELS_MAX = 20000 };

static cairo_status_t scene_png(struct kin_buf *bytes, cairo_surface_t *surface, const struct kin_scene *scene,
                                struct kin_typesetter *type, double scale)
{
    cairo_t *cairo = cairo_create(surface);
    struct painter painter = kin_painter_begin(cairo, type);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, scale, scale);
    kin_scene_paint(&painter, scene);
    kin_painter_end(&painter);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    return status == CAIRO_STATUS_SUCCESS ? cairo_surface_write_to_png_stream(surface, kin_buf_sink, bytes) : status;
}

bool kin_png_write(struct kin_buf *bytes, const struct kin_scene *scene, struct kin_typesetter *type, double dpi,
                   const char **reason)
{
    double scale = dpi / 72, width = ceil(scene->width_pt * scale), height = ceil(scene->height_pt * scale);
    if (!(width >= 1 && width <= PIXELS_MAX && height >= 1 && height <= PIXELS_MAX)) {
        *reason = "the picture would have no size, or too large a one";
        return false;
    }
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    cairo_status_t status = scene_png(bytes, surface, scene, type, scale);
    cairo_surface_destroy(surface);
    *reason = status == CAIRO_STATUS_SUCCESS ? NULL : cairo_status_to_string(status);
    return status == CAIRO_STATUS_SUCCESS;
}

bool kin_page_png_write(struct kin_buf *bytes, const struct kin_document *document, struct kin_typesetter *type,
                        const char **reason)
{
    if (document->count != 1) {
        *reason = "a picture holds one page";
        return false;
    }
    return kin_png_write(bytes, document->pages[0], type, 150, reason);
}
