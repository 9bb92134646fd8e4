/* Attributes and texts, read from the bytes of the file. The file is known to be well-formed up to here. */
#include "bank/xml.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* A character given by number must be one that may stand in a file, too. */
static void check_references(struct kin_xml_reader *reader, uint32_t begin, uint32_t end)
{
    const char *bytes = reader->source->bytes;
    for (uint32_t at = begin; at + 2 < end; at++) {
        if (bytes[at] == '&' && bytes[at + 1] == '#') {
            bool hexadecimal = bytes[at + 2] == 'x';
            const char *digits = bytes + at + (hexadecimal ? 3 : 2);
            unsigned long rune = strtoul(digits, NULL, hexadecimal ? 16 : 10);
            if (rune > 0x10FFFF || kin_rune_forbidden((uint32_t)rune)) {
                struct kin_span span = {reader->source, at, (uint32_t)(strchr(digits, ';') + 1 - bytes)};
                kin_report(reader->diags, KIN_E104, span, NULL);
                kin_xml_stop(reader);
                return;
            }
        }
    }
}

/* Declarations of namespaces, and what other tools attach under their own, are none of our attributes. */
static bool ours(const char *name)
{
    return strcmp(name, "xml:lang") == 0 || (!strchr(name, ':') && strcmp(name, "xmlns") != 0);
}

void kin_xml_read_attributes(struct kin_xml_reader *reader, struct kin_xml *xml)
{
    const struct kin_source *source = reader->source;
    const char *bytes = source->bytes;
    uint32_t at = xml->tag.begin + 1, end = xml->tag.end - 1;
    struct kin_xml_attribute few[8]; /* most elements have no more */
    size_t room = sizeof few / sizeof *few;
    xml->attributes = few;
    while (at < end && !is_space(bytes[at]) && bytes[at] != '/') {
        at++;
    }
    for (;;) {
        while (at < end && is_space(bytes[at])) {
            at++;
        }
        if (at >= end || bytes[at] == '/' || !kin_xml_count(reader, at)) {
            break;
        }
        uint32_t name_begin = at;
        while (bytes[at] != '=' && !is_space(bytes[at])) {
            at++;
        }
        uint32_t name_end = at;
        uint32_t quote = at + (uint32_t)strcspn(bytes + at, "\"'");
        uint32_t close = (uint32_t)(strchr(bytes + quote + 1, bytes[quote]) - bytes);
        const char *name = kin_copy_n(reader->arena, bytes + name_begin, name_end - name_begin);
        check_references(reader, quote + 1, close);
        if (ours(name)) {
            KIN_PUSH(reader->arena, xml->attributes, xml->attribute_count, room) =
                (struct kin_xml_attribute){name, {source, name_begin, name_end}, {source, quote + 1, close}, NULL};
        }
        at = close + 1;
    }
    xml->attributes = kin_copy_bytes(reader->arena, xml->attributes, xml->attribute_count * sizeof *xml->attributes);
}

static void add_text(struct kin_xml_reader *reader, uint32_t begin, uint32_t end)
{
    if (begin == end || !kin_xml_count(reader, begin)) {
        return;
    }
    struct kin_xml *text = KIN_NEW(reader->arena, struct kin_xml);
    text->span = text->tag = (struct kin_span){reader->source, begin, end};
    text->parent = reader->current;
    if (reader->current->last) {
        reader->current->last->next = text;
    } else {
        reader->current->first = text;
    }
    reader->current->last = text;
    check_references(reader, begin, end);
}

void kin_xml_read_text(struct kin_xml_reader *reader, uint32_t begin, uint32_t end)
{
    const char *bytes = reader->source->bytes;
    for (uint32_t at = begin; at < end && !reader->failed;) {
        if (bytes[at] != '<') {
            at++;
            continue;
        }
        add_text(reader, begin, at);
        if (strncmp(bytes + at, "<![CDATA[", 9) == 0) {
            struct kin_span span = {reader->source, at, at + 9};
            kin_report(reader->diags, KIN_E119, span, NULL);
            kin_report_mend(reader->diags, "write the text without CDATA, and in it &lt; for < and &amp; for &");
            kin_xml_stop(reader);
            return;
        }
        const char *close = bytes[at + 1] == '?' ? "?>" : "-->";
        begin = at = (uint32_t)(strstr(bytes + at + 2, close) + strlen(close) - bytes);
    }
    if (!reader->failed) {
        add_text(reader, begin, end);
    }
}

/* The character that an entity stands for; 0: none of ours. */
static uint32_t entity_rune(const char *raw)
{
    static const struct {
        const char *name;
        uint32_t rune;
    } entities[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
        if (strncmp(raw, entities[i].name, strlen(entities[i].name)) == 0) {
            return entities[i].rune;
        }
    }
    return raw[1] != '#' ? 0 : (uint32_t)(raw[2] == 'x' ? strtoul(raw + 3, NULL, 16) : strtoul(raw + 2, NULL, 10));
}

/* Entities replaced and line ends as LF, or as a space in an attribute: what XML says a reader has to do. */
static struct kin_text decode(kin_arena *arena, struct kin_span span, char line_end)
{
    const char *raw = span.source->bytes + span.begin, *end = span.source->bytes + span.end;
    char *chars = kin_alloc(arena, span.end - span.begin + 1u), *out = chars;
    while (raw < end) {
        if (*raw == '&') {
            out += kin_utf8_encode(entity_rune(raw), out);
            raw = strchr(raw, ';') + 1;
        } else if (*raw == '\r' || *raw == '\n') {
            raw += raw[0] == '\r' && raw + 1 < end && raw[1] == '\n' ? 2 : 1;
            *out++ = line_end;
        } else {
            *out++ = *raw++;
        }
    }
    *out = '\0';
    return (struct kin_text){chars, (size_t)(out - chars), span};
}

const struct kin_xml_attribute *kin_xml_attribute(const struct kin_xml *xml, const char *name)
{
    for (size_t i = 0; i < xml->attribute_count; i++) {
        if (strcmp(xml->attributes[i].name, name) == 0) {
            return &xml->attributes[i];
        }
    }
    return NULL;
}

struct kin_text kin_xml_value_of(kin_arena *arena, const struct kin_xml_attribute *attribute)
{
    return decode(arena, attribute->value_span, ' ');
}

struct kin_text kin_xml_value(kin_arena *arena, const struct kin_xml *xml, const char *name)
{
    const struct kin_xml_attribute *attribute = kin_xml_attribute(xml, name);
    return attribute ? kin_xml_value_of(arena, attribute) : (struct kin_text){0};
}

const char *kin_xml_string(kin_arena *arena, const struct kin_xml *xml, const char *name)
{
    struct kin_text text = kin_xml_value(arena, xml, name);
    while (text.length && is_space(text.chars[text.length - 1])) {
        text.length--;
    }
    while (text.length && is_space(*text.chars)) {
        text.chars++, text.length--;
    }
    return text.chars ? kin_copy_n(arena, text.chars, text.length) : NULL;
}

struct kin_text kin_xml_text(kin_arena *arena, const struct kin_xml *text)
{
    return decode(arena, text->span, '\n');
}

struct kin_text kin_xml_inner(kin_arena *arena, const struct kin_xml *xml)
{
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (!kid->name && !kin_xml_blank(kid)) {
            return kin_xml_text(arena, kid);
        }
    }
    return (struct kin_text){"", 0, {xml->tag.source, xml->tag.end, xml->tag.end}};
}

bool kin_xml_blank(const struct kin_xml *xml)
{
    if (xml->name) {
        return false;
    }
    for (uint32_t at = xml->span.begin; at < xml->span.end; at++) {
        if (!is_space(xml->span.source->bytes[at])) {
            return false;
        }
    }
    return true;
}

struct kin_span kin_xml_name_span(const struct kin_xml *xml)
{
    uint32_t begin = xml->tag.begin + 1;
    uint32_t length = (uint32_t)strcspn(xml->tag.source->bytes + begin, " \t\r\n/>");
    return (struct kin_span){xml->tag.source, begin, begin + length};
}

const struct kin_xml *kin_xml_kid(const struct kin_xml *xml, const char *name)
{
    const struct kin_xml *kid = xml->first;
    return kid && kid->name && strcmp(kid->name, name) == 0 ? kid : kid ? kin_xml_next(kid, name) : NULL;
}

const struct kin_xml *kin_xml_next(const struct kin_xml *xml, const char *name)
{
    do {
        xml = xml->next;
    } while (xml && (!xml->name || strcmp(xml->name, name) != 0));
    return xml;
}

const struct kin_xml *kin_xml_first_element(const struct kin_xml *xml)
{
    const struct kin_xml *kid = xml->first;
    return kid && !kid->name ? kin_xml_next_element(kid) : kid;
}

const struct kin_xml *kin_xml_next_element(const struct kin_xml *xml)
{
    do {
        xml = xml->next;
    } while (xml && !xml->name);
    return xml;
}

const char *kin_xml_words(kin_arena *arena, const struct kin_xml *xml)
{
    struct kin_text text = kin_xml_inner(arena, xml);
    struct kin_buf words = kin_buf_in(arena);
    for (size_t at = 0; at < text.length;) {
        size_t length = strcspn(text.chars + at, " \t\n");
        if (length) {
            kin_buf_add(&words, words.length ? " " : "");
            kin_buf_add_n(&words, text.chars + at, length);
        }
        at += length + strspn(text.chars + at + length, " \t\n");
    }
    return words.data;
}
