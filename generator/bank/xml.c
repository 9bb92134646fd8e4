#include "bank/xml.h"

#include "base/limits.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

void kin_xml_stop(struct kin_xml_reader *reader)
{
    reader->failed = true;
    xmlStopParser(reader->context);
}

bool kin_xml_count(struct kin_xml_reader *reader, uint32_t place)
{
    if (reader->nodes++ < KIN_LIMIT_XML_NODES) {
        return true;
    }
    struct kin_span span = {reader->source, place, place};
    kin_report(reader->diags, KIN_E121, span, NULL);
    kin_report_mend(reader->diags, "split the file; a folder of files is loaded together");
    kin_xml_stop(reader);
    return false;
}

static uint32_t position(const struct kin_xml_reader *reader)
{
    long consumed = xmlByteConsumed(reader->context);
    size_t length = reader->source->length;
    return consumed < 0 ? 0 : (uint32_t)((size_t)consumed > length ? length : (size_t)consumed);
}

/* "<" cannot stand in an attribute value, so the last one before the tag's end begins it. */
static uint32_t tag_begin(const struct kin_xml_reader *reader, uint32_t at)
{
    while (at > 0 && reader->source->bytes[at] != '<') {
        at--;
    }
    return at;
}

static void add_kid(struct kin_xml *parent, struct kin_xml *kid)
{
    kid->parent = parent;
    if (parent->last) {
        parent->last->next = kid;
    } else {
        parent->first = kid;
    }
    parent->last = kid;
}

static bool too_deep(struct kin_xml_reader *reader, struct kin_span tag)
{
    if (++reader->depth <= KIN_LIMIT_XML_DEPTH) {
        return false;
    }
    kin_report(reader->diags, KIN_E120, tag, NULL);
    kin_xml_stop(reader);
    return true;
}

/* All elements of a file are of one namespace, mostly. */
static const char *uri_of(const struct kin_xml_reader *reader, const char *uri)
{
    const char *around = reader->current ? reader->current->uri : "";
    return !uri ? "" : strcmp(uri, around) == 0 ? around : kin_copy(reader->arena, uri);
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes)
{
    (void)prefix, (void)namespace_count, (void)namespaces, (void)attribute_count, (void)defaulted, (void)attributes;
    struct kin_xml_reader *reader = data;
    uint32_t at = position(reader), begin = tag_begin(reader, at);
    uint32_t end = at + (reader->source->bytes[at] == '/' ? 2 : 1);
    struct kin_span tag = {reader->source, begin, end};
    if (reader->failed || too_deep(reader, tag) || !kin_xml_count(reader, begin)) {
        return;
    }
    struct kin_xml *xml = KIN_NEW(reader->arena, struct kin_xml);
    xml->name = kin_copy(reader->arena, (const char *)name);
    xml->uri = uri_of(reader, (const char *)uri);
    xml->tag = xml->span = tag;
    if (reader->current) {
        kin_xml_read_text(reader, reader->end, begin);
        add_kid(reader->current, xml);
    } else {
        reader->root = xml;
    }
    kin_xml_read_attributes(reader, xml);
    reader->current = xml;
    reader->end = end;
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)name, (void)prefix, (void)uri;
    struct kin_xml_reader *reader = data;
    struct kin_xml *xml = reader->current;
    if (reader->failed || !xml) {
        return;
    }
    bool empty = reader->source->bytes[xml->tag.end - 2] == '/' && xml->tag.end == reader->end && !xml->first;
    if (!empty) {
        uint32_t at = position(reader);
        kin_xml_read_text(reader, reader->end, tag_begin(reader, at ? at - 1 : 0));
        reader->end = at;
    }
    xml->span.end = reader->end;
    reader->current = (struct kin_xml *)(uintptr_t)xml->parent;
    reader->depth--;
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    struct kin_xml_reader *reader = data;
    if (reader->failed) {
        return;
    }
    uint32_t begin = tag_begin(reader, position(reader));
    struct kin_span span = {reader->source, begin, begin + (uint32_t)strlen("<!DOCTYPE")};
    kin_report(reader->diags, KIN_E106, span, NULL);
    kin_report_mend(reader->diags, "delete the <!DOCTYPE ...> line");
    kin_xml_stop(reader);
}

static void on_error(void *data, xmlErrorPtr error)
{
    struct kin_xml_reader *reader = data;
    if (!reader->failed && error->level >= XML_ERR_ERROR) {
        kin_xml_report(reader, error);
        kin_xml_stop(reader);
    }
}

/* A declaration of another encoding would make libxml2 convert the text, and our places wrong. */
static bool encoding_fits(struct kin_xml_reader *reader)
{
    const char *bytes = reader->source->bytes;
    const char *end = strncmp(bytes, "<?xml", 5) == 0 ? strstr(bytes, "?>") : NULL;
    const char *found = end ? strstr(bytes, "encoding") : NULL;
    const char *quote = found && found < end ? strpbrk(found, "\"'") : NULL;
    if (!quote || quote > end) {
        return true;
    }
    size_t length = strcspn(quote + 1, "\"'?");
    if (length == 5 && strncasecmp(quote + 1, "utf-8", 5) == 0) {
        return true;
    }
    uint32_t begin = (uint32_t)(quote + 1 - bytes);
    struct kin_span span = {reader->source, begin, begin + (uint32_t)length};
    kin_report(reader->diags, KIN_E122, span, kin_copy_n(reader->arena, quote + 1, length), NULL);
    kin_report_mend(reader->diags, "save the file as UTF-8 and write encoding=\"UTF-8\"");
    return false;
}

static void parse(struct kin_xml_reader *reader)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = on_start,
                             .endElementNs = on_end,
                             .internalSubset = on_doctype,
                             .serror = on_error};
    xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(reader->source->bytes, (int)reader->source->length);
    if (!context) {
        reader->failed = true;
        return;
    }
    *context->sax = handler;
    context->userData = reader;
    reader->context = context;
    xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    xmlParseDocument(context);
    xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
}

/* libxml2 compares each attribute of a tag with all others: bounded before it sees them. An attribute is counted by its
 * sign and quotes since the last "<". */
static bool attributes_bounded(struct kin_xml_reader *reader)
{
    const char *bytes = reader->source->bytes;
    uint32_t tag = 0;
    size_t count = 0;
    for (uint32_t at = 0; bytes[at]; at++) {
        if (bytes[at] == '<') {
            tag = at;
            count = 0;
        } else if (bytes[at] == '=') {
            char next = bytes[at + 1 + strspn(bytes + at + 1, " \t\r\n")];
            count += next == '"' || next == '\'';
        }
        if (count > KIN_LIMIT_XML_ATTRIBUTES) {
            kin_report(reader->diags, KIN_E126, (struct kin_span){reader->source, tag, tag + 1}, NULL);
            return false;
        }
    }
    return true;
}

/* Lines of a file that is none of ours must not be shown: it may have been named by mistake or malice. */
static bool begins_as_ours(const struct kin_source *source)
{
    static const char *const marks[] = {"urn:formkin:", "<item-bank",      "<item-template",
                                        "<assessment",  "<misconceptions", "<words"};
    size_t length = source->length < 4096 ? source->length : 4096;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (memmem(source->bytes, length, marks[i], strlen(marks[i]))) {
            return true;
        }
    }
    return false;
}

struct kin_xml *kin_xml_parse(kin_arena *arena, struct kin_diags *diags, struct kin_source *source)
{
    struct kin_xml_reader reader = {.arena = arena, .diags = diags, .source = source};
    source->quotable = begins_as_ours(source);
    if (strspn(source->bytes, " \t\r\n") == source->length) {
        kin_report(diags, KIN_E116, (struct kin_span){source, 0, 0}, NULL);
        return NULL;
    }
    if (!encoding_fits(&reader) || !attributes_bounded(&reader)) {
        return NULL;
    }
    parse(&reader);
    return reader.failed ? NULL : reader.root;
}
