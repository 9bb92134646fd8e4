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

enum { ITEMS = 10, TEMPLATES = 60, FEW = 12, CELLS = 4, OPTIONS = TEMPLATES * CELLS, EIGHT = 8 };

/* ---- Made-up banks --------------------------------------------------------------------------------------------- */

struct bank {
    struct kin_match_option options[OPTIONS];
    double predicted[OPTIONS], true_shift[TEMPLATES], slope[TEMPLATES];
    size_t every[OPTIONS];
    struct kin_match_slot slots[ITEMS];
    struct kin_match_task task;
    size_t templates; /* of TEMPLATES, that there are */
};

/* How the options of a form are chosen. SAME_TEMPLATES: the first form is matched; the others take its templates, slot
 * by slot, in cells that bring them near the target. */
enum choice { AT_RANDOM, MATCHED, SAME_TEMPLATES };

struct trial {
    const char *name;
    enum choice choice;
    size_t templates;
    double shift_sd, residual_sd; /* of templates, and of items, that no weight knows */
};

static const struct kin_weights curve = {.slope_milli = 1200};

static void fill_option(struct bank *bank, struct kin_pcg *pcg, size_t t, size_t c, double base)
{
    size_t i = t * CELLS + c;
    bank->every[i] = i;
    bank->predicted[i] = base + trial_normal(pcg, 0.5);
    int predicted_msd = (int)lround(1000 * (bank->predicted[i] - 1.3)); /* from the typical student of the class */
    bank->options[i] = (struct kin_match_option){.kind = (int)t, .seconds = 60, .left = 26};
    for (size_t a = 0; a < KIN_ABILITIES; a++) {
        bank->options[i].chance[a] = kin_chance(&curve, predicted_msd, kin_abilities_msd[a]);
    }
}

/* Templates whose difficulty we know up to an error. */
static void fill(struct bank *bank, struct kin_pcg *pcg, const struct trial *trial)
{
    bank->templates = trial->templates;
    for (size_t t = 0; t < bank->templates; t++) {
        double base = trial_normal(pcg, 0.8);
        bank->true_shift[t] = trial_normal(pcg, trial->shift_sd);
        bank->slope[t] = trial->shift_sd > 0 ? trial_slope(pcg) : 1.2;
        for (size_t c = 0; c < CELLS; c++) {
            fill_option(bank, pcg, t, c, base);
        }
    }
    size_t options = bank->templates * CELLS;
    for (size_t s = 0; s < ITEMS; s++) {
        bank->slots[s] = (struct kin_match_slot){1000, bank->every, options};
    }
    bank->task = (struct kin_match_task){
        .options = bank->options, .option_count = options, .slots = bank->slots, .slot_count = ITEMS};
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

/* picks: those of the form before, and then this form's. */
static void choose(struct bank *bank, struct kin_pcg *pcg, kin_arena *arena, enum choice choice, size_t *picks)
{
    struct kin_mark mark = kin_arena_mark(arena);
    struct kin_match_slot kept[ITEMS];
    struct kin_match_task task = bank->task;
    for (size_t s = 0; s < ITEMS; s++) {
        kept[s] = (struct kin_match_slot){1000, bank->every + picks[s] / CELLS * CELLS, CELLS};
        picks[s] = choice == AT_RANDOM ? kin_pcg_below(pcg, (uint32_t)task.option_count) : picks[s];
    }
    task.slots = choice == SAME_TEMPLATES ? kept : task.slots;
    if (choice != AT_RANDOM) {
        kin_match_search(arena, &task, kin_pcg_seed(kin_pcg_next64(pcg), 3), picks);
    }
    kin_arena_rewind(arena, mark);
}

static void draw(struct bank *bank, struct kin_pcg *pcg, kin_arena *arena, const struct trial *trial,
                 struct trial_form *forms, size_t count)
{
    size_t picks[ITEMS] = {0};
    for (size_t f = 0; f < count; f++) {
        bool first = f == 0 && trial->choice == SAME_TEMPLATES;
        choose(bank, pcg, arena, first ? MATCHED : trial->choice, picks);
        forms[f] = form_of(bank, pcg, picks, trial->residual_sd);
    }
}

static struct trial_gap worst_pair(const struct trial_form *forms, size_t count)
{
    struct trial_gap worst = {0, 0, 0};
    for (size_t a = 1; a < count; a++) {
        for (size_t b = 0; b < a; b++) {
            struct trial_gap gap = trial_gap_of(&forms[a], &forms[b]);
            worst.smd = fmax(worst.smd, gap.smd);
            worst.pass = fmax(worst.pass, gap.pass);
            worst.item = fmax(worst.item, gap.item);
        }
    }
    return worst;
}

static struct trial_summary report(const struct trial *trial, size_t forms, size_t sets)
{
    static struct bank bank; /* large */
    struct trial_series series = {NULL, 0, 0};
    struct kin_pcg pcg = kin_pcg_seed(77, forms);
    kin_arena *arena = kin_arena_new();
    for (size_t n = 0; n < sets; n++) {
        struct trial_form drawn[EIGHT];
        if (n % 10 == 0) {
            fill(&bank, &pcg, trial);
        }
        draw(&bank, &pcg, arena, trial, drawn, forms);
        trial_series_add(&series, worst_pair(drawn, forms));
    }
    kin_arena_free(arena);
    trial_print_row(trial->name, &series);
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

/* What is true of the items of one set. */
struct truth {
    const struct kin_weights *weights;
    uint64_t seed;
    double shift_sd, residual_sd;
};

/* All items of a template are that much harder, on whatever form. */
static struct kin_pcg stream_of(const struct truth *truth, const char *template_id)
{
    uint64_t hash = truth->seed;
    for (const char *at = template_id; *at; at++) {
        hash = hash * 1099511628211u ^ (unsigned char)*at;
    }
    return kin_pcg_seed(hash, 5);
}

static struct trial_form true_form(const struct truth *truth, struct kin_pcg *pcg, const struct kin_form *form)
{
    struct trial_form trial = {.count = form->item_count < MOST_ITEMS ? form->item_count : MOST_ITEMS};
    for (size_t i = 0; i < trial.count; i++) {
        struct kin_pcg own = stream_of(truth, form->items[i]->template_id);
        double slope = truth->shift_sd > 0 ? trial_slope(&own) : truth->weights->slope_milli / 1000.0;
        double difficulty = 1.3 + kin_item_predict(truth->weights, form->items[i]).difficulty_msd / 1000.0;
        difficulty += trial_normal(&own, truth->shift_sd) + trial_normal(pcg, truth->residual_sd);
        trial.items[i] = (struct trial_item){slope, difficulty};
    }
    return trial;
}

/* Of all sets: pairs of forms, and the worst pair of each. */
struct results {
    struct trial_series pairs, worst;
};

static void add_set(const struct kin_set *set, const struct truth *truth, struct results *results)
{
    struct trial_form forms[EIGHT];
    struct kin_pcg pcg = kin_pcg_seed(truth->seed, 9);
    for (size_t f = 0; f < EIGHT; f++) {
        forms[f] = true_form(truth, &pcg, &set->forms[f]);
        for (size_t g = 0; g < f; g++) {
            trial_series_add(&results->pairs, trial_gap_of(&forms[f], &forms[g]));
        }
    }
    trial_series_add(&results->worst, worst_pair(forms, EIGHT));
}

static bool add_sets(struct kin_ctx *ctx, size_t sets, struct results *design, struct results *stress)
{
    struct trial_truths truths = trial_truths_of(ctx->arena, ctx->library->weights);
    for (uint64_t seed = 1; seed <= sets; seed++) {
        const struct kin_set *set = make_set(ctx, seed);
        if (!set) {
            return false;
        }
        struct truth ours = {&truths.tables[0], seed, 0, 0};
        add_set(set, &ours, design);
        for (size_t t = 1; t <= TRUTHS; t++) {
            struct truth other = {&truths.tables[t], seed * 100 + t, trial_template_sd, trial_residual_sd};
            add_set(set, &other, stress);
        }
    }
    return true;
}

static void print_shipped(const struct results *design, const struct results *stress)
{
    trial_print_heading("Sets of 8 forms, total-matched, of the shipped banks");
    trial_print_row("pairs, design", &design->pairs);
    trial_print_row("worst pair of 8, design", &design->worst);
    trial_print_row("pairs, stress", &stress->pairs);
    trial_print_row("worst pair of 8, stress", &stress->worst);
    struct trial_summary all = trial_summary_of(&design->pairs), eight = trial_summary_of(&design->worst),
                         off = trial_summary_of(&stress->pairs), eight_off = trial_summary_of(&stress->worst);
    trial_print_aim("total-matched, shipped, design: SMD in the mean", all.smd_mean, "<=", 0.01);
    trial_print_aim("total-matched, shipped, design: SMD, 95 of 100 pairs", all.smd_p95, "<=", 0.03);
    trial_print_aim("8 total-matched forms, shipped, design: worst pair", eight.smd_mean, "<=", 0.02);
    trial_print_aim("total-matched, shipped, stress: SMD in the mean", off.smd_mean, "<=", 0.065);
    trial_print_aim("total-matched, shipped, stress: SMD, 95 of 100 pairs", off.smd_p95, "<=", 0.16);
    trial_print_aim("total-matched, shipped, stress: shares that pass, mean", off.pass_mean, "<=", 0.03);
    trial_print_aim("8 total-matched forms, shipped, stress: worst pair", eight_off.smd_mean, "<=", 0.15);
}

static bool report_shipped(size_t sets)
{
    struct kin_ctx *ctx = kin_ctx_new(KIN_SOURCE_FOLDER);
    struct results design = {0}, stress = {0};
    bool fine = ctx && kin_ctx_load_bank(ctx, KIN_SOURCE_FOLDER "/item-banks") == KIN_OK && ctx->library->weights &&
                add_sets(ctx, sets, &design, &stress);
    if (fine) {
        print_shipped(&design, &stress);
        fine = trial_summary_of(&design.pairs).smd_p95 < 0.06;
    } else {
        fputs(ctx ? kin_ctx_messages(ctx) : "", stderr);
    }
    trial_series_free(&design.pairs);
    trial_series_free(&design.worst);
    trial_series_free(&stress.pairs);
    trial_series_free(&stress.worst);
    kin_ctx_free(ctx);
    return fine;
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

static void print_stress(const char *what, const struct trial_summary *pair, const struct trial_summary *eight)
{
    const struct {
        const char *measure;
        double value, aim;
    } rows[] = {{"SMD in the mean", pair->smd_mean, 0.065},
                {"SMD, 95 of 100 pairs", pair->smd_p95, 0.16},
                {"shares that pass, in the mean", pair->pass_mean, 0.03},
                {"shares that pass, 95 of 100 pairs", pair->pass_p95, 0.07},
                {"worst pair of 8, in the mean", eight->smd_mean, 0.15}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char name[96];
        snprintf(name, sizeof name, "%s, stress: %s", what, rows[i].measure);
        trial_print_aim(name, rows[i].value, "<=", rows[i].aim);
    }
}

bool trial_matched(size_t pairs)
{
    const double shift = trial_template_sd, residual = trial_residual_sd;
    const struct trial random = {"random templates, design", AT_RANDOM, TEMPLATES, 0, 0},
                       ours = {"total-matched, design", MATCHED, TEMPLATES, 0, 0},
                       eights = {"worst pair of 8, total-matched, design", MATCHED, TEMPLATES, 0, 0},
                       naive = {"random templates, stress", AT_RANDOM, TEMPLATES, shift, residual},
                       off = {"total-matched, stress", MATCHED, TEMPLATES, shift, residual},
                       off_eights = {"worst pair of 8, total-matched, stress", MATCHED, TEMPLATES, shift, residual},
                       known = {"total-matched, items off by N(0, .2) only", MATCHED, TEMPLATES, 0, residual},
                       few = {"total-matched, 12 templates for 10 items", MATCHED, FEW, shift, residual},
                       few_eights = {"worst pair of 8, 12 templates", MATCHED, FEW, shift, residual},
                       same = {"the same templates, cells matched in total", SAME_TEMPLATES, TEMPLATES, shift,
                               residual},
                       same_eights = {"worst pair of 8, the same templates", SAME_TEMPLATES, TEMPLATES, shift,
                                      residual};
    size_t some = pairs / 20 + 50, sets = pairs / 200 + (pairs < 2000 ? 1 : 10);
    trial_print_heading(
        "Total-matched, made-up banks of 60 templates with 4 cells each; stress: templates off by N(0, .4)");
    report(&random, 2, some);
    struct trial_summary design = report(&ours, 2, some), eight = report(&eights, EIGHT, sets),
                         by_chance = report(&naive, 2, some), stress = report(&off, 2, some),
                         eight_stress = report(&off_eights, EIGHT, sets);
    report(&known, 2, some);
    struct trial_summary near = report(&few, 2, some), eight_near = report(&few_eights, EIGHT, sets),
                         shared = report(&same, 2, some), eight_shared = report(&same_eights, EIGHT, sets);
    trial_print_aim("total-matched, design: SMD in the mean", design.smd_mean, "<=", 0.01);
    trial_print_aim("total-matched, design: SMD, 95 of 100 pairs", design.smd_p95, "<=", 0.03);
    trial_print_aim("total-matched, design: worst pair of 8, in the mean", eight.smd_mean, "<=", 0.02);
    print_stress("60 templates", &stress, &eight_stress);
    print_stress("12 templates", &near, &eight_near);
    print_stress("same templates", &shared, &eight_shared);
    printf("  What nobody measured of a template cannot be matched: the fewer templates differ between forms, the "
           "nearer.\n");
    return report_shipped(pairs / 1000 + 2) && design.smd_p95 < 0.03 && stress.smd_mean < by_chance.smd_mean &&
           shared.smd_mean < stress.smd_mean;
}
