/* Scenes as text: the golden form of tests, and the words alone. */
#include "scene/scene.h"

#include <math.h>
#include <string.h>

static void text_write(struct kin_buf *buf, const char *text)
{
    kin_buf_add_char(buf, '"');
    for (const char *c = text ? text : ""; *c; c++) {
        if (*c == '"' || *c == '\\') {
            kin_buf_add_char(buf, '\\');
            kin_buf_add_char(buf, *c);
        } else if ((unsigned char)*c < ' ') {
            kin_buf_addf(buf, "\\x%02x", (unsigned)*c);
        } else {
            kin_buf_add_char(buf, *c);
        }
    }
    kin_buf_add_char(buf, '"');
}

/* Two decimals; what rounds to zero has no sign. */
static void number_write(struct kin_buf *buf, double number)
{
    kin_buf_addf(buf, " %.2f", fabs(number) < 0.005 ? 0.0 : number);
}

static void numbers_write(struct kin_buf *buf, const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        number_write(buf, numbers[i]);
    }
}

static void ink_write(struct kin_buf *buf, const struct kin_ink *ink)
{
    if (ink->stroke_width > 0) {
        kin_buf_add(buf, " stroke");
        number_write(buf, ink->stroke_width);
    }
    if (ink->gray > 0) {
        kin_buf_add(buf, " gray");
        number_write(buf, ink->gray);
    }
    if (ink->dash[0] > 0) {
        kin_buf_add(buf, " dash");
        numbers_write(buf, ink->dash, 2);
    }
    kin_buf_add(buf, ink->round ? " round" : "");
}

static void path_write(struct kin_buf *buf, const struct kin_op *op)
{
    static const char letters[] = "MLCZ";
    static const size_t points[] = {1, 1, 3, 0};
    for (size_t i = 0; i < op->segment_count; i++) {
        const struct kin_segment *segment = &op->segments[i];
        kin_buf_addf(buf, " %c", letters[segment->verb]);
        for (size_t p = 0; p < points[segment->verb]; p++) {
            numbers_write(buf, (const double[]){segment->x[p], segment->y[p]}, 2);
        }
    }
}

static void glyphs_write(struct kin_buf *buf, const struct kin_op *op)
{
    numbers_write(buf, (const double[]){op->x, op->y}, 2);
    kin_buf_addf(buf, " face %d size", op->face);
    number_write(buf, op->size_pt);
    kin_buf_add(buf, op->one_cluster ? " cluster " : " ");
    text_write(buf, op->text);
    for (size_t i = 0; i < op->glyph_count; i++) {
        kin_buf_addf(buf, " %u@", op->glyphs[i].id);
        kin_buf_addf(buf, "%.2f,%.2f", op->glyphs[i].x + 0.0, op->glyphs[i].y + 0.0);
    }
}

static void tag_write(struct kin_buf *buf, const struct kin_op *op)
{
    kin_buf_addf(buf, " %s ", op->role ? op->role : "");
    text_write(buf, op->alternative);
    kin_buf_addf(buf, " %s", op->language ? op->language : "");
}

static void op_write(struct kin_buf *buf, const struct kin_op *op)
{
    static const char *const names[] = {"rule", "path", "glyphs", "group", "clip", "tag", "picture"};
    kin_buf_add(buf, names[op->kind]);
    switch (op->kind) {
    case KIN_OP_PATH:
        path_write(buf, op);
        break;
    case KIN_OP_GLYPHS:
        glyphs_write(buf, op);
        break;
    case KIN_OP_TAG:
        tag_write(buf, op);
        break;
    case KIN_OP_GROUP:
        numbers_write(buf, (const double[]){op->x, op->y}, 2);
        break;
    case KIN_OP_RULE:
    case KIN_OP_CLIP:
    case KIN_OP_PICTURE:
        numbers_write(buf, (const double[]){op->x, op->y, op->width, op->height}, 4);
        break;
    }
    ink_write(buf, &op->ink);
    kin_buf_add_char(buf, '\n');
}

static void ops_write(struct kin_buf *buf, const struct kin_op *op, int depth)
{
    for (; op; op = op->next) {
        kin_buf_addf(buf, "%*s", depth * 2, "");
        if (depth == KIN_SCENE_DEPTH) {
            kin_buf_add(buf, "...\n");
            return;
        }
        op_write(buf, op);
        ops_write(buf, op->kids, depth + 1);
    }
}

void kin_scene_write(struct kin_buf *buf, const struct kin_scene *scene)
{
    kin_buf_addf(buf, "scene %.2f %.2f\n", scene->width_pt, scene->height_pt);
    ops_write(buf, scene->ops.first, 1);
}

struct reader {
    struct kin_buf *buf;
    double line; /* baseline of the run before */
    bool begun;
};

static void run_read(struct reader *reader, const char *text, double y)
{
    if (!text || !*text) {
        return;
    }
    if (reader->begun) {
        kin_buf_add_char(reader->buf, fabs(y - reader->line) > 0.5 ? '\n' : ' ');
    }
    kin_buf_add(reader->buf, text);
    /* A run that ends a word with its space needs no second one. */
    while (reader->buf->length && reader->buf->data[reader->buf->length - 1] == ' ') {
        reader->buf->data[--reader->buf->length] = '\0';
    }
    reader->line = y;
    reader->begun = true;
}

static void ops_read(struct reader *reader, const struct kin_op *op, double y, int depth)
{
    for (; op && depth < KIN_SCENE_DEPTH; op = op->next) {
        if (op->kind == KIN_OP_GLYPHS) {
            run_read(reader, op->text, y + op->y);
        } else {
            ops_read(reader, op->kids, op->kind == KIN_OP_GROUP ? y + op->y : y, depth + 1);
        }
    }
}

void kin_scene_text(struct kin_buf *buf, const struct kin_scene *scene)
{
    struct reader reader = {.buf = buf};
    ops_read(&reader, scene->ops.first, 0, 0);
    if (reader.begun) {
        kin_buf_add_char(buf, '\n');
    }
}
