/* Fonts that are there, missing, or no fonts. */
#include "type/type.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void sets_are_found_by_name(void **state)
{
    (void)state;
    assert_ptr_equal(kin_fonts_named("schola"), &kin_fonts_schola);
    assert_non_null(kin_fonts_named("termes"));
    assert_null(kin_fonts_named("comic"));
}

static void every_set_opens(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    const char *names[] = {"schola", "termes"};
    for (int i = 0; i < 2; i++) {
        struct kin_typesetter *type = kin_type_open(&diags, kin_fonts_named(names[i]), NULL);
        assert_non_null(type);
        size_t length;
        assert_true(kin_type_font_bytes(type, KIN_FACE_MATHS, &length) && length > 10000);
        assert_non_null(kin_type_ft_face(type, KIN_FACE_BOLD));
        assert_null(kin_type_attached(type, KIN_FACE_BOLD));
        kin_type_free(type);
    }
    assert_int_equal(diags.errors, 0);
}

static void a_missing_file_is_named(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    const char *folders[] = {"/nowhere/fonts", NULL};
    struct kin_font_files files = kin_fonts_schola;
    files.files[KIN_FACE_BOLD] = "no-such-font.otf";
    assert_null(kin_type_open(&diags, &files, folders));
    assert_int_equal(diags.count, 1);
    assert_int_equal(diags.items[0].id, KIN_E610);
    assert_non_null(strstr(diags.items[0].message, "no-such-font.otf"));
    assert_non_null(strstr(diags.items[0].note, "/nowhere/fonts, /usr/share"));
    assert_non_null(strstr(diags.items[0].mend, "fonts-texgyre"));
}

static void write_font(const char *folder, const char *name, const char *bytes, char *path, size_t size)
{
    snprintf(path, size, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
}

static void a_damaged_file_is_refused(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    char folder[] = "/tmp/kin-fonts-XXXXXX", path[256];
    assert_non_null(mkdtemp(folder));
    const char *folders[] = {folder, NULL};
    write_font(folder, kin_fonts_schola.files[0], "OTTO this is no font", path, sizeof path);
    assert_null(kin_type_open(&diags, &kin_fonts_schola, folders));
    assert_int_equal(diags.items[diags.count - 1].id, KIN_E612);
    unlink(path);
    rmdir(folder);
}

static void a_face_without_measures_is_refused(void **state)
{
    struct kin_diags diags = kin_diags_in(*state);
    struct kin_font_files files = kin_fonts_schola;
    files.files[KIN_FACE_MATHS] = files.files[KIN_FACE_REGULAR];
    assert_null(kin_type_open(&diags, &files, NULL));
    assert_int_equal(diags.items[0].id, KIN_E612);
    assert_non_null(strstr(diags.items[0].message, "MATH"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(sets_are_found_by_name),
        ARENA_TEST(every_set_opens),
        ARENA_TEST(a_missing_file_is_named),
        ARENA_TEST(a_damaged_file_is_refused),
        ARENA_TEST(a_face_without_measures_is_refused),
    };
    return cmocka_run_group_tests_name("fonts", tests, NULL, NULL);
}
