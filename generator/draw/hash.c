#include "draw/hash.h"

#include <string.h>

void kin_hash_bytes(struct kin_hash *hash, const char *bytes, size_t length)
{
    kin_hash_add(hash, length);
    for (size_t at = 0; at < length; at += 8) {
        uint64_t word = 0;
        memcpy(&word, bytes + at, length - at < 8 ? length - at : 8);
        kin_hash_add(hash, word);
    }
}

static void add_text(struct kin_hash *hash, const char *text)
{
    kin_hash_bytes(hash, text, strlen(text));
}

static void add_rat(struct kin_hash *hash, kin_arena *arena, struct kin_rat number)
{
    if (number.big) {
        add_text(hash, kin_rat_text(arena, number));
        return;
    }
    kin_hash_add(hash, (uint64_t)number.num);
    kin_hash_add(hash, (uint64_t)number.den);
}

static void add_poly(struct kin_hash *hash, kin_arena *arena, const struct kin_poly *poly)
{
    kin_hash_add(hash, poly->count);
    for (size_t i = 0; i < poly->count; i++) {
        const struct kin_term *term = &poly->terms[i];
        add_rat(hash, arena, term->coefficient);
        kin_hash_add(hash, term->count);
        for (size_t j = 0; j < term->count; j++) {
            kin_hash_add(hash, (uint64_t)term->powers[j].letter << 32 | term->powers[j].power);
        }
    }
}

static void add_list(struct kin_hash *hash, kin_arena *arena, const struct kin_list *list)
{
    kin_hash_add(hash, list->count);
    for (size_t i = 0; i < list->count; i++) {
        kin_hash_value(hash, arena, &list->items[i]);
    }
}

void kin_hash_value(struct kin_hash *hash, kin_arena *arena, const struct kin_value *value)
{
    kin_hash_add(hash, value->kind);
    switch (value->kind) {
    case KIN_NUMBER:
        add_rat(hash, arena, value->as.number);
        break;
    case KIN_TRUTH:
        kin_hash_add(hash, value->as.truth);
        break;
    case KIN_WORD:
        add_text(hash, value->as.word->one);
        break;
    case KIN_LIST:
        add_list(hash, arena, value->as.list);
        break;
    case KIN_POLY:
        add_poly(hash, arena, value->as.poly);
        break;
    case KIN_SPECIAL:
        kin_hash_add(hash, value->as.special);
        break;
    case KIN_NOTHING:
        break;
    default: /* canonical forms: one number, one text */
        add_text(hash, kin_value_text(arena, value));
        break;
    }
}

struct kin_digest kin_hash_digest(struct kin_hash hash)
{
    struct kin_digest digest = {{0}};
    memcpy(digest.bytes, &hash.a, sizeof hash.a);
    memcpy(digest.bytes + sizeof hash.a, &hash.b, sizeof hash.b);
    return digest;
}
