/* Errors of an instance name the values that made it, so that an author can see it happen. */
#include "draw/resolve_walk.h"

enum { MOST_NAMED = 24, MOST_BYTES = 60 }; /* values in one note; bytes of one value's text */

char *kin_resolve_values(const struct kin_template *template, const struct kin_frame *frame)
{
    struct kin_buf buf = kin_buf_in(frame->arena);
    size_t named = 0;
    for (size_t i = 0; i < template->field_count && named < MOST_NAMED; i++) {
        const struct kin_value *value = &frame->slots[template->fields[i].slot];
        if (value->kind != KIN_NOTHING) {
            kin_buf_addf(&buf, "%s%s = %.*s", named++ ? ", " : "", template->fields[i].name, MOST_BYTES,
                         kin_value_text(frame->arena, value));
        }
    }
    return buf.data;
}

void kin_resolve_note(const struct kin_template *template, const struct kin_frame *frame, struct kin_diags *diags)
{
    const char *values = kin_resolve_values(template, frame);
    if (*values) {
        kin_report_note(diags, "seen with %s", values);
    }
}

void kin_resolve_report(const struct kin_template *template, const struct kin_frame *frame, struct kin_diags *diags)
{
    kin_report(diags, frame->fault.id, frame->fault.span, frame->fault.detail, NULL);
    kin_resolve_note(template, frame, diags);
}
