/* What the parts of `bench` share. */
#ifndef KIN_TESTS_BENCH_H
#define KIN_TESTS_BENCH_H

#include "job/context.h"

/* CPU time of this process, in seconds. */
double kin_bench_now(void);

/* Pages per second of so many forms of each sheet; layout is the least of `runs`. */
void kin_bench_pages(struct kin_ctx *ctx, size_t forms, size_t runs);

/* What figures cost beside the text around them: the questions of the first `most` templates that have some, each
 * time the fastest of `times` runs. */
void kin_bench_figures(struct kin_ctx *ctx, size_t times, size_t most);

#endif
