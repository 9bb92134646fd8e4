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

/* As many beside one another as fit. */
static void put_states(struct gallery *gallery, const struct kin_figure *figure)
{
    const struct kin_layout *layout = gallery->layout;
    const enum kin_layer layers[STATES] = {KIN_LAYER_STUDENT, KIN_LAYER_KEY, KIN_LAYER_BOTH};
    struct kin_sheets *sheets = &gallery->sheets;
    double x = 0, tallest = 0;
    size_t states = has_student_parts(&figure->whole) ? STATES : STATES - 1;
    for (size_t i = 0; i < states; i++) {
        struct kin_sketch *sketch =
            kin_figure_sketch(layout->type, layout->arena, figure, layers[i], kin_style(layout, KIN_STYLE_BODY),
                              layout->width, layout->set->language);
        bool wraps = x > 0 && x + sketch->width > layout->width;
        sheets->y += wraps ? tallest + row_gap : 0;
        x = wraps ? 0 : x;
        tallest = wraps ? 0 : tallest;
        if (sketch->height + caption_room + row_gap > kin_sheets_left(sheets)) {
            kin_sheets_next(sheets);
            x = tallest = 0;
        }
        struct kin_box box = {sketch->width, 0, sketch->height, sketch->ops};
        kin_words_put(layout, &sheets->scene->ops, kin_layer_name(layers[i]), KIN_STYLE_KEY_SMALL,
                      layout->paper->side + x, sheets->y + 9);
        kin_box_put(&sheets->scene->ops, &box, layout->paper->side + x, sheets->y + caption_room);
        tallest = tallest > sketch->height + caption_room ? tallest : sketch->height + caption_room;
        x += sketch->width + column_gap;
    }
    sheets->y += tallest;
}

static void put_example(struct gallery *gallery, const char *xml)
{
    const struct kin_figure *figure = kin_figure_alone(gallery->library, xml, gallery->layout->set->language);
    if (figure) {
        put_text(gallery, xml, KIN_STYLE_KEY_SMALL, row_gap);
        put_text(gallery, figure->alternative, KIN_STYLE_KEY_SMALL, 2);
        gallery->sheets.y += 4;
        put_states(gallery, figure);
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
