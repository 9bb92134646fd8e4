/* Measuring sketches: what a figure shows, from its strokes and texts alone. */
#ifndef KIN_TESTS_FIGURES_MEASURE_H
#define KIN_TESTS_FIGURES_MEASURE_H

#include "touch.h"

#include "draw/draw.h"

#include <string.h>

struct measuring {
    struct kin_typesetter *type;
    kin_arena *arena;
    struct kin_library *library;
    size_t faults;
};

/* The key's state of a figure. */
static inline const struct kin_sketch *sketch_of(struct measuring *measuring, const char *xml)
{
    static const struct kin_text_style style = {.size_pt = 11, .leading = 1.36};
    const struct kin_figure *figure = kin_figure_alone(measuring->library, xml, "en");
    return figure ? kin_figure_sketch(measuring->type, measuring->arena, figure, KIN_LAYER_KEY, &style, 496, "en")
                  : NULL;
}

/* The middle of the last text that reads so. */
static inline struct kin_xy middle_of(const struct kin_sketch *sketch, const char *text)
{
    struct kin_xy middle = {NAN, NAN};
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        if (trace->kind == KIN_TRACE_TEXT && strcmp(trace->text, text) == 0) {
            middle = (struct kin_xy){(trace->x1 + trace->x2) / 2, (trace->y1 + trace->y2) / 2};
        }
    }
    return middle;
}

/* How many texts read so. */
static inline size_t texts_of(const struct kin_sketch *sketch, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < sketch->trace_count; i++) {
        const struct kin_trace *trace = &sketch->traces[i];
        count += trace->kind == KIN_TRACE_TEXT && strcmp(trace->text, text) == 0;
    }
    return count;
}

static inline void expect(struct measuring *measuring, const char *what, double value, size_t found, size_t wanted)
{
    if (found != wanted) {
        printf("%s: %zu at %g, not %zu\n", what, found, value, wanted);
        measuring->faults++;
    }
}

static inline void expect_near(struct measuring *measuring, const char *what, double found, double wanted,
                               double tolerance)
{
    if (!(fabs(found - wanted) <= tolerance)) {
        printf("%s: %g, not %g\n", what, found, wanted);
        measuring->faults++;
    }
}

/* Run all measures with one library; 0 when nothing was wrong. */
static inline int measure_all(void (*const *measures)(struct measuring *measuring), size_t count)
{
    struct measuring measuring = {.arena = kin_arena_new()};
    struct kin_diags diags = kin_diags_in(measuring.arena);
    measuring.library = kin_library_new(measuring.arena, &diags);
    kin_library_take_figures(measuring.library, kin_figure_all());
    measuring.type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    for (size_t i = 0; measuring.type && i < count; i++) {
        measures[i](&measuring);
    }
    printf("%zu faults\n", measuring.faults);
    bool fine = measuring.type && measuring.faults == 0 && diags.count == 0;
    kin_type_free(measuring.type);
    kin_arena_free(measuring.arena);
    return fine ? 0 : 1;
}

#endif
