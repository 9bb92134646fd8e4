#include "write/tagged.h"

#include <qpdf/qpdf-c.h>

#include <string.h>

/* A walk through the structure tree in the order in which its elements were begun. */
struct walk {
    qpdf_data file;
    const struct structure *structure;
    size_t next;
    bool fits; /* the tree holds what was begun, so far */
};

/* Where an element stands among others. */
struct among {
    int depth;
    int row; /* of a table's rows and their cells, from 0 */
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

static void element_finish(struct walk *walk, qpdf_oh object, const struct structure_element *element,
                           struct among among)
{
    if (element->alternative) {
        set_text(walk, object, "/Alt", element->alternative);
    }
    if (strcmp(element->role, "TH") == 0) {
        set_parsed(walk, object, "/A",
                   among.row == 0 ? "<< /O /Table /Scope /Column >>" : "<< /O /Table /Scope /Row >>");
    }
}

static void walk_kids(struct walk *walk, qpdf_oh parent, struct among among);

static void walk_element(struct walk *walk, qpdf_oh object, struct among among)
{
    if (!is_element(walk, object)) {
        return; /* a piece of a page */
    }
    const struct structure *structure = walk->structure;
    const struct structure_element *element = walk->next < structure->count ? &structure->elements[walk->next++] : NULL;
    qpdf_oh role = qpdf_oh_get_key(walk->file, object, "/S");
    walk->fits = walk->fits && element && strcmp(qpdf_oh_get_name(walk->file, role) + 1, element->role) == 0;
    qpdf_oh_release(walk->file, role);
    if (walk->fits) {
        element_finish(walk, object, element, among);
        walk_kids(walk, object, among);
    }
}

static void walk_array(struct walk *walk, qpdf_oh kids, struct among among)
{
    int count = qpdf_oh_get_array_n_items(walk->file, kids), row = 0;
    for (int i = 0; i < count && walk->fits; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(walk->file, kids, i);
        bool rows = among.row < 0 && is_element(walk, kid);
        walk_element(walk, kid, (struct among){among.depth, rows ? row++ : among.row});
        qpdf_oh_release(walk->file, kid);
    }
}

/* The kids of a table count as its rows, and what is in a row has its number; a table within begins anew. */
static void walk_kids(struct walk *walk, qpdf_oh parent, struct among among)
{
    qpdf_oh kids = qpdf_oh_get_key(walk->file, parent, "/K");
    qpdf_oh role = qpdf_oh_get_key(walk->file, parent, "/S");
    bool table = qpdf_oh_is_name_and_equals(walk->file, role, "/Table");
    struct among inner = {among.depth + 1, table ? -1 : among.row};
    qpdf_oh_release(walk->file, role);
    if (inner.depth > KIN_SCENE_DEPTH) {
        walk->fits = false;
    } else if (qpdf_oh_is_array(walk->file, kids)) {
        walk_array(walk, kids, inner);
    } else {
        walk_element(walk, kids, (struct among){inner.depth, table ? 0 : inner.row});
    }
    qpdf_oh_release(walk->file, kids);
}

static void tree_finish(struct walk *walk, qpdf_oh root)
{
    qpdf_oh tree = qpdf_oh_get_key(walk->file, root, "/StructTreeRoot");
    walk_kids(walk, tree, (struct among){0, 0});
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
