/* Simulated forms and how far apart two of them are. Numbers here are floating point: nothing of this is printed on a
 * form or decides about one. */
#ifndef KIN_TESTS_BENCH_PARALLEL_H
#define KIN_TESTS_BENCH_PARALLEL_H

#include "bank/weights.h"
#include "random/pcg.h"

#include <stdbool.h>
#include <stddef.h>

enum { MOST_ITEMS = 40, NODES = 61 };

/* An item of the two-parameter logistic model, worth one point. */
struct trial_item {
    double slope, difficulty; /* difficulty in standard deviations of ability */
};

struct trial_form {
    struct trial_item items[MOST_ITEMS];
    size_t count;
};

/* Exact distribution of the scores of a class with abilities N(1.3, 1): F. M. Lord and M. S. Wingersky's recursion
 * (1984) at 61 abilities, added up with normal weights. No response is drawn, so there is no noise of responses. */
struct trial_scores {
    double mean, sd, pass; /* pass: share of the class with 80 percent or more */
};
struct trial_scores trial_scores_of(const struct trial_form *form);

/* How far apart two forms are. */
struct trial_gap {
    double smd;  /* |difference of the means| / pooled standard deviation */
    double pass; /* |difference of the shares that pass| */
    double item; /* largest |difference of difficulty| of two items in one slot */
};
struct trial_gap trial_gap_of(const struct trial_form *a, const struct trial_form *b);

/* Many of them. */
struct trial_series {
    struct trial_gap *gaps;
    size_t count, room;
};
void trial_series_add(struct trial_series *series, struct trial_gap gap);
void trial_series_free(struct trial_series *series);

struct trial_summary {
    double smd_mean, smd_p95, pass_mean, pass_p95, item_mean, item_most;
};
struct trial_summary trial_summary_of(const struct trial_series *series);

/* A number of N(0, sd). */
double trial_normal(struct kin_pcg *pcg, double sd);
/* How steep an item of a template is: 1.2 exp(N(0, 0.2)). */
double trial_slope(struct kin_pcg *pcg);

/* An aim, and whether it is met. */
void trial_print_heading(const char *what);
void trial_print_row(const char *name, const struct trial_series *series);
bool trial_print_aim(const char *name, double value, const char *relation, double aim);

/* Tables of weights that could be the true ones: number 0 is ours, the others are drawn 30 percent off it. In a stress
 * test the items of a template are harder or easier than any table says by one N(0, .4), and each by its own N(0, .2).
 */
enum { TRUTHS = 16 };
struct trial_truths {
    struct kin_weights tables[TRUTHS + 1];
};
extern const double trial_template_sd, trial_residual_sd;
struct trial_truths trial_truths_of(kin_arena *arena, const struct kin_weights *ours);

/* The parts of the simulation: each prints its table and says whether its bounds hold, which are generous: they are for
 * the test, the aims are for the reader. */
bool trial_synthetic(size_t pairs);
bool trial_shipped(size_t pairs);
bool trial_matched(size_t pairs);

#endif
