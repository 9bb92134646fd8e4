/* What a copier leaves of figures: 300 dots an inch, a little out of focus, and each of them either black or white.
 * Areas with different patterns stay different, in gray and on the copy; strokes that carry a meaning stay, and so do
 * grids; labels stand in white. */
#include "measure.h"

#include "write/write.h"

#include <cairo.h>

/* Ink of each pixel, 0 white to 1 black. */
struct picture {
    int width, height;
    double *ink;
};

static const double dpi = 300;

static double ink_at(const struct picture *picture, int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < picture->width && y < picture->height;
    return inside ? picture->ink[y * picture->width + x] : 0;
}

static struct picture picture_of(kin_arena *arena, int width, int height)
{
    size_t pixels = (size_t)width * (size_t)height;
    return (struct picture){width, height, KIN_NEW_N(arena, double, pixels)};
}

struct source {
    const struct kin_buf *bytes;
    size_t read;
};

static cairo_status_t read_source(void *closure, unsigned char *data, unsigned length)
{
    struct source *source = closure;
    if (source->bytes->length - source->read < length) {
        return CAIRO_STATUS_READ_ERROR;
    }
    memcpy(data, source->bytes->data + source->read, length);
    source->read += length;
    return CAIRO_STATUS_SUCCESS;
}

static struct picture decoded(kin_arena *arena, const struct kin_buf *bytes)
{
    struct source source = {bytes, 0};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_source, &source);
    struct picture picture =
        picture_of(arena, cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface));
    const unsigned char *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    for (int i = 0; i < picture.width * picture.height; i++) {
        const unsigned char *pixel = data + i / picture.width * stride + i % picture.width * 4;
        picture.ink[i] = 1 - pixel[1] / 255.0;
    }
    cairo_surface_destroy(surface);
    return picture;
}

/* The page as it is printed. */
static struct picture printed(struct measuring *measuring, const struct kin_sketch *sketch)
{
    struct kin_scene *scene = kin_scene_new(measuring->arena, sketch->width, sketch->height);
    kin_place(&scene->ops, &sketch->ops, 0, 0);
    struct kin_buf bytes = kin_buf_in(measuring->arena);
    const char *reason = NULL;
    if (!kin_png_write(&bytes, scene, measuring->type, dpi, &reason)) {
        printf("no picture: %s\n", reason);
        measuring->faults++;
        return picture_of(measuring->arena, 1, 1);
    }
    return decoded(measuring->arena, &bytes);
}

/* The lens: half of each pixel's light stays in its place, the rest falls on its eight neighbours. */
static double blurred(const struct picture *page, int x, int y)
{
    double sum = 0;
    for (int i = 0; i < 9; i++) {
        sum += ink_at(page, x + i % 3 - 1, y + i / 3 - 1);
    }
    return ink_at(page, x, y) * 7 / 16 + sum / 16;
}

static double copied(const struct picture *page, int x, int y)
{
    return blurred(page, x, y) >= 0.5 ? 1 : 0;
}

/* A copier that keeps gray: what is nearly white becomes white. */
static double lightened(const struct picture *page, int x, int y)
{
    double ink = blurred(page, x, y);
    return ink < 0.22 ? 0 : ink;
}

/* ---- Patterns -----------------------------------------------------------------------------------------------------
 */

typedef double tone_at(const struct picture *page, int x, int y);

/* What an eye sees of an area: how dark it is, and how much more of it runs level than upright, and rising than
 * falling. */
struct signature {
    double dark, level, rising;
};

enum { SHIFT = 6 }; /* dots from one to the next that are compared */

static struct signature signature_of(const struct picture *page, struct kin_xy at, double half, tone_at *look)
{
    struct signature sum = {0, 0, 0};
    int x = (int)(at.x * dpi / 72), y = (int)(at.y * dpi / 72), reach = (int)(half * dpi / 72), side = 2 * reach + 1;
    for (int i = 0; i < side * side; i++) {
        int px = x - reach + i % side, py = y - reach + i / side;
        double here = look(page, px, py);
        sum.dark += here;
        if (here > 0.1) {
            sum.level += here * (look(page, px + SHIFT, py) - look(page, px, py + SHIFT));
            sum.rising += here * (look(page, px + SHIFT, py - SHIFT) - look(page, px + SHIFT, py + SHIFT));
        }
    }
    double area = side * side;
    return (struct signature){sum.dark / area, sum.level / area, sum.rising / area};
}

static bool are_different(const struct picture *page, const struct kin_xy *at, double half, tone_at *look)
{
    struct signature a = signature_of(page, at[0], half, look), b = signature_of(page, at[1], half, look);
    return fabs(a.dark - b.dark) + fabs(a.level - b.level) + fabs(a.rising - b.rising) > 0.02;
}

/* The areas with middles at these places are different from one another, in gray and on the copy. */
static void expect_different(struct measuring *measuring, const char *what, const struct picture *page,
                             const struct kin_xy *at, double half)
{
    expect(measuring, what, at[0].x, are_different(page, at, half, ink_at), 1);
    expect(measuring, kin_format(measuring->arena, "copy of %s", what), at[0].x, are_different(page, at, half, copied),
           1);
}

/* A band in two patterns. */
static struct picture band_of(struct measuring *measuring, const char *left, const char *right)
{
    const char *xml =
        kin_format(measuring->arena,
                   "<figure kind=\"area-model\" across=\"84\" up=\"44\"><column size=\"1\" pattern=\"%s\"/>"
                   "<column size=\"1\" pattern=\"%s\"/><row/></figure>",
                   left, right);
    return printed(measuring, sketch_of(measuring, xml));
}

/* A light gray does not come through where all is black or white: it may stand beside every pattern, and beside white
 * where a copier keeps gray. */
static void compare_patterns(struct measuring *measuring)
{
    static const char *const names[] = {"light", "hatch", "back", "cross", "dots", "bars", "dark"};
    static const struct kin_xy middles[] = {{22, 22}, {62, 22}};
    const size_t count = sizeof names / sizeof *names;
    for (size_t i = 0; i < count * count; i++) {
        const char *left = names[i % count], *right = names[i / count];
        if (i % count < i / count) {
            struct picture band = band_of(measuring, left, right);
            expect_different(measuring, kin_format(measuring->arena, "%s and %s", left, right), &band, middles, 15);
        }
    }
    struct picture alike = band_of(measuring, "cross", "cross"), pale = band_of(measuring, "light", "none");
    expect(measuring, "cross and cross", 0, are_different(&alike, middles, 15, copied), 0);
    expect(measuring, "light and none", 0, are_different(&pale, middles, 15, lightened), 1);
}

/* A copy does not wear out what patterns are made of. */
static void keep_patterns(struct measuring *measuring)
{
    static const char *const names[] = {"hatch", "back", "cross", "dots", "bars", "dark"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct picture band = band_of(measuring, names[i], "none");
        double before = signature_of(&band, (struct kin_xy){22, 22}, 15, ink_at).dark;
        double after = signature_of(&band, (struct kin_xy){22, 22}, 15, copied).dark;
        expect(measuring, names[i], after / before, after > 0.85 * before, 1);
    }
}

/* However many sectors there are, none has the pattern of its neighbour. */
static void copy_sectors(struct measuring *measuring)
{
    static const int counts[] = {3, 6, 7, 12};
    for (size_t k = 0; k < 4; k++) {
        struct kin_buf xml = kin_buf_in(measuring->arena);
        kin_buf_addf(&xml, "<figure kind=\"circle-graph\" total=\"%d\" radius=\"80\">", counts[k]);
        for (int i = 0; i < counts[k]; i++) {
            kin_buf_addf(&xml, "<sector value=\"1\"/>");
        }
        kin_buf_addf(&xml, "</figure>");
        const struct kin_sketch *sketch = sketch_of(measuring, xml.data);
        struct kin_xy centre = {sketch->width / 2, sketch->height / 2};
        struct picture page = printed(measuring, sketch);
        for (int i = 0; i < counts[k]; i++) {
            double angle = M_PI / 2 - 2 * M_PI * (i + 0.5) / counts[k], next = angle - 2 * M_PI / counts[k];
            struct kin_xy pair[] = {kin_xy_around(centre, 56, angle), kin_xy_around(centre, 56, next)};
            expect_different(measuring, kin_format(measuring->arena, "sector %d of %d", i + 1, counts[k]), &page, pair,
                             7.5);
        }
    }
}

/* Parts of a product: shaded one way, the other way, both ways, not at all. */
static void copy_products(struct measuring *measuring)
{
    struct picture page =
        printed(measuring,
                sketch_of(measuring, "<figure kind=\"area-model\" across=\"84\" up=\"84\"><column pattern=\"hatch\"/>"
                                     "<column/><row pattern=\"back\"/><row/></figure>"));
    static const struct kin_xy middles[] = {{22, 22}, {62, 22}, {62, 62}, {22, 62}, {22, 22}};
    for (size_t i = 0; i < 4; i++) {
        expect_different(measuring, "cells of a product", &page, middles + i, 15);
    }
}

/* Bars of four series: between neighbouring upright strokes that are as long as the bars. */
static void copy_series(struct measuring *measuring)
{
    const struct kin_sketch *sketch = sketch_of(
        measuring,
        "<figure kind=\"bar-graph\" y-to=\"10\" length=\"200\"><series label=\"A\"/><series label=\"B\"/><series "
        "label=\"C\"/><series label=\"D\"/><category label=\"E\" values=\"[9, 9, 9, 9]\"/></figure>");
    struct picture page = printed(measuring, sketch);
    struct kin_scale up = {0, 10, middle_of(sketch, "0").y, middle_of(sketch, "10").y};
    double right = 0, left = INFINITY;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool top = trace->kind == KIN_TRACE_STROKE && fabs(trace->y1 - kin_scale_at(&up, 9)) < 0.3 &&
                   fabs(trace->y2 - trace->y1) < 0.1;
        left = top ? fmin(left, fmin(trace->x1, trace->x2)) : left;
        right = top ? fmax(right, fmax(trace->x1, trace->x2)) : right;
    }
    for (int i = 0; i < 3; i++) {
        double each = (right - left) / 4, y = kin_scale_at(&up, 4.5);
        struct kin_xy pair[] = {{left + each * (i + 0.5), y}, {left + each * (i + 1.5), y}};
        expect_different(measuring, "bars of neighbours", &page, pair, fmin(8, each / 2 - 2));
    }
}

/* ---- Strokes ------------------------------------------------------------------------------------------------------
 */

static bool is_black_near(const struct picture *page, double x, double y)
{
    int px = (int)(x * dpi / 72), py = (int)(y * dpi / 72), black = 0;
    for (int i = 0; i < 9; i++) {
        black += copied(page, px + i % 3 - 1, py + i / 3 - 1) > 0;
    }
    return black > 0;
}

/* How much of a stroke the copy shows; of a dotted one that is the least, more than a third. */
static double kept_of(const struct picture *page, const struct kin_trace *trace)
{
    enum { LOOKS = 60 };
    int kept = 0;
    for (int i = 0; i < LOOKS; i++) {
        double t = (i + 0.5) / LOOKS;
        kept += is_black_near(page, trace->x1 + t * (trace->x2 - trace->x1), trace->y1 + t * (trace->y2 - trace->y1));
    }
    return (double)kept / LOOKS;
}

static void copy_strokes_of(struct measuring *measuring, const struct kin_figure_kind *kind)
{
    const struct kin_sketch *sketch = sketch_of(measuring, kind->examples[0]);
    struct picture page = printed(measuring, sketch);
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        bool is_long = hypot(trace->x2 - trace->x1, trace->y2 - trace->y1) > 6;
        double least = trace->kind == KIN_TRACE_QUIET ? 0.2 : 0.35; /* bars stand on grids */
        if (trace->kind != KIN_TRACE_TEXT && is_long && kept_of(&page, trace) < least) {
            printf("%s: %g of a stroke is left at (%g, %g)\n", kind->whole.name, kept_of(&page, trace), trace->x1,
                   trace->y1);
            measuring->faults++;
        }
    }
}

static void copy_strokes(struct measuring *measuring)
{
    const struct kin_figure_kinds *kinds = kin_figure_all();
    for (size_t i = 0; i < kinds->count; i++) {
        copy_strokes_of(measuring, kinds->items[i]);
    }
}

/* ---- Labels -------------------------------------------------------------------------------------------------------
 */

static double away_from_box(const struct kin_trace *box, double x, double y)
{
    return fmax(fmax(box->x1 - x, x - box->x2), fmax(box->y1 - y, y - box->y2));
}

static double away_from_line(const struct kin_trace *line, double x, double y)
{
    double dx = line->x2 - line->x1, dy = line->y2 - line->y1, length = dx * dx + dy * dy;
    double t = length > 0 ? ((x - line->x1) * dx + (y - line->y1) * dy) / length : 0;
    t = fmin(1, fmax(0, t));
    return hypot(x - line->x1 - t * dx, y - line->y1 - t * dy);
}

/* Is something else drawn there on purpose? White ends there. */
static bool is_drawn(const struct kin_sketch *sketch, const struct kin_trace *label, double x, double y)
{
    bool found = false;
    for (size_t i = 0; !found && i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        double away = trace->kind == KIN_TRACE_STROKE ? away_from_line(trace, x, y) - trace->reach
                      : trace->kind == KIN_TRACE_TEXT ? away_from_box(trace, x, y)
                                                      : INFINITY;
        found = trace != label && away < 0.9;
    }
    return found;
}

static const double ground = 1.8; /* pt of white around a label, after what the lens smears into it */

/* Black dots in the white around a label. */
static int smudges_of(const struct picture *page, const struct kin_sketch *sketch, const struct kin_trace *label)
{
    double dot = 72 / dpi;
    int wide = (int)((label->x2 - label->x1 + 2 * ground) / dot),
        high = (int)((label->y2 - label->y1 + 2 * ground) / dot), found = 0;
    for (int i = 0; i < wide * high; i++) {
        double x = label->x1 - ground + i % wide * dot, y = label->y1 - ground + i / wide * dot;
        bool around = away_from_box(label, x, y) > 0.3;
        found += around && copied(page, (int)(x / dot), (int)(y / dot)) > 0 && !is_drawn(sketch, label, x, y);
    }
    return found;
}

static void copy_labels_of(struct measuring *measuring, const char *xml)
{
    const struct kin_sketch *sketch = sketch_of(measuring, xml);
    struct picture page = printed(measuring, sketch);
    for (size_t i = 0; i < sketch->trace_count; i++) {
        if (sketch->traces[i].kind == KIN_TRACE_TEXT) {
            expect(measuring, sketch->traces[i].text, sketch->traces[i].x1,
                   smudges_of(&page, sketch, &sketch->traces[i]), 0);
        }
    }
}

/* Inside of every pattern, near its outline and away from it, and on gray that a copy makes black. */
static void copy_labels(struct measuring *measuring)
{
    static const char *const names[] = {"hatch", "back", "cross", "dots", "bars", "dark"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        copy_labels_of(measuring, kin_format(measuring->arena,
                                             "<figure kind=\"area-model\" across=\"120\" up=\"60\"><column size=\"1\" "
                                             "pattern=\"%s\"/><row/><cell row=\"1\" column=\"1\">24x</cell></figure>",
                                             names[i]));
        copy_labels_of(measuring, kin_format(measuring->arena,
                                             "<figure kind=\"tape-diagram\" length=\"150\"><tape><box size=\"4\" "
                                             "pattern=\"%s\">123456</box><box size=\"2\" pattern=\"%s\">12</box></tape>"
                                             "</figure>",
                                             names[i], names[i]));
    }
}

int main(void)
{
    static void (*const measures[])(struct measuring *) = {compare_patterns, keep_patterns, copy_sectors, copy_products,
                                                           copy_series,      copy_strokes,  copy_labels};
    return measure_all(measures, sizeof measures / sizeof *measures);
}
