#include "page/finish.h"

static void enlarge(const struct kin_layout *layout, struct kin_scene *page)
{
    page->ops = kin_ops_enlarged(layout->arena, &page->ops, layout->scale);
    page->width_pt *= layout->scale;
    page->height_pt *= layout->scale;
}

/* The cut goes through the middle of the sheet; its ends are left out, where printers do not print. */
static void put_cut(const struct kin_layout *layout, struct kin_ops *ops, double width, double y)
{
    const double edge = 22, gap = 6;
    const char *words = layout->words->cut_here;
    double label = kin_words_width(layout, words, KIN_STYLE_POINTS), start = width / 2 - label / 2;
    struct kin_ink ink = {.gray = KIN_GRAY_FRAME, .stroke_width = 0.7, .dash = {5, 4}};
    kin_line(ops, edge, y, start - gap, y, ink);
    kin_words_put(layout, ops, words, KIN_STYLE_POINTS, start, y + 3);
    kin_line(ops, start + label + gap, y, width - edge, y, ink);
}

/* Both halves are the same page: whoever cuts a pile of sheets has two piles in order. */
static struct kin_scene *two_up(const struct kin_layout *layout, const struct kin_scene *page)
{
    struct kin_scene *sheet = kin_scene_new(layout->arena, page->width_pt, 2 * page->height_pt);
    sheet->type = page->type;
    struct kin_ops copy = kin_ops_in(layout->arena); /* which nobody wants to hear twice */
    kin_place(&sheet->ops, &page->ops, 0, 0);
    put_cut(layout, &copy, page->width_pt, page->height_pt);
    kin_place(&copy, &page->ops, 0, page->height_pt);
    kin_ops_tag(&copy, "Artifact", NULL);
    kin_ops_join(&sheet->ops, &copy);
    return sheet;
}

struct kin_document *kin_sheets_finish(const struct kin_layout *layout, struct kin_document *document)
{
    for (size_t i = 0; i < document->count; i++) {
        if (layout->look->half) {
            document->pages[i] = two_up(layout, document->pages[i]);
        }
        if (layout->scale > 1) {
            enlarge(layout, document->pages[i]);
        }
    }
    return document;
}
