/* What of a text's box is ink: a line has room for letters that reach down, whether or not it has any. */
#include "figure/sketch.h"

enum { DEEPEST = 64 }; /* groups in groups */

static void cover(struct kin_reach *ink, double low, double high)
{
    ink->low = fmin(ink->low, low);
    ink->high = fmax(ink->high, high);
}

static void cover_path(struct kin_reach *ink, const struct kin_op *op, double down)
{
    double reach = op->ink.stroke_width / 2;
    for (size_t i = 0; i < op->segment_count; i++) {
        const struct kin_segment *segment = &op->segments[i];
        int places = segment->verb == KIN_CURVE ? 3 : segment->verb == KIN_CLOSE ? 0 : 1;
        for (int k = 0; k < places; k++) {
            cover(ink, down + segment->y[k] - reach, down + segment->y[k] + reach);
        }
    }
}

static void cover_ops(struct kin_typesetter *type, const struct kin_op *op, double down, int depth,
                      struct kin_reach *ink)
{
    for (; op && depth < DEEPEST; op = op->next) {
        if (op->kind == KIN_OP_GLYPHS && op->glyph_count) {
            struct kin_area area = kin_glyphs_ink(type, op);
            cover(ink, down + area.top, down + area.bottom);
        } else if (op->kind == KIN_OP_PATH) {
            cover_path(ink, op, down);
        } else if (op->kind == KIN_OP_RULE || op->kind == KIN_OP_PICTURE) {
            cover(ink, down + op->y, down + op->y + op->height);
        } else {
            cover_ops(type, op->kids, down + (op->kind == KIN_OP_GROUP ? op->y : 0), depth + 1, ink);
        }
    }
}

struct kin_reach kin_box_ink(struct kin_typesetter *type, const struct kin_box *box)
{
    struct kin_reach ink = {INFINITY, -INFINITY}, all = {-box->ascent, box->descent};
    cover_ops(type, box->ops.first, 0, 0, &ink);
    return ink.low < ink.high ? (struct kin_reach){fmax(ink.low, all.low), fmin(ink.high, all.high)} : all;
}

double kin_label_reach(struct kin_xy size, double angle, enum kin_stands at)
{
    double dx = fabs(cos(angle)), dy = fabs(sin(angle)), across = dx * size.x / 2 + dy * size.y / 2;
    return at == KIN_AT_LINE ? across
                             : fmin(dx > 1e-9 ? size.x / 2 / dx : INFINITY, dy > 1e-9 ? size.y / 2 / dy : INFINITY);
}
