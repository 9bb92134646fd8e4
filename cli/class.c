#include "ledger.h"

#include "base/file.h"
#include "base/names.h"
#include "ledger/roster.h"

#include <string.h>

enum { CLASS, LEDGER, DATE };

static const struct option_row options[] = {
    {"class", "ID", "the class of students whose row names none"},
    LEDGER_OPTION,
    DATE_OPTION,
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin class import roster.csv",
                                       "formkin class import names.txt --class 7B",
                                       "formkin class import oneroster-export",
                                       "formkin class list",
                                       "formkin class list 7B",
                                       NULL};

extern const struct command command_class;

/* ---- import ---- */

static void print_change(const struct kin_roster_change *change)
{
    printf("%s: %zu student%s", change->class_id, change->students, change->students == 1 ? "" : "s");
    const struct {
        size_t count;
        const char *what;
    } news[] = {{change->joined, "joined"}, {change->left, "left"}, {change->rewritten, "renamed or the like"}};
    for (size_t i = 0; i < sizeof news / sizeof *news; i++) {
        if (news[i].count) {
            printf(", %zu %s", news[i].count, news[i].what);
        }
    }
    putchar('\n');
}

struct names {
    const char **items;
    size_t count, room;
};

/* "large-print-18": what is in the folder of paper styles. */
static struct names style_names(kin_ctx *ctx)
{
    struct names names = {0};
    struct kin_paths paths = {0};
    const char *folder = kin_format(ctx->arena, "%s/templates/styles", data_folder());
    kin_files_below(ctx->arena, &ctx->diags, folder, ".xml", &paths);
    for (size_t i = 0; i < paths.count; i++) {
        const char *file = paths.items[i] + strlen(folder) + 1;
        KIN_PUSH(ctx->arena, names.items, names.count, names.room) =
            kin_copy_n(ctx->arena, file, strlen(file) - strlen(".xml"));
    }
    return names;
}

/* A style that is misspelt is found here, not on the morning of the test. */
static bool styles_are_known(kin_ctx *ctx, const struct kin_roster *roster)
{
    struct names names = style_names(ctx);
    bool fine = true;
    for (size_t i = 0; i < roster->rows.count; i++) {
        const struct kin_roster_row *row = &roster->rows.items[i];
        if (row->style && kin_name_index(names.items, names.count, row->style) < 0) {
            const char *near = kin_nearest(row->style, names.items, names.count);
            kin_report(&ctx->diags, KIN_E7025, row->span, row->style, NULL);
            if (near) {
                kin_report_mend(&ctx->diags, "did you mean '%s'?", near);
            }
            fine = false;
        }
    }
    return fine;
}

static bool import(kin_ctx *ctx, const struct arguments *arguments, const char *day)
{
    struct kin_roster *roster =
        kin_roster_read(ctx->arena, &ctx->diags, arguments->operands[1], argument_of(arguments, CLASS));
    roster = roster && styles_are_known(ctx, roster) ? roster : NULL;
    struct kin_ledger *ledger = roster ? ledger_of(ctx, arguments, LEDGER, KIN_LEDGER_CREATE) : NULL;
    struct kin_roster_change *changes;
    size_t count = ledger ? kin_roster_put(ledger, roster, day, &changes) : 0;
    for (size_t i = 0; i < count; i++) {
        print_change(&changes[i]);
    }
    if (count) {
        print_unread(ctx->arena, &roster->unread);
    }
    kin_ledger_close(ledger);
    return count > 0;
}

/* ---- list ---- */

static void print_classes(struct kin_ledger *ledger)
{
    struct kin_ledger_class *classes;
    size_t count = kin_ledger_classes(ledger, &classes);
    for (size_t i = 0; i < count; i++) {
        const char *title = classes[i].title;
        printf("%s%s%s: %zu student%s\n", classes[i].id, title ? ", " : "", title ? title : "", classes[i].students,
               classes[i].students == 1 ? "" : "s");
    }
}

static void print_student(const struct kin_ledger_student *student)
{
    const struct {
        const char *text, *before;
    } facts[] = {{student->family, ""},
                 {student->given, ""},
                 {student->interest, "interest "},
                 {student->style, "style "},
                 {student->language, "language "}};
    fputs(student->id, stdout);
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (facts[i].text) {
            printf(", %s%s", facts[i].before, facts[i].text);
        }
    }
    putchar('\n');
}

static void print_students(struct kin_ledger *ledger, const char *id)
{
    struct kin_ledger_class class;
    struct kin_ledger_student *students;
    size_t count = kin_ledger_class_find(ledger, id, &class) ? kin_ledger_students(ledger, class.id, &students) : 0;
    for (size_t i = 0; i < count; i++) {
        print_student(&students[i]);
    }
}

static bool list(kin_ctx *ctx, const struct arguments *arguments)
{
    struct kin_ledger *ledger = ledger_of(ctx, arguments, LEDGER, KIN_LEDGER_EXISTING);
    if (ledger && arguments->operand_count > 1) {
        print_students(ledger, arguments->operands[1]);
    } else if (ledger) {
        print_classes(ledger);
    }
    kin_ledger_close(ledger);
    return ctx->diags.errors == 0;
}

/* ---- The command ---- */

static int run(const struct arguments *arguments)
{
    const char *verb = arguments->operand_count ? arguments->operands[0] : "";
    bool imports = strcmp(verb, "import") == 0 && arguments->operand_count == 2;
    bool lists = strcmp(verb, "list") == 0 && arguments->operand_count <= 2;
    if (!imports && !lists) {
        return usage_error(&command_class, "say 'import' and a file, or 'list' and perhaps a class");
    }
    kin_ctx *ctx = context_bare();
    const char *day = ctx ? date_of(&command_class, ctx, arguments, DATE) : NULL;
    int status = day ? EXIT_INPUT : EXIT_USAGE;
    if (day && (imports ? import(ctx, arguments, day) : list(ctx, arguments))) {
        status = EXIT_DONE;
    }
    if (ctx) {
        print_messages(ctx);
    }
    kin_ctx_free(ctx);
    return status;
}

const struct command command_class = {
    .name = "class",
    .synopsis = "import FILE [--class ID] | list [ID]",
    .doc = "Bring rosters into the ledger, and show who is in a class.",
    .more =
        "FILE is a table with a header (columns student_id, family, given, class, interest, style, language; the "
        "names\n"
        "that other programs give them are understood), a gradebook of Canvas, a list of names or numbers, one a\n"
        "line, or the folder of a OneRoster export. Ids are texts: 07 is not 7. Names may be left out. Whoever is in\n"
        "the class but not in the file any more has left it; what is recorded of them stays. The ledger is one\n"
        "file, formkin.db or what --ledger names, made by the first import and readable by its owner alone.",
    .options = options,
    .examples = examples,
    .run = run,
};
