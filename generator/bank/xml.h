/* An XML file as a tree in which everything knows its exact bytes. libxml2 (SAX2) judges well-formedness and names the
 * elements; places, attributes and text are read from the bytes that were kept, since libxml2's tree has no columns.
 * No DOCTYPE, no entities but the five, no CDATA, no network. Comments and processing instructions are passed over. */
#ifndef KIN_BANK_XML_H
#define KIN_BANK_XML_H

#include "base/diag.h"

struct kin_element; /* element.h */

struct kin_xml_attribute {
    const char *name; /* as written: "xml:lang" */
    struct kin_span name_span;
    struct kin_span value_span; /* without the quotes */
    const char *language;       /* in a copy in this language: translated; else NULL */
};

/* An element (name != NULL) or a text between tags. */
struct kin_xml {
    const char *name;     /* without prefix; NULL: text */
    const char *uri;      /* namespace; "" when there is none */
    struct kin_span span; /* all of it, from "<" to the end of its end tag; of a text, all of it */
    struct kin_span tag;  /* the start tag, "<" to ">" */
    struct kin_xml_attribute *attributes;
    size_t attribute_count;
    const struct kin_xml *parent;        /* NULL: the root */
    struct kin_xml *first, *last, *next; /* kids in order; next sibling */
    const struct kin_element *element;   /* its descriptor, once the tree is validated */
    bool faulty;                         /* the validator reported something in it */
    bool tag_faulty;                     /* about its attributes */
    const char *language;                /* it stands here for another element's text (language.h); else NULL */
    bool shared;                         /* a blank that stands in what its alternative translates, too */
};

/* The root of a file's tree, in `arena`; NULL after reporting. `source` must stay as long as the tree. */
struct kin_xml *kin_xml_parse(kin_arena *arena, struct kin_diags *diags, struct kin_source *source);

/* Span of the element's name in its start tag. */
struct kin_span kin_xml_name_span(const struct kin_xml *xml);

/* The attribute, or NULL; its value with entities replaced (zeroed text when there is no such attribute). */
const struct kin_xml_attribute *kin_xml_attribute(const struct kin_xml *xml, const char *name);
struct kin_text kin_xml_value(kin_arena *arena, const struct kin_xml *xml, const char *name);
struct kin_text kin_xml_value_of(kin_arena *arena, const struct kin_xml_attribute *attribute);

/* The value without white space around it, or NULL when there is no such attribute. */
const char *kin_xml_string(kin_arena *arena, const struct kin_xml *xml, const char *name);

/* Decoded text of a text node. */
struct kin_text kin_xml_text(kin_arena *arena, const struct kin_xml *text);

/* The text of an element that holds nothing else; "" with a place when it is empty. */
struct kin_text kin_xml_inner(kin_arena *arena, const struct kin_xml *xml);

/* The same as words with single spaces between them. */
const char *kin_xml_words(kin_arena *arena, const struct kin_xml *xml);

/* Is it a text of white space only? */
bool kin_xml_blank(const struct kin_xml *xml);

/* First kid of that name, and the next sibling of that name; NULL: none. */
const struct kin_xml *kin_xml_kid(const struct kin_xml *xml, const char *name);
const struct kin_xml *kin_xml_next(const struct kin_xml *xml, const char *name);

/* First element among the kids, and the next element after `xml`; texts are passed over. */
const struct kin_xml *kin_xml_first_element(const struct kin_xml *xml);
const struct kin_xml *kin_xml_next_element(const struct kin_xml *xml);

/* ---- Used by the files xml*.c only ---------------------------------------------------------------------------- */

struct _xmlError;
struct _xmlParserCtxt;

struct kin_xml_reader {
    kin_arena *arena;
    struct kin_diags *diags;
    const struct kin_source *source;
    struct _xmlParserCtxt *context;
    struct kin_xml *root, *current;
    uint32_t end; /* of the last tag */
    size_t depth, nodes;
    bool failed;
};

/* Read the attributes out of a start tag's bytes. */
void kin_xml_read_attributes(struct kin_xml_reader *reader, struct kin_xml *xml);

/* Make text nodes of the bytes between two tags, without comments and processing instructions. */
void kin_xml_read_text(struct kin_xml_reader *reader, uint32_t begin, uint32_t end);

/* Report what libxml2 found in our words. */
void kin_xml_report(struct kin_xml_reader *reader, const struct _xmlError *error);

/* Count a node against KIN_LIMIT_XML_NODES; false after reporting. */
bool kin_xml_count(struct kin_xml_reader *reader, uint32_t place);

/* Report at bytes begin to end-1 and stop reading. */
void kin_xml_stop(struct kin_xml_reader *reader);

#endif
