#include "make_class.h"

static bool make(kin_ctx *ctx, struct kin_ledger *ledger, const struct class_wanted *wanted,
                 const struct kin_make_options *options)
{
    struct kin_ledger_class class;
    struct kin_ledger_student *students;
    if (!kin_ledger_class_find(ledger, wanted->class_id, &class)) {
        return false;
    }
    size_t count = kin_ledger_students(ledger, class.id, &students);
    if (count == 0 || count > KIN_MOST_FORMS) {
        kin_report(&ctx->diags, KIN_E7034, (struct kin_span){0}, class.id, kin_format(ctx->arena, "%zu", count), NULL);
        return false;
    }
    const struct kin_issue_options issue = {
        .make = *options,
        .class_id = class.id,
        .students = students,
        .student_count = count,
        .alone = wanted->alone,
        .naming = wanted->naming,
        .name = wanted->name,
        .today = wanted->day,
        .folder = issue_folder(ctx, wanted->folder),
    };
    struct kin_issued issued;
    if (!issue.folder || kin_issue_make(ctx, ledger, &issue, &issued) != KIN_OK) {
        return false;
    }
    kin_ledger_claim(ledger, &issued.set);
    if (!issued_write(ctx, ledger, &issued, wanted->day)) {
        return false;
    }
    issued_print(ctx, &issued, wanted->folder);
    return true;
}

int make_for_class(kin_ctx *ctx, struct kin_ledger *ledger, const struct class_wanted *wanted,
                   const struct kin_make_options *options)
{
    bool fine = ledger && issued_finish(ctx, ledger, wanted->day) && make(ctx, ledger, wanted, options);
    print_messages(ctx);
    return fine ? EXIT_DONE : EXIT_INPUT;
}
