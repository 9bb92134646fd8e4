#include "reference.h"
#include "command.h"

#include "content/answer.h"
#include "content/hole.h"
#include "figure/figure.h"

#include <string.h>

/* ---- Functions ---- */

void reference_function(struct sheet *sheet, const struct kin_function *function)
{
    kin_arena *arena = kin_arena_new();
    sheet_heading(sheet, function->name, kin_format(arena, "Function %s: %s", function->name, function->doc));
    sheet_text(sheet, kin_format(arena, "Takes -> gives: %s", function->signature));
    for (const struct kin_example *example = function->examples; example->program; example++) {
        sheet_row(sheet, example->program, example->expected);
    }
    kin_arena_free(arena);
}

static void topic_functions(struct sheet *sheet)
{
    size_t count;
    const struct kin_function *const *all = kin_functions(&count);
    for (size_t i = 0; i < count && sheet->look == SHEET_PLAIN; i++) {
        sheet_row(sheet, all[i]->name, all[i]->doc);
    }
    for (size_t i = 0; i < count && sheet->look == SHEET_MARKDOWN; i++) {
        reference_function(sheet, all[i]);
    }
    if (sheet->look == SHEET_PLAIN) {
        sheet_text(sheet, "More about one of them:  formkin help gcd");
    }
}

/* ---- Answer types, formats, features ---- */

static void add_answer_type(struct sheet *sheet, kin_arena *arena, const struct kin_answer_type *type)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, type->doc);
    if (type->needs && *type->needs) {
        kin_buf_addf(&buf, "; the key is %s", type->needs);
    }
    if (type->accepted) {
        kin_buf_addf(&buf, "; marked right, too: %s", type->accepted);
    }
    sheet_row(sheet, type->name, buf.data);
}

static void topic_answers(struct sheet *sheet)
{
    kin_arena *arena = kin_arena_new();
    size_t count;
    const struct kin_answer_type *const *all = kin_answer_types(&count);
    for (size_t i = 0; i < count; i++) {
        add_answer_type(sheet, arena, all[i]);
    }
    kin_arena_free(arena);
}

static void topic_formats(struct sheet *sheet)
{
    for (size_t n = 0; kin_format_row(n); n++) {
        sheet_row(sheet, kin_format_row(n)->name, kin_format_row(n)->doc);
    }
}

static void topic_features(struct sheet *sheet)
{
#define KIN_AUTOMATIC(id, name, doc) sheet_row(sheet, name, doc);
#include "bank/automatic.def"
#undef KIN_AUTOMATIC
}

/* ---- Topics ---- */

static const struct topic topics[] = {
    {"elements", "Elements", "What a bank, an assessment or a register is made of", topic_elements},
    {"attributes", "Attributes", "What stands in tags, and where", topic_attributes},
    {"functions", "Functions", "What expressions can call", topic_functions},
    {"answers", "Types of answers", "What a key may be, and what is marked the same", topic_answers},
    {"formats", "Formats", "How a number prints, after a colon: {x: mixed}", topic_formats},
    {"features", "Automatic features", "What instances of one cell agree in, unless it is switched off",
     topic_features},
    {"diagnostics", "Diagnostics", "All messages, and what they mean", topic_diagnostics},
    {"figures", "Figures", "Kinds of figures, and tables", topic_figures},
};

const struct topic *topic_at(size_t n)
{
    return n < sizeof topics / sizeof *topics ? &topics[n] : NULL;
}

const struct topic *topic_named(const char *name)
{
    for (size_t n = 0; topic_at(n); n++) {
        if (strcmp(topic_at(n)->name, name) == 0) {
            return topic_at(n);
        }
    }
    return NULL;
}

/* ---- For `formkin help` ---- */

static void add_named(struct sheet *sheet, const char *name)
{
    const struct topic *topic = topic_named(name);
    const struct kin_function *function = kin_function_named(name);
    if (topic) {
        topic->write(sheet);
    }
    if (function) {
        reference_function(sheet, function);
    }
    if (kin_figure_kind_find(kin_figure_all(), name)) {
        reference_figure(sheet, kin_figure_kind_find(kin_figure_all(), name));
    }
    for (int id = 0; id < KIN_ELEMENT_COUNT; id++) {
        if (strcmp(kin_element((enum kin_element_id)id)->name, name) == 0) {
            reference_element(sheet, kin_element((enum kin_element_id)id));
        }
    }
}

bool print_reference(const char *name, const char *before)
{
    kin_arena *arena = kin_arena_new();
    struct kin_buf buf = kin_buf_in(arena);
    struct sheet sheet = {.buf = &buf};
    add_named(&sheet, name);
    bool known = buf.length > 0;
    if (known) {
        printf("%s%s", before, buf.data);
    }
    kin_arena_free(arena);
    return known;
}
