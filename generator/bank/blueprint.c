/* Assessment templates: what a form holds. */
#include "bank/language.h"
#include "bank/loader.h"
#include "content/furniture.h"

#include <string.h>

/* Directions have no values to put in, so they are resolved at once. */
static bool resolve_inline(struct kin_loader *loader, const struct kin_blocks *blocks, struct kin_nodes *nodes)
{
    struct kin_frame frame = {.arena = loader->arena, .slots = KIN_NEW_N(loader->arena, struct kin_value, 1)};
    bool fine = true;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct kin_block *block = blocks->items[i];
        if (block->kind == KIN_BLOCK_PHRASE && block->phrase) {
            fine = kin_phrase_resolve(block->phrase, &frame, block->emphasis, nodes) && fine;
        } else if (block->kind == KIN_BLOCK_FORMULA && block->formula) {
            const struct kin_maths *maths = kin_formula_resolve(block->formula, &frame);
            fine = maths && fine;
            if (maths) {
                kin_nodes_add(loader->arena, nodes, kin_node_maths(loader->arena, maths));
            }
        }
    }
    return fine;
}

static void load_directions(struct kin_loader *loader, const struct kin_xml *xml, struct kin_nodes *directions)
{
    struct kin_blocks blocks = kin_load_blocks(loader, loader->content, xml, KIN_SHAPE_FLOW, KIN_HIDES_ANSWER);
    for (size_t i = 0; i < blocks.count; i++) {
        struct kin_node *paragraph = kin_node_new(loader->arena, KIN_NODE_PARAGRAPH);
        if (!resolve_inline(loader, &blocks.items[i]->kids, &paragraph->kids)) {
            kin_report(loader->diags, KIN_E372, blocks.items[i]->span, NULL);
            kin_report_mend(loader->diags, "write the directions without {holes}");
        }
        kin_nodes_add(loader->arena, directions, paragraph);
    }
}

/* A box below the directions. */
static void load_sheet(struct kin_loader *loader, const struct kin_xml *xml, struct kin_nodes *directions)
{
    const char *title = kin_xml_string(loader->arena, xml, "title");
    struct kin_node *box = kin_node_new(loader->arena, KIN_NODE_NOTE);
    if (title) {
        struct kin_node *heading = kin_node_new(loader->arena, KIN_NODE_PARAGRAPH);
        kin_nodes_add(loader->arena, &heading->kids, kin_node_text(loader->arena, title, KIN_BOLD));
        kin_nodes_add(loader->arena, &box->kids, heading);
    }
    load_directions(loader, xml, &box->kids);
    kin_nodes_add(loader->arena, directions, box);
}

static struct kin_blueprint_line load_line(struct kin_loader *loader, const struct kin_xml *xml)
{
    struct kin_blueprint_line line = {.span = kin_xml_name_span(xml)};
    line.count = kin_load_integer(loader, xml, "count", 0);
    line.standard = kin_xml_string(loader->arena, xml, "standard");
    line.level = kin_load_integer(loader, xml, "level", 0);
    line.ask = kin_load_integer(loader, xml, "ask", 0);
    line.template_id = kin_xml_string(loader->arena, xml, "template");
    line.any_of = kin_load_ids(loader, xml, "any-of", &line.any_of_count);
    line.totals = kin_load_is(loader, xml, "match", "totals");
    if (kin_xml_attribute(xml, "points")) {
        line.points = kin_load_points(loader, xml, "points", kin_rat_int(1));
        if (kin_rat_sign(line.points) <= 0) {
            kin_report(loader->diags, KIN_E342, kin_value_span(xml, "points"), NULL);
            kin_report_mend(loader->diags, "write a number above 0, such as 1 or 0.5");
        }
    }
    if (line.template_id && (line.standard || line.level || line.any_of_count)) {
        const char *other = line.standard ? "standard" : line.level ? "level" : "any-of";
        kin_report(loader->diags, KIN_E373, kin_value_span(xml, other), other, NULL);
        kin_report_mend(loader->diags, "leave %s out: the template is named already", other);
    }
    return line;
}

static void load_section(struct kin_loader *loader, const struct kin_xml *xml, struct kin_blueprint *blueprint)
{
    struct kin_blueprint_section section = {.heading = kin_xml_string(loader->arena, xml, "heading"),
                                            .calculator = kin_xml_string(loader->arena, xml, "calculator"),
                                            .apart = kin_load_is(loader, xml, "page", "new")};
    for (const struct kin_xml *kid = kin_xml_kid(xml, "items"); kid; kid = kin_xml_next(kid, "items")) {
        KIN_PUSH(loader->arena, section.lines, section.count, section.room) = load_line(loader, kid);
    }
    KIN_PUSH(loader->arena, blueprint->sections, blueprint->count, blueprint->room) = section;
}

static void load_policy(struct kin_loader *loader, const struct kin_xml *xml, struct kin_policies *policies)
{
    const char *name = kin_xml_string(loader->arena, xml, "name"), *rule = kin_xml_string(loader->arena, xml, "rule");
    enum kin_policy_id id = kin_policy_read(loader->diags, kin_value_span(xml, "name"), name);
    if (id == KIN_POLICY_COUNT) {
        return;
    }
    if (policies->rules[id]) {
        kin_report(loader->diags, KIN_E3020, kin_value_span(xml, "name"), name, NULL);
        kin_report_mend(loader->diags, "keep one of the two");
        return;
    }
    policies->rules[id] = kin_policy_rule_read(loader->diags, kin_value_span(xml, "rule"), id, rule);
}

/* Its own text, or the usual one of the language, and lines to write on. */
static void load_reflection(struct kin_loader *loader, const struct kin_xml *xml, const char *language,
                            struct kin_nodes *reflection)
{
    struct kin_node *lines = kin_node_new(loader->arena, KIN_NODE_LINES);
    load_directions(loader, xml, reflection);
    if (!reflection->count) {
        struct kin_node *paragraph = kin_node_new(loader->arena, KIN_NODE_PARAGRAPH);
        const char *usual = kin_furniture_of(language)->reflection;
        kin_nodes_add(loader->arena, &paragraph->kids, kin_node_text(loader->arena, usual, KIN_UPRIGHT));
        kin_nodes_add(loader->arena, reflection, paragraph);
    }
    lines->size = kin_load_integer(loader, xml, "lines", 3);
    kin_nodes_add(loader->arena, reflection, lines);
}

/* What stands around the sections. */
static void load_frame(struct kin_loader *loader, const struct kin_xml *root, struct kin_blueprint *blueprint)
{
    const struct kin_xml *directions = kin_xml_kid(root, "directions"), *sheet = kin_xml_kid(root, "sheet");
    const struct kin_xml *reflection = kin_xml_kid(root, "reflection");
    if (directions) {
        load_directions(loader, directions, &blueprint->directions);
    }
    if (sheet) {
        load_sheet(loader, sheet, &blueprint->directions);
    }
    for (const struct kin_xml *xml = kin_xml_kid(root, "policy"); xml; xml = kin_xml_next(xml, "policy")) {
        load_policy(loader, xml, &blueprint->policies);
    }
    for (const struct kin_xml *xml = kin_xml_kid(root, "objective"); xml; xml = kin_xml_next(xml, "objective")) {
        KIN_PUSH(loader->arena, blueprint->bars, blueprint->bar_count, blueprint->bar_room) =
            (struct kin_blueprint_bar){kin_value_span(xml, "standard"), kin_xml_string(loader->arena, xml, "standard"),
                                       kin_xml_string(loader->arena, xml, "threshold")};
    }
    if (reflection) {
        load_reflection(loader, reflection, blueprint->language, &blueprint->reflection);
    }
}

static const char *load_title(struct kin_loader *loader, const struct kin_xml *root)
{
    const char *title = kin_xml_string(loader->arena, root, "title");
    const struct kin_xml *child = kin_xml_kid(root, "title");
    if (title && child) {
        kin_report(loader->diags, KIN_E340, kin_xml_name_span(child), "title", NULL);
        kin_report_mend(loader->diags, "keep one of the two");
    } else if (!title && !child) {
        kin_report(loader->diags, KIN_E514, kin_xml_name_span(root), root->name, "title", "the attribute title", NULL);
        kin_report_mend(loader->diags, "add <title>: what stands at the head of each form");
    }
    return child ? kin_xml_inner(loader->arena, child).chars : title;
}

static struct kin_blueprint *load(struct kin_loader *loader, const struct kin_xml *root, const char *path,
                                  const char *language)
{
    struct kin_blueprint *blueprint = KIN_NEW(loader->arena, struct kin_blueprint);
    const char *space = kin_xml_string(loader->arena, root, "space");
    blueprint->id = kin_xml_string(loader->arena, root, "id");
    blueprint->title = load_title(loader, root);
    blueprint->path = kin_copy(loader->arena, path);
    blueprint->language = language;
    blueprint->paper = kin_xml_string(loader->arena, root, "paper");
    blueprint->style = kin_xml_string(loader->arena, root, "style");
    blueprint->minutes = kin_load_decimal(loader, root, "minutes");
    blueprint->threshold = kin_xml_string(loader->arena, root, "threshold");
    blueprint->objectives = !kin_load_is(loader, root, "objectives", "no");
    blueprint->levels = kin_load_is(loader, root, "levels", "yes");
    blueprint->space = space ? space : "normal";
    load_frame(loader, root, blueprint);
    for (const struct kin_xml *xml = kin_xml_kid(root, "section"); xml; xml = kin_xml_next(xml, "section")) {
        load_section(loader, xml, blueprint);
    }
    return blueprint;
}

static void report_untranslated(struct kin_loader *loader, const struct kin_xml *root, const char *language)
{
    struct kin_spans spans = kin_xml_untranslated(loader->arena, root);
    for (size_t i = 0; i < spans.count; i++) {
        kin_report(loader->diags, KIN_W415, spans.items[i], kin_language_name(language), NULL);
    }
}

struct kin_blueprint *kin_blueprint_read(kin_arena *arena, struct kin_diags *diags, struct kin_source *source,
                                         const char *language)
{
    size_t errors = diags->errors;
    struct kin_xml *root = kin_xml_parse(arena, diags, source);
    const char *uri;
    if (root && kin_element_root(root->name, &uri) && strcmp(root->name, "assessment") != 0) {
        kin_report(diags, KIN_E364, kin_xml_name_span(root), "assessment", root->name, NULL);
        kin_report_mend(diags, "name a file that begins with <assessment ...>");
        return NULL;
    }
    if (!root) {
        return NULL;
    }
    const char *own = kin_xml_language(arena, root);
    kin_xml_check_languages(arena, diags, root);
    root = kin_xml_in_language(arena, root, language ? language : own);
    if (!kin_xml_validate(arena, diags, root) || diags->errors != errors) {
        return NULL;
    }
    struct kin_scope *scope = kin_scope_new(arena, NULL);
    struct kin_loader loader = {.arena = arena, .diags = diags, .numbers = scope, .answers = scope, .content = scope};
    struct kin_blueprint *blueprint = load(&loader, root, source->path, language ? language : own);
    kin_xml_check_marks(arena, diags, root, own);
    if (!kin_language_match(own, blueprint->language)) {
        report_untranslated(&loader, root, language);
    }
    return diags->errors == errors ? blueprint : NULL;
}

struct kin_blueprint *kin_blueprint_load(kin_arena *arena, struct kin_diags *diags, const char *path)
{
    struct kin_source *source = kin_file_read(arena, diags, path);
    return source ? kin_blueprint_read(arena, diags, source, NULL) : NULL;
}
