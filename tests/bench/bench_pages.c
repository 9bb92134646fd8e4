/* Pages per second of class sets: a quiz, whose ten items fill five pages, and practice sheets with ten items a page.
 * All forms are different, so nothing of a form can be kept for the next one but words, fonts and signs. Layout is the
 * least of several runs, since others use the machine, too; the memory of a form is used again for the next one, as
 * `make` does. Against the PDF writer alone: the difference is what drawing and layout cost. */
#include "bench.h"

#include "form/set.h"
#include "page/page.h"
#include "write/write.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* What is printed, and its forms. */
struct sheet {
    const char *title, *path;
    const char *standards[2];
    size_t standard_count;
};

static struct kin_set *draw_set(struct kin_ctx *ctx, const struct sheet *sheet, size_t forms)
{
    struct kin_blueprint *blueprint = kin_blueprint_load(ctx->arena, &ctx->diags, sheet->path);
    const struct kin_paper_style *style =
        blueprint && blueprint->style
            ? kin_paper_style_load(
                  ctx->arena, &ctx->diags,
                  kin_format(ctx->arena, KIN_SOURCE_FOLDER "/templates/styles/%s.xml", blueprint->style))
            : NULL;
    const char **letters = KIN_NEW_N(ctx->arena, const char *, forms);
    for (size_t i = 0; i < forms; i++) {
        letters[i] = kin_format(ctx->arena, "F%zu", i);
    }
    struct kin_request request = {.blueprint = blueprint,
                                  .standards = sheet->standards,
                                  .standard_count = sheet->standard_count,
                                  .letters = letters,
                                  .letter_count = forms,
                                  .style = style,
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

/* ---- Layout and writing ------------------------------------------------------------------------------------------ */

/* Seconds for all forms: the least of several runs. */
static double layout_seconds(struct kin_ctx *ctx, struct kin_typesetter *type, const struct kin_set *set, size_t runs)
{
    kin_arena *arena = kin_arena_new();
    double least = INFINITY;
    for (size_t run = 0; run < runs; run++) {
        double start = kin_bench_now();
        for (size_t f = 0; f < set->form_count; f++) {
            struct kin_mark empty = kin_arena_mark(arena);
            kin_page_form(type, arena, &ctx->diags, set, &set->forms[f]);
            kin_arena_rewind(arena, empty);
        }
        least = fmin(least, kin_bench_now() - start);
    }
    kin_arena_free(arena);
    return least;
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
            kin_document_add(ctx->arena, all, documents[i]->pages[p]);
        }
    }
    return all;
}

/* ---- Both sheets ------------------------------------------------------------------------------------------------- */

static void report(const char *how, size_t pages, double drawn, double laid_out, double written)
{
    double all = drawn + laid_out + written;
    printf("all     %9.0f pages/s as %s: %.2f of the time that cairo takes alone\n", (double)pages / all, how,
           all / written);
}

static void stop(struct kin_ctx *ctx)
{
    fputs(kin_ctx_messages(ctx), stderr);
    exit(EXIT_FAILURE);
}

static void bench_sheet(struct kin_ctx *ctx, const struct sheet *sheet, size_t forms, size_t runs)
{
    double start = kin_bench_now();
    struct kin_set *set = draw_set(ctx, sheet, forms);
    double drawn = kin_bench_now() - start;
    struct kin_typesetter *type = set ? kin_type_open(&ctx->diags, kin_page_fonts(set), NULL) : NULL;
    if (!type || !kin_page_measure(type, ctx->arena, &ctx->diags, set)) {
        stop(ctx);
    }
    struct kin_document **documents = KIN_NEW_N(ctx->arena, struct kin_document *, forms);
    for (size_t f = 0; f < forms; f++) {
        documents[f] = kin_page_form(type, ctx->arena, &ctx->diags, set, &set->forms[f]);
    }
    double laid_out = layout_seconds(ctx, type, set, runs);
    size_t pages = pages_of(documents, forms);
    start = kin_bench_now();
    write_all(ctx, type, documents, forms);
    double separate = kin_bench_now() - start;
    struct kin_document *class_set = joined(ctx, documents, forms);
    start = kin_bench_now();
    write_all(ctx, type, &class_set, 1);
    double together = kin_bench_now() - start;
    printf("\n%zu forms of %s, %zu pages\n", forms, sheet->title, pages);
    printf("drawing %9.0f pages/s\nlayout  %9.0f pages/s (%.1f us a page)\n", (double)pages / drawn,
           (double)pages / laid_out, 1e6 * laid_out / (double)pages);
    printf("writing %9.0f pages/s as separate PDFs, %.0f pages/s as one PDF\n", (double)pages / separate,
           (double)pages / together);
    report("separate PDFs", pages, drawn, laid_out, separate);
    report("one PDF", pages, drawn, laid_out, together);
    kin_type_free(type);
}

void kin_bench_pages(struct kin_ctx *ctx, size_t forms, size_t runs)
{
    static const struct sheet sheets[] = {
        {"a ten-item quiz", KIN_SOURCE_FOLDER "/templates/quiz.xml", {"8.EE.C.7b", "7.EE.B.4a"}, 2},
        {"thirty items on three pages", KIN_SOURCE_FOLDER "/tests/bench/practice.xml", {0}, 0},
        {"ten items on one page", KIN_SOURCE_FOLDER "/tests/bench/practice-page.xml", {0}, 0},
    };
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        bench_sheet(ctx, &sheets[i], forms, runs);
    }
}
