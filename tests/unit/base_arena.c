#include "unit.h"

#include <stdalign.h>
#include <string.h>

static void memory_is_zeroed_and_aligned(void **state)
{
    for (size_t size = 0; size < 200; size++) {
        unsigned char *place = kin_alloc(*state, size);
        assert_int_equal((uintptr_t)place % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(place[i], 0);
            place[i] = 0xFF;
        }
    }
}

static void a_block_larger_than_all_others_is_found(void **state)
{
    char *large = kin_alloc(*state, 5 * 1024 * 1024);
    large[5 * 1024 * 1024 - 1] = 'x';
    char *small = kin_alloc(*state, 1);
    assert_int_equal(*small, 0);
    assert_int_equal(large[5 * 1024 * 1024 - 1], 'x');
}

static void copies_end_with_nul(void **state)
{
    assert_string_equal(kin_copy(*state, "gym"), "gym");
    assert_string_equal(kin_copy_n(*state, "gymnasium", 3), "gym");
    assert_string_equal(kin_copy_n(*state, NULL, 0), "");
    assert_string_equal(kin_format(*state, "%d%s", 7, "th"), "7th");
    assert_memory_equal(kin_copy_bytes(*state, "a\0b", 3), "a\0b", 3);
}

static void rewinding_gives_zeroed_memory_again(void **state)
{
    char *kept = kin_copy(*state, "kept");
    struct kin_mark mark = kin_arena_mark(*state);
    char *first = kin_alloc(*state, 100);
    memset(first, 'x', 100);
    kin_arena_rewind(*state, mark);
    char *second = kin_alloc(*state, 100);
    assert_ptr_equal(first, second);
    for (size_t i = 0; i < 100; i++) {
        assert_int_equal(second[i], 0);
    }
    assert_string_equal(kept, "kept");
}

static void rewinding_an_empty_arena_empties_it(void **state)
{
    struct kin_mark mark = kin_arena_mark(*state);
    for (int i = 0; i < 50; i++) {
        kin_alloc(*state, 100000);
    }
    kin_arena_rewind(*state, mark);
    assert_null(kin_arena_mark(*state).block);
    assert_string_equal(kin_copy(*state, "again"), "again");
}

static void a_drawing_loop_does_not_grow(void **state)
{
    kin_copy(*state, "a bank");
    struct kin_mark mark = kin_arena_mark(*state);
    size_t size = 0;
    for (int round = 0; round < 1000; round++) {
        for (int i = 0; i < 60; i++) {
            kin_alloc(*state, 1000);
        }
        kin_arena_rewind(*state, mark);
        size = round == 10 ? kin_arena_size(*state) : size;
    }
    assert_int_equal(kin_arena_size(*state), size);
}

static void pushing_keeps_what_was_there(void **state)
{
    struct {
        int *items;
        size_t count, room;
    } list = {0};
    for (int i = 0; i < 1000; i++) {
        KIN_PUSH(*state, list.items, list.count, list.room) = i * i;
    }
    assert_int_equal(list.count, 1000);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(list.items[i], i * i);
    }
}

/* Arrays read from a file have a count but no room to grow in. */
static void pushing_onto_an_array_without_room_copies_it(void **state)
{
    enum { COUNT = 40 };
    size_t count = COUNT, room = 0;
    int *items = KIN_NEW_N(*state, int, COUNT);
    int *after = KIN_NEW_N(*state, int, 4);
    items[COUNT - 1] = 7;
    KIN_PUSH(*state, items, count, room) = 9;
    assert_int_equal(count, COUNT + 1);
    assert_true(room > COUNT);
    assert_int_equal(items[COUNT - 1], 7);
    assert_int_equal(items[COUNT], 9);
    assert_int_equal(after[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(pushing_onto_an_array_without_room_copies_it),
        ARENA_TEST(memory_is_zeroed_and_aligned),
        ARENA_TEST(a_block_larger_than_all_others_is_found),
        ARENA_TEST(copies_end_with_nul),
        ARENA_TEST(rewinding_gives_zeroed_memory_again),
        ARENA_TEST(rewinding_an_empty_arena_empties_it),
        ARENA_TEST(a_drawing_loop_does_not_grow),
        ARENA_TEST(pushing_keeps_what_was_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
