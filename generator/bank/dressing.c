/* People and contexts: what changes no number. */
#include "bank/loader.h"

#include <string.h>

static const struct kin_type word_type = {.kind = KIN_WORD};

static void mark_declared(struct kin_loader *loader, const char *name, int slot)
{
    struct kin_declared *declared = kin_declared_named(loader, name, strlen(name));
    if (declared) {
        declared->slot = slot;
    }
}

static void load_person(struct kin_loader *loader, const struct kin_xml *xml, size_t *room)
{
    static const char *const forms[KIN_PERSON_SLOTS] = {"", ".they", ".them", ".their", ".They", ".Them", ".Their"};
    struct kin_person person = {.name = kin_xml_string(loader->arena, xml, "name")};
    for (size_t i = 0; i < KIN_PERSON_SLOTS; i++) {
        const char *name = kin_format(loader->arena, "%s%s", person.name, forms[i]);
        person.slots[i] = kin_scope_add(loader->content, name, word_type);
    }
    mark_declared(loader, person.name, person.slots[0]);
    KIN_PUSH(loader->arena, loader->template->people, loader->template->person_count, *room) = person;
}

static const struct kin_xml *word_named(const struct kin_xml *context, const char *name, kin_arena *arena)
{
    const struct kin_xml *word = kin_xml_kid(context, "word");
    while (word && strcmp(kin_xml_string(arena, word, "name"), name) != 0) {
        word = kin_xml_next(word, "word");
    }
    return word;
}

/* Every word of the first context must be in this one, and no other. */
static void check_words(struct kin_loader *loader, const struct kin_xml *first, const struct kin_xml *context)
{
    for (const struct kin_xml *word = kin_xml_kid(first, "word"); word; word = kin_xml_next(word, "word")) {
        const char *name = kin_xml_string(loader->arena, word, "name");
        if (!word_named(context, name, loader->arena)) {
            kin_report(loader->diags, KIN_E317, kin_value_span(context, "id"), name, NULL);
            kin_report_mend(loader->diags, "add <word name=\"%s\" one=\"...\"/>: all contexts give the same words",
                            name);
        }
    }
    for (const struct kin_xml *word = kin_xml_kid(context, "word"); word; word = kin_xml_next(word, "word")) {
        const char *name = kin_xml_string(loader->arena, word, "name");
        const struct kin_xml *same = word_named(context, name, loader->arena);
        if (same != word) {
            kin_report(loader->diags, KIN_E304, kin_value_span(word, "name"), name, NULL);
            kin_report_mend(loader->diags, "keep one of the two words");
        } else if (!word_named(first, name, loader->arena)) {
            kin_report(loader->diags, KIN_E320, kin_value_span(word, "name"), name, NULL);
            kin_report_mend(loader->diags, "add it to the first context, too: all contexts give the same words");
        }
    }
}

static void add_word_slots(struct kin_loader *loader, const struct kin_xml *first)
{
    size_t room = 0;
    for (const struct kin_xml *word = kin_xml_kid(first, "word"); word; word = kin_xml_next(word, "word")) {
        const char *name = kin_xml_string(loader->arena, word, "name");
        int slot = kin_scope_add(loader->content, name, word_type);
        if (slot >= 0) {
            mark_declared(loader, name, slot);
            KIN_PUSH(loader->arena, loader->template->word_slots, loader->template->word_count, room) = slot;
        }
    }
}

static struct kin_value load_word(struct kin_loader *loader, const struct kin_xml *xml)
{
    kin_arena *arena = loader->arena;
    const char *gender = kin_xml_string(arena, xml, "gender");
    struct kin_word *word = KIN_NEW(arena, struct kin_word);
    *word = (struct kin_word){.one = kin_xml_string(arena, xml, "one"),
                              .many = kin_xml_string(arena, xml, "many"),
                              .gender = gender ? *gender : 0,
                              .article = kin_xml_string(arena, xml, "article"),
                              .counted_one = kin_xml_string(arena, xml, "counted-one"),
                              .counted_many = kin_xml_string(arena, xml, "counted-many")};
    return (struct kin_value){.kind = KIN_WORD, .places = KIN_NO_PLACES, .as.word = word};
}

static struct kin_value word_value(struct kin_loader *loader, const struct kin_xml *context, int slot)
{
    for (const struct kin_xml *word = kin_xml_kid(context, "word"); word; word = kin_xml_next(word, "word")) {
        if (kin_scope_find(loader->content, kin_xml_string(loader->arena, word, "name"), NULL) == slot) {
            return load_word(loader, word);
        }
    }
    return kin_value_word(loader->arena, "", NULL);
}

static void check_context_id(struct kin_loader *loader, const struct kin_xml *xml, const char *id)
{
    for (size_t i = 0; i < loader->template->context_count; i++) {
        if (strcmp(loader->template->contexts[i].id, id) == 0) {
            kin_report(loader->diags, KIN_E321, kin_value_span(xml, "id"), id, NULL);
            kin_report_mend(loader->diags, "choose another id");
        }
    }
}

static const struct kin_value *words_of(struct kin_loader *loader, const struct kin_xml *context)
{
    const struct kin_template *template = loader->template;
    struct kin_value *words = KIN_NEW_N(loader->arena, struct kin_value, template->word_count);
    for (size_t i = 0; i < template->word_count; i++) {
        words[i] = word_value(loader, context, template->word_slots[i]);
    }
    return words;
}

struct kin_context *kin_load_skin(struct kin_loader *loader, const struct kin_xml *template, const struct kin_xml *skin)
{
    const struct kin_xml *contexts = kin_xml_kid(template, "contexts");
    if (!contexts) {
        kin_report(loader->diags, KIN_E3014, kin_xml_name_span(skin), NULL);
        kin_report_mend(loader->diags, "put the words into <contexts><context ...>, so that the text can read them");
        return NULL;
    }
    check_words(loader, kin_xml_kid(contexts, "context"), skin);
    struct kin_context *context = KIN_NEW(loader->arena, struct kin_context);
    context->id = "own";
    context->words = words_of(loader, skin);
    return context;
}

static void load_context(struct kin_loader *loader, const struct kin_xml *xml, size_t *room)
{
    struct kin_template *template = loader->template;
    struct kin_context context = {.id = kin_xml_string(loader->arena, xml, "id")};
    check_context_id(loader, xml, context.id);
    context.interest = kin_xml_string(loader->arena, xml, "interest");
    context.fits = kin_load_attribute(loader, loader->numbers, xml, "fits", kin_type_truth);
    context.words = words_of(loader, xml);
    KIN_PUSH(loader->arena, template->contexts, template->context_count, *room) = context;
}

static void load_contexts(struct kin_loader *loader, const struct kin_xml *contexts)
{
    const struct kin_xml *first = kin_xml_kid(contexts, "context");
    size_t room = 0;
    add_word_slots(loader, first);
    for (const struct kin_xml *xml = first; xml; xml = kin_xml_next(xml, "context")) {
        check_words(loader, first, xml);
        load_context(loader, xml, &room);
    }
}

void kin_load_dressing(struct kin_loader *loader, const struct kin_xml *template)
{
    const struct kin_xml *parameters = kin_xml_kid(template, "parameters");
    const struct kin_xml *contexts = kin_xml_kid(template, "contexts");
    size_t room = 0;
    for (const struct kin_xml *kid = parameters ? kin_xml_kid(parameters, "person") : NULL; kid;
         kid = kin_xml_next(kid, "person")) {
        load_person(loader, kid, &room);
    }
    if (contexts) {
        load_contexts(loader, contexts);
    }
}
