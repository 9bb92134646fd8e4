#include "figure/figure.h"

#include <string.h>

static const struct kin_figure_kind *const rows[] = {
#define KIN_FIGURE_KIND(name) &kin_figure_##name,
#include "figure/figures.def"
#undef KIN_FIGURE_KIND
};
static const struct kin_figure_kinds all = {rows, sizeof rows / sizeof *rows};

const struct kin_figure_kinds *kin_figure_all(void)
{
    return &all;
}

static void add_scale_note(struct kin_sketch *sketch)
{
    struct kin_text_style italic = *sketch->style;
    italic.emphasis = KIN_ITALIC;
    const struct kin_box *box = kin_box_text(sketch->type, sketch->arena, sketch->words->not_to_scale, &italic);
    double top = sketch->height + 3;
    kin_box_draw(&sketch->ops, box, 0, top + box->ascent);
    sketch->height = top + kin_box_height(box);
    sketch->width = fmax(sketch->width, box->width);
}

/* Labels are a little smaller than the text around. */
static const struct kin_text_style *label_style(kin_arena *arena, const struct kin_text_style *style)
{
    struct kin_text_style *small = KIN_NEW(arena, struct kin_text_style);
    *small = *style;
    small->size_pt = fmax(0.86 * style->size_pt, fmin(9, style->size_pt));
    small->leading = 1.1;
    small->paragraph_gap = 0;
    return small;
}

enum aim { TO_DRAW, TO_MEASURE };

static struct kin_sketch *sketch_for(enum aim aim, struct kin_typesetter *type, kin_arena *arena,
                                     const struct kin_figure *figure, enum kin_layer layer,
                                     const struct kin_text_style *style, double room_pt, const char *language)
{
    const struct kin_figure_kind *kind = kin_figure_kind_find(&all, figure->whole.name);
    struct kin_figure_fault fault = {.arena = arena};
    if (!kind || !kin_figure_sound(kind, figure, &fault)) {
        return NULL;
    }
    struct kin_sketch *sketch = KIN_NEW(arena, struct kin_sketch);
    *sketch = (struct kin_sketch){.type = type,
                                  .arena = arena,
                                  .style = label_style(arena, style),
                                  .words = kin_furniture_of(language),
                                  .room = room_pt,
                                  .measuring = aim == TO_MEASURE,
                                  .ops = kin_ops_in(arena)};
    kind->sketch(kin_figure_shown(arena, figure, layer), sketch);
    kin_sketch_settle(sketch);
    if (figure->unscaled) {
        add_scale_note(sketch);
    }
    return sketch;
}

struct kin_sketch *kin_figure_sketch(struct kin_typesetter *type, kin_arena *arena, const struct kin_figure *figure,
                                     enum kin_layer layer, const struct kin_text_style *style, double room_pt,
                                     const char *language)
{
    return sketch_for(TO_DRAW, type, arena, figure, layer, style, room_pt, language);
}

/* Sizes of figures come from their attributes and not from drawn values, so all forms of a set shrink them alike. What
 * is drawn to a scale of its own may be wider than the column. */
static double factor_of(const struct kin_sketch *sketch, const struct kin_text_style *style)
{
    bool tall = style->figure_most > 0 && sketch->height > style->figure_most, wide = sketch->width > sketch->room;
    return fmin(tall ? style->figure_most / sketch->height : 1, wide ? sketch->room / sketch->width : 1);
}

static struct kin_box *figure_box(struct kin_typesetter *type, kin_arena *arena, const struct kin_figure *figure,
                                  const struct kin_text_style *style, double width, const char *language)
{
    bool hidden = figure->whole.layer != KIN_LAYER_BOTH && figure->whole.layer != style->layer;
    struct kin_box *box = KIN_NEW(arena, struct kin_box);
    box->ops = kin_ops_in(arena);
    enum aim aim = width == KIN_WIDTH_NATURAL ? TO_MEASURE : TO_DRAW;
    struct kin_sketch *sketch =
        hidden ? NULL : sketch_for(aim, type, arena, figure, style->layer, style, width, language);
    if (!sketch) {
        return box;
    }
    double factor = factor_of(sketch, style);
    box->ops = factor < 1 ? kin_ops_enlarged(arena, &sketch->ops, factor) : sketch->ops;
    kin_ops_tag(&box->ops, "Figure", figure->alternative);
    box->width = sketch->width * factor;
    box->descent = sketch->height * factor;
    return box;
}

void kin_figure_attach(struct kin_typesetter *type, const char *language)
{
    kin_type_take_figures(type, figure_box, language);
}
