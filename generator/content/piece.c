#include "content/piece.h"

#include "content/formula.h"
#include "content/furniture.h"
#include "value/grammar.h"

#include <string.h>

const struct kin_maths kin_maths_minus_sign = {.kind = KIN_MATHS_SIGN, .text = "−"};
const struct kin_maths kin_maths_plus_sign = {.kind = KIN_MATHS_SIGN, .text = "+"};
const struct kin_maths kin_maths_plus_minus_sign = {.kind = KIN_MATHS_SIGN, .text = "±"};
const struct kin_maths kin_maths_plus = {.kind = KIN_MATHS_OPERATOR, .text = "+"};
const struct kin_maths kin_maths_minus = {.kind = KIN_MATHS_OPERATOR, .text = "−"};
const struct kin_maths kin_maths_plus_minus = {.kind = KIN_MATHS_OPERATOR, .text = "±"};
const struct kin_maths kin_maths_times = {.kind = KIN_MATHS_OPERATOR, .text = "×"};
const struct kin_maths kin_maths_dot = {.kind = KIN_MATHS_OPERATOR, .text = "·"};
const struct kin_maths kin_maths_divide = {.kind = KIN_MATHS_OPERATOR, .text = "÷"};
const struct kin_maths kin_maths_union = {.kind = KIN_MATHS_OPERATOR, .text = "∪"};
const struct kin_maths kin_maths_intersection = {.kind = KIN_MATHS_OPERATOR, .text = "∩"};
const struct kin_maths kin_maths_compose = {.kind = KIN_MATHS_OPERATOR, .text = "∘"};
const struct kin_maths kin_maths_comma = {.kind = KIN_MATHS_PUNCT, .text = ","};
const struct kin_maths kin_maths_thin_space = {.kind = KIN_MATHS_SPACE, .text = "thin"};

const struct kin_maths *kin_leaf(kin_arena *arena, enum kin_maths_kind kind, const char *text)
{
    return kin_maths_new(arena, kind, kin_copy(arena, text), NULL, 0);
}

void kin_row_add(struct kin_row *row, const struct kin_maths *maths)
{
    if (maths->kind != KIN_MATHS_ROW) {
        KIN_PUSH(row->arena, row->items, row->count, row->room) = maths;
        return;
    }
    for (size_t i = 0; i < maths->count; i++) {
        KIN_PUSH(row->arena, row->items, row->count, row->room) = maths->kids[i];
    }
}

const struct kin_maths *kin_row_maths(struct kin_row *row)
{
    return row->count == 1 ? row->items[0] : kin_maths_new(row->arena, KIN_MATHS_ROW, NULL, row->items, row->count);
}

const struct kin_maths *kin_piece_signed(kin_arena *arena, const struct kin_piece *piece)
{
    if (!piece->sign) {
        return piece->maths;
    }
    struct kin_row row = {.arena = arena};
    kin_row_add(&row, piece->sign == '-' ? &kin_maths_minus_sign : &kin_maths_plus_sign);
    kin_row_add(&row, piece->maths);
    return kin_row_maths(&row);
}

struct kin_piece kin_piece_fenced(kin_arena *arena, struct kin_piece piece)
{
    return (struct kin_piece){.maths = kin_maths_fence(arena, "(", ")", kin_piece_signed(arena, &piece))};
}

struct kin_piece kin_piece_fault(struct kin_frame *frame, enum kin_diag_id id, struct kin_span span, const char *detail)
{
    frame->fault = (struct kin_fault){id, span, detail};
    return (struct kin_piece){0};
}

/* ---- Other values ---- */

static struct kin_piece text_piece(struct kin_frame *frame, const char *text)
{
    return (struct kin_piece){.maths = kin_leaf(frame->arena, KIN_MATHS_WORD, text)};
}

/* What a student writes where there is no number to write. */
const char *kin_special_text(const struct kin_frame *frame, enum kin_special special)
{
    const struct kin_furniture *words = kin_furniture_of(kin_frame_language(frame)->tag);
    return special == KIN_SPECIAL_NONE  ? words->special_none
           : special == KIN_SPECIAL_ALL ? words->special_all
                                        : words->special_undefined;
}

/* Without an exact form only the rounded number prints. */
static struct kin_piece rounded_piece(struct kin_frame *frame, const struct kin_value *value,
                                      struct kin_number_format format, struct kin_span span)
{
    struct kin_rat number;
    const struct kin_real *real = kin_value_as_real(frame->arena, value);
    if (format.kind != KIN_FORMAT_PLACES || !kin_real_round(frame->arena, real, format.places, KIN_HALF_UP, &number)) {
        return kin_piece_fault(frame, KIN_E293, span, kin_value_text(frame->arena, value));
    }
    struct kin_value rounded = kin_value_number(number);
    return kin_piece_of_number(frame, &rounded, format, span);
}

struct kin_piece kin_piece_of_value(struct kin_frame *frame, const struct kin_value *value,
                                    struct kin_number_format format, struct kin_span span)
{
    struct kin_rat number;
    if (value->kind == KIN_NUMBER) {
        return kin_piece_of_number(frame, value, format, span);
    }
    if (value->kind == KIN_POLY && kin_poly_constant(value->as.poly, &number)) {
        struct kin_value constant = kin_value_number(number);
        return kin_piece_of_number(frame, &constant, format, span);
    }
    if (value->kind == KIN_LIST) {
        return kin_piece_of_list(frame, value->as.list, format, span);
    }
    if (value->kind == KIN_SPECIAL) {
        return text_piece(frame, kin_special_text(frame, value->as.special));
    }
    if (value->kind == KIN_INTERVAL) {
        return kin_piece_of_interval(frame, value->as.interval, format);
    }
    if (value->kind == KIN_SURD && format.kind == KIN_FORMAT_NONE) {
        return kin_piece_of_surd(frame->arena, value->as.surd);
    }
    if (kin_value_is_real(value)) {
        return rounded_piece(frame, value, format, span);
    }
    if (format.kind != KIN_FORMAT_NONE) {
        return kin_piece_fault(frame, KIN_E293, span, kin_value_text(frame->arena, value));
    }
    if (value->kind == KIN_POLY) {
        return kin_piece_of_poly(frame->arena, value->as.poly);
    }
    if (value->kind == KIN_WORD) {
        return text_piece(frame, kin_calendar_word(kin_frame_language(frame), value->as.word)->one);
    }
    return text_piece(frame, kin_value_text(frame->arena, value));
}
