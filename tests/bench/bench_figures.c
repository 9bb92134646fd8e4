/* What figures cost beside the text around them, stage by stage: drawing a question from its template, setting it for
 * the student's page, writing that as PDF. Text is the question as a form prints it (number, stem, parts, choices, room
 * to answer) when figures take no room; figures are what it takes more with them. The questions of a template fill
 * pages of one document, as on a form. Each number is the least of several runs, since others use the machine, too. */
#include "bench.h"

#include "draw/draw.h"
#include "figure/figure.h"
#include "page/item.h"
#include "write/write.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { QUESTIONS = 20 };

/* Seconds. */
struct costs {
    double draw, set_text, set_all, write_text, write_all;
};

struct course {
    struct kin_ctx *ctx;
    struct kin_typesetter *type;
    kin_arena *arena;
    struct kin_draw *draw;
    struct kin_member members[QUESTIONS];
    struct kin_item *items[QUESTIONS];
    struct kin_layout layout;
    size_t count;
};

/* ---- Stages ------------------------------------------------------------------------------------------------------ */

/* From numbers to a proved question with key and solution. */
static double draw_all(struct course *course)
{
    double start = kin_bench_now();
    for (size_t i = 0; i < course->count; i++) {
        course->items[i] = kin_draw_item(course->draw, course->arena, &course->ctx->diags, &course->members[i], "A", i);
    }
    return kin_bench_now() - start;
}

static struct kin_document *set_all(struct course *course)
{
    static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
    const struct kin_layout *layout = &course->layout;
    struct kin_document *document = KIN_NEW(course->arena, struct kin_document);
    const double left = layout->paper->side, top = 58, bottom = layout->paper->height - top;
    struct kin_scene *page = NULL;
    double y = bottom;
    for (size_t i = 0; i < course->count; i++) {
        int columns[KIN_COLUMNS_KEPT] = {0};
        kin_item_columns(layout, course->items[i], columns);
        struct kin_pile pile = kin_item_pile(layout, course->items[i], numbers[i % 10], columns);
        double height = kin_pile_height(&pile, 0, pile.count);
        if (!page || y + height > bottom) {
            page = kin_scene_new(course->arena, layout->paper->width, layout->paper->height);
            kin_document_add(course->arena, document, page);
            y = top;
        }
        y += kin_pile_put(&pile, 0, pile.count, &page->ops, left, y, 0) + 24;
    }
    return document;
}

/* Set, then write; the time of each. */
static void print_all(struct course *course, double *set, double *write)
{
    struct kin_mark mark = kin_arena_mark(course->arena);
    double start = kin_bench_now();
    struct kin_document *document = set_all(course);
    *set = kin_bench_now() - start;
    struct kin_buf bytes = kin_buf_in(course->arena);
    const char *reason;
    start = kin_bench_now();
    kin_writer_named("pdf")->write(&bytes, document, course->type, &reason);
    *write = kin_bench_now() - start;
    kin_arena_rewind(course->arena, mark);
}

static struct costs least_of(struct costs a, struct costs b)
{
    return (struct costs){fmin(a.draw, b.draw), fmin(a.set_text, b.set_text), fmin(a.set_all, b.set_all),
                          fmin(a.write_text, b.write_text), fmin(a.write_all, b.write_all)};
}

static struct costs run_once(struct course *course)
{
    struct costs costs;
    struct kin_mark mark = kin_arena_mark(course->arena);
    costs.draw = draw_all(course);
    kin_type_take_figures(course->type, NULL, "en");
    print_all(course, &costs.set_text, &costs.write_text);
    kin_figure_attach(course->type, "en");
    print_all(course, &costs.set_all, &costs.write_all);
    kin_arena_rewind(course->arena, mark);
    return costs;
}

/* ---- Templates --------------------------------------------------------------------------------------------------- */

/* The page's files work for sets; this one has no slots. */
static struct kin_set *set_of(kin_arena *arena, const struct kin_template *template)
{
    struct kin_set *set = KIN_NEW(arena, struct kin_set);
    *set = (struct kin_set){.title = template->title, .language = template->bank->language, .space = "normal"};
    return set;
}

static struct costs cost_of(struct course *course, const struct kin_template *template, size_t times)
{
    struct kin_draw_options options = {.seed = {.number = 7}};
    course->arena = kin_arena_new();
    struct kin_set *set = set_of(course->arena, template);
    course->layout = kin_layout_of_forms(course->type, course->arena, &course->ctx->diags, set);
    course->draw = kin_draw_open(course->arena, &course->ctx->diags, template, &options);
    course->count = 0;
    while (course->draw && course->count < QUESTIONS &&
           kin_draw_member(course->draw, course->count, &course->members[course->count])) {
        course->count++;
    }
    struct costs costs = run_once(course); /* words, glyphs, fonts */
    for (size_t n = 0; n < times; n++) {
        costs = least_of(costs, run_once(course));
    }
    kin_arena_free(course->arena);
    return costs;
}

static void add_costs(struct costs *sum, const struct costs *costs)
{
    sum->draw += costs->draw;
    sum->set_text += costs->set_text;
    sum->set_all += costs->set_all;
    sum->write_text += costs->write_text;
    sum->write_all += costs->write_all;
}

static void print_costs(const char *name, const struct costs *costs, size_t questions)
{
    double us = 1e6 / (double)questions;
    double set = costs->set_all - costs->set_text, write = costs->write_all - costs->write_text;
    printf("%-36s %8.1f %8.1f %8.1f %8.1f %8.1f %8.2f %8.2f\n", name, costs->draw * us, costs->set_text * us,
           costs->write_text * us, set * us, write * us, (set + write) / (costs->set_text + costs->write_text),
           (set + write) / (costs->draw + costs->set_text + costs->write_text));
}

void kin_bench_figures(struct kin_ctx *ctx, size_t times, size_t most)
{
    struct course course = {.ctx = ctx, .type = kin_type_open(&ctx->diags, &kin_fonts_schola, NULL)};
    struct costs sum = {0};
    size_t templates = 0, questions = 0;
    printf("\n%-36s %8s %8s %8s %8s %8s %8s %8s\n", "us a question", "draw", "set text", "write", "set figs", "write",
           "/printed", "/all");
    for (size_t b = 0; course.type && b < ctx->library->bank_count; b++) {
        for (size_t t = 0; t < ctx->library->banks[b]->count; t++) {
            const struct kin_template *template = ctx->library->banks[b]->templates[t];
            if (template->figures && !template->variant_count && templates < most) {
                struct costs costs = cost_of(&course, template, times);
                print_costs(template->id, &costs, course.count ? course.count : 1);
                add_costs(&sum, &costs);
                questions += course.count;
                templates++;
            }
        }
    }
    print_costs("all templates with figures", &sum, questions ? questions : 1);
    kin_type_free(course.type);
}
