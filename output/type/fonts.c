/* Font files: found by name in known folders, read whole, opened by FreeType and HarfBuzz. No system look-up of fonts
 * takes part, so that a document depends on nothing but the files named here. */
#include "type/typesetter.h"
#include "type/words.h"

#include <hb-ot.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KIN_FONT_SET(id, name, letters, packages, ...)                                                                 \
    const struct kin_font_files kin_fonts_##id = {name, packages, {__VA_ARGS__}, KIN_LETTERS_##letters};
/* Declared here for the sets that have no own name in type.h. */
extern const struct kin_font_files kin_fonts_termes, kin_fonts_dejavu;
#include "type/fonts.def"
#undef KIN_FONT_SET

const struct kin_font_files *kin_fonts_named(const char *name)
{
    static const struct kin_font_files *const sets[] = {
#define KIN_FONT_SET(id, name, letters, packages, ...) &kin_fonts_##id,
#include "type/fonts.def"
#undef KIN_FONT_SET
    };
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        if (!strcmp(sets[i]->name, name)) {
            return sets[i];
        }
    }
    return NULL;
}

/* Where the packages of Debian, Fedora, Arch, TeX Live, MacTeX and Homebrew put these fonts. */
static const char *const usual_folders[] = {
    "/usr/share/texmf/fonts/opentype/public/tex-gyre",
    "/usr/share/texmf/fonts/opentype/public/tex-gyre-math",
    "/usr/share/texmf-dist/fonts/opentype/public/tex-gyre",
    "/usr/share/texmf-dist/fonts/opentype/public/tex-gyre-math",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/tex-gyre",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/tex-gyre-math",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/TTF",
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/tex-gyre",
    "/usr/share/fonts/OTF",
    "/usr/share/fonts/opentype",
    "/usr/local/share/fonts",
    "/Library/TeX/Root/texmf-dist/fonts/opentype/public/tex-gyre",
    "/Library/TeX/Root/texmf-dist/fonts/opentype/public/tex-gyre-math",
    "/opt/homebrew/share/fonts",
    "/Library/Fonts",
    NULL,
};

enum { FONT_BYTES_MAX = 64 * 1024 * 1024, FILE_NAME_MAX = 4096 };

struct file_bytes {
    void *bytes; /* malloc'ed */
    size_t length;
};

static bool rest_read(FILE *file, struct file_bytes *into)
{
    if (fseek(file, 0, SEEK_END)) {
        return false;
    }
    long length = ftell(file);
    if (length <= 0 || length > FONT_BYTES_MAX || fseek(file, 0, SEEK_SET)) {
        return false;
    }
    into->bytes = malloc((size_t)length);
    into->length = (size_t)length;
    return into->bytes && fread(into->bytes, 1, into->length, file) == into->length;
}

static bool file_read(const char *folder, const char *name, struct file_bytes *into)
{
    char path[FILE_NAME_MAX];
    if (snprintf(path, sizeof path, "%s/%s", folder, name) >= (int)sizeof path) {
        return false;
    }
    FILE *file = fopen(path, "rb");
    if (!file) {
        return false;
    }
    bool whole = rest_read(file, into);
    fclose(file);
    if (!whole) {
        free(into->bytes);
        into->bytes = NULL;
    }
    return whole;
}

static bool file_find(const char *const *folders, const char *name, struct file_bytes *into)
{
    for (size_t i = 0; folders && folders[i]; i++) {
        if (file_read(folders[i], name, into)) {
            return true;
        }
    }
    return false;
}

static void folders_list(struct kin_buf *buf, const char *const *folders)
{
    for (size_t i = 0; folders && folders[i]; i++) {
        kin_buf_add(buf, buf->length ? ", " : "");
        kin_buf_add(buf, folders[i]);
    }
}

static void missing_file_report(struct kin_diags *diags, const struct kin_font_files *files, const char *name,
                                const char *const *folders)
{
    struct kin_buf looked = kin_buf_in(diags->arena);
    folders_list(&looked, folders);
    folders_list(&looked, usual_folders);
    kin_report(diags, KIN_E610, (struct kin_span){0}, name, NULL);
    kin_report_note(diags, "looked in %s", looked.data);
    if (files->packages) {
        kin_report_mend(diags, "on Debian and Ubuntu: apt-get install %s", files->packages);
    }
}

/* Measures and shaping of a face that FreeType has opened. */
static void font_prepare(struct kin_typesetter *type, struct font *font, const void *bytes)
{
    hb_blob_t *blob = hb_blob_create(bytes, (unsigned)font->length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    unsigned upem = hb_face_get_upem(face);
    font->hb = hb_font_create(face);
    hb_font_set_scale(font->hb, (int)upem, (int)upem);
    font->em = 1.0 / upem;
    font->glyph_count = hb_face_get_glyph_count(face);
    font->measures = KIN_NEW_N(type->arena, struct glyph_measure, font->glyph_count);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
}

static bool font_open(struct kin_typesetter *type, int face, struct file_bytes file)
{
    struct kin_font_hold *hold = type->hold;
    hold->bytes[face] = file.bytes;
    if (FT_New_Memory_Face(hold->library, file.bytes, (FT_Long)file.length, 0, &hold->faces[face])) {
        hold->faces[face] = NULL;
        return false;
    }
    type->fonts[face].length = file.length;
    font_prepare(type, &type->fonts[face], file.bytes);
    return type->fonts[face].glyph_count > 0 && FT_IS_SCALABLE(hold->faces[face]);
}

static bool fonts_load(struct kin_typesetter *type, const struct kin_font_files *files, const char *const *folders)
{
    for (int face = 0; face < KIN_FACE_COUNT; face++) {
        struct file_bytes file = {0};
        const char *name = files->files[face];
        if (!file_find(folders, name, &file) && !file_find(usual_folders, name, &file)) {
            missing_file_report(type->diags, files, name, folders);
            return false;
        }
        if (!font_open(type, face, file)) {
            kin_report(type->diags, KIN_E612, (struct kin_span){0}, name, "the file is damaged or of another kind",
                       NULL);
            return false;
        }
    }
    if (!kin_maths_constants_read(type)) {
        kin_report(type->diags, KIN_E612, (struct kin_span){0}, files->files[KIN_FACE_MATHS],
                   "it has no table of measures for formulas (OpenType MATH)", NULL);
        return false;
    }
    for (int face = 0; face < KIN_FACE_COUNT; face++) {
        struct font *font = &type->fonts[face];
        font->has_space = kin_glyph_find(type, face, ' ', &font->space);
    }
    return true;
}

static struct kin_font_hold *hold_new(void)
{
    struct kin_font_hold *hold = calloc(1, sizeof *hold);
    if (!hold) {
        abort(); /* as the arena does */
    }
    hold->count = 1;
    if (FT_Init_FreeType(&hold->library)) {
        hold->library = NULL;
    }
    return hold;
}

struct kin_font_hold *kin_type_keep(struct kin_typesetter *type)
{
    type->hold->count++;
    return type->hold;
}

void kin_font_release(struct kin_font_hold *hold)
{
    if (--hold->count > 0) {
        return;
    }
    for (int face = 0; face < KIN_FACE_COUNT; face++) {
        if (hold->faces[face]) {
            FT_Done_Face(hold->faces[face]);
        }
    }
    if (hold->library) {
        FT_Done_FreeType(hold->library);
    }
    for (int face = 0; face < KIN_FACE_COUNT; face++) {
        free(hold->bytes[face]);
    }
    free(hold);
}

struct kin_typesetter *kin_type_open(struct kin_diags *diags, const struct kin_font_files *files,
                                     const char *const *folders)
{
    kin_arena *arena = kin_arena_new();
    struct kin_typesetter *type = KIN_NEW(arena, struct kin_typesetter);
    type->arena = arena;
    type->scratch = kin_arena_new();
    type->measured = kin_arena_new();
    type->diags = diags;
    type->files = files;
    type->folders = folders;
    type->first = type;
    type->letters = files->letters;
    type->words = kin_words_new();
    type->shaping = hb_buffer_create();
    type->hold = hold_new();
    if (!type->hold->library) {
        kin_report(diags, KIN_E612, (struct kin_span){0}, files->files[0], "FreeType cannot be started", NULL);
    } else if (fonts_load(type, files, folders)) {
        return type;
    }
    kin_type_free(type);
    return NULL;
}

struct kin_typesetter *kin_type_beside(struct kin_typesetter *type, const struct kin_font_files *files)
{
    struct kin_typesetter *first = type->first, *found = first;
    while (found && found->files != files) {
        found = found->beside;
    }
    if (found) {
        return found;
    }
    struct kin_typesetter *opened = kin_type_open(first->diags, files, first->folders);
    if (!opened) {
        return type;
    }
    opened->first = first;
    opened->beside = first->beside;
    first->beside = opened;
    return opened;
}

void kin_type_take_figures(struct kin_typesetter *type, kin_figure_setter *setter, const char *language)
{
    type->figures = setter;
    type->language = language;
}

void kin_type_free(struct kin_typesetter *type)
{
    if (!type) {
        return;
    }
    for (struct kin_typesetter *next; (next = type->beside);) {
        type->beside = next->beside;
        next->beside = NULL;
        kin_type_free(next);
    }
    for (int face = 0; face < KIN_FACE_COUNT; face++) {
        struct font *font = &type->fonts[face];
        if (font->attached) {
            font->release(font->attached);
        }
        hb_font_destroy(font->hb);
    }
    kin_font_release(type->hold);
    hb_buffer_destroy(type->shaping);
    kin_words_free(type->words);
    kin_arena_free(type->scratch);
    kin_arena_free(type->measured);
    kin_arena_free(type->arena);
}

const void *kin_type_font_bytes(const struct kin_typesetter *type, int face, size_t *length)
{
    *length = type->fonts[face].length;
    return type->hold->bytes[face];
}

void *kin_type_ft_face(const struct kin_typesetter *type, int face)
{
    return type->hold->faces[face];
}

void kin_type_attach(struct kin_typesetter *type, int face, void *thing, void (*release)(void *thing))
{
    type->fonts[face].attached = thing;
    type->fonts[face].release = release;
}

void *kin_type_attached(const struct kin_typesetter *type, int face)
{
    return type->fonts[face].attached;
}
