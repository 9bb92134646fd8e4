/* A proof sheet: formulas, paragraphs and blocks as a publisher's reader would want to see them. Usage: specimen
 * OUT.pdf */
#include "build.h"

#include "base/file.h"
#include "type/type.h"
#include "write/write.h"

#include <stdio.h>

static const struct kin_text_style style = {.size_pt = 11, .leading = 1.3, .paragraph_gap = 3};

static formula quadratic(void)
{
    formula under =
        root(ROW(power(letter("b"), number("2")), operator("−"), number("4"), letter("a"), letter("c")), NULL);
    return ROW(letter("x"), relation("="),
               fraction(ROW(sign("−"), letter("b"), operator("±"), under), ROW(number("2"), letter("a"))));
}

static formula frac(const char *a, const char *b)
{
    return fraction(number(a), number(b));
}

static formula system_of_two(void)
{
    return GRID("{", ROW(typed("2x+3y"), typed("=12")), ROW(typed("x-y"), typed("=-1")));
}

static formula chain(void)
{
    return GRID("", ROW(typed("3(x-2)+5"), typed("=2x+11")), ROW(typed("3x-6+5"), typed("=2x+11")),
                ROW(typed("3x-1"), typed("=2x+11")), ROW(typed("x"), typed("=12")));
}

static formula chain_of_fractions(void)
{
    return GRID(
        "", ROW(ROW(frac("2", "3"), letter("x"), operator("+"), frac("1", "6")), ROW(relation("="), frac("5", "4"))),
        ROW(ROW(frac("2", "3"), letter("x")), ROW(relation("="), frac("13", "12"))),
        ROW(letter("x"), ROW(relation("="), mixed(number("1"), frac("5", "8")))));
}

static formula formula_number(int which)
{
    switch (which) {
    case 0:
        return typed("3x + 4 = -5");
    case 1:
        return typed("3 - (-5) = 8");
    case 2:
        return ROW(fence("(", ROW(sign("−"), number("3")), ")"), operator("·"), typed("4 = -12"));
    case 3:
        return ROW(power(fence("(", typed("-3"), ")"), number("2")), relation("="), number("9"));
    case 4:
        return ROW(frac("3", "4"), operator("+"), frac("5", "6"), relation("="), frac("19", "12"), relation("="),
                   mixed(number("1"), frac("7", "12")));
    case 5:
        return ROW(mixed(number("2"), frac("1", "2")), operator("÷"), frac("3", "8"));
    case 6:
        return ROW(fraction(typed("x+3"), number("4")), relation("≤"), frac("7", "2"));
    case 7:
        return ROW(fraction(frac("2", "3"), frac("5", "8")), relation("="), frac("2", "3"), operator("·"),
                   frac("8", "5"));
    case 8:
        return quadratic();
    case 9:
        return ROW(root(number("50"), NULL), relation("="), number("5"), root(number("2"), NULL));
    case 10:
        return ROW(root(number("27"), number("3")), relation("="), number("3"));
    case 11:
        return root(fraction(letter("a"), letter("b")), NULL);
    case 12:
        return ROW(fence("|", typed("x-3"), "|"), relation(">"), number("5"));
    case 13:
        return ROW(fence("|", ROW(sign("−"), frac("2", "3")), "|"), relation("="), frac("2", "3"));
    case 14:
        return power(fence("(", frac("2", "3"), ")"), number("4"));
    case 15:
        return ROW(power(letter("x"), number("2")), operator("+"), typed("6x + 9 ="),
                   power(typed("(x+3)"), number("2")));
    case 16:
        return ROW(number("0."), bar(number("36")), relation("="), frac("4", "11"));
    case 17:
        return ROW(number("4.7"), operator("×"), power(number("10"), ROW(sign("−"), number("5"))));
    case 18:
        return ROW(number("$1,250.00"), operator("·"), number("6"), symbol("%"));
    case 19:
        return ROW(letter("m"), symbol("∠"), letter("A"), letter("B"), letter("C"), relation("="), number("45"),
                   symbol("°"));
    case 20:
        return system_of_two();
    case 21:
        return chain();
    case 22:
        return typed("f(x) = 2x - 7");
    case 23:
        return ROW(letter("y"), relation("="), sign("−"), frac("3", "4"), letter("x"), operator("+"), number("2"));
    case 24:
        return ROW(letter("A"), relation("="), symbol("π"), power(letter("r"), number("2")), relation("≈"),
                   number("78.5"), space("thin"), power(word("cm"), number("2")));
    case 25:
        return ROW(power(number("2"), frac("1", "2")), relation("="), root(number("2"), NULL));
    case 26:
        return ROW(index_of(letter("a"), letter("n")), relation("="), index_of(letter("a"), number("1")), operator("+"),
                   typed("(n-1)d"));
    case 27:
        return ROW(letter("x"), relation("="), blank());
    case 28:
        return typed("(3, -2), (0, 4)");
    case 29:
        return typed("h = 4f + gj - ky");
    case 30:
        return ROW(fraction(typed("12y^3"), typed("4y")), relation("="), typed("3y^2"));
    case 31:
        return ROW(letter("x"), relation("≥"), sign("−"), mixed(number("3"), frac("1", "3")));
    case 32:
        return ROW(fence("(", ROW(letter("x"), operator("−"), frac("1", "2")), ")"),
                   fence("(", ROW(letter("x"), operator("+"), frac("1", "2")), ")"));
    case 33:
        return ROW(number("7"), fence("[", ROW(number("3"), operator("−"), typed("(2-5)")), "]"));
    case 34:
        return ROW(fence("{", typed("2, 3, 5, 7"), "}"));
    case 35:
        return ROW(power(power(letter("x"), number("2")), number("3")), operator("·"),
                   scripts(letter("x"), number("4"), letter("i")));
    case 36:
        return ROW(power(letter("x"), ROW(number("2"), letter("n"), operator("+"), number("1"))));
    case 37:
        return ROW(word("unit price"), relation("="), fraction(word("total cost"), word("number of items")));
    case 38:
        return fraction(ROW(number("3"), operator("+"), root(number("5"), NULL)),
                        ROW(number("2"), operator("−"), fraction(number("1"), letter("x"))));
    case 39:
        return ROW(bar(ROW(letter("A"), letter("B"))), relation("≅"), bar(ROW(letter("C"), letter("D"))));
    case 40:
        return chain_of_fractions();
    case 41:
        return GRID(
            "{", ROW(ROW(frac("1", "2"), letter("x"), operator("+"), letter("y")), ROW(relation("="), number("4"))),
            ROW(ROW(letter("x"), operator("−"), frac("2", "3"), letter("y")), ROW(relation("="), frac("5", "6"))),
            ROW(letter("z"), typed("=0")));
    default:
        return NULL;
    }
}

static void page_of_formulas(struct kin_document *document, struct kin_typesetter *type)
{
    struct kin_scene *scene = kin_scene_new(build_arena, 612, 792);
    double x = 54, y = 64, low = 0;
    for (int i = 0; formula_number(i); i++) {
        struct kin_box *shown = kin_box_maths(type, build_arena, formula_number(i), 11, KIN_DISPLAY);
        struct kin_box *inside = kin_box_maths(type, build_arena, formula_number(i), 11, KIN_INLINE);
        struct kin_box *label = kin_box_text(type, build_arena, kin_format(build_arena, "%d.", i), &style);
        kin_box_draw(&scene->ops, label, x - 22, y);
        kin_box_draw(&scene->ops, shown, x, y);
        kin_box_draw(&scene->ops, inside, x + 130, y);
        double below = shown->descent > inside->descent ? shown->descent : inside->descent;
        y += below + 32 > 44 ? below + 32 : 44;
        low = y > low ? y : low;
        if (i % 14 == 13) {
            x += i == 27 ? 0 : 250;
            y = 64;
        }
        if (i == 27) {
            kin_document_add(build_arena, document, scene);
            scene = kin_scene_new(build_arena, 612, 792);
            x = 54;
        }
    }
    kin_document_add(build_arena, document, scene);
}

static struct kin_node *cell(struct kin_node *content)
{
    return node_of(KIN_NODE_CELL, KIDS(content));
}

static struct kin_node *header(struct kin_node *row)
{
    row->header = true;
    return row;
}

#define ROW_OF(...) node_of(KIN_NODE_ROW, KIDS(__VA_ARGS__))

static struct kin_node *ticket_table(void)
{
    struct kin_node *caption = node_of(KIN_NODE_CAPTION, KIDS(text("Tickets sold at the fair")));
    return node_of(KIN_NODE_TABLE,
                   KIDS(caption,
                        header(ROW_OF(cell(text("Number of tickets, ")), cell(text("4")), cell(text("7")),
                                      cell(text("10")), cell(text("12")))),
                        ROW_OF(cell(P(text("Cost, "), maths(letter("c")))), cell(text("$3.00")), cell(text("$5.25")),
                               cell(maths(ROW(number("$"), frac("15", "2")))), cell(text("")))));
}

static struct kin_node *words_table(void)
{
    return node_of(KIN_NODE_TABLE,
                   KIDS(header(ROW_OF(cell(text("Statement")),
                                      cell(text("What it means for the number of solutions of the equation")),
                                      cell(text("Number")))),
                        ROW_OF(cell(maths(typed("3x + 1 = 3x + 5"))),
                               cell(text("The two sides can never be equal, whatever number is put in for the letter, "
                                         "so that there is none.")),
                               cell(text("none"))),
                        ROW_OF(cell(maths(typed("2(x + 1) = 2x + 2"))), cell(text("Both sides are always equal.")),
                               cell(text("infinitely many")))));
}

static struct kin_nodes first_page(void)
{
    struct kin_node *list = node_of(
        KIN_NODE_LIST,
        KIDS(
            node_of(KIN_NODE_ITEM, KIDS(P(text("Combine like terms on each side, then move the variable terms to "
                                               "one side; the constant terms go to the other side.")))),
            node_of(KIN_NODE_ITEM,
                    KIDS(P(text("Divide by the coefficient, which is "), maths(frac("3", "4")), text(", and check.")))),
            node_of(KIN_NODE_ITEM, KIDS(node_of(KIN_NODE_LIST, KIDS(node_of(KIN_NODE_ITEM, KIDS(text("inside"))),
                                                                    node_of(KIN_NODE_ITEM, KIDS(text("outside")))))))));
    list->numbered = true;
    struct kin_node *work = node_of(KIN_NODE_WORK, KIDS(display(typed("3(x - 4) = 2x + 5")),
                                                        display(typed("3x - 4 = 2x + 5")), display(typed("x = 9")),
                                                        P(text("So the answer is "), maths(number("9")), text("."))));
    work->numbered = true;
    struct kin_node *lines = kin_node_new(build_arena, KIN_NODE_LINES);
    lines->size = 3;
    return flow_of(KIDS(
        P(text("Solve for "), maths(letter("x")), text(".")), display(typed("-3x + 4 = -11")),
        P(text("A recipe for 12 muffins needs "), maths(mixed(number("1"), frac("3", "4"))),
          text(" cups of flour and "), maths(frac("2", "3")),
          text(" cup of sugar. Priya wants to bake 30 muffins for the school's spring fair, so she multiplies both "
               "amounts by "),
          maths(ROW(frac("30", "12"), relation("="), mixed(number("2"), frac("1", "2")))),
          text(". \"How much flour do I need?\" she asks. Write an equation, solve it, and explain what "),
          maths(letter("x")), text(" stands for in Priya's kitchen ("), maths(typed("x > 0")), text("). Don't round.")),
        P(bold("Part A. "), text("The temperature fell from "), maths(ROW(number("8"), symbol("°"), word("C"))),
          text(" to "), maths(ROW(sign("−"), number("5"), symbol("°"), word("C"))),
          text(" overnight. Which expression gives the change? "), italic("Choose one answer. "),
          text("The five-kilometer walk on the "), maths(letter("x")),
          text("-axis takes 45 minutes, a long-distance well-known self-evident walk.")),
        node_of(KIN_NODE_NOTE,
                KIDS(P(text("A "), bold("proportional relationship"), text(" has the form "), maths(typed("y = kx")),
                       text(", where "), maths(letter("k")), text(" is the constant of proportionality.")))),
        ticket_table(), words_table(), list, work,
        node_of(KIN_NODE_BESIDE,
                KIDS(node_of(KIN_NODE_ITEM, KIDS(P(text("Plan A")), display(typed("y = 0.1x + 20")))),
                     node_of(KIN_NODE_ITEM, KIDS(P(text("Plan B")), display(typed("y = 0.25x + 5")))))),
        P(text("The cost is "), kin_node_new(build_arena, KIN_NODE_BLANK), text(" dollars, or "),
          maths(ROW(blank(), symbol("%"))), text(" of it.")),
        lines));
}

static formula long_sum(int terms)
{
    struct kin_maths *row = KIN_NEW(build_arena, struct kin_maths);
    size_t room = 0;
    row->kind = KIN_MATHS_ROW;
    for (int i = 1; i <= terms; i++) {
        if (i > 1) {
            KIN_PUSH(build_arena, row->kids, row->count, room) = i % 6 ? operator("+") : relation("=");
        }
        KIN_PUSH(build_arena, row->kids, row->count, room) =
            ROW(number(kin_format(build_arena, "%d", i * 7)), letter("x"));
    }
    return row;
}

static struct kin_nodes second_page(void)
{
    struct kin_node *grid = kin_node_new(build_arena, KIN_NODE_GRID);
    grid->size = 6;
    return flow_of(KIDS(P(text("A long formula in the text, "), maths(long_sum(23)), text(", breaks at relations.")),
                        P(text("A long display:")), display(long_sum(30)), display(quadratic()),
                        display(system_of_two()), display(chain()), display(chain_of_fractions()),
                        P(text("She said 'no' and \"(3 × 4) ≤ 12\"; π ≈ 3.14, √2 − 1, 90°, 5¢, caf\xC3\xA9, naïve, "
                               "Ångström, 1–9, a—b, △ABC ∼ △DEF, x′.")),
                        P(text("Unbreakable: "),
                          text("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikantenverbandsvorsitzend"
                               "enstellvertreterinnen"),
                          text(" ends.")),
                        grid));
}

static void page_of(struct kin_document *document, struct kin_typesetter *type, struct kin_nodes nodes)
{
    struct kin_scene *scene = kin_scene_new(build_arena, 612, 792);
    struct kin_box *box = kin_box_flow(type, build_arena, &nodes, &style, 432);
    kin_box_draw(&scene->ops, box, 72, 54 + box->ascent);
    kin_line(&scene->ops, 504, 54, 504, 740, (struct kin_ink){.gray = 0.8, .stroke_width = 0.3});
    kin_qr(&scene->ops, "https://formkin.example/f/7QK2-M9XD-A", 500, 690, 57);
    kin_document_add(build_arena, document, scene);
}

int main(int argc, char **argv)
{
    build_arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(build_arena);
    struct kin_typesetter *type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    struct kin_buf bytes = kin_buf_in(build_arena), messages = kin_buf_in(build_arena);
    const char *reason = NULL;
    bool done = false;
    if (type) {
        struct kin_document document = {.title = "Specimen", .language = "en"};
        page_of_formulas(&document, type);
        page_of(&document, type, first_page());
        page_of(&document, type, second_page());
        done = kin_writer_named("pdf")->write(&bytes, &document, type, &reason) && argc == 2 &&
               kin_file_write(&diags, argv[1], bytes.data, bytes.length, KIN_FILE_SHARED);
    }
    for (size_t i = 0; i < diags.count; i++) {
        kin_diag_write(&messages, &diags.items[i]);
    }
    fputs(messages.data, stderr);
    bool clean = done && !diags.errors;
    kin_type_free(type);
    kin_arena_free(build_arena);
    return clean ? 0 : 1;
}
