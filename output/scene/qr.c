/* QR codes (ISO/IEC 18004) by libqrencode: modules that touch in a row become one rectangle, and all rectangles one
 * filled path, so that no hairline shows between them. */
#include "scene/scene.h"

#include <qrencode.h>

/* White modules that a reader needs around the symbol. */
enum { QUIET_ZONE = 4 };

static bool module_dark(const QRcode *code, int row, int column)
{
    return column < code->width && (code->data[row * code->width + column] & 1);
}

/* The dark run that starts at or after `from`: its first column; *end is the column behind it. Width: none. */
static int run_find(const QRcode *code, int row, int from, int *end)
{
    int begin = from;
    while (begin < code->width && !module_dark(code, row, begin)) {
        begin++;
    }
    *end = begin;
    while (module_dark(code, row, *end)) {
        ++*end;
    }
    return begin;
}

static size_t runs_count(const QRcode *code)
{
    size_t count = 0;
    for (int row = 0; row < code->width; row++) {
        for (int end, begin = run_find(code, row, 0, &end); begin < code->width;
             begin = run_find(code, row, end, &end)) {
            count++;
        }
    }
    return count;
}

static void rectangle_add(struct kin_op *path, double left, double top, double right, double bottom)
{
    const double x[] = {left, right, right, left}, y[] = {top, top, bottom, bottom};
    for (int i = 0; i < 4; i++) {
        path->segments[path->segment_count++] =
            (struct kin_segment){.verb = i == 0 ? KIN_MOVE : KIN_LINE, .x = {x[i]}, .y = {y[i]}};
    }
    path->segments[path->segment_count++] = (struct kin_segment){.verb = KIN_CLOSE};
}

static void symbol_draw(struct kin_ops *ops, const QRcode *code, double x, double y, double size)
{
    double module = size / (code->width + 2 * QUIET_ZONE);
    double left = x + QUIET_ZONE * module, top = y + QUIET_ZONE * module;
    struct kin_op *path = kin_op_new(ops, KIN_OP_PATH);
    path->segments = KIN_NEW_N(ops->arena, struct kin_segment, runs_count(code) * 5);
    for (int row = 0; row < code->width; row++) {
        for (int end, begin = run_find(code, row, 0, &end); begin < code->width;
             begin = run_find(code, row, end, &end)) {
            rectangle_add(path, left + begin * module, top + row * module, left + end * module,
                          top + (row + 1) * module);
        }
    }
}

bool kin_qr(struct kin_ops *ops, const char *text, double x, double y, double size)
{
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    if (!code) {
        return false;
    }
    symbol_draw(ops, code, x, y, size);
    QRcode_free(code);
    return true;
}
