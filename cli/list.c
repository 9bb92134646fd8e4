#include "command.h"

#include "bank/paper_style.h"
#include "base/file.h"
#include "form/plan.h"
#include "value/language.h"

#include <stdlib.h>
#include <string.h>

enum { BANK, LANGUAGE, CAPACITY };

static const struct option_row options[] = {
    {"bank", "PATH", "a bank file or folder instead of the shipped banks; repeatable"},
    {"language", "TAG", "only templates with texts in this language: es"},
    {"capacity", NULL, "how many forms each template is good for"},
    {NULL, NULL, NULL},
};
static const char *const examples[] = {"formkin list",
                                       "formkin list 7.EE",
                                       "formkin list --bank my-bank.xml",
                                       "formkin list --language es",
                                       "formkin list styles",
                                       NULL};

extern const struct command command_list;

struct listing {
    const char *wanted, *language;               /* NULL: all */
    const struct kin_standard *const *standards; /* that `wanted` spells; none: the beginning of a code */
    size_t standard_count;
    bool capacity;
    const struct kin_template **items;
    size_t count, room;
};

static int by_standard(const void *a, const void *b)
{
    const struct kin_template *x = *(const struct kin_template *const *)a;
    const struct kin_template *y = *(const struct kin_template *const *)b;
    int order = strcmp(x->standard, y->standard);
    order = order ? order : x->level - y->level;
    return order ? order : strcmp(x->id, y->id);
}

/* Any spelling of a standard, or the beginning of a code: "7.EE". */
static bool is_wanted(const struct kin_template *template, const struct listing *listing)
{
    const char *wanted = listing->wanted;
    if (listing->language && !kin_template_speaks(template, listing->language)) {
        return false;
    }
    for (size_t i = 0; i < listing->standard_count; i++) {
        if (kin_template_asks(template, listing->standards[i])) {
            return true;
        }
    }
    return !wanted || strncasecmp(template->standard, wanted, strlen(wanted)) == 0;
}

static void gather(kin_ctx *ctx, struct listing *listing)
{
    for (size_t b = 0; b < ctx->library->bank_count; b++) {
        const struct kin_bank *bank = ctx->library->banks[b];
        for (size_t t = 0; t < bank->count; t++) {
            if (!bank->templates[t]->variant_count && is_wanted(bank->templates[t], listing)) {
                KIN_PUSH(ctx->arena, listing->items, listing->count, listing->room) = bank->templates[t];
            }
        }
    }
    if (listing->count) {
        qsort(listing->items, listing->count, sizeof *listing->items, by_standard);
    }
}

static void print_heading(const struct kin_library *library, const char *code)
{
    const struct kin_standard *standard = kin_plan_standard(library, code);
    printf("%s  %s\n", code, standard ? standard->description : "");
}

/* "about 313 forms": instances of a cell that a slot takes. */
static void print_capacity(const struct kin_template *template)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags quiet = kin_diags_in(arena); /* what is wrong with a template, check says */
    const struct kin_draw_options drawing = {.seed = {.number = 1}};
    struct kin_draw *draw = kin_draw_open(arena, &quiet, template, &drawing);
    if (draw) {
        struct kin_count count = kin_draw_capacity(draw);
        printf("%*s%s%llu form%s\n", 11, "", count.estimated ? "about " : "", (unsigned long long)count.number,
               count.number == 1 ? "" : "s");
    }
    kin_arena_free(arena);
}

static void print_listing(kin_ctx *ctx, const struct listing *listing)
{
    for (size_t i = 0; i < listing->count; i++) {
        const struct kin_template *template = listing->items[i];
        if (i == 0 || strcmp(listing->items[i - 1]->standard, template->standard) != 0) {
            print_heading(ctx->library, template->standard);
        }
        const struct kin_translation *translation =
            listing->language ? kin_template_translation(template, listing->language) : NULL;
        printf("  level %d  %-28s %s", template->level, template->id,
               translation ? translation->template->title : template->title);
        puts(template->base ? kin_format(ctx->arena, " (of %s)", template->base->id) : "");
        if (listing->capacity) {
            print_capacity(template);
        }
    }
}

static int nothing(const struct listing *listing)
{
    const char *wanted = listing->wanted;
    complain("formkin list: the banks have no item template%s%s%s%s%s\n", wanted ? " for '" : "", wanted ? wanted : "",
             wanted ? "'" : "", listing->language ? " in " : "",
             listing->language ? kin_language_name(listing->language) : "");
    if (wanted && !listing->standard_count) {
        fputs("formkin list: no standard has that name; codes look like 7.EE.B.4a or A-REI.B.3\n", stderr);
    }
    return EXIT_INPUT;
}

static int unknown_language(const char *tag)
{
    size_t count;
    const struct kin_language *rows = kin_languages(&count);
    complain("formkin list: there is no language '%s'; the languages are", tag);
    for (size_t i = 0; i < count; i++) {
        complain("%s %s (%s)", i ? "," : "", rows[i].tag, rows[i].name);
    }
    fputs("\n", stderr);
    return EXIT_USAGE;
}

/* ---- Paper styles ----------------------------------------------------------------------------------------------- */

static int list_styles(void)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_paths paths = {0};
    kin_files_below(arena, &diags, kin_format(arena, "%s/templates/styles", data_folder()), ".xml", &paths);
    for (size_t i = 0; i < paths.count; i++) {
        const struct kin_paper_style *style = kin_paper_style_load(arena, &diags, paths.items[i]);
        if (style) {
            printf("%-16s %s\n", style->id, style->title);
        }
    }
    for (size_t i = 0; i < diags.count; i++) {
        struct kin_buf buf = kin_buf_in(arena);
        kin_diag_write(&buf, &diags.items[i]);
        fputs(buf.data, stderr);
    }
    int status = diags.errors ? EXIT_INPUT : EXIT_DONE;
    kin_arena_free(arena);
    return status;
}

static int run(const struct arguments *arguments)
{
    if (arguments->operand_count && strcmp(arguments->operands[0], "styles") == 0) {
        return list_styles();
    }
    struct listing listing = {.wanted = arguments->operand_count ? arguments->operands[0] : NULL,
                              .language = argument_of(arguments, LANGUAGE),
                              .capacity = arguments->counts[CAPACITY] > 0};
    if (listing.language && !kin_language_of(listing.language)) {
        return unknown_language(listing.language);
    }
    kin_ctx *ctx = context_with_banks(arguments, BANK);
    if (!ctx) {
        return EXIT_INPUT;
    }
    listing.standard_count =
        listing.wanted ? kin_plan_standards(ctx->arena, ctx->library, listing.wanted, &listing.standards) : 0;
    gather(ctx, &listing);
    print_listing(ctx, &listing);
    print_messages(ctx);
    int status = listing.count ? (ctx->diags.errors ? EXIT_INPUT : EXIT_DONE) : nothing(&listing);
    kin_ctx_free(ctx);
    return status;
}

const struct command command_list = {
    .name = "list",
    .synopsis = "[STANDARD|styles] [--bank PATH]... [--language TAG] [--capacity]",
    .doc = "Show which standards and levels the banks have item templates for, or the paper styles.",
    .options = options,
    .examples = examples,
    .run = run,
};
