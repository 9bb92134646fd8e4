#include "page/gallery.h"

#include "draw/draw.h"
#include "figure/figure.h"
#include "page/page.h"
#include "page/sheets.h"

/* As the student gets it and completed for the key; everything at once where the key leaves something out. */
enum { STATES = 3 };
static const double row_gap = 14, column_gap = 12, caption_room = 13, footer_above_edge = 40;

struct gallery {
    struct kin_sheets sheets;
    const struct kin_layout *layout;
    struct kin_library *library;
};

static void put_text(struct gallery *gallery, const char *text, enum kin_style style, double gap)
{
    struct kin_sheets *sheets = &gallery->sheets;
    struct kin_nodes flow = kin_flow_of_text(gallery->layout->arena, text, KIN_UPRIGHT);
    struct kin_box *box = kin_flow_box(gallery->layout, &flow, style, gallery->layout->width);
    if (kin_box_height(box) + gap > kin_sheets_left(sheets)) {
        kin_sheets_next(sheets);
    }
    sheets->y += kin_sheets_fresh(sheets) ? 0 : gap;
    sheets->y += kin_box_put(&sheets->scene->ops, box, gallery->layout->paper->side, sheets->y);
}

static const char *attributes_text(kin_arena *arena, const struct kin_figure_part_kind *kind)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (const struct kin_figure_attribute *row = kind->attributes; row && row->name; row++) {
        kin_buf_addf(&buf, "%s%s", buf.length ? ", " : "", row->name);
        if (row->otherwise && *row->otherwise) {
            kin_buf_addf(&buf, "=%s", row->otherwise);
        }
    }
    return buf.data ? buf.data : "";
}

static void put_parts(struct gallery *gallery, const struct kin_figure_part_kind *kind, const char *around)
{
    kin_arena *arena = gallery->layout->arena;
    for (const struct kin_figure_part_kind *part = kind->parts; part && part->name; part++) {
        const char *name = kin_format(arena, "%s%s", around, part->name);
        put_text(gallery, kin_format(arena, "%s: %s", name, attributes_text(arena, part)), KIN_STYLE_KEY_SMALL, 2);
        put_parts(gallery, part, kin_format(arena, "%s > ", name));
    }
}

static bool has_student_parts(const struct kin_figure_part *part)
{
    for (size_t i = 0; i < part->part_count; i++) {
        if (part->parts[i]->layer == KIN_LAYER_STUDENT || has_student_parts(part->parts[i])) {
            return true;
        }
    }
    return false;
}

/* A figure as one layer shows it, below its name; those of a row stand beside one another. */
struct state {
    enum kin_layer layer;
    struct kin_sketch *sketch;
    double x;
    size_t row;
};
struct states {
    struct state items[STATES];
    size_t count;
    double heights[STATES]; /* of the rows, with the names */
};

/* As many beside one another as fit. */
static struct states states_of(const struct gallery *gallery, const struct kin_figure *figure)
{
    static const enum kin_layer layers[STATES] = {KIN_LAYER_STUDENT, KIN_LAYER_KEY, KIN_LAYER_BOTH};
    const struct kin_layout *layout = gallery->layout;
    struct states states = {.count = has_student_parts(&figure->whole) ? STATES : STATES - 1};
    double x = 0;
    size_t row = 0;
    for (size_t i = 0; i < states.count; i++) {
        struct kin_sketch *sketch =
            kin_figure_sketch(layout->type, layout->arena, figure, layers[i], kin_style(layout, KIN_STYLE_BODY),
                              layout->width, layout->set->language);
        bool wraps = x > 0 && x + sketch->width > layout->width;
        row += wraps;
        x = wraps ? 0 : x;
        states.items[i] = (struct state){layers[i], sketch, x, row};
        states.heights[row] = fmax(states.heights[row], sketch->height + caption_room);
        x += sketch->width + column_gap;
    }
    return states;
}

static void put_state(struct gallery *gallery, const struct state *state)
{
    const struct kin_layout *layout = gallery->layout;
    struct kin_sheets *sheets = &gallery->sheets;
    double left = layout->paper->side + state->x;
    struct kin_box box = {.width = state->sketch->width, .descent = state->sketch->height, .ops = state->sketch->ops};
    kin_words_put(layout, &sheets->scene->ops, kin_layer_name(state->layer), KIN_STYLE_KEY_SMALL, left, sheets->y + 9);
    kin_box_put(&sheets->scene->ops, &box, left, sheets->y + caption_room);
}

static void put_states(struct gallery *gallery, const struct states *states)
{
    struct kin_sheets *sheets = &gallery->sheets;
    size_t next = 0;
    for (size_t row = 0; row < STATES && states->heights[row] > 0; row++) {
        sheets->y += row ? row_gap : 4;
        if (states->heights[row] > kin_sheets_left(sheets)) {
            kin_sheets_next(sheets);
        }
        while (next < states->count && states->items[next].row == row) {
            put_state(gallery, &states->items[next++]);
        }
        sheets->y += states->heights[row];
    }
}

/* What an example takes: how it is written, what it says in words, its states. */
static double example_height(const struct gallery *gallery, const char *xml, const char *alternative,
                             const struct states *states)
{
    double height = 2 * row_gap;
    const char *texts[] = {xml, alternative};
    for (size_t i = 0; i < 2; i++) {
        struct kin_nodes flow = kin_flow_of_text(gallery->layout->arena, texts[i], KIN_UPRIGHT);
        height += kin_box_height(kin_flow_box(gallery->layout, &flow, KIN_STYLE_KEY_SMALL, gallery->layout->width)) + 2;
    }
    for (size_t row = 0; row < STATES; row++) {
        height += states->heights[row] + (row ? row_gap : 0);
    }
    return height;
}

/* All of it stands on one page, where that is large enough. */
static void put_example(struct gallery *gallery, const char *xml)
{
    const struct kin_figure *figure = kin_figure_alone(gallery->library, xml, gallery->layout->set->language);
    if (figure) {
        struct states states = states_of(gallery, figure);
        if (example_height(gallery, xml, figure->alternative, &states) > kin_sheets_left(&gallery->sheets)) {
            kin_sheets_next(&gallery->sheets);
        }
        put_text(gallery, xml, KIN_STYLE_KEY_SMALL, row_gap);
        put_text(gallery, figure->alternative, KIN_STYLE_KEY_SMALL, 2);
        put_states(gallery, &states);
    }
}

static void put_kind(struct gallery *gallery, const struct kin_figure_kind *kind)
{
    kin_arena *arena = gallery->layout->arena;
    kin_sheets_next(&gallery->sheets);
    put_text(gallery, kind->whole.name, KIN_STYLE_HEADING, 0);
    put_text(gallery, kin_format(arena, "%s.", kind->whole.doc), KIN_STYLE_KEY_BODY, 3);
    put_text(gallery, attributes_text(arena, &kind->whole), KIN_STYLE_KEY_SMALL, 3);
    put_parts(gallery, &kind->whole, "");
    for (size_t i = 0; i < 4 && kind->examples[i]; i++) {
        put_example(gallery, kind->examples[i]);
    }
}

static void put_footers(const struct gallery *gallery)
{
    const struct kin_layout *layout = gallery->layout;
    struct kin_document *document = gallery->sheets.document;
    for (size_t i = 0; i < document->count; i++) {
        const char *place = kin_format(layout->arena, layout->words->page_of, (int)i + 1, (int)document->count);
        kin_words_put_right(layout, &document->pages[i]->ops, place, KIN_STYLE_FOOT,
                            layout->paper->side + layout->width, layout->paper->height - footer_above_edge);
    }
}

struct kin_document *kin_page_gallery(struct kin_typesetter *type, kin_arena *arena, struct kin_library *library)
{
    struct kin_set *set = KIN_NEW(arena, struct kin_set);
    set->language = "en";
    struct kin_layout layout = kin_layout_of(type, arena, library->diags, set);
    struct gallery gallery = {.layout = &layout, .library = library};
    gallery.sheets = kin_sheets_begin(&layout, layout.words->gallery_title, layout.words->gallery_title);
    for (size_t i = 0; i < kin_figure_all()->count; i++) {
        put_kind(&gallery, kin_figure_all()->items[i]);
    }
    put_footers(&gallery);
    return gallery.sheets.document;
}
