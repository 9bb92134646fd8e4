/* Figures in the schema: an element for each kind, from the kinds' own tables. */
#include "bank/schema_text.h"

#include <string.h>

/* What is said of a kind or part below a root: its patterns are called figure.PATH, where PATH begins with the root. */
struct place {
    struct kin_buf *buf;
    const char *root;
    const struct kin_figure_part_kind *kind;
    const char *path;
};

enum version { OWN, TRANSLATED };

static void add_attribute_value(struct kin_buf *buf, const struct kin_figure_attribute *row)
{
    if (row->type != KIN_FIGURE_CHOICE) {
        kin_buf_add(buf, "<text/>");
        return;
    }
    kin_buf_add(buf, "<choice><data type=\"token\"><param name=\"pattern\">\\{.*\\}</param></data>");
    for (const char *at = row->words; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        kin_buf_addf(buf, "<value>%.*s</value>", (int)length, at);
        at += length;
    }
    kin_buf_add(buf, "</choice>");
}

/* A text may be written as a child, and a translation takes what it does not say from the element before it. */
static void add_rows(const struct place *place, enum version version)
{
    for (const struct kin_figure_attribute *row = place->kind->attributes; row && row->name; row++) {
        bool needed = !row->otherwise && version == OWN && row->type != KIN_FIGURE_TEXT;
        kin_buf_addf(place->buf, "      %s<attribute name=\"%s\">", needed ? "" : "<optional>", row->name);
        kin_schema_documentation(place->buf, row->doc);
        add_attribute_value(place->buf, row);
        kin_buf_addf(place->buf, "</attribute>%s\n", needed ? "" : "</optional>");
    }
    kin_buf_add(place->buf,
                "      <optional><attribute name=\"layer\"><choice><value>both</value><value>student</value>"
                "<value>key</value></choice></attribute></optional>\n");
    if (version == TRANSLATED) {
        kin_buf_add(place->buf, "      <attribute name=\"xml:lang\"><text/></attribute>\n");
    }
}

/* Texts of this kind, each perhaps with translations. */
static void add_texts(const struct place *place)
{
    for (const struct kin_figure_attribute *row = place->kind->attributes; row && row->name; row++) {
        if (row->type == KIN_FIGURE_TEXT) {
            kin_buf_addf(place->buf,
                         "<element name=\"%s\"><optional><attribute name=\"xml:lang\"><text/></attribute></optional>"
                         "<ref name=\"figure.%s.line\"/></element>",
                         row->name, place->root);
        }
    }
}

/* Conditions and repetitions hold what is around them. */
static void add_branches(const struct place *place)
{
    static const char *const elements[][2] = {{"if", "test"}, {"when", "test"},    {"for", NULL},
                                              {"else", NULL}, {"otherwise", NULL}, {"choose", NULL}};
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        kin_buf_addf(place->buf, "<element name=\"%s\">", elements[i][0]);
        if (elements[i][1]) {
            kin_buf_addf(place->buf, "<attribute name=\"%s\"><text/></attribute>", elements[i][1]);
        }
        if (strcmp(elements[i][0], "for") == 0) {
            kin_buf_add(place->buf,
                        "<attribute name=\"each\"><text/></attribute><attribute name=\"in\"><text/></attribute>");
        }
        kin_buf_addf(place->buf, "<ref name=\"figure.%s.in\"/></element>", place->path);
    }
    kin_buf_add(place->buf, "<element name=\"use\"><attribute name=\"fragment\"><text/></attribute></element>");
}

static void add_content(const struct place *place)
{
    bool label = kin_figure_attribute_named(place->kind, "label") != NULL;
    kin_buf_addf(place->buf, "  <define name=\"figure.%s.in\"><choice>", place->path);
    if (label) {
        kin_buf_addf(place->buf, "<ref name=\"figure.%s.line\"/>", place->root);
    }
    kin_buf_add(place->buf, "<zeroOrMore><choice>");
    for (const struct kin_figure_part_kind *part = place->kind->parts; part && part->name; part++) {
        kin_buf_addf(place->buf, "<ref name=\"figure.%s.%s\"/>", place->path, part->name);
    }
    add_texts(place);
    add_branches(place);
    kin_buf_add(place->buf, "</choice></zeroOrMore></choice></define>\n");
}

static void add_version(const struct place *place, enum version version)
{
    kin_buf_addf(place->buf, "    <element name=\"%s\">", place->kind->name);
    kin_schema_documentation(place->buf, place->kind->doc);
    add_rows(place, version);
    kin_buf_addf(place->buf, "      <ref name=\"figure.%s.in\"/></element>\n", place->path);
}

static void add_parts(const struct place *place)
{
    kin_arena *arena = place->buf->arena;
    for (const struct kin_figure_part_kind *kind = place->kind->parts; kind && kind->name; kind++) {
        const struct place part = {place->buf, place->root, kind, kin_format(arena, "%s.%s", place->path, kind->name)};
        kin_buf_addf(place->buf, "  <define name=\"figure.%s\"><choice>\n", part.path);
        add_version(&part, OWN);
        add_version(&part, TRANSLATED);
        kin_buf_add(place->buf, "  </choice></define>\n");
        add_content(&part);
        add_parts(&part);
    }
}

static void add_line(struct kin_buf *buf, const char *root)
{
    static const char *const names[] = {"m", "em", "strong", "blank", "if", "else", "for", "choose", "use"};
    kin_buf_addf(buf, "  <define name=\"figure.%s.line\"><zeroOrMore><choice><text/>", root);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        kin_buf_addf(buf,
                     "<element name=\"%s\"><zeroOrMore><attribute><anyName/><text/></attribute></zeroOrMore>"
                     "<ref name=\"anything\"/></element>",
                     names[i]);
    }
    kin_buf_add(buf, "</choice></zeroOrMore></define>\n");
}

static struct place place_of(struct kin_buf *buf, const struct kin_figure_kind *figure, const char *root)
{
    return (struct place){buf, root, &figure->whole, kin_format(buf->arena, "%s.%s", root, figure->whole.name)};
}

void kin_schema_figure(struct kin_buf *buf, const struct kin_figure_kind *figure, const char *root)
{
    const struct place place = place_of(buf, figure, root);
    kin_buf_add(buf, "    <element name=\"figure\">");
    kin_schema_documentation(buf, figure->whole.doc);
    kin_buf_addf(buf,
                 "      <attribute name=\"kind\"><value>%s</value></attribute>\n"
                 "      <optional><attribute name=\"id\"><text/></attribute></optional>\n"
                 "      <optional><attribute name=\"scale\"><choice><value>yes</value><value>no</value></choice>"
                 "</attribute></optional>\n",
                 figure->whole.name);
    add_rows(&place, OWN);
    kin_buf_addf(buf, "      <ref name=\"figure.%s.in\"/></element>\n", place.path);
}

void kin_schema_figures(struct kin_buf *buf, const struct kin_figure_kinds *kinds, const char *root)
{
    add_line(buf, root);
    for (size_t i = 0; i < kinds->count; i++) {
        const struct place place = place_of(buf, kinds->items[i], root);
        add_content(&place);
        add_parts(&place);
    }
}
