/* How fast, as rates and as ratios within one run: bench [DRAWS [templates|pages|figures]]
 *
 * For each shipped template: instances drawn per second (numbers, tests, key, features), printed per second (proved,
 * with question, key and solution), and slots of three forms per second (the cell is chosen anew each time). Times are
 * CPU time of this process. */
#include "bench.h"

#include "draw/drawing.h"
#include "draw/survey.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

double kin_bench_now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* ---- Drawing ------------------------------------------------------------------------------------------------- */

enum { EACH = 1000 }; /* instances that one draw is asked for */

/* Instances of any cell, as `formkin check` draws them: numbers, tests, keys, wrong answers, features. */
static double draws_per_second(struct kin_diags *diags, const struct kin_template *template, size_t wanted)
{
    size_t done = 0, found = 1;
    double start = kin_bench_now();
    for (uint64_t seed = 1; done < wanted && found; seed++) {
        kin_arena *arena = kin_arena_new();
        struct kin_draw_options options = {.seed = {.number = seed}};
        struct kin_draw *draw = kin_draw_prepare(arena, diags, template, &options);
        struct kin_record record;
        uint32_t mode = 0;
        found = 0;
        while (draw && (found || kin_draw_set_lanes(draw, diags, &mode, 1, NULL)) && found < EACH &&
               kin_draw_next(draw, NULL, UINT64_MAX, &record)) {
            found++;
        }
        kin_arena_free(arena);
        done += found;
    }
    return (double)done / (kin_bench_now() - start);
}

/* Whole slots: choose the cell among all instances, then Forms A, B and C. */
static double slots_per_second(struct kin_diags *diags, const struct kin_template *template, size_t wanted)
{
    double start = kin_bench_now();
    for (uint64_t seed = 1; seed <= wanted; seed++) {
        kin_arena *arena = kin_arena_new();
        struct kin_draw_options options = {.seed = {.number = seed}};
        struct kin_draw *draw = kin_draw_open(arena, diags, template, &options);
        struct kin_member member;
        for (size_t n = 0; draw && n < 3; n++) {
            kin_draw_member(draw, n, &member);
        }
        kin_arena_free(arena);
    }
    return (double)wanted / (kin_bench_now() - start);
}

/* Instances in full: proved, with question, key, wrong answers and worked solution. */
static double items_per_second(struct kin_diags *diags, const struct kin_template *template, size_t wanted)
{
    kin_arena *arena = kin_arena_new(), *instances = kin_arena_new();
    struct kin_draw_options options = {.seed = {.number = 1}};
    struct kin_draw *draw = kin_draw_open(arena, diags, template, &options);
    struct kin_member members[EACH];
    size_t count = 0;
    while (draw && count < EACH && kin_draw_member(draw, count, &members[count])) {
        count++;
    }
    double start = kin_bench_now();
    for (size_t n = 0; count && n < wanted; n++) {
        struct kin_mark empty = kin_arena_mark(instances);
        kin_draw_item(draw, instances, diags, &members[n % count], "A", n);
        kin_arena_rewind(instances, empty);
    }
    double rate = (double)wanted / (kin_bench_now() - start);
    kin_arena_free(instances);
    kin_arena_free(arena);
    return rate;
}

static void bench_templates(struct kin_ctx *ctx, size_t wanted)
{
    printf("%-30s %14s %14s %14s\n", "template", "draws/s", "instances/s", "slots/s");
    for (size_t b = 0; b < ctx->library->bank_count; b++) {
        const struct kin_bank *bank = ctx->library->banks[b];
        for (size_t t = 0; t < bank->count; t++) {
            printf("%-30s %14.0f %14.0f %14.0f\n", bank->templates[t]->id,
                   draws_per_second(&ctx->diags, bank->templates[t], wanted),
                   items_per_second(&ctx->diags, bank->templates[t], wanted / 4),
                   slots_per_second(&ctx->diags, bank->templates[t], wanted / 1000 + 1));
        }
    }
}

static bool part_wanted(const char *part, const char *name)
{
    return strcmp(part, "all") == 0 || strcmp(part, name) == 0;
}

int main(int argc, char **argv)
{
    size_t wanted = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
    struct kin_ctx *ctx = kin_ctx_new(KIN_SOURCE_FOLDER);
    if (!ctx || kin_ctx_load_bank(ctx, KIN_SOURCE_FOLDER "/item-banks") != KIN_OK) {
        fputs(ctx ? kin_ctx_messages(ctx) : "", stderr);
        return EXIT_FAILURE;
    }
    const char *part = argc > 2 ? argv[2] : "all";
    if (part_wanted(part, "templates")) {
        bench_templates(ctx, wanted);
    }
    if (part_wanted(part, "pages")) {
        kin_bench_pages(ctx, wanted >= 10000 ? 14 : 2, wanted >= 10000 ? 200 : 1);
    }
    if (part_wanted(part, "figures")) {
        kin_bench_figures(ctx, wanted >= 10000 ? 7 : 1, wanted >= 10000 ? SIZE_MAX : 5);
    }
    kin_ctx_free(ctx);
    return EXIT_SUCCESS;
}
