/* Pictures in scenes: PNG files as they are, drawings as paths. */
#include "scene/scene.h"

#include "base/picture.h"

#include <stdlib.h>

/* Reads outlines; paths are painted when an ink follows. */
struct tracer {
    struct kin_ops *ops;
    const char *at;
    double x, y, scale_x, scale_y;
    struct kin_segment *segments;
    size_t count, room;
};

static double number_read(struct tracer *tracer)
{
    char *end;
    double number = strtod(tracer->at, &end);
    tracer->at = end;
    return number > -1e6 && number < 1e6 ? number : 0;
}

static struct kin_segment segment_read(struct tracer *tracer, enum kin_verb verb, int points)
{
    struct kin_segment segment = {.verb = verb};
    for (int i = 0; i < points; i++) {
        segment.x[i] = tracer->x + number_read(tracer) * tracer->scale_x;
        segment.y[i] = tracer->y + number_read(tracer) * tracer->scale_y;
    }
    return segment;
}

static void path_paint(struct tracer *tracer, double gray, double stroke)
{
    if (tracer->count > 0) {
        struct kin_op *op = kin_op_new(tracer->ops, KIN_OP_PATH);
        op->segments = kin_copy_bytes(tracer->ops->arena, tracer->segments, tracer->count * sizeof *tracer->segments);
        op->segment_count = tracer->count;
        op->ink = (struct kin_ink){.gray = gray, .stroke_width = stroke * tracer->scale_x, .round = stroke > 0};
    }
}

/* What stands for nothing ends the drawing. */
static bool command_read(struct tracer *tracer)
{
    kin_arena *arena = tracer->ops->arena;
    double gray;
    switch (*tracer->at++) {
    case ' ':
        return true;
    case 'M':
        KIN_PUSH(arena, tracer->segments, tracer->count, tracer->room) = segment_read(tracer, KIN_MOVE, 1);
        return true;
    case 'L':
        KIN_PUSH(arena, tracer->segments, tracer->count, tracer->room) = segment_read(tracer, KIN_LINE, 1);
        return true;
    case 'C':
        KIN_PUSH(arena, tracer->segments, tracer->count, tracer->room) = segment_read(tracer, KIN_CURVE, 3);
        return true;
    case 'Z':
        KIN_PUSH(arena, tracer->segments, tracer->count, tracer->room) = (struct kin_segment){.verb = KIN_CLOSE};
        return true;
    case 'F':
        path_paint(tracer, number_read(tracer), 0);
        return true;
    case 'S':
        gray = number_read(tracer);
        path_paint(tracer, gray, number_read(tracer));
        return true;
    case 'N':
        tracer->count = 0;
        return true;
    default:
        return false;
    }
}

static void png_put(struct kin_ops *ops, const struct kin_picture *picture, double x, double y, double width,
                    double height)
{
    struct kin_op *op = kin_op_new(ops, KIN_OP_PICTURE);
    op->x = x;
    op->y = y;
    op->width = width;
    op->height = height;
    op->bytes = picture->bytes;
    op->byte_count = picture->length;
}

void kin_picture_put(struct kin_ops *ops, const struct kin_picture *picture, double x, double y, double width,
                     double height)
{
    if (picture->bytes) {
        png_put(ops, picture, x, y, width, height);
        return;
    }
    struct tracer tracer = {.ops = ops,
                            .at = picture->outlines,
                            .x = x,
                            .y = y,
                            .scale_x = width / picture->width,
                            .scale_y = height / picture->height};
    while (command_read(&tracer)) {
    }
}
