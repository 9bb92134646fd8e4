#include "report_write.h"

#include "files.h"

#include "value/language.h"

#include <string.h>

static void print_report(kin_ctx *ctx, const struct kin_report *report, const char *folder,
                         const struct kin_report_files *files)
{
    struct kin_buf buf = kin_buf_in(ctx->arena);
    for (size_t i = 0; i < report->finding_count; i++) {
        kin_buf_add_escaped(&buf, report->findings[i], strlen(report->findings[i]));
        kin_buf_add_char(&buf, '\n');
    }
    for (size_t i = 0; i < files->count; i++) {
        kin_buf_addf(&buf, "  %s/%s\n", folder, files->items[i].name);
    }
    fputs(buf.data, stdout);
}

int report_write(kin_ctx *ctx, const struct kin_report *report, const char *folder)
{
    struct kin_report_files files;
    folder = folder ? folder : ".";
    bool fine =
        kin_report_files(ctx, report, NULL, &files) == KIN_OK && files_write(ctx, folder, files.items, files.count);
    if (fine) {
        print_report(ctx, report, folder, &files);
    }
    print_messages(ctx);
    return fine ? EXIT_DONE : EXIT_INPUT;
}

int look_check(const struct command *command, const char *language, const char *paper)
{
    if (language && !kin_language_of(language)) {
        return usage_error(command, "there is no language '%s': take en or es", language);
    }
    if (paper && strcmp(paper, "letter") != 0 && strcmp(paper, "a4") != 0) {
        return usage_error(command, "--paper takes letter or a4, not '%s'", paper);
    }
    return EXIT_DONE;
}
