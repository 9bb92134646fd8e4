#include "command.h"

#include "base/diag.h"

#include <string.h>

static void print_wrapped(const char *text)
{
    enum { WIDTH = 78 };
    size_t column = 0;
    while (*text) {
        size_t length = strcspn(text, " ");
        if (column && column + 1 + length > WIDTH) {
            putchar('\n');
            column = 0;
        }
        printf("%s%.*s", column ? " " : "", (int)length, text);
        column += length + (column ? 1 : 0);
        text += length + strspn(text + length, " ");
    }
    putchar('\n');
}

/* The text of a row has places for what a message is about; nobody needs to see their numbers. */
static void print_text(const char *text)
{
    for (; *text; text++) {
        if (text[0] == '%' && text[1] >= '1' && text[1] <= '9') {
            fputs("...", stdout);
            text++;
        } else {
            putchar(*text);
        }
    }
}

static void print_row(const struct kin_diag_row *row)
{
    static const char *const severities[] = {"note", "warning", "error"};
    printf("%s (%s): ", row->name, severities[row->severity]);
    print_text(row->text);
    fputs("\n\n", stdout);
    print_wrapped(row->explanation);
}

static int list_all(void)
{
    for (int id = 0; id < KIN_DIAG_COUNT; id++) {
        const struct kin_diag_row *row = kin_diag_row((enum kin_diag_id)id);
        printf("%s  ", row->name);
        print_text(row->text);
        putchar('\n');
    }
    return EXIT_DONE;
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
