#include "bank/element.h"

#include <string.h>

static const struct kin_element elements[] = {
#define KIN_ELEMENT(id, name, text, doc) {KIN_ELEMENT_##id, name, KIN_TEXT_##text, doc},
#include "bank/elements.def"
};

static const struct kin_element_child children[] = {
#define KIN_CHILD(parent, child, cardinality) {KIN_ELEMENT_##parent, KIN_ELEMENT_##child, KIN_##cardinality},
#include "bank/elements.def"
};

static const struct kin_element_attribute attributes[] = {
#define KIN_ATTRIBUTE(element, name, type, presence, words, doc)                                                       \
    {KIN_ELEMENT_##element, name, KIN_ATTRIBUTE_##type, KIN_##presence, words, doc},
#include "bank/elements.def"
};

enum { CHILDREN = sizeof children / sizeof *children, ATTRIBUTES = sizeof attributes / sizeof *attributes };

const struct kin_element *kin_element(enum kin_element_id id)
{
    return &elements[id];
}

const struct kin_element_child *kin_element_children(enum kin_element_id id, size_t *count)
{
    size_t first = 0;
    while (first < CHILDREN && children[first].parent != id) {
        first++;
    }
    *count = 0;
    while (first + *count < CHILDREN && children[first + *count].parent == id) {
        ++*count;
    }
    return children + first;
}

const struct kin_element_attribute *kin_element_attributes(enum kin_element_id id, size_t *count)
{
    size_t first = 0;
    while (first < ATTRIBUTES && attributes[first].element != id) {
        first++;
    }
    *count = 0;
    while (first + *count < ATTRIBUTES && attributes[first + *count].element == id) {
        ++*count;
    }
    return attributes + first;
}

const struct kin_element_child *kin_element_child_named(const struct kin_element *parent, const char *name)
{
    size_t count;
    const struct kin_element_child *rows = kin_element_children(parent->id, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(elements[rows[i].child].name, name) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

const struct kin_element_attribute *kin_element_attribute_named(enum kin_element_id id, const char *name)
{
    size_t count;
    const struct kin_element_attribute *rows = kin_element_attributes(id, &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

bool kin_element_is_part(const struct kin_element_child *row)
{
    const char *name = elements[row->child].name;
    return !kin_element_child_named(kin_element(KIN_ELEMENT_STEM), name) &&
           !kin_element_child_named(kin_element(KIN_ELEMENT_P), name);
}

static void add_name(struct kin_buf *buf, const char *name)
{
    const char *quoted = kin_format(buf->arena, "<%s>", name);
    if (!buf->data || !strstr(buf->data, quoted)) {
        kin_buf_addf(buf, "%s%s", buf->length ? ", " : "", quoted);
    }
}

const char *kin_element_children_text(kin_arena *arena, const struct kin_element *parent)
{
    struct kin_buf buf = kin_buf_in(arena);
    size_t count;
    const struct kin_element_child *rows = kin_element_children(parent->id, &count);
    for (size_t i = 0; i < count; i++) {
        add_name(&buf, elements[rows[i].child].name);
    }
    return buf.length ? buf.data : NULL;
}

const char *kin_element_homes_text(kin_arena *arena, const char *name)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < CHILDREN; i++) {
        if (strcmp(elements[children[i].child].name, name) == 0) {
            add_name(&buf, elements[children[i].parent].name);
        }
    }
    return buf.length ? buf.data : NULL;
}

static const struct {
    enum kin_element_id id;
    const char *uri;
} roots[] = {{KIN_ELEMENT_ITEM_BANK, "urn:formkin:item-bank:1"},
             {KIN_ELEMENT_ASSESSMENT, "urn:formkin:assessment:1"},
             {KIN_ELEMENT_MISCONCEPTIONS, "urn:formkin:misconceptions:1"},
             {KIN_ELEMENT_WORDS, "urn:formkin:words:1"},
             {KIN_ELEMENT_PAPER_STYLE, "urn:formkin:paper-style:1"}};

const struct kin_element *kin_element_root_at(size_t index, const char **uri)
{
    if (index >= sizeof roots / sizeof *roots) {
        return NULL;
    }
    *uri = roots[index].uri;
    return &elements[roots[index].id];
}

const struct kin_element *kin_element_root(const char *name, const char **uri)
{
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        if (strcmp(elements[roots[i].id].name, name) == 0) {
            return kin_element_root_at(i, uri);
        }
    }
    return NULL;
}

void kin_report_nearest(struct kin_diags *diags, const char *nearest, const char *otherwise)
{
    if (nearest) {
        kin_report_mend(diags, "did you mean '%s'?", nearest);
    } else if (otherwise) {
        kin_report_mend(diags, "%s", otherwise);
    }
}
