/* A contact sheet: from a template's name to a file in memory. */
#include "job/context.h"

#include "bank/element.h"
#include "page/preview.h"
#include "write/write.h"

#include <string.h>

enum { INSTANCES = 10, DRAWS = 1000 };

/* ---- Which template --------------------------------------------------------------------------------------------- */

static size_t count_templates(const struct kin_library *library)
{
    size_t count = 0;
    for (size_t b = 0; b < library->bank_count; b++) {
        count += library->banks[b]->count;
    }
    return count;
}

static void report_unknown(kin_ctx *ctx, const char *id)
{
    const struct kin_library *library = ctx->library;
    const char **ids = KIN_NEW_N(ctx->arena, const char *, count_templates(library));
    size_t count = 0;
    for (size_t b = 0; b < library->bank_count; b++) {
        for (size_t t = 0; t < library->banks[b]->count; t++) {
            ids[count++] = library->banks[b]->templates[t]->id;
        }
    }
    kin_report(&ctx->diags, KIN_E515, (struct kin_span){0}, id, NULL);
    kin_report_nearest(&ctx->diags, kin_nearest(id, ids, count), NULL);
}

static const struct kin_template *only_template(kin_ctx *ctx)
{
    const struct kin_library *library = ctx->library;
    size_t count = count_templates(library);
    for (size_t b = 0; b < library->bank_count && count == 1; b++) {
        if (library->banks[b]->count) {
            return library->banks[b]->templates[0];
        }
    }
    if (count || !ctx->diags.errors) { /* none because of errors: these are reported */
        kin_report(&ctx->diags, KIN_E516, (struct kin_span){0}, kin_format(ctx->arena, "%zu", count), NULL);
    }
    return NULL;
}

static const struct kin_template *find(kin_ctx *ctx, const char *id)
{
    const struct kin_template *template = id ? kin_template_find(ctx->library, id) : only_template(ctx);
    if (id && !template) {
        report_unknown(ctx, id);
    }
    return template;
}

/* ---- What was found --------------------------------------------------------------------------------------------- */

/* Where the next template of the file begins. */
static uint32_t end_of(const struct kin_template *template)
{
    uint32_t end = UINT32_MAX;
    for (size_t i = 0; i < template->bank->count; i++) {
        uint32_t begin = template->bank->templates[i]->span.begin;
        end = begin > template->span.begin && begin < end ? begin : end;
    }
    return end;
}

static void add_findings(kin_ctx *ctx, struct kin_preview *preview)
{
    const struct kin_template *template = preview->template;
    struct kin_diag *findings = KIN_NEW_N(ctx->arena, struct kin_diag, ctx->diags.count);
    for (size_t i = 0; i < ctx->diags.count; i++) {
        const struct kin_span *span = &ctx->diags.items[i].span;
        if (span->source == template->span.source && span->begin >= template->span.begin &&
            span->begin < end_of(template)) {
            findings[preview->finding_count++] = ctx->diags.items[i];
        }
    }
    preview->findings = findings;
}

/* ---- The sheet -------------------------------------------------------------------------------------------------- */

static bool write_pdf(kin_ctx *ctx, const struct kin_preview *preview, const char *const *font_folders,
                      struct kin_file *file)
{
    struct kin_typesetter *type = kin_type_open(&ctx->diags, &kin_fonts_schola, font_folders);
    if (!type) {
        return false;
    }
    size_t errors = ctx->diags.errors;
    const char *reason = NULL;
    struct kin_buf bytes = kin_buf_in(ctx->arena);
    struct kin_document *document = kin_page_preview(type, ctx->arena, &ctx->diags, preview);
    bool written = kin_writer_named("pdf")->write(&bytes, document, type, &reason);
    const char *name = kin_format(ctx->arena, "%s-preview.pdf", preview->template->id);
    if (!written) {
        kin_report(&ctx->diags, KIN_E601, (struct kin_span){0}, name, reason, NULL);
    }
    kin_type_free(type);
    *file = (struct kin_file){name, bytes.data, bytes.length, 1};
    return written && ctx->diags.errors == errors;
}

static bool make(kin_ctx *ctx, const struct kin_template *template, const struct kin_preview_options *options,
                 struct kin_file *file)
{
    struct kin_survey survey;
    uint64_t seed = options->seed ? options->seed : 1;
    struct kin_survey_options surveying = {.draws = options->draws ? options->draws : DRAWS,
                                           .seed = {.number = seed},
                                           .samples = options->instances ? (size_t)options->instances : INSTANCES,
                                           .language = options->language};
    size_t errors = ctx->diags.errors;
    kin_draw_survey_with(ctx->arena, &ctx->diags, template, &surveying, &survey);
    if (ctx->diags.errors > errors) {
        return false;
    }
    const struct kin_framework *framework = template->bank->framework;
    struct kin_preview preview = {.template = template,
                                  .survey = &survey,
                                  .standard = framework ? kin_standard_find(framework, template->standard) : NULL,
                                  .paper = options->paper,
                                  .language = options->language,
                                  .seed = seed};
    if (options->language && !kin_template_speaks(template, options->language)) {
        kin_report(&ctx->diags, KIN_W416, template->span, template->id, kin_language_name(options->language), NULL);
    }
    add_findings(ctx, &preview);
    return write_pdf(ctx, &preview, options->font_folders, file);
}

enum kin_status kin_preview_make(kin_ctx *ctx, const struct kin_preview_options *options, struct kin_file *file)
{
    size_t errors = ctx->diags.errors;
    const struct kin_template *template = find(ctx, options->template_id);
    if (template && make(ctx, template, options, file)) {
        return KIN_OK;
    }
    enum kin_status status = kin_ctx_status(ctx, errors);
    return status == KIN_OK ? KIN_INPUT : status;
}
