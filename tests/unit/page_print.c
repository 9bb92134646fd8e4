/* Forms and key of the sample set through the PDF writer. With a folder as argument the files are left there, to be
 * looked at. */
#include "unit.h"

#include "page_sample.h"
#include "write/write.h"

static const char *folder; /* NULL: keep nothing */

static struct kin_typesetter *open_type(kin_arena *arena, struct kin_diags *diags)
{
    *diags = kin_diags_in(arena);
    struct kin_typesetter *type = kin_type_open(diags, &kin_fonts_schola, NULL);
    assert_non_null(type);
    return type;
}

static struct kin_buf pdf_of(kin_arena *arena, struct kin_typesetter *type, const struct kin_document *document)
{
    struct kin_buf bytes = kin_buf_in(arena);
    const char *reason = NULL;
    assert_true(kin_writer_named("pdf")->write(&bytes, document, type, &reason));
    assert_memory_equal(bytes.data, "%PDF-", 5);
    return bytes;
}

static void keep(kin_arena *arena, struct kin_diags *diags, const char *name, const struct kin_buf *bytes)
{
    if (folder) {
        const char *path = kin_format(arena, "%s/%s.pdf", folder, name);
        assert_true(kin_file_write(diags, path, bytes->data, bytes->length, KIN_FILE_SHARED));
    }
}

static void print_set(kin_arena *arena, const char *name, struct sample_wish wish)
{
    struct kin_diags diags;
    struct kin_typesetter *type = open_type(arena, &diags);
    struct kin_set *set = sample_set(arena, wish);
    assert_true(kin_page_measure(type, arena, &diags, set));
    for (size_t i = 0; i < set->form_count; i++) {
        struct kin_document *document = kin_page_form(type, arena, &diags, set, &set->forms[i]);
        struct kin_buf bytes = pdf_of(arena, type, document);
        keep(arena, &diags, kin_format(arena, "%s-%s", name, set->forms[i].letter), &bytes);
    }
    struct kin_document *key = kin_page_key(type, arena, &diags, set);
    struct kin_buf first = pdf_of(arena, type, key), second = pdf_of(arena, type, key);
    assert_int_equal(first.length, second.length);
    assert_memory_equal(first.data, second.data, first.length);
    keep(arena, &diags, kin_format(arena, "%s-key", name), &first);
    assert_int_equal(diags.count, 0);
    kin_type_free(type);
}

static void test_letter(void **state)
{
    print_set(*state, "letter", (struct sample_wish){0});
}

static void test_a4_three_forms(void **state)
{
    print_set(*state, "a4", (struct sample_wish){.paper = "a4", .forms = 3, .space = "tight"});
}

static void test_short_ticket(void **state)
{
    print_set(*state, "ticket", (struct sample_wish){.items = 3});
}

static void test_many_forms(void **state)
{
    print_set(*state, "many", (struct sample_wish){.forms = 10, .space = "generous"});
}

int main(int argc, char **argv)
{
    folder = argc > 1 ? argv[1] : NULL;
    const struct CMUnitTest tests[] = {
        ARENA_TEST(test_letter),
        ARENA_TEST(test_a4_three_forms),
        ARENA_TEST(test_short_ticket),
        ARENA_TEST(test_many_forms),
    };
    return cmocka_run_group_tests_name("print", tests, NULL, NULL);
}
