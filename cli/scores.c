#include "ledger.h"

#include "scores_show.h"

#include "base/csv_write.h"
#include "base/file.h"
#include "form/mark.h"
#include "ledger/score_import.h"

#include <string.h>

enum { SET, ASSIGNMENT, OUTPUT, STUDENT, HISTORY, LEDGER, DATE };

static const struct option_row options[] = {
    {"set", "SET", "import: the set that the file belongs to, where its rows name no form by its code"},
    {"assignment", "NAME", "import: the column of a gradebook that has the points of the set"},
    {"o", "FILE", "sheet: where to write it (SET-scores.csv)"},
    {"student", "ID", "show: this student alone"},
    {"history", NULL, "show: also what was corrected since"},
    LEDGER_OPTION,
    DATE_OPTION,
    {NULL, NULL, NULL},
};
static const char *const examples[] = {
    "formkin scores sheet exit-ticket-7B-2026-11-22",
    "formkin scores import exit-ticket-7B-2026-11-22-scores.csv",
    "formkin scores import zipgrade.csv --set exit-ticket-7B-2026-11-22 --date 2026-11-24",
    "formkin scores show exit-ticket-7B-2026-11-22 --history",
    NULL,
};

extern const struct command command_scores;

/* ---- sheet ---------------------------------------------------------------------------------------------------------
 */

enum { MOST_COLUMNS = 2000 };

struct columns {
    kin_arena *arena;
    const char *headers[MOST_COLUMNS];
    const char *names[MOST_COLUMNS]; /* of parts: "2a"; NULL for what comes before them */
    size_t count;
};

static void add_column(struct columns *columns, const char *name, const char *header)
{
    for (size_t i = 0; i < columns->count; i++) {
        if (strcmp(columns->headers[i], header) == 0) {
            return;
        }
    }
    if (columns->count < MOST_COLUMNS) {
        columns->names[columns->count] = name;
        columns->headers[columns->count++] = header;
    }
}

/* "2a" for an answer that the key marks; "2b (3 pts)" for points that a person gives. */
static const char *header_of(kin_arena *arena, const char *name, const struct kin_part *part)
{
    const char *points = kin_rat_text(arena, kin_part_points(arena, part));
    return kin_part_is_marked(part) ? name : kin_format(arena, "%s (%s pts)", name, points);
}

static void add_columns(struct columns *columns, const struct kin_set *set)
{
    static const char *const first[] = {"student_id", "family", "given", "form", "form code", "date"};
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
        add_column(columns, NULL, first[i]);
    }
    for (size_t s = 0; s < set->slot_count; s++) {
        for (size_t f = 0; f < set->form_count; f++) {
            const struct kin_item *item = set->forms[f].items[s];
            for (size_t p = 0; p < item->part_count; p++) {
                const char *name = kin_part_name(columns->arena, set->slots[s].id, &item->parts[p]);
                add_column(columns, name, header_of(columns->arena, name, &item->parts[p]));
            }
        }
    }
}

/* What the ledger has of a part already: points where a person gave them, else the answer. */
static const char *entered(struct kin_ledger *ledger, kin_arena *arena, const struct kin_ledger_issue *issue,
                           const struct kin_slot *slot, const struct kin_part *part)
{
    struct kin_score score;
    const char *label = part->label ? part->label : "";
    if (!kin_ledger_score_find(ledger, issue->student, issue->code, slot->id, label, &score)) {
        return "";
    }
    if (score.state == KIN_SCORE_POINTS) {
        return kin_part_is_marked(part) ? "" : kin_rat_text(arena, score.points);
    }
    return score.response ? score.response : "";
}

static void fill_parts(struct kin_ledger *ledger, const struct columns *columns, const struct kin_set *set,
                       const struct kin_ledger_issue *issue, const char **cells)
{
    for (size_t f = 0; f < set->form_count; f++) {
        for (size_t s = 0; s < set->slot_count && strcmp(set->forms[f].code, issue->code) == 0; s++) {
            const struct kin_item *item = set->forms[f].items[s];
            for (size_t p = 0; p < item->part_count; p++) {
                const char *name = kin_part_name(columns->arena, set->slots[s].id, &item->parts[p]);
                const char *header = header_of(columns->arena, name, &item->parts[p]);
                for (size_t c = 0; c < columns->count; c++) {
                    if (strcmp(columns->headers[c], header) == 0) {
                        cells[c] = entered(ledger, columns->arena, issue, &set->slots[s], &item->parts[p]);
                    }
                }
            }
        }
    }
}

static void add_student(struct kin_buf *buf, struct kin_ledger *ledger, const struct columns *columns,
                        const struct kin_set *set, const struct kin_ledger_issue *issue)
{
    struct kin_ledger_student student = {0};
    const char **cells = KIN_NEW_N(columns->arena, const char *, columns->count);
    kin_ledger_student_find(ledger, issue->student, &student);
    cells[0] = issue->student;
    cells[1] = student.family;
    cells[2] = student.given;
    cells[3] = issue->letter;
    cells[4] = issue->code;
    fill_parts(ledger, columns, set, issue, cells);
    kin_csv_row(buf, cells, columns->count);
}

static bool write_sheet(kin_ctx *ctx, struct kin_ledger *ledger, const struct arguments *arguments)
{
    struct kin_ledger_set found;
    struct kin_ledger_issue *issues;
    struct kin_set *set =
        kin_ledger_set_find(ledger, arguments->operands[1], &found) ? kin_ledger_set_read(ledger, &found) : NULL;
    size_t count = set ? kin_ledger_issues(ledger, &found, &issues) : 0;
    struct columns *columns = KIN_NEW(ctx->arena, struct columns);
    struct kin_buf buf = kin_buf_in(ctx->arena);
    if (!set) {
        return false;
    }
    columns->arena = ctx->arena;
    add_columns(columns, set);
    kin_csv_begin(&buf);
    kin_csv_row(&buf, columns->headers, columns->count);
    for (size_t i = 0; i < count; i++) {
        add_student(&buf, ledger, columns, set, &issues[i]);
    }
    const char *path = argument_of(arguments, OUTPUT);
    path = path ? path : kin_format(ctx->arena, "%s-scores.csv", found.name);
    if (!kin_ledger_is_sound(ledger) || !kin_file_write(&ctx->diags, path, buf.data, buf.length, KIN_FILE_OWNER_ONLY)) {
        return false;
    }
    printf("%s: %zu row%s to fill in. Answers stand below the number of the item, several with semicolons between;\n"
           "a dash means that nothing was written. Below (pts) stand points.\n",
           path, count, count == 1 ? "" : "s");
    return true;
}

/* ---- import --------------------------------------------------------------------------------------------------------
 */

static const char *name_of_file(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void print_count(size_t count, const char *one, const char *many)
{
    if (count) {
        printf(", %zu %s", count, count == 1 ? one : many);
    }
}

static void print_import(const struct kin_score_result *result)
{
    printf("%s: %zu student%s, %zu new score%s", result->set.name, result->students, result->students == 1 ? "" : "s",
           result->added, result->added == 1 ? "" : "s");
    print_count(result->corrected, "corrected", "corrected");
    print_count(result->same, "as it was", "as they were");
    print_count(result->invalid, "invalid answer", "invalid answers");
    print_count(result->unclear, "answer left for you to mark", "answers left for you to mark");
    print_count(result->refused, "row refused", "rows refused");
    putchar('\n');
}

static bool import(kin_ctx *ctx, struct kin_ledger *ledger, const struct arguments *arguments, const char *day)
{
    const char *path = arguments->operands[1];
    struct kin_source *source = kin_file_read(ctx->arena, &ctx->diags, path);
    struct kin_score_file *file =
        source ? kin_score_file_read(ctx->arena, &ctx->diags, source, argument_of(arguments, ASSIGNMENT)) : NULL;
    struct kin_score_options wanted = {.set = argument_of(arguments, SET), .today = day, .source = name_of_file(path)};
    struct kin_score_result result;
    if (file && file->row_count == 0) {
        printf("%s: no answers stand in it yet\n", wanted.source);
        return true;
    }
    if (!file || !kin_scores_import(ledger, &ctx->diags, file, &wanted, &result)) {
        return false;
    }
    print_import(&result);
    print_unread(ctx->arena, &file->unread);
    return result.refused == 0;
}

/* ---- The command ---------------------------------------------------------------------------------------------------
 */

static bool show(kin_ctx *ctx, struct kin_ledger *ledger, const struct arguments *arguments)
{
    struct scores_wanted wanted = {.set = arguments->operands[1],
                                   .student = argument_of(arguments, STUDENT),
                                   .history = arguments->counts[HISTORY] > 0};
    return scores_show(ctx, ledger, &wanted);
}

static bool work(kin_ctx *ctx, const struct arguments *arguments, const char *day)
{
    const char *verb = arguments->operands[0];
    struct kin_ledger *ledger = ledger_of(ctx, arguments, LEDGER, KIN_LEDGER_EXISTING);
    bool fine = ledger && (strcmp(verb, "sheet") == 0    ? write_sheet(ctx, ledger, arguments)
                           : strcmp(verb, "import") == 0 ? import(ctx, ledger, arguments, day)
                                                         : show(ctx, ledger, arguments));
    kin_ledger_close(ledger);
    return fine;
}

static int run(const struct arguments *arguments)
{
    const char *verb = arguments->operand_count == 2 ? arguments->operands[0] : "";
    if (strcmp(verb, "sheet") != 0 && strcmp(verb, "import") != 0 && strcmp(verb, "show") != 0) {
        return usage_error(&command_scores, "say 'sheet SET', 'import FILE' or 'show SET'");
    }
    kin_ctx *ctx = context_bare();
    const char *day = ctx ? date_of(&command_scores, ctx, arguments, DATE) : NULL;
    int status = ctx && !day ? EXIT_USAGE : EXIT_INPUT;
    if (day && work(ctx, arguments, day)) {
        status = EXIT_DONE;
    }
    if (ctx) {
        print_messages(ctx);
    }
    kin_ctx_free(ctx);
    return status;
}

const struct command command_scores = {
    .name = "scores",
    .synopsis = "sheet|import|show SET|FILE",
    .doc = "Enter what students answered, and have it marked by the key.",
    .more =
        "'sheet SET' writes a table with a row for each student who was given a form of the set, to be filled in with\n"
        "answers as they are on paper: 3/4, x >= 2, B; several of one part with semicolons between. What drawings\n"
        "and explanations earn is entered as points. 'import FILE' reads it back, and tables of ZipGrade, Gradescope\n"
        "and Canvas. A gradebook has totals alone, which are taken where they leave no doubt: all points, none, or\n"
        "those of the only question. Answers are marked by the key of the student's form, exactly; what cannot be read "
        "for certain\n"
        "is left to you. A blank is not wrong; two marks where one is asked are invalid. A row whose form, student or\n"
        "points are not known is refused with line and reason. Importing a file twice changes nothing, and a\n"
        "correction keeps what stood there before: 'show SET --history'.",
    .options = options,
    .examples = examples,
    .run = run,
};
