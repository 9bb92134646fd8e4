#include "bank/fragment.h"

#include "base/limits.h"

#include <string.h>

/* Copies need their memory beside the file that they come from. */
enum { MOST_COPIED = KIN_LIMIT_XML_NODES / 3 };

static struct kin_fragment *fragment_named(const struct kin_fragments *fragments, const char *id)
{
    for (size_t i = 0; i < fragments->count; i++) {
        if (strcmp(fragments->items[i].id, id) == 0) {
            return &fragments->items[i];
        }
    }
    return NULL;
}

/* ---- Finding them ------------------------------------------------------------------------------------------ */

static size_t count_nodes(const struct kin_xml *xml)
{
    size_t count = 1 + xml->attribute_count;
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        count += count_nodes(kid);
    }
    return count;
}

/* A fragment in a fragment would be a program; the first use found, or NULL. */
static const struct kin_xml *use_inside(const struct kin_xml *xml)
{
    const struct kin_xml *found = NULL;
    for (const struct kin_xml *kid = xml->first; kid && !found; kid = kid->next) {
        bool use = kid->name && strcmp(kid->name, "use") == 0;
        found = use ? kid : use_inside(kid);
    }
    return found;
}

static bool is_empty(const struct kin_xml *define)
{
    for (const struct kin_xml *kid = define->first; kid; kid = kid->next) {
        if (!kin_xml_blank(kid)) {
            return false;
        }
    }
    return true;
}

static void add(kin_arena *arena, struct kin_diags *diags, struct kin_fragments *fragments,
                const struct kin_xml *define)
{
    const char *id = kin_xml_string(arena, define, "id");
    const struct kin_fragment *other = id ? fragment_named(fragments, id) : NULL;
    const struct kin_xml *use = use_inside(define);
    if (other) {
        kin_report(diags, KIN_E3005, kin_xml_attribute(define, "id")->value_span, id, NULL);
        kin_report_note(diags, "the other one stands in line %u", kin_place_of(other->define->span).line);
        kin_report_mend(diags, "choose another id");
    }
    if (use) {
        kin_report(diags, KIN_E3006, use->tag, NULL);
        kin_report_mend(diags, "write out here what it stands for");
    }
    if (is_empty(define)) {
        kin_report(diags, KIN_E3008, define->span, NULL);
        kin_report_mend(diags, "put what is shared between <define> and </define>");
    }
    if (id && !other) {
        KIN_PUSH(arena, fragments->items, fragments->count, fragments->room) =
            (struct kin_fragment){.id = id, .define = define, .nodes = count_nodes(define)};
    }
}

struct kin_fragments kin_fragments_of(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *root)
{
    struct kin_fragments fragments = {0};
    bool bank = root->element->id == KIN_ELEMENT_ITEM_BANK;
    for (const struct kin_xml *kid = bank ? kin_xml_kid(root, "define") : NULL; kid;
         kid = kin_xml_next(kid, "define")) {
        add(arena, diags, &fragments, kid);
    }
    return fragments;
}

/* ---- Copies ------------------------------------------------------------------------------------------------- */

struct copying {
    kin_arena *arena;
    const struct kin_source *source; /* the bank's bytes once more, with the place of use */
};

static struct kin_span moved(const struct copying *copying, struct kin_span span)
{
    span.source = copying->source;
    return span;
}

static struct kin_xml *copy_of(const struct copying *copying, const struct kin_xml *xml, const struct kin_xml *parent)
{
    struct kin_xml *copy = kin_copy_bytes(copying->arena, xml, sizeof *xml);
    copy->span = moved(copying, xml->span);
    copy->tag = moved(copying, xml->tag);
    copy->parent = parent;
    copy->first = copy->last = copy->next = NULL;
    copy->attributes = KIN_NEW_N(copying->arena, struct kin_xml_attribute, xml->attribute_count);
    for (size_t i = 0; i < xml->attribute_count; i++) {
        copy->attributes[i] = xml->attributes[i];
        copy->attributes[i].name_span = moved(copying, xml->attributes[i].name_span);
        copy->attributes[i].value_span = moved(copying, xml->attributes[i].value_span);
    }
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        struct kin_xml *made = copy_of(copying, kid, copy);
        *(copy->last ? &copy->last->next : &copy->first) = made;
        copy->last = made;
    }
    return copy;
}

/* The copies of the fragment's kids take the place of the use among its parent's. */
static void replace(const struct copying *copying, const struct kin_xml *define, struct kin_xml **use)
{
    struct kin_xml *parent = (struct kin_xml *)(uintptr_t)(*use)->parent, *after = (*use)->next;
    struct kin_xml *whole = copy_of(copying, define, parent);
    for (struct kin_xml *kid = whole->first; kid; kid = kid->next) {
        kid->parent = parent;
    }
    *use = whole->first;
    whole->last->next = after;
    parent->last = after ? parent->last : whole->last;
}

static void report_unknown(kin_arena *arena, struct kin_diags *diags, const struct kin_fragments *fragments,
                           const struct kin_xml *use, const char *id)
{
    const char **names = KIN_NEW_N(arena, const char *, fragments->count);
    for (size_t i = 0; i < fragments->count; i++) {
        names[i] = fragments->items[i].id;
    }
    kin_report(diags, KIN_E3007, kin_xml_attribute(use, "fragment")->value_span, id, NULL);
    kin_report_nearest(diags, kin_nearest(id, names, fragments->count),
                       "write <define id=\"...\"> before the first template of the bank");
}

bool kin_fragment_put(kin_arena *arena, struct kin_diags *diags, struct kin_fragments *fragments, struct kin_xml **use)
{
    const char *id = kin_xml_string(arena, *use, "fragment");
    struct kin_fragment *fragment = fragment_named(fragments, id);
    if (!fragment) {
        report_unknown(arena, diags, fragments, *use, id);
        return false;
    }
    fragment->uses++;
    fragments->copied += fragment->nodes;
    if (fragments->copied > MOST_COPIED) {
        kin_report(diags, KIN_E121, (*use)->tag, NULL);
        return false;
    }
    if (kin_xml_is_copied(*use) || is_empty(fragment->define)) { /* which was reported */
        *use = (*use)->next;
        return true;
    }
    struct kin_source *source = kin_copy_bytes(arena, (*use)->span.source, sizeof *source);
    source->used = (*use)->tag;
    replace(&(struct copying){arena, source}, fragment->define, use);
    return true;
}

bool kin_xml_is_copied(const struct kin_xml *xml)
{
    return xml->span.source->used.source != NULL;
}

void kin_fragments_report_unused(struct kin_diags *diags, const struct kin_fragments *fragments)
{
    for (size_t i = 0; i < fragments->count; i++) {
        if (!fragments->items[i].uses) {
            kin_report(diags, KIN_W3001, kin_xml_attribute(fragments->items[i].define, "id")->value_span,
                       fragments->items[i].id, NULL);
            kin_report_mend(diags, "write <use fragment=\"%s\"/> where it belongs, or delete it",
                            fragments->items[i].id);
        }
    }
}
