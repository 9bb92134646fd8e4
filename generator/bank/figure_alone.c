/* A figure that stands alone, without parameters: an example of its kind. */
#include "bank/language.h"
#include "bank/loader.h"

#include <string.h>

/* An example in the smallest bank that may hold it, so that the usual reader and validator judge it. */
static struct kin_source *source_of(kin_arena *arena, const char *figure)
{
    struct kin_source *source = KIN_NEW(arena, struct kin_source);
    source->path = "example";
    source->bytes = kin_format(arena,
                               "<item-bank xmlns=\"urn:formkin:item-bank:1\" id=\"alone\" title=\"Alone\" "
                               "framework=\"none\"><item-template id=\"alone\" standard=\"1\" level=\"1\">"
                               "<title>Alone</title><stem>%s</stem></item-template></item-bank>",
                               figure);
    source->length = strlen(source->bytes);
    source->quotable = true;
    return source;
}

static const struct kin_xml *figure_in(const struct kin_xml *root)
{
    const struct kin_xml *template = kin_xml_kid(root, "item-template");
    const struct kin_xml *stem = template ? kin_xml_kid(template, "stem") : NULL;
    return stem ? kin_xml_kid(stem, "figure") : NULL;
}

const struct kin_block *kin_figure_read_alone(struct kin_library *library, const char *xml, const char *language,
                                              size_t *slots)
{
    kin_arena *arena = library->arena;
    size_t errors = library->diags->errors;
    struct kin_xml *root = kin_xml_parse(arena, library->diags, source_of(arena, xml));
    struct kin_xml *own = root ? kin_xml_in_language(arena, root, language) : NULL;
    if (!own || !kin_xml_validate(arena, library->diags, own) || !figure_in(own)) {
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
    bool read = kin_load_figure(&loader, scope, figure_in(own), block);
    *slots = kin_scope_slots(scope);
    return read && library->diags->errors == errors ? block : NULL;
}
