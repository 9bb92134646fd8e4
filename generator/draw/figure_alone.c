/* Examples of figures. */
#include "draw/draw.h"
#include "draw/resolve_content.h"

const struct kin_figure *kin_figure_alone(struct kin_library *library, const char *xml, const char *language)
{
    size_t slots;
    const struct kin_block *block = kin_figure_read_alone(library, xml, language, &slots);
    if (!block) {
        return NULL;
    }
    struct kin_frame frame = {.arena = library->arena, .language = kin_language_of(language)};
    struct kin_nodes nodes = {0};
    frame.slots = KIN_NEW_N(library->arena, struct kin_value, slots + 1);
    struct kin_content content = {.walk = {.frame = &frame, .visit = kin_content_visit}, .out = &nodes};
    if (!kin_content_figure(&content, block)) {
        kin_report(library->diags, frame.fault.id, frame.fault.span, frame.fault.detail, NULL);
        return NULL;
    }
    return nodes.items[0]->figure;
}
