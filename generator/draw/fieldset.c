#include "draw/fieldset.h"

static void add_expr(struct kin_fieldset *set, const struct kin_needs *needs, const struct kin_template *template,
                     const struct kin_expr *expr, size_t below)
{
    for (size_t i = 0; expr && i < below; i++) {
        const struct kin_field *field = &template->fields[i];
        if (kin_expr_uses(expr, field->slot)) {
            kin_fieldset_add(set, i);
            if (field->kind == KIN_FIELD_LET) {
                kin_fieldset_join(set, &needs->fields[i]);
            }
        }
    }
}

struct kin_fieldset kin_needs_expr(const struct kin_needs *needs, const struct kin_template *template,
                                   const struct kin_expr *expr)
{
    struct kin_fieldset set = {{0}};
    add_expr(&set, needs, template, expr, template->field_count);
    return set;
}

/* A field reads only fields above it. */
static void add_field(struct kin_needs *needs, const struct kin_template *template, size_t index)
{
    const struct kin_field *field = &template->fields[index];
    const struct kin_expr *const read[] = {field->value, field->domain.low, field->domain.high, field->domain.step,
                                           field->domain.except};
    for (size_t i = 0; i < sizeof read / sizeof *read; i++) {
        add_expr(&needs->fields[index], needs, template, read[i], index);
    }
}

struct kin_needs kin_needs_of(kin_arena *arena, const struct kin_template *template)
{
    struct kin_needs needs = {
        .fields = KIN_NEW_N(arena, struct kin_fieldset, template->field_count),
        .tests = KIN_NEW_N(arena, struct kin_fieldset, template->where_count),
    };
    for (size_t i = 0; i < template->field_count; i++) {
        add_field(&needs, template, i);
    }
    for (size_t i = 0; i < template->where_count; i++) {
        needs.tests[i] = kin_needs_expr(&needs, template, template->wheres[i].test);
    }
    return needs;
}
