/* What a pick draws from: a range, a list of values, or words. */
#include "bank/loader.h"

#include <ctype.h>
#include <string.h>

struct reading_domain {
    struct kin_loader *loader;
    const struct kin_xml *xml;
    struct kin_domain *domain;
    struct kin_type *type;
};

static bool constant(const struct reading_domain *reading, const struct kin_expr *expr, struct kin_value *value)
{
    return expr && kin_expr_constant(expr, reading->loader->arena, value);
}

/* Offset of the ".." outside brackets and quotes; the length when there is none. */
static size_t find_dots(const struct kin_text *text)
{
    int depth = 0;
    char quote = '\0';
    for (size_t i = 0; i + 1 < text->length; i++) {
        char c = text->chars[i];
        if (quote || c == '\'' || c == '"') {
            quote = quote ? (c == quote ? '\0' : quote) : c;
        } else if (strchr("([{", c)) {
            depth++;
        } else if (strchr(")]}", c)) {
            depth--;
        } else if (depth == 0 && c == '.' && text->chars[i + 1] == '.') {
            return i;
        }
    }
    return text->length;
}

static bool is_number(const struct reading_domain *reading, const struct kin_expr *expr)
{
    struct kin_type type = kin_expr_type(expr);
    if (type.kind == KIN_NUMBER || type.kind == KIN_NOTHING) {
        return true;
    }
    kin_report(reading->loader->diags, KIN_E313, kin_expr_span(expr), kin_type_text(reading->loader->arena, type),
               NULL);
    kin_report_mend(reading->loader->diags,
                    "a range goes from a number to a number; for other values write of=\"...\"");
    return false;
}

static const struct kin_expr *read_end(const struct reading_domain *reading, const struct kin_text *text, size_t begin,
                                       size_t end)
{
    struct kin_loader *loader = reading->loader;
    struct kin_text part = kin_text_cut(loader->arena, text, begin, end);
    const struct kin_expr *expr = kin_load_expr(loader, loader->numbers, part, kin_type_any);
    return expr && is_number(reading, expr) ? expr : NULL;
}

static void check_order(const struct reading_domain *reading)
{
    const struct kin_domain *domain = reading->domain;
    struct kin_value low, high;
    if (constant(reading, domain->low, &low) && constant(reading, domain->high, &high) &&
        kin_value_compare(&low, &high) > 0) {
        struct kin_diags *diags = reading->loader->diags;
        kin_report(diags, KIN_E309, kin_value_span(reading->xml, "from"), NULL);
        kin_report_mend(diags, "write the lower end first: from=\"%s..%s\"", kin_expr_source(domain->high),
                        kin_expr_source(domain->low));
    }
}

/* Does it read names of settings, and no other parameter? */
static bool reads_settings(const struct kin_template *template, const struct kin_expr *expr)
{
    bool any = false;
    for (size_t i = 0; i < template->field_count; i++) {
        bool used = kin_expr_uses(expr, template->fields[i].slot);
        if (used && !template->fields[i].setting) {
            return false;
        }
        any = any || used;
    }
    return any;
}

static void load_step(const struct reading_domain *reading)
{
    struct kin_loader *loader = reading->loader;
    struct kin_domain *domain = reading->domain;
    struct kin_value step;
    domain->step = kin_load_attribute(loader, loader->numbers, reading->xml, "step", kin_type_any);
    if (!domain->step || !is_number(reading, domain->step)) {
        return;
    }
    if (reads_settings(loader->template, domain->step)) {
        return; /* fixed before any number is drawn; what is not above 0 is found then */
    }
    if (!constant(reading, domain->step, &step)) {
        kin_report(loader->diags, KIN_E316, kin_expr_span(domain->step), "a step", NULL);
        kin_report_mend(loader->diags, "write a number, and compute with <let> what depends on parameters");
    } else if (kin_rat_sign(step.as.number) <= 0) {
        kin_report(loader->diags, KIN_E312, kin_expr_span(domain->step), NULL);
        kin_report_mend(loader->diags, "write a number above 0");
    }
}

/* A misplaced step, as in 0.1..0.9 step 0.1. */
static bool names_step(struct kin_loader *loader, const struct kin_text *text)
{
    static const char word[] = " step ";
    const char *step = strstr(text->chars, word);
    if (!step || !isdigit((unsigned char)step[sizeof word - 1])) {
        return false;
    }
    kin_report(loader->diags, KIN_E311, text->span, NULL);
    kin_report_mend(loader->diags, "the step is an attribute of its own: from=\"%.*s\" step=\"%s\"",
                    (int)(step - text->chars), text->chars, step + sizeof word - 1);
    return true;
}

/* The step leads over the upper end at once. */
static void check_values(const struct reading_domain *reading)
{
    struct kin_loader *loader = reading->loader;
    const struct kin_domain *domain = reading->domain;
    struct kin_value low, high, step = kin_value_number(kin_rat_int(1));
    if (!constant(reading, domain->low, &low) || !constant(reading, domain->high, &high) ||
        (domain->step && !constant(reading, domain->step, &step)) || kin_value_compare(&low, &high) >= 0) {
        return;
    }
    struct kin_rat next = kin_rat_add(loader->arena, low.as.number, step.as.number);
    if (kin_rat_compare(next, high.as.number) > 0) {
        kin_report(loader->diags, KIN_W3212, kin_value_span(reading->xml, "from"), kin_value_text(loader->arena, &low),
                   NULL);
        kin_report_mend(loader->diags, "say how far its values are apart: step=\"0.1\"");
    }
}

static void load_range(const struct reading_domain *reading)
{
    struct kin_loader *loader = reading->loader;
    struct kin_text text = kin_xml_value(loader->arena, reading->xml, "from");
    size_t dots = find_dots(&text);
    if (dots == text.length) {
        kin_report(loader->diags, KIN_E311, text.span, NULL);
        kin_report_mend(loader->diags, "write lowest..highest: from=\"2..9\"; for single values of=\"2, 5, 9\"");
        return;
    }
    if (names_step(loader, &text)) {
        return;
    }
    size_t after = dots + 2 + (text.chars[dots + 2] == '.');
    reading->domain->low = read_end(reading, &text, 0, dots);
    reading->domain->high = read_end(reading, &text, after, text.length);
    if (reading->domain->low && reading->domain->high) {
        reading->type->kind = KIN_NUMBER;
        reading->type->look = kin_expr_type(reading->domain->low).look;
        check_order(reading);
    }
    load_step(reading);
    if (reading->domain->low && reading->domain->high) {
        check_values(reading);
    }
}

/* ---- Lists ------------------------------------------------------------------------------------------------ */

static bool bare_word(const char *at, size_t length)
{
    bool fine = length > 0 && isalpha((unsigned char)*at);
    for (size_t i = 0; i < length; i++) {
        fine = fine && (isalnum((unsigned char)at[i]) || at[i] == '_' || at[i] == '-');
    }
    bool truth = (length == 4 && memcmp(at, "true", 4) == 0) || (length == 5 && memcmp(at, "false", 5) == 0);
    return fine && !truth;
}

/* The list as an expression when all its items are bare words: one, none, all. NULL when they are not. */
static const char *quoted_words(const struct reading_domain *reading, const struct kin_text *text)
{
    struct kin_loader *loader = reading->loader;
    struct kin_buf quoted = kin_buf_in(loader->arena);
    for (size_t at = 0; at <= text->length;) {
        at += strspn(text->chars + at, " \t\n");
        size_t end = at + strcspn(text->chars + at, ","), last = end;
        while (last > at && strchr(" \t\n", text->chars[last - 1])) {
            last--;
        }
        if (!bare_word(text->chars + at, last - at)) {
            return NULL;
        }
        const char *word = kin_copy_n(loader->arena, text->chars + at, last - at);
        kin_buf_addf(&quoted, "%s'%s'", quoted.length ? ", " : "", word);
        KIN_PUSH(loader->arena, loader->words, loader->word_count, loader->word_room) = word;
        at = end + 1;
    }
    return quoted.data;
}

static const struct kin_list *constant_list(const struct reading_domain *reading, const struct kin_expr *expr)
{
    struct kin_value value;
    return constant(reading, expr, &value) && value.kind == KIN_LIST ? value.as.list : NULL;
}

static const struct kin_value *find_in(const struct kin_list *list, const struct kin_value *value, size_t before)
{
    for (size_t i = 0; i < before; i++) {
        if (kin_value_equal(&list->items[i], value)) {
            return &list->items[i];
        }
    }
    return NULL;
}

static void check_duplicates(const struct reading_domain *reading, const struct kin_list *list)
{
    struct kin_loader *loader = reading->loader;
    for (size_t i = 0; i < list->count && list->count <= 1000; i++) {
        if (find_in(list, &list->items[i], i)) {
            kin_report(loader->diags, KIN_E310, kin_value_span(reading->xml, "of"),
                       kin_value_text(loader->arena, &list->items[i]), NULL);
            kin_report_mend(loader->diags, "write each value once; each is drawn equally often");
            return;
        }
    }
}

static void load_list(const struct reading_domain *reading)
{
    struct kin_loader *loader = reading->loader;
    struct kin_text text = kin_xml_value(loader->arena, reading->xml, "of");
    const char *words = quoted_words(reading, &text);
    if (words) {
        text.chars = words;
        text.length = strlen(words);
    }
    reading->domain->list = kin_load_list(loader, loader->numbers, text);
    if (!reading->domain->list) {
        return;
    }
    const struct kin_list *list = constant_list(reading, reading->domain->list);
    if (!list) {
        kin_report(loader->diags, KIN_E316, text.span, "a list of values", NULL);
        kin_report_mend(loader->diags,
                        "write the values themselves, and compute with <let> what depends on parameters");
        return;
    }
    if (list->count == 1 && list->items[0].kind == KIN_LIST && find_dots(&text) < text.length) {
        kin_report(loader->diags, KIN_E378, text.span, NULL);
        kin_report_mend(loader->diags, "write from=\"...\" to draw one of its numbers");
    }
    *reading->type = list->count ? kin_value_type(&list->items[0]) : kin_type_any;
    check_duplicates(reading, list);
}

/* ---- Both ---------------------------------------------------------------------------------------------------- */

/* The ends of a range and its step, where all are constant. Without a step it is 1, in percents where the ends are. */
static bool constant_range(const struct reading_domain *reading, struct kin_rat *low, struct kin_rat *high,
                           struct kin_rat *step)
{
    const struct kin_domain *domain = reading->domain;
    struct kin_value first, last, distance;
    if (!constant(reading, domain->low, &first) || !constant(reading, domain->high, &last) ||
        (domain->step && !constant(reading, domain->step, &distance))) {
        return false;
    }
    *low = first.as.number;
    *high = last.as.number;
    *step = first.look == KIN_PERCENT ? kin_rat_ratio(reading->loader->arena, 1, 100) : kin_rat_int(1);
    *step = domain->step ? distance.as.number : *step;
    return kin_rat_sign(*step) > 0;
}

/* Is a constant in the range? Only told apart where both ends and the step are constant. */
static bool outside_range(const struct reading_domain *reading, const struct kin_value *value)
{
    struct kin_rat low, high, step;
    if (value->kind != KIN_NUMBER || !constant_range(reading, &low, &high, &step)) {
        return false;
    }
    kin_arena *arena = reading->loader->arena;
    struct kin_rat steps = kin_rat_div(arena, kin_rat_sub(arena, value->as.number, low), step);
    return kin_rat_compare(value->as.number, low) < 0 || kin_rat_compare(value->as.number, high) > 0 ||
           !kin_rat_is_integer(steps);
}

static bool left_out_in_vain(const struct reading_domain *reading, const struct kin_value *value)
{
    const struct kin_list *list = constant_list(reading, reading->domain->list);
    return list ? !find_in(list, value, list->count) : outside_range(reading, value);
}

/* How many values a constant domain has before any is left out; -1 when that is not known here. */
static int64_t domain_size(const struct reading_domain *reading)
{
    const struct kin_list *list = constant_list(reading, reading->domain->list);
    struct kin_rat low, high, step;
    int64_t count = -1;
    if (list) {
        return (int64_t)list->count;
    }
    if (!constant_range(reading, &low, &high, &step)) {
        return -1;
    }
    kin_arena *arena = reading->loader->arena;
    struct kin_rat span = kin_rat_div(arena, kin_rat_sub(arena, high, low), step);
    kin_rat_to_int(kin_rat_round(arena, span, 0, KIN_FLOOR), &count);
    return count < 0 ? -1 : count + 1;
}

static void check_except(const struct reading_domain *reading, const struct kin_list *except)
{
    struct kin_loader *loader = reading->loader;
    struct kin_span span = kin_value_span(reading->xml, "except");
    int64_t left = domain_size(reading);
    bool known = left >= 0;
    for (size_t i = 0; i < except->count && except->count <= 1000; i++) {
        if (left_out_in_vain(reading, &except->items[i])) {
            kin_report(loader->diags, KIN_W303, span, kin_value_text(loader->arena, &except->items[i]), NULL);
            kin_report_mend(loader->diags, "delete it, or mend the values that are drawn");
        } else if (!find_in(except, &except->items[i], i)) {
            left--;
        }
    }
    if (known && left <= 0) {
        kin_report(loader->diags, KIN_E308, span, kin_xml_string(loader->arena, reading->xml, "name"), NULL);
        kin_report_mend(loader->diags, "leave fewer values out");
    }
}

static void load_except(const struct reading_domain *reading)
{
    struct kin_loader *loader = reading->loader;
    struct kin_text text = kin_xml_value(loader->arena, reading->xml, "except");
    const char *words = text.chars && reading->type->kind == KIN_WORD ? quoted_words(reading, &text) : NULL;
    if (!text.chars) {
        return;
    }
    if (words) {
        text.chars = words;
        text.length = strlen(words);
    }
    reading->domain->except = kin_load_list(loader, loader->numbers, text);
    const struct kin_list *except = constant_list(reading, reading->domain->except);
    if (except) {
        check_except(reading, except);
    }
}

/* ---- Weights of words ------------------------------------------------------------------------------------- */

static void read_weights(const struct reading_domain *reading, const struct kin_list *list)
{
    enum { MOST = 100 };
    struct kin_loader *loader = reading->loader;
    uint32_t *weights = KIN_NEW_N(loader->arena, uint32_t, list->count);
    for (size_t i = 0; i < list->count; i++) {
        int64_t weight;
        if (list->items[i].kind != KIN_NUMBER || !kin_rat_to_int(list->items[i].as.number, &weight) || weight < 1 ||
            weight > MOST) {
            kin_report(loader->diags, KIN_E3002, kin_value_span(reading->xml, "weight"), NULL);
            kin_report_mend(loader->diags, "write one for each word, such as weight=\"2, 1, 1\"");
            return;
        }
        weights[i] = (uint32_t)weight;
    }
    reading->domain->weights = weights;
}

static void load_weights(const struct reading_domain *reading)
{
    struct kin_loader *loader = reading->loader;
    struct kin_text text = kin_xml_value(loader->arena, reading->xml, "weight");
    const struct kin_list *words = constant_list(reading, reading->domain->list);
    if (!text.chars || reading->type->kind == KIN_NOTHING) {
        return;
    }
    if (reading->type->kind != KIN_WORD || !words) {
        kin_report(loader->diags, KIN_E3003, kin_value_span(reading->xml, "weight"), NULL);
        kin_report_mend(loader->diags, "leave weight out here");
        return;
    }
    const struct kin_expr *expr = kin_load_list(loader, loader->numbers, text);
    const struct kin_list *list = constant_list(reading, expr);
    if (expr && (!list || list->count != words->count)) {
        kin_report(loader->diags, KIN_E3001, kin_value_span(reading->xml, "weight"),
                   kin_xml_string(loader->arena, reading->xml, "name"), kin_format(loader->arena, "%zu", words->count),
                   kin_format(loader->arena, "%zu", list ? list->count : 0), NULL);
        kin_report_mend(loader->diags, "write one for each word, such as weight=\"2, 1, 1\"");
    } else if (list) {
        read_weights(reading, list);
    }
}

static void load_look(const struct reading_domain *reading)
{
    struct kin_loader *loader = reading->loader;
    bool money = kin_load_is(loader, reading->xml, "type", "money");
    bool percent = kin_load_is(loader, reading->xml, "type", "percent");
    bool number = reading->type->kind == KIN_NUMBER;
    const char *name = money || percent ? "type" : "places";
    if (!number && kin_xml_attribute(reading->xml, name)) {
        kin_report(loader->diags, KIN_E314, kin_value_span(reading->xml, name), name, NULL);
        kin_report_mend(loader->diags, "leave %s out here", name);
        return;
    }
    if (money || percent) {
        reading->type->look = money ? KIN_MONEY : KIN_PERCENT;
    }
    reading->domain->look = reading->type->look;
    reading->domain->places = (int16_t)kin_load_integer(loader, reading->xml, "places", KIN_NO_PLACES);
}

static bool has_one_source(const struct reading_domain *reading)
{
    bool range = kin_xml_attribute(reading->xml, "from"), list = kin_xml_attribute(reading->xml, "of");
    struct kin_diags *diags = reading->loader->diags;
    if (range != list) {
        if (list && kin_xml_attribute(reading->xml, "step")) {
            kin_report(diags, KIN_E315, kin_value_span(reading->xml, "step"), NULL);
            kin_report_mend(diags, "leave step out, or write from=\"lowest..highest\"");
        }
        return true;
    }
    kin_report(diags, range ? KIN_E319 : KIN_E302, kin_xml_name_span(reading->xml),
               kin_xml_string(reading->loader->arena, reading->xml, "name"), NULL);
    kin_report_mend(diags,
                    range ? "keep one of the two" : "add from=\"2..9\" for a range or of=\"2, 3, 5\" for a list");
    return false;
}

void kin_load_domain(struct kin_loader *loader, const struct kin_xml *pick, struct kin_field *field,
                     struct kin_type *type)
{
    struct reading_domain reading = {loader, pick, &field->domain, type};
    field->domain.places = KIN_NO_PLACES;
    if (!has_one_source(&reading)) {
        return;
    }
    if (kin_xml_attribute(pick, "from")) {
        load_range(&reading);
    } else {
        load_list(&reading);
    }
    load_except(&reading);
    load_weights(&reading);
    load_look(&reading);
    kin_load_arrangement(loader, pick, &field->domain, domain_size(&reading), type);
}
