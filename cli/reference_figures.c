/* Kinds of figures, from their descriptors. */
#include "reference.h"

#include "figure/figure.h"

static void add_limit(struct kin_buf *buf, const char *format, const char *text)
{
    if (text) {
        kin_buf_addf(buf, format, text);
    }
}

static const char *attribute_text(kin_arena *arena, const struct kin_figure_attribute *row)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_addf(&buf, "%s (%s", row->doc, kin_figure_type_row(row->type)->name);
    add_limit(&buf, ": %s", row->words);
    add_limit(&buf, ", %s", row->range);
    add_limit(&buf, ", %s of them", row->count);
    kin_buf_add(&buf, !row->otherwise ? "; needed)" : !*row->otherwise ? ")" : "");
    if (row->otherwise && *row->otherwise) {
        kin_buf_addf(&buf, "; %s when not said)", row->otherwise);
    }
    return buf.data;
}

static void add_part(struct sheet *sheet, kin_arena *arena, const struct kin_figure_part_kind *kind, const char *path)
{
    for (const struct kin_figure_attribute *row = kind->attributes; row && row->name; row++) {
        sheet_row(sheet, row->name, attribute_text(arena, row));
    }
    for (const struct kin_figure_part_kind *part = kind->parts; part && part->name; part++) {
        const char *name = kin_format(arena, "%s<%s>", path, part->name);
        sheet_text(sheet, kin_format(arena, "%s: %s", name, part->doc));
        add_part(sheet, arena, part, kin_format(arena, "%s ", name));
    }
}

void reference_figure(struct sheet *sheet, const struct kin_figure_kind *kind)
{
    kin_arena *arena = kin_arena_new();
    sheet_heading(sheet, kind->whole.name, kin_format(arena, "Figure %s: %s", kind->whole.name, kind->whole.doc));
    add_part(sheet, arena, &kind->whole, "");
    for (size_t i = 0; i < 4 && kind->examples[i] && sheet->look == SHEET_MARKDOWN; i++) {
        sheet_row(sheet, kind->examples[i], "an example");
    }
    kin_arena_free(arena);
}

void topic_figures(struct sheet *sheet)
{
    const struct kin_figure_kinds *all = kin_figure_all();
    sheet_text(sheet,
               "A figure is <figure kind=\"...\"> with the attributes and parts of its kind, and with id, layer (both, "
               "student, key) and scale (no: it says that it is not drawn to scale). Every part has a layer.");
    for (size_t i = 0; i < all->count; i++) {
        if (sheet->look == SHEET_PLAIN) {
            sheet_row(sheet, all->items[i]->whole.name, all->items[i]->whole.doc);
        } else {
            reference_figure(sheet, all->items[i]);
        }
    }
    if (sheet->look == SHEET_PLAIN) {
        sheet_text(sheet, "More about one of them:  formkin help number-line");
    }
    if (sheet->look == SHEET_MARKDOWN) {
        reference_shown(sheet);
        sheet_heading(sheet, "types", "What attributes of figures take");
    } else {
        sheet_text(sheet, "Tables are no figures:  formkin help table");
    }
    for (int type = 0; type < KIN_FIGURE_TYPE_COUNT && sheet->look == SHEET_MARKDOWN; type++) {
        const struct kin_figure_type_row *row = kin_figure_type_row((enum kin_figure_type)type);
        sheet_row(sheet, row->name, row->doc);
    }
}
