/* What is marked in a drawing. */
#include "bank/loader.h"

#include <string.h>

/* Coordinates: a number, or a list of two; of lines and polygons a list of such lists. */
static bool is_place(struct kin_type type)
{
    return type.kind == KIN_NUMBER || (type.kind == KIN_LIST && type.element && type.element->kind == KIN_NUMBER);
}

static bool are_places(struct kin_type type)
{
    return type.kind == KIN_LIST && type.element && is_place(*type.element);
}

static bool is_word_or_number(struct kin_type type)
{
    return type.kind == KIN_NUMBER || type.kind == KIN_WORD;
}

static bool is_number(struct kin_type type)
{
    return type.kind == KIN_NUMBER;
}

static bool are_numbers(struct kin_type type)
{
    return type.kind == KIN_LIST && type.element && is_number(*type.element);
}

/* The attributes that hold values, and what each must be. */
static const struct {
    const char *name;
    enum kin_element_id element; /* KIN_ELEMENT_COUNT: any other */
    bool (*fits)(struct kin_type type);
    const char *needs;
} rows[] = {
    {"at", KIN_ELEMENT_DRAW_BAR, is_word_or_number, "a number or a word"},
    {"at", KIN_ELEMENT_COUNT, is_place, "a number or a point such as [2, 3]"},
    {"from", KIN_ELEMENT_COUNT, is_place, "a number or a point such as [2, 3]"},
    {"to", KIN_ELEMENT_COUNT, is_place, "a number or a point such as [2, 3]"},
    {"through", KIN_ELEMENT_DRAW_LINE, are_places, "a list of two points such as [[0, 1], [2, 5]]"},
    {"through", KIN_ELEMENT_COUNT, is_place, "a number or a point such as [2, 3]"},
    {"corners", KIN_ELEMENT_COUNT, are_places, "a list of points such as [[0, 0], [4, 0], [0, 3]]"},
    {"height", KIN_ELEMENT_COUNT, is_number, "a number"},
    {"count", KIN_ELEMENT_COUNT, is_number, "a number"},
    {"series", KIN_ELEMENT_COUNT, is_number, "a number"},
    {"value", KIN_ELEMENT_COUNT, is_number, "a number"},
    {"size", KIN_ELEMENT_COUNT, is_number, "a number"},
    {"data", KIN_ELEMENT_COUNT, are_numbers, "a list of numbers such as [31, 34, 45]"},
};

static void add_value(struct kin_loader *loader, struct kin_stroke_template *stroke, size_t *room,
                      struct kin_stroke_value value)
{
    KIN_PUSH(loader->arena, stroke->values, stroke->value_count, *room) = value;
}

static bool has_value(const struct kin_stroke_template *stroke, const char *name)
{
    for (size_t i = 0; i < stroke->value_count; i++) {
        if (strcmp(stroke->values[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void load_places(struct kin_loader *loader, const struct kin_xml *xml, struct kin_stroke_template *stroke,
                        size_t *room)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool mine = rows[i].element == xml->element->id || rows[i].element == KIN_ELEMENT_COUNT;
        if (!mine || has_value(stroke, rows[i].name)) {
            continue;
        }
        const struct kin_expr *value = kin_load_attribute(loader, loader->keys, xml, rows[i].name, kin_type_any);
        if (value && !rows[i].fits(kin_expr_type(value)) && kin_expr_type(value).kind != KIN_NOTHING) {
            kin_report(loader->diags, KIN_E399, kin_expr_span(value), rows[i].name, rows[i].needs,
                       kin_type_text(loader->arena, kin_expr_type(value)), NULL);
        }
        if (value) {
            add_value(loader, stroke, room, (struct kin_stroke_value){.name = rows[i].name, .value = value});
        }
    }
}

static void load_words(struct kin_loader *loader, const struct kin_xml *xml, struct kin_stroke_template *stroke,
                       size_t *room)
{
    static const char *const names[] = {"end", "from-end", "to-end", "style", "test", "side", "direction", "pattern"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *word = kin_xml_string(loader->arena, xml, names[i]);
        if (word) {
            add_value(loader, stroke, room, (struct kin_stroke_value){.name = names[i], .word = word});
        }
    }
}

/* Of its points (x, y) a region's test is true. */
static void check_region(struct kin_loader *loader, const struct kin_xml *xml)
{
    struct kin_scope *scope = kin_scope_new(loader->arena, loader->keys);
    kin_scope_shadow(scope, "x", kin_type_number);
    kin_scope_shadow(scope, "y", kin_type_number);
    kin_load_attribute(loader, scope, xml, "test", kin_type_truth);
}

static void load_equation(struct kin_loader *loader, const struct kin_xml *xml, struct kin_stroke_template *stroke,
                          size_t *room)
{
    struct kin_text eq = kin_xml_value(loader->arena, xml, "eq");
    if (eq.chars && kin_xml_attribute(xml, "through")) {
        kin_report(loader->diags, KIN_E374, kin_xml_name_span(xml), "eq", "through", NULL);
        kin_report_mend(loader->diags, "keep one of them");
    } else if (eq.chars) {
        const struct kin_formula *formula = kin_load_formula(loader, loader->keys, eq);
        add_value(loader, stroke, room, (struct kin_stroke_value){.name = "eq", .formula = formula});
    } else if (!kin_xml_attribute(xml, "through")) {
        kin_report(loader->diags, KIN_E395, kin_xml_name_span(xml), xml->name, "eq=\"...\" or through=\"...\"", NULL);
    }
}

void kin_load_stroke(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                     size_t *room)
{
    struct kin_stroke_template stroke = {.span = kin_xml_name_span(xml), .kind = kin_copy(loader->arena, xml->name)};
    size_t values = 0;
    stroke.points = kin_load_points(loader, xml, "points", kin_rat_int(1));
    stroke.tolerance = kin_load_attribute(loader, loader->keys, xml, "tolerance", kin_type_number);
    load_places(loader, xml, &stroke, &values);
    load_words(loader, xml, &stroke, &values);
    if (xml->element->id == KIN_ELEMENT_DRAW_REGION) {
        check_region(loader, xml);
    } else if (xml->element->id == KIN_ELEMENT_DRAW_LINE) {
        load_equation(loader, xml, &stroke, &values);
    }
    if (!kin_has_content(xml)) {
        kin_report(loader->diags, KIN_E395, kin_xml_name_span(xml), xml->name, "a text that says what is marked", NULL);
        kin_report_mend(loader->diags, "write it inside: <%s ...>The point (2, 3)</%s>", xml->name, xml->name);
    }
    if (response->drawn_kind) {
        stroke.part = kin_load_mark(loader, xml, response->drawn_kind);
    }
    stroke.what = kin_load_blocks(loader, loader->content, xml, KIN_SHAPE_INLINE, KIN_SHOWS_ANSWER);
    KIN_PUSH(loader->arena, response->strokes, response->stroke_count, *room) = stroke;
}
