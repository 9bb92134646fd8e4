#include "command.h"

#include <string.h>

static void print_option(const struct option_row *option)
{
    char left[64];
    snprintf(left, sizeof left, "%s%s%s%s", strlen(option->name) == 1 ? "-" : "--", option->name,
             option->argument ? " " : "", option->argument ? option->argument : "");
    printf("  %-22s %s\n", left, option->doc);
}

static void print_command(const struct command *command)
{
    printf("formkin %s %s\n\n%s\n", command->name, command->synopsis, command->doc);
    if (command->more) {
        printf("\n%s\n", command->more);
    }
    if (command->options[0].name) {
        puts("\nOptions:");
    }
    for (const struct option_row *option = command->options; option->name; option++) {
        print_option(option);
    }
    puts("\nExamples:");
    for (const char *const *example = command->examples; *example; example++) {
        printf("  %s\n", *example);
    }
}

static int overview(void)
{
    size_t count;
    const struct command *const *all = commands(&count);
    puts("Formkin prints parallel forms of mathematics assessments with matching answer keys.\n\nCommands:");
    for (size_t i = 0; i < count; i++) {
        printf("  %-10s %s\n", all[i]->name, all[i]->doc);
    }
    puts("\nStart with:  formkin make exit-ticket --standard 7.EE.B.4a --forms 2 -o tickets\n"
         "More about one of them:  formkin help make");
    return EXIT_DONE;
}

static int run(const struct arguments *arguments)
{
    if (arguments->operand_count == 0) {
        return overview();
    }
    const struct command *command = command_named(arguments->operands[0]);
    if (!command) {
        fprintf(stderr, "formkin help: there is no command '%s'\n", arguments->operands[0]);
        return EXIT_USAGE;
    }
    print_command(command);
    return EXIT_DONE;
}

static const struct option_row options[] = {{NULL, NULL, NULL}};
static const char *const examples[] = {"formkin help", "formkin help make", NULL};

const struct command command_help = {
    .name = "help",
    .synopsis = "[COMMAND]",
    .doc = "List the commands, or show what one of them takes.",
    .options = options,
    .examples = examples,
    .run = run,
};
