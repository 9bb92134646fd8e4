#include "base/digest.h"

#include <sodium.h>
#include <string.h>

int kin_digest_start(void)
{
    return sodium_init() < 0 ? -1 : 0;
}

static void hash_number(crypto_generichash_state *state, uint64_t number)
{
    unsigned char bytes[8];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (unsigned char)(number >> (8 * i));
    }
    crypto_generichash_update(state, bytes, sizeof bytes);
}

struct kin_digest kin_digest_fields(const void *key, size_t key_length, const struct kin_hash_field *fields,
                                    size_t count)
{
    crypto_generichash_state state;
    struct kin_digest digest;
    crypto_generichash_init(&state, key_length ? key : NULL, key_length, sizeof digest.bytes);
    for (size_t i = 0; i < count; i++) {
        hash_number(&state, fields[i].length);
        crypto_generichash_update(&state, fields[i].bytes, fields[i].length);
    }
    crypto_generichash_final(&state, digest.bytes, sizeof digest.bytes);
    return digest;
}

uint64_t kin_digest_number(const struct kin_digest *digest)
{
    uint64_t number = 0;
    for (size_t i = 0; i < 8; i++) {
        number |= (uint64_t)digest->bytes[i] << (8 * i);
    }
    return number;
}

char *kin_digest_text(kin_arena *arena, const struct kin_digest *digest, size_t bytes)
{
    char *text = kin_alloc(arena, 2 * bytes + 1);
    sodium_bin2hex(text, 2 * bytes + 1, digest->bytes, bytes);
    return text;
}

bool kin_digest_parse(const char *text, struct kin_digest *digest)
{
    size_t length = 0;
    return sodium_hex2bin(digest->bytes, KIN_DIGEST_BYTES, text, strlen(text), NULL, &length, NULL) == 0 &&
           length == KIN_DIGEST_BYTES;
}

uint64_t kin_random_seed(void)
{
    uint64_t seed;
    randombytes_buf(&seed, sizeof seed);
    return seed;
}

void kin_random_bytes(void *bytes, size_t size)
{
    randombytes_buf(bytes, size);
}

struct kin_hash_field kin_hash_text(const char *text)
{
    return (struct kin_hash_field){text, strlen(text)};
}

/* Numbers are hashed as the machine stores them: all machines that Formkin is built for are little-endian,
 * and digest.c refuses to compile elsewhere. */
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "field numbers are hashed little-endian");

struct kin_hash_field kin_hash_number(const uint64_t *number)
{
    return (struct kin_hash_field){number, sizeof *number};
}
