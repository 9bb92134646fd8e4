#include "command.h"
#include "reference.h"

#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

/* The text of a row has places for what a message is about; nobody needs to see their numbers. */
static const char *plain_text(kin_arena *arena, const char *text)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (; *text; text++) {
        if (text[0] == '%' && text[1] >= '1' && text[1] <= '9') {
            kin_buf_add(&buf, "...");
            text++;
        } else {
            kin_buf_add_char(&buf, *text);
        }
    }
    return buf.data ? buf.data : "";
}

static void add_row(struct sheet *sheet, kin_arena *arena, const struct kin_diag_row *row)
{
    static const char *const severities[] = {"note", "warning", "error"};
    const char *text = plain_text(arena, row->text);
    sheet_heading(sheet, row->name, kin_format(arena, "%s (%s): %s", row->name, severities[row->severity], text));
    sheet_text(sheet, row->explanation);
}

/* By number, errors before warnings of the same number: E401 ... E432, W401 ..., E501. The table has them by topic. */
static int by_number(const void *a, const void *b)
{
    const struct kin_diag_row *x = *(const struct kin_diag_row *const *)a, *y = *(const struct kin_diag_row *const *)b;
    int family = x->name[1] - y->name[1];
    return family ? family : strcmp(x->name, y->name);
}

static const struct kin_diag_row **in_order(kin_arena *arena)
{
    const struct kin_diag_row **rows = KIN_NEW_N(arena, const struct kin_diag_row *, KIN_DIAG_COUNT);
    for (int id = 0; id < KIN_DIAG_COUNT; id++) {
        rows[id] = kin_diag_row((enum kin_diag_id)id);
    }
    qsort(rows, KIN_DIAG_COUNT, sizeof *rows, by_number);
    return rows;
}

void topic_diagnostics(struct sheet *sheet)
{
    kin_arena *arena = kin_arena_new();
    const struct kin_diag_row **rows = in_order(arena);
    for (int i = 0; i < KIN_DIAG_COUNT; i++) {
        add_row(sheet, arena, rows[i]);
    }
    kin_arena_free(arena);
}

static int list_all(void)
{
    kin_arena *arena = kin_arena_new();
    const struct kin_diag_row **rows = in_order(arena);
    for (int i = 0; i < KIN_DIAG_COUNT; i++) {
        printf("%s  %s\n", rows[i]->name, plain_text(arena, rows[i]->text));
    }
    kin_arena_free(arena);
    return EXIT_DONE;
}

static void print_row(const struct kin_diag_row *row)
{
    kin_arena *arena = kin_arena_new();
    struct kin_buf buf = kin_buf_in(arena);
    struct sheet sheet = {.buf = &buf};
    add_row(&sheet, arena, row);
    fputs(buf.data, stdout);
    kin_arena_free(arena);
}

static int run(const struct arguments *arguments)
{
    int status = EXIT_DONE;
    for (size_t i = 0; i < arguments->operand_count; i++) {
        const struct kin_diag_row *row = kin_diag_row_named(arguments->operands[i]);
        if (row) {
            print_row(row);
        } else {
            complain("formkin explain: there is no message %s; 'formkin explain' lists them all\n",
                     arguments->operands[i]);
            status = EXIT_USAGE;
        }
    }
    return arguments->operand_count ? status : list_all();
}

static const struct option_row options[] = {{NULL, NULL, NULL}};
static const char *const examples[] = {"formkin explain E202", NULL};

const struct command command_explain = {
    .name = "explain",
    .synopsis = "[ID...]",
    .doc = "Say more about a message: why it is refused and how to mend it.",
    .options = options,
    .examples = examples,
    .run = run,
};
