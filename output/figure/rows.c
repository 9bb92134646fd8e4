/* Names of rows. */
#include "figure/rows.h"

static const double white = 8;

/* Texts are as wide as their sketch at most: measure and write as if it were the column alone. */
static struct kin_xy measure_in(struct kin_sketch *sketch, const struct kin_nodes *name, double width)
{
    double whole = sketch->width;
    sketch->width = width;
    struct kin_xy size = kin_sketch_measure(sketch, name);
    sketch->width = whole;
    return size;
}

double kin_rows_column(struct kin_sketch *sketch, const struct kin_nodes *const *names, size_t count, double width)
{
    double widest = 0;
    for (size_t i = 0; i < count; i++) {
        widest = names[i] ? fmax(widest, measure_in(sketch, names[i], width / 3).x) : widest;
    }
    return widest > 0 ? widest + white : 0;
}

double kin_rows_height(struct kin_sketch *sketch, const struct kin_nodes *name, double column)
{
    return name ? measure_in(sketch, name, column - white).y : 0;
}

void kin_rows_name(struct kin_sketch *sketch, const struct kin_nodes *name, double column, double middle)
{
    double whole = sketch->width;
    if (name) {
        sketch->width = column - white;
        kin_sketch_text(sketch, name, (struct kin_xy){0, middle}, 0, 0.5);
        sketch->width = whole;
    }
}
