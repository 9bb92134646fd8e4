#include "job/report.h"

#include "page/report.h"
#include "write/write.h"

#include <string.h>

static void add_file(struct kin_report_files *files, const char *name, const struct kin_buf *buf)
{
    files->items[files->count++] = (struct kin_file){name, buf->data, buf->length, 1};
}

static bool print(kin_ctx *ctx, const struct kin_report *report, const char *const *font_folders, struct kin_buf *bytes)
{
    struct kin_typesetter *type = kin_type_open(&ctx->diags, &kin_fonts_schola, font_folders);
    if (!type) {
        return false;
    }
    const char *reason = NULL;
    struct kin_document *document = kin_page_report(type, ctx->arena, &ctx->diags, report);
    bool written = kin_writer_named("pdf")->write(bytes, document, type, &reason);
    if (!written) {
        kin_report(&ctx->diags, KIN_E601, (struct kin_span){0}, kin_format(ctx->arena, "%s.pdf", report->name), reason,
                   NULL);
    }
    kin_type_free(type);
    return written;
}

/* "7B-chart-objectives.csv"; a table that is the whole report bears its name alone: "7B-students.csv". */
static const char *table_name(kin_arena *arena, const char *report, const char *section)
{
    size_t length = strlen(report), tail = strlen(section);
    bool same = length > tail && report[length - tail - 1] == '-' && strcmp(report + length - tail, section) == 0;
    return same ? kin_format(arena, "%s.csv", report) : kin_format(arena, "%s-%s.csv", report, section);
}

static void add_tables(kin_ctx *ctx, const struct kin_report *report, struct kin_report_files *files)
{
    for (size_t i = 0; i < report->section_count; i++) {
        const struct kin_report_section *section = &report->sections[i];
        if (section->name) {
            struct kin_buf buf = kin_buf_in(ctx->arena);
            kin_section_csv(&buf, section);
            add_file(files, table_name(ctx->arena, report->name, section->name), &buf);
        }
    }
}

enum kin_status kin_report_files(kin_ctx *ctx, const struct kin_report *report, const char *const *font_folders,
                                 struct kin_report_files *files)
{
    size_t errors = ctx->diags.errors;
    struct kin_buf bytes = kin_buf_in(ctx->arena);
    *files = (struct kin_report_files){.items = KIN_NEW_N(ctx->arena, struct kin_file, report->section_count + 1)};
    if (!print(ctx, report, font_folders, &bytes)) {
        enum kin_status status = kin_ctx_status(ctx, errors);
        return status == KIN_OK ? KIN_IO : status;
    }
    add_file(files, kin_format(ctx->arena, "%s.pdf", report->name), &bytes);
    add_tables(ctx, report, files);
    return kin_ctx_status(ctx, errors);
}

/* ---- Names ------------------------------------------------------------------------------------------------------- */

static bool can_be_said(const struct kin_typesetter *type, const char *text)
{
    return !text || kin_type_has(type, text);
}

void kin_report_names(kin_ctx *ctx, struct kin_ledger_student *students, size_t count)
{
    struct kin_diags quiet = kin_diags_in(ctx->arena);
    struct kin_typesetter *type = kin_type_open(&quiet, &kin_fonts_schola, NULL);
    for (size_t i = 0; type && i < count; i++) {
        struct kin_ledger_student *student = &students[i];
        student->unprintable = !can_be_said(type, student->given) || !can_be_said(type, student->family);
        if (student->unprintable) {
            const char *name = kin_ledger_student_name(ctx->arena, student);
            kin_report(&ctx->diags, KIN_W7032, (struct kin_span){0}, name, student->id, NULL);
        }
    }
    kin_type_free(type);
}
