/* From options to files in memory: the whole path in one place. */
#include "job/job.h"

#include "base/file.h"
#include "form/more.h"
#include "form/set.h"
#include "page/page.h"
#include "value/language.h"
#include "write/write.h"

/* "quiz-A.pdf", "quiz.json"; "quiz-A-es.pdf" in Spanish, so that languages can share a folder. */
static const char *file_name(const struct kin_job *job, const struct kin_set *set, const char *part, const char *ending)
{
    bool usual = kin_language_match("en", set->language);
    return kin_format(job->ctx->arena, "%s%s%s%s%s.%s", set->assessment_id, *part ? "-" : "", part, usual ? "" : "-",
                      usual ? "" : set->language, ending);
}

/* Does a paper style of the set ask for tags? The papers of a class are one file. */
static bool has_tags(const struct kin_set *set)
{
    bool tags = set->style && set->style->tagged;
    for (size_t i = 0; i < set->edition_count; i++) {
        tags = tags || has_tags(set->editions[i]);
    }
    return tags;
}

bool kin_job_document(struct kin_job *job, const char *name, const struct kin_document *document, int owner_only)
{
    kin_arena *arena = job->ctx->arena;
    if (!document) {
        return false;
    }
    struct kin_buf bytes = kin_buf_in(arena);
    const char *reason = NULL;
    if (!kin_writer_named(has_tags(job->set) ? "tagged-pdf" : "pdf")->write(&bytes, document, job->type, &reason)) {
        kin_report(&job->ctx->diags, KIN_E601, (struct kin_span){0}, name, reason, NULL);
        return false;
    }
    kin_job_file(job, (struct kin_file){name, bytes.data, bytes.length, owner_only});
    return true;
}

void kin_job_file(struct kin_job *job, struct kin_file file)
{
    KIN_PUSH(job->ctx->arena, job->files, job->count, job->room) = file;
}

static bool add_document(struct kin_job *job, const struct kin_set *set, const char *part,
                         const struct kin_document *document, int owner_only)
{
    return kin_job_document(job, file_name(job, set, part, "pdf"), document, owner_only);
}

/* The pages of a form are gone when they are written, and the next form uses their memory. */
static bool add_forms(struct kin_job *job, struct kin_set *set, size_t first)
{
    struct kin_ctx *ctx = job->ctx;
    bool fine = kin_page_measure(job->type, ctx->arena, &ctx->diags, set);
    kin_arena *pages = kin_arena_new();
    const struct kin_mark empty = kin_arena_mark(pages);
    for (size_t f = first; f < set->form_count && fine; f++) {
        struct kin_document *document = kin_page_form(job->type, pages, &ctx->diags, set, &set->forms[f]);
        fine = add_document(job, set, set->forms[f].letter, document, 0);
        kin_arena_rewind(pages, empty);
    }
    kin_arena_free(pages);
    return fine;
}

/* What teachers asked for besides the key. */
static bool add_extras(struct kin_job *job, const struct kin_set *set)
{
    struct kin_ctx *ctx = job->ctx;
    const struct kin_make_options *options = job->options;
    return (!options->teacher ||
            add_document(job, set, "teacher", kin_page_teacher(job->type, ctx->arena, &ctx->diags, set), 1)) &&
           (!options->strips ||
            add_document(job, set, "strips", kin_page_strips(job->type, ctx->arena, &ctx->diags, set), 1));
}

static bool print_all(struct kin_job *job, size_t first_form)
{
    struct kin_ctx *ctx = job->ctx;
    struct kin_set *set = job->set;
    bool fine = add_forms(job, set, first_form);
    for (size_t i = 0; i < set->edition_count && fine; i++) {
        fine = add_forms(job, set->editions[i], first_form);
    }
    if (!fine || !add_document(job, set, "key", kin_page_key(job->type, ctx->arena, &ctx->diags, set), 1) ||
        !add_extras(job, set)) {
        return false;
    }
    size_t length;
    const char *text = kin_set_write(ctx->arena, set, &length);
    const char *name = file_name(job, set, "", "json");
    kin_job_file(job, (struct kin_file){name, text, length, 1});
    return true;
}

struct kin_paper_style *kin_job_style_named(kin_ctx *ctx, const char *name)
{
    const char *path = kin_format(ctx->arena, "%s/../templates/styles/%s.xml", ctx->data, name);
    size_t length;
    struct kin_diags quiet = kin_diags_in(ctx->arena);
    if (kin_file_bytes(ctx->arena, &quiet, path, &length)) {
        return kin_paper_style_load(ctx->arena, &ctx->diags, path);
    }
    kin_report(&ctx->diags, KIN_E4004, (struct kin_span){0}, name, NULL);
    return NULL;
}

static struct kin_paper_style *base_style(struct kin_job *job, const struct kin_blueprint *blueprint)
{
    kin_arena *arena = job->ctx->arena;
    if (job->options->style) {
        return kin_paper_style_load(arena, &job->ctx->diags, job->options->style);
    }
    return blueprint->style ? kin_job_style_named(job->ctx, blueprint->style) : KIN_NEW(arena, struct kin_paper_style);
}

/* What the options say of all papers. False after reporting. */
static bool dress(struct kin_job *job, struct kin_paper_style *style)
{
    const struct kin_make_options *options = job->options;
    style->school = options->school ? options->school : style->school;
    style->duplex = style->duplex || options->duplex;
    style->tagged = style->tagged || options->tagged;
    if (options->logo) {
        style->logo = kin_logo_load(job->ctx->arena, &job->ctx->diags, (struct kin_span){0}, options->logo);
    }
    return !options->logo || style->logo;
}

/* The style that was asked for, else the assessment's, with what the options change of it. The same for all languages.
 */
static bool find_style(struct kin_job *job, const struct kin_blueprint *blueprint)
{
    const struct kin_make_options *options = job->options;
    bool usual = !options->style && !blueprint->style && !options->school && !options->logo && !options->duplex &&
                 !options->tagged;
    if (job->style || usual) {
        return true;
    }
    struct kin_paper_style *style = base_style(job, blueprint);
    job->style = style && dress(job, style) ? style : NULL;
    return job->style;
}

/* The levels that were asked for; false after reporting. */
static bool find_scale(struct kin_job *job)
{
    struct kin_ctx *ctx = job->ctx;
    if (!job->options->scale || job->scale) {
        return true;
    }
    struct kin_source *source = kin_file_read(ctx->arena, &ctx->diags, job->options->scale);
    job->scale = source ? kin_scale_read(ctx->arena, &ctx->diags, source) : NULL;
    return job->scale != NULL;
}

/* The set in one language; NULL: as the assessment template is written. */
static struct kin_set *make_in(struct kin_job *job, struct kin_source *source, const char *language,
                               const char *interest)
{
    const struct kin_make_options *options = job->options;
    struct kin_ctx *ctx = job->ctx;
    struct kin_blueprint *blueprint = kin_blueprint_read(ctx->arena, &ctx->diags, source, language);
    if (!blueprint || !find_style(job, blueprint) || !find_scale(job)) {
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
        .seed = {options->seed, job->secret.secret, job->secret.secret_length},
        .language = language,
        .paper = options->paper,
        .style = job->style,
        .scale = job->scale,
        .interest = interest,
        .redraws = options->redraws,
        .redraw_count = options->redraw_count,
        .barred = job->barred,
        .sharing = job->sharing,
    };
    return kin_set_make(ctx->arena, &ctx->diags, ctx->library, &request);
}

/* "en (English), es (Spanish)" */
static const char *languages_text(kin_arena *arena)
{
    size_t count;
    const struct kin_language *rows = kin_languages(&count);
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&buf, "%s%s (%s)", i ? ", " : "", rows[i].tag, rows[i].name);
    }
    return buf.data;
}

static bool languages_are_known(struct kin_job *job)
{
    for (size_t i = 0; i < job->options->language_count; i++) {
        if (!kin_language_of(job->options->languages[i])) {
            kin_report(&job->ctx->diags, KIN_E3109, (struct kin_span){0}, job->options->languages[i], NULL);
            kin_report_mend(&job->ctx->diags, "the languages are %s", languages_text(job->ctx->arena));
            return false;
        }
    }
    return true;
}

/* The n-th edition: all languages without an interest of students, then all languages for each of those. */
static struct kin_set *make_edition(struct kin_job *job, struct kin_source *source, size_t n)
{
    const struct kin_make_options *options = job->options;
    size_t languages = options->language_count ? options->language_count : 1, interest = n / languages;
    return make_in(job, source, options->language_count ? options->languages[n % languages] : NULL,
                   interest ? job->interests[interest - 1] : options->interest);
}

/* Numbers and keys depend neither on the language nor on an interest, so each edition is made as if it were the only
 * one. */
struct kin_set *kin_job_set(struct kin_job *job)
{
    const struct kin_make_options *options = job->options;
    kin_arena *arena = job->ctx->arena;
    struct kin_source *source =
        languages_are_known(job) ? kin_file_read(arena, &job->ctx->diags, options->assessment) : NULL;
    struct kin_set *set = source ? make_edition(job, source, 0) : NULL;
    size_t count = (options->language_count ? options->language_count : 1) * (job->interest_count + 1);
    if (!set || count < 2) {
        return set;
    }
    set->editions = KIN_NEW_N(arena, struct kin_set *, count - 1);
    for (size_t i = 1; i < count; i++) {
        struct kin_set *edition = make_edition(job, source, i);
        if (!edition) {
            return NULL;
        }
        set->editions[set->edition_count++] = edition;
    }
    return set;
}

/* Tags move nothing, so forms that were made without them can be printed with them. */
static void tag(struct kin_job *job, struct kin_set *set)
{
    kin_arena *arena = job->ctx->arena;
    struct kin_paper_style *style =
        set->style ? kin_copy_bytes(arena, set->style, sizeof *set->style) : KIN_NEW(arena, struct kin_paper_style);
    style->tagged = true;
    set->style = style;
}

static bool extend(struct kin_job *job, struct kin_set *set)
{
    struct kin_ctx *ctx = job->ctx;
    if (job->options->tagged) {
        tag(job, set);
    }
    const struct kin_extension extension = {
        .letters = job->options->letters, .count = job->options->letter_count, .secret = job->secret};
    return kin_set_extend(ctx->arena, &ctx->diags, ctx->library, set, &extension);
}

/* The set of a file with further forms, in all of its languages; *first is the first new one. */
static struct kin_set *extend_old(struct kin_job *job, size_t *first)
{
    struct kin_ctx *ctx = job->ctx;
    struct kin_source *source = kin_file_read(ctx->arena, &ctx->diags, job->options->from_set);
    struct kin_set *set = source ? kin_set_read(ctx->arena, &ctx->diags, source) : NULL;
    if (!set) {
        return NULL;
    }
    *first = set->form_count;
    bool fine = extend(job, set);
    for (size_t i = 0; i < set->edition_count && fine; i++) {
        fine = extend(job, set->editions[i]);
    }
    return fine ? set : NULL;
}

const struct kin_made *kin_job_result(struct kin_job *job)
{
    struct kin_made *made = KIN_NEW(job->ctx->arena, struct kin_made);
    const struct kin_slot *scarcest;
    struct kin_count more = kin_set_more(job->set, &scarcest);
    *made = (struct kin_made){
        .files = job->files,
        .count = job->count,
        .label = kin_label_name(job->set->label),
        .reason = job->set->label_reason,
        .seed = job->set->seed,
        .form_count = job->set->form_count,
        .item_count = job->set->slot_count,
        .more = more.number,
        .more_estimated = more.estimated,
        .scarce = scarcest ? scarcest->id : "",
    };
    return made;
}

enum kin_status kin_job_failure(const struct kin_ctx *ctx, size_t errors_before)
{
    enum kin_status status = kin_ctx_status(ctx, errors_before);
    return status == KIN_OK ? KIN_INPUT : status;
}

enum kin_status kin_make(kin_ctx *ctx, const struct kin_make_options *options, const struct kin_made **made)
{
    struct kin_job job = {.ctx = ctx, .options = options};
    size_t errors_before = ctx->diags.errors, first_form = 0;
    job.set = options->from_set ? extend_old(&job, &first_form) : kin_job_set(&job);
    if (!job.set) {
        return kin_job_failure(ctx, errors_before);
    }
    job.type = kin_type_open(&ctx->diags, kin_page_fonts(job.set), options->font_folders);
    bool fine = job.type && print_all(&job, first_form);
    kin_type_free(job.type);
    if (!fine || ctx->diags.errors > errors_before) {
        return kin_job_failure(ctx, errors_before);
    }
    *made = kin_job_result(&job);
    return KIN_OK;
}
