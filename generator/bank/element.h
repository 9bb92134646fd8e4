/* The element tables: what a bank, an assessment template or a register may hold. One generic validator works from
 * them, and so will the schema for editors and the reference pages. Tables: elements.def. */
#ifndef KIN_BANK_ELEMENT_H
#define KIN_BANK_ELEMENT_H

#include "bank/xml.h"

/* What may stand between an element's tags besides the elements that the table lists for it. */
enum kin_element_text {
    KIN_TEXT_NONE,     /* white space only */
    KIN_TEXT_PLAIN,    /* text, needed, without holes */
    KIN_TEXT_FORMULA,  /* a formula, needed */
    KIN_TEXT_PHRASE,   /* text with {holes} */
    KIN_TEXT_FRAGMENT, /* anything: it is judged where it is used */
    KIN_TEXT_FIGURE,   /* text, parts and attributes of any name besides those that are listed: its kind judges them */
    KIN_TEXT_OUTER     /* whatever the element around it may hold: <if>, <for> and the like */
};

enum kin_element_id {
#define KIN_ELEMENT(id, name, text, doc) KIN_ELEMENT_##id,
#include "bank/elements.def"

    KIN_ELEMENT_COUNT
};

enum kin_cardinality { KIN_ONE, KIN_OPTIONAL, KIN_ANY, KIN_SOME };

struct kin_element_child {
    enum kin_element_id parent, child;
    enum kin_cardinality cardinality;
};

enum kin_attribute_type {
#define KIN_ATTRIBUTE_TYPE(id, name, pattern, doc) KIN_ATTRIBUTE_##id,
#include "bank/attribute_types.def"
#undef KIN_ATTRIBUTE_TYPE
    KIN_ATTRIBUTE_TYPE_COUNT
};

struct kin_attribute_type_row {
    const char *name, *pattern, *doc; /* columns of attribute_types.def */
};
const struct kin_attribute_type_row *kin_attribute_type_row(enum kin_attribute_type type);

enum kin_presence { KIN_NEEDED, KIN_IF_WANTED };

struct kin_element_attribute {
    enum kin_element_id element;
    const char *name;
    enum kin_attribute_type type;
    enum kin_presence presence;
    const char *words; /* of a WORD: those it may be; of an INTEGER: "least most"; else "" */
    const char *doc;
};

struct kin_element {
    enum kin_element_id id;
    const char *name;
    enum kin_element_text text;
    const char *doc;
};

/* The descriptor of an id; its rows in the tables of children and attributes. */
const struct kin_element *kin_element(enum kin_element_id id);
const struct kin_element_child *kin_element_children(enum kin_element_id id, size_t *count);
const struct kin_element_attribute *kin_element_attributes(enum kin_element_id id, size_t *count);

/* What an element of this name is among the children of `parent`; NULL when it may not stand there. */
const struct kin_element_child *kin_element_child_named(const struct kin_element *parent, const char *name);

/* Names of all elements in which one of this name may stand: "<stem>, <p>"; NULL when no element has the name. */
const char *kin_element_homes_text(kin_arena *arena, const char *name);

/* The attribute's row, or NULL. */
const struct kin_element_attribute *kin_element_attribute_named(enum kin_element_id id, const char *name);

/* The root element of a name, with its namespace; NULL when there is none. */
const struct kin_element *kin_element_root(const char *name, const char **uri);

/* The root elements one after the other; NULL behind the last one. */
const struct kin_element *kin_element_root_at(size_t index, const char **uri);

/* Is a child a part of its parent alone, such as a row of a table, and nothing that stands elsewhere in content, too?
 */
bool kin_element_is_part(const struct kin_element_child *row);

/* How an element is written and what for: what stands in a template behind its title. Tests read and draw it, the
 * gallery shows it. */
struct kin_element_example {
    const char *what, *xml; /* a few words; lines */
};

/* The examples of an element; the row behind the last one has no xml. */
const struct kin_element_example *kin_element_examples(enum kin_element_id id);

/* Names of what may stand in `parent`: "<pick>, <let>, <where>". */
const char *kin_element_children_text(kin_arena *arena, const struct kin_element *parent);

/* Check a whole tree against the tables, set kin_xml.element everywhere, report everything that does not fit. A node
 * that was reported and cannot be understood keeps element == NULL. Returns false when anything was reported. */
bool kin_xml_validate(kin_arena *arena, struct kin_diags *diags, struct kin_xml *root);

/* Check one attribute's value against its type; used by the validator. Returns false after reporting. */
bool kin_attribute_check(kin_arena *arena, struct kin_diags *diags, const struct kin_element_attribute *row,
                         const struct kin_xml_attribute *attribute);

/* Mend the last report: "did you mean 'nearest'?", or `otherwise` (may be NULL) when nothing is near. */
void kin_report_nearest(struct kin_diags *diags, const char *nearest, const char *otherwise);

#endif
