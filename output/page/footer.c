#include "page/header.h"

#include "page/ruler.h"

void kin_footer_put(const struct kin_layout *layout, struct kin_ops *ops, const struct kin_form *form, int page,
                    int pages)
{
    double baseline = layout->paper->height - layout->paper->foot, side = layout->paper->side;
    const char *place = kin_format(layout->arena, layout->words->page_of, page, pages);
    const char *text = kin_format(layout->arena, "%s  ·  %s", kin_form_name(layout, form), place);
    struct kin_ops foot = kin_ops_in(layout->arena);
    kin_words_put(layout, &foot, text, KIN_STYLE_FOOT, side, baseline);
    kin_words_put_right(layout, &foot, form->code, KIN_STYLE_FOOT, side + layout->width, baseline);
    kin_ruler_put(layout, &foot);
    kin_ops_tag(&foot, "Artifact", NULL);
    kin_ops_join(ops, &foot);
}
