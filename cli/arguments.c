#include "command.h"

#include "base/diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static void complain_of(const char *format, va_list list)
{
    char text[2048];
    vsnprintf(text, sizeof text, format, list);
    kin_arena *arena = kin_arena_new();
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add_escaped(&buf, text, strlen(text));
    fputs(buf.data, stderr);
    kin_arena_free(arena);
}

void complain(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    complain_of(format, list);
    va_end(list);
}

int usage_error(const struct command *command, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    complain("formkin %s: ", command->name);
    complain_of(format, list);
    complain("\nformkin %s: 'formkin help %s' shows what it takes\n", command->name, command->name);
    va_end(list);
    return EXIT_USAGE;
}

/* Row of an option by its name of `length` bytes, or -1. */
static int row_of(const struct command *command, const char *name, size_t length)
{
    for (int i = 0; command->options[i].name; i++) {
        if (strlen(command->options[i].name) == length && strncmp(command->options[i].name, name, length) == 0) {
            return i;
        }
    }
    return -1;
}

static bool unknown_option(const struct command *command, const char *word)
{
    const char *names[OPTIONS_MOST];
    size_t count = 0;
    while (command->options[count].name) {
        names[count] = command->options[count].name;
        count++;
    }
    const char *near = kin_nearest(word + strspn(word, "-"), names, count);
    if (near) {
        usage_error(command, "there is no option %s; did you mean %s%s?", word, strlen(near) == 1 ? "-" : "--", near);
    } else {
        usage_error(command, "there is no option %s", word);
    }
    return false;
}

static bool add_value(const struct command *command, struct arguments *arguments, int row, const char *value)
{
    if (arguments->counts[row] == VALUES_MOST) {
        usage_error(command, "--%s was given more than %d times", command->options[row].name, VALUES_MOST);
        return false;
    }
    arguments->values[row][arguments->counts[row]++] = value;
    return true;
}

static bool add_operand(const struct command *command, struct arguments *arguments, const char *word)
{
    if (arguments->operand_count == VALUES_MOST) {
        usage_error(command, "too many arguments");
        return false;
    }
    arguments->operands[arguments->operand_count++] = word;
    return true;
}

/* --name VALUE, --name=VALUE, -n VALUE, -nVALUE. *at moves on past a value in the next word. */
static bool read_option(const struct command *command, struct arguments *arguments, int argc, char **argv, int *at)
{
    const char *word = argv[*at];
    bool is_long = word[1] == '-';
    const char *name = word + (is_long ? 2 : 1);
    size_t length = is_long ? strcspn(name, "=") : 1;
    int row = row_of(command, name, length);
    if (row < 0 || is_long == (length == 1)) {
        return unknown_option(command, word);
    }
    const char *rest = name + length + (is_long && name[length] == '=');
    bool has_value = is_long ? name[length] == '=' : *rest != '\0';
    if (!command->options[row].argument) {
        return !has_value ? add_value(command, arguments, row, "") : unknown_option(command, word);
    }
    if (!has_value && *at + 1 >= argc) {
        usage_error(command, "%s needs a value: %s %s", word, word, command->options[row].argument);
        return false;
    }
    return add_value(command, arguments, row, has_value ? rest : argv[++*at]);
}

bool arguments_read(const struct command *command, int argc, char **argv, struct arguments *arguments)
{
    bool options_over = false, fine = true;
    for (int at = 0; at < argc && fine; at++) {
        if (!options_over && strcmp(argv[at], "--") == 0) {
            options_over = true;
        } else if (!options_over && argv[at][0] == '-' && argv[at][1]) {
            fine = read_option(command, arguments, argc, argv, &at);
        } else {
            fine = add_operand(command, arguments, argv[at]);
        }
    }
    return fine;
}

const char *argument_of(const struct arguments *arguments, size_t option)
{
    size_t count = arguments->counts[option];
    return count ? arguments->values[option][count - 1] : NULL;
}

bool argument_number(const struct command *command, const struct arguments *arguments, size_t option, long long low,
                     long long high, long long *number)
{
    const char *text = argument_of(arguments, option);
    if (!text) {
        return true;
    }
    char *end;
    errno = 0;
    long long value = strtoll(text, &end, 10);
    if (end == text || *end || errno || value < low || value > high) {
        usage_error(command, "--%s takes a whole number from %lld to %lld, not '%s'", command->options[option].name,
                    low, high, text);
        return false;
    }
    *number = value;
    return true;
}
