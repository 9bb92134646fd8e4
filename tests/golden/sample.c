/* A report about a made-up class: sample KIND DATA-FOLDER [pdf]. Its drawing operations, or the PDF. */
#include "../unit/report_sample.h"
#include "page/report.h"
#include "write/write.h"

#include <stdio.h>

static struct kin_report report_named(const char *kind, const struct kin_reporting *reporting,
                                      const struct kin_reporting *gap)
{
    if (strcmp(kind, "students") == 0) {
        return kin_report_students(reporting);
    }
    if (strcmp(kind, "items") == 0) {
        return kin_report_items(reporting);
    }
    if (strcmp(kind, "misconceptions") == 0) {
        return kin_report_misconceptions(reporting);
    }
    if (strcmp(kind, "growth") == 0) {
        return kin_report_growth(reporting);
    }
    if (strcmp(kind, "groups") == 0) {
        struct kin_cuts cuts = {0};
        return kin_report_groups(reporting, &cuts);
    }
    if (strcmp(kind, "progress") == 0) {
        return kin_report_progress(reporting, 1);
    }
    return kin_report_chart(strcmp(kind, "gap") == 0 ? gap : reporting);
}

static bool print(kin_arena *arena, struct kin_diags *diags, char **arguments, const char *format)
{
    const struct kin_rule rule = kin_rule_usual();
    struct kin_reporting reporting = report_sample(arena, diags, &rule, arguments[2]);
    struct kin_reporting gap = report_hidden_gap(arena, diags, &rule, arguments[2]);
    reporting.student_count =
        strcmp(arguments[1], "students") == 0 ? 3 : reporting.student_count; /* short enough to keep */
    struct kin_report report = report_named(arguments[1], &reporting, &gap);
    struct kin_typesetter *type = kin_type_open(diags, &kin_fonts_schola, NULL);
    struct kin_buf bytes = kin_buf_in(arena);
    const char *reason = NULL;
    bool fine =
        type && kin_writer_named(format)->write(&bytes, kin_page_report(type, arena, diags, &report), type, &reason);
    if (fine) {
        fwrite(bytes.data, 1, bytes.length, stdout);
    }
    kin_type_free(type);
    return fine && !diags->errors;
}

int main(int count, char **arguments)
{
    if (count < 3) {
        fputs("usage: sample KIND FOLDER [pdf]\n", stderr);
        return 2;
    }
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    bool fine = print(arena, &diags, arguments, count > 3 ? arguments[3] : "trace");
    for (size_t i = 0; i < diags.count; i++) {
        struct kin_buf buf = kin_buf_in(arena);
        kin_diag_write(&buf, &diags.items[i]);
        fputs(buf.data, stderr);
    }
    kin_arena_free(arena);
    return fine ? 0 : 1;
}
