#include "write/paint.h"

#include "base/utf8.h"
#include "write/chain.h"
#include "write/comb.h"
#include "write/order.h"

#include <cairo-ft.h>
#include <string.h>

cairo_status_t kin_buf_sink(void *closure, const unsigned char *data, unsigned length)
{
    kin_buf_add_n(closure, (const char *)data, length);
    return CAIRO_STATUS_SUCCESS;
}

struct painter kin_painter_begin(cairo_t *cairo, struct kin_typesetter *type)
{
    struct painter painter = {.cairo = cairo, .usual = type, .type = type, .face = -1, .scratch = kin_arena_new()};
    painter.empty = kin_arena_mark(painter.scratch);
    painter.batches = (struct batches){.arena = painter.scratch, .type = type};
    painter.options = cairo_font_options_create();
    /* Metrics hinting would round advances to the pixels of some screen. */
    cairo_font_options_set_hint_style(painter.options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(painter.options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(cairo, painter.options);
    return painter;
}

void kin_painter_end(struct painter *painter)
{
    cairo_font_options_destroy(painter->options);
    kin_arena_free(painter->scratch);
}

/* ---- Text ----------------------------------------------------------------------------------------------- */

static void face_release(void *face)
{
    cairo_font_face_destroy(face);
}

static void hold_release(void *hold)
{
    kin_font_release(hold);
}

/* cairo keeps font faces in caches of its own after they are released here, so each keeps the files it draws from. */
static cairo_font_face_t *face_make(struct kin_typesetter *type, int face)
{
    static const cairo_user_data_key_t key;
    struct kin_font_hold *hold = kin_type_keep(type);
    cairo_font_face_t *made = cairo_ft_font_face_create_for_ft_face(kin_type_ft_face(type, face), FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(made, &key, hold, hold_release) != CAIRO_STATUS_SUCCESS) {
        kin_font_release(hold);
    }
    return made;
}

/* Made once a typesetter. */
static cairo_font_face_t *face_of(struct kin_typesetter *type, int face)
{
    cairo_font_face_t *made = kin_type_attached(type, face);
    if (!made) {
        made = face_make(type, face);
        kin_type_attach(type, face, made, face_release);
    }
    return made;
}

static void font_set(struct painter *painter, const struct kin_op *op)
{
    if (painter->face != op->face) {
        cairo_set_font_face(painter->cairo, face_of(painter->type, op->face));
        painter->face = op->face;
        painter->size = 0;
    }
    if (painter->size != op->size_pt) {
        cairo_set_font_size(painter->cairo, op->size_pt);
        painter->size = op->size_pt;
    }
}

/* The glyphs of a batch with the text that they stand for. */
struct line {
    cairo_glyph_t *glyphs;
    cairo_text_cluster_t *clusters; /* NULL: the text is not needed */
    struct kin_buf text;
    int glyph_count, cluster_count;
};

/* One glyph a character; the whole run as one cluster when the text says otherwise. */
static void clusters_add(struct line *line, const struct kin_op *op)
{
    cairo_text_cluster_t *clusters = line->clusters + line->cluster_count;
    size_t length = strlen(op->text), at = 0, count = 0;
    while (!op->one_cluster && at < length && count < op->glyph_count) {
        uint32_t rune;
        size_t bytes = kin_utf8_decode(op->text + at, length - at, &rune);
        bytes = bytes ? bytes : 1;
        clusters[count++] = (cairo_text_cluster_t){.num_bytes = (int)bytes, .num_glyphs = 1};
        at += bytes;
    }
    if (op->one_cluster || at < length || count < op->glyph_count) {
        clusters[0] = (cairo_text_cluster_t){.num_bytes = (int)length, .num_glyphs = (int)op->glyph_count};
        count = 1;
    }
    line->cluster_count += (int)count;
}

/* Digits and signs stand for themselves, a glyph each, as every font says: a PDF knows their text without being told,
 * and cairo writes them in half of the time. */
static bool is_number(const struct kin_op *op)
{
    static const char minus[] = "\u2212";
    const size_t sign = sizeof minus - 1;
    const char *text = op->text ? op->text : "x";
    size_t runes = 0;
    while (*text) {
        size_t digits = strspn(text, "0123456789.,");
        bool is_minus = !digits && strncmp(text, minus, sign) == 0;
        if (!digits && !is_minus) {
            return false;
        }
        text += is_minus ? sign : digits;
        runes += is_minus ? 1 : digits;
    }
    return runes == op->glyph_count && !op->one_cluster;
}

static bool holds_only_numbers(const struct batch *batch)
{
    bool numbers = true;
    for (size_t i = 0; numbers && i < batch->count; i++) {
        numbers = is_number(batch->parts[i].op);
    }
    return numbers;
}

static void run_add(struct line *line, const struct batch_part *part)
{
    const struct kin_op *op = part->op;
    double x = part->x + op->x, y = part->y + op->y;
    for (size_t i = 0; i < op->glyph_count; i++) {
        const struct kin_glyph *glyph = &op->glyphs[i];
        line->glyphs[line->glyph_count++] = (cairo_glyph_t){.index = glyph->id, .x = x + glyph->x, .y = y + glyph->y};
    }
    if (op->text && op->glyph_count && line->clusters) {
        clusters_add(line, op);
        kin_buf_add(&line->text, op->text);
    }
}

static void glyphs_paint(struct painter *painter, const struct batch *batch)
{
    size_t room = 0;
    for (size_t i = 0; i < batch->count; i++) {
        room += batch->parts[i].op->glyph_count + 1;
    }
    struct line line = {.glyphs = KIN_NEW_N(painter->scratch, cairo_glyph_t, room),
                        .clusters =
                            holds_only_numbers(batch) ? NULL : KIN_NEW_N(painter->scratch, cairo_text_cluster_t, room),
                        .text = kin_buf_in(painter->scratch)};
    for (size_t i = 0; i < batch->count; i++) {
        run_add(&line, &batch->parts[i]);
    }
    font_set(painter, batch->model);
    if (line.cluster_count) {
        cairo_show_text_glyphs(painter->cairo, line.text.data, (int)line.text.length, line.glyphs, line.glyph_count,
                               line.clusters, line.cluster_count, 0);
    } else {
        cairo_show_glyphs(painter->cairo, line.glyphs, line.glyph_count);
    }
}

/* ---- Lines and areas ------------------------------------------------------------------------------------ */

static void segment_trace(cairo_t *cairo, double x, double y, const struct kin_segment *s)
{
    switch (s->verb) {
    case KIN_MOVE:
        cairo_move_to(cairo, x + s->x[0], y + s->y[0]);
        break;
    case KIN_LINE:
        cairo_line_to(cairo, x + s->x[0], y + s->y[0]);
        break;
    case KIN_CURVE:
        cairo_curve_to(cairo, x + s->x[0], y + s->y[0], x + s->x[1], y + s->y[1], x + s->x[2], y + s->y[2]);
        break;
    case KIN_CLOSE:
        cairo_close_path(cairo);
        break;
    }
}

/* What is filled closes itself, unless it goes on. */
static bool is_needless(const struct kin_op *op, size_t i)
{
    bool last = i + 1 == op->segment_count || op->segments[i + 1].verb == KIN_MOVE;
    return op->ink.stroke_width <= 0 && op->segments[i].verb == KIN_CLOSE && last;
}

static void part_trace(cairo_t *cairo, const struct batch_part *part)
{
    const struct kin_op *op = part->op;
    if (op->kind == KIN_OP_RULE) {
        cairo_rectangle(cairo, part->x + op->x, part->y + op->y, op->width, op->height);
    }
    for (size_t i = 0; i < op->segment_count; i++) {
        if (!is_needless(op, i)) {
            segment_trace(cairo, part->x, part->y, &op->segments[i]);
        }
    }
}

/* In a PDF cairo flattens a stroke only to estimate what it covers: curves and round ends are written as they are. So
 * it may be coarse there: half of the pen's width leaves a round end four corners. A dash must stay longer. */
static void tolerance_set(cairo_t *cairo, const struct kin_ink *ink)
{
    static const double fine = 0.1; /* cairo's own */
    double coarse = 0.51 * ink->stroke_width, period = ink->dash[0] + ink->dash[1];
    coarse = period > 0 && coarse > period / 2 ? period / 2 : coarse;
    bool estimates = cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_PDF;
    cairo_set_tolerance(cairo, estimates && coarse > fine ? coarse : fine);
}

/* Where segment i ends. */
static void corner_move(cairo_t *cairo, const struct batch_part *part, size_t i)
{
    const struct kin_segment *s = &part->op->segments[i];
    int last = s->verb == KIN_CURVE ? 2 : 0;
    cairo_move_to(cairo, part->x + s->x[last], part->y + s->y[last]);
}

/* Segment i from its end to its beginning. */
static void segment_trace_back(cairo_t *cairo, const struct batch_part *part, size_t i)
{
    const struct kin_segment *s = &part->op->segments[i], *to = s - 1;
    int last = to->verb == KIN_CURVE ? 2 : 0;
    double x = part->x, y = part->y, end_x = x + to->x[last], end_y = y + to->y[last];
    if (s->verb == KIN_CURVE) {
        cairo_curve_to(cairo, x + s->x[1], y + s->y[1], x + s->x[0], y + s->y[0], end_x, end_y);
    } else {
        cairo_line_to(cairo, end_x, end_y);
    }
}

static void link_trace(cairo_t *cairo, const struct link *link)
{
    const struct batch_part *part = link->part;
    size_t count = part->op->segment_count;
    if (!link->reversed && !link->continues) {
        part_trace(cairo, part);
        return;
    }
    if (!link->continues) {
        corner_move(cairo, part, count - 1);
    }
    for (size_t i = 1; i < count; i++) {
        if (link->reversed) {
            segment_trace_back(cairo, part, count - i);
        } else {
            segment_trace(cairo, part->x, part->y, &part->op->segments[i]);
        }
    }
}

static void pen_set(cairo_t *cairo, const struct kin_ink *ink)
{
    tolerance_set(cairo, ink);
    cairo_set_line_width(cairo, ink->stroke_width);
    cairo_set_line_cap(cairo, ink->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo, ink->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(cairo, ink->dash, ink->dash[0] > 0 ? 2 : 0, 0);
}

static void path_paint(cairo_t *cairo, const struct kin_op *model)
{
    if (model->kind == KIN_OP_RULE || model->ink.stroke_width <= 0) {
        cairo_fill(cairo);
    } else {
        pen_set(cairo, &model->ink);
        cairo_stroke(cairo);
    }
}

static bool same_comb_pen(const struct comb *a, const struct comb *b)
{
    return a->width == b->width && a->dash[0] == b->dash[0] && a->dash[1] == b->dash[1] && a->round == b->round;
}

static void combs_paint(cairo_t *cairo, const struct combs *combs)
{
    for (size_t i = 0; i < combs->count; i++) {
        const struct comb *comb = &combs->items[i];
        cairo_move_to(cairo, comb->x1, comb->y1);
        cairo_line_to(cairo, comb->x2, comb->y2);
        if (i + 1 == combs->count || !same_comb_pen(comb, comb + 1)) {
            pen_set(cairo, &(struct kin_ink){.stroke_width = comb->width,
                                             .dash = {comb->dash[0], comb->dash[1]},
                                             .round = comb->round});
            cairo_stroke(cairo);
        }
    }
}

static void paths_paint(struct painter *painter, const struct batch *batch)
{
    struct combs combs = kin_combs_find(painter->scratch, batch);
    const struct link *links = kin_chains_find(painter->scratch, combs.rest, combs.rest_count);
    for (size_t i = 0; i < combs.rest_count; i++) {
        link_trace(painter->cairo, &links[i]);
    }
    if (combs.rest_count) {
        path_paint(painter->cairo, batch->model);
    }
    combs_paint(painter->cairo, &combs);
}

/* Paint what has been gathered so far: before something that changes the context, and at the end of the page. */
static void batches_paint(struct painter *painter)
{
    kin_batches_sort(&painter->batches);
    for (size_t i = 0; i < painter->batches.count; i++) {
        const struct batch *batch = &painter->batches.items[i];
        double gray = batch->model->ink.gray;
        cairo_set_source_rgb(painter->cairo, gray, gray, gray);
        if (batch->model->kind == KIN_OP_GLYPHS) {
            glyphs_paint(painter, batch);
        } else {
            paths_paint(painter, batch);
        }
    }
    kin_arena_rewind(painter->scratch, painter->empty);
    painter->batches = (struct batches){.arena = painter->scratch, .type = painter->type};
}

/* ---- Operations ----------------------------------------------------------------------------------------- */

static void ops_paint(struct painter *painter, const struct kin_op *op, int depth);

/* Moving is done here rather than by cairo, which would forget the font at the end of each group. */
static void group_paint(struct painter *painter, const struct kin_op *op, int depth)
{
    painter->x += op->x;
    painter->y += op->y;
    ops_paint(painter, op->kids, depth + 1);
    painter->x -= op->x;
    painter->y -= op->y;
}

static void clip_paint(struct painter *painter, const struct kin_op *op, int depth)
{
    batches_paint(painter);
    cairo_save(painter->cairo);
    cairo_rectangle(painter->cairo, painter->x + op->x, painter->y + op->y, op->width, op->height);
    cairo_clip(painter->cairo);
    ops_paint(painter, op->kids, depth + 1);
    batches_paint(painter);
    cairo_restore(painter->cairo);
    painter->face = -1;
}

struct bytes {
    const unsigned char *at;
    size_t left;
};

static cairo_status_t bytes_read(void *closure, unsigned char *data, unsigned length)
{
    struct bytes *bytes = closure;
    if (length > bytes->left) {
        return CAIRO_STATUS_READ_ERROR;
    }
    memcpy(data, bytes->at, length);
    bytes->at += length;
    bytes->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

/* A file that is damaged behind its head shows as an empty frame. */
static void picture_paint(struct painter *painter, const struct kin_op *op)
{
    batches_paint(painter);
    cairo_t *cairo = painter->cairo;
    struct bytes bytes = {op->bytes, op->byte_count};
    cairo_surface_t *picture = cairo_image_surface_create_from_png_stream(bytes_read, &bytes);
    double x = painter->x + op->x, y = painter->y + op->y;
    if (cairo_surface_status(picture) != CAIRO_STATUS_SUCCESS) {
        cairo_rectangle(cairo, x, y, op->width, op->height);
        cairo_set_source_rgb(cairo, 0, 0, 0);
        pen_set(cairo, &(struct kin_ink){.stroke_width = 0.5});
        cairo_stroke(cairo);
    } else {
        cairo_save(cairo);
        cairo_translate(cairo, x, y);
        cairo_scale(cairo, op->width / cairo_image_surface_get_width(picture),
                    op->height / cairo_image_surface_get_height(picture));
        cairo_set_source_surface(cairo, picture, 0, 0);
        /* Not cairo_paint: where nothing was drawn before, it makes cairo 1.16 forget the tags that are open. */
        cairo_rectangle(cairo, 0, 0, cairo_image_surface_get_width(picture), cairo_image_surface_get_height(picture));
        cairo_fill(cairo);
        cairo_restore(cairo);
    }
    cairo_surface_destroy(picture);
    painter->face = -1;
}

static void tag_paint(struct painter *painter, const struct kin_op *op, int depth)
{
    if (!painter->structure) {
        ops_paint(painter, op->kids, depth + 1);
        return;
    }
    struct structure_place before = kin_structure_open(painter->structure, op);
    ops_paint(painter, op->kids, depth + 1);
    kin_structure_close(painter->structure, before);
}

static void op_paint(struct painter *painter, const struct kin_op *op, int depth)
{
    switch (op->kind) {
    case KIN_OP_RULE:
    case KIN_OP_PATH:
    case KIN_OP_GLYPHS:
        kin_batches_add(&painter->batches, op, painter->x, painter->y);
        if (painter->structure) { /* each must stand in the element that is open now */
            batches_paint(painter);
        }
        break;
    case KIN_OP_GROUP:
        group_paint(painter, op, depth);
        break;
    case KIN_OP_CLIP:
        clip_paint(painter, op, depth);
        break;
    case KIN_OP_PICTURE:
        picture_paint(painter, op);
        break;
    case KIN_OP_TAG:
        tag_paint(painter, op, depth);
        break;
    }
}

static void ops_paint(struct painter *painter, const struct kin_op *op, int depth)
{
    for (; op && depth < KIN_SCENE_DEPTH; op = op->next) {
        if (painter->structure) {
            kin_structure_run(painter->structure, op);
        }
        op_paint(painter, op, depth);
    }
    if (painter->structure) {
        kin_structure_run(painter->structure, NULL);
    }
}

void kin_scene_paint(struct painter *painter, const struct kin_scene *scene)
{
    struct kin_typesetter *type = scene->type ? scene->type : painter->usual;
    if (painter->type != type) {
        painter->type = painter->batches.type = type;
        painter->face = -1;
    }
    ops_paint(painter, scene->ops.first, 0);
    batches_paint(painter);
}
