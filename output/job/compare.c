/* From a set file to what can be said of its forms: text, JSON and a PDF in memory. */
#include "job/context.h"

#include "form/evidence/inspect.h"
#include "ledger/recall.h"
#include "page/compare.h"
#include "page/page.h"
#include "write/write.h"

#include <string.h>
#include <unistd.h>

struct comparing {
    kin_ctx *ctx;
    const struct kin_compare_options *options;
    struct kin_typesetter *type;
    struct kin_ledger *ledger; /* NULL: none */
    struct kin_ledger_set recorded;
    struct kin_set *set;
    struct kin_inspection inspection;
    struct kin_compared *compared;
};

/* What does not fit is a property that fails, not a message. */
static const struct kin_paging *lay_out(const struct comparing *comparing)
{
    kin_arena *arena = comparing->ctx->arena;
    struct kin_set *set = comparing->set;
    struct kin_diags quiet = kin_diags_in(arena);
    struct kin_paging *pagings = KIN_NEW_N(arena, struct kin_paging, set->form_count);
    if (!kin_page_measure(comparing->type, arena, &quiet, set)) {
        return NULL;
    }
    for (size_t f = 0; f < set->form_count; f++) {
        pagings[f] = kin_page_paging(comparing->type, arena, &quiet, set, &set->forms[f]);
    }
    return pagings;
}

/* ---- For a terminal ---------------------------------------------------------------------------------------------- */

static void write_findings(struct kin_buf *buf, const struct kin_inspection *inspection)
{
    const struct kin_furniture *words = inspection->words;
    for (size_t i = 0; i < KIN_PROPERTY_COUNT; i++) {
        const struct kin_finding *finding = &inspection->findings[i];
        kin_buf_addf(buf, "%2d  %-16s  %s: ", kin_property_number((enum kin_property)i),
                     kin_verdict_text(kin_furniture_of("en"), finding->verdict),
                     kin_property_title(words, (enum kin_property)i));
        kin_buf_add_escaped(buf, finding->reason, strlen(finding->reason));
        kin_buf_add_char(buf, '\n');
    }
}

static const char *text_of(kin_arena *arena, const struct kin_inspection *inspection)
{
    const struct kin_set *set = inspection->of.set;
    struct kin_buf buf = kin_buf_in(arena), head = kin_buf_in(arena);
    kin_buf_addf(&head, "%s: %zu forms of %zu items, %s%s%s", set->title, set->form_count, set->slot_count,
                 kin_label_name(set->label), set->label_reason ? ": " : "", set->label_reason ? set->label_reason : "");
    kin_buf_add_escaped(&buf, head.data, head.length);
    kin_buf_add_char(&buf, '\n');
    write_findings(&buf, inspection);
    if (inspection->counts[KIN_UNDECIDED]) {
        kin_buf_addf(&buf, "can't be decided: %zu\n", inspection->counts[KIN_UNDECIDED]);
    }
    kin_buf_addf(&buf, "passed: %zu, failed: %zu, not applicable: %zu\n", inspection->counts[KIN_PASSED],
                 inspection->counts[KIN_FAILED], inspection->counts[KIN_NOT_APPLICABLE]);
    return buf.data;
}

/* ---- The whole --------------------------------------------------------------------------------------------------- */

static bool write_pdf(struct comparing *comparing)
{
    kin_ctx *ctx = comparing->ctx;
    struct kin_buf bytes = kin_buf_in(ctx->arena);
    const char *name = kin_format(ctx->arena, "%s-compare.pdf", comparing->set->assessment_id), *reason = NULL;
    struct kin_document *document = kin_page_compare(comparing->type, ctx->arena, &ctx->diags, &comparing->inspection);
    if (!kin_writer_named("pdf")->write(&bytes, document, comparing->type, &reason)) {
        kin_report(&ctx->diags, KIN_E601, (struct kin_span){0}, name, reason, NULL);
        return false;
    }
    comparing->compared->file = (struct kin_file){name, bytes.data, bytes.length, 1};
    return true;
}

static bool compare(struct comparing *comparing)
{
    kin_ctx *ctx = comparing->ctx;
    struct kin_inspecting of = {.set = comparing->set, .library = ctx->library, .pagings = lay_out(comparing)};
    if (comparing->ledger && !kin_ledger_recall(comparing->ledger, &comparing->recorded, &of)) {
        return false;
    }
    comparing->inspection = kin_inspect(ctx->arena, &of);
    const size_t *counts = comparing->inspection.counts;
    *comparing->compared = (struct kin_compared){.text = text_of(ctx->arena, &comparing->inspection),
                                                 .json = kin_inspection_write(&comparing->inspection),
                                                 .passed = counts[KIN_PASSED],
                                                 .failed = counts[KIN_FAILED],
                                                 .not_applicable = counts[KIN_NOT_APPLICABLE],
                                                 .undecided = counts[KIN_UNDECIDED]};
    return !comparing->options->page || write_pdf(comparing);
}

static struct kin_set *read_file(kin_ctx *ctx, const char *path)
{
    struct kin_source *source = kin_file_read(ctx->arena, &ctx->diags, path);
    return source ? kin_set_read(ctx->arena, &ctx->diags, source) : NULL;
}

/* From the file where there is one, whatever the ledger has of it. */
static struct kin_set *read_set(struct comparing *comparing)
{
    kin_ctx *ctx = comparing->ctx;
    const struct kin_compare_options *options = comparing->options;
    if (!options->ledger) {
        return read_file(ctx, options->set);
    }
    comparing->ledger = kin_ledger_open(ctx->arena, &ctx->diags, options->ledger, KIN_LEDGER_EXISTING);
    if (!comparing->ledger || !kin_ledger_set_find(comparing->ledger, options->set, &comparing->recorded)) {
        return NULL;
    }
    return access(options->set, R_OK) == 0 ? read_file(ctx, options->set)
                                           : kin_ledger_set_read(comparing->ledger, &comparing->recorded);
}

enum kin_status kin_compare(kin_ctx *ctx, const struct kin_compare_options *options,
                            const struct kin_compared **compared)
{
    struct comparing comparing = {.ctx = ctx, .options = options, .compared = KIN_NEW(ctx->arena, struct kin_compared)};
    size_t errors = ctx->diags.errors;
    comparing.set = read_set(&comparing);
    comparing.type =
        comparing.set ? kin_type_open(&ctx->diags, kin_page_fonts(comparing.set), options->font_folders) : NULL;
    bool fine = comparing.type && compare(&comparing);
    kin_type_free(comparing.type);
    kin_ledger_close(comparing.ledger);
    if (!fine || ctx->diags.errors > errors) {
        enum kin_status status = kin_ctx_status(ctx, errors);
        return status == KIN_OK ? KIN_INPUT : status;
    }
    *compared = comparing.compared;
    return KIN_OK;
}
