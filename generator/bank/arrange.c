/* A pick that draws lists: length, sorted, distinct, deranged, total. */
#include "bank/loader.h"

enum { MOST_DERANGED = 20 };

struct reading {
    struct kin_loader *loader;
    const struct kin_xml *pick;
    struct kin_drawn_list *arrangement;
};

static bool refuse(const struct reading *reading, enum kin_diag_id id, const char *attribute, const char *beside)
{
    kin_report(reading->loader->diags, id, kin_value_span(reading->pick, attribute), attribute, beside, NULL);
    return false;
}

/* Without length none of the others means anything. */
static void refuse_single(const struct reading *reading)
{
    static const char *const words[] = {"sorted", "distinct", "deranged", "total"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (kin_xml_attribute(reading->pick, words[i])) {
            refuse(reading, KIN_E380, words[i], NULL);
            kin_report_mend(reading->loader->diags, "say how long the lists are, such as length=\"5\"");
            return;
        }
    }
}

static bool is_constant(const struct reading *reading, const struct kin_expr *expr)
{
    struct kin_value value;
    return !expr || kin_expr_constant(expr, reading->loader->arena, &value);
}

/* Named at the attribute that depends on something. */
static bool all_constant(const struct reading *reading, const struct kin_domain *domain)
{
    const char *attribute = !is_constant(reading, domain->low) || !is_constant(reading, domain->high) ? "from"
                            : !is_constant(reading, domain->except)                                   ? "except"
                            : !is_constant(reading, domain->arrangement.total)                        ? "total"
                                                                                                      : NULL;
    return !attribute || refuse(reading, KIN_E381, attribute, NULL);
}

static bool go_together(const struct reading *reading, const struct kin_domain *domain, int64_t values)
{
    const struct kin_drawn_list *rule = reading->arrangement;
    if (rule->total && (domain->list || domain->except)) {
        return refuse(reading, KIN_E383, "total", domain->list ? "of" : "except");
    }
    if (rule->total && rule->distinct && !rule->sorted) {
        return refuse(reading, KIN_E383, "distinct", "total without sorted");
    }
    if (rule->deranged && (rule->sorted || rule->total || domain->except)) {
        return refuse(reading, KIN_E383, "deranged", rule->sorted ? "sorted" : rule->total ? "total" : "except");
    }
    bool whole = rule->length == values && rule->length <= MOST_DERANGED;
    return !rule->deranged || whole || refuse(reading, KIN_E383, "deranged", "another length");
}

static void check(const struct reading *reading, const struct kin_domain *domain, int64_t values)
{
    const struct kin_drawn_list *rule = reading->arrangement;
    if (!all_constant(reading, domain) || !go_together(reading, domain, values)) {
        return;
    }
    bool longer = (rule->distinct || rule->deranged) && values >= 0 && rule->length > values;
    if (longer || (rule->deranged && rule->length == 1)) {
        refuse(reading, KIN_E382, "length", NULL);
        kin_report_mend(reading->loader->diags, "values to take: %lld; write a smaller length or give more",
                        (long long)values);
    }
}

void kin_load_arrangement(struct kin_loader *loader, const struct kin_xml *pick, struct kin_domain *domain,
                          int64_t values, struct kin_type *type)
{
    struct reading reading = {loader, pick, &domain->arrangement};
    if (!kin_xml_attribute(pick, "length")) {
        refuse_single(&reading);
        return;
    }
    domain->arrangement = (struct kin_drawn_list){
        .length = kin_load_integer(loader, pick, "length", 1),
        .sorted = kin_load_is(loader, pick, "sorted", "yes"),
        .distinct = kin_load_is(loader, pick, "distinct", "yes"),
        .deranged = kin_load_is(loader, pick, "deranged", "yes"),
    };
    if (kin_xml_attribute(pick, "total")) {
        domain->arrangement.total = kin_load_attribute(loader, loader->numbers, pick, "total", kin_type_number);
    }
    domain->arrangement.distinct = domain->arrangement.distinct || domain->arrangement.deranged;
    check(&reading, domain, values);
    if (type->kind != KIN_NOTHING) {
        *type = (struct kin_type){.kind = KIN_LIST, .element = kin_copy_bytes(loader->arena, type, sizeof *type)};
    }
}
