/* From options to files in memory: the whole path in one place. */
#include "job/context.h"

#include "form/set.h"
#include "page/page.h"
#include "write/write.h"

struct job {
    struct kin_ctx *ctx;
    const struct kin_make_options *options;
    struct kin_typesetter *type;
    struct kin_set *set;
    struct kin_file *files;
    size_t count, room;
};

static bool add_document(struct job *job, const char *suffix, const struct kin_document *document, int owner_only)
{
    kin_arena *arena = job->ctx->arena;
    if (!document) {
        return false;
    }
    const char *name = kin_format(arena, "%s-%s.pdf", job->set->assessment_id, suffix);
    struct kin_buf bytes = kin_buf_in(arena);
    const char *reason = NULL;
    if (!kin_writer_named("pdf")->write(&bytes, document, job->type, &reason)) {
        kin_report(&job->ctx->diags, KIN_E601, (struct kin_span){0}, name, reason, NULL);
        return false;
    }
    KIN_PUSH(arena, job->files, job->count, job->room) = (struct kin_file){name, bytes.data, bytes.length, owner_only};
    return true;
}

static bool add_forms(struct job *job, size_t first)
{
    for (size_t f = first; f < job->set->form_count; f++) {
        const struct kin_form *form = &job->set->forms[f];
        struct kin_document *document = kin_page_form(job->type, job->ctx->arena, &job->ctx->diags, job->set, form);
        if (!add_document(job, form->letter, document, 0)) {
            return false;
        }
    }
    return true;
}

static bool print_all(struct job *job, size_t first_form)
{
    struct kin_ctx *ctx = job->ctx;
    if (!kin_page_measure(job->type, ctx->arena, &ctx->diags, job->set) || !add_forms(job, first_form) ||
        !add_document(job, "key", kin_page_key(job->type, ctx->arena, &ctx->diags, job->set), 1)) {
        return false;
    }
    size_t length;
    const char *text = kin_set_write(ctx->arena, job->set, &length);
    const char *name = kin_format(ctx->arena, "%s.json", job->set->assessment_id);
    KIN_PUSH(ctx->arena, job->files, job->count, job->room) = (struct kin_file){name, text, length, 1};
    return true;
}

static struct kin_set *make_new(struct job *job)
{
    const struct kin_make_options *options = job->options;
    struct kin_ctx *ctx = job->ctx;
    struct kin_blueprint *blueprint = kin_blueprint_load(ctx->arena, &ctx->diags, options->assessment);
    if (!blueprint) {
        return NULL;
    }
    struct kin_request request = {
        .blueprint = blueprint,
        .standards = options->standards,
        .standard_count = options->standard_count,
        .level = options->level,
        .items = options->items,
        .letters = options->letters,
        .letter_count = options->letter_count,
        .seed = {.number = options->seed},
        .paper = options->paper,
        .interest = options->interest,
        .redraws = options->redraws,
        .redraw_count = options->redraw_count,
    };
    return kin_set_make(ctx->arena, &ctx->diags, ctx->library, &request);
}

/* The set of a file with further forms; *first is the first new one. */
static struct kin_set *extend_old(struct job *job, size_t *first)
{
    struct kin_ctx *ctx = job->ctx;
    struct kin_source *source = kin_file_read(ctx->arena, &ctx->diags, job->options->from_set);
    struct kin_set *set = source ? kin_set_read(ctx->arena, &ctx->diags, source) : NULL;
    if (!set) {
        return NULL;
    }
    *first = set->form_count;
    bool fine =
        kin_set_extend(ctx->arena, &ctx->diags, ctx->library, set, job->options->letters, job->options->letter_count);
    return fine ? set : NULL;
}

static const struct kin_made *result(struct job *job)
{
    struct kin_made *made = KIN_NEW(job->ctx->arena, struct kin_made);
    *made = (struct kin_made){
        .files = job->files,
        .count = job->count,
        .label = kin_label_name(job->set->label),
        .reason = job->set->label_reason,
        .seed = job->set->seed,
        .form_count = job->set->form_count,
        .item_count = job->set->slot_count,
    };
    return made;
}

static enum kin_status failure(const struct kin_ctx *ctx, size_t errors_before)
{
    enum kin_status status = kin_ctx_status(ctx, errors_before);
    return status == KIN_OK ? KIN_INPUT : status;
}

enum kin_status kin_make(kin_ctx *ctx, const struct kin_make_options *options, const struct kin_made **made)
{
    struct job job = {.ctx = ctx, .options = options};
    size_t errors_before = ctx->diags.errors, first_form = 0;
    job.set = options->from_set ? extend_old(&job, &first_form) : make_new(&job);
    if (!job.set) {
        return failure(ctx, errors_before);
    }
    job.type = kin_type_open(&ctx->diags, &kin_fonts_schola, options->font_folders);
    bool fine = job.type && print_all(&job, first_form);
    kin_type_free(job.type);
    if (!fine || ctx->diags.errors > errors_before) {
        return failure(ctx, errors_before);
    }
    *made = result(&job);
    return KIN_OK;
}
