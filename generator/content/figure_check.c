/* What is wrong with a figure: what its kind's tables ask of values, then the kind's own check. */
#include "content/figure.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Nobody plots more, or reads larger numbers on an axis. */
static const double most_number = 1e6;
enum { MOST_ITEMS = 1000, MOST_PARTS = 200 };

bool kin_figure_reject(struct kin_figure_fault *fault, const struct kin_figure_part *part, const char *attribute,
                       const char *format, ...)
{
    va_list arguments;
    char text[400];
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    fault->part = part;
    fault->attribute = attribute;
    fault->message = kin_copy(fault->arena, text);
    return false;
}

/* "least most", "> 0 1000": whether the first is left out. Whole numbers. */
struct range {
    double least, most;
    bool above;
};

static struct range range_of(const char *text, double least, double most)
{
    struct range range = {least, most, false};
    if (text) {
        char *end;
        range.above = *text == '>';
        range.least = (double)strtol(text + range.above, &end, 10);
        range.most = (double)strtol(end, NULL, 10);
    }
    return range;
}

static bool number_fits(const struct kin_figure_attribute *row, const struct kin_figure_part *part,
                        struct kin_rat number, struct kin_figure_fault *fault)
{
    struct range range = range_of(row->range, -most_number, most_number);
    double value = kin_rat_double(number);
    if (row->type == KIN_FIGURE_WHOLE && !kin_rat_is_integer(number)) {
        return kin_figure_reject(fault, part, row->name, "%s is %s, but must be a whole number", row->name,
                                 kin_rat_text(fault->arena, number));
    }
    if (range.above && value <= range.least) {
        return kin_figure_reject(fault, part, row->name, "%s is %s, but must be above %g", row->name,
                                 kin_rat_text(fault->arena, number), range.least);
    }
    if (value < range.least) {
        return kin_figure_reject(fault, part, row->name, "%s is %s, but must be at least %g", row->name,
                                 kin_rat_text(fault->arena, number), range.least);
    }
    return value <= range.most || kin_figure_reject(fault, part, row->name, "%s is %s, but must be at most %.10g",
                                                    row->name, kin_rat_text(fault->arena, number), range.most);
}

static bool is_list(enum kin_figure_type type)
{
    return type == KIN_FIGURE_NUMBERS || type == KIN_FIGURE_WORDS || type == KIN_FIGURE_POINTS ||
           type == KIN_FIGURE_CURVE || type == KIN_FIGURE_REGION;
}

static bool has_pairs(enum kin_figure_type type)
{
    return type == KIN_FIGURE_POINTS || type == KIN_FIGURE_CURVE || type == KIN_FIGURE_REGION;
}

static size_t items_of(const struct kin_figure_attribute *row, const struct kin_figure_value *value)
{
    return row->type == KIN_FIGURE_WORDS ? value->word_count : has_pairs(row->type) ? value->count / 2 : value->count;
}

static bool count_fits(const struct kin_figure_attribute *row, const struct kin_figure_part *part,
                       const struct kin_figure_value *value, struct kin_figure_fault *fault)
{
    struct range range = range_of(row->count, 0, MOST_ITEMS);
    size_t count = items_of(row, value);
    if (is_list(row->type) && (double)count < range.least) {
        return kin_figure_reject(fault, part, row->name, "%s has %zu items, but needs at least %g", row->name, count,
                                 range.least);
    }
    return !is_list(row->type) || (double)count <= range.most ||
           kin_figure_reject(fault, part, row->name, "%s has %zu items, but may have at most %g", row->name, count,
                             range.most);
}

static size_t numbers_needed(enum kin_figure_type type)
{
    switch (type) {
    case KIN_FIGURE_NUMBER:
    case KIN_FIGURE_WHOLE:
        return 1;
    case KIN_FIGURE_POINT:
        return 2;
    case KIN_FIGURE_RELATION:
        return 3;
    default:
        return 0;
    }
}

static bool has_word(const char *words, const char *word)
{
    size_t length = word ? strlen(word) : 0;
    for (const char *at = words; at && *at && length; at += strspn(at, " ")) {
        size_t here = strcspn(at, " ");
        if (here == length && strncmp(at, word, length) == 0) {
            return true;
        }
        at += here;
    }
    return false;
}

/* Set files are read by anyone: what a value is made of is looked at even though the resolver made it so. */
static bool value_whole(const struct kin_figure_attribute *row, const struct kin_figure_part *part,
                        const struct kin_figure_value *value, struct kin_figure_fault *fault)
{
    if (row->type == KIN_FIGURE_CHOICE && !has_word(row->words, value->word)) {
        return kin_figure_reject(fault, part, row->name, "%s is '%s', but must be one of: %s", row->name,
                                 value->word ? value->word : "", row->words);
    }
    bool pairs = has_pairs(row->type);
    bool relation = row->type == KIN_FIGURE_RELATION && !value->word;
    if (value->count < numbers_needed(row->type) || (pairs && value->count % 2) || relation) {
        return kin_figure_reject(fault, part, row->name, "%s is not whole", row->name);
    }
    return true;
}

static bool value_fits(const struct kin_figure_attribute *row, const struct kin_figure_part *part,
                       const struct kin_figure_value *value, struct kin_figure_fault *fault)
{
    if (!value_whole(row, part, value, fault) || !count_fits(row, part, value, fault)) {
        return false;
    }
    bool computed = row->type == KIN_FIGURE_CURVE || row->type == KIN_FIGURE_REGION || row->type == KIN_FIGURE_RELATION;
    for (size_t i = 0; !computed && i < value->count; i++) {
        if (!number_fits(row, part, value->numbers[i], fault)) {
            return false;
        }
    }
    return true;
}

static bool part_fits(const struct kin_figure_part_kind *kind, const struct kin_figure_part *part,
                      struct kin_figure_fault *fault)
{
    for (const struct kin_figure_attribute *row = kind->attributes; row && row->name; row++) {
        const struct kin_figure_value *value = kin_figure_value(part, row->name);
        bool wanted = !row->otherwise || *row->otherwise;
        if (!value && wanted) {
            return kin_figure_reject(fault, part, NULL, "it has no %s", row->name);
        }
        if (value && !value_fits(row, part, value, fault)) {
            return false;
        }
    }
    if (part->part_count > MOST_PARTS) {
        return kin_figure_reject(fault, part, NULL, "it has %zu parts, but may have at most %d", part->part_count,
                                 MOST_PARTS);
    }
    for (size_t i = 0; i < part->part_count; i++) {
        const struct kin_figure_part_kind *inner = kin_figure_part_named(kind, part->parts[i]->name);
        if (!inner) {
            return kin_figure_reject(fault, part, NULL, "it holds a <%s>", part->parts[i]->name);
        }
        if (!part_fits(inner, part->parts[i], fault)) {
            return false;
        }
    }
    return true;
}

bool kin_figure_sound(const struct kin_figure_kind *kind, const struct kin_figure *figure,
                      struct kin_figure_fault *fault)
{
    return part_fits(&kind->whole, &figure->whole, fault) && (!kind->check || kind->check(figure, fault));
}
