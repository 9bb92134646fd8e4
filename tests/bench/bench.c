/* How fast, as rates and as ratios within one run: bench [DRAWS]
 *
 * For each shipped template: members found per second (numbers, tests, key, features) and whole instances per second
 * (proved, with question, key and solution). Then pages per second of a class set, against replaying the same scenes
 * through the PDF writer alone: the difference is what drawing and layout cost. Times are CPU time of this process. */
#include "job/context.h"

#include "base/digest.h"
#include "form/set.h"
#include "page/page.h"
#include "write/write.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* ---- Drawing ------------------------------------------------------------------------------------------------- */

/* New slots over and over, a few members of each, as a run with many seeds would. */
static double members_per_second(struct kin_diags *diags, const struct kin_template *template, size_t wanted)
{
    enum { EACH = 1000 };
    size_t done = 0;
    double start = now();
    for (uint64_t seed = 1; done < wanted; seed++) {
        kin_arena *arena = kin_arena_new();
        struct kin_draw_options options = {.seed = {.number = seed}};
        struct kin_draw *draw = kin_draw_open(arena, diags, template, &options);
        struct kin_member member;
        size_t n = 0;
        while (draw && n < EACH && kin_draw_member(draw, n, &member)) {
            n++;
        }
        kin_arena_free(arena);
        if (n == 0) {
            return 0;
        }
        done += n;
    }
    return (double)done / (now() - start);
}

static size_t items_of_one_slot(struct kin_diags *diags, const struct kin_template *template, uint64_t seed)
{
    enum { EACH = 1000 };
    kin_arena *arena = kin_arena_new();
    struct kin_draw_options options = {.seed = {.number = seed}};
    struct kin_draw *draw = kin_draw_open(arena, diags, template, &options);
    struct kin_member member;
    size_t n = 0;
    kin_arena *instances = kin_arena_new();
    while (draw && n < EACH && kin_draw_member(draw, n, &member)) {
        struct kin_mark empty = kin_arena_mark(instances);
        if (!kin_draw_item(draw, instances, diags, &member, "A", n)) {
            break;
        }
        kin_arena_rewind(instances, empty);
        n++;
    }
    kin_arena_free(instances);
    kin_arena_free(arena);
    return n;
}

static double items_per_second(struct kin_diags *diags, const struct kin_template *template, size_t wanted)
{
    size_t done = 0;
    double start = now();
    for (uint64_t seed = 1; done < wanted; seed++) {
        size_t n = items_of_one_slot(diags, template, seed);
        if (n == 0) {
            return 0;
        }
        done += n;
    }
    return (double)done / (now() - start);
}

static void bench_templates(struct kin_ctx *ctx, size_t wanted)
{
    printf("%-30s %14s %14s\n", "template", "members/s", "instances/s");
    for (size_t b = 0; b < ctx->library->bank_count; b++) {
        const struct kin_bank *bank = ctx->library->banks[b];
        for (size_t t = 0; t < bank->count; t++) {
            printf("%-30s %14.0f %14.0f\n", bank->templates[t]->id,
                   members_per_second(&ctx->diags, bank->templates[t], wanted),
                   items_per_second(&ctx->diags, bank->templates[t], wanted / 2));
        }
    }
}

/* ---- Pages -------------------------------------------------------------------------------------------------------- */

static struct kin_set *draw_set(struct kin_ctx *ctx, size_t forms)
{
    static const char *const standards[] = {"8.EE.C.7b", "7.EE.B.4a"};
    struct kin_blueprint *blueprint =
        kin_blueprint_load(ctx->arena, &ctx->diags, KIN_SOURCE_FOLDER "/templates/quiz.xml");
    const char **letters = KIN_NEW_N(ctx->arena, const char *, forms);
    for (size_t i = 0; i < forms; i++) {
        letters[i] = kin_format(ctx->arena, "F%zu", i);
    }
    struct kin_request request = {.blueprint = blueprint,
                                  .standards = standards,
                                  .standard_count = 2,
                                  .letters = letters,
                                  .letter_count = forms,
                                  .seed = {.number = 5}};
    return blueprint ? kin_set_make(ctx->arena, &ctx->diags, ctx->library, &request) : NULL;
}

static size_t pages_of(struct kin_document *const *documents, size_t count)
{
    size_t pages = 0;
    for (size_t i = 0; i < count; i++) {
        pages += documents[i]->count;
    }
    return pages;
}

static void write_all(struct kin_ctx *ctx, struct kin_typesetter *type, struct kin_document *const *documents,
                      size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct kin_mark mark = kin_arena_mark(ctx->arena);
        struct kin_buf bytes = kin_buf_in(ctx->arena);
        const char *reason;
        kin_writer_named("pdf")->write(&bytes, documents[i], type, &reason);
        kin_arena_rewind(ctx->arena, mark);
    }
}

/* All pages of all forms as one document: how a class set is printed. */
static struct kin_document *joined(struct kin_ctx *ctx, struct kin_document *const *documents, size_t count)
{
    struct kin_document *all = KIN_NEW(ctx->arena, struct kin_document);
    *all = *documents[0];
    all->pages = NULL;
    all->count = all->room = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t p = 0; p < documents[i]->count; p++) {
            KIN_PUSH(ctx->arena, all->pages, all->count, all->room) = documents[i]->pages[p];
        }
    }
    return all;
}

static void bench_pages(struct kin_ctx *ctx, size_t forms)
{
    double start = now();
    struct kin_set *set = draw_set(ctx, forms);
    double drawn = now() - start;
    struct kin_typesetter *type = kin_type_open(&ctx->diags, &kin_fonts_schola, NULL);
    if (!set || !type || !kin_page_measure(type, ctx->arena, &ctx->diags, set)) {
        fputs(kin_ctx_messages(ctx), stderr);
        exit(EXIT_FAILURE);
    }
    struct kin_document **documents = KIN_NEW_N(ctx->arena, struct kin_document *, forms);
    start = now();
    for (size_t f = 0; f < forms; f++) {
        documents[f] = kin_page_form(type, ctx->arena, &ctx->diags, set, &set->forms[f]);
    }
    double laid_out = now() - start;
    size_t pages = pages_of(documents, forms);
    start = now();
    write_all(ctx, type, documents, forms);
    double separate = now() - start;
    struct kin_document *class_set = joined(ctx, documents, forms);
    start = now();
    write_all(ctx, type, &class_set, 1);
    double together = now() - start;
    printf("\n%zu forms of a ten-item quiz, %zu pages\n", forms, pages);
    printf("drawing %9.0f pages/s\nlayout  %9.0f pages/s (%.0f us a page)\n", (double)pages / drawn,
           (double)pages / laid_out, 1e6 * laid_out / (double)pages);
    printf("writing %9.0f pages/s as separate PDFs, %.0f pages/s as one PDF\n", (double)pages / separate,
           (double)pages / together);
    printf("all     %9.0f pages/s as separate PDFs: %.2f of the time that cairo takes alone\n",
           (double)pages / (drawn + laid_out + separate), (drawn + laid_out + separate) / separate);
    printf("all     %9.0f pages/s as one PDF:       %.2f of the time that cairo takes alone\n",
           (double)pages / (drawn + laid_out + together), (drawn + laid_out + together) / together);
    kin_type_free(type);
}

int main(int argc, char **argv)
{
    size_t wanted = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
    struct kin_ctx *ctx = kin_ctx_new(KIN_SOURCE_FOLDER);
    if (!ctx || kin_ctx_load_bank(ctx, KIN_SOURCE_FOLDER "/item-banks") != KIN_OK) {
        fputs(ctx ? kin_ctx_messages(ctx) : "", stderr);
        return EXIT_FAILURE;
    }
    bench_templates(ctx, wanted);
    bench_pages(ctx, wanted >= 10000 ? 300 : 5);
    kin_ctx_free(ctx);
    return EXIT_SUCCESS;
}
