#include "page/ruler.h"

#include <string.h>

/* Centimetres above the line, inches below it; lengths in true pt. */
static const double above_foot = 17, above_foot_both = 44, label_gap = 2, stroke = 0.6;

enum { TICKS_CM = 10, TICKS_INCH = 16 };

struct scale {
    double unit; /* length */
    int ticks;   /* of a unit */
    int up;      /* 1: ticks above the line, -1: below */
};

double kin_ruler_room(const char *ruler)
{
    return !ruler ? 0 : strcmp(ruler, "both") == 0 ? 72 : 44;
}

/* A whole unit, a half, and less. */
static double tick_length(int ticks, int tick)
{
    return tick == 0 ? 10 : 2 * tick == ticks ? 7.5 : ticks == TICKS_INCH && tick % 2 ? 3 : 4.5;
}

static void put_tick(const struct kin_layout *layout, struct kin_ops *ops, const struct scale *scale, double x,
                     double y, int tick)
{
    double length = kin_true(layout, tick_length(scale->ticks, tick)), width = kin_true(layout, stroke);
    kin_rule(ops, x - width / 2, scale->up > 0 ? y - length : y, width, length, 0);
}

static void put_number(const struct kin_layout *layout, struct kin_ops *ops, const struct scale *scale, double x,
                       double y, const char *text)
{
    double digits = 0.72 * kin_style(layout, KIN_STYLE_FOOT)->size_pt;
    double far = kin_true(layout, tick_length(scale->ticks, 0) + label_gap);
    kin_words_put(layout, ops, text, KIN_STYLE_FOOT, x - kin_words_width(layout, text, KIN_STYLE_FOOT) / 2,
                  scale->up > 0 ? y - far : y + far + digits);
}

/* As many whole units as fit; the name of the unit stands beside the 0. */
static void put_scale(const struct kin_layout *layout, struct kin_ops *ops, const struct scale *scale, const char *name,
                      double x, double y)
{
    double unit = kin_true(layout, scale->unit);
    int units = (int)(layout->width / unit);
    for (int i = 0; i <= units * scale->ticks; i++) {
        put_tick(layout, ops, scale, x + unit * i / scale->ticks, y, i % scale->ticks);
    }
    for (int i = 1; i <= units; i++) {
        put_number(layout, ops, scale, x + unit * i, y, kin_format(layout->arena, "%d", i));
    }
    put_number(layout, ops, scale, x + kin_words_width(layout, name, KIN_STYLE_FOOT) / 2, y, name);
    kin_rule(ops, x, y - kin_true(layout, stroke) / 2, units * unit, kin_true(layout, stroke), 0);
}

void kin_ruler_put(const struct kin_layout *layout, struct kin_ops *ops)
{
    static const struct scale metric = {72 / 2.54, TICKS_CM, 1}, imperial = {72, TICKS_INCH, -1};
    static const struct scale imperial_above = {72, TICKS_INCH, 1};
    const char *ruler = layout->look->ruler;
    if (!ruler) {
        return;
    }
    const struct kin_paper *paper = layout->paper;
    bool both = strcmp(ruler, "both") == 0;
    double above = (both ? above_foot_both : above_foot) + kin_foot_excess(layout);
    double y = paper->height - paper->foot - kin_true(layout, above);
    if (both || strcmp(ruler, "cm") == 0) {
        put_scale(layout, ops, &metric, "cm", paper->side, y);
    }
    if (both || strcmp(ruler, "in") == 0) {
        put_scale(layout, ops, both ? &imperial : &imperial_above, "in", paper->side, y);
    }
}
