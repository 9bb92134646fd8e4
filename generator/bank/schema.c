#include "bank/schema.h"

#include "bank/language.h"
#include "bank/schema_text.h"
#include "content/answer.h"

#include <string.h>

/* A pattern is written once for each element below a root (the namespaces differ) and, where what it may hold is that
 * of the element around it, once for each such element: item-bank.STEM, item-bank.IF.in.STEM. */
struct schema {
    kin_arena *arena;
    struct kin_buf *buf;
    const struct kin_element *root;
    const struct kin_figure_kinds *figures;
    bool wanted[KIN_ELEMENT_COUNT][KIN_ELEMENT_COUNT]; /* element, model; its own where it has one */
    bool written[KIN_ELEMENT_COUNT][KIN_ELEMENT_COUNT];
    bool wanted_translated[KIN_ELEMENT_COUNT], written_translated[KIN_ELEMENT_COUNT]; /* item-bank.STEM.translated */
};

static const char *const id_names[] = {
#define KIN_ELEMENT(id, name, text, doc) #id,
#include "bank/elements.def"
};

static void add_escaped(struct kin_buf *buf, const char *text)
{
    for (; *text; text++) {
        static const char signs[] = "<>&\"";
        static const char *const names[] = {"&lt;", "&gt;", "&amp;", "&quot;"};
        const char *sign = strchr(signs, *text);
        if (sign) {
            kin_buf_add(buf, names[sign - signs]);
        } else {
            kin_buf_add_char(buf, *text);
        }
    }
}

void kin_schema_documentation(struct kin_buf *buf, const char *doc)
{
    kin_buf_add(buf, "<a:documentation>");
    add_escaped(buf, doc);
    kin_buf_add(buf, "</a:documentation>\n");
}

/* ---- Attributes ------------------------------------------------------------------------------------------------- */

static void add_some_text(struct kin_buf *buf)
{
    kin_buf_add(buf, "<data type=\"token\"><param name=\"minLength\">1</param></data>");
}

static void add_pattern(struct kin_buf *buf, const char *pattern)
{
    kin_buf_addf(buf, "<data type=\"token\"><param name=\"pattern\">%s</param></data>", pattern);
}

static void add_word(struct kin_buf *buf, const char *word, size_t length)
{
    kin_buf_addf(buf, "<value type=\"token\">%.*s</value>", (int)length, word);
}

static void add_words(struct kin_buf *buf, const char *words)
{
    kin_buf_add(buf, "<choice>");
    for (const char *at = words; *at;) {
        size_t length = strcspn(at, " ");
        add_word(buf, at, length);
        at += length + strspn(at + length, " ");
    }
    kin_buf_add(buf, "</choice>");
}

static void add_integer(struct kin_buf *buf, const char *bounds)
{
    size_t least = strcspn(bounds, " ");
    kin_buf_addf(buf,
                 "<data type=\"integer\"><param name=\"minInclusive\">%.*s</param>"
                 "<param name=\"maxInclusive\">%s</param></data>",
                 (int)least, bounds, bounds + least + strspn(bounds + least, " "));
}

static void add_answer_types(struct kin_buf *buf)
{
    size_t count;
    const struct kin_answer_type *const *types = kin_answer_types(&count);
    kin_buf_add(buf, "<choice>");
    for (size_t i = 0; i < count; i++) {
        add_word(buf, types[i]->name, strlen(types[i]->name));
    }
    kin_buf_add(buf, "</choice>");
}

static void add_value(struct kin_buf *buf, const struct kin_element_attribute *row)
{
    const char *pattern = kin_attribute_type_row(row->type)->pattern;
    if (row->type == KIN_ATTRIBUTE_WORD) {
        add_words(buf, row->words);
    } else if (row->type == KIN_ATTRIBUTE_YES_NO) {
        add_words(buf, "yes no");
    } else if (row->type == KIN_ATTRIBUTE_INTEGER) {
        add_integer(buf, row->words);
    } else if (row->type == KIN_ATTRIBUTE_ANSWER_TYPE) {
        add_answer_types(buf);
    } else if (*pattern) {
        add_pattern(buf, pattern);
    } else {
        add_some_text(buf);
    }
}

/* A translation takes what it does not say from the element before it; a text may be a child instead. */
enum version { OWN, TRANSLATED };

/* A blank of a translation is only named, and a schema does not know where it stands. */
static bool may_be_shared(const struct kin_element_attribute *row)
{
    return row->element == KIN_ELEMENT_BLANK;
}

static void add_attribute(struct kin_buf *buf, const struct kin_element_attribute *row, enum version version)
{
    bool child = kin_element_child_named(kin_element(row->element), row->name) != NULL;
    bool needed = row->presence == KIN_NEEDED && version == OWN && !child && !may_be_shared(row);
    kin_buf_addf(buf, "      %s<attribute name=\"%s\">", needed ? "" : "<optional>", row->name);
    kin_schema_documentation(buf, row->doc);
    kin_buf_add(buf, "        ");
    add_value(buf, row);
    kin_buf_addf(buf, "</attribute>%s\n", needed ? "" : "</optional>");
}

static void add_language(struct kin_buf *buf)
{
    kin_buf_add(buf, "      <attribute name=\"xml:lang\">");
    kin_schema_documentation(buf, "It says what the element before it says, in this language");
    add_pattern(buf, kin_attribute_type_row(KIN_ATTRIBUTE_LANGUAGE)->pattern);
    kin_buf_add(buf, "</attribute>\n");
}

static void add_attributes(struct kin_buf *buf, const struct kin_element *element, enum version version)
{
    size_t count;
    const struct kin_element_attribute *rows = kin_element_attributes(element->id, &count);
    for (size_t i = 0; i < count; i++) {
        add_attribute(buf, &rows[i], version);
    }
    if (version == TRANSLATED) {
        add_language(buf);
    }
    kin_buf_add(buf, "      <ref name=\"foreign\"/>\n");
}

/* ---- Content ---------------------------------------------------------------------------------------------------- */

/* May it hold what the element around it may? */
static bool is_transparent(const struct kin_element *element)
{
    return element->text == KIN_TEXT_OUTER || element->id == KIN_ELEMENT_CHOOSE;
}

static void add_ref(struct schema *schema, enum kin_element_id id, enum kin_element_id model)
{
    bool transparent = is_transparent(kin_element(id));
    schema->wanted[id][transparent ? model : id] = true;
    kin_buf_addf(schema->buf, "<ref name=\"%s.%s", schema->root->name, id_names[id]);
    kin_buf_addf(schema->buf, transparent ? ".in.%s\"/>" : "\"/>", id_names[model]);
}

static void add_translated_ref(struct schema *schema, enum kin_element_id id)
{
    if (kin_element_translatable(kin_element(id))) {
        schema->wanted_translated[id] = true;
        kin_buf_addf(schema->buf, "<ref name=\"%s.%s.translated\"/>", schema->root->name, id_names[id]);
    }
}

static void add_translations(struct schema *schema, enum kin_element_id id)
{
    if (kin_element_translatable(kin_element(id))) {
        kin_buf_add(schema->buf, "<zeroOrMore>");
        add_translated_ref(schema, id);
        kin_buf_add(schema->buf, "</zeroOrMore>");
    }
}

static void add_wrapped(struct schema *schema, const char *wrap, enum kin_element_id id, enum kin_element_id model)
{
    kin_buf_addf(schema->buf, "<%s>", wrap);
    add_ref(schema, id, model);
    kin_buf_addf(schema->buf, "</%s>", wrap);
}

/* An <else> comes directly after its <if>. */
static void add_alternative(struct schema *schema, enum kin_element_id id, enum kin_element_id model)
{
    if (id == KIN_ELEMENT_IF) {
        kin_buf_add(schema->buf, "<group>");
        add_ref(schema, KIN_ELEMENT_IF, model);
        add_wrapped(schema, "optional", KIN_ELEMENT_ELSE, model);
        kin_buf_add(schema->buf, "</group>");
    } else if (id != KIN_ELEMENT_ELSE) {
        add_ref(schema, id, model);
        add_translated_ref(schema, id);
    }
}

/* What may stand how often, as the validator counts it. */
struct model {
    const struct kin_element *element;
    const struct kin_element_child *rows;
    size_t count;
    bool inner; /* of an element that takes it over */
    bool loops; /* a <for> may bring what is needed */
    bool uses;  /* a <use> may bring what is needed once or more often */
    bool text;
};

static struct model model_of(const struct kin_element *element, bool inner)
{
    struct model model = {.element = element, .inner = inner};
    model.rows = kin_element_children(element->id, &model.count);
    model.loops = kin_element_child_named(element, kin_element(KIN_ELEMENT_FOR)->name) != NULL;
    model.uses = kin_element_child_named(element, kin_element(KIN_ELEMENT_USE)->name) != NULL;
    model.text = element->text != KIN_TEXT_NONE;
    return model;
}

static bool is_once(const struct kin_element_child *row)
{
    return row->cardinality == KIN_ONE || row->cardinality == KIN_OPTIONAL;
}

/* Does it stand among what is repeated in any order? */
static bool is_repeated(const struct model *model, const struct kin_element_child *row)
{
    return row->cardinality == KIN_ANY ||
           (row->cardinality == KIN_SOME && (model->inner || model->loops || model->uses));
}

static void add_counted(struct schema *schema, const struct model *model)
{
    for (size_t i = 0; i < model->count; i++) {
        const struct kin_element_child *row = &model->rows[i];
        enum kin_element_id of = model->element->id;
        if (is_repeated(model, row) || (is_once(row) && model->inner)) {
            continue;
        }
        kin_buf_add(schema->buf, is_once(row) ? "<group>" : "<oneOrMore><group>");
        if (row->cardinality == KIN_OPTIONAL || (row->cardinality == KIN_ONE && model->loops)) {
            add_wrapped(schema, "optional", row->child, of);
        } else {
            add_ref(schema, row->child, of);
        }
        add_translations(schema, row->child);
        kin_buf_add(schema->buf, is_once(row) ? "</group>" : "</group></oneOrMore>");
    }
}

static bool is_needed(const struct model *model)
{
    bool needed = false;
    for (size_t i = 0; i < model->count; i++) {
        needed = needed || (model->rows[i].cardinality == KIN_SOME && is_repeated(model, &model->rows[i]));
    }
    return needed && !model->inner;
}

static void add_repeated(struct schema *schema, const struct model *model)
{
    size_t repeated = 0;
    for (size_t i = 0; i < model->count; i++) {
        repeated += is_repeated(model, &model->rows[i]);
    }
    if (!repeated) {
        kin_buf_add(schema->buf, model->text ? "<text/>" : "");
        return;
    }
    const char *wrap = is_needed(model) ? "oneOrMore" : "zeroOrMore";
    kin_buf_addf(schema->buf, "<%s><choice>%s", wrap, model->text ? "<text/>" : "");
    for (size_t i = 0; i < model->count; i++) {
        if (is_repeated(model, &model->rows[i])) {
            add_alternative(schema, model->rows[i].child, model->element->id);
        }
    }
    kin_buf_addf(schema->buf, "</choice></%s>", wrap);
}

static void add_content(struct schema *schema, const struct model *model)
{
    bool single = model->element->text == KIN_TEXT_PLAIN || model->element->text == KIN_TEXT_FORMULA;
    kin_buf_add(schema->buf, "      ");
    if (model->element->text == KIN_TEXT_FRAGMENT) {
        kin_buf_add(schema->buf, "<ref name=\"anything\"/>");
    } else if (!model->count && single) {
        add_some_text(schema->buf);
    } else if (!model->count) {
        kin_buf_add(schema->buf, model->text ? "<text/>" : "<empty/>");
    } else {
        kin_buf_add(schema->buf, "<interleave>");
        add_counted(schema, model);
        add_repeated(schema, model);
        kin_buf_add(schema->buf, "<empty/></interleave>");
    }
    kin_buf_add(schema->buf, "\n");
}

/* <when> and <otherwise> hold what stands around their <choose>. */
static void add_cases(struct schema *schema, enum kin_element_id model)
{
    kin_buf_add(schema->buf, "      <interleave>");
    add_wrapped(schema, "oneOrMore", KIN_ELEMENT_WHEN, model);
    add_wrapped(schema, "optional", KIN_ELEMENT_OTHERWISE, model);
    kin_buf_add(schema->buf, "</interleave>\n");
}

/* Each kind of figure is an element of its own. */
static void add_figures(struct schema *schema)
{
    kin_buf_addf(schema->buf, "  <define name=\"%s.%s\"><choice><notAllowed/>\n", schema->root->name,
                 id_names[KIN_ELEMENT_FIGURE]);
    for (size_t i = 0; i < schema->figures->count; i++) {
        kin_schema_figure(schema->buf, schema->figures->items[i], schema->root->name);
    }
    kin_buf_add(schema->buf, "  </choice></define>\n");
    kin_schema_figures(schema->buf, schema->figures, schema->root->name);
}

static void add_define(struct schema *schema, enum kin_element_id id, enum kin_element_id model)
{
    const struct kin_element *element = kin_element(id);
    if (id == KIN_ELEMENT_FIGURE) {
        add_figures(schema);
        return;
    }
    bool transparent = is_transparent(element);
    kin_buf_addf(schema->buf, "  <define name=\"%s.%s", schema->root->name, id_names[id]);
    kin_buf_addf(schema->buf, transparent ? ".in.%s\">\n" : "\">\n", id_names[model]);
    kin_buf_addf(schema->buf, "    <element name=\"%s\">", element->name);
    kin_schema_documentation(schema->buf, element->doc);
    add_attributes(schema->buf, element, OWN);
    if (id == KIN_ELEMENT_CHOOSE) {
        add_cases(schema, model);
    } else {
        struct model content = model_of(kin_element(model), transparent);
        add_content(schema, &content);
    }
    kin_buf_add(schema->buf, "    </element>\n  </define>\n");
}

static void add_translated_define(struct schema *schema, enum kin_element_id id)
{
    const struct kin_element *element = kin_element(id);
    struct model content = model_of(element, false);
    kin_buf_addf(schema->buf, "  <define name=\"%s.%s.translated\">\n    <element name=\"%s\">", schema->root->name,
                 id_names[id], element->name);
    kin_schema_documentation(schema->buf, element->doc);
    add_attributes(schema->buf, element, TRANSLATED);
    add_content(schema, &content);
    kin_buf_add(schema->buf, "    </element>\n  </define>\n");
}

/* ---- The whole -------------------------------------------------------------------------------------------------- */

static bool add_wanted(struct schema *schema)
{
    bool more = false;
    for (size_t i = 0; i < KIN_ELEMENT_COUNT * KIN_ELEMENT_COUNT; i++) {
        size_t id = i / KIN_ELEMENT_COUNT, model = i % KIN_ELEMENT_COUNT;
        if (schema->wanted[id][model] && !schema->written[id][model]) {
            schema->written[id][model] = more = true;
            add_define(schema, (enum kin_element_id)id, (enum kin_element_id)model);
        }
    }
    for (size_t id = 0; id < KIN_ELEMENT_COUNT; id++) {
        if (schema->wanted_translated[id] && !schema->written_translated[id]) {
            schema->written_translated[id] = more = true;
            add_translated_define(schema, (enum kin_element_id)id);
        }
    }
    return more;
}

static void add_root(struct kin_buf *buf, const struct kin_element *root, const char *uri,
                     const struct kin_figure_kinds *figures)
{
    struct schema *schema = KIN_NEW(buf->arena, struct schema);
    *schema = (struct schema){.arena = buf->arena, .buf = buf, .root = root, .figures = figures};
    schema->wanted[root->id][root->id] = true;
    kin_buf_addf(buf, "  <div ns=\"%s\">\n", uri);
    while (add_wanted(schema)) {
    }
    kin_buf_add(buf, "  </div>\n");
}

void kin_schema_write(struct kin_buf *buf, const struct kin_figure_kinds *figures)
{
    const char *uri;
    kin_buf_add(buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
                     "    xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
                     "    datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
                     "  <start><choice>");
    for (size_t i = 0; kin_element_root_at(i, &uri); i++) {
        const struct kin_element *root = kin_element_root_at(i, &uri);
        kin_buf_addf(buf, "<ref name=\"%s.%s\"/>", root->name, id_names[root->id]);
    }
    kin_buf_add(buf, "</choice></start>\n"
                     "  <define name=\"foreign\"><zeroOrMore><attribute><anyName><except><nsName ns=\"\"/>"
                     "<name>xml:lang</name></except></anyName><text/></attribute></zeroOrMore></define>\n");
    kin_buf_add(buf, "  <define name=\"anything\"><zeroOrMore><choice><text/><element><anyName/>"
                     "<zeroOrMore><attribute><anyName/><text/></attribute></zeroOrMore>"
                     "<ref name=\"anything\"/></element></choice></zeroOrMore></define>\n");
    for (size_t i = 0; kin_element_root_at(i, &uri); i++) {
        const struct kin_element *root = kin_element_root_at(i, &uri);
        add_root(buf, root, uri, figures);
    }
    kin_buf_add(buf, "</grammar>\n");
}
