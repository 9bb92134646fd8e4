/* QR codes (ISO/IEC 18004) by libqrencode: modules that touch in a row become one rectangle, and all rectangles one
 * filled path, so that no hairline shows between them. */
#include "scene/scene.h"

#include <qrencode.h>

/* White modules that a reader needs around the symbol. */
enum { QUIET_ZONE = 4 };

static bool module_dark(const unsigned char *row, int column)
{
    return row[column] & 1;
}

/* The dark run of a row that begins at or after `from`: its first column, and behind it *end. `width`: there is none.
 */
static int run_find(const unsigned char *row, int width, int from, int *end)
{
    int begin = from;
    while (begin < width && !module_dark(row, begin)) {
        begin++;
    }
    *end = begin;
    while (*end < width && module_dark(row, *end)) {
        ++*end;
    }
    return begin;
}

static size_t runs_count(const QRcode *code)
{
    size_t count = 0;
    for (int row = 0; row < code->width; row++) {
        const unsigned char *modules = code->data + row * code->width;
        count += module_dark(modules, 0);
        for (int column = 1; column < code->width; column++) {
            count += module_dark(modules, column) && !module_dark(modules, column - 1);
        }
    }
    return count;
}

/* Into segments that are still zero: a QR code has hundreds of rectangles. */
static void corner_add(struct kin_op *path, enum kin_verb verb, double x, double y)
{
    struct kin_segment *segment = &path->segments[path->segment_count++];
    segment->verb = verb;
    segment->x[0] = x;
    segment->y[0] = y;
}

static void rectangle_add(struct kin_op *path, double left, double top, double right, double bottom)
{
    corner_add(path, KIN_MOVE, left, top);
    corner_add(path, KIN_LINE, right, top);
    corner_add(path, KIN_LINE, right, bottom);
    corner_add(path, KIN_LINE, left, bottom);
    corner_add(path, KIN_CLOSE, 0, 0);
}

static void symbol_draw(struct kin_ops *ops, const QRcode *code, double x, double y, double size)
{
    double module = size / (code->width + 2 * QUIET_ZONE);
    double left = x + QUIET_ZONE * module, top = y + QUIET_ZONE * module;
    struct kin_op *path = kin_op_new(ops, KIN_OP_PATH);
    path->segments = KIN_NEW_N(ops->arena, struct kin_segment, runs_count(code) * 5);
    for (int row = 0; row < code->width; row++) {
        const unsigned char *modules = code->data + row * code->width;
        for (int end, begin = run_find(modules, code->width, 0, &end); begin < code->width;
             begin = run_find(modules, code->width, end, &end)) {
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
