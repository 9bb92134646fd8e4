/* Formulas against the sizes that LuaLaTeX gives them with the same fonts: within 3 %, or 0.03 em of what is small.
 * Fractions stand a little lower than TeX's on purpose (maths_fraction.c), so heights are compared from top to bottom.
 * Usage: sizes sizes.txt [--page OUT.pdf]; the second prints them for the eye, to lay beside what tex.py prints. */
#include "rows.h"

#include "base/file.h"
#include "type/type.h"
#include "write/write.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double size_pt = 11, share = 0.03, least_em = 0.03;

struct proof {
    struct kin_typesetter *type;
    struct kin_diags diags;
    struct kin_scene *page; /* NULL: only measured */
    double y_pt;
    size_t rows, wrong;
};

static bool differs(double ours_em, double theirs_em)
{
    return fabs(ours_em - theirs_em) > fmax(share * theirs_em, least_em);
}

static void compare(struct proof *proof, const struct row *row, const struct kin_box *box)
{
    double width, height, depth;
    proof->rows++;
    if (sscanf(row->fields[3], "%lf %lf %lf", &width, &height, &depth) != 3) {
        printf("%zu: no sizes of %s\n", row->line, row->fields[1]);
        proof->wrong++;
        return;
    }
    double wide = box->width / size_pt, high = (box->ascent + box->descent) / size_pt;
    if (differs(wide, width) || differs(high, height + depth)) {
        printf("%zu: %-45s is %.3f wide, %.3f high, not %.3f, %.3f\n", row->line, row->fields[1], wide, high, width,
               height + depth);
        proof->wrong++;
    }
}

static void show(struct proof *proof, const struct kin_box *box)
{
    if (!proof->page) {
        return;
    }
    double down = proof->y_pt + box->ascent, half = proof->page->height_pt / 2;
    kin_box_draw(&proof->page->ops, box, down > half ? 306 : 36, down > half ? down - half + 36 : down);
    proof->y_pt += box->ascent + box->descent + 5;
}

static void try(void *data, const struct row *row)
{
    struct proof *proof = data;
    formula body = rows_formula(&proof->diags, row->fields[1]);
    if (!body) {
        printf("%zu: cannot read %s\n", row->line, row->fields[1]);
        proof->wrong++;
        return;
    }
    bool display = strcmp(row->fields[0], "display") == 0;
    struct kin_box *box = kin_box_maths(proof->type, build_arena, body, size_pt, display ? KIN_DISPLAY : KIN_INLINE);
    compare(proof, row, box);
    show(proof, box);
}

static bool write_page(struct proof *proof, char *path)
{
    struct kin_document document = {.title = "Formulas"};
    struct kin_buf bytes = kin_buf_in(build_arena);
    const char *reason;
    kin_document_add(build_arena, &document, proof->page);
    return kin_writer_named("pdf")->write(&bytes, &document, proof->type, &reason) &&
           kin_file_write(&proof->diags, path, bytes.data, bytes.length, KIN_FILE_SHARED);
}

int main(int count, char **arguments)
{
    build_arena = kin_arena_new();
    struct proof proof = {.diags = kin_diags_in(build_arena), .y_pt = 36};
    proof.type = kin_type_open(&proof.diags, &kin_fonts_schola, NULL);
    struct kin_source *source = count > 1 ? kin_file_read(build_arena, &proof.diags, arguments[1]) : NULL;
    if (!proof.type || !source) {
        return 2;
    }
    proof.page = count > 3 ? kin_scene_new(build_arena, 612, 1100) : NULL;
    rows_each(kin_copy(build_arena, source->bytes), try, &proof);
    printf("%zu formulas, %zu of another size\n", proof.rows, proof.wrong);
    bool written = !proof.page || write_page(&proof, arguments[3]);
    kin_type_free(proof.type);
    kin_arena_free(build_arena);
    return written && proof.rows >= 60 && !proof.wrong ? 0 : 1;
}
