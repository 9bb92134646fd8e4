/* Rules for part of the points in words: "at most 1 wrong" for the rule "wrong le 1". LANGUAGE rule 6. */
#include "page/key.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One comparison of a rule: a count or a sum of counts, a relation and a whole number. */
struct comparison {
    const char *counts; /* in words: "wrong or missed" */
    char relation[4];
    int number;
};

static const char *count_text(const struct kin_furniture *words, const char *count)
{
    const struct {
        const char *name, *text;
    } rows[] = {{"right", words->count_right},
                {"wrong", words->count_wrong},
                {"missed", words->count_missed},
                {"extra", words->count_extra},
                {"error", words->count_error}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(rows[i].name, count) == 0) {
            return rows[i].text;
        }
    }
    return NULL;
}

/* "le 1" is at most 1, "lt 2" the same; NULL for another relation. */
static char *comparison_text(const struct kin_layout *layout, const struct comparison *part)
{
    const struct kin_furniture *words = layout->words;
    bool strict = strcmp(part->relation, "lt") == 0 || strcmp(part->relation, "gt") == 0;
    int number = !strict ? part->number : part->relation[0] == 'l' ? part->number - 1 : part->number + 1;
    const char *format = part->relation[0] == 'l'            ? words->at_most
                         : part->relation[0] == 'g'          ? words->at_least
                         : strcmp(part->relation, "eq") == 0 ? words->exactly
                                                             : NULL;
    return format ? kin_format(layout->arena, format, number, part->counts) : NULL;
}

/* "wrong + missed"; NULL for anything else. Moves *at behind it. */
static char *counts_text(const struct kin_layout *layout, const char **at)
{
    struct kin_buf text = kin_buf_in(layout->arena);
    char name[16];
    for (int length = 0;; length = 0) {
        if (sscanf(*at, " %15[a-z]%n", name, &length) != 1 || !count_text(layout->words, name)) {
            return NULL;
        }
        kin_buf_addf(&text, "%s%s", text.length ? layout->words->or_also : "", count_text(layout->words, name));
        *at += length + strspn(*at + length, " ");
        if (**at != '+') {
            return text.data;
        }
        ++*at;
    }
}

/* Comparisons joined by "and"; NULL for any other rule. */
static char *rule_text(const struct kin_layout *layout, const char *rule)
{
    struct kin_buf text = kin_buf_in(layout->arena);
    for (const char *at = rule; *at;) {
        struct comparison part = {.counts = counts_text(layout, &at)};
        int length = 0;
        if (!part.counts || sscanf(at, "%3[a-z] %d%n", part.relation, &part.number, &length) != 2) {
            return NULL;
        }
        const char *said = comparison_text(layout, &part);
        if (!said) {
            return NULL;
        }
        kin_buf_addf(&text, "%s%s", text.length ? layout->words->and_also : "", said);
        at += length + strspn(at + length, " ");
        if (*at && strncmp(at, "and ", 4) != 0) {
            return NULL;
        }
        at += *at ? 4 : 0;
    }
    return text.data;
}

static const char *made_text(const struct kin_layout *layout, const struct kin_credit *credit)
{
    const struct kin_furniture *words = layout->words;
    const char *rule = credit->kind == KIN_CREDIT_RULE && credit->rule ? rule_text(layout, credit->rule) : NULL;
    switch (credit->kind) {
    case KIN_CREDIT_RULE:
        return rule ? rule : credit->rule;
    case KIN_CREDIT_OFF:
        return kin_format(layout->arena, words->for_each, count_text(words, kin_count_kind_name(credit->each)));
    case KIN_CREDIT_UNIT:
        return words->for_unit;
    case KIN_CREDIT_METHOD:
        return words->for_method;
    default:
        return NULL;
    }
}

struct kin_nodes kin_credit_words(const struct kin_layout *layout, const struct kin_credit *credit)
{
    const char *text = credit->what.count ? NULL : made_text(layout, credit);
    return text ? kin_flow_of_text(layout->arena, text, KIN_UPRIGHT) : credit->what;
}

char *kin_credit_points(const struct kin_layout *layout, const struct kin_credit *credit)
{
    char *points = kin_points_text(layout->arena, layout->words, credit->points);
    return credit->kind == KIN_CREDIT_OFF ? kin_format(layout->arena, "\xE2\x88\x92%s", points) : points;
}

/* ---- Boxes to tick ---------------------------------------------------------------------------------------------- */

static const double tick_size = 6.4, tick_gap = 4;

double kin_tick_box_width(void)
{
    return tick_size + tick_gap;
}

double kin_tick_box(struct kin_ops *ops, double x, double baseline)
{
    kin_frame_rect(ops, x, baseline - tick_size + 0.4, tick_size, tick_size, (struct kin_ink){.stroke_width = 0.7});
    return x + kin_tick_box_width();
}
