#include "issue.h"

#include "base/file.h"
#include "job/reassess.h"
#include "ledger/request.h"

#include <stdlib.h>
#include <string.h>

enum { STUDENT, OBJECTIVE, EVIDENCE, POLICY, REASON, BANK, OUTPUT, NAMES, LEDGER, DATE };

static const struct option_row options[] = {
    {"student", "ID", "who asks for another try"},
    {"objective", "CODE", "only this standard, in any spelling; repeatable (all that are not met yet)"},
    {"evidence", "TEXT", "what was done to relearn it; it stands on the slip; repeatable"},
    {"policy", "FILE", "the school's rules about further tries: CSV with rule, value"},
    {"reason", "TEXT", "with refuse: why"},
    {"bank", "PATH", "a bank file or folder instead of the shipped banks; repeatable"},
    {"o", "DIR", "folder for the files (.)"},
    NAMES_OPTION,
    LEDGER_OPTION,
    DATE_OPTION,
    {NULL, NULL, NULL},
};
static const char *const examples[] = {
    "formkin reassess --student 07",
    "formkin reassess --student 07 --objective 7.EE.B.4a --evidence \"corrections handed in\" -o retakes",
    "formkin reassess request --student 07",
    "formkin reassess list",
    "formkin reassess approve 3 4",
    "formkin reassess print -o retakes",
    NULL,
};

extern const struct command command_reassess;

struct desk {
    kin_ctx *ctx;
    struct kin_ledger *ledger;
    const struct arguments *arguments;
    const char *day, *folder;
    struct kin_retake_policy policy;
    enum kin_naming naming;
};

/* ---- One request ------------------------------------------------------------------------------------------------- */

static void print_notes(const struct desk *desk, const char *student, const struct kin_reassess_plan *plan)
{
    struct kin_buf buf = kin_buf_in(desk->ctx->arena);
    if (plan->refusal) {
        kin_buf_addf(&buf, "%s is refused another try: %s\n", student, plan->refusal);
    }
    for (size_t i = 0; !plan->refusal && i < plan->note_count; i++) {
        kin_buf_addf(&buf, "left out: %s\n", plan->notes[i]);
    }
    fputs(buf.data, stdout);
}

/* "7.EE.B.4a 7.NS.A.1" */
static size_t split(kin_arena *arena, const char *text, const char ***words)
{
    size_t count = 0, room = 0;
    *words = NULL;
    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        size_t length = strcspn(text, " ");
        KIN_PUSH(arena, *words, count, room) = kin_copy_n(arena, text, length);
        text += length;
    }
    return count;
}

static struct kin_reassess_options wanted_of(const struct desk *desk, const struct kin_ledger_request *request)
{
    struct kin_reassess_options wanted = {.student = request->student,
                                          .evidence = request->evidence,
                                          .today = desk->day,
                                          .folder = desk->folder,
                                          .naming = desk->naming,
                                          .policy = &desk->policy};
    const char **words;
    wanted.objective_count = split(desk->ctx->arena, request->objectives, &words);
    wanted.objectives = words;
    return wanted;
}

static void refuse(struct kin_ledger_request *request, const char *reason)
{
    request->status = "refused";
    request->reason = reason;
}

/* Look, draw and record in one transaction, so that nobody else takes letter or questions meanwhile; then the files. */
static bool serve(const struct desk *desk, struct kin_ledger_request *request)
{
    kin_ctx *ctx = desk->ctx;
    struct kin_reassess_options wanted = wanted_of(desk, request);
    struct kin_reassess_plan plan;
    if (!kin_ledger_begin(desk->ledger) || !kin_reassess_plan(ctx, desk->ledger, &wanted, &plan)) {
        return false;
    }
    struct kin_issued *issued = KIN_NEW_N(ctx->arena, struct kin_issued, plan.paper_count + 1);
    if (!kin_reassess_issue(ctx, desk->ledger, &wanted, &plan, issued)) {
        return false;
    }
    request->status = "printed";
    request->set = plan.paper_count ? issued[0].set.id : 0;
    if (plan.refusal) {
        refuse(request, plan.refusal);
    }
    bool fine = kin_ledger_request_put(desk->ledger, request) && kin_ledger_commit(desk->ledger);
    for (size_t i = 0; i < plan.paper_count && fine; i++) {
        kin_ledger_claim(desk->ledger, &issued[i].set);
        fine = issued_write(ctx, desk->ledger, &issued[i], desk->day);
        issued_print(ctx, &issued[i],
                     argument_of(desk->arguments, OUTPUT) ? argument_of(desk->arguments, OUTPUT) : ".");
    }
    print_notes(desk, request->student, &plan);
    return fine && !plan.refusal;
}

/* All values of an option in one text. */
static const char *joined(const struct desk *desk, size_t option, const char *between)
{
    const struct arguments *arguments = desk->arguments;
    struct kin_buf texts = kin_buf_in(desk->ctx->arena);
    for (size_t i = 0; i < arguments->counts[option]; i++) {
        kin_buf_addf(&texts, "%s%s", i ? between : "", arguments->values[option][i]);
    }
    return texts.data;
}

static bool request_of(const struct desk *desk, struct kin_ledger_request *request)
{
    const struct arguments *arguments = desk->arguments;
    *request =
        (struct kin_ledger_request){.student = argument_of(arguments, STUDENT),
                                    .objectives = joined(desk, OBJECTIVE, " "),
                                    .asked_on = desk->day,
                                    .evidence = arguments->counts[EVIDENCE] ? joined(desk, EVIDENCE, "; ") : NULL,
                                    .status = "waiting"};
    struct kin_ledger_student student;
    if (kin_ledger_student_find(desk->ledger, request->student, &student)) {
        return true;
    }
    kin_report(&desk->ctx->diags, KIN_E7042, (struct kin_span){0}, request->student, NULL);
    return false;
}

/* ---- Verbs ---------------------------------------------------------------------------------------------------------
 */

static bool at_once(const struct desk *desk)
{
    struct kin_ledger_request request;
    return request_of(desk, &request) && issued_finish(desk->ctx, desk->ledger, desk->day) && serve(desk, &request);
}

/* What the policy refuses never waits. */
static bool ask(const struct desk *desk)
{
    struct kin_ledger_request request;
    if (!request_of(desk, &request)) {
        return false;
    }
    struct kin_reassess_options wanted = wanted_of(desk, &request);
    struct kin_reassess_plan plan;
    if (!kin_reassess_plan(desk->ctx, desk->ledger, &wanted, &plan)) {
        return false;
    }
    if (plan.refusal) {
        refuse(&request, plan.refusal);
    }
    if (!kin_ledger_request_put(desk->ledger, &request)) {
        return false;
    }
    printf("request %lld: %s\n", (long long)request.id, request.status);
    print_notes(desk, request.student, &plan);
    return !plan.refusal;
}

static bool show(const struct desk *desk)
{
    struct kin_ledger_request *requests;
    size_t count = kin_ledger_requests(desk->ledger, NULL, &requests);
    struct kin_buf buf = kin_buf_in(desk->ctx->arena);
    for (size_t i = 0; i < count; i++) {
        const struct kin_ledger_request *request = &requests[i];
        kin_buf_addf(&buf, "%lld  %s  %s  %s  %s%s%s%s%s\n", (long long)request->id, request->asked_on, request->status,
                     request->student, *request->objectives ? request->objectives : "all not met yet",
                     request->evidence ? "; evidence: " : "", request->evidence ? request->evidence : "",
                     request->reason ? "; reason: " : "", request->reason ? request->reason : "");
    }
    fputs(buf.data, stdout);
    return kin_ledger_is_sound(desk->ledger);
}

static bool decide_one(const struct desk *desk, const char *number, const char *status)
{
    struct kin_ledger_request request;
    if (!kin_ledger_request_find(desk->ledger, strtoll(number, NULL, 10), &request)) {
        return false;
    }
    bool waits = strcmp(request.status, "waiting") == 0;
    bool fits = strcmp(status, "approved") == 0 ? waits : waits || strcmp(request.status, "approved") == 0;
    if (!fits) {
        kin_report(&desk->ctx->diags, KIN_E7043, (struct kin_span){0}, number, request.status, NULL);
        return false;
    }
    request.status = status;
    request.reason = argument_of(desk->arguments, REASON);
    return kin_ledger_request_put(desk->ledger, &request);
}

/* All of them or none. */
static bool decide(const struct desk *desk, const char *status)
{
    bool fine = kin_ledger_begin(desk->ledger);
    for (size_t i = 1; i < desk->arguments->operand_count && fine; i++) {
        fine = decide_one(desk, desk->arguments->operands[i], status);
    }
    return fine && kin_ledger_commit(desk->ledger);
}

static bool print_approved(const struct desk *desk)
{
    struct kin_ledger_request *requests;
    bool fine = issued_finish(desk->ctx, desk->ledger, desk->day);
    size_t count = fine ? kin_ledger_requests(desk->ledger, "approved", &requests) : 0;
    for (size_t i = 0; i < count && kin_ledger_is_sound(desk->ledger); i++) {
        bool served = serve(desk, &requests[i]);
        if (!served) {
            kin_ledger_undo(desk->ledger);
        }
        fine = served && fine;
    }
    if (fine && count == 0) {
        puts("no request is approved and waits to be printed");
    }
    return fine;
}

/* ---- The command ---------------------------------------------------------------------------------------------------
 */

static bool read_policy(struct desk *desk)
{
    const char *path = argument_of(desk->arguments, POLICY);
    kin_ctx *ctx = desk->ctx;
    desk->policy = kin_retake_usual();
    if (!path) {
        return true;
    }
    struct kin_source *source = kin_file_read(ctx->arena, &ctx->diags, path);
    struct kin_csv *csv = source ? kin_csv_parse(ctx->arena, &ctx->diags, source) : NULL;
    return csv && kin_retake_read(&ctx->diags, csv, &desk->policy);
}

static bool prepare(struct desk *desk)
{
    const char *folder = argument_of(desk->arguments, OUTPUT);
    desk->ledger = read_policy(desk) ? ledger_of(desk->ctx, desk->arguments, LEDGER, KIN_LEDGER_EXISTING) : NULL;
    desk->folder = desk->ledger ? issue_folder(desk->ctx, folder ? folder : ".") : NULL;
    return desk->folder != NULL;
}

enum verb { AT_ONCE, ASK, LIST, APPROVE, REFUSE, PRINT, NO_VERB };

static enum verb verb_of(const struct arguments *arguments)
{
    static const char *const verbs[] = {"", "request", "list", "approve", "refuse", "print"};
    const char *word = arguments->operand_count ? arguments->operands[0] : "";
    for (int i = 0; i < NO_VERB; i++) {
        bool numbers = i == APPROVE || i == REFUSE;
        if (strcmp(word, verbs[i]) == 0) {
            bool fits = numbers ? arguments->operand_count > 1 : arguments->operand_count <= 1;
            return fits ? (enum verb)i : NO_VERB;
        }
    }
    return NO_VERB;
}

static bool act(const struct desk *desk, enum verb verb)
{
    switch (verb) {
    case AT_ONCE:
        return at_once(desk);
    case ASK:
        return ask(desk);
    case LIST:
        return show(desk);
    case APPROVE:
        return decide(desk, "approved");
    case REFUSE:
        return decide(desk, "refused");
    case PRINT:
        return print_approved(desk);
    case NO_VERB:
        break;
    }
    return false;
}

static int run(const struct arguments *arguments)
{
    enum verb verb = verb_of(arguments);
    if (verb == NO_VERB) {
        return usage_error(&command_reassess, "say nothing, 'request', 'list', 'approve N', 'refuse N' or 'print'");
    }
    if (verb <= ASK && !argument_of(arguments, STUDENT)) {
        return usage_error(&command_reassess, "say who asks, with --student ID");
    }
    struct desk desk = {.arguments = arguments, .ctx = context_with_banks(arguments, BANK)};
    desk.day = desk.ctx ? date_of(&command_reassess, desk.ctx, arguments, DATE) : NULL;
    int status = EXIT_USAGE;
    if (desk.day && issue_naming(&command_reassess, arguments, NAMES, &desk.naming)) {
        status = prepare(&desk) && act(&desk, verb) ? EXIT_DONE : EXIT_INPUT;
        print_messages(desk.ctx);
    }
    kin_ledger_close(desk.ledger);
    kin_ctx_free(desk.ctx);
    return status;
}

const struct command command_reassess = {
    .name = "reassess",
    .synopsis = "--student ID [--objective CODE]... | request ... | list | approve N... | refuse N... | print",
    .doc = "Give a student another try at what is not met yet, as the school's rules allow.",
    .more =
        "The new form is parallel to the one that was failed, has the next free letter, holds only what was not met,\n"
        "and has no question that the student had before or, where there are others left, a classmate had. Paper,\n"
        "key and a slip are printed at once, or the reason is said why not. 'request' puts a student into the\n"
        "queue instead; 'approve' and 'refuse' decide, 'print' prints all that are approved. The usual rules:\n"
        "seven days between tries, as many as are asked for, 80% to meet an objective. A policy file changes\n"
        "them: rule,value with who, before, evidence, wait-days, window-days, until, next-test, tries, scope,\n"
        "threshold, score and letter; templates/reassessment-policy.csv shows each.",
    .options = options,
    .examples = examples,
    .run = run,
};
