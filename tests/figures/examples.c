/* Every kind of figure has examples; each is drawn in all states and described in all languages. */
#include "touch.h"

#include "draw/draw.h"

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
