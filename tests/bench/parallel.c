/* Are forms parallel? parallel [PAIRS]
 *
 * Simulated classes take two forms, and the difference of their score distributions is computed exactly. First with
 * items that are made up by known numbers, which shows that the simulation is right; then with the shipped templates;
 * then with sets that are matched in total. "Design" asks what our own weights say; "stress" draws true weights 30
 * percent off ours and gives every item an unmodelled difficulty of its own. It is a simulation: no student has taken
 * these forms. */
#include "parallel.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- Scores ---------------------------------------------------------------------------------------------------- */

static double chance(const struct trial_item *item, double ability)
{
    return 1 / (1 + exp(-item->slope * (ability - item->difficulty)));
}

/* score[k]: chance of k right ones. */
static void score_at(const struct trial_form *form, double ability, double *score)
{
    score[0] = 1;
    for (size_t i = 0; i < form->count; i++) {
        double right = chance(&form->items[i], ability);
        score[i + 1] = 0;
        for (size_t k = i + 1; k > 0; k--) {
            score[k] = score[k] * (1 - right) + score[k - 1] * right;
        }
        score[0] *= 1 - right;
    }
}

struct trial_scores trial_scores_of(const struct trial_form *form)
{
    const double centre = 1.3, reach = 4;
    double weight_sum = 0, all[MOST_ITEMS + 1] = {0}, score[MOST_ITEMS + 1];
    for (int n = 0; n < NODES; n++) {
        double z = -reach + 2 * reach * n / (NODES - 1), weight = exp(-z * z / 2);
        score_at(form, centre + z, score);
        for (size_t k = 0; k <= form->count; k++) {
            all[k] += weight * score[k];
        }
        weight_sum += weight;
    }
    struct trial_scores scores = {0, 0, 0};
    double squares = 0;
    for (size_t k = 0; k <= form->count; k++) {
        double share = all[k] / weight_sum;
        scores.mean += share * (double)k;
        squares += share * (double)k * (double)k;
        scores.pass += 10 * k >= 8 * form->count ? share : 0;
    }
    scores.sd = sqrt(squares - scores.mean * scores.mean);
    return scores;
}

struct trial_gap trial_gap_of(const struct trial_form *a, const struct trial_form *b)
{
    struct trial_scores x = trial_scores_of(a), y = trial_scores_of(b);
    struct trial_gap gap = {fabs(x.mean - y.mean) / sqrt((x.sd * x.sd + y.sd * y.sd) / 2), fabs(x.pass - y.pass), 0};
    for (size_t i = 0; i < a->count; i++) {
        gap.item = fmax(gap.item, fabs(a->items[i].difficulty - b->items[i].difficulty));
    }
    return gap;
}

/* ---- Series ---------------------------------------------------------------------------------------------------- */

void trial_series_add(struct trial_series *series, struct trial_gap gap)
{
    if (series->count == series->room) {
        series->room = series->room ? 2 * series->room : 1024;
        series->gaps = realloc(series->gaps, series->room * sizeof *series->gaps);
        if (!series->gaps) {
            abort();
        }
    }
    series->gaps[series->count++] = gap;
}

void trial_series_free(struct trial_series *series)
{
    free(series->gaps);
    *series = (struct trial_series){NULL, 0, 0};
}

static int by_smd(const void *a, const void *b)
{
    double x = ((const struct trial_gap *)a)->smd, y = ((const struct trial_gap *)b)->smd;
    return (x > y) - (x < y);
}

static int by_pass(const void *a, const void *b)
{
    double x = ((const struct trial_gap *)a)->pass, y = ((const struct trial_gap *)b)->pass;
    return (x > y) - (x < y);
}

struct trial_summary trial_summary_of(const struct trial_series *series)
{
    struct trial_summary summary = {0};
    size_t count = series->count, at95 = count * 95 / 100;
    if (!count) {
        return summary;
    }
    qsort(series->gaps, count, sizeof *series->gaps, by_smd);
    summary.smd_p95 = series->gaps[at95].smd;
    qsort(series->gaps, count, sizeof *series->gaps, by_pass);
    summary.pass_p95 = series->gaps[at95].pass;
    for (size_t i = 0; i < count; i++) {
        const struct trial_gap *gap = &series->gaps[i];
        summary.smd_mean += gap->smd / (double)count;
        summary.pass_mean += gap->pass / (double)count;
        summary.item_mean += gap->item / (double)count;
        summary.item_most = fmax(summary.item_most, gap->item);
    }
    return summary;
}

/* ---- Chance ------------------------------------------------------------------------------------------------------ */

static double uniform(struct kin_pcg *pcg)
{
    return ((double)kin_pcg_next(pcg) + 0.5) / 4294967296.0;
}

/* G. E. P. Box and M. E. Muller, 1958. */
double trial_normal(struct kin_pcg *pcg, double sd)
{
    double radius = sqrt(-2 * log(uniform(pcg)));
    return sd * radius * cos(2 * 3.14159265358979323846 * uniform(pcg));
}

double trial_slope(struct kin_pcg *pcg)
{
    return 1.2 * exp(trial_normal(pcg, 0.2));
}

const double trial_template_sd = 0.4, trial_residual_sd = 0.2;

struct trial_truths trial_truths_of(kin_arena *arena, const struct kin_weights *ours)
{
    const double off = 0.3;
    struct trial_truths truths;
    struct kin_pcg pcg = kin_pcg_seed(30, 1);
    for (size_t t = 0; t <= TRUTHS; t++) {
        truths.tables[t] = *ours;
        truths.tables[t].items = KIN_NEW_N(arena, struct kin_weight, ours->count);
        for (size_t i = 0; i < ours->count; i++) {
            double factor = t ? 1 + trial_normal(&pcg, off) : 1;
            truths.tables[t].items[i] = ours->items[i];
            truths.tables[t].items[i].difficulty_msd = (int)lround(ours->items[i].difficulty_msd * factor);
        }
    }
    return truths;
}

/* ---- Printing ---------------------------------------------------------------------------------------------------- */

void trial_print_heading(const char *what)
{
    printf("\n%s\n%-44s %15s %15s %15s\n", what, "", "SMD mean / p95", "pass mean / p95", "item mean / max");
}

void trial_print_row(const char *name, const struct trial_series *series)
{
    struct trial_summary summary = trial_summary_of(series);
    printf("%-44s %7.3f / %5.3f %7.3f / %5.3f %7.2f / %5.2f\n", name, summary.smd_mean, summary.smd_p95,
           summary.pass_mean, summary.pass_p95, summary.item_mean, summary.item_most);
}

bool trial_print_aim(const char *name, double value, const char *relation, double aim)
{
    bool met = relation[0] == '<' ? value <= aim : value >= aim;
    printf("  %-58s %6.3f  aim %s %.3f  %s\n", name, value, relation, aim, met ? "met" : "missed");
    return met;
}

int main(int argc, char **argv)
{
    size_t pairs = argc > 1 ? strtoul(argv[1], NULL, 10) : 20000;
    pairs = pairs < 100 ? 100 : pairs;
    printf("%zu pairs of forms of ten items; SMD: difference of the mean scores in standard deviations;\n", pairs);
    printf(
        "pass: difference of the shares of a class at 80 percent; item: largest difference of difficulty in a slot.\n");
    printf("A simulation of classes, not a measurement of students.\n");
    bool fine = trial_synthetic(pairs);
    fine = trial_shipped(pairs) && fine;
    fine = trial_matched(pairs) && fine;
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
