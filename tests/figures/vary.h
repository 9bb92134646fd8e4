/* Figures that nobody wrote: examples with other values. What a figure may hold is taken from its kind's tables. */
#ifndef KIN_TESTS_FIGURES_VARY_H
#define KIN_TESTS_FIGURES_VARY_H

#include "draw/draw.h"
#include "figure/figure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- What figures there are to begin with --------------------------------------------------------------------------
 */

/* Parts that no example of their kind has. */
#define VARY_ON_PLANE                                                                                                  \
    "\" x-from=\"-5\" x-to=\"5\" y-from=\"-5\" y-to=\"5\"><point at=\"[1, 2]\">A</point><points at=\"[[-2, 3], [0, "   \
    "4]]\"/>"                                                                                                          \
    "<segment from=\"[0, 0]\" to=\"[3, 1]\" to-end=\"open\"><m>s</m></segment><line eq=\"y = 2x - 1\"><m>p</m></line>" \
    "<ray from=\"[-4, -4]\" through=\"[-2, 0]\" end=\"open\"/><polygon corners=\"[[1, -4], [4, -4], [4, -1]]\" "       \
    "pattern=\"hatch\">T</polygon><arrow from=\"[-4, 2]\" to=\"[-1, 4]\">up</arrow></figure>"
#define VARY_AREAS                                                                                                     \
    "\" x-from=\"0\" x-to=\"6\" y-from=\"0\" y-to=\"6\"><curve y=\"x*x/6\"><m>f</m></curve><half-plane eq=\"y &lt; "   \
    "x\">h"                                                                                                            \
    "</half-plane><region test=\"y gt 2 and x lt 3\"/></figure>"
static const char *const vary_more[] = {
    "<figure kind=\"coordinate-plane" VARY_ON_PLANE,
    "<figure kind=\"coordinate-plane" VARY_AREAS,
    "<figure kind=\"transformation-grid" VARY_ON_PLANE,
    "<figure kind=\"transformation-grid" VARY_AREAS,
    "<figure kind=\"scatter-plot" VARY_ON_PLANE,
    "<figure kind=\"scatter-plot" VARY_AREAS,
    "<figure kind=\"residual-plot" VARY_ON_PLANE,
    "<figure kind=\"residual-plot" VARY_AREAS,
    "<figure kind=\"sphere\" radius=\"5\"><section at=\"1/3\"/><measure of=\"radius\">5 cm</measure></figure>",
    "<figure kind=\"triangle\" sides=\"[3, 4, 5]\"><point at=\"[1, 1]\">P</point>"
    "<diagonal from=\"1\" to=\"2\"/></figure>",
    "<figure kind=\"polygon\" corners=\"[[0, 0], [5, 0], [6, 3], [2, 5]]\"><corner at=\"1\">A</corner><exterior "
    "at=\"2\">"
    "<m>x</m></exterior><diagonal from=\"1\" to=\"3\">7</diagonal><point at=\"[3, 2]\">M</point></figure>",
    "<figure kind=\"net\" of=\"prism\" width=\"6\" depth=\"3\" height=\"4\"><measure of=\"height\">4 "
    "cm</measure></figure>",
    "<figure kind=\"plane-figure\"><polygon corners=\"[[0, 0], [5, 0], [5, 4]]\"/><point at=\"[3, "
    "1]\">P</point></figure>",
};
enum { VARY_MOST = 8, VARY_MORE = sizeof vary_more / sizeof *vary_more };

/* The examples of a kind and the figures above that are of it; at most VARY_MOST. One that cannot be read is NULL. */
static inline size_t vary_figures(struct kin_library *library, const struct kin_figure_kind *kind,
                                  const struct kin_figure **figures)
{
    const char *mine = kin_format(library->arena, "kind=\"%s\"", kind->whole.name);
    size_t count = 0;
    while (count < 4 && kind->examples[count]) {
        figures[count] = kin_figure_alone(library, kind->examples[count], "en");
        count++;
    }
    for (size_t i = 0; i < VARY_MORE && count < VARY_MOST; i++) {
        if (strstr(vary_more[i], mine)) {
            figures[count++] = kin_figure_alone(library, vary_more[i], "en");
        }
    }
    return count;
}

/* ---- What changes --------------------------------------------------------------------------------------------------
 */

/* A copy of which everything may be changed, but the texts. */
static inline struct kin_figure_part *vary_copy(kin_arena *arena, const struct kin_figure_part *part)
{
    struct kin_figure_part *copy = KIN_NEW(arena, struct kin_figure_part);
    *copy = *part;
    copy->values = KIN_NEW_N(arena, struct kin_figure_value, part->value_count + 1);
    for (size_t i = 0; i < part->value_count; i++) {
        struct kin_figure_value *value = &copy->values[i];
        *value = part->values[i];
        value->numbers = KIN_NEW_N(arena, struct kin_rat, value->count + 1);
        for (size_t k = 0; k < value->count; k++) {
            value->numbers[k] = part->values[i].numbers[k];
        }
    }
    copy->parts = KIN_NEW_N(arena, struct kin_figure_part *, part->part_count + 1);
    for (size_t i = 0; i < part->part_count; i++) {
        copy->parts[i] = vary_copy(arena, part->parts[i]);
    }
    return copy;
}

/* The value of a name; a new one where nothing was said. */
static inline struct kin_figure_value *vary_value(struct kin_figure_part *part, const char *name)
{
    for (size_t i = 0; i < part->value_count; i++) {
        if (strcmp(part->values[i].name, name) == 0) {
            return &part->values[i];
        }
    }
    part->values[part->value_count] = (struct kin_figure_value){.name = name};
    return &part->values[part->value_count++];
}

/* What a row says of its numbers, or of how many there are. */
struct vary_range {
    double least, most;
    bool above; /* the least itself is left out */
};

static inline struct vary_range vary_range_of(const char *text, double least, double most)
{
    struct vary_range range = {least, most, text && *text == '>'};
    if (text) {
        sscanf(text + range.above, "%lf %lf", &range.least, &range.most);
    }
    return range;
}

static inline bool vary_is_list(enum kin_figure_type type)
{
    return type == KIN_FIGURE_NUMBERS || type == KIN_FIGURE_POINTS || type == KIN_FIGURE_CURVE ||
           type == KIN_FIGURE_WORDS;
}

/* A number with at most three places. */
static inline struct kin_rat vary_number(kin_arena *arena, double number)
{
    return kin_rat_ratio(arena, (int64_t)llround(number * 1000), 1000);
}

#endif
