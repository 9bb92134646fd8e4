/* A page with QR codes of 20 mm: one short text and one of the longest kind. Usage: coded OUT.pdf */
#include "build.h"

#include "base/file.h"
#include "type/type.h"
#include "write/write.h"

int main(int argc, char **argv)
{
    const double side = 20 / 25.4 * 72;
    build_arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(build_arena);
    struct kin_typesetter *type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    struct kin_scene *page = kin_scene_new(build_arena, 300, 200);
    struct kin_document document = {.title = "Coded"};
    struct kin_buf bytes = kin_buf_in(build_arena);
    const char *reason;
    kin_document_add(build_arena, &document, page);
    bool done = type && argc == 2 && kin_qr(&page->ops, "K7QM-2XD9", 20, 20, side) &&
                kin_qr(&page->ops, "K7QM-2XD9:exit-ticket-8.EE.C.7b:A:2", 150.3, 61.7, side) &&
                kin_writer_named("pdf")->write(&bytes, &document, type, &reason) &&
                kin_file_write(&diags, argv[1], bytes.data, bytes.length, KIN_FILE_SHARED);
    kin_type_free(type);
    kin_arena_free(build_arena);
    return done ? 0 : 1;
}
