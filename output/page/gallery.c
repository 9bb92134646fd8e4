#include "page/gallery.h"

#include "draw/draw.h"
#include "figure/figure.h"
#include "page/exhibit.h"
#include "page/page.h"

static const double footer_above_edge = 40;

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

static void put_parts(struct kin_sheets *sheets, const struct kin_figure_part_kind *kind, const char *around)
{
    kin_arena *arena = sheets->layout->arena;
    for (const struct kin_figure_part_kind *part = kind->parts; part && part->name; part++) {
        const char *name = kin_format(arena, "%s%s", around, part->name);
        kin_exhibit_text(sheets, kin_format(arena, "%s: %s", name, attributes_text(arena, part)), KIN_STYLE_KEY_SMALL,
                         2);
        put_parts(sheets, part, kin_format(arena, "%s > ", name));
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

static void show(struct kin_exhibit *exhibit, const struct kin_figure *figure, enum kin_layer layer)
{
    const struct kin_layout *layout = exhibit->layout;
    const struct kin_sketch *sketch =
        kin_figure_sketch(layout->type, layout->arena, figure, layer, kin_style(layout, KIN_STYLE_BODY), layout->width,
                          layout->set->language);
    struct kin_box box = {.width = sketch->width, .descent = sketch->height, .ops = sketch->ops};
    kin_exhibit_show(exhibit, layer, &box);
}

static void put_example(struct kin_sheets *sheets, struct kin_library *library, const char *xml)
{
    const struct kin_figure *figure = kin_figure_alone(library, xml, sheets->layout->set->language);
    if (figure) {
        struct kin_exhibit exhibit = {.layout = sheets->layout};
        kin_exhibit_say(&exhibit, xml);
        kin_exhibit_say(&exhibit, figure->alternative);
        show(&exhibit, figure, KIN_LAYER_STUDENT);
        show(&exhibit, figure, KIN_LAYER_KEY);
        if (has_student_parts(&figure->whole)) {
            show(&exhibit, figure, KIN_LAYER_BOTH);
        }
        kin_exhibit_put(&exhibit, sheets);
    }
}

static void put_kind(struct kin_sheets *sheets, struct kin_library *library, const struct kin_figure_kind *kind)
{
    kin_arena *arena = sheets->layout->arena;
    kin_sheets_next(sheets);
    kin_exhibit_text(sheets, kind->whole.name, KIN_STYLE_HEADING, 0);
    kin_exhibit_text(sheets, kin_format(arena, "%s.", kind->whole.doc), KIN_STYLE_KEY_BODY, 3);
    kin_exhibit_text(sheets, attributes_text(arena, &kind->whole), KIN_STYLE_KEY_SMALL, 3);
    put_parts(sheets, &kind->whole, "");
    for (size_t i = 0; i < 4 && kind->examples[i]; i++) {
        put_example(sheets, library, kind->examples[i]);
    }
}

static void put_footers(const struct kin_sheets *sheets)
{
    const struct kin_layout *layout = sheets->layout;
    struct kin_document *document = sheets->document;
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
    struct kin_sheets sheets = kin_sheets_begin(&layout, layout.words->gallery_title, layout.words->gallery_title);
    for (size_t i = 0; i < kin_figure_all()->count; i++) {
        put_kind(&sheets, library, kin_figure_all()->items[i]);
    }
    kin_gallery_elements(&sheets, library);
    put_footers(&sheets);
    return sheets.document;
}
