#include "content/maths.h"

#include <string.h>

const struct kin_maths *kin_maths_new(kin_arena *arena, enum kin_maths_kind kind, const char *text,
                                      const struct kin_maths *const *kids, size_t count)
{
    struct kin_maths *maths = KIN_NEW(arena, struct kin_maths);
    maths->kind = kind;
    maths->text = text;
    maths->count = count;
    if (count) {
        maths->kids = kin_copy_bytes(arena, kids, sizeof *kids * count);
    }
    return maths;
}

const struct kin_maths *kin_maths_fence(kin_arena *arena, const char *open, const char *close,
                                        const struct kin_maths *body)
{
    struct kin_maths *maths = KIN_NEW(arena, struct kin_maths);
    maths->kind = KIN_MATHS_FENCE;
    maths->open = open;
    maths->close = close;
    maths->count = 1;
    maths->kids = kin_copy_bytes(arena, &body, sizeof body);
    return maths;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_head(const struct kin_maths *a, const struct kin_maths *b)
{
    return a->kind == b->kind && a->count == b->count && same_text(a->text, b->text) && same_text(a->open, b->open) &&
           same_text(a->close, b->close);
}

bool kin_maths_equal(const struct kin_maths *a, const struct kin_maths *b)
{
    if (a == b) {
        return true;
    }
    if (!a || !b || !same_head(a, b)) {
        return false;
    }
    for (size_t i = 0; i < a->count; i++) {
        if (!kin_maths_equal(a->kids[i], b->kids[i])) {
            return false;
        }
    }
    return true;
}
