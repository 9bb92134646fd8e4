/* What the commands have in common that plan a paper for a class from its record: readiness and review. */
#ifndef KIN_CLI_CLASS_PAPER_H
#define KIN_CLI_CLASS_PAPER_H

#include "gather.h"
#include "paper_plan.h"
#include "rule.h"

/* Rows of the option table, in this order, one behind the other and behind the command's own. */
#define CLASS_PAPER_OPTIONS                                                                                            \
    {"forms", "N", "how many forms, 1 to 26 (2)"}, {"individual", NULL, "a form of their own for each student"},       \
        RULE_OPTIONS, NAMES_OPTION, {"seed", "N", "draw this paper again: 1 to 9223372036854775807 (random)"},         \
        {"bank", "PATH", "a bank file or folder instead of the shipped banks; repeatable"},                            \
        {"language", "TAG", "of the paper and the report: en or es"}, {"paper", "letter|a4", "paper size"},            \
        LEDGER_OPTION, DATE_OPTION,                                                                                    \
    {                                                                                                                  \
        "o", "DIR", "folder for the files (.)"                                                                         \
    }
enum {
    PAPER_FORMS,
    PAPER_INDIVIDUAL,
    PAPER_RULE,
    PAPER_NAMES = PAPER_RULE + RULE_SCALE + 1,
    PAPER_SEED,
    PAPER_BANK,
    PAPER_LANGUAGE,
    PAPER_SIZE,
    PAPER_LEDGER,
    PAPER_DATE,
    PAPER_OUTPUT
};

/* A command line on its way to a paper. */
struct class_paper {
    const struct command *command;
    const struct arguments *arguments;
    size_t class_option, first; /* rows of --class and of CLASS_PAPER_OPTIONS */
    kin_ctx *ctx;
    struct kin_ledger *ledger; /* while `with_class` runs */
    struct kin_rule rule;
    struct paper_options options;
};

/* The command's own steps; each says how the command ends. `own` is handed through. */
struct class_paper_steps {
    int (*read)(struct class_paper *paper, void *own);          /* the options that are its own */
    int (*with_class)(struct class_paper *paper, void *own);    /* with the ledger open */
    int (*without_class)(struct class_paper *paper, void *own); /* where no --class is given */
};

/* Read what is common, then go through the steps. How the command ends. */
int class_paper_run(struct class_paper *paper, const struct class_paper_steps *steps, void *own);

/* What the class did up to the day of the command. False after printing messages. */
bool class_paper_gather(const struct class_paper *paper, struct kin_reporting *reporting);

#endif
