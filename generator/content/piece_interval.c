/* Parts of the number line: as intervals, [2, 5) ∪ (7, ∞), or as inequalities, 2 ≤ x < 5 or x > 7. */
#include "base/utf8.h"
#include "content/furniture.h"
#include "content/piece.h"

static const struct kin_maths infinity = {.kind = KIN_MATHS_SYMBOL, .text = "∞"};

static void add_number(struct kin_row *row, struct kin_rat number)
{
    struct kin_rat size = kin_rat_abs(row->arena, number);
    if (kin_rat_sign(number) < 0) {
        kin_row_add(row, &kin_maths_minus_sign);
    }
    kin_row_add(row,
                kin_rat_is_integer(size) ? kin_maths_whole(row->arena, size) : kin_maths_fraction(row->arena, size));
}

static bool is_single(const struct kin_piece_of_line *piece)
{
    return !piece->low.infinite && !piece->high.infinite && kin_rat_equal(piece->low.at, piece->high.at);
}

/* ---- Intervals ---- */

static const struct kin_maths *fenced(struct kin_row *body, const char *open, const char *close)
{
    return kin_maths_fence(body->arena, open, close, kin_row_maths(body));
}

static const struct kin_maths *interval(kin_arena *arena, const struct kin_piece_of_line *piece)
{
    struct kin_row body = {.arena = arena};
    if (is_single(piece)) {
        add_number(&body, piece->low.at);
        return fenced(&body, "{", "}");
    }
    if (piece->low.infinite) {
        kin_row_add(&body, &kin_maths_minus_sign);
        kin_row_add(&body, &infinity);
    } else {
        add_number(&body, piece->low.at);
    }
    kin_row_add(&body, &kin_maths_comma);
    if (piece->high.infinite) {
        kin_row_add(&body, &infinity);
    } else {
        add_number(&body, piece->high.at);
    }
    return fenced(&body, piece->low.closed ? "[" : "(", piece->high.closed ? "]" : ")");
}

/* ---- Inequalities ---- */

static void add_relation(struct kin_row *row, const char *sign)
{
    kin_row_add(row, kin_leaf(row->arena, KIN_MATHS_RELATION, sign));
}

static void add_inequality(struct kin_row *row, const struct kin_piece_of_line *piece, const struct kin_maths *letter)
{
    bool between = !piece->low.infinite && !piece->high.infinite && !is_single(piece);
    if (between) {
        add_number(row, piece->low.at);
        add_relation(row, piece->low.closed ? "≤" : "<");
    }
    kin_row_add(row, letter);
    if (is_single(piece)) {
        add_relation(row, "=");
        add_number(row, piece->low.at);
    } else if (between || piece->low.infinite) {
        add_relation(row, piece->high.closed ? "≤" : "<");
        add_number(row, piece->high.at);
    } else {
        add_relation(row, piece->low.closed ? "≥" : ">");
        add_number(row, piece->low.at);
    }
}

static void add_or(struct kin_row *row, const char *word)
{
    static const struct kin_maths thick = {.kind = KIN_MATHS_SPACE, .text = "thick"};
    kin_row_add(row, &thick);
    kin_row_add(row, kin_leaf(row->arena, KIN_MATHS_WORD, word));
    kin_row_add(row, &thick);
}

static struct kin_piece inequalities(const struct kin_frame *frame, const struct kin_interval *line, uint32_t rune)
{
    kin_arena *arena = frame->arena;
    struct kin_buf name = kin_buf_in(arena);
    struct kin_row row = {.arena = arena};
    kin_buf_add_rune(&name, rune);
    const struct kin_maths *letter = kin_leaf(arena, KIN_MATHS_LETTER, name.data);
    for (size_t i = 0; i < line->count; i++) {
        if (i) {
            add_or(&row, kin_furniture_of(kin_frame_language(frame)->tag)->maths_or);
        }
        add_inequality(&row, &line->pieces[i], letter);
    }
    return (struct kin_piece){.maths = kin_row_maths(&row), .shape = KIN_PIECE_LIST};
}

/* No number, or every number, is no inequality: both print as sets. */
struct kin_piece kin_piece_of_interval(const struct kin_frame *frame, const struct kin_interval *line,
                                       struct kin_number_format format)
{
    kin_arena *arena = frame->arena;
    struct kin_row row = {.arena = arena};
    bool all = line->count == 1 && line->pieces[0].low.infinite && line->pieces[0].high.infinite;
    if (line->count == 0) {
        return (struct kin_piece){.maths = kin_leaf(arena, KIN_MATHS_SYMBOL, "∅")};
    }
    if (format.kind == KIN_FORMAT_INEQUALITY && !all) {
        return inequalities(frame, line, format.letter ? format.letter : 'x');
    }
    for (size_t i = 0; i < line->count; i++) {
        if (i) {
            kin_row_add(&row, &kin_maths_union);
        }
        kin_row_add(&row, interval(arena, &line->pieces[i]));
    }
    return (struct kin_piece){.maths = kin_row_maths(&row),
                              .shape = line->count > 1 ? KIN_PIECE_PRODUCT : KIN_PIECE_ATOM};
}
