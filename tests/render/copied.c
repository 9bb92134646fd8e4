/* Formulas one under another in a PDF, and what copying each of them must give. Usage: copied OUT.pdf OUT.txt */
#include "build.h"

#include "base/file.h"
#include "type/type.h"
#include "write/write.h"

static formula frac(const char *a, const char *b)
{
    return fraction(number(a), number(b));
}

static void formulas_make(formula *all, size_t *count)
{
    formula made[] = {
        typed("3x + 4 = -5"),
        typed("3 - (-5) = 8"),
        ROW(power(fence("(", typed("-3"), ")"), number("2")), relation("="), number("9")),
        ROW(frac("3", "4"), operator("+"), frac("5", "6"), relation("="), mixed(number("1"), frac("7", "12"))),
        ROW(mixed(number("2"), frac("1", "2")), operator("÷"), frac("3", "8")),
        ROW(fraction(typed("x+3"), number("4")), relation("≤"), frac("7", "2")),
        fraction(frac("2", "3"), frac("5", "8")),
        ROW(letter("x"), relation("="),
            fraction(ROW(sign("−"), letter("b"), operator("±"), root(typed("b^2-4ac"), NULL)), typed("2a"))),
        ROW(root(number("50"), NULL), relation("="), number("5"), root(number("2"), NULL)),
        ROW(root(number("27"), number("3")), relation("="), number("3")),
        ROW(fence("|", typed("x-3"), "|"), relation(">"), number("5")),
        power(fence("(", frac("2", "3"), ")"), number("4")),
        ROW(number("0."), bar(number("36")), relation("="), frac("4", "11")),
        ROW(number("4.7"), operator("×"), power(number("10"), ROW(sign("−"), number("5")))),
        ROW(number("$1,250.00"), operator("·"), number("6"), symbol("%")),
        GRID("{", ROW(typed("2x+3y"), typed("=12")), ROW(typed("x-y"), typed("=-1"))),
        GRID("", ROW(typed("3(x-2)"), typed("=9")), ROW(letter("x"), typed("=5"))),
        ROW(letter("A"), relation("="), symbol("π"), power(letter("r"), number("2")), space("thin"),
            power(word("cm"), number("2"))),
        ROW(index_of(letter("a"), letter("n")), relation("="), letter("h")),
        ROW(letter("x"), relation("="), blank()),
        typed("(3, -2)"),
        ROW(word("unit price"), relation("="), number("$4.20")),
    };
    *count = sizeof made / sizeof *made;
    for (size_t i = 0; i < *count; i++) {
        all[i] = made[i];
    }
}

static bool page_write(struct kin_typesetter *type, struct kin_diags *diags, char **names)
{
    formula all[64];
    size_t count;
    formulas_make(all, &count);
    struct kin_document document = {.title = "Copied"};
    struct kin_scene *page = kin_scene_new(build_arena, 612, 60 + 60 * (double)count);
    struct kin_buf bytes = kin_buf_in(build_arena), lines = kin_buf_in(build_arena);
    for (size_t i = 0; i < count; i++) {
        kin_box_draw(&page->ops, kin_box_maths(type, build_arena, all[i], 12, i % 2 ? KIN_INLINE : KIN_DISPLAY), 72,
                     60 + 60 * (double)i);
        kin_maths_write(&lines, all[i]);
        kin_buf_add_char(&lines, '\n');
    }
    kin_document_add(build_arena, &document, page);
    const char *reason;
    return kin_writer_named("pdf")->write(&bytes, &document, type, &reason) &&
           kin_file_write(diags, names[0], bytes.data, bytes.length, KIN_FILE_SHARED) &&
           kin_file_write(diags, names[1], lines.data, lines.length, KIN_FILE_SHARED);
}

int main(int argc, char **argv)
{
    build_arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(build_arena);
    struct kin_typesetter *type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    bool done = type && argc == 3 && page_write(type, &diags, argv + 1);
    kin_type_free(type);
    kin_arena_free(build_arena);
    return done ? 0 : 1;
}
