#include "form/rules.h"

const struct kin_fact *kin_rules_facts(kin_arena *arena, const struct kin_policies *policies, size_t *count)
{
    struct kin_fact *facts = KIN_NEW_N(arena, struct kin_fact, KIN_POLICY_COUNT);
    *count = 0;
    for (enum kin_policy_id id = 0; id < KIN_POLICY_COUNT; id++) {
        if (policies->rules[id]) {
            facts[(*count)++] = (struct kin_fact){kin_policy(id)->name, kin_policy_rule(id, policies->rules[id])->name};
        }
    }
    return facts;
}

struct kin_policies kin_rules_of(const struct kin_set *set)
{
    struct kin_policies policies = {{0}};
    for (size_t i = 0; i < set->policy_count; i++) {
        enum kin_policy_id id = kin_policy_named(set->policies[i].name);
        if (id < KIN_POLICY_COUNT) {
            policies.rules[id] = kin_policy_rule_named(id, set->policies[i].text);
        }
    }
    return policies;
}

bool kin_rules_are_known(const struct kin_set *set)
{
    for (size_t i = 0; i < set->policy_count; i++) {
        enum kin_policy_id id = kin_policy_named(set->policies[i].name);
        if (id == KIN_POLICY_COUNT || !kin_policy_rule_named(id, set->policies[i].text)) {
            return false;
        }
    }
    return true;
}

/* Does it read the policy, and leave it to the assessment? */
static bool leaves_open(const struct kin_template *template, enum kin_policy_id id)
{
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_field *field = &template->fields[i];
        if (field->policy && field->policy_id == id && !field->policy_rule) {
            return true;
        }
    }
    return false;
}

static bool any_leaves_open(const struct kin_set *set, const struct kin_template *const *templates,
                            enum kin_policy_id id)
{
    for (size_t s = 0; s < set->slot_count; s++) {
        if (leaves_open(templates[s], id)) {
            return true;
        }
    }
    return false;
}

/* Paragraphs come before the box of formulas, which is the last thing of the directions. */
static struct kin_nodes with_paragraph(kin_arena *arena, const struct kin_nodes *directions, struct kin_node *paragraph)
{
    struct kin_nodes nodes = {0};
    size_t end = directions->count;
    while (end && directions->items[end - 1]->kind == KIN_NODE_NOTE) {
        end--;
    }
    for (size_t i = 0; i <= directions->count; i++) {
        if (i == end) {
            kin_nodes_add(arena, &nodes, paragraph);
        }
        if (i < directions->count) {
            kin_nodes_add(arena, &nodes, directions->items[i]);
        }
    }
    return nodes;
}

void kin_rules_print(kin_arena *arena, struct kin_set *set, const struct kin_policies *policies,
                     const struct kin_template *const *templates)
{
    struct kin_buf text = kin_buf_in(arena);
    for (enum kin_policy_id id = 0; id < KIN_POLICY_COUNT; id++) {
        if (any_leaves_open(set, templates, id)) {
            kin_buf_addf(&text, "%s%s", text.length ? " " : "",
                         kin_policy_instruction(id, policies->rules[id], set->language));
        }
    }
    if (text.length) {
        struct kin_node *paragraph = kin_node_new(arena, KIN_NODE_PARAGRAPH);
        kin_nodes_add(arena, &paragraph->kids, kin_node_text(arena, text.data, KIN_UPRIGHT));
        set->directions = with_paragraph(arena, &set->directions, paragraph);
    }
}
