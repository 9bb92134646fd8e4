/* Partial credit: lines of a rubric, rules in counts, points off, points for the unit or the method. LANGUAGE rule 6.
 */
#include "bank/loader.h"

static const char *const count_names[] = {"right", "wrong", "missed", "extra"};
enum { COUNTS = sizeof count_names / sizeof *count_names };

struct counting {
    struct kin_scope *scope;
    int slots[COUNTS]; /* -1: a parameter has the name */
};

/* Responses of several answers can be counted. */
static bool is_counted(const struct kin_response_template *response)
{
    return response->kind != KIN_RESPONSE_VALUE && response->kind != KIN_RESPONSE_CHOICE &&
           response->kind != KIN_RESPONSE_OPEN;
}

static struct counting counting_of(struct kin_loader *loader, const struct kin_response_template *response)
{
    struct counting counting = {.scope = kin_scope_new(loader->arena, loader->keys)};
    for (int i = 0; i < COUNTS; i++) {
        counting.slots[i] = is_counted(response) ? kin_scope_add(counting.scope, count_names[i], kin_type_number) : -1;
    }
    return counting;
}

static bool is_count(const struct counting *counting, int slot)
{
    for (int i = 0; i < COUNTS; i++) {
        if (counting->slots[i] == slot) {
            return true;
        }
    }
    return false;
}

static bool counts(const struct counting *counting, const struct kin_expr *test)
{
    for (int i = 0; i < COUNTS; i++) {
        if (counting->slots[i] >= 0 && kin_expr_uses(test, counting->slots[i])) {
            return true;
        }
    }
    return false;
}

/* Scores are given long after the numbers were drawn: a rule reads its counts alone. */
static void check_rule(struct kin_loader *loader, const struct counting *counting, const struct kin_expr *rule)
{
    int slots = (int)kin_scope_slots(counting->scope);
    for (int slot = 0; slot < slots; slot++) {
        if (!is_count(counting, slot) && kin_expr_uses(rule, slot)) {
            const char *name = kin_scope_name(counting->scope, slot);
            kin_report(loader->diags, KIN_E392, kin_expr_span(rule), name ? name : "a parameter", NULL);
            kin_report_mend(loader->diags, "compare right, wrong, missed and extra with whole numbers: wrong le 1");
            return;
        }
    }
}

static void load_when(struct kin_loader *loader, const struct kin_xml *xml,
                      const struct kin_response_template *response, struct kin_credit_template *credit)
{
    struct counting counting = counting_of(loader, response);
    const struct kin_expr *test = kin_load_attribute(loader, counting.scope, xml, "when", kin_type_truth);
    if (test && counts(&counting, test)) {
        check_rule(loader, &counting, test);
        credit->kind = KIN_CREDIT_RULE;
        credit->rule = test;
    } else {
        credit->when = test;
    }
}

/* ---- Attributes that exclude one another ---------------------------------------------------------------------------
 */

static bool has(const struct kin_xml *xml, const char *name)
{
    return kin_xml_attribute(xml, name) != NULL;
}

static bool both(struct kin_loader *loader, const struct kin_xml *xml, const char *a, const char *b)
{
    if (!has(xml, a) || !has(xml, b)) {
        return false;
    }
    kin_report(loader->diags, KIN_E438, kin_value_span(xml, b), xml->name, a, b, NULL);
    kin_report_mend(loader->diags, "keep one of the two, or write two of them");
    return true;
}

static void check_consistent(struct kin_loader *loader, const struct kin_xml *xml)
{
    if (!has(xml, "points") && !has(xml, "off")) {
        kin_report(loader->diags, KIN_E518, kin_xml_name_span(xml), xml->name, "the attribute 'points'", NULL);
        kin_report_mend(loader->diags, "add points=\"1\", or off=\"1\" for points that each error costs");
        return;
    }
    (void)(both(loader, xml, "points", "off") || both(loader, xml, "off", "for") || both(loader, xml, "off", "when") ||
           both(loader, xml, "points", "each"));
}

static enum kin_credit_kind kind_of(struct kin_loader *loader, const struct kin_xml *xml)
{
    return has(xml, "off")                             ? KIN_CREDIT_OFF
           : kin_load_is(loader, xml, "for", "unit")   ? KIN_CREDIT_UNIT
           : kin_load_is(loader, xml, "for", "method") ? KIN_CREDIT_METHOD
                                                       : KIN_CREDIT_LINE;
}

/* ---- Sense ----------------------------------------------------------------------------------------------------------
 */

static void check_amount(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_credit_template *credit,
                         const struct kin_response_template *response)
{
    if (kin_rat_compare(credit->points, response->points) > 0) {
        kin_report(loader->diags, KIN_E345, kin_value_span(xml, has(xml, "off") ? "off" : "points"),
                   kin_rat_text(loader->arena, credit->points), kin_rat_text(loader->arena, response->points), NULL);
        kin_report_mend(loader->diags, "lower it, or raise the points of the response");
    }
}

static void check_kind(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_credit_template *credit,
                       const struct kin_response_template *response)
{
    if (credit->kind == KIN_CREDIT_OFF && !is_counted(response)) {
        kin_report(loader->diags, KIN_E439, kin_value_span(xml, "off"), kin_response_kind_name(response->kind), NULL);
        kin_report_mend(loader->diags, "use it in <blanks> or <multi-select>; elsewhere <wrong points=\"...\"> or a "
                                       "line of a rubric gives part of the points");
    } else if (credit->kind == KIN_CREDIT_UNIT && !response->unit.count) {
        kin_report(loader->diags, KIN_E440, kin_value_span(xml, "for"), NULL);
        kin_report_mend(loader->diags, "add unit=\"...\" to the response");
    }
}

void kin_load_credit(struct kin_loader *loader, const struct kin_xml *xml, struct kin_response_template *response,
                     size_t *room)
{
    struct kin_credit_template credit = {.kind = kind_of(loader, xml)};
    check_consistent(loader, xml);
    credit.points = kin_load_points(loader, xml, credit.kind == KIN_CREDIT_OFF ? "off" : "points", kin_rat_int(1));
    int each = kin_count_kind_named(has(xml, "each") ? kin_xml_string(loader->arena, xml, "each") : "error");
    credit.each = (enum kin_count_kind)each;
    load_when(loader, xml, response, &credit);
    credit.what = kin_load_blocks(loader, loader->content, xml, KIN_SHAPE_INLINE, KIN_SHOWS_ANSWER);
    check_amount(loader, xml, &credit, response);
    check_kind(loader, xml, &credit, response);
    KIN_PUSH(loader->arena, response->credits, response->credit_count, *room) = credit;
}
