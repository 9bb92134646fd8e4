#include "files.h"
#include "make_class.h"

#include "base/file.h"
#include "form/set_fault.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BANK,
    STANDARD,
    LEVEL,
    ITEMS,
    FORMS,
    SEED,
    PAPER,
    OUTPUT,
    REDRAW,
    FROM,
    INTEREST,
    LANGUAGE,
    STYLE,
    SCHOOL,
    LOGO,
    SCALE,
    DUPLEX,
    TAGGED,
    TEACHER,
    STRIPS,
    CLASS,
    INDIVIDUAL,
    NAMES,
    NAME,
    LEDGER,
    DATE
};

static const struct option_row options[] = {
    {"bank", "PATH", "a bank file or folder instead of the shipped banks; repeatable"},
    {"standard", "CODE", "what to ask for, in any spelling; repeatable"},
    {"level", "1|2|3", "all items of one level: procedural, conceptual, application"},
    {"items", "N", "items per form"},
    {"forms", "N or A,B,...", "how many forms, or their letters (2)"},
    {"seed", "N", "draw these forms again: 0 to 18446744073709551615 (random)"},
    {"paper", "letter|a4", "paper size (letter)"},
    {"o", "DIR", "folder for the files; it is made when it is not there (.)"},
    {"redraw", "N", "draw item N again, on all forms; repeatable"},
    {"from", "SET", "add forms to the set of this file: --from SET.json --forms C,D"},
    {"interest", "WORD", "take stories that touch this interest where there are some: sports"},
    {"language", "TAG,...", "language of the forms: en, es; several: forms in each, the key in the first"},
    {"style", "NAME|FILE", "how forms look: 'formkin list styles' shows them (standard)"},
    {"school", "NAME", "the school's name at the head of forms"},
    {"logo", "FILE", "the school's sign at the head of forms: PNG or SVG"},
    {"scale", "FILE", "print these levels below the score boxes: a table of level, from, name, legend"},
    {"duplex", NULL, "fill up to an even number of pages, for copying on both sides"},
    {"tagged", NULL, "PDF files that can be listened to: structure, language, texts for formulas and figures"},
    {"teacher", NULL, "print the forms once more with the answers written in"},
    {"strips", NULL, "print strips of answers to lay beside the forms"},
    {"class", "ID", "papers for the students of this class, recorded in the ledger"},
    {"individual", NULL, "with --class: a form of their own for each student"},
    NAMES_OPTION,
    {"name", "NAME", "with --class: what the set is called in the ledger and its files"},
    LEDGER_OPTION,
    DATE_OPTION,
    {NULL, NULL, NULL},
};

static const char *const examples[] = {
    "formkin make exit-ticket --standard 7.EE.B.4a --forms 2 --seed 2026 -o tickets",
    "formkin make quiz --standard 8.EE.C.7b --standard 7.EE.B.4a --items 8 --paper a4",
    "formkin make exit-ticket --standard 7.NS.A.1 --seed 2026 --redraw 3",
    "formkin make exit-ticket --standard 7.RP.A.3 --language en,es",
    "formkin make quiz --standard 7.EE.B.4a --style large-print-18 --school \"Hill Street School\"",
    "formkin make exit-ticket --standard 7.EE.B.4a --class 7B -o tickets",
    "formkin make quiz --standard 8.EE.C.7b --class 7B --individual --names id",
    "formkin make --from tickets/exit-ticket.json --forms C",
    NULL,
};

extern const struct command command_make;

/* ---- Letters of forms ------------------------------------------------------------------------------------------- */

enum { FORMS_MOST = 2600 };

struct letters {
    const char **items;
    size_t count, room;
};

static bool add_named(kin_arena *arena, struct letters *letters, const char *list)
{
    while (*list) {
        size_t length = strcspn(list, ",");
        char *letter = kin_copy_n(arena, list, length);
        if (letter[0] >= 'a' && letter[0] <= 'z') {
            letter[0] = (char)(letter[0] - 'a' + 'A');
        }
        bool known = false;
        for (size_t i = 0; i < letters->count; i++) {
            known = known || strcmp(letters->items[i], letter) == 0;
        }
        if (!kin_letter_is_sound(letter) || known || letters->count == FORMS_MOST) {
            return false;
        }
        KIN_PUSH(arena, letters->items, letters->count, letters->room) = letter;
        list += length + (list[length] == ',');
    }
    return letters->count > 0;
}

static bool read_letters(kin_arena *arena, const char *text, struct letters *letters)
{
    char *end;
    long number = strtol(text, &end, 10);
    if (*end) {
        return add_named(arena, letters, text);
    }
    for (long i = 0; i < number && number <= FORMS_MOST; i++) {
        KIN_PUSH(arena, letters->items, letters->count, letters->room) = kin_letter_at(arena, (size_t)i);
    }
    return letters->count > 0;
}

/* ---- Reading the command line --------------------------------------------------------------------------------- */

static bool read_seed(const char *text, uint64_t *seed)
{
    char *end;
    errno = 0;
    *seed = strtoull(text, &end, 10);
    return *text >= '0' && *text <= '9' && !*end && !errno;
}

/* A path, or the name of a file that is shipped in `folder` of the data. NULL: neither. */
static const char *find_shipped(kin_arena *arena, const char *folder, const char *name)
{
    struct stat status;
    if (strchr(name, '/') || (stat(name, &status) == 0 && S_ISREG(status.st_mode))) {
        return name;
    }
    const char *path = kin_format(arena, "%s/%s/%s.xml", data_folder(), folder, name);
    return access(path, R_OK) == 0 ? path : NULL;
}

static int unknown_file(kin_ctx *ctx, const char *folder, const char *what, const char *name)
{
    struct kin_paths paths = {0};
    const char *path = kin_format(ctx->arena, "%s/%s", data_folder(), folder);
    kin_files_below(ctx->arena, &ctx->diags, path, ".xml", &paths);
    complain("formkin make: there is no %s '%s'; the shipped ones are", what, name);
    for (size_t i = 0, shown = 0; i < paths.count; i++) {
        const char *file = paths.items[i] + strlen(path) + 1;
        if (!strchr(file, '/')) {
            complain("%s %.*s", shown++ ? "," : "", (int)strcspn(file, "."), file);
        }
    }
    fputs(".\nformkin make: a path to a file of your own works, too\n", stderr);
    return EXIT_USAGE;
}

struct wanted {
    struct kin_make_options options;
    struct letters letters;
    size_t redraws[VALUES_MOST];
    const char *languages[VALUES_MOST];
    const char *folder;
};

static int read_numbers(const struct arguments *arguments, struct wanted *wanted)
{
    long long level = 0, items = 0;
    if (!argument_number(&command_make, arguments, LEVEL, 1, 3, &level) ||
        !argument_number(&command_make, arguments, ITEMS, 1, 60, &items)) {
        return EXIT_USAGE;
    }
    wanted->options.level = (int)level;
    wanted->options.items = (int)items;
    const char *seed = argument_of(arguments, SEED);
    wanted->options.seed = kin_seed_random();
    if (seed && !read_seed(seed, &wanted->options.seed)) {
        return usage_error(&command_make, "--seed takes a whole number from 0 to 18446744073709551615, not '%s'", seed);
    }
    for (size_t i = 0; i < arguments->counts[REDRAW]; i++) {
        char *end;
        long number = strtol(arguments->values[REDRAW][i], &end, 10);
        if (*end || number < 1) {
            return usage_error(&command_make, "--redraw takes the number of an item, not '%s'",
                               arguments->values[REDRAW][i]);
        }
        wanted->redraws[wanted->options.redraw_count++] = (size_t)number;
    }
    wanted->options.redraws = wanted->redraws;
    return EXIT_DONE;
}

static int read_forms(kin_ctx *ctx, const struct arguments *arguments, struct wanted *wanted)
{
    const char *forms = argument_of(arguments, FORMS);
    if (!forms && wanted->options.from_set) {
        return usage_error(&command_make, "--from needs --forms with the letters to add, for example --forms C");
    }
    forms = forms ? forms : "2";
    if (wanted->options.from_set && forms[0] >= '0' && forms[0] <= '9') {
        return usage_error(&command_make, "with --from, --forms takes the letters to add, for example --forms C,D");
    }
    if (!read_letters(ctx->arena, forms, &wanted->letters)) {
        return usage_error(&command_make, "--forms takes a number from 1 to %d, or letters such as A,B,C, not '%s'",
                           FORMS_MOST, forms);
    }
    wanted->options.letters = wanted->letters.items;
    wanted->options.letter_count = wanted->letters.count;
    return EXIT_DONE;
}

static bool has_language(const struct wanted *wanted, const char *tag)
{
    for (size_t i = 0; i < wanted->options.language_count; i++) {
        if (strcmp(wanted->languages[i], tag) == 0) {
            return true;
        }
    }
    return false;
}

/* Given one by one, or with commas between them. Which languages there are, the library knows. */
static int read_languages(kin_ctx *ctx, const struct arguments *arguments, struct wanted *wanted)
{
    for (size_t i = 0; i < arguments->counts[LANGUAGE]; i++) {
        for (const char *at = arguments->values[LANGUAGE][i]; *at;) {
            size_t length = strcspn(at, ",");
            const char *tag = kin_copy_n(ctx->arena, at, length);
            if (!*tag || wanted->options.language_count == VALUES_MOST) {
                return usage_error(&command_make, "--language takes tags such as en,es, not '%s'", at);
            }
            if (!has_language(wanted, tag)) {
                wanted->languages[wanted->options.language_count++] = tag;
            }
            at += length + (at[length] == ',');
        }
    }
    wanted->options.languages = wanted->languages;
    return EXIT_DONE;
}

/* With --from the plan is in the set file: an option that would change it is a misunderstanding. */
static int refuse_with_from(const struct arguments *arguments)
{
    static const int refused[] = {STANDARD, LEVEL, ITEMS,  SEED, PAPER, REDRAW, INTEREST,
                                  LANGUAGE, STYLE, SCHOOL, LOGO, SCALE, DUPLEX};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        if (arguments->counts[refused[i]]) {
            return usage_error(&command_make, "--%s does not go with --from: the set file says it",
                               options[refused[i]].name);
        }
    }
    return arguments->operand_count ? usage_error(&command_make, "--from takes no assessment: the set file says it")
                                    : EXIT_DONE;
}

/* The folder of a path, "." for a bare name. */
static const char *folder_of(kin_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return !slash ? "." : slash == path ? "/" : kin_copy_n(arena, path, (size_t)(slash - path));
}

static int read_source(kin_ctx *ctx, const struct arguments *arguments, struct wanted *wanted)
{
    wanted->options.from_set = argument_of(arguments, FROM);
    wanted->folder = argument_of(arguments, OUTPUT);
    if (wanted->options.from_set) {
        wanted->folder = wanted->folder ? wanted->folder : folder_of(ctx->arena, wanted->options.from_set);
        return refuse_with_from(arguments);
    }
    wanted->folder = wanted->folder ? wanted->folder : ".";
    if (arguments->operand_count > 1) {
        return usage_error(&command_make, "'%s' is one word too many: a standard is given as --standard CODE",
                           arguments->operands[1]);
    }
    if (arguments->operand_count == 0) {
        return usage_error(&command_make, "name one assessment, for example exit-ticket or quiz");
    }
    wanted->options.assessment = find_shipped(ctx->arena, "templates", arguments->operands[0]);
    return wanted->options.assessment ? EXIT_DONE
                                      : unknown_file(ctx, "templates", "assessment template", arguments->operands[0]);
}

static int read_look(kin_ctx *ctx, const struct arguments *arguments, struct wanted *wanted)
{
    const char *style = argument_of(arguments, STYLE);
    wanted->options.school = argument_of(arguments, SCHOOL);
    wanted->options.logo = argument_of(arguments, LOGO);
    wanted->options.scale = argument_of(arguments, SCALE);
    wanted->options.duplex = arguments->counts[DUPLEX] > 0;
    wanted->options.tagged = arguments->counts[TAGGED] > 0;
    wanted->options.style = style ? find_shipped(ctx->arena, "templates/styles", style) : NULL;
    return style && !wanted->options.style ? unknown_file(ctx, "templates/styles", "paper style", style) : EXIT_DONE;
}

static int read_wanted(kin_ctx *ctx, const struct arguments *arguments, struct wanted *wanted)
{
    const char *paper = argument_of(arguments, PAPER);
    if (paper && strcmp(paper, "letter") != 0 && strcmp(paper, "a4") != 0) {
        return usage_error(&command_make, "--paper takes letter or a4, not '%s'", paper);
    }
    wanted->options.paper = paper;
    wanted->options.interest = argument_of(arguments, INTEREST);
    wanted->options.standards = arguments->values[STANDARD];
    wanted->options.standard_count = arguments->counts[STANDARD];
    int status = read_source(ctx, arguments, wanted);
    status = status == EXIT_DONE ? read_forms(ctx, arguments, wanted) : status;
    wanted->options.teacher = arguments->counts[TEACHER] > 0;
    wanted->options.strips = arguments->counts[STRIPS] > 0;
    status = status == EXIT_DONE ? read_look(ctx, arguments, wanted) : status;
    status = status == EXIT_DONE ? read_languages(ctx, arguments, wanted) : status;
    return status == EXIT_DONE ? read_numbers(arguments, wanted) : status;
}

/* ---- Making and writing --------------------------------------------------------------------------------------- */

/* Few are few when a class needs a retake: then the item is named that there are so few of. */
static void print_more(const struct kin_made *made)
{
    enum { FEW = 10 };
    const char *about = made->more_estimated ? "about " : "", *plural = made->more == 1 ? "" : "s";
    unsigned long long more = made->more;
    if (more >= FEW) {
        printf("There are %s%llu more forms like these.\n", about, more);
    } else if (more) {
        printf("There %s only %s%llu more form%s like these, because of item %s.\n", more == 1 ? "is" : "are", about,
               more, plural, made->scarce);
    } else {
        printf("There are no more forms like these, because of item %s.\n", made->scarce);
    }
}

static void print_result(const struct kin_made *made, const char *folder)
{
    printf("%zu form%s of %zu item%s, %s%s%s\n", made->form_count, made->form_count == 1 ? "" : "s", made->item_count,
           made->item_count == 1 ? "" : "s", made->label, made->reason ? ": " : "", made->reason ? made->reason : "");
    for (size_t i = 0; i < made->count; i++) {
        printf("  %s/%s\n", folder, made->files[i].name);
    }
    print_more(made);
    printf("Seed %llu: the same seed and banks print the same forms again. Keep it from students.\n",
           (unsigned long long)made->seed);
}

static int make_and_write(kin_ctx *ctx, const struct wanted *wanted)
{
    const struct kin_made *made;
    enum kin_status status = kin_make(ctx, &wanted->options, &made);
    bool fine = status == KIN_OK && files_write(ctx, wanted->folder, made->files, made->count);
    if (fine) {
        print_result(made, wanted->folder);
    }
    print_messages(ctx);
    return fine ? EXIT_DONE : EXIT_INPUT;
}

/* ---- For a class --------------------------------------------------------------------------------------------------
 */

static int refuse_without_class(const struct arguments *arguments)
{
    static const int needing[] = {INDIVIDUAL, NAMES, NAME, LEDGER, DATE};
    for (size_t i = 0; i < sizeof needing / sizeof *needing; i++) {
        if (arguments->counts[needing[i]]) {
            return usage_error(&command_make, "--%s goes with --class only", options[needing[i]].name);
        }
    }
    return EXIT_DONE;
}

static int refuse_with_class(const struct arguments *arguments)
{
    if (arguments->counts[FROM]) {
        return usage_error(&command_make, "--from does not go with --class: a set of the ledger is made at once");
    }
    if (arguments->counts[FORMS] && arguments->counts[INDIVIDUAL]) {
        return usage_error(&command_make, "--forms does not go with --individual: each student has a form");
    }
    return EXIT_DONE;
}

/* Names of sets become names of files. */
static bool name_is_sound(const char *name)
{
    const char *plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return !name || (*name && strlen(name) <= 80 && name[strspn(name, plain)] == '\0' && *name != '-');
}

static int make_class(kin_ctx *ctx, const struct arguments *arguments, const struct wanted *wanted)
{
    struct class_wanted class = {.class_id = argument_of(arguments, CLASS),
                                 .name = argument_of(arguments, NAME),
                                 .folder = wanted->folder,
                                 .alone = arguments->counts[INDIVIDUAL] > 0,
                                 .day = date_of(&command_make, ctx, arguments, DATE)};
    if (!class.day || !issue_naming(&command_make, arguments, NAMES, &class.naming)) {
        return EXIT_USAGE;
    }
    if (!name_is_sound(class.name)) {
        return usage_error(&command_make, "--name takes letters, digits and hyphens, not '%s'", class.name);
    }
    struct kin_ledger *ledger = ledger_of(ctx, arguments, LEDGER, KIN_LEDGER_EXISTING);
    int status = make_for_class(ctx, ledger, &class, &wanted->options);
    kin_ledger_close(ledger);
    return status;
}

static int run(const struct arguments *arguments)
{
    bool class = arguments->counts[CLASS] > 0;
    int refused = class ? refuse_with_class(arguments) : refuse_without_class(arguments);
    if (refused != EXIT_DONE) {
        return refused;
    }
    static struct wanted wanted; /* the only command line */
    kin_ctx *ctx = context_with_banks(arguments, BANK);
    if (!ctx) {
        return EXIT_INPUT;
    }
    int status = read_wanted(ctx, arguments, &wanted);
    if (status == EXIT_DONE) {
        status = class ? make_class(ctx, arguments, &wanted) : make_and_write(ctx, &wanted);
    }
    kin_ctx_free(ctx);
    return status;
}

const struct command command_make = {
    .name = "make",
    .synopsis = "ASSESSMENT [--standard CODE]... [--forms 2] [-o DIR]",
    .doc = "Draw parallel forms and print them with one answer key.",
    .more = "ASSESSMENT is the name of a template that is shipped (exit-ticket, quiz) or the path of a file of\n"
            "your own. Each form becomes ASSESSMENT-LETTER.pdf; ASSESSMENT-key.pdf has the answers of all forms side\n"
            "by side and worked solutions; ASSESSMENT.json, the set file, holds everything that was drawn.",
    .options = options,
    .examples = examples,
    .run = run,
};
