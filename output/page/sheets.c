#include "page/sheets.h"

struct kin_sheets kin_sheets_begin(const struct kin_layout *layout, const char *title, const char *subject)
{
    struct kin_document *document = KIN_NEW(layout->arena, struct kin_document);
    document->title = title;
    document->subject = subject;
    document->language = layout->set->language ? layout->set->language : layout->words->language;
    return (struct kin_sheets){.layout = layout, .document = document};
}

void kin_sheets_next(struct kin_sheets *sheets)
{
    const struct kin_paper *paper = sheets->layout->paper;
    struct kin_document *document = sheets->document;
    sheets->scene = kin_scene_new(sheets->layout->arena, paper->width, paper->height);
    sheets->scene->type = sheets->layout->type;
    KIN_PUSH(sheets->layout->arena, document->pages, document->count, document->room) = sheets->scene;
    sheets->y = sheets->top = paper->top;
    sheets->bottom = paper->height - paper->bottom;
}

double kin_sheets_left(const struct kin_sheets *sheets)
{
    return sheets->bottom - sheets->y;
}

bool kin_sheets_fresh(const struct kin_sheets *sheets)
{
    return sheets->y <= sheets->top;
}

void kin_sheets_head(struct kin_sheets *sheets, double height)
{
    sheets->y += height;
    sheets->top = sheets->y;
}

void kin_sheets_put(struct kin_sheets *sheets, const struct kin_pile *pile)
{
    for (size_t from = 0; from < pile->count;) {
        size_t end = kin_pile_fit(pile, from, kin_sheets_left(sheets));
        if (end == from && !kin_sheets_fresh(sheets)) {
            kin_sheets_next(sheets);
            continue;
        }
        end = end == from ? kin_pile_group(pile, from) : end;
        double x = sheets->layout->paper->side;
        sheets->y += kin_pile_put(pile, from, end, &sheets->scene->ops, x, sheets->y, 0);
        from = end;
    }
}

void kin_sheets_footers(const struct kin_layout *layout, struct kin_document *document, const char *left)
{
    double baseline = layout->paper->height - layout->paper->foot, side = layout->paper->side;
    for (size_t i = 0; i < document->count; i++) {
        const char *place = kin_format(layout->arena, layout->words->page_of, (int)i + 1, (int)document->count);
        struct kin_ops foot = kin_ops_in(layout->arena);
        kin_words_put(layout, &foot, left, KIN_STYLE_FOOT, side, baseline);
        kin_words_put_right(layout, &foot, place, KIN_STYLE_FOOT, side + layout->width, baseline);
        kin_ops_tag(&foot, "Artifact", NULL);
        kin_ops_join(&document->pages[i]->ops, &foot);
    }
}
