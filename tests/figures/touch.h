/* What must never happen in a sketch: labels that touch, that lie on a stroke, that stand outside of the figure, or a
 * legend whose letter stands nowhere. */
#ifndef KIN_TESTS_FIGURES_TOUCH_H
#define KIN_TESTS_FIGURES_TOUCH_H

#include "figure/figure.h"

#include <stdio.h>
#include <string.h>

static inline void touch_say(const char *where, const char *what, const struct kin_trace *a, const struct kin_trace *b)
{
    printf("%s: %s: '%s' at (%.1f, %.1f)-(%.1f, %.1f)", where, what, a->text ? a->text : "stroke", a->x1, a->y1, a->x2,
           a->y2);
    if (b) {
        printf(" and '%s' at (%.1f, %.1f)-(%.1f, %.1f)", b->text ? b->text : "stroke", b->x1, b->y1, b->x2, b->y2);
    }
    printf("\n");
}

static inline bool touch_outside(const struct kin_sketch *sketch, const struct kin_trace *trace)
{
    double left = trace->x1 < trace->x2 ? trace->x1 : trace->x2, right = trace->x1 + trace->x2 - left;
    double top = trace->y1 < trace->y2 ? trace->y1 : trace->y2, bottom = trace->y1 + trace->y2 - top;
    const double slack = 0.75;
    return left < -slack || top < -slack || right > sketch->width + slack || bottom > sketch->height + slack;
}

/* "a: what it means" below a figure where no "a" stands. */
static inline bool touch_letter_lost(const struct kin_sketch *sketch, const struct kin_trace *legend)
{
    const char *text = legend->text;
    size_t letters = text ? strspn(text, "abcdefghijklmnopqrstuvwxyz") : 0;
    bool lost = sketch->lettered && (letters == 1 || letters == 2) && strncmp(text + letters, ": ", 2) == 0;
    for (size_t i = 0; lost && i < sketch->trace_count; i++) {
        const char *other = sketch->traces[i].text;
        lost = !other || strncmp(other, text, letters) != 0 || other[letters] != '\0';
    }
    return lost;
}

/* Number of faults, each of them printed with `where`. */
static inline size_t touch_faults(const struct kin_sketch *sketch, const char *where)
{
    size_t faults = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *a = &sketch->traces[i];
        if (!(isfinite(a->x1) && isfinite(a->y1) && isfinite(a->x2) && isfinite(a->y2)) || touch_outside(sketch, a)) {
            touch_say(where, "outside of the figure", a, NULL);
            faults++;
        }
        if (touch_letter_lost(sketch, a)) {
            touch_say(where, "its letter stands nowhere", a, NULL);
            faults++;
        }
        for (size_t j = i + 1; a->kind != KIN_TRACE_QUIET && j < sketch->trace_count; j++) {
            if (kin_traces_touch(a, &sketch->traces[j], 0)) {
                touch_say(where, "touch", a, &sketch->traces[j]);
                faults++;
            }
        }
    }
    return faults;
}

/* Room beside a figure: of a page, and of one whose 24 points are laid out as 11 and then enlarged. */
#define KIN_TOUCH_USUAL 496
#define KIN_TOUCH_LARGE 230

/* All three states of a figure, with so much room beside it. */
static inline size_t touch_figure_in(struct kin_typesetter *type, kin_arena *arena, const struct kin_figure *figure,
                                     const char *where, double room_pt)
{
    static const struct kin_text_style style = {.size_pt = 11, .leading = 1.36};
    size_t faults = 0;
    for (int layer = 0; layer < KIN_LAYER_COUNT; layer++) {
        struct kin_sketch *sketch =
            kin_figure_sketch(type, arena, figure, (enum kin_layer)layer, &style, room_pt, "en");
        const char *state = kin_format(arena, "%s (%s)", where, kin_layer_name((enum kin_layer)layer));
        faults += sketch ? touch_faults(sketch, state) : 1;
        if (!sketch) {
            printf("%s: it cannot be drawn\n", state);
        }
    }
    return faults;
}

static inline size_t touch_figure(struct kin_typesetter *type, kin_arena *arena, const struct kin_figure *figure,
                                  const char *where)
{
    return touch_figure_in(type, arena, figure, where, KIN_TOUCH_USUAL);
}

#endif
