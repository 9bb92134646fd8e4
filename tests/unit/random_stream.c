#include "unit.h"

#include "random/stream.h"

#include <string.h>

static const struct kin_seed plain_seed = {.number = 7};

/* Names that differ in one field each, or only in where a text stands. */
static const struct kin_stream_name names[] = {
    {.purpose = "numbers", .template_id = "ab"},
    {.purpose = "mode", .template_id = "ab"},
    {.purpose = "numbers", .template_id = "a"},
    {.purpose = "numbersa", .template_id = "b"},
    {.purpose = "numbers", .template_id = "ab", .occurrence = 1},
    {.purpose = "numbers", .template_id = "ab", .form = ""},
    {.purpose = "numbers", .template_id = "ab", .form = "A"},
    {.purpose = "numbers", .template_id = "ab", .field = "A"},
    {.purpose = "numbers", .template_id = "ab", .field = ""},
    {.purpose = "numbers", .template_id = "ab", .student = "A"},
    {.purpose = "numbers", .template_id = "ab", .student = ""},
    {.purpose = "numbers"},
    {.purpose = "numbers", .template_id = ""},
    {0},
};
enum { NAMES = sizeof names / sizeof *names };

static void names_that_differ_give_streams_that_differ(void **state)
{
    (void)state;
    for (size_t i = 0; i < NAMES; i++) {
        for (size_t j = 0; j < NAMES; j++) {
            struct kin_pcg a = kin_stream(&plain_seed, &names[i]), b = kin_stream(&plain_seed, &names[j]);
            bool same = a.state == b.state && a.increment == b.increment;
            assert_int_equal(same, i == j);
        }
    }
}

static void seed_and_secret_count(void **state)
{
    (void)state;
    static const unsigned char secret[64] = "of one ledger", other[64] = "of another ledger";
    const struct kin_seed seeds[] = {plain_seed, {8, NULL, 0}, {7, secret, 64}, {7, other, 64}, {7, secret, 5}};
    for (size_t i = 0; i < 5; i++) {
        for (size_t j = 0; j < 5; j++) {
            struct kin_pcg a = kin_stream(&seeds[i], &names[0]), b = kin_stream(&seeds[j], &names[0]);
            assert_int_equal(kin_pcg_next64(&a) == kin_pcg_next64(&b), i == j);
        }
    }
}

static uint64_t read_number(const unsigned char *bytes)
{
    uint64_t number = 0;
    for (int i = 7; i >= 0; i--) {
        number = number << 8 | bytes[i];
    }
    return number;
}

static void the_digest_s_first_bytes_seed_the_stream(void **state)
{
    (void)state;
    struct kin_digest digest = kin_stream_digest(&plain_seed, &names[6]);
    struct kin_pcg expected = kin_pcg_seed(read_number(digest.bytes), read_number(digest.bytes + 8));
    struct kin_pcg found = kin_stream(&plain_seed, &names[6]);
    assert_true(found.state == expected.state && found.increment == expected.increment);
}

/* Printed seeds must give the same forms for ever: b2sum's BLAKE2b of the fields, each after its length. */
static void the_digest_never_changes(void **state)
{
    struct kin_digest digest = kin_stream_digest(&plain_seed, &names[6]);
    assert_string_equal(kin_digest_text(*state, &digest, KIN_DIGEST_BYTES),
                        "b377112eb8d7d1d1640e537c19269d20f53caf44dc2a45bd25133fe3868bd5fe");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_differ_give_streams_that_differ),
        cmocka_unit_test(seed_and_secret_count),
        cmocka_unit_test(the_digest_s_first_bytes_seed_the_stream),
        ARENA_TEST(the_digest_never_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
