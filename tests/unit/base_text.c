#include "unit.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

static void a_buffer_collects_all_kinds_of_text(void **state)
{
    struct kin_buf buf = kin_buf_in(*state);
    assert_string_equal(buf.data, "");
    kin_buf_add(&buf, "3");
    kin_buf_add_rune(&buf, 0x00D7);
    kin_buf_add_n(&buf, "45", 1);
    kin_buf_add_char(&buf, '=');
    kin_buf_addf(&buf, "%d", 12);
    assert_string_equal(buf.data, "3\u00D74=12");
    assert_int_equal(buf.length, strlen(buf.data));
}

static void a_buffer_grows(void **state)
{
    struct kin_buf buf = kin_buf_in(*state);
    for (int i = 0; i < 5000; i++) {
        kin_buf_addf(&buf, "%04d ", i);
    }
    assert_int_equal(buf.length, 25000);
    assert_memory_equal(buf.data + 5 * 4321, "4321 ", 5);
    assert_int_equal(buf.data[buf.length], '\0');
}

static void all_runes_survive_encoding(void **state)
{
    (void)state;
    for (uint32_t rune = 1; rune <= 0x10FFFF; rune++) {
        char bytes[KIN_UTF8_MAX];
        uint32_t back = 0;
        size_t size = kin_utf8_encode(rune, bytes);
        bool surrogate = rune >= 0xD800 && rune <= 0xDFFF;
        assert_int_equal(kin_utf8_decode(bytes, size, &back), surrogate ? 0 : size);
        assert_true(surrogate || back == rune);
    }
}

static void what_is_not_utf8_is_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"\x80",         "\xC0\x80",         "\xC1\xBF",         "\xE0\x80\x80",
                                      "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                                      "\xC3",         "\xE2\x82",         "\xC3\x28",         "\xFF"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        uint32_t rune;
        assert_int_equal(kin_utf8_decode(bad[i], strlen(bad[i]), &rune), 0);
        assert_int_equal(kin_utf8_first_bad(bad[i], strlen(bad[i])), 0);
    }
}

static void characters_are_counted_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(kin_utf8_count("\u03C0 \u2248 3", 8), 5);
    assert_int_equal(kin_utf8_count("", 0), 0);
}

static void forbidden_characters_are_found(void **state)
{
    (void)state;
    assert_int_equal(kin_utf8_first_bad("a\tb\r\n\u00E9", 7), 7);
    assert_int_equal(kin_utf8_first_bad("a\0b", 3), 1);
    assert_int_equal(kin_utf8_first_bad("ab\u202E", 5), 2);
    assert_int_equal(kin_utf8_first_bad("\xC3\xA9\xC2\x85", 4), 2);
    assert_true(kin_rune_forbidden(0x2066) && kin_rune_forbidden(0xFFFE) && kin_rune_forbidden(0x1B));
    assert_false(kin_rune_forbidden(0xA0) || kin_rune_forbidden(0x2212) || kin_rune_forbidden(0x1F600));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_buffer_collects_all_kinds_of_text),    ARENA_TEST(a_buffer_grows),
        cmocka_unit_test(all_runes_survive_encoding),       cmocka_unit_test(what_is_not_utf8_is_refused),
        cmocka_unit_test(characters_are_counted_not_bytes), cmocka_unit_test(forbidden_characters_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
