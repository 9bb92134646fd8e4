/* Policies: rules such as what stands for pi, which an assessment settles for all templates that say uses="pi", or a
 * template for itself, uses="pi=22/7". The rule in force is the value of policy.NAME. */
#ifndef KIN_BANK_POLICY_H
#define KIN_BANK_POLICY_H

#include "base/diag.h"

enum kin_policy_id {
#define KIN_POLICY(id, name, doc) KIN_POLICY_##id,
#include "bank/policies.def"
    KIN_POLICY_COUNT
};

struct kin_policy {
    const char *name, *doc;
};

/* One of its rules. */
struct kin_policy_rule {
    enum kin_policy_id policy;
    const char *name;
    const char *value; /* source of an expression */
};

/* A choice of rules: by policy the number of its rule from 1, or 0 where nobody said, which is the first one. */
struct kin_policies {
    int rules[KIN_POLICY_COUNT];
};

/* Never NULL. */
const struct kin_policy *kin_policy(enum kin_policy_id id);

/* The n-th rule of a policy, from 1 (0 means 1); NULL: it has fewer. */
const struct kin_policy_rule *kin_policy_rule(enum kin_policy_id id, int n);

/* What a form prints where the n-th rule is in force, in a language. */
const char *kin_policy_instruction(enum kin_policy_id id, int n, const char *language);

/* By name; KIN_POLICY_COUNT when there is none. */
enum kin_policy_id kin_policy_named(const char *name);

/* Number of a policy's rule by its name; 0 when there is none. */
int kin_policy_rule_named(enum kin_policy_id id, const char *name);

/* The same, or a report with the nearest name. */
enum kin_policy_id kin_policy_read(struct kin_diags *diags, struct kin_span span, const char *name);
int kin_policy_rule_read(struct kin_diags *diags, struct kin_span span, enum kin_policy_id id, const char *name);

#endif
