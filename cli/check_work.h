/* Surveys of many templates, shared among processes so that all processors work. */
#ifndef KIN_CLI_CHECK_WORK_H
#define KIN_CLI_CHECK_WORK_H

#include "command.h"

#include "draw/draw.h"

/* Called for each template in the order given; `survey` NULL: the process that had it ended early. */
typedef void check_visit(void *data, const struct kin_template *template, const struct kin_survey *survey);

struct check_work {
    kin_ctx *ctx; /* what is found is reported there, in the order of the templates, whatever the number of processes */
    const struct kin_template *const *templates;
    size_t count;
    uint64_t draws;
    size_t jobs; /* processes; 1: this one does all */
    check_visit *visit;
    void *data;
};

void check_all(const struct check_work *work);

/* Processors that are online. */
size_t check_processors(void);

#endif
