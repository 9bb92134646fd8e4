/* Digests and keyed hashes of fields (BLAKE2b by libsodium). A message is a list of separate fields, each
 * hashed with its length, so that ("ab", "c") and ("a", "bc") differ. */
#ifndef KIN_BASE_DIGEST_H
#define KIN_BASE_DIGEST_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum { KIN_DIGEST_BYTES = 32 };

struct kin_digest {
    unsigned char bytes[KIN_DIGEST_BYTES];
};

struct kin_hash_field {
    const void *bytes;
    size_t length;
};

/* Prepare libsodium; to be called once before anything else here. Returns 0, or -1 when that fails. */
int kin_digest_start(void);

/* Digest of the fields under a key of 0 to 64 bytes. */
struct kin_digest kin_digest_fields(const void *key, size_t key_length, const struct kin_hash_field *fields,
                                    size_t count);

/* The first 64 bits of a digest, little-endian. */
uint64_t kin_digest_number(const struct kin_digest *digest);

/* Lower-case hexadecimal text of the first `bytes` bytes. */
char *kin_digest_text(kin_arena *arena, const struct kin_digest *digest, size_t bytes);

/* Read kin_digest_text's form of all bytes back; false when the text is not that. */
bool kin_digest_parse(const char *text, struct kin_digest *digest);

/* 64 random bits from the system, for a default seed. */
uint64_t kin_random_seed(void);

/* `size` random bytes from the system, for a secret. */
void kin_random_bytes(void *bytes, size_t size);

/* A field made of a NUL-terminated text, and one of a number that the caller keeps. */
struct kin_hash_field kin_hash_text(const char *text);
struct kin_hash_field kin_hash_number(const uint64_t *number);

#endif
