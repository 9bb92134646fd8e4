#include "job/issue.h"

#include "bank/bank.h"
#include "base/file.h"
#include "form/evidence.h"
#include "job/index.h"
#include "job/naming.h"
#include "job/own.h"

#include <stdlib.h>
#include <string.h>

enum { TRIES = 8 }; /* of drawing while others issue to the same students, before the ledger is held meanwhile */

struct issue {
    struct kin_job job;
    struct kin_ledger *ledger;
    const struct kin_issue_options *options;
    struct kin_make_options make;
    struct kin_run *run;
    struct kin_used *had; /* one a letter: what its students have had */
};

/* ---- Who gets which letter ----------------------------------------------------------------------------------------
 */

/* Neighbours get different forms, each form goes to as many, and a class begins with the next letter each time, so that
 * over the sets of a year everybody meets each letter about equally often. */
static size_t letter_for(const struct issue *issue, size_t seat, size_t begun)
{
    size_t count = issue->make.letter_count;
    return issue->options->alone ? seat : (seat + begun) % count;
}

static size_t sets_of_class(struct issue *issue)
{
    return issue->options->class_id ? kin_ledger_sets_of(issue->ledger, issue->options->class_id) : 0;
}

static void make_letters(struct issue *issue)
{
    kin_arena *arena = issue->job.ctx->arena;
    size_t count = issue->options->student_count;
    const char **letters = KIN_NEW_N(arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        letters[i] = kin_letter_at(arena, i);
    }
    issue->make.letters = letters;
    issue->make.letter_count = count;
}

/* ---- Papers ---------------------------------------------------------------------------------------------------- */

static void fill_papers(struct issue *issue, const char *language)
{
    struct kin_run *run = issue->run;
    size_t begun = sets_of_class(issue);
    run->paper_count = issue->options->student_count;
    run->papers = KIN_NEW_N(issue->job.ctx->arena, struct kin_paper_of, run->paper_count);
    for (size_t i = 0; i < run->paper_count; i++) {
        const struct kin_ledger_student *student = &issue->options->students[i];
        run->papers[i] = (struct kin_paper_of){
            .student = student->id,
            .letter = issue->make.letters[letter_for(issue, i, begun)],
            .language = student->language ? student->language : language,
            .interest = issue->options->interests ? student->interest : NULL,
            .style = student->style,
        };
    }
    kin_naming_fill(issue->job.ctx->arena, issue->options, run->papers);
}

static size_t letter_index(const struct issue *issue, const char *letter)
{
    size_t at = 0;
    while (strcmp(issue->make.letters[at], letter) != 0) {
        at++;
    }
    return at;
}

/* By letter: all that the students who get it have had. */
static void bar_what_was_had(struct issue *issue)
{
    kin_arena *arena = issue->job.ctx->arena;
    size_t letters = issue->make.letter_count;
    struct kin_barred *barred = KIN_NEW_N(arena, struct kin_barred, letters);
    issue->had = KIN_NEW_N(arena, struct kin_used, letters);
    for (size_t i = 0; i < letters; i++) {
        issue->had[i].arena = arena;
    }
    for (size_t i = 0; i < issue->run->paper_count; i++) {
        const struct kin_paper_of *paper = &issue->run->papers[i];
        kin_ledger_add_used(issue->ledger, paper->student, &issue->had[letter_index(issue, paper->letter)]);
    }
    for (size_t i = 0; i < letters; i++) {
        barred[i].never = issue->had[i].count ? &issue->had[i] : NULL;
    }
    issue->job.barred = barred;
}

/* ---- Files ----------------------------------------------------------------------------------------------------- */

static bool add(struct kin_job *job, const struct kin_run *run, const char *part, struct kin_document *document)
{
    return kin_job_document(job, kin_format(job->ctx->arena, "%s%s.pdf", run->name, part), document, 1);
}

static bool add_report(struct kin_job *job, enum kin_status status, const struct kin_report_files *files)
{
    for (size_t i = 0; status == KIN_OK && i < files->count; i++) {
        kin_job_file(job, files->items[i]);
    }
    return status == KIN_OK;
}

static bool add_index(struct kin_job *job, const struct kin_run *run)
{
    struct kin_report_files files;
    return add_report(job, kin_index_files(job->ctx, job->set, run, &files), &files);
}

static bool add_slip(struct kin_job *job, const struct kin_run *run)
{
    struct kin_report_files files;
    return !run->slip_count || add_report(job, kin_slip_files(job->ctx, job->set, run, &files), &files);
}

static bool add_text(struct kin_job *job, const struct kin_run *run)
{
    size_t length;
    const char *text = kin_set_write(job->ctx->arena, job->set, &length);
    kin_job_file(job, (struct kin_file){kin_format(job->ctx->arena, "%s.json", run->name), text, length, 1});
    return true;
}

/* Everything of a set that was read back from its file. */
static bool print(struct kin_job *job, const struct kin_run *run)
{
    struct kin_ctx *ctx = job->ctx;
    size_t errors = ctx->diags.errors;
    job->type = kin_type_open(&ctx->diags, kin_page_fonts(job->set), NULL);
    bool fine =
        job->type && add(job, run, "", kin_page_papers(job->type, ctx->arena, &ctx->diags, job->set, run)) &&
        add(job, run, "-key", kin_page_key(job->type, ctx->arena, &ctx->diags, job->set)) &&
        (!run->teacher || add(job, run, "-teacher", kin_page_teacher(job->type, ctx->arena, &ctx->diags, job->set))) &&
        (!run->strips || add(job, run, "-strips", kin_page_strips(job->type, ctx->arena, &ctx->diags, job->set))) &&
        add_index(job, run) && add_slip(job, run) && add_text(job, run);
    kin_type_free(job->type);
    job->type = NULL;
    return fine && ctx->diags.errors == errors;
}

static bool measure(struct kin_job *job, struct kin_set *set)
{
    struct kin_ctx *ctx = job->ctx;
    bool fine = kin_page_measure(job->type, ctx->arena, &ctx->diags, set);
    for (size_t i = 0; i < set->edition_count && fine; i++) {
        fine = kin_page_measure(job->type, ctx->arena, &ctx->diags, set->editions[i]);
    }
    return fine;
}

/* What will be read from the ledger when it is printed again. */
static struct kin_set *read_back(struct kin_ctx *ctx, const struct kin_set *set)
{
    struct kin_source *source = KIN_NEW(ctx->arena, struct kin_source);
    size_t length;
    const char *text = kin_set_write(ctx->arena, set, &length);
    *source = (struct kin_source){.path = set->assessment_id, .bytes = text, .length = length};
    return kin_set_read(ctx->arena, &ctx->diags, source);
}

static bool measure_and_print(struct kin_job *job, struct kin_set *set, const struct kin_run *run)
{
    struct kin_ctx *ctx = job->ctx;
    job->type = kin_type_open(&ctx->diags, kin_page_fonts(set), NULL);
    bool fine = job->type && measure(job, set);
    kin_type_free(job->type);
    job->set = fine ? read_back(ctx, set) : NULL;
    return job->set && print(job, run);
}

/* ---- Names ----------------------------------------------------------------------------------------------------- */

/* No font has all characters: a name that cannot be printed must not keep a class from its papers. */
static void replace_unprintable(struct issue *issue, const struct kin_set *set)
{
    const bool *printable = kin_page_printable(issue->job.ctx->arena, set, issue->run);
    for (size_t i = 0; i < issue->run->paper_count; i++) {
        struct kin_paper_of *paper = &issue->run->papers[i];
        if (!printable[i]) {
            kin_report(&issue->job.ctx->diags, KIN_W7032, (struct kin_span){0}, paper->name, paper->student, NULL);
            paper->name = paper->listed = paper->student;
        }
    }
}

/* ---- Recording --------------------------------------------------------------------------------------------------- */

static const char *purpose_of(const char *assessment)
{
    static const char *const known[][2] = {
        {"exit-ticket", "ticket"}, {"quiz", "quiz"},     {"pre-test", "pretest"},    {"problem-set", "practice"},
        {"practice", "practice"},  {"review", "review"}, {"readiness", "readiness"}, {"reassessment", "reassessment"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strncmp(assessment, known[i][0], strlen(known[i][0])) == 0) {
            return known[i][1];
        }
    }
    return "other";
}

/* Names of files: what is no letter, digit or hyphen in a class becomes a hyphen. */
static const char *file_safe(kin_arena *arena, const char *text)
{
    char *safe = kin_copy(arena, text);
    for (char *c = safe; *c; c++) {
        bool plain = (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') || (*c >= 'a' && *c <= 'z');
        *c = plain ? *c : '-';
    }
    return safe;
}

static const char *wished_name(struct issue *issue, const char *assessment)
{
    const struct kin_issue_options *options = issue->options;
    const char *whom = options->whom ? options->whom : options->class_id ? options->class_id : "all";
    return options->name ? options->name
                         : kin_format(issue->job.ctx->arena, "%s-%s-%s", assessment,
                                      file_safe(issue->job.ctx->arena, whom), options->today);
}

static void begin_run(struct issue *issue, const char *assessment)
{
    kin_arena *arena = issue->job.ctx->arena;
    issue->run = KIN_NEW(arena, struct kin_run);
    *issue->run = (struct kin_run){
        .name = kin_ledger_name(issue->ledger, wished_name(issue, assessment)),
        .class_id = issue->options->class_id,
        .made_on = issue->options->today,
        .folder = issue->options->folder,
        .alone = issue->options->alone != 0,
        .teacher = issue->options->make.teacher != 0,
        .strips = issue->options->make.strips != 0,
        .slip = issue->options->slip,
        .slip_count = issue->options->slip_count,
        .evidence = issue->options->evidence,
        .objective = issue->options->objective,
        .group = issue->options->group,
    };
}

static enum kin_recorded print_and_record(struct issue *issue, struct kin_set *set, int64_t parent,
                                          struct kin_issued *issued)
{
    struct kin_job *job = &issue->job;
    if (!kin_own_editions(job->ctx, set, issue->run)) {
        return KIN_NOT_RECORDED;
    }
    kin_set_codes_at_random(job->ctx->arena, set);
    replace_unprintable(issue, set);
    if (!measure_and_print(job, set, issue->run)) {
        return KIN_NOT_RECORDED;
    }
    const char *purpose = issue->options->purpose ? issue->options->purpose : purpose_of(set->assessment_id);
    struct kin_recording recording = {job->set, issue->run, purpose, parent};
    enum kin_recorded recorded = kin_ledger_record(issue->ledger, &recording, &issued->set);
    issued->run = issue->run;
    issued->made = recorded == KIN_RECORDED ? kin_job_result(job) : NULL;
    return recorded;
}

enum kin_recorded kin_issue_set(kin_ctx *ctx, struct kin_ledger *ledger, struct kin_set *set,
                                const struct kin_issue_options *options, int64_t parent, struct kin_issued *issued)
{
    struct issue issue = {.job = {.ctx = ctx}, .ledger = ledger, .options = options};
    const char **letters = KIN_NEW_N(ctx->arena, const char *, set->form_count);
    for (size_t f = 0; f < set->form_count; f++) {
        letters[f] = set->forms[f].letter;
    }
    issue.make = (struct kin_make_options){.letters = letters, .letter_count = set->form_count};
    begin_run(&issue, set->assessment_id);
    fill_papers(&issue, set->language);
    return print_and_record(&issue, set, parent, issued);
}

/* Each try draws another seed unless one was asked for; what others recorded meanwhile is seen by the next one. */
static enum kin_recorded draw_and_record(struct issue *issue, const char *language, struct kin_issued *issued)
{
    struct kin_job *job = &issue->job;
    fill_papers(issue, language);
    bar_what_was_had(issue);
    job->files = NULL;
    job->count = job->room = 0;
    struct kin_set *set = kin_ledger_is_sound(issue->ledger) ? kin_job_set(job) : NULL;
    if (!set) {
        return KIN_NOT_RECORDED;
    }
    begin_run(issue, set->assessment_id);
    fill_papers(issue, language);
    return print_and_record(issue, set, 0, issued);
}

static enum kin_recorded try_to_issue(struct issue *issue, const char *language, struct kin_issued *issued)
{
    enum kin_recorded recorded = KIN_RIVALLED;
    for (int n = 0; n < TRIES && recorded == KIN_RIVALLED; n++) {
        recorded = draw_and_record(issue, language, issued);
    }
    if (recorded != KIN_RIVALLED || !kin_ledger_begin(issue->ledger)) {
        return recorded;
    }
    recorded = draw_and_record(issue, language, issued);
    if (recorded == KIN_RECORDED) {
        return kin_ledger_commit(issue->ledger) ? KIN_RECORDED : KIN_NOT_RECORDED;
    }
    kin_ledger_undo(issue->ledger);
    return recorded;
}

enum kin_status kin_issue_make(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_issue_options *options,
                               struct kin_issued *issued)
{
    size_t errors = ctx->diags.errors;
    struct issue issue = {.job = {.ctx = ctx}, .ledger = ledger, .options = options, .make = options->make};
    issue.job.options = &issue.make;
    issue.job.secret = kin_ledger_seed(ledger, 0);
    issue.job.sharing = options->alone ? KIN_FORMS_SHARE_IF_NEED : KIN_FORMS_APART;
    issue.make.duplex = 1;
    if (options->alone) {
        make_letters(&issue);
    }
    begin_run(&issue, "");
    const struct kin_students students = {options->students, options->student_count};
    const char *language = kin_own_languages(ctx, &issue.make, students);
    if (options->interests) {
        kin_own_interests(&issue.job, students);
    }
    enum kin_recorded recorded = language ? try_to_issue(&issue, language, issued) : KIN_NOT_RECORDED;
    if (recorded == KIN_RIVALLED) {
        kin_report(&ctx->diags, KIN_E7033, (struct kin_span){0}, NULL);
    }
    return recorded == KIN_RECORDED ? KIN_OK : kin_job_failure(ctx, errors);
}

/* ---- Again ------------------------------------------------------------------------------------------------------- */

static bool open_recorded(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_ledger_set *set,
                          struct kin_job *job, struct kin_run **run)
{
    *job = (struct kin_job){.ctx = ctx, .set = kin_ledger_set_read(ledger, set)};
    *run = job->set ? kin_ledger_run(ledger, set) : NULL;
    return *run != NULL;
}

enum kin_status kin_issue_again(kin_ctx *ctx, struct kin_ledger *ledger, const struct kin_ledger_set *set,
                                struct kin_issued *issued)
{
    size_t errors = ctx->diags.errors;
    struct kin_job job;
    struct kin_run *run;
    if (!open_recorded(ctx, ledger, set, &job, &run) || !print(&job, run)) {
        return kin_job_failure(ctx, errors);
    }
    *issued = (struct kin_issued){*set, run, kin_job_result(&job)};
    return KIN_OK;
}

/* The paper of a form that one student alone has; else the bare form. */
static struct kin_run *run_of_form(kin_arena *arena, const struct kin_run *run, const struct kin_set *set,
                                   const struct kin_form *form)
{
    struct kin_run *one = kin_copy_bytes(arena, run, sizeof *run);
    one->papers = KIN_NEW(arena, struct kin_paper_of);
    one->papers[0] = (struct kin_paper_of){.letter = form->letter, .language = set->language};
    one->paper_count = 1;
    size_t count = 0;
    for (size_t i = 0; i < run->paper_count; i++) {
        if (strcmp(run->papers[i].letter, form->letter) == 0 && ++count == 1) {
            one->papers[0] = run->papers[i];
        }
    }
    if (count > 1) {
        one->papers[0] = (struct kin_paper_of){.letter = form->letter, .language = set->language};
    }
    return one;
}

static const struct kin_form *form_with(const struct kin_set *set, const char *code)
{
    for (size_t f = 0; f < set->form_count; f++) {
        if (kin_code_is(code, set->forms[f].code)) {
            return &set->forms[f];
        }
    }
    return NULL;
}

enum kin_status kin_issue_form(kin_ctx *ctx, struct kin_ledger *ledger, const char *code, struct kin_file *file)
{
    size_t errors = ctx->diags.errors;
    struct kin_ledger_set found;
    struct kin_job job;
    struct kin_run *run;
    if (!kin_ledger_set_find(ledger, code, &found) || !open_recorded(ctx, ledger, &found, &job, &run)) {
        return kin_job_failure(ctx, errors);
    }
    const struct kin_form *form = form_with(job.set, code);
    job.type = form ? kin_type_open(&ctx->diags, kin_page_fonts(job.set), NULL) : NULL;
    const struct kin_run *one = form ? run_of_form(ctx->arena, run, job.set, form) : NULL;
    bool fine = job.type && add(&job, one, kin_format(ctx->arena, "-%s", form->letter),
                                kin_page_papers(job.type, ctx->arena, &ctx->diags, job.set, one));
    kin_type_free(job.type);
    if (!fine || ctx->diags.errors > errors) {
        return kin_job_failure(ctx, errors);
    }
    *file = job.files[0];
    return KIN_OK;
}
