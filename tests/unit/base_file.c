#include "unit.h"

#include "base/file.h"
#include "base/limits.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own for each test. */
struct place {
    kin_arena *arena;
    struct kin_diags diags;
    char folder[64];
};

static int make_place(void **state)
{
    struct place *place = calloc(1, sizeof *place);
    place->arena = kin_arena_new();
    place->diags = kin_diags_in(place->arena);
    strcpy(place->folder, "/tmp/formkin-unit-XXXXXX");
    *state = place;
    return mkdtemp(place->folder) ? 0 : -1;
}

static int remove_place(void **state)
{
    struct place *place = *state;
    int status = system(kin_format(place->arena, "rm -r '%s'", place->folder));
    kin_arena_free(place->arena);
    free(place);
    return status;
}

static const char *path_of(struct place *place, const char *name)
{
    return kin_format(place->arena, "%s/%s", place->folder, name);
}

static bool write_text(struct place *place, const char *name, const char *text)
{
    return kin_file_write(&place->diags, path_of(place, name), text, strlen(text), KIN_FILE_SHARED);
}

static size_t count_files(struct place *place)
{
    struct kin_paths paths = {0};
    assert_true(kin_files_below(place->arena, &place->diags, place->folder, "", &paths));
    return paths.count;
}

static void what_was_written_is_read(void **state)
{
    struct place *place = *state;
    assert_true(write_text(place, "a.xml", "old"));
    assert_true(write_text(place, "a.xml", "\xEF\xBB\xBF<bank/>\n"));
    struct kin_source *source = kin_file_read(place->arena, &place->diags, path_of(place, "a.xml"));
    assert_string_equal(source->bytes, "<bank/>\n");
    assert_int_equal(source->length, 8);
    assert_int_equal(count_files(place), 1);
}

static void modes_are_kept_apart(void **state)
{
    struct place *place = *state;
    struct stat status;
    mode_t mask = umask(022);
    assert_true(write_text(place, "shared", "x"));
    assert_true(kin_file_write(&place->diags, path_of(place, "own"), "x", 1, KIN_FILE_OWNER_ONLY));
    umask(mask);
    assert_int_equal(stat(path_of(place, "shared"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0644);
    assert_int_equal(stat(path_of(place, "own"), &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static void a_failed_write_leaves_nothing_behind(void **state)
{
    struct place *place = *state;
    assert_false(write_text(place, "missing/a.pdf", "x"));
    assert_int_equal(place->diags.items[0].id, KIN_E601);
    assert_true(kin_directory_make(&place->diags, path_of(place, "taken")));
    assert_true(write_text(place, "taken/inner", "kept"));
    assert_false(write_text(place, "taken", "x"));
    assert_int_equal(place->diags.errors, 2);
    assert_int_equal(count_files(place), 1);
}

static void expect_refused(struct place *place, const char *name, enum kin_diag_id id)
{
    size_t before = place->diags.count;
    assert_null(kin_file_read(place->arena, &place->diags, path_of(place, name)));
    assert_int_equal(place->diags.count, before + 1);
    assert_int_equal(place->diags.items[before].id, id);
}

static void files_that_are_no_text_are_refused(void **state)
{
    struct place *place = *state;
    write_text(place, "latin1", "caf\xE9 ");
    write_text(place, "bidi", "a\u202E");
    expect_refused(place, "latin1", KIN_E103);
    expect_refused(place, "bidi", KIN_E104);
    expect_refused(place, "missing", KIN_E101);
    expect_refused(place, "", KIN_E101);
    assert_int_equal(mkfifo(path_of(place, "fifo"), 0600), 0);
    expect_refused(place, "fifo", KIN_E101);
    write_text(place, "large", "x");
    assert_int_equal(truncate(path_of(place, "large"), KIN_LIMIT_FILE_BYTES + 1), 0);
    expect_refused(place, "large", KIN_E102);
}

static void folders_are_made_with_their_parents(void **state)
{
    struct place *place = *state;
    assert_true(kin_directory_make(&place->diags, path_of(place, "a/b//c/")));
    assert_true(kin_directory_make(&place->diags, path_of(place, "a/b/c")));
    assert_true(write_text(place, "a/b/c/file", "x"));
    assert_false(kin_directory_make(&place->diags, path_of(place, "a/b/c/file/d")));
    assert_int_equal(place->diags.items[0].id, KIN_E602);
}

static void files_are_listed_in_order(void **state)
{
    struct place *place = *state;
    kin_directory_make(&place->diags, path_of(place, "b"));
    write_text(place, "b/z.xml", "x");
    write_text(place, "c.xml", "x");
    write_text(place, "a.xml", "x");
    write_text(place, "a.txt", "x");
    write_text(place, ".hidden.xml", "x");
    assert_int_equal(symlink("..", path_of(place, "b/up")), 0);
    assert_int_equal(symlink("../b", path_of(place, "b/again")), 0);
    struct kin_paths paths = {0};
    assert_true(kin_files_below(place->arena, &place->diags, place->folder, ".xml", &paths));
    assert_int_equal(paths.count, 3);
    assert_string_equal(paths.items[0], path_of(place, "a.xml"));
    assert_string_equal(paths.items[1], path_of(place, "b/z.xml"));
    assert_string_equal(paths.items[2], path_of(place, "c.xml"));
    assert_true(kin_files_below(place->arena, &place->diags, path_of(place, "a.txt"), ".xml", &paths));
    assert_string_equal(paths.items[3], path_of(place, "a.txt"));
    assert_false(kin_files_below(place->arena, &place->diags, path_of(place, "none"), ".xml", &paths));
}

#define PLACE_TEST(test) cmocka_unit_test_setup_teardown(test, make_place, remove_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(what_was_written_is_read),
        PLACE_TEST(modes_are_kept_apart),
        PLACE_TEST(a_failed_write_leaves_nothing_behind),
        PLACE_TEST(files_that_are_no_text_are_refused),
        PLACE_TEST(folders_are_made_with_their_parents),
        PLACE_TEST(files_are_listed_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
