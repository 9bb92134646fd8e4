/* A quick 128-bit hash of numbers and values, for telling feature cells and keys apart while candidates are looked at.
 * Not for secrets and never written to a file that others rely on: identities go through base/digest.h. */
#ifndef KIN_DRAW_HASH_H
#define KIN_DRAW_HASH_H

#include "base/digest.h"
#include "value/value.h"

struct kin_hash {
    uint64_t a, b;
};

/* Finalisers of SplitMix64 (D. Stafford's "Mix13") and MurmurHash3 (A. Appleby): two unlike bijections of 64 bits. */
static inline uint64_t kin_mix_a(uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

static inline uint64_t kin_mix_b(uint64_t x)
{
    x = (x ^ (x >> 33)) * 0xff51afd7ed558ccdu;
    x = (x ^ (x >> 33)) * 0xc4ceb9fe1a85ec53u;
    return x ^ (x >> 33);
}

static inline void kin_hash_add(struct kin_hash *hash, uint64_t number)
{
    hash->a = kin_mix_a(hash->a ^ number) + 0x9e3779b97f4a7c15u;
    hash->b = kin_mix_b(hash->b + number * 0xd6e8feb86659fd93u + 0x632be59bd9b4e019u);
}

static inline bool kin_hash_equal(struct kin_hash x, struct kin_hash y)
{
    return x.a == y.a && x.b == y.b;
}

/* Bytes with their length; a value by what it is worth: 0.5 and 1/2 are the same, $2 and 2 are, places do not count. */
void kin_hash_bytes(struct kin_hash *hash, const char *bytes, size_t length);
void kin_hash_value(struct kin_hash *hash, kin_arena *arena, const struct kin_value *value);

/* As the first 16 bytes of a digest; the others are 0. */
struct kin_digest kin_hash_digest(struct kin_hash hash);

#endif
