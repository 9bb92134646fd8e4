#include "class_paper.h"

#include "report_write.h"

static const char *value_of(const struct class_paper *paper, size_t option)
{
    return argument_of(paper->arguments, paper->first + option);
}

static bool read_number(const struct class_paper *paper, size_t option, long long most, long long *number)
{
    return argument_number(paper->command, paper->arguments, paper->first + option, 1, most, number);
}

static int read_common(struct class_paper *paper)
{
    enum { MOST_FORMS = 26 };
    long long forms = 2, seed = 0;
    const char *folder = value_of(paper, PAPER_OUTPUT);
    struct class_wanted *wanted = &paper->options.wanted;
    *wanted = (struct class_wanted){
        .class_id = argument_of(paper->arguments, paper->class_option),
        .day = date_of(paper->command, paper->ctx, paper->arguments, paper->first + PAPER_DATE),
        .folder = folder ? folder : ".",
        .alone = paper->arguments->counts[paper->first + PAPER_INDIVIDUAL] > 0,
    };
    if (!wanted->day || !read_number(paper, PAPER_FORMS, MOST_FORMS, &forms) ||
        !read_number(paper, PAPER_SEED, INT64_MAX, &seed) ||
        !issue_naming(paper->command, paper->arguments, paper->first + PAPER_NAMES, &wanted->naming)) {
        return EXIT_USAGE;
    }
    paper->options.forms = (size_t)forms;
    paper->options.seed = (uint64_t)seed;
    paper->options.language = value_of(paper, PAPER_LANGUAGE);
    paper->options.paper = value_of(paper, PAPER_SIZE);
    return rule_read(paper->command, paper->ctx, paper->arguments, paper->first + PAPER_RULE, &paper->rule);
}

static int with_ledger(struct class_paper *paper, const struct class_paper_steps *steps, void *own)
{
    paper->ledger = ledger_of(paper->ctx, paper->arguments, paper->first + PAPER_LEDGER, KIN_LEDGER_EXISTING);
    if (!paper->ledger) {
        print_messages(paper->ctx);
        return EXIT_INPUT;
    }
    int status = steps->with_class(paper, own);
    kin_ledger_close(paper->ledger);
    return status;
}

int class_paper_run(struct class_paper *paper, const struct class_paper_steps *steps, void *own)
{
    int status = look_check(paper->command, value_of(paper, PAPER_LANGUAGE), value_of(paper, PAPER_SIZE));
    if (status != EXIT_DONE) {
        return status;
    }
    paper->ctx = context_with_banks(paper->arguments, paper->first + PAPER_BANK);
    status = paper->ctx ? read_common(paper) : EXIT_INPUT;
    status = status == EXIT_DONE ? steps->read(paper, own) : status;
    if (status == EXIT_DONE) {
        status = paper->options.wanted.class_id ? with_ledger(paper, steps, own) : steps->without_class(paper, own);
    }
    kin_ctx_free(paper->ctx);
    return status;
}

bool class_paper_gather(const struct class_paper *paper, struct kin_reporting *reporting)
{
    const struct class_wanted *wanted = &paper->options.wanted;
    const struct gathering gathering = {
        .class_id = wanted->class_id,
        .to = wanted->day,
        .language = paper->options.language ? paper->options.language : "en",
        .names = wanted->naming == KIN_NAMES_FULL ? KIN_NAMES_SHOWN : KIN_NAMES_LEFT_OUT,
    };
    bool fine = gather(paper->ctx, paper->ledger, &gathering, &paper->rule, reporting);
    if (!fine) {
        print_messages(paper->ctx);
    }
    return fine;
}
