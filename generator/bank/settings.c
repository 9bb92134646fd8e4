/* Settings: rows of a table, one of which is drawn before the numbers. The table's name becomes a pick of words, each
 * column a <let> that looks up its value, so that ranges, steps and texts read them like any other name. */
#include "bank/loader.h"

#include <ctype.h>
#include <string.h>

struct table {
    struct kin_loader *loader;
    const struct kin_xml *xml;
    const struct kin_xml *first; /* the first setting: its names are the columns */
};

/* ---- Cells ---------------------------------------------------------------------------------------------------- */

static const struct kin_xml *next_cell(const struct kin_xml *xml)
{
    while (xml && !kin_xml_attribute(xml, "name")) {
        xml = kin_xml_next_element(xml);
    }
    return xml;
}

static const struct kin_xml *cell_named(struct table *table, const struct kin_xml *setting, const char *name)
{
    for (const struct kin_xml *xml = next_cell(kin_xml_first_element(setting)); xml;
         xml = next_cell(kin_xml_next_element(xml))) {
        if (strcmp(kin_xml_string(table->loader->arena, xml, "name"), name) == 0) {
            return xml;
        }
    }
    return NULL;
}

static bool is_bare_word(const char *text)
{
    bool fine = isalpha((unsigned char)*text);
    for (const char *at = text; *at; at++) {
        fine = fine && (isalnum((unsigned char)*at) || strchr(" '-", *at));
    }
    return fine && strcmp(text, "true") != 0 && strcmp(text, "false") != 0;
}

/* Is there a comma outside all brackets and quotes? Then it is a list without its brackets. */
static bool is_bare_list(const char *text)
{
    int depth = 0;
    for (char quote = '\0'; *text; text++) {
        if (quote || *text == '\'') {
            quote = !quote ? *text : *text == quote ? '\0' : quote;
        } else {
            depth += strchr("([{", *text) ? 1 : strchr(")]}", *text) ? -1 : 0;
            if (*text == ',' && depth == 0) {
                return true;
            }
        }
    }
    return false;
}

/* What a cell is as an expression, told from the way it is written. */
static const char *cell_text(struct table *table, const struct kin_xml *cell)
{
    kin_arena *arena = table->loader->arena;
    if (cell->element->id == KIN_ELEMENT_WORD) {
        const char *many = kin_xml_string(arena, cell, "many"), *one = kin_xml_string(arena, cell, "one");
        const char *gender = kin_xml_string(arena, cell, "gender");
        return kin_format(arena, "word(\"%s\", \"%s\", \"%s\")", one, many ? many : one, gender ? gender : "");
    }
    const char *text = kin_xml_words(arena, cell);
    return is_bare_word(text)   ? kin_format(arena, "\"%s\"", text)
           : is_bare_list(text) ? kin_format(arena, "[%s]", text)
                                : text;
}

/* A cell by itself, so that a mistake in it is reported at its place; its type is NOTHING then. */
static struct kin_type check_cell(struct table *table, const struct kin_xml *cell, const char *source)
{
    struct kin_loader *loader = table->loader;
    struct kin_value value;
    struct kin_text text = cell->element->id == KIN_ELEMENT_WORD ? kin_xml_value(loader->arena, cell, "one")
                                                                 : kin_xml_inner(loader->arena, cell);
    struct kin_text read = {source, strlen(source), text.span};
    const struct kin_expr *expr = kin_load_expr(loader, loader->numbers, read, kin_type_any);
    if (!expr) {
        return kin_type_any;
    }
    if (!kin_expr_constant(expr, loader->arena, &value)) {
        kin_report(loader->diags, KIN_E331, text.span, kin_xml_string(loader->arena, cell, "name"), NULL);
        kin_report_mend(loader->diags, "write the value itself, and compute with <let> what depends on parameters");
        return kin_type_any;
    }
    return kin_expr_type(expr);
}

static void check_same(struct table *table, const struct kin_xml *cell, struct kin_type type, struct kin_type first)
{
    struct kin_loader *loader = table->loader;
    bool known = type.kind != KIN_NOTHING && first.kind != KIN_NOTHING;
    bool fits = type.kind == KIN_NUMBER ? first.kind == KIN_NUMBER && type.look == first.look
                                        : kin_type_fits(type, first) && kin_type_fits(first, type);
    if (known && !fits) {
        kin_report(loader->diags, KIN_E3012, kin_value_span(cell, "name"), kin_xml_string(loader->arena, cell, "name"),
                   kin_type_text(loader->arena, type), kin_type_text(loader->arena, first), NULL);
        kin_report_mend(loader->diags, "give it the same kind of value in all settings");
    }
}

/* ---- Columns --------------------------------------------------------------------------------------------------- */

static void report_missing(struct table *table, const struct kin_xml *setting, const char *name)
{
    kin_report(table->loader->diags, KIN_E3011, kin_value_span(setting, "id"),
               kin_xml_string(table->loader->arena, setting, "id"), name, NULL);
    kin_report_mend(table->loader->diags, "add <set name=\"%s\">...</set>", name);
}

/* "[2, 5][index_of(['walk', 'drive'], journey)]"; NULL after reporting. */
static const char *lookup(struct table *table, const char *name)
{
    kin_arena *arena = table->loader->arena;
    struct kin_buf cells = kin_buf_in(arena), ids = kin_buf_in(arena);
    size_t errors = table->loader->diags->errors;
    struct kin_type first = kin_type_any;
    for (const struct kin_xml *row = table->first; row; row = kin_xml_next(row, "setting")) {
        const struct kin_xml *cell = cell_named(table, row, name);
        if (!cell) {
            report_missing(table, row, name);
            continue;
        }
        const char *source = cell_text(table, cell);
        struct kin_type type = check_cell(table, cell, source);
        first = row == table->first ? type : first;
        check_same(table, cell, type, first);
        kin_buf_addf(&cells, "%s%s", cells.length ? ", " : "[", source);
        kin_buf_addf(&ids, "%s'%s'", ids.length ? ", " : "[", kin_xml_string(arena, row, "id"));
    }
    return table->loader->diags->errors != errors ? NULL
                                                  : kin_format(arena, "%s][index_of(%s], %s)]", cells.data, ids.data,
                                                               kin_xml_string(arena, table->xml, "name"));
}

static void check_columns(struct table *table)
{
    struct kin_loader *loader = table->loader;
    for (const struct kin_xml *row = kin_xml_next(table->first, "setting"); row; row = kin_xml_next(row, "setting")) {
        for (const struct kin_xml *cell = next_cell(kin_xml_first_element(row)); cell;
             cell = next_cell(kin_xml_next_element(cell))) {
            const char *name = kin_xml_string(loader->arena, cell, "name");
            if (!cell_named(table, table->first, name)) {
                report_missing(table, table->first, name);
            }
        }
    }
}

static void load_column(struct table *table, const struct kin_xml *cell, struct kin_fields *fields)
{
    struct kin_loader *loader = table->loader;
    struct kin_field field = {.kind = KIN_FIELD_LET,
                              .name = kin_xml_string(loader->arena, cell, "name"),
                              .span = kin_value_span(cell, "name"),
                              .setting = true};
    const char *source = lookup(table, field.name);
    struct kin_type type = kin_type_any;
    if (source) {
        struct kin_text text = {source, strlen(source), field.span};
        field.value = kin_load_expr(loader, loader->numbers, text, kin_type_any);
        type = field.value ? kin_expr_type(field.value) : type;
    }
    kin_add_field(loader, &field, type, fields);
}

/* ---- The pick ---------------------------------------------------------------------------------------------------- */

static void check_ids(struct table *table)
{
    struct kin_loader *loader = table->loader;
    struct kin_ids ids = {0};
    for (const struct kin_xml *row = table->first; row; row = kin_xml_next(row, "setting")) {
        const char *id = kin_xml_string(loader->arena, row, "id");
        if (kin_ids_find(&ids, id)) {
            kin_report(loader->diags, KIN_E3010, kin_value_span(row, "id"), id, NULL);
            kin_report_mend(loader->diags, "choose another id");
        } else {
            kin_ids_add(loader->arena, &ids, id, row);
        }
    }
}

static void load_pick(struct table *table, struct kin_fields *fields)
{
    struct kin_loader *loader = table->loader;
    struct kin_buf ids = kin_buf_in(loader->arena);
    struct kin_field field = {.kind = KIN_FIELD_MODE,
                              .name = kin_xml_string(loader->arena, table->xml, "name"),
                              .span = kin_value_span(table->xml, "name"),
                              .setting = true};
    uint32_t *weights = NULL;
    size_t count = 0, room = 0;
    for (const struct kin_xml *row = table->first; row; row = kin_xml_next(row, "setting")) {
        const char *id = kin_xml_string(loader->arena, row, "id");
        kin_buf_addf(&ids, "%s'%s'", ids.length ? ", " : "[", id);
        KIN_PUSH(loader->arena, weights, count, room) = (uint32_t)kin_load_integer(loader, row, "weight", 1);
        KIN_PUSH(loader->arena, loader->words, loader->word_count, loader->word_room) = id;
    }
    kin_buf_add(&ids, "]");
    struct kin_text text = {ids.data, ids.length, field.span};
    field.domain.places = KIN_NO_PLACES;
    field.domain.weights = weights;
    field.domain.list = kin_load_expr(loader, loader->numbers, text, kin_type_any);
    kin_add_field(loader, &field, kin_type_word, fields);
}

void kin_load_settings(struct kin_loader *loader, const struct kin_xml *xml, struct kin_fields *fields)
{
    struct table table = {loader, xml, kin_xml_kid(xml, "setting")};
    check_ids(&table);
    check_columns(&table);
    load_pick(&table, fields);
    for (const struct kin_xml *cell = next_cell(kin_xml_first_element(table.first)); cell;
         cell = next_cell(kin_xml_next_element(cell))) {
        load_column(&table, cell, fields);
    }
}
