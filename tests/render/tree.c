/* What a reader finds in a tagged PDF, read back by qpdf. Usage: tree FILE.pdf
 * First a line "language, shows title, marked"; then one element a line, indented: role, scope, alternative text. */
#include <qpdf/qpdf-c.h>

#include <stdbool.h>
#include <stdio.h>

static qpdf_data file;

static void put_text(qpdf_oh from, const char *key, const char *before)
{
    if (qpdf_oh_has_key(file, from, key)) {
        printf("%s%s", before, qpdf_oh_get_utf8_value(file, qpdf_oh_get_key(file, from, key)));
    }
}

static void put_element(qpdf_oh element, int depth);

static void put_kids(qpdf_oh parent, int depth)
{
    qpdf_oh kids = qpdf_oh_get_key(file, parent, "/K");
    if (!qpdf_oh_is_array(file, kids)) {
        put_element(kids, depth);
        return;
    }
    for (int i = 0; i < qpdf_oh_get_array_n_items(file, kids); i++) {
        put_element(qpdf_oh_get_array_item(file, kids, i), depth);
    }
}

/* "[Column, 2 columns]" */
static void put_attributes(qpdf_oh cell)
{
    static const struct {
        const char *key, *name;
    } spans[] = {{"/ColSpan", "columns"}, {"/RowSpan", "rows"}};
    const char *comma = "";
    printf(" [");
    if (qpdf_oh_has_key(file, cell, "/Scope")) {
        printf("%s", qpdf_oh_get_name(file, qpdf_oh_get_key(file, cell, "/Scope")) + 1);
        comma = ", ";
    }
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        if (qpdf_oh_has_key(file, cell, spans[i].key)) {
            int count = qpdf_oh_get_int_value_as_int(file, qpdf_oh_get_key(file, cell, spans[i].key));
            printf("%s%d %s", comma, count, spans[i].name);
            comma = ", ";
        }
    }
    printf("]");
}

static void put_element(qpdf_oh element, int depth)
{
    if (!qpdf_oh_is_dictionary(file, element) || !qpdf_oh_has_key(file, element, "/S")) {
        return;
    }
    printf("%*s%s", 2 * depth, "", qpdf_oh_get_name(file, qpdf_oh_get_key(file, element, "/S")) + 1);
    if (qpdf_oh_has_key(file, element, "/A")) {
        qpdf_oh attributes = qpdf_oh_get_key(file, element, "/A");
        put_attributes(attributes);
    }
    put_text(element, "/Alt", ": ");
    putchar('\n');
    put_kids(element, depth + 1);
}

static const char *flag(qpdf_oh root, const char *dictionary, const char *key)
{
    qpdf_oh within = qpdf_oh_get_key(file, root, dictionary);
    bool set = qpdf_oh_is_dictionary(file, within) && qpdf_oh_get_bool_value(file, qpdf_oh_get_key(file, within, key));
    return set ? "yes" : "no";
}

int main(int argc, char **argv)
{
    file = qpdf_init();
    if (argc != 2 || (qpdf_read(file, argv[1], NULL) & QPDF_ERRORS)) {
        fprintf(stderr, "usage: tree FILE.pdf\n");
        return 1;
    }
    qpdf_oh root = qpdf_get_root(file);
    put_text(root, "/Lang", "");
    printf(", %s, %s\n", flag(root, "/ViewerPreferences", "/DisplayDocTitle"), flag(root, "/MarkInfo", "/Marked"));
    if (qpdf_oh_has_key(file, root, "/StructTreeRoot")) {
        put_kids(qpdf_oh_get_key(file, root, "/StructTreeRoot"), 0);
    }
    qpdf_cleanup(&file);
    return 0;
}
