#include "command.h"

#include "form/plan.h"

#include <ctype.h>
#include <string.h>
#include <unistd.h>

enum { RESPONSE, STANDARD, ID, OUTPUT };

static const struct option_row options[] = {
    {"response", "KIND", "of a template: value, choice, multi-select, open ... (value)"},
    {"standard", "CODE", "the standard that it assesses, in any spelling"},
    {"id", "ID", "its name: small letters, digits and hyphens"},
    {"o", "FILE", "where it goes (ID.xml); a file that is there is never overwritten"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin new template --response choice --standard 6.RP.A.3c --id sale-price",
                                       "formkin new bank --id grade-7-percent -o percent.xml",
                                       "formkin new assessment --id friday-quiz", NULL};

extern const struct command command_new;

struct skeleton {
    const char *name;
    const unsigned char *bytes; /* text, ends with NUL */
};
#include "skeletons.inc"

/* What is to be written, and the name of its skeleton: a template's is that of its kind of response. */
struct wanted {
    const char *what, *name;
};

/* ---- Which skeleton --------------------------------------------------------------------------------------------- */

static const char *skeleton_of(const char *name)
{
    for (size_t i = 0; i < sizeof skeletons / sizeof *skeletons; i++) {
        if (strcmp(skeletons[i].name, name) == 0) {
            return (const char *)skeletons[i].bytes;
        }
    }
    return NULL;
}

static int no_kind(const char *kind)
{
    kin_arena *arena = kin_arena_new();
    struct kin_buf all = kin_buf_in(arena);
    for (int i = 0; i < KIN_RESPONSE_KIND_COUNT; i++) {
        kin_buf_addf(&all, "%s%s", i ? ", " : "", kin_response_kind_name((enum kin_response_kind)i));
    }
    usage_error(&command_new, "--response takes one of %s, not '%s'", all.data, kind);
    kin_arena_free(arena);
    return EXIT_USAGE;
}

/* ---- What stands in it ------------------------------------------------------------------------------------------ */

struct filling {
    const char *id, *framework;
    const char *standard; /* NULL: the skeleton's own */
};

static void add_standard(struct kin_buf *buf, const struct filling *filling, const char *own, size_t length)
{
    if (filling->standard) {
        kin_buf_add(buf, filling->standard);
    } else {
        kin_buf_add_n(buf, own, length);
    }
}

/* Put id, framework and standard in the place of @id@, @framework@ and @standard|7.EE.B.4a@. */
static const char *fill(kin_arena *arena, const char *text, const struct filling *filling)
{
    static const char id[] = "@id@", framework[] = "@framework@", standard[] = "@standard|";
    struct kin_buf buf = kin_buf_in(arena);
    while (*text) {
        if (strncmp(text, id, sizeof id - 1) == 0) {
            kin_buf_add(&buf, filling->id);
            text += sizeof id - 1;
        } else if (strncmp(text, framework, sizeof framework - 1) == 0) {
            kin_buf_add(&buf, filling->framework);
            text += sizeof framework - 1;
        } else if (strncmp(text, standard, sizeof standard - 1) == 0) {
            text += sizeof standard - 1;
            size_t length = strcspn(text, "@");
            add_standard(&buf, filling, text, length);
            text += length + 1;
        } else {
            kin_buf_add_char(&buf, *text++);
        }
    }
    return buf.data;
}

static bool is_id(const char *text)
{
    bool fine = *text && *text != '-' && text[strlen(text) - 1] != '-' && strlen(text) <= 60;
    for (; *text; text++) {
        fine = fine && (islower((unsigned char)*text) || isdigit((unsigned char)*text) || *text == '-');
    }
    return fine;
}

/* The standard that was asked for, and the framework that it is of; false after reporting. */
static bool find_standard(kin_ctx *ctx, const char *spelling, struct filling *filling)
{
    const struct kin_library *library = ctx->library;
    filling->framework = "ccss-math";
    if (!spelling) {
        return true;
    }
    const struct kin_standard *standard =
        kin_plan_known_standard(ctx->arena, &ctx->diags, library, (struct kin_span){0}, spelling);
    for (size_t i = 0; standard && i < library->framework_count; i++) {
        if (kin_standard_find(library->frameworks[i], spelling) == standard) {
            filling->framework = library->frameworks[i]->id;
            filling->standard = standard->code;
            return true;
        }
    }
    return false;
}

/* ---- The command ------------------------------------------------------------------------------------------------ */

static bool write_new(kin_ctx *ctx, const char *path, const char *text)
{
    if (access(path, F_OK) == 0) {
        kin_report(&ctx->diags, KIN_E517, (struct kin_span){0}, path, NULL);
        return false;
    }
    if (!kin_file_write(&ctx->diags, path, text, strlen(text), KIN_FILE_SHARED)) {
        return false;
    }
    printf("%s\n", path);
    return true;
}

static void say_next(const struct wanted *wanted, const char *path, const char *id)
{
    if (strcmp(wanted->what, "assessment") == 0) {
        printf("Print it:       formkin make %s --standard 7.EE.B.4a -o %s\n", path, id);
        return;
    }
    printf("Check it:       formkin check %s\n", path);
    if (strcmp(wanted->what, "bank") == 0) {
        printf("Look at it:     formkin preview %s-sum --bank %s\n", id, path);
    } else {
        printf("Look at it:     formkin preview %s\n", path);
    }
}

static int write_filled(kin_ctx *ctx, const struct arguments *arguments, const struct wanted *wanted)
{
    struct filling filling = {.id = argument_of(arguments, ID)};
    filling.id = filling.id ? filling.id : kin_format(ctx->arena, "my-%s", wanted->name);
    if (!is_id(filling.id)) {
        return usage_error(&command_new, "--id takes small letters, digits and hyphens, not '%s'", filling.id);
    }
    const char *path = argument_of(arguments, OUTPUT);
    path = path ? path : kin_format(ctx->arena, "%s.xml", filling.id);
    bool fine = find_standard(ctx, argument_of(arguments, STANDARD), &filling) &&
                write_new(ctx, path, fill(ctx->arena, skeleton_of(wanted->name), &filling));
    if (fine) {
        say_next(wanted, path, filling.id);
    }
    print_messages(ctx);
    return fine ? EXIT_DONE : EXIT_INPUT;
}

/* ---- The command line ------------------------------------------------------------------------------------------- */

static int read_wanted(const struct arguments *arguments, struct wanted *wanted)
{
    const char *kind = argument_of(arguments, RESPONSE);
    wanted->what = wanted->name = arguments->operand_count == 1 ? arguments->operands[0] : "";
    if (strcmp(wanted->what, "template") == 0) {
        wanted->name = kind ? kind : kin_response_kind_name(KIN_RESPONSE_VALUE);
        bool known = kin_response_kind_named(wanted->name) >= 0 && skeleton_of(wanted->name);
        return known ? EXIT_DONE : no_kind(wanted->name);
    }
    if (strcmp(wanted->what, "bank") != 0 && strcmp(wanted->what, "assessment") != 0) {
        return usage_error(&command_new, "say what: template, bank or assessment");
    }
    return kind ? usage_error(&command_new, "only a template has a --response") : EXIT_DONE;
}

static int run(const struct arguments *arguments)
{
    struct wanted wanted;
    int status = read_wanted(arguments, &wanted);
    if (status != EXIT_DONE) {
        return status;
    }
    kin_ctx *ctx = kin_ctx_new(data_folder());
    status = ctx ? write_filled(ctx, arguments, &wanted) : EXIT_INPUT;
    kin_ctx_free(ctx);
    return status;
}

const struct command command_new = {
    .name = "new",
    .synopsis = "template|bank|assessment [--response KIND] [--standard CODE] [--id ID] [-o FILE]",
    .doc = "Write a file to begin with: a template of a kind of response, a bank or an assessment.",
    .more = "What is written passes 'formkin check' as it is, prints, and says in comments what its parts are for.\n"
            "Change it step by step, and check it after each step. KIND is value (an answer on a line), choice, multi-select,\n"
            "grid, match, order, blanks, draw or open (answered in words).",
    .options = options,
    .examples = examples,
    .run = run,
};
