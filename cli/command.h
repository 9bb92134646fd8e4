/* Commands: one descriptor in a file of its own, one row in commands.def. Help follows from the descriptors; the man
 * page, man/formkin.1, is written by hand. */
#ifndef KIN_CLI_COMMAND_H
#define KIN_CLI_COMMAND_H

#include "job/context.h"

#include <stdbool.h>
#include <stdio.h>

/* How a command ends: 0 done, 1 the input is at fault, 2 the command line is. */
enum { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USAGE = 2 };

struct option_row {
    const char *name;     /* "standard"; given as --standard, and as -o for one letter */
    const char *argument; /* "CODE"; NULL: a flag */
    const char *doc;
};

enum { OPTIONS_MOST = 32, VALUES_MOST = 64 };

/* A command line after reading: values by option row, in the order given, and what is not an option. */
struct arguments {
    const char *values[OPTIONS_MOST][VALUES_MOST];
    size_t counts[OPTIONS_MOST];
    const char *operands[VALUES_MOST];
    size_t operand_count;
};

struct command {
    const char *name;
    const char *synopsis;             /* after "formkin NAME " */
    const char *doc;                  /* one sentence */
    const char *more;                 /* paragraphs for `formkin help NAME`; may be NULL */
    const struct option_row *options; /* ends with a NULL name; rows are indices of arguments.values */
    const char *const *examples;      /* command lines, ends with NULL */
    int (*run)(const struct arguments *arguments);
};

const struct command *command_named(const char *name); /* NULL: none */
const struct command *const *commands(size_t *count);

/* Read argv[0..] (without program and command). Returns false after saying what is wrong. */
bool arguments_read(const struct command *command, int argc, char **argv, struct arguments *arguments);

/* The last value of an option, or NULL; whether it was given. */
const char *argument_of(const struct arguments *arguments, size_t option);

/* A whole number from low to high; says what is wrong and returns false otherwise. Leaves *number alone when the option
 * was not given. */
bool argument_number(const struct command *command, const struct arguments *arguments, size_t option, long long low,
                     long long high, long long *number);

/* To standard error, with control characters shown escaped: what people typed and what stands in files may hold any. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* What `formkin help` says of the bank language: of an element, a function, or one of the lists elements, functions,
 * answers. `before` is printed first. False, with nothing printed, for other names. */
bool print_reference(const char *name, const char *before);

/* "formkin make: MESSAGE", with a pointer to the help; returns EXIT_USAGE. */
int usage_error(const struct command *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Where the shipped banks and assessment templates are: the environment's FORMKIN_DATA, beside the installed program,
 * or the source tree. */
const char *data_folder(void);

/* A context with standards and the like, without banks; NULL after printing messages. */
kin_ctx *context_bare(void);

/* A context with the banks of option row `bank`, or the shipped ones when it was not given. NULL after printing
 * messages. */
kin_ctx *context_with_banks(const struct arguments *arguments, size_t bank_option);

/* Messages to standard error. */
void print_messages(kin_ctx *ctx);

#endif
