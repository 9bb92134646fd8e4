#include "command.h"
#include "report_write.h"
#include "watch.h"

#include <string.h>

enum { BANK, DRAWS, SEED, PAPER, LANGUAGE, WATCH, OUTPUT };

static const struct option_row options[] = {
    {"bank", "PATH", "a bank file or folder instead of the shipped banks; repeatable"},
    {"draws", "N", "instances on the sheet (10)"},
    {"seed", "N", "other instances (1)"},
    {"paper", "SIZE", "letter or a4"},
    {"language", "TAG", "of the instances, where the template has texts in it: en or es (the bank's own)"},
    {"watch", NULL, "print again whenever a file that it reads is saved; Ctrl-C ends it"},
    {"o", "FILE", "the PDF (TEMPLATE-preview.pdf)"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin preview two-step-equation",
                                       "formkin preview two-step-equation --language es",
                                       "formkin preview my-bank.xml --draws 6",
                                       "formkin preview one-step-sum --bank my-bank.xml --watch -o sheet.pdf", NULL};

extern const struct command command_preview;

struct wish {
    struct kin_preview_options options;
    const char *banks[VALUES_MOST + 1];
    size_t bank_count;
    const char *output; /* NULL: by the template's name */
};

/* ---- One sheet -------------------------------------------------------------------------------------------------- */

static kin_ctx *load(const struct wish *wish)
{
    kin_ctx *ctx = kin_ctx_new(data_folder());
    for (size_t i = 0; ctx && i < wish->bank_count; i++) {
        kin_ctx_load_bank(ctx, wish->banks[i]);
    }
    return ctx;
}

static bool print_sheet(kin_ctx *ctx, const struct wish *wish)
{
    struct kin_file file;
    if (kin_preview_make(ctx, &wish->options, &file) != KIN_OK) {
        return false;
    }
    const char *path = wish->output ? wish->output : file.name;
    if (!kin_file_write(&ctx->diags, path, file.bytes, file.length, KIN_FILE_OWNER_ONLY)) {
        return false;
    }
    printf("%s\n", path);
    return true;
}

static int show(const struct wish *wish)
{
    kin_ctx *ctx = load(wish);
    bool fine = ctx && print_sheet(ctx, wish);
    if (ctx) {
        print_messages(ctx);
    }
    kin_ctx_free(ctx);
    return fine ? EXIT_DONE : EXIT_INPUT;
}

/* ---- Again and again -------------------------------------------------------------------------------------------- */

/* Banks, and what they refer to. */
static struct watch watched(kin_arena *arena, const struct wish *wish)
{
    static const char *const data[] = {"standards", "misconceptions", "words"};
    enum { DATA = sizeof data / sizeof *data };
    struct watch watch = {KIN_NEW_N(arena, const char *, wish->bank_count + DATA), 0};
    for (size_t i = 0; i < wish->bank_count; i++) {
        watch.paths[watch.count++] = wish->banks[i];
    }
    for (size_t i = 0; i < DATA; i++) {
        watch.paths[watch.count++] = kin_format(arena, "%s/item-banks/%s", data_folder(), data[i]);
    }
    return watch;
}

static int show_again(const struct wish *wish)
{
    kin_arena *arena = kin_arena_new();
    struct watch watch = watched(arena, wish);
    watch_begin();
    do {
        show(wish);
        puts("waiting for a change; Ctrl-C ends this");
        fflush(stdout);
    } while (watch_wait(&watch));
    kin_arena_free(arena);
    return EXIT_DONE;
}

/* ---- The command line ------------------------------------------------------------------------------------------- */

/* Ids have neither dots nor slashes, so TEMPLATE may also be a bank file that holds one template. */
static bool is_path(const char *operand)
{
    return strpbrk(operand, "./") != NULL;
}

static bool read_numbers(const struct arguments *arguments, struct wish *wish)
{
    long long draws = 10, seed = 1;
    if (!argument_number(&command_preview, arguments, DRAWS, 1, 200, &draws) ||
        !argument_number(&command_preview, arguments, SEED, 1, 9007199254740991, &seed)) {
        return false;
    }
    wish->options.instances = (int)draws;
    wish->options.seed = (uint64_t)seed;
    return true;
}

static int read_wish(const struct arguments *arguments, kin_arena *arena, struct wish *wish)
{
    const char *operand = arguments->operand_count ? arguments->operands[0] : NULL;
    const char *paper = argument_of(arguments, PAPER);
    if (arguments->operand_count > 1) {
        return usage_error(&command_preview, "one template at a time");
    }
    if (look_check(&command_preview, argument_of(arguments, LANGUAGE), paper) != EXIT_DONE) {
        return EXIT_USAGE;
    }
    for (size_t i = 0; i < arguments->counts[BANK]; i++) {
        wish->banks[wish->bank_count++] = arguments->values[BANK][i];
    }
    if (operand && is_path(operand)) {
        wish->banks[wish->bank_count++] = operand;
    } else {
        wish->options.template_id = operand;
    }
    if (wish->bank_count == 0) {
        wish->banks[wish->bank_count++] = kin_format(arena, "%s/item-banks", data_folder());
    }
    wish->options.paper = paper;
    wish->options.language = argument_of(arguments, LANGUAGE);
    wish->output = argument_of(arguments, OUTPUT);
    return read_numbers(arguments, wish) ? EXIT_DONE : EXIT_USAGE;
}

static int run(const struct arguments *arguments)
{
    static struct wish wish; /* the only command line */
    kin_arena *arena = kin_arena_new();
    int status = read_wish(arguments, arena, &wish);
    if (status == EXIT_DONE) {
        status = arguments->counts[WATCH] ? show_again(&wish) : show(&wish);
    }
    kin_arena_free(arena);
    return status;
}

const struct command command_preview = {
    .name = "preview",
    .synopsis = "TEMPLATE [--bank PATH] [--draws 10] [--language TAG] [--watch] [-o FILE]",
    .doc = "Print instances of one template with keys, wrong answers and solutions, to look at.",
    .more = "TEMPLATE is the id of an item template, or a bank file that holds only one. The sheet begins with what\n"
            "the template says of itself and with what check finds; each instance has its numbers, its features and\n"
            "the size of its cell. With --watch, save the bank in your editor and look at the PDF again: a viewer\n"
            "that reloads files shows the new sheet at once. When a save has a mistake, it is reported, and the last\n"
            "good sheet stays.",
    .options = options,
    .examples = examples,
    .run = run,
};
