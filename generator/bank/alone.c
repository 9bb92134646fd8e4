/* Examples: what stands in a template behind its title, without parameters and framework. */
#include "bank/language.h"
#include "bank/loader.h"

#include <string.h>

/* An example in the smallest bank that may hold it, so that the usual reader and validator judge it. */
static struct kin_source *source_of(kin_arena *arena, const char *content)
{
    struct kin_source *source = KIN_NEW(arena, struct kin_source);
    source->path = "example";
    source->bytes = kin_format(arena,
                               "<item-bank xmlns=\"urn:formkin:item-bank:1\" id=\"alone\" title=\"Alone\" "
                               "framework=\"none\"><item-template id=\"alone\" standard=\"1\" level=\"1\">"
                               "<title>Alone</title>%s</item-template></item-bank>",
                               content);
    source->length = strlen(source->bytes);
    source->quotable = true;
    return source;
}

const struct kin_xml *kin_xml_alone(struct kin_library *library, const char *content, const char *language)
{
    kin_arena *arena = library->arena;
    struct kin_xml *root = kin_xml_parse(arena, library->diags, source_of(arena, content));
    struct kin_xml *own = root ? kin_xml_in_language(arena, root, language) : NULL;
    return own && kin_xml_validate(arena, library->diags, own) ? kin_xml_kid(own, "item-template") : NULL;
}

const struct kin_template *kin_template_read_alone(struct kin_library *library, const char *content,
                                                   const char *language)
{
    const struct kin_xml *xml = kin_xml_alone(library, content, language);
    struct kin_bank *bank = KIN_NEW(library->arena, struct kin_bank);
    *bank =
        (struct kin_bank){.id = "alone", .title = "Alone", .language = language, .path = "example", .library = library};
    return xml ? kin_load_template(library, bank, xml) : NULL;
}
