#include "bank/fragment.h"
#include "bank/language.h"
#include "bank/loader.h"

#include "base/digest.h"

#include <string.h>

const char *kin_load_standard(struct kin_loader *loader, struct kin_text spelling)
{
    const struct kin_framework *framework = loader->bank->framework;
    const char *codes[3];
    if (!framework) {
        return spelling.chars;
    }
    const struct kin_standard *standard = kin_standard_find(framework, spelling.chars);
    if (standard) {
        return standard->code;
    }
    kin_report(loader->diags, KIN_E360, spelling.span, framework->id, spelling.chars, NULL);
    size_t count =
        loader->diags->dropped ? 0 : kin_standard_nearest(framework, loader->arena, spelling.chars, codes, 3);
    struct kin_buf nearest = kin_buf_in(loader->arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&nearest, "%s%s", i ? ", " : "", codes[i]);
    }
    if (count) {
        kin_report_mend(loader->diags, "did you mean %s?", nearest.data);
    } else {
        kin_report_mend(loader->diags, "the codes stand in standards/%s.csv", framework->id);
    }
    return NULL;
}

const char **kin_load_ids(struct kin_loader *loader, const struct kin_xml *xml, const char *name, size_t *count)
{
    struct kin_text *words;
    *count = kin_load_words(loader, xml, name, &words);
    const char **ids = KIN_NEW_N(loader->arena, const char *, *count);
    for (size_t i = 0; i < *count; i++) {
        ids[i] = words[i].chars;
    }
    return ids;
}

static void load_prerequisites(struct kin_loader *loader, const struct kin_xml *xml)
{
    struct kin_text *words;
    struct kin_template *template = loader->template;
    size_t count = kin_load_words(loader, xml, "prerequisites", &words), room = 0;
    for (size_t i = 0; i < count; i++) {
        const char *code = kin_load_standard(loader, words[i]);
        if (code) {
            KIN_PUSH(loader->arena, template->prerequisites, template->prerequisite_count, room) = code;
        }
    }
}

static const char *text_of(struct kin_loader *loader, const struct kin_xml *xml, const char *name)
{
    const struct kin_xml *kid = kin_xml_kid(xml, name);
    return kid ? kin_xml_words(loader->arena, kid) : "";
}

static void check_id(struct kin_loader *loader, const struct kin_xml *xml, const char *id)
{
    const struct kin_template *other = kin_template_find(loader->library, id);
    for (size_t i = 0; !other && i < loader->template->variant_count; i++) {
        bool same = strcmp(loader->template->variants[i]->id, id) == 0;
        other = same ? loader->template->variants[i] : NULL;
    }
    if (!other && loader->template->id != id && strcmp(loader->template->id, id) == 0) {
        other = loader->template;
    }
    if (other && !loader->translated) {
        kin_report(loader->diags, KIN_E301, kin_value_span(xml, "id"), id, NULL);
        kin_report_note(loader->diags, "the other one: %s", kin_place_text(loader->arena, other->span));
        kin_report_mend(loader->diags, "choose another id");
    }
}

static void load_metadata(struct kin_loader *loader, const struct kin_xml *xml)
{
    struct kin_template *template = loader->template;
    kin_arena *arena = loader->arena;
    const char *version = kin_xml_string(arena, xml, "version");
    template->id = kin_xml_string(arena, xml, "id");
    template->title = text_of(loader, xml, "title");
    template->note = text_of(loader, xml, "note");
    template->standard = kin_load_standard(loader, kin_xml_value(arena, xml, "standard"));
    template->level = kin_load_integer(loader, xml, "level", 1);
    template->practice = kin_xml_string(arena, xml, "practice");
    template->minutes = kin_load_decimal(loader, xml, "minutes");
    template->calculator = kin_load_yes(loader, xml, "calculator");
    template->least = kin_load_integer(loader, xml, "least", 0);
    template->version = version ? version : "1";
    template->author = kin_xml_string(arena, xml, "author");
    template->status = kin_xml_string(arena, xml, "status");
    template->licence = kin_xml_string(arena, xml, "licence");
    template->interest = kin_xml_string(arena, xml, "interest");
    template->enemies = kin_load_ids(loader, xml, "enemies", &template->enemy_count);
    load_prerequisites(loader, xml);
    check_id(loader, xml, template->id);
}

static void add_bytes(struct kin_buf *buf, const struct kin_xml *xml)
{
    kin_buf_add_n(buf, xml->span.source->bytes + xml->span.begin, xml->span.end - xml->span.begin);
}

/* The bytes of the fragments that it uses. */
static void add_fragments(struct kin_buf *buf, const struct kin_xml *xml)
{
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (kin_xml_is_copied(kid)) {
            add_bytes(buf, kid);
        } else {
            add_fragments(buf, kid);
        }
    }
}

static void set_digest(struct kin_loader *loader, const struct kin_xml *xml)
{
    kin_arena *work = kin_arena_new();
    struct kin_buf bytes = kin_buf_in(work);
    add_bytes(&bytes, xml);
    add_fragments(&bytes, xml);
    struct kin_hash_field field = {bytes.data, bytes.length};
    struct kin_digest digest = kin_digest_fields(NULL, 0, &field, 1);
    struct kin_template *template = loader->template;
    const char *text = kin_digest_text(loader->arena, &digest, (sizeof template->digest.hex - 1) / 2);
    memcpy(template->digest.hex, text, sizeof template->digest.hex);
    kin_arena_free(work);
}

static void load_all(struct kin_loader *loader, const struct kin_xml *xml)
{
    const struct kin_xml *features = kin_xml_kid(xml, "features");
    struct kin_template *template = loader->template;
    load_metadata(loader, xml);
    kin_declare(loader, xml);
    kin_load_parameters(loader, xml);
    if (features) {
        kin_load_features(loader, features);
    }
    template->identity = kin_load_attribute(loader, loader->numbers, xml, "identity", kin_type_any);
    kin_load_parts(loader, xml);
    kin_load_fixed(loader, xml);
    template->scope = loader->content;
    template->slot_count = kin_scope_slots(loader->numbers);
    set_digest(loader, xml);
}

/* ---- Variants ---- */

/* The rest of the template is read by then, and shared. */
static struct kin_template *load_variant(struct kin_loader *loader, const struct kin_xml *xml)
{
    kin_arena *arena = loader->arena;
    const struct kin_template *base = loader->template;
    struct kin_template *variant = kin_copy_bytes(arena, base, sizeof *base);
    variant->id = kin_xml_string(arena, xml, "id");
    variant->span = kin_xml_name_span(xml);
    variant->level = kin_load_integer(loader, xml, "level", base->level);
    variant->title = kin_xml_kid(xml, "title") ? text_of(loader, xml, "title") : base->title;
    variant->base = base;
    variant->variants = NULL;
    variant->variant_count = 0;
    variant->variant_where = kin_load_attribute(loader, loader->numbers, xml, "where", kin_type_truth);
    variant->wheres = KIN_NEW_N(arena, struct kin_where, base->where_count + 1);
    for (size_t i = 0; i < base->where_count; i++) {
        variant->wheres[i] = base->wheres[i];
    }
    variant->wheres[base->where_count] = (struct kin_where){variant->variant_where, kin_value_span(xml, "where")};
    variant->where_count = base->where_count + 1;
    check_id(loader, xml, variant->id);
    return variant;
}

static struct kin_template *variant_named(const struct kin_template *template, const char *id)
{
    for (size_t i = 0; id && i < template->variant_count; i++) {
        if (strcmp(template->variants[i]->id, id) == 0) {
            return template->variants[i];
        }
    }
    return NULL;
}

static void report_variant(struct kin_loader *loader, const struct kin_fixed *fixed)
{
    const struct kin_template *template = loader->template;
    struct kin_buf all = kin_buf_in(loader->arena);
    for (size_t i = 0; i < template->variant_count; i++) {
        kin_buf_addf(&all, "%s%s", i ? ", " : "", template->variants[i]->id);
    }
    kin_report(loader->diags, KIN_E3004, fixed->span, fixed->form, NULL);
    if (all.length) {
        kin_report_mend(loader->diags, "add variant=\"...\" with one of: %s", all.data);
    } else {
        kin_report_mend(loader->diags, "leave variant out: this template has none");
    }
}

/* Each variant gets its own fixed forms; the base, which is never drawn, keeps none. */
static void give_fixed(struct kin_loader *loader)
{
    struct kin_template *template = loader->template;
    for (size_t i = 0; i < template->variant_count; i++) {
        template->variants[i]->fixed = KIN_NEW_N(loader->arena, struct kin_fixed, template->fixed_count);
        template->variants[i]->fixed_count = 0;
    }
    for (size_t i = 0; i < template->fixed_count; i++) {
        const struct kin_fixed *fixed = &template->fixed[i];
        struct kin_template *variant = variant_named(template, fixed->variant);
        if (variant) {
            variant->fixed[variant->fixed_count++] = *fixed;
        } else if (template->variant_count || fixed->variant) {
            report_variant(loader, fixed);
        }
    }
    template->fixed_count = template->variant_count ? 0 : template->fixed_count;
}

static void load_variants(struct kin_loader *loader, const struct kin_xml *template)
{
    size_t room = 0;
    for (const struct kin_xml *xml = kin_xml_kid(template, "variant"); xml; xml = kin_xml_next(xml, "variant")) {
        struct kin_template *variant = load_variant(loader, xml);
        KIN_PUSH(loader->arena, loader->template->variants, loader->template->variant_count, room) = variant;
    }
    give_fixed(loader);
}

struct kin_template *kin_load_texts(struct kin_library *library, const struct kin_bank *bank, const struct kin_xml *xml,
                                    const char *language, const struct kin_template *translated)
{
    size_t errors = library->diags->errors;
    const struct kin_language *row = kin_language_of(language);
    struct kin_template *template = KIN_NEW(library->arena, struct kin_template);
    struct kin_loader loader = {.arena = library->arena,
                                .diags = library->diags,
                                .library = library,
                                .bank = bank,
                                .template = template,
                                .translated = translated,
                                .numbers = kin_scope_new(library->arena, NULL),
                                .errors_before = errors};
    template->bank = bank;
    template->span = kin_xml_name_span(xml);
    template->language = row ? row : kin_language_usual();
    load_all(&loader, xml);
    load_variants(&loader, xml);
    if (library->diags->errors != errors) {
        return NULL;
    }
    kin_xml_check_marks(library->arena, library->diags, xml, bank->language);
    if (translated) {
        kin_report_untranslated_words(&loader);
    } else {
        kin_report_unused(&loader);
    }
    return template;
}

struct kin_template *kin_load_template(struct kin_library *library, struct kin_bank *bank, const struct kin_xml *xml)
{
    return kin_load_texts(library, bank, xml, bank->language, NULL);
}
