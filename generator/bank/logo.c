/* A school's sign as one line of text: a PNG file as it is, an SVG drawing as outlines. */
#include "bank/paper_style.h"

#include "bank/svg.h"
#include "base/file.h"
#include "base/picture.h"

enum { MOST_BYTES = 1024 * 1024 };

static void report(struct kin_diags *diags, struct kin_span span, const char *path, const char *reason)
{
    kin_report(diags, KIN_E4003, span, path, reason, NULL);
    kin_report_mend(diags, "name a PNG picture of at most 1 MB, or an SVG drawing of shapes and paths");
}

const char *kin_logo_load(kin_arena *arena, struct kin_diags *diags, struct kin_span span, const char *path)
{
    size_t length;
    const char *bytes = kin_file_bytes(arena, diags, path, &length);
    if (!bytes) {
        return NULL;
    }
    const char *reason = length > MOST_BYTES ? "it is larger than 1 MB" : NULL;
    const char *text = reason ? NULL : kin_picture_of_png(arena, bytes, length);
    if (!text && !reason) {
        text = kin_svg_outlines(arena, path, bytes, length, &reason);
    }
    if (!text) {
        report(diags, span, path, reason);
    }
    return text;
}
