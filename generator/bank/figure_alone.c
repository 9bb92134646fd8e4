/* A figure that stands alone, without parameters: an example of its kind. */
#include "bank/loader.h"

static const struct kin_xml *read(struct kin_library *library, const char *figure, const char *language)
{
    const char *content = kin_format(library->arena, "<stem>%s</stem>", figure);
    const struct kin_xml *template = kin_xml_alone(library, content, language);
    const struct kin_xml *stem = template ? kin_xml_kid(template, "stem") : NULL;
    return stem ? kin_xml_kid(stem, "figure") : NULL;
}

const struct kin_block *kin_figure_read_alone(struct kin_library *library, const char *xml, const char *language,
                                              size_t *slots)
{
    kin_arena *arena = library->arena;
    size_t errors = library->diags->errors;
    const struct kin_xml *figure = read(library, xml, language);
    if (!figure) {
        return NULL;
    }
    struct kin_template *template = KIN_NEW(arena, struct kin_template);
    template->language = kin_language_of(language) ? kin_language_of(language) : kin_language_usual();
    struct kin_scope *scope = kin_scope_new(arena, NULL);
    struct kin_loader loader = {.arena = arena,
                                .diags = library->diags,
                                .library = library,
                                .template = template,
                                .numbers = scope,
                                .answers = scope,
                                .content = scope,
                                .keys = scope};
    struct kin_block *block = KIN_NEW(arena, struct kin_block);
    *block = (struct kin_block){.kind = KIN_BLOCK_FIGURE, .slot = -1, .node = {.kind = KIN_NODE_FIGURE}};
    bool fine = kin_load_figure(&loader, scope, figure, block);
    *slots = kin_scope_slots(scope);
    return fine && library->diags->errors == errors ? block : NULL;
}
