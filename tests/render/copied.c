/* Formulas one under another in a PDF, to be copied from it. Usage: copied copied.txt OUT.pdf */
#include "rows.h"

#include "base/file.h"
#include "type/type.h"
#include "write/write.h"

#include <stdio.h>

struct proof {
    struct kin_typesetter *type;
    struct kin_diags diags;
    struct kin_document document;
    struct kin_scene *page; /* that is being filled */
    size_t on_page, rows, wrong;
};

enum { ON_PAGE = 20 };

static void begin_page(struct proof *proof)
{
    proof->page = kin_scene_new(build_arena, 612, 60 + 160.0 * ON_PAGE);
    kin_document_add(build_arena, &proof->document, proof->page);
    proof->on_page = 0;
}

static void put(void *data, const struct row *row)
{
    struct proof *proof = data;
    formula body = rows_formula(&proof->diags, row->fields[0]);
    if (!body) {
        printf("%zu: cannot read %s\n", row->line, row->fields[0]);
        proof->wrong++;
        return;
    }
    if (!proof->page || proof->on_page == ON_PAGE) {
        begin_page(proof);
    }
    enum kin_maths_style style = proof->rows++ % 2 ? KIN_INLINE : KIN_DISPLAY;
    kin_box_draw(&proof->page->ops, kin_box_maths(proof->type, build_arena, body, 12, style), 72,
                 60 + 160.0 * (double)proof->on_page++);
}

static bool write(struct proof *proof, const char *path)
{
    struct kin_buf bytes = kin_buf_in(build_arena);
    const char *reason;
    return kin_writer_named("pdf")->write(&bytes, &proof->document, proof->type, &reason) &&
           kin_file_write(&proof->diags, path, bytes.data, bytes.length, KIN_FILE_SHARED);
}

int main(int count, char **arguments)
{
    build_arena = kin_arena_new();
    struct proof proof = {.diags = kin_diags_in(build_arena), .document = {.title = "Copied"}};
    proof.type = kin_type_open(&proof.diags, &kin_fonts_schola, NULL);
    struct kin_source *source = count > 2 ? kin_file_read(build_arena, &proof.diags, arguments[1]) : NULL;
    if (!proof.type || !source) {
        return 2;
    }
    rows_each(kin_copy(build_arena, source->bytes), put, &proof);
    bool written = write(&proof, arguments[2]);
    kin_type_free(proof.type);
    kin_arena_free(build_arena);
    return written && !proof.wrong ? 0 : 1;
}
