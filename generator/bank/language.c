#include "bank/language.h"

#include "value/language.h"

#include <string.h>

const char *kin_xml_tag(kin_arena *arena, const struct kin_xml *xml)
{
    return xml->name ? kin_xml_string(arena, xml, "xml:lang") : NULL;
}

const char *kin_xml_language(kin_arena *arena, const struct kin_xml *root)
{
    const char *tag = kin_xml_tag(arena, root);
    return tag ? tag : "en";
}

/* Is it written in another language than what is around it? */
bool kin_xml_is_other(kin_arena *arena, const struct kin_xml *xml, const char *around)
{
    const char *tag = kin_xml_tag(arena, xml);
    return tag && strcmp(tag, around) != 0;
}

static void add_languages(kin_arena *arena, const struct kin_xml *xml, const char *own, struct kin_tags *tags)
{
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        const char *tag = kin_xml_tag(arena, kid);
        bool known = !tag || strcmp(tag, own) == 0 || !kin_language_printed(tag);
        for (size_t i = 0; i < tags->count && !known; i++) {
            known = strcmp(tags->items[i], tag) == 0;
        }
        if (!known) {
            KIN_PUSH(arena, tags->items, tags->count, tags->room) = tag;
        }
        add_languages(arena, kid, own, tags);
    }
}

struct kin_tags kin_xml_languages(kin_arena *arena, const struct kin_xml *xml, const char *own)
{
    struct kin_tags tags = {0};
    add_languages(arena, xml, own, &tags);
    return tags;
}

size_t kin_xml_nodes(const struct kin_xml *xml)
{
    size_t count = 1;
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        count += kin_xml_nodes(kid);
    }
    return count;
}

/* ---- Copies -------------------------------------------------------------------------------------------------------
 */

struct copying {
    kin_arena *arena;
    const char *wanted;
};

static struct kin_xml *copy_tree(const struct copying *copying, const struct kin_xml *xml, const char *around);

static void append(struct kin_xml *parent, struct kin_xml *kid)
{
    kid->parent = parent;
    kid->next = NULL;
    if (parent->last) {
        parent->last->next = kid;
    } else {
        parent->first = kid;
    }
    parent->last = kid;
}

static bool has(const struct kin_xml *xml, const char *name)
{
    return kin_xml_attribute(xml, name) != NULL;
}

/* Attributes of `from` but xml:lang and those that `to` has already, be it as a child. */
static void add_attributes(struct kin_xml *to, const struct kin_xml *from)
{
    for (size_t i = 0; i < from->attribute_count; i++) {
        const char *name = from->attributes[i].name;
        if (strcmp(name, "xml:lang") != 0 && !has(to, name) && !kin_xml_kid(to, name)) {
            to->attributes[to->attribute_count++] = from->attributes[i];
        }
    }
}

static bool is_text_only(const struct kin_xml *xml)
{
    return xml->first && !xml->first->name && xml->first == xml->last;
}

/* Texts that are attributes for the loaders, however they are written. */
static bool is_attribute(const struct kin_xml *parent, const struct kin_xml *xml)
{
    static const char *const pairs[][2] = {
        {"feature", "name"}, {"case", "name"}, {"section", "heading"}, {"item-bank", "title"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (strcmp(pairs[i][0], parent->name) == 0 && strcmp(pairs[i][1], xml->name) == 0) {
            return is_text_only(xml);
        }
    }
    return false;
}

/* A child as the attribute of its name. */
static void add_as_attribute(kin_arena *arena, struct kin_xml *parent, const struct kin_xml *xml)
{
    struct kin_xml_attribute *grown = KIN_NEW_N(arena, struct kin_xml_attribute, parent->attribute_count + 1);
    memcpy(grown, parent->attributes, parent->attribute_count * sizeof *grown);
    grown[parent->attribute_count++] =
        (struct kin_xml_attribute){xml->name, kin_xml_name_span(xml), xml->first->span, xml->language};
    parent->attributes = grown;
}

static void drop_attribute(struct kin_xml *xml, const char *name)
{
    for (size_t i = 0; i < xml->attribute_count; i++) {
        if (strcmp(xml->attributes[i].name, name) == 0) {
            memmove(xml->attributes + i, xml->attributes + i + 1,
                    (xml->attribute_count - i - 1) * sizeof *xml->attributes);
            xml->attribute_count--;
            return;
        }
    }
}

/* An alternative with what it shares with the element that it translates. */
static struct kin_xml *copy_alternative(const struct copying *copying, const struct kin_xml *xml,
                                        const struct kin_xml *translated)
{
    const char *tag = kin_xml_tag(copying->arena, xml);
    struct kin_xml *copy = copy_tree(copying, xml, tag);
    size_t most = xml->attribute_count + (translated ? translated->attribute_count : 0);
    struct kin_xml_attribute *own = copy->attributes;
    size_t own_count = copy->attribute_count;
    copy->attributes = KIN_NEW_N(copying->arena, struct kin_xml_attribute, most);
    memcpy(copy->attributes, own, own_count * sizeof *own);
    for (size_t i = 0; i < own_count; i++) {
        copy->attributes[i].language = tag;
    }
    if (translated) {
        add_attributes(copy, translated);
    }
    copy->language = tag;
    return copy;
}

const struct kin_xml *kin_xml_next_not_blank(const struct kin_xml *xml)
{
    do {
        xml = xml->next;
    } while (xml && kin_xml_blank(xml));
    return xml;
}

/* The last of the alternatives that follow an element: itself when there is none. */
const struct kin_xml *kin_xml_last_alternative(kin_arena *arena, const struct kin_xml *xml, const char *around)
{
    const struct kin_xml *last = xml, *next = kin_xml_next_not_blank(xml);
    while (next && next->name && strcmp(next->name, xml->name) == 0 && kin_xml_is_other(arena, next, around)) {
        last = next;
        next = kin_xml_next_not_blank(next);
    }
    return last;
}

/* The best alternative between `from` (not itself) and `to`; NULL: none is in the wanted language. */
static const struct kin_xml *best_alternative(const struct copying *copying, const struct kin_xml *from,
                                              const struct kin_xml *to)
{
    const struct kin_xml *best = NULL;
    int most = 0;
    while (from != to) {
        from = kin_xml_next_not_blank(from);
        int match = kin_language_match(kin_xml_tag(copying->arena, from), copying->wanted);
        if (match > most) {
            most = match;
            best = from;
        }
    }
    return best;
}

/* ---- Blanks of a translated paragraph -------------------------------------------------------------------------------
 */

bool kin_xml_blank_named_only(const struct kin_xml *xml)
{
    return xml->name && strcmp(xml->name, "blank") == 0 && has(xml, "id") && !has(xml, "type") && !xml->first;
}

const struct kin_xml *kin_xml_blank_of(kin_arena *arena, const struct kin_xml *xml, const char *id)
{
    const struct kin_xml *found = NULL;
    for (const struct kin_xml *kid = xml->first; kid && !found; kid = kid->next) {
        const char *own = kid->name && strcmp(kid->name, "blank") == 0 ? kin_xml_string(arena, kid, "id") : NULL;
        found = own && strcmp(own, id) == 0 ? kid : kin_xml_blank_of(arena, kid, id);
    }
    return found;
}

/* The kids of `from` become those of `to`. */
static void move_kids(struct kin_xml *to, const struct kin_xml *from)
{
    for (struct kin_xml *at = from->first, *next; at; at = next) {
        next = at->next;
        append(to, at);
    }
}

/* The blanks that an alternative only names are those of what it translates, whose language is `around`; one that is
 * not there has been reported and is left out. */
static void complete_blanks(const struct copying *copying, struct kin_xml *copy, const struct kin_xml *translated,
                            const char *around)
{
    struct kin_xml kids = *copy;
    copy->first = copy->last = NULL;
    for (struct kin_xml *kid = kids.first, *next; kid; kid = next) {
        next = kid->next;
        if (!kin_xml_blank_named_only(kid)) {
            complete_blanks(copying, kid, translated, around);
            append(copy, kid);
            continue;
        }
        const char *id = kin_xml_string(copying->arena, kid, "id");
        const struct kin_xml *blank = kin_xml_blank_of(copying->arena, translated, id);
        if (blank) {
            const struct kin_xml *whole = copy_tree(copying, blank, around);
            kid->attributes = whole->attributes;
            kid->attribute_count = whole->attribute_count;
            kid->shared = true;
            move_kids(kid, whole);
            append(copy, kid);
        }
    }
}

static void put_kid(const struct copying *copying, struct kin_xml *parent, struct kin_xml *kid)
{
    if (is_attribute(parent, kid) && !has(parent, kid->name)) {
        add_as_attribute(copying->arena, parent, kid);
    } else {
        append(parent, kid);
    }
}

/* Copy an element or the alternative that stands for it; returns the last sibling that this is about. */
static const struct kin_xml *copy_kid(const struct copying *copying, struct kin_xml *parent, const struct kin_xml *xml,
                                      const char *around)
{
    if (kin_xml_is_other(copying->arena, xml, around)) { /* of a text that is an attribute, or of nothing */
        if (kin_language_match(kin_xml_tag(copying->arena, xml), copying->wanted) && has(parent, xml->name)) {
            drop_attribute(parent, xml->name);
            put_kid(copying, parent, copy_alternative(copying, xml, NULL));
        }
        return xml;
    }
    const struct kin_xml *last = kin_xml_last_alternative(copying->arena, xml, around);
    const struct kin_xml *best = best_alternative(copying, xml, last);
    struct kin_xml *copy = best ? copy_alternative(copying, best, xml) : copy_tree(copying, xml, around);
    if (best) {
        complete_blanks(copying, copy, xml, around);
    }
    put_kid(copying, parent, copy);
    return last;
}

static struct kin_xml *copy_tree(const struct copying *copying, const struct kin_xml *xml, const char *around)
{
    struct kin_xml *copy = kin_copy_bytes(copying->arena, xml, sizeof *xml);
    copy->first = copy->last = copy->next = NULL;
    copy->attributes = KIN_NEW_N(copying->arena, struct kin_xml_attribute, xml->attribute_count);
    copy->attribute_count = 0;
    if (xml->parent) {
        add_attributes(copy, xml);
    } else if (xml->attribute_count > 0) { /* the root keeps its xml:lang */
        memcpy(copy->attributes, xml->attributes, xml->attribute_count * sizeof *xml->attributes);
        copy->attribute_count = xml->attribute_count;
    }
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (kid->name) {
            kid = copy_kid(copying, copy, kid, around);
        } else {
            append(copy, kin_copy_bytes(copying->arena, kid, sizeof *kid));
        }
    }
    return copy;
}

struct kin_xml *kin_xml_in_language(kin_arena *arena, const struct kin_xml *root, const char *language)
{
    struct copying copying = {arena, language};
    return copy_tree(&copying, root, kin_xml_language(arena, root));
}
