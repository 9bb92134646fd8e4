/* Sets that are matched in total: made-up banks, where the truth is known, and real sets of the shipped banks. */
#include "parallel.h"

#include "form/match_predict.h"
#include "form/match_search.h"
#include "form/set.h"
#include "job/context.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ITEMS = 10, TEMPLATES = 60, CELLS = 4, OPTIONS = TEMPLATES * CELLS, EIGHT = 8 };

/* ---- Made-up banks --------------------------------------------------------------------------------------------- */

struct bank {
    struct kin_match_option options[OPTIONS];
    double predicted[OPTIONS], true_shift[TEMPLATES], slope[TEMPLATES];
    size_t every[OPTIONS];
    struct kin_match_slot slots[ITEMS];
    struct kin_match_task task;
};

static const struct kin_weights curve = {.slope_milli = 1200};

/* Templates whose difficulty we know up to an error of `shift_sd`. */
static void fill(struct bank *bank, struct kin_pcg *pcg, double shift_sd)
{
    for (size_t t = 0; t < TEMPLATES; t++) {
        double base = trial_normal(pcg, 0.8);
        bank->true_shift[t] = trial_normal(pcg, shift_sd);
        bank->slope[t] = shift_sd > 0 ? trial_slope(pcg) : 1.2;
        for (size_t c = 0; c < CELLS; c++) {
            size_t i = t * CELLS + c;
            bank->every[i] = i;
            bank->predicted[i] = base + trial_normal(pcg, 0.5);
            int predicted_msd =
                (int)lround(1000 * (bank->predicted[i] - 1.3)); /* from the typical student of the class */
            bank->options[i] = (struct kin_match_option){.kind = (int)t, .seconds = 60, .left = 26};
            for (size_t a = 0; a < KIN_ABILITIES; a++) {
                bank->options[i].chance[a] = kin_chance(&curve, predicted_msd, kin_abilities_msd[a]);
            }
        }
    }
    for (size_t s = 0; s < ITEMS; s++) {
        bank->slots[s] = (struct kin_match_slot){1000, bank->every, OPTIONS};
    }
    bank->task = (struct kin_match_task){
        .options = bank->options, .option_count = OPTIONS, .slots = bank->slots, .slot_count = ITEMS};
    bank->task.target = kin_match_mean(&bank->task);
}

static struct trial_form form_of(const struct bank *bank, struct kin_pcg *pcg, const size_t *picks, double residual_sd)
{
    struct trial_form form = {.count = ITEMS};
    for (size_t s = 0; s < ITEMS; s++) {
        size_t t = (size_t)bank->options[picks[s]].kind;
        double residual = residual_sd > 0 ? trial_normal(pcg, residual_sd) : 0;
        form.items[s] = (struct trial_item){bank->slope[t], bank->predicted[picks[s]] + bank->true_shift[t] + residual};
    }
    return form;
}

static struct trial_form draw(struct bank *bank, struct kin_pcg *pcg, kin_arena *arena, bool matched,
                              double residual_sd)
{
    size_t picks[ITEMS];
    for (size_t s = 0; s < ITEMS; s++) {
        picks[s] = kin_pcg_below(pcg, OPTIONS);
    }
    if (matched) {
        struct kin_mark mark = kin_arena_mark(arena);
        kin_match_search(arena, &bank->task, kin_pcg_seed(kin_pcg_next64(pcg), 3), picks);
        kin_arena_rewind(arena, mark);
    }
    return form_of(bank, pcg, picks, residual_sd);
}

static struct trial_summary report(const char *name, size_t pairs, bool matched, double shift_sd, double residual_sd)
{
    static struct bank bank; /* large */
    struct trial_series series = {NULL, 0, 0};
    struct kin_pcg pcg = kin_pcg_seed(77, 1);
    kin_arena *arena = kin_arena_new();
    for (size_t n = 0; n < pairs; n++) {
        if (n % 10 == 0) {
            fill(&bank, &pcg, shift_sd);
        }
        struct trial_form a = draw(&bank, &pcg, arena, matched, residual_sd);
        struct trial_form b = draw(&bank, &pcg, arena, matched, residual_sd);
        trial_series_add(&series, trial_gap_of(&a, &b));
    }
    kin_arena_free(arena);
    trial_print_row(name, &series);
    struct trial_summary summary = trial_summary_of(&series);
    trial_series_free(&series);
    return summary;
}

/* ---- Sets of the shipped banks ----------------------------------------------------------------------------------- */

static const char assessment[] =
    "<assessment xmlns=\"urn:formkin:assessment:1\" id=\"matched\" title=\"Matched\"><section>"
    "<items count=\"3\" standard=\"7.EE.B.4a\" level=\"1\" points=\"1\" match=\"totals\"/>"
    "<items count=\"3\" standard=\"7.NS.A\" level=\"1\" points=\"1\" match=\"totals\"/>"
    "<items count=\"2\" standard=\"A-REI.B.4b\" level=\"1\" points=\"1\" match=\"totals\"/>"
    "<items count=\"2\" standard=\"7.RP.A.3\" level=\"1\" points=\"1\" match=\"totals\"/>"
    "</section></assessment>";

static struct kin_set *make_set(struct kin_ctx *ctx, uint64_t seed)
{
    static const char *const letters[EIGHT] = {"A", "B", "C", "D", "E", "F", "G", "H"};
    struct kin_source source = {.path = "matched.xml", .bytes = assessment, .length = sizeof assessment - 1};
    struct kin_blueprint *blueprint = kin_blueprint_read(ctx->arena, &ctx->diags, &source, NULL);
    struct kin_request request = {
        .blueprint = blueprint, .letters = letters, .letter_count = EIGHT, .seed = {.number = seed}};
    return blueprint ? kin_set_make(ctx->arena, &ctx->diags, ctx->library, &request) : NULL;
}

/* By our own weights. */
static struct trial_form predicted_form(const struct kin_weights *weights, const struct kin_form *form)
{
    struct trial_form trial = {.count = form->item_count < MOST_ITEMS ? form->item_count : MOST_ITEMS};
    for (size_t i = 0; i < trial.count; i++) {
        int difficulty_msd = kin_item_predict(weights, form->items[i]).difficulty_msd;
        trial.items[i] = (struct trial_item){weights->slope_milli / 1000.0, 1.3 + difficulty_msd / 1000.0};
    }
    return trial;
}

static bool add_set(struct kin_ctx *ctx, uint64_t seed, struct trial_series *pairs, struct trial_series *worst)
{
    struct kin_set *set = make_set(ctx, seed);
    if (!set) {
        return false;
    }
    struct trial_form forms[EIGHT];
    struct trial_gap most = {0, 0, 0};
    for (size_t f = 0; f < EIGHT; f++) {
        forms[f] = predicted_form(ctx->library->weights, &set->forms[f]);
        for (size_t g = 0; g < f; g++) {
            struct trial_gap gap = trial_gap_of(&forms[f], &forms[g]);
            most = gap.smd > most.smd ? gap : most;
            trial_series_add(pairs, gap);
        }
    }
    trial_series_add(worst, most);
    return true;
}

static bool report_shipped(size_t sets)
{
    struct kin_ctx *ctx = kin_ctx_new(KIN_SOURCE_FOLDER);
    struct trial_series pairs = {NULL, 0, 0}, worst = {NULL, 0, 0};
    bool fine = ctx && kin_ctx_load_bank(ctx, KIN_SOURCE_FOLDER "/item-banks") == KIN_OK;
    for (uint64_t seed = 1; fine && seed <= sets; seed++) {
        fine = add_set(ctx, seed, &pairs, &worst);
    }
    if (!fine) {
        fputs(ctx ? kin_ctx_messages(ctx) : "", stderr);
    }
    trial_print_heading("Sets of 8 forms, total-matched, of the shipped banks");
    trial_print_row("pairs, design", &pairs);
    trial_print_row("worst pair of 8, design", &worst);
    struct trial_summary all = trial_summary_of(&pairs), eight = trial_summary_of(&worst);
    trial_print_aim("total-matched, shipped: SMD in the mean", all.smd_mean, "<=", 0.01);
    trial_print_aim("total-matched, shipped: SMD, 95 of 100 pairs", all.smd_p95, "<=", 0.03);
    trial_print_aim("8 total-matched forms, shipped: worst pair, in the mean", eight.smd_mean, "<=", 0.02);
    trial_series_free(&pairs);
    trial_series_free(&worst);
    kin_ctx_free(ctx);
    return fine && all.smd_p95 < 0.06;
}

bool trial_matched(size_t pairs)
{
    size_t some = pairs / 20 + 50;
    trial_print_heading("Total-matched, made-up banks of 60 templates with 4 cells each");
    report("random templates, design", some, false, 0, 0);
    struct trial_summary design = report("total-matched, design", some, true, 0, 0);
    report("total-matched, items off by N(0, .2)", some, true, 0, 0.2);
    struct trial_summary naive = report("random templates, templates off by N(0, .4)", some, false, 0.4, 0.2);
    struct trial_summary stress = report("total-matched, templates off by N(0, .4)", some, true, 0.4, 0.2);
    trial_print_aim("total-matched, design: SMD in the mean", design.smd_mean, "<=", 0.01);
    trial_print_aim("total-matched, design: SMD, 95 of 100 pairs", design.smd_p95, "<=", 0.03);
    trial_print_aim("total-matched, stress: SMD in the mean", stress.smd_mean, "<=", 0.065);
    trial_print_aim("total-matched, stress: SMD, 95 of 100 pairs", stress.smd_p95, "<=", 0.16);
    printf("  Templates whose difficulty nobody measured cannot be matched better than that: prefer slot-parallel "
           "forms.\n");
    return report_shipped(pairs / 1000 + 2) && design.smd_p95 < 0.03 && stress.smd_mean < naive.smd_mean;
}
