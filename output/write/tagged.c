#include "write/tagged.h"

#include <qpdf/qpdf-c.h>

#include <stdio.h>
#include <string.h>

/* A walk through the structure tree in the order in which its elements were begun. */
struct walk {
    qpdf_data file;
    const struct structure *structure;
    size_t next;
    bool fits; /* the tree holds what was begun, so far */
};

static void set_text(const struct walk *walk, qpdf_oh element, const char *key, const char *text)
{
    qpdf_oh value = qpdf_oh_new_unicode_string(walk->file, text);
    qpdf_oh_replace_key(walk->file, element, key, value);
    qpdf_oh_release(walk->file, value);
}

static void set_parsed(const struct walk *walk, qpdf_oh element, const char *key, const char *object)
{
    qpdf_oh value = qpdf_oh_parse(walk->file, object);
    qpdf_oh_replace_key(walk->file, element, key, value);
    qpdf_oh_release(walk->file, value);
}

static bool is_element(const struct walk *walk, qpdf_oh object)
{
    return qpdf_oh_is_dictionary(walk->file, object) && qpdf_oh_has_key(walk->file, object, "/S");
}

static bool is_spread(const struct kin_op *tag)
{
    return tag && (tag->columns > 1 || tag->rows > 1);
}

/* Whom a heading heads, and how many columns and rows a cell spans. */
static void set_cell(const struct walk *walk, qpdf_oh object, const struct structure_element *element)
{
    char columns[32] = "", rows[32] = "", attributes[128];
    const struct kin_op *tag = element->tag;
    bool heading = strcmp(element->role, "TH") == 0;
    if (!heading && !is_spread(tag)) {
        return;
    }
    if (tag->columns > 1) {
        snprintf(columns, sizeof columns, " /ColSpan %d", tag->columns);
    }
    if (tag->rows > 1) {
        snprintf(rows, sizeof rows, " /RowSpan %d", tag->rows);
    }
    const char *scope = !heading ? "" : tag->heads_row ? " /Scope /Row" : " /Scope /Column";
    snprintf(attributes, sizeof attributes, "<< /O /Table%s%s%s >>", scope, columns, rows);
    set_parsed(walk, object, "/A", attributes);
}

static void walk_kids(struct walk *walk, qpdf_oh parent, int depth);

static void walk_element(struct walk *walk, qpdf_oh object, int depth)
{
    if (!is_element(walk, object)) {
        return; /* a piece of a page */
    }
    const struct structure *structure = walk->structure;
    const struct structure_element *element = walk->next < structure->count ? &structure->elements[walk->next++] : NULL;
    qpdf_oh role = qpdf_oh_get_key(walk->file, object, "/S");
    walk->fits = walk->fits && element && strcmp(qpdf_oh_get_name(walk->file, role) + 1, element->role) == 0;
    qpdf_oh_release(walk->file, role);
    if (!walk->fits) {
        return;
    }
    if (element->alternative) {
        set_text(walk, object, "/Alt", element->alternative);
    }
    set_cell(walk, object, element);
    walk_kids(walk, object, depth);
}

static void walk_array(struct walk *walk, qpdf_oh kids, int depth)
{
    int count = qpdf_oh_get_array_n_items(walk->file, kids);
    for (int i = 0; i < count && walk->fits; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(walk->file, kids, i);
        walk_element(walk, kid, depth);
        qpdf_oh_release(walk->file, kid);
    }
}

static void walk_kids(struct walk *walk, qpdf_oh parent, int depth)
{
    qpdf_oh kids = qpdf_oh_get_key(walk->file, parent, "/K");
    if (depth >= KIN_SCENE_DEPTH) {
        walk->fits = false;
    } else if (qpdf_oh_is_array(walk->file, kids)) {
        walk_array(walk, kids, depth + 1);
    } else {
        walk_element(walk, kids, depth + 1);
    }
    qpdf_oh_release(walk->file, kids);
}

static void tree_finish(struct walk *walk, qpdf_oh root)
{
    qpdf_oh tree = qpdf_oh_get_key(walk->file, root, "/StructTreeRoot");
    walk_kids(walk, tree, 0);
    qpdf_oh_release(walk->file, tree);
    walk->fits = walk->fits && walk->next == walk->structure->count;
}

static void pages_finish(const struct walk *walk)
{
    int count = qpdf_get_num_pages(walk->file);
    for (int i = 0; i < count; i++) {
        qpdf_oh page = qpdf_get_page_n(walk->file, (size_t)i);
        set_parsed(walk, page, "/Tabs", "/S");
        qpdf_oh_release(walk->file, page);
    }
}

static bool file_finish(struct walk *walk, const char *language)
{
    qpdf_oh root = qpdf_get_root(walk->file);
    if (language) {
        set_text(walk, root, "/Lang", language);
    }
    set_parsed(walk, root, "/MarkInfo", "<< /Marked true >>");
    set_parsed(walk, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    tree_finish(walk, root);
    pages_finish(walk);
    qpdf_oh_release(walk->file, root);
    return walk->fits && !qpdf_has_error(walk->file);
}

static bool file_write(struct kin_buf *bytes, qpdf_data file)
{
    if (qpdf_init_write_memory(file) & QPDF_ERRORS) {
        return false;
    }
    qpdf_set_deterministic_ID(file, QPDF_TRUE);
    qpdf_set_object_stream_mode(file, qpdf_o_generate);
    if (qpdf_write(file) & QPDF_ERRORS) {
        return false;
    }
    kin_buf_add_n(bytes, (const char *)qpdf_get_buffer(file), qpdf_get_buffer_length(file));
    return true;
}

bool kin_tagged_finish(struct kin_buf *bytes, const struct kin_buf *plain, const struct structure *structure,
                       const char *language, const char **reason)
{
    qpdf_data file = qpdf_init();
    struct walk walk = {.file = file, .structure = structure, .fits = true};
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    bool read = !(qpdf_read_memory(file, "form", plain->data, plain->length, NULL) & QPDF_ERRORS);
    bool fine = read && file_finish(&walk, language) && file_write(bytes, file);
    *reason = fine ? NULL : "the structure of the pages could not be tagged";
    qpdf_cleanup(&file);
    return fine;
}
