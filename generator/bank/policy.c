#include "bank/policy.h"

#include "bank/element.h"
#include "content/furniture.h"

#include <stddef.h>
#include <string.h>

static const struct kin_policy policies[] = {
#define KIN_POLICY(id, name, doc) {name, doc},
#include "bank/policies.def"
};

static const struct row {
    struct kin_policy_rule rule;
    size_t instruction; /* place in struct kin_furniture */
} rows[] = {
#define KIN_POLICY_RULE(policy, name, value, instruction)                                                              \
    {{KIN_POLICY_##policy, name, value}, offsetof(struct kin_furniture, instruction)},
#include "bank/policies.def"
};

enum { ROWS = sizeof rows / sizeof *rows };

const struct kin_policy *kin_policy(enum kin_policy_id id)
{
    return &policies[id];
}

static const struct row *row_of(enum kin_policy_id id, int n)
{
    int left = n ? n : 1;
    for (size_t i = 0; i < ROWS; i++) {
        left -= rows[i].rule.policy == id;
        if (left == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

const struct kin_policy_rule *kin_policy_rule(enum kin_policy_id id, int n)
{
    const struct row *row = row_of(id, n);
    return row ? &row->rule : NULL;
}

const char *kin_policy_instruction(enum kin_policy_id id, int n, const char *language)
{
    const char *text;
    memcpy(&text, (const char *)kin_furniture_of(language) + row_of(id, n)->instruction, sizeof text);
    return text;
}

enum kin_policy_id kin_policy_named(const char *name)
{
    enum kin_policy_id id = 0;
    while (id < KIN_POLICY_COUNT && strcmp(policies[id].name, name) != 0) {
        id++;
    }
    return id;
}

int kin_policy_rule_named(enum kin_policy_id id, const char *name)
{
    for (int n = 1; kin_policy_rule(id, n); n++) {
        if (strcmp(kin_policy_rule(id, n)->name, name) == 0) {
            return n;
        }
    }
    return 0;
}

/* ---- Reports ---- */

static void mend(struct kin_diags *diags, const char *name, const char *const *names, size_t count)
{
    struct kin_buf all = kin_buf_in(diags->arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&all, "%s%s", i ? ", " : "", names[i]);
    }
    kin_report_note(diags, "there are: %s", all.data);
    kin_report_nearest(diags, kin_nearest(name, names, count), "write one of these");
}

enum kin_policy_id kin_policy_read(struct kin_diags *diags, struct kin_span span, const char *name)
{
    enum kin_policy_id id = kin_policy_named(name);
    if (id == KIN_POLICY_COUNT) {
        const char *names[KIN_POLICY_COUNT];
        for (size_t i = 0; i < KIN_POLICY_COUNT; i++) {
            names[i] = policies[i].name;
        }
        kin_report(diags, KIN_E3018, span, name, NULL);
        mend(diags, name, names, KIN_POLICY_COUNT);
    }
    return id;
}

int kin_policy_rule_read(struct kin_diags *diags, struct kin_span span, enum kin_policy_id id, const char *name)
{
    int rule = kin_policy_rule_named(id, name);
    if (!rule) {
        const char *names[ROWS];
        size_t count = 0;
        for (int n = 1; kin_policy_rule(id, n); n++) {
            names[count++] = kin_policy_rule(id, n)->name;
        }
        kin_report(diags, KIN_E3019, span, policies[id].name, name, NULL);
        mend(diags, name, names, count);
    }
    return rule;
}
