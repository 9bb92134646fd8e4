/* Every kind of figure has examples; each is drawn in all states and described in all languages. Tables have some, too:
 * what a student gets shows no answer, the completed state all of them, and the gallery prints both on one page. */
#include "touch.h"

#include "bank/element.h"
#include "draw/draw.h"
#include "page/gallery.h"
#include "page/page.h"

#include <string.h>

struct examples {
    struct kin_typesetter *type, *sans; /* sans: for large print */
    kin_arena *arena;
    struct kin_diags diags;
    struct kin_library *library;
    size_t faults;
};

static void fail(struct examples *examples, const char *where, const char *what)
{
    printf("%s: %s\n", where, what);
    examples->faults++;
}

static void try_example(struct examples *examples, const char *xml, const char *where)
{
    const struct kin_figure *english = kin_figure_alone(examples->library, xml, "en");
    const struct kin_figure *spanish = kin_figure_alone(examples->library, xml, "es");
    if (!english || !spanish) {
        fail(examples, where, "it cannot be read");
        return;
    }
    if (!*english->alternative || strcmp(english->alternative, spanish->alternative) == 0) {
        fail(examples, where, english->alternative);
    }
    const char *large = kin_format(examples->arena, "%s in large print", where);
    examples->faults += touch_figure(examples->type, examples->arena, english, where);
    examples->faults += touch_figure_in(examples->sans, examples->arena, english, large, KIN_TOUCH_LARGE);
}

static void try_kind(struct examples *examples, const struct kin_figure_kind *kind)
{
    size_t count = 0;
    while (count < 4 && kind->examples[count]) {
        const char *where = kin_format(examples->arena, "%s %zu", kind->whole.name, count + 1);
        try_example(examples, kind->examples[count++], where);
    }
    if (count < 3) {
        fail(examples, kind->whole.name, "it has fewer than three examples");
    }
}

/* What a student has to find is not told: figures whose pictures hide a number, and how that reads. */
static void hide_answers(struct examples *examples)
{
    static const struct {
        const char *xml, *hidden;
    } cases[] = {
        {"<figure kind=\"number-line\" from=\"-7\" to=\"7\" step=\"7/6\" numbers=\"ends\"><point at=\"-7/3\">P</point>"
         "</figure>",
         "7/3"},
        {"<figure kind=\"number-line\" from=\"-40\" to=\"40\" step=\"8\" numbers=\"zero\"><point at=\"24\">P</point>"
         "<segment from=\"-16\" to=\"24\"/></figure>",
         "24"},
        {"<figure kind=\"number-line\" from=\"0\" to=\"30\" numbers=\"ends\" step=\"5\"><ray from=\"12\" "
         "through=\"30\"/></figure>",
         "12"},
        {"<figure kind=\"circle-graph\"><sector value=\"35\" label=\"Pop 35%\"/><sector value=\"45\" label=\"Rock "
         "45%\"/>"
         "<sector value=\"20\" label=\"Folk\"/></figure>",
         "20"},
        {"<figure kind=\"circle-graph\"><sector value=\"50\" label=\"Rice\"/><sector value=\"37\" label=\"Corn\"/>"
         "<sector value=\"13\" label=\"?\"/></figure>",
         "13"},
        {"<figure kind=\"number-line\" from=\"0\" to=\"30\" step=\"3\"><ray from=\"18\" through=\"30\" layer=\"key\"/>"
         "</figure>",
         "18"},
        {"<figure kind=\"triangle\" sides=\"[30, 40, 50]\"><side at=\"1\">30 ft</side><side "
         "at=\"3\"><m>x</m></side></figure>",
         "50"},
        {"<figure kind=\"angle-diagram\"><line direction=\"0\"/><line direction=\"47\"/><angle from=\"0\" to=\"47\">"
         "<m>x</m></angle></figure>",
         "47"},
        {"<figure kind=\"prism\" width=\"8\" depth=\"5\" height=\"17\"><measure of=\"width\">8 cm</measure><measure "
         "of=\"height\">?</measure></figure>",
         "17"},
        {"<figure kind=\"tape-diagram\"><tape count=\"3\" size=\"19\"><each>?</each></tape></figure>", "19"},
        {"<figure kind=\"hanger-diagram\"><weight side=\"left\" count=\"2\" weighs=\"13\"><m>x</m></weight><weight "
         "side=\"right\" weighs=\"26\">26</weight></figure>",
         "13"},
        {"<figure kind=\"double-number-line\" upper-to=\"15\" lower-to=\"6\"><pair at=\"4\" lower=\"?\"/><pair "
         "at=\"6\"/>"
         "</figure>",
         "4"},
        {"<figure kind=\"drawing\" x-to=\"4\" y-to=\"4\"><segment from=\"[0, 0]\" to=\"[1, sqrt(2)]\"/></figure>", "/"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct kin_figure *figure = kin_figure_alone(examples->library, cases[i].xml, "en");
        if (!figure || strstr(figure->alternative, cases[i].hidden)) {
            fail(examples, cases[i].xml, figure ? figure->alternative : "it cannot be read");
        }
    }
}

/* ---- Tables ----------------------------------------------------------------------------------------------------- */

/* The texts of a scene in the order of drawing, each between line ends. */
static void add_texts(struct kin_buf *buf, const struct kin_op *op)
{
    for (; op; op = op->next) {
        if (op->kind == KIN_OP_GLYPHS && op->text && *op->text) {
            kin_buf_addf(buf, "%s\n", op->text);
        }
        add_texts(buf, op->kids);
    }
}

static const char *texts_of(kin_arena *arena, const struct kin_ops *ops)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "\n");
    add_texts(&buf, ops->first);
    return buf.data;
}

static size_t times(kin_arena *arena, const char *texts, const char *text)
{
    const char *line = kin_format(arena, "\n%s\n", text);
    size_t count = 0;
    for (const char *at = texts; (at = strstr(at, line)); at++) {
        count++;
    }
    return count;
}

static const struct kin_response *blanks_of(const struct kin_item *item)
{
    bool has = item->part_count == 1 && item->parts[0].response_count == 1;
    return has && item->parts[0].responses[0].blank_count ? &item->parts[0].responses[0] : NULL;
}

static size_t keyed(const struct kin_response *response, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < response->blank_count; i++) {
        count += strcmp(response->blanks[i].key.text, text) == 0;
    }
    return count;
}

/* The texts of its states. */
struct states {
    const char *student, *key;
};

static struct states states_of(const struct kin_layout *layout, const struct kin_item *item)
{
    const struct kin_box *student = kin_gallery_state(layout, item, KIN_LAYER_STUDENT);
    const struct kin_box *key = kin_gallery_state(layout, item, KIN_LAYER_KEY);
    return (struct states){texts_of(layout->arena, &student->ops), texts_of(layout->arena, &key->ops)};
}

static void fill(struct examples *examples, const struct states *states, const struct kin_response *response,
                 const char *where)
{
    for (size_t i = 0; i < response->blank_count; i++) {
        const char *key = response->blanks[i].key.text;
        size_t before = times(examples->arena, states->student, key);
        size_t after = times(examples->arena, states->key, key);
        if (after != before + keyed(response, key)) {
            fail(examples, where,
                 kin_format(examples->arena, "%s stands there %zu times, then %zu", key, before, after));
        }
        if (before) {
            fail(examples, where, kin_format(examples->arena, "the student can read %s", key));
        }
    }
}

/* With what it is an example of above it. */
static bool on_one_page(struct examples *examples, const struct kin_document *gallery, const char *what,
                        const struct states *states)
{
    const char *above = kin_format(examples->arena, "\n%s.\n<stem>", what);
    for (size_t i = 0; i < gallery->count; i++) {
        const char *page = texts_of(examples->arena, &gallery->pages[i]->ops), *at = strstr(page, above);
        if (at && strstr(at, states->student) && strstr(at, states->key)) {
            return true;
        }
    }
    return false;
}

static size_t try_element(struct examples *examples, const struct kin_layout *layout,
                          const struct kin_document *gallery, enum kin_element_id id)
{
    size_t count = 0;
    for (const struct kin_element_example *example = kin_element_examples(id); example->xml; example++, count++) {
        const struct kin_item *item = kin_item_alone(examples->library, example->xml, "en");
        const struct kin_response *response = item ? blanks_of(item) : NULL;
        if (!response) {
            fail(examples, example->what, "it cannot be read, or has no blanks");
            continue;
        }
        struct states states = states_of(layout, item);
        fill(examples, &states, response, example->what);
        if (!on_one_page(examples, gallery, example->what, &states)) {
            fail(examples, example->what, "no page of the gallery has it");
        }
    }
    return count;
}

static void try_tables(struct examples *examples)
{
    enum { TABLES = 6, RECEIPTS = 2 };
    struct kin_set set = {.language = "en"};
    struct kin_layout layout = kin_layout_of(examples->type, examples->arena, &examples->diags, &set);
    const struct kin_document *gallery = kin_page_gallery(examples->type, examples->arena, examples->library);
    if (try_element(examples, &layout, gallery, KIN_ELEMENT_TABLE) != TABLES ||
        try_element(examples, &layout, gallery, KIN_ELEMENT_RECEIPT) != RECEIPTS) {
        fail(examples, "tables", "the number of examples is another one");
    }
    if (kin_element_examples(KIN_ELEMENT_P)->xml) {
        fail(examples, "<p>", "it has no examples");
    }
}

int main(void)
{
    struct examples examples = {.arena = kin_arena_new()};
    examples.diags = kin_diags_in(examples.arena);
    examples.library = kin_library_new(examples.arena, &examples.diags);
    kin_library_take_figures(examples.library, kin_figure_all());
    examples.type = kin_type_open(&examples.diags, &kin_fonts_schola, NULL);
    examples.sans = kin_type_open(&examples.diags, kin_fonts_named("dejavu"), NULL);
    for (size_t i = 0; examples.type && examples.sans && i < kin_figure_all()->count; i++) {
        try_kind(&examples, kin_figure_all()->items[i]);
    }
    hide_answers(&examples);
    if (examples.type) {
        try_tables(&examples);
    }
    struct kin_buf buf = kin_buf_in(examples.arena);
    for (size_t i = 0; i < examples.diags.count; i++) {
        kin_diag_write(&buf, &examples.diags.items[i]);
    }
    printf("%s%zu kinds, %zu faults\n", buf.data ? buf.data : "", kin_figure_all()->count, examples.faults);
    bool fine = examples.faults == 0 && examples.diags.count == 0;
    kin_type_free(examples.type);
    kin_type_free(examples.sans);
    kin_arena_free(examples.arena);
    return fine ? 0 : 1;
}
