/* The drawing operations of a form, or of the key, of a set file: scene SET.json LETTER|key */
#include "base/file.h"
#include "page/page.h"
#include "write/write.h"

#include <stdio.h>
#include <string.h>

static const struct kin_document *document_of(struct kin_typesetter *type, struct kin_diags *diags, struct kin_set *set,
                                              const char *which)
{
    if (!kin_page_measure(type, diags->arena, diags, set)) {
        return NULL;
    }
    for (size_t f = 0; f < set->form_count; f++) {
        if (strcmp(set->forms[f].letter, which) == 0) {
            return kin_page_form(type, diags->arena, diags, set, &set->forms[f]);
        }
    }
    return strcmp(which, "key") == 0 ? kin_page_key(type, diags->arena, diags, set) : NULL;
}

static bool print(struct kin_diags *diags, const char *path, const char *which)
{
    struct kin_source *source = kin_file_read(diags->arena, diags, path);
    struct kin_set *set = source ? kin_set_read(diags->arena, diags, source) : NULL;
    struct kin_typesetter *type = set ? kin_type_open(diags, kin_page_fonts(set), NULL) : NULL;
    const struct kin_document *document = type ? document_of(type, diags, set, which) : NULL;
    struct kin_buf trace = kin_buf_in(diags->arena);
    const char *reason = NULL;
    bool fine = document && kin_writer_named("trace")->write(&trace, document, type, &reason);
    if (fine) {
        fputs(trace.data, stdout);
    }
    kin_type_free(type);
    return fine;
}

int main(int count, char **arguments)
{
    if (count != 3) {
        fputs("usage: scene SET.json LETTER|key\n", stderr);
        return 2;
    }
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    bool fine = print(&diags, arguments[1], arguments[2]);
    for (size_t i = 0; i < diags.count; i++) {
        struct kin_buf buf = kin_buf_in(arena);
        kin_diag_write(&buf, &diags.items[i]);
        fputs(buf.data, stderr);
    }
    kin_arena_free(arena);
    return fine ? 0 : 1;
}
