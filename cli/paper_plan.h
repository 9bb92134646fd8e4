/* Papers that a command plans by itself: an assessment file line by line, then papers for a class from it. The file
 * stays beside the papers, so that it can be read, changed and used again. */
#ifndef KIN_CLI_PAPER_PLAN_H
#define KIN_CLI_PAPER_PLAN_H

#include "make_class.h"

/* One line: so many questions about a standard. */
struct paper_line {
    const char *standard;
    int level; /* 0: any */
    size_t count;
};

struct paper_plan {
    const char *id;
    const char *title,
        *directions; /* English texts of furniture.def, written in all languages; directions NULL: none */
    struct paper_line *lines;
    size_t line_count, line_room;
    bool objectives; /* with a score box for each */
};

/* Is there an item template for a standard, at a level (0: at any)? */
bool paper_can_ask(kin_ctx *ctx, const char *standard, int level);

/* Write the plan as ID-CLASS-DAY.xml into the folder of `wanted`, and make papers for the class from it. `forms`: 1 to
 * 26; seed 0: a random one. How the command ends. */
struct paper_options {
    struct class_wanted wanted;
    size_t forms;
    uint64_t seed;
    const char *paper, *language; /* NULL: as usual */
};
int paper_make(kin_ctx *ctx, struct kin_ledger *ledger, const struct paper_plan *plan,
               const struct paper_options *options);

#endif
