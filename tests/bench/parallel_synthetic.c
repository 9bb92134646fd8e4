/* Made-up items: difficulty = template + features + what no feature says. */
#include "parallel.h"

#include <math.h>
#include <stdio.h>

enum { ITEMS = 10, EIGHT = 8 };

static const double template_sd = 0.8, feature_sd = 0.5, residual_sd = 0.2;

/* What two forms share slot by slot. */
enum sharing { SHARE_NOTHING, SHARE_TEMPLATE, SHARE_FEATURES, SHARE_ALL };

struct origin {
    double slope, base, features, residual;
};

static struct origin origin_of(struct kin_pcg *pcg)
{
    struct origin origin = {.slope = trial_slope(pcg), .base = trial_normal(pcg, template_sd)};
    origin.features = trial_normal(pcg, feature_sd);
    origin.residual = trial_normal(pcg, residual_sd);
    return origin;
}

/* Another item in the place of this one. */
static struct origin partner_of(struct kin_pcg *pcg, const struct origin *first, enum sharing sharing)
{
    struct origin other = origin_of(pcg);
    if (sharing >= SHARE_TEMPLATE) {
        other.slope = first->slope;
        other.base = first->base;
    }
    if (sharing >= SHARE_FEATURES) {
        other.features = first->features;
    }
    if (sharing == SHARE_ALL) {
        other.residual = first->residual;
    }
    return other;
}

static struct trial_item item_of(const struct origin *origin)
{
    return (struct trial_item){origin->slope, origin->base + origin->features + origin->residual};
}

/* Forms that share so much, slot by slot. */
static void draw_forms(struct kin_pcg *pcg, enum sharing sharing, struct trial_form *forms, size_t count)
{
    for (size_t i = 0; i < ITEMS; i++) {
        struct origin first = origin_of(pcg);
        for (size_t f = 0; f < count; f++) {
            struct origin own = f ? partner_of(pcg, &first, sharing) : first;
            forms[f].items[i] = item_of(&own);
            forms[f].count = ITEMS;
        }
    }
}

static struct trial_series pairs_of(enum sharing sharing, size_t pairs)
{
    struct trial_series series = {NULL, 0, 0};
    struct kin_pcg pcg = kin_pcg_seed(2026, sharing);
    for (size_t n = 0; n < pairs; n++) {
        struct trial_form forms[2];
        draw_forms(&pcg, sharing, forms, 2);
        trial_series_add(&series, trial_gap_of(&forms[0], &forms[1]));
    }
    return series;
}

static struct trial_gap worst_pair(const struct trial_form *forms, size_t count)
{
    struct trial_gap worst = {0, 0, 0};
    for (size_t a = 0; a < count; a++) {
        for (size_t b = 0; b < a; b++) {
            struct trial_gap gap = trial_gap_of(&forms[a], &forms[b]);
            worst.smd = fmax(worst.smd, gap.smd);
            worst.pass = fmax(worst.pass, gap.pass);
            worst.item = fmax(worst.item, gap.item);
        }
    }
    return worst;
}

/* The worst pair of eight forms. */
static struct trial_series eights_of(enum sharing sharing, size_t sets)
{
    struct trial_series series = {NULL, 0, 0};
    struct kin_pcg pcg = kin_pcg_seed(2027, sharing);
    for (size_t n = 0; n < sets; n++) {
        struct trial_form forms[EIGHT];
        draw_forms(&pcg, sharing, forms, EIGHT);
        trial_series_add(&series, worst_pair(forms, EIGHT));
    }
    return series;
}

/* The numbers of the same simulation elsewhere: 0.284, 0.160, 0.060 and 0 for pairs, 0.40 and 0.15 for eights. */
static bool is_near(double value, double known, double share)
{
    return fabs(value - known) <= share * known + 1e-9;
}

bool trial_synthetic(size_t pairs)
{
    static const char *const names[] = {"other templates", "random instances", "same features", "strictly parallel"};
    static const double known[] = {0.284, 0.160, 0.060, 0};
    double smd[4];
    struct trial_summary same = {0};
    bool fine = true;
    trial_print_heading("Synthetic items: N(0, .8) template, N(0, .5) features, N(0, .2) unmodelled");
    for (int sharing = SHARE_NOTHING; sharing <= SHARE_ALL; sharing++) {
        struct trial_series series = pairs_of((enum sharing)sharing, pairs);
        trial_print_row(names[sharing], &series);
        struct trial_summary summary = trial_summary_of(&series);
        smd[sharing] = summary.smd_mean;
        same = sharing == SHARE_FEATURES ? summary : same;
        fine = fine && is_near(smd[sharing], known[sharing], 0.15);
        trial_series_free(&series);
    }
    struct trial_summary eight = {0};
    for (int sharing = SHARE_TEMPLATE; sharing <= SHARE_FEATURES; sharing++) {
        struct trial_series series = eights_of((enum sharing)sharing, pairs / 50 + 1);
        eight = trial_summary_of(&series);
        trial_print_row(sharing == SHARE_TEMPLATE ? "worst pair of 8, random instances"
                                                  : "worst pair of 8, same features",
                        &series);
        trial_series_free(&series);
    }
    trial_print_aim("same features, stress: SMD in the mean", same.smd_mean, "<=", 0.065);
    trial_print_aim("same features, stress: SMD, 95 of 100 pairs", same.smd_p95, "<=", 0.16);
    trial_print_aim("same features, stress: shares that pass, in the mean", same.pass_mean, "<=", 0.03);
    trial_print_aim("same features, stress: shares that pass, 95 of 100", same.pass_p95, "<=", 0.07);
    trial_print_aim("8 forms of the same features, stress: worst pair", eight.smd_mean, "<=", 0.15);
    double ideal = sqrt(1 + feature_sd * feature_sd / (residual_sd * residual_sd));
    trial_print_aim("gain of same features over random instances / ideal", smd[1] / smd[2] / ideal, ">=", 0.9);
    return fine && smd[1] / smd[2] / ideal > 0.8;
}
