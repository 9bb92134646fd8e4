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
         "More about a command:  formkin help make\n"
         "For authors:           formkin help elements, help functions, help answers");
    return EXIT_DONE;
}

static int run(const struct arguments *arguments)
{
    if (arguments->operand_count == 0) {
        return overview();
    }
    const char *name = arguments->operands[0];
    const struct command *command = command_named(name);
    if (command) {
        print_command(command);
    }
    if (!print_reference(name, command ? "\n" : "") && !command) {
        complain("formkin help: there is no command, element or function '%s'\n"
                 "formkin help: 'formkin help', 'help elements' and 'help functions' list them\n",
                 name);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

static const struct option_row options[] = {{NULL, NULL, NULL}};
static const char *const examples[] = {"formkin help",
                                       "formkin help make",
                                       "formkin help elements",
                                       "formkin help pick",
                                       "formkin help functions",
                                       "formkin help gcd",
                                       NULL};

const struct command command_help = {
    .name = "help",
    .synopsis = "[COMMAND | ELEMENT | FUNCTION | elements | functions | answers]",
    .doc = "List the commands, or show what a command, element or function takes.",
    .options = options,
    .examples = examples,
    .run = run,
};
