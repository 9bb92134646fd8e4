/* Lists as maths: one after the other, points, sets and ratios. */
#include "content/piece.h"

static struct kin_piece list_of(const struct kin_maths *maths)
{
    return (struct kin_piece){.maths = maths, .shape = KIN_PIECE_LIST};
}

static struct kin_piece fenced(kin_arena *arena, const char *open, const char *close, const struct kin_maths *body)
{
    return (struct kin_piece){.maths = kin_maths_fence(arena, open, close, body)};
}

/* Elements of an inner list are those of a point: a set of points, points one after the other. */
static struct kin_piece element(struct kin_frame *frame, const struct kin_value *value, struct kin_number_format format,
                                struct kin_span span)
{
    bool point = value->kind == KIN_LIST && (format.kind == KIN_FORMAT_SET || format.kind == KIN_FORMAT_POINT);
    struct kin_number_format inner = {.kind = point ? KIN_FORMAT_POINT : KIN_FORMAT_NONE};
    bool of_list = format.kind == KIN_FORMAT_SET || format.kind == KIN_FORMAT_POINT || format.kind == KIN_FORMAT_RATIO;
    return kin_piece_of_value(frame, value, of_list ? inner : format, span);
}

static const struct kin_maths *separator(kin_arena *arena, enum kin_format_kind kind)
{
    return kind == KIN_FORMAT_RATIO ? kin_leaf(arena, KIN_MATHS_RELATION, ":") : &kin_maths_comma;
}

static const struct kin_maths *row_of(struct kin_frame *frame, const struct kin_list *list,
                                      struct kin_number_format format, struct kin_span span)
{
    struct kin_row row = {.arena = frame->arena};
    for (size_t i = 0; i < list->count; i++) {
        struct kin_piece item = element(frame, &list->items[i], format, span);
        if (!item.maths) {
            return NULL;
        }
        if (i) {
            kin_row_add(&row, separator(frame->arena, format.kind));
        }
        kin_row_add(&row, kin_piece_signed(frame->arena, &item));
    }
    return kin_row_maths(&row);
}

struct kin_piece kin_piece_of_list(struct kin_frame *frame, const struct kin_list *list,
                                   struct kin_number_format format, struct kin_span span)
{
    const struct kin_maths *row = row_of(frame, list, format, span);
    bool points = list->count && list->items[0].kind == KIN_LIST;
    if (!row) {
        return (struct kin_piece){0};
    }
    if (format.kind == KIN_FORMAT_SET) {
        return list->count ? fenced(frame->arena, "{", "}", row)
                           : (struct kin_piece){.maths = kin_leaf(frame->arena, KIN_MATHS_SYMBOL, "∅")};
    }
    return format.kind == KIN_FORMAT_POINT && !points ? fenced(frame->arena, "(", ")", row) : list_of(row);
}

/* 3/4 as 3 : 4. */
struct kin_piece kin_piece_of_ratio(kin_arena *arena, struct kin_rat number)
{
    struct kin_row row = {.arena = arena};
    kin_row_add(&row, kin_maths_whole(arena, kin_rat_numerator(arena, number)));
    kin_row_add(&row, kin_leaf(arena, KIN_MATHS_RELATION, ":"));
    kin_row_add(&row, kin_maths_whole(arena, kin_rat_denominator(arena, number)));
    return list_of(kin_row_maths(&row));
}
