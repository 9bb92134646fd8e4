/* The shipped templates: instances as they come, against instances of one feature cell. */
#include "parallel.h"

#include "draw/drawing.h"
#include "form/match_predict.h"
#include "job/context.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    ITEMS = 10,
    EIGHT = 8,
    INSTANCES = 32, /* of a template, as they come */
    CELLS = 2       /* of a template, with eight instances each */
};

/* An instance's difficulty by each table. */
struct instance {
    double difficulty[TRUTHS + 1];
};

struct pool {
    struct instance instances[INSTANCES];
    struct instance cells[CELLS][EIGHT];
    size_t count, cell_count;
};

struct bank {
    struct kin_ctx *ctx;
    struct trial_truths truths;
    struct pool *pools;
    size_t count;
};

static struct instance judge(const struct bank *bank, const struct kin_item *item)
{
    struct instance instance;
    for (size_t t = 0; t <= TRUTHS; t++) {
        instance.difficulty[t] = kin_item_predict(&bank->truths.tables[t], item).difficulty_msd / 1000.0;
    }
    return instance;
}

/* All modes in turn, any numbers: how a generator draws that knows no features. */
static void draw_instances(const struct bank *bank, const struct kin_template *template, struct pool *pool)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags *diags = &bank->ctx->diags;
    struct kin_draw_options options = {.seed = {.number = 11}};
    struct kin_draw *draw = kin_draw_prepare(arena, diags, template, &options);
    uint32_t *modes = KIN_NEW_N(arena, uint32_t, draw ? draw->modes.count : 1);
    for (uint32_t i = 0; draw && i < draw->modes.count; i++) {
        modes[i] = i;
    }
    struct kin_record record;
    bool open = draw && kin_draw_set_lanes(draw, diags, modes, draw->modes.count, NULL);
    while (open && pool->count < INSTANCES && kin_draw_next(draw, NULL, UINT64_MAX, &record)) {
        struct kin_member member = {.element = record.element, .mode = record.lane->space->mode->number};
        struct kin_item *item = kin_draw_item(draw, arena, diags, &member, "A", 0);
        if (item) {
            pool->instances[pool->count++] = judge(bank, item);
        }
    }
    kin_arena_free(arena);
}

static bool draw_cell(const struct bank *bank, const struct kin_template *template, uint64_t seed,
                      struct instance *cell)
{
    kin_arena *arena = kin_arena_new();
    struct kin_draw_options options = {.seed = {.number = seed}};
    struct kin_draw *draw = kin_draw_open(arena, &bank->ctx->diags, template, &options);
    size_t n = 0;
    struct kin_member member;
    while (draw && n < EIGHT && kin_draw_member(draw, n, &member)) {
        struct kin_item *item = kin_draw_item(draw, arena, &bank->ctx->diags, &member, "A", n);
        if (!item) {
            break;
        }
        cell[n++] = judge(bank, item);
    }
    kin_arena_free(arena);
    return n == EIGHT;
}

static void fill_pool(const struct bank *bank, const struct kin_template *template, struct pool *pool)
{
    draw_instances(bank, template, pool);
    for (uint64_t seed = 1; seed <= CELLS; seed++) {
        pool->cell_count += draw_cell(bank, template, seed, pool->cells[pool->cell_count]);
    }
}

static void fill_bank(struct bank *bank)
{
    const struct kin_library *library = bank->ctx->library;
    size_t most = 0;
    for (size_t b = 0; b < library->bank_count; b++) {
        most += library->banks[b]->count;
    }
    bank->pools = KIN_NEW_N(bank->ctx->arena, struct pool, most);
    for (size_t b = 0; b < library->bank_count; b++) {
        for (size_t t = 0; t < library->banks[b]->count; t++) {
            const struct kin_template *template = library->banks[b]->templates[t];
            struct pool *pool = &bank->pools[bank->count];
            if (template->variant_count || template->fixed_count) {
                continue;
            }
            *pool = (struct pool){.count = 0};
            fill_pool(bank, template, pool);
            bank->count += pool->count >= EIGHT && pool->cell_count > 0;
        }
    }
}

/* ---- Forms ------------------------------------------------------------------------------------------------------- */

enum kind { AS_THEY_COME, SAME_CELL };
enum test { DESIGN, STRESS };

/* Different ones of `count`, as many as there are forms. */
static void choose(struct kin_pcg *pcg, size_t count, size_t forms, uint32_t *chosen)
{
    uint32_t order[INSTANCES];
    for (uint32_t i = 0; i < count; i++) {
        order[i] = i;
    }
    kin_pcg_shuffle(pcg, order, (uint32_t)count);
    for (size_t f = 0; f < forms; f++) {
        chosen[f] = order[f];
    }
}

static void draw_forms(const struct bank *bank, struct kin_pcg *pcg, enum kind kind, enum test test,
                       struct trial_form *forms, size_t count)
{
    size_t truth = test == STRESS ? 1 + kin_pcg_below(pcg, TRUTHS) : 0;
    for (size_t i = 0; i < ITEMS; i++) {
        const struct pool *pool = &bank->pools[kin_pcg_below(pcg, (uint32_t)bank->count)];
        const struct instance *from =
            kind == SAME_CELL ? pool->cells[kin_pcg_below(pcg, (uint32_t)pool->cell_count)] : pool->instances;
        double slope = trial_slope(pcg), base = test == STRESS ? trial_normal(pcg, trial_template_sd) : 0;
        uint32_t chosen[EIGHT];
        choose(pcg, kind == SAME_CELL ? EIGHT : pool->count, count, chosen);
        for (size_t f = 0; f < count; f++) {
            double residual = test == STRESS ? trial_normal(pcg, trial_residual_sd) : 0;
            forms[f].items[i] = (struct trial_item){slope, base + from[chosen[f]].difficulty[truth] + residual};
            forms[f].count = ITEMS;
        }
    }
}

static struct trial_summary report(const struct bank *bank, enum kind kind, enum test test, size_t forms, size_t sets)
{
    struct trial_series series = {NULL, 0, 0};
    struct kin_pcg pcg = kin_pcg_seed(400 + 10 * forms + 2 * (size_t)kind + (size_t)test, 7);
    for (size_t n = 0; n < sets; n++) {
        struct trial_form drawn[EIGHT];
        struct trial_gap worst = {0, 0, 0};
        draw_forms(bank, &pcg, kind, test, drawn, forms);
        for (size_t a = 1; a < forms; a++) {
            for (size_t b = 0; b < a; b++) {
                struct trial_gap gap = trial_gap_of(&drawn[a], &drawn[b]);
                worst.smd = fmax(worst.smd, gap.smd);
                worst.pass = fmax(worst.pass, gap.pass);
                worst.item = fmax(worst.item, gap.item);
            }
        }
        trial_series_add(&series, worst);
    }
    char name[64];
    snprintf(name, sizeof name, "%s%s, %s", forms > 2 ? "worst pair of 8, " : "",
             kind == SAME_CELL ? "slot-parallel" : "random instances", test == DESIGN ? "design" : "stress");
    trial_print_row(name, &series);
    struct trial_summary summary = trial_summary_of(&series);
    trial_series_free(&series);
    return summary;
}

/* ---- How much there is to gain --------------------------------------------------------------------------------- */

static double variance_of(const struct pool *pool, size_t truth)
{
    double sum = 0, squares = 0, count = (double)pool->count;
    for (size_t i = 0; i < pool->count; i++) {
        sum += pool->instances[i].difficulty[truth];
        squares += pool->instances[i].difficulty[truth] * pool->instances[i].difficulty[truth];
    }
    return fmax(0, (squares - sum * sum / count) / (count - 1));
}

/* The standard deviation that features make inside a template, in the mean of templates and truths. */
static double feature_sd_of(const struct bank *bank, size_t *flat)
{
    double sum = 0;
    *flat = 0;
    for (size_t p = 0; p < bank->count; p++) {
        *flat += variance_of(&bank->pools[p], 0) < 1e-6;
        for (size_t t = 1; t <= TRUTHS; t++) {
            sum += variance_of(&bank->pools[p], t) / TRUTHS;
        }
    }
    return sqrt(sum / (double)bank->count);
}

static bool run(const struct bank *bank, size_t pairs)
{
    size_t flat;
    double feature_sd = feature_sd_of(bank, &flat),
           ideal = sqrt(1 + feature_sd * feature_sd / (trial_residual_sd * trial_residual_sd));
    trial_print_heading("Shipped templates, ten at random on a form");
    report(bank, AS_THEY_COME, DESIGN, 2, pairs);
    struct trial_summary naive = report(bank, AS_THEY_COME, STRESS, 2, pairs);
    struct trial_summary design = report(bank, SAME_CELL, DESIGN, 2, pairs);
    struct trial_summary stress = report(bank, SAME_CELL, STRESS, 2, pairs);
    struct trial_summary eight = report(bank, SAME_CELL, DESIGN, EIGHT, pairs / 50 + 1);
    struct trial_summary eight_stress = report(bank, SAME_CELL, STRESS, EIGHT, pairs / 50 + 1);
    double gain = naive.smd_mean / stress.smd_mean / ideal;
    printf("  %zu templates; features move difficulty inside a template by %.2f (standard deviation);\n"
           "  in %zu templates not at all, and there is nothing to gain in these\n",
           bank->count, feature_sd, flat);
    trial_print_aim("slot-parallel, design: SMD in the mean", design.smd_mean, "<=", 0.01);
    trial_print_aim("slot-parallel, design: SMD, 95 of 100 pairs", design.smd_p95, "<=", 0.03);
    trial_print_aim("slot-parallel, stress: SMD in the mean", stress.smd_mean, "<=", 0.065);
    trial_print_aim("slot-parallel, stress: SMD, 95 of 100 pairs", stress.smd_p95, "<=", 0.16);
    trial_print_aim("slot-parallel, stress: shares that pass, in the mean", stress.pass_mean, "<=", 0.03);
    trial_print_aim("slot-parallel, stress: shares that pass, 95 of 100 pairs", stress.pass_p95, "<=", 0.07);
    trial_print_aim("slot-parallel, stress: gain over random / ideal", gain, ">=", 0.9);
    trial_print_aim("8 slot-parallel forms, design: worst pair, in the mean", eight.smd_mean, "<=", 0.02);
    trial_print_aim("8 slot-parallel forms, stress: worst pair, in the mean", eight_stress.smd_mean, "<=", 0.15);
    return design.smd_p95 < 0.05 && stress.smd_mean < 0.08 && stress.smd_mean < naive.smd_mean;
}

bool trial_shipped(size_t pairs)
{
    struct bank bank = {.ctx = kin_ctx_new(KIN_SOURCE_FOLDER)};
    if (!bank.ctx || kin_ctx_load_bank(bank.ctx, KIN_SOURCE_FOLDER "/item-banks") != KIN_OK ||
        !bank.ctx->library->weights) {
        fputs(bank.ctx ? kin_ctx_messages(bank.ctx) : "", stderr);
        return false;
    }
    bank.truths = trial_truths_of(bank.ctx->arena, bank.ctx->library->weights);
    fill_bank(&bank);
    bool fine = bank.count > 0 && run(&bank, pairs);
    kin_ctx_free(bank.ctx);
    return fine;
}
