/* Examples of what stands in templates. */
#include "draw/draw.h"

const struct kin_item *kin_item_alone(struct kin_library *library, const char *content, const char *language)
{
    const struct kin_template *template = kin_template_read_alone(library, content, language);
    struct kin_draw_options options = {.language = language};
    struct kin_draw *draw = template ? kin_draw_open(library->arena, library->diags, template, &options) : NULL;
    struct kin_member member;
    return draw && kin_draw_member(draw, 0, &member)
               ? kin_draw_item(draw, library->arena, library->diags, &member, "A", 0)
               : NULL;
}
