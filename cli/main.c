#include "command.h"

#include "base/diag.h"

#include <string.h>

#define KIN_COMMAND(name) extern const struct command command_##name;
#include "commands.def"
#undef KIN_COMMAND

static const struct command *const table[] = {
#define KIN_COMMAND(name) &command_##name,
#include "commands.def"
#undef KIN_COMMAND
};

enum { COUNT = sizeof table / sizeof *table };

const struct command *const *commands(size_t *count)
{
    *count = COUNT;
    return table;
}

const struct command *command_named(const char *name)
{
    for (size_t i = 0; i < COUNT; i++) {
        if (strcmp(table[i]->name, name) == 0) {
            return table[i];
        }
    }
    return NULL;
}

static int unknown(const char *name)
{
    const char *names[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        names[i] = table[i]->name;
    }
    const char *near = kin_nearest(name, names, COUNT);
    complain("formkin: there is no command '%s'", name);
    if (near) {
        complain("; did you mean '%s'?", near);
    }
    complain("\n");
    fputs("formkin: 'formkin help' lists the commands\n", stderr);
    return EXIT_USAGE;
}

/* --help works where people try it: for the program and for a command. */
static bool asks_for_help(const char *word)
{
    return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

static int run(const struct command *command, int argc, char **argv)
{
    static struct arguments arguments; /* large, and there is only one command line */
    if (argc > 0 && asks_for_help(argv[0])) {
        arguments.operands[arguments.operand_count++] = command->name;
        return command_help.run(&arguments);
    }
    if (!arguments_read(command, argc, argv, &arguments)) {
        return EXIT_USAGE;
    }
    return command->run(&arguments);
}

int main(int argc, char **argv)
{
    const char *name = argc < 2 || asks_for_help(argv[1]) ? "help" : argv[1];
    if (strcmp(name, "--version") == 0) {
        printf("formkin %s\n", kin_version());
        return EXIT_DONE;
    }
    const struct command *command = command_named(name);
    int status = command ? run(command, argc > 1 ? argc - 2 : 0, argv + 2) : unknown(name);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("formkin: standard output");
        return EXIT_INPUT;
    }
    return status;
}
