/* Checks that confirm nothing: those that compute the key a second time in the same way, and those that read none of
 * the instance's numbers. Found by comparing sources, so a disguised one may pass; a warning is never wrong. */
#include "draw/survey.h"

#include <string.h>

/* A source without white space and without brackets around all of it. */
static const char *plain(kin_arena *arena, const char *source, size_t length)
{
    char *text = kin_alloc(arena, length + 1);
    size_t size = 0;
    for (size_t i = 0; i < length; i++) {
        if (!strchr(" \t\r\n", source[i])) {
            text[size++] = source[i];
        }
    }
    text[size] = '\0';
    return text;
}

/* The text without brackets around all of it. */
static const char *unwrapped(kin_arena *arena, const char *text)
{
    size_t length = strlen(text);
    int depth = 0;
    for (size_t i = 0; i + 1 < length; i++) {
        depth += (text[i] == '(') - (text[i] == ')');
        if (depth == 0) {
            return text;
        }
    }
    return length > 2 && text[0] == '(' ? kin_copy_n(arena, text + 1, length - 2) : text;
}

/* The other side of "key eq ..." or "... eq key"; NULL when the check has another form. */
static const char *other_side(kin_arena *arena, const char *check)
{
    static const char *const before[] = {"key eq ", "key = ", "key="};
    static const char *const after[] = {" eq key", " = key", "=key"};
    size_t length = strlen(check);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        size_t size = strlen(before[i]), tail = strlen(after[i]);
        if (strncmp(check, before[i], size) == 0) {
            return plain(arena, check + size, length - size);
        }
        if (length > tail && strcmp(check + length - tail, after[i]) == 0) {
            return plain(arena, check, length - tail);
        }
    }
    return NULL;
}

/* A key that is the name of a let is also what the let computes. */
static const struct kin_expr *let_behind(const struct kin_template *template, const struct kin_expr *key)
{
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_field *field = &template->fields[i];
        if (field->kind == KIN_FIELD_LET && strcmp(field->name, kin_expr_source(key)) == 0) {
            return field->value;
        }
    }
    return NULL;
}

static bool same_source(kin_arena *arena, const char *side, const struct kin_expr *expr)
{
    if (!expr) {
        return false;
    }
    const char *source = kin_expr_source(expr);
    return strcmp(unwrapped(arena, side), unwrapped(arena, plain(arena, source, strlen(source)))) == 0;
}

static bool repeats_key(struct kin_surveying *surveying, const struct kin_response_template *response,
                        const struct kin_expr *check)
{
    const char *side = other_side(surveying->arena, kin_expr_source(check));
    return side && response->key &&
           (same_source(surveying->arena, side, response->key) ||
            same_source(surveying->arena, side, let_behind(surveying->draw->template, response->key)));
}

/* Parameters, the names of a <for>, or other answers, which are computed from them. */
static bool reads_numbers(const struct kin_template *template, const struct kin_response_template *response,
                          const struct kin_expr *check)
{
    for (int slot = 0; slot < (int)template->slot_count; slot++) {
        if (slot != response->key_slot && slot != response->answer_slot && kin_expr_uses(check, slot)) {
            return true;
        }
    }
    return template->field_count == 0;
}

static void look_at_check(struct kin_surveying *surveying, const struct kin_response_template *response,
                          const struct kin_expr *check)
{
    if (!reads_numbers(surveying->draw->template, response, check)) {
        kin_report(surveying->diags, KIN_W410, kin_expr_span(check), NULL);
        kin_report_mend(surveying->diags, "put key where the student would put the answer: p*key + q eq r");
    } else if (repeats_key(surveying, response, check)) {
        kin_report(surveying->diags, KIN_W409, kin_expr_span(check), NULL);
        kin_report_mend(surveying->diags, "put key into the question instead, or compute backwards from it");
    }
}

static void look_at_checks(struct kin_surveying *surveying, const struct kin_response_template *response)
{
    for (size_t i = 0; i < response->check_count; i++) {
        look_at_check(surveying, response, response->checks[i]);
    }
    for (size_t i = 0; i < response->blank_count; i++) {
        look_at_checks(surveying, &response->blanks[i]);
    }
}

void kin_checklist_checks(struct kin_surveying *surveying)
{
    const struct kin_features *features = &surveying->draw->features;
    for (size_t i = 0; i < features->response_count; i++) {
        look_at_checks(surveying, features->responses[i]);
    }
}
