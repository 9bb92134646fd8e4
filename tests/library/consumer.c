/* The public library as another program uses it: consumer DATA_FOLDER */
#include <formkin.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void expect(int condition, const char *what, kin_ctx *ctx)
{
    if (!condition) {
        fprintf(stderr, "not so: %s\n%s", what, kin_ctx_messages(ctx));
        exit(EXIT_FAILURE);
    }
}

static const struct kin_file *file_named(const struct kin_made *made, const char *name)
{
    for (size_t i = 0; i < made->count; i++) {
        if (strcmp(made->files[i].name, name) == 0) {
            return &made->files[i];
        }
    }
    return NULL;
}

static void make_forms(kin_ctx *ctx, const char *assessment)
{
    static const char *const standards[] = {"CCSS.MATH.CONTENT.7.EE.B.4.A"};
    static const char *const letters[] = {"A", "B", "C"};
    struct kin_make_options options = {.assessment = assessment,
                                       .standards = standards,
                                       .standard_count = 1,
                                       .letters = letters,
                                       .letter_count = 3,
                                       .seed = 11};
    const struct kin_made *made = NULL;
    expect(kin_make(ctx, &options, &made) == KIN_OK, "a ticket is made", ctx);
    expect(made->form_count == 3 && strcmp(made->label, "slot-parallel") == 0, "three parallel forms", ctx);
    const struct kin_file *form = file_named(made, "exit-ticket-C.pdf"), *key = file_named(made, "exit-ticket-key.pdf");
    expect(form && memcmp(form->bytes, "%PDF", 4) == 0 && !form->owner_only, "Form C is a PDF", ctx);
    expect(key && key->owner_only, "the key is private", ctx);
}

static void fail_politely(kin_ctx *ctx, const char *assessment)
{
    static const char *const standards[] = {"7.XX.1"};
    static const char *const letters[] = {"A"};
    struct kin_make_options options = {
        .assessment = assessment, .standards = standards, .standard_count = 1, .letters = letters, .letter_count = 1};
    const struct kin_made *made = NULL;
    expect(kin_make(ctx, &options, &made) == KIN_INPUT && !made, "an unknown standard is the input's fault", ctx);
    expect(strstr(kin_ctx_messages(ctx), "7.XX.1") != NULL, "the message names it", ctx);
    static const char *const outside[] = {"../outside"};
    options.letters = outside;
    expect(kin_make(ctx, &options, &made) == KIN_INPUT && !made, "a letter is no path", ctx);
    expect(strstr(kin_ctx_messages(ctx), "E513") != NULL, "the message says so", ctx);
    options.letters = letters;
    options.assessment = "/nowhere/at/all.xml";
    expect(kin_make(ctx, &options, &made) == KIN_IO, "a missing file is", ctx);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        return EXIT_FAILURE;
    }
    char banks[4096], assessment[4096];
    snprintf(banks, sizeof banks, "%s/item-banks", argv[1]);
    snprintf(assessment, sizeof assessment, "%s/templates/exit-ticket.xml", argv[1]);
    kin_ctx *ctx = kin_ctx_new(argv[1]);
    expect(ctx && kin_ctx_load_bank(ctx, banks) == KIN_OK, "the shipped banks load", ctx);
    make_forms(ctx, assessment);
    fail_politely(ctx, assessment);
    expect(kin_seed_random() != kin_seed_random(), "seeds differ", ctx);
    printf("libformkin %s\n", kin_version());
    kin_ctx_free(ctx);
    return EXIT_SUCCESS;
}
