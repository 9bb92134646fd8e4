/* Elements and attributes, from bank/elements.def and bank/attribute_types.def. */
#include "reference.h"

#include <stdlib.h>
#include <string.h>

/* Several elements have one name: <row> of a table and of a rubric. The anchor is the id: "table-row". */
static const char *const anchors[] = {
#define KIN_ELEMENT(id, name, text, doc) #id,
#include "bank/elements.def"
};

static const char *anchor_of(kin_arena *arena, enum kin_element_id id)
{
    char *anchor = kin_copy(arena, anchors[id]);
    for (char *at = anchor; *at; at++) {
        *at = *at == '_' ? '-' : (char)(*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at);
    }
    return anchor;
}

static const char *homes_of(kin_arena *arena, enum kin_element_id id)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (int parent = 0; parent < KIN_ELEMENT_COUNT; parent++) {
        size_t count;
        const struct kin_element_child *rows = kin_element_children((enum kin_element_id)parent, &count);
        for (size_t i = 0; i < count; i++) {
            if (rows[i].child == id) {
                kin_buf_addf(&buf, "%s<%s>", buf.length ? ", " : "", kin_element((enum kin_element_id)parent)->name);
            }
        }
    }
    return buf.length ? buf.data : NULL;
}

static const char *children_of(kin_arena *arena, enum kin_element_id id)
{
    static const char *const counts[] = {
        [KIN_ONE] = " (one)", [KIN_OPTIONAL] = " (at most one)", [KIN_ANY] = "", [KIN_SOME] = " (at least one)"};
    struct kin_buf buf = kin_buf_in(arena);
    size_t count;
    const struct kin_element_child *rows = kin_element_children(id, &count);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&buf, "%s<%s>%s", i ? ", " : "", kin_element(rows[i].child)->name, counts[rows[i].cardinality]);
    }
    return buf.length ? buf.data : NULL;
}

static const char *text_of(enum kin_element_text text)
{
    static const char *const texts[] = {[KIN_TEXT_PLAIN] = "text, as it is",
                                        [KIN_TEXT_FORMULA] = "a formula",
                                        [KIN_TEXT_PHRASE] = "text with {holes}",
                                        [KIN_TEXT_FRAGMENT] = "anything that may stand where it is used",
                                        [KIN_TEXT_FIGURE] = "what the figure's kind takes",
                                        [KIN_TEXT_OUTER] = "whatever the element around it may hold"};
    return (size_t)text < sizeof texts / sizeof *texts ? texts[text] : NULL;
}

static void add_attribute(struct sheet *sheet, kin_arena *arena, const struct kin_element_attribute *row)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_addf(&buf, "%s (%s", row->doc, row->presence == KIN_NEEDED ? "needed; " : "");
    if (row->type == KIN_ATTRIBUTE_WORD) {
        kin_buf_addf(&buf, "one of: %s)", row->words);
    } else if (row->type == KIN_ATTRIBUTE_INTEGER) {
        int least = (int)strcspn(row->words, " ");
        kin_buf_addf(&buf, "whole number from %.*s to%s)", least, row->words, row->words + least);
    } else {
        kin_buf_addf(&buf, "%s)", kin_attribute_type_row(row->type)->name);
    }
    sheet_row(sheet, row->name, buf.data);
}

static void add_line(struct sheet *sheet, kin_arena *arena, const char *lead, const char *text)
{
    if (text) {
        sheet_text(sheet, kin_format(arena, "%s: %s", lead, text));
    }
}

void reference_element(struct sheet *sheet, const struct kin_element *element)
{
    kin_arena *arena = kin_arena_new();
    size_t count;
    const struct kin_element_attribute *rows = kin_element_attributes(element->id, &count);
    sheet_heading(sheet, anchor_of(arena, element->id),
                  kin_format(arena, "Element <%s>: %s", element->name, element->doc));
    add_line(sheet, arena, "Stands in", homes_of(arena, element->id));
    add_line(sheet, arena, "May hold", children_of(arena, element->id));
    add_line(sheet, arena, "Its text", text_of(element->text));
    if (count) {
        sheet_text(sheet, "Attributes:");
    }
    for (size_t i = 0; i < count; i++) {
        add_attribute(sheet, arena, &rows[i]);
    }
    const struct kin_element_example *example = kin_element_examples(element->id);
    for (; example->xml; example++) {
        sheet_code(sheet, kin_format(arena, "%s:", example->what), example->xml);
    }
    kin_arena_free(arena);
}

/* An element with its parts, each once on a page: rows and cells belong to tables and receipts. */
static void add_whole(struct sheet *sheet, const struct kin_element *element, bool *told)
{
    size_t count;
    const struct kin_element_child *rows = kin_element_children(element->id, &count);
    if (told[element->id]) {
        return;
    }
    told[element->id] = true;
    reference_element(sheet, element);
    for (size_t i = 0; i < count; i++) {
        if (kin_element_is_part(&rows[i])) {
            add_whole(sheet, kin_element(rows[i].child), told);
        }
    }
}

void reference_shown(struct sheet *sheet)
{
    bool told[KIN_ELEMENT_COUNT] = {false};
    for (int id = 0; id < KIN_ELEMENT_COUNT; id++) {
        if (kin_element_examples((enum kin_element_id)id)->xml) {
            add_whole(sheet, kin_element((enum kin_element_id)id), told);
        }
    }
}

void topic_elements(struct sheet *sheet)
{
    kin_arena *arena = kin_arena_new();
    for (int id = 0; id < KIN_ELEMENT_COUNT; id++) {
        const struct kin_element *element = kin_element((enum kin_element_id)id);
        const char *to = kin_format(arena, "#%s", anchor_of(arena, element->id));
        sheet_link(sheet, element->name, to, element->doc);
    }
    for (int id = 0; sheet->look == SHEET_MARKDOWN && id < KIN_ELEMENT_COUNT; id++) {
        reference_element(sheet, kin_element((enum kin_element_id)id));
    }
    if (sheet->look == SHEET_PLAIN) {
        sheet_text(sheet, "More about one of them:  formkin help pick");
    }
    kin_arena_free(arena);
}

/* ---- Attributes by name ---- */

struct use {
    const struct kin_element_attribute *row;
    const struct kin_element *element;
};

static int by_name(const void *a, const void *b)
{
    const struct use *x = a, *y = b;
    int order = strcmp(x->row->name, y->row->name);
    return order ? order : (int)x->element->id - (int)y->element->id;
}

static size_t gather(kin_arena *arena, struct use **uses)
{
    size_t used = 0, room = 0;
    *uses = NULL;
    for (int id = 0; id < KIN_ELEMENT_COUNT; id++) {
        size_t count;
        const struct kin_element_attribute *rows = kin_element_attributes((enum kin_element_id)id, &count);
        for (size_t i = 0; i < count; i++) {
            KIN_PUSH(arena, *uses, used, room) = (struct use){&rows[i], kin_element((enum kin_element_id)id)};
        }
    }
    qsort(*uses, used, sizeof **uses, by_name);
    return used;
}

static void add_uses(struct sheet *sheet, kin_arena *arena)
{
    struct use *uses;
    size_t count = gather(arena, &uses);
    sheet_heading(sheet, "attributes", "All attributes");
    for (size_t i = 0, next; i < count; i = next) {
        struct kin_buf buf = kin_buf_in(arena);
        for (next = i; next < count && strcmp(uses[next].row->name, uses[i].row->name) == 0; next++) {
            kin_buf_addf(&buf, "%s<%s>", next == i ? "" : ", ", uses[next].element->name);
        }
        sheet_row(sheet, uses[i].row->name, buf.data);
    }
}

void topic_attributes(struct sheet *sheet)
{
    kin_arena *arena = kin_arena_new();
    sheet_heading(sheet, "types", "What attributes take");
    for (int type = 0; type < KIN_ATTRIBUTE_TYPE_COUNT; type++) {
        const struct kin_attribute_type_row *row = kin_attribute_type_row((enum kin_attribute_type)type);
        sheet_row(sheet, row->name, row->doc);
    }
    add_uses(sheet, arena);
    kin_arena_free(arena);
}
