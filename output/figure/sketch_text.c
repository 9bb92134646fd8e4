/* Boxes of texts. Numbers of axes are measured and then put, often the same on both: one that is set is kept. */
#include "figure/sketch.h"

#include <string.h>

enum { KEPT = 64 };

/* What a text looks like depends on these; how its lines stand, only where it has several. */
struct set_text {
    const struct kin_text_style *style;
    double width;
    enum kin_lines lines;
    enum kin_emphasis emphasis;
    const char *text; /* NULL: an empty place */
    const struct kin_box *box;
};

struct kin_set_texts {
    struct set_text kept[KEPT];
};

/* ---- Setting ------------------------------------------------------------------------------------------------------
 */

static bool is_running_text(const struct kin_nodes *text)
{
    bool running = true;
    for (size_t i = 0; running && i < text->count; i++) {
        running = kin_node_inline(text->items[i]);
    }
    return running;
}

/* Wide enough for words that nobody breaks, but not wider than the figure. Running text takes no more room than that
 * by itself. */
static const struct kin_box *box_of(struct kin_sketch *sketch, const struct kin_nodes *text, enum kin_lines lines)
{
    struct kin_text_style style = *sketch->style;
    double width = sketch->width;
    style.lines = lines;
    if (!is_running_text(text)) {
        width = fmin(kin_flow_natural_width(sketch->type, sketch->arena, text, &style), width);
    }
    return kin_box_flow(sketch->type, sketch->arena, text, &style, width);
}

/* ---- Keeping ------------------------------------------------------------------------------------------------------
 */

static size_t place_of(const char *text)
{
    size_t hash = 0;
    for (const char *at = text; *at; at++) {
        hash = hash * 31 + (unsigned char)*at;
    }
    return hash % KEPT;
}

static bool has_one_line(const struct kin_box *box)
{
    return box->last == 0;
}

static bool is_same(const struct set_text *kept, const struct set_text *wanted)
{
    return kept->text && kept->style == wanted->style && kept->width == wanted->width &&
           kept->emphasis == wanted->emphasis && strcmp(kept->text, wanted->text) == 0 &&
           (kept->lines == wanted->lines || has_one_line(kept->box));
}

const struct kin_box *kin_sketch_box(struct kin_sketch *sketch, const struct kin_nodes *text, enum kin_lines lines)
{
    const struct kin_node *node = text->count == 1 ? text->items[0] : NULL;
    if (!node || node->kind != KIN_NODE_TEXT || !node->text) {
        return box_of(sketch, text, lines);
    }
    struct set_text wanted = {sketch->style, sketch->width, lines, node->emphasis, node->text, NULL};
    sketch->set_texts = sketch->set_texts ? sketch->set_texts : KIN_NEW(sketch->arena, struct kin_set_texts);
    struct set_text *kept = &sketch->set_texts->kept[place_of(node->text)];
    if (!is_same(kept, &wanted)) {
        *kept = wanted;
        kept->box = box_of(sketch, text, lines);
    }
    return kept->box;
}

/* ---- Measuring ----------------------------------------------------------------------------------------------------
 */

/* The width of one run of upright text that fits on a line: it can be measured without setting it. 0: it is none. */
static double width_of_run(struct kin_sketch *sketch, const struct kin_nodes *text)
{
    const struct kin_node *run = text->count == 1 ? text->items[0] : NULL;
    bool upright = run && run->kind == KIN_NODE_TEXT && run->emphasis == KIN_UPRIGHT;
    double width = upright ? kin_text_width(sketch->type, run->text, sketch->style) : 0;
    return width <= sketch->width ? width : 0;
}

struct kin_xy kin_sketch_measure(struct kin_sketch *sketch, const struct kin_nodes *text)
{
    double width = width_of_run(sketch, text);
    if (width > 0) {
        return (struct kin_xy){width, kin_text_height(sketch->style)};
    }
    const struct kin_box *box = kin_sketch_box(sketch, text, sketch->style->lines);
    return (struct kin_xy){box->width, box->ascent + box->descent};
}
