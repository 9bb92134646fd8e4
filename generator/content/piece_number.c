/* Numbers as maths, by look, places and format. */
#include "content/piece.h"

/* A number on its way to print. */
struct print {
    struct kin_frame *frame;
    kin_arena *arena;
    struct kin_span span;
    struct kin_rat size; /* without its sign */
};

static struct kin_piece digits_piece(const struct print *print, const char *digits)
{
    return (struct kin_piece){
        .maths = kin_leaf(print->arena, KIN_MATHS_NUMBER, digits), .shape = KIN_PIECE_NUMBER, .digits = true};
}

static struct kin_piece decimal_piece(const struct print *print, int places)
{
    return digits_piece(print, kin_decimal_grouped(print->arena, print->size, places));
}

const struct kin_maths *kin_maths_whole(kin_arena *arena, struct kin_rat number)
{
    return kin_maths_new(arena, KIN_MATHS_NUMBER, kin_decimal_grouped(arena, number, 0), NULL, 0);
}

const struct kin_maths *kin_maths_fraction(kin_arena *arena, struct kin_rat number)
{
    const struct kin_maths *kids[] = {kin_maths_whole(arena, kin_rat_numerator(arena, number)),
                                      kin_maths_whole(arena, kin_rat_denominator(arena, number))};
    return kin_maths_new(arena, KIN_MATHS_FRACTION, NULL, kids, 2);
}

static struct kin_piece fraction_piece(const struct print *print)
{
    if (kin_rat_is_integer(print->size)) {
        return decimal_piece(print, 0);
    }
    return (struct kin_piece){
        .maths = kin_maths_fraction(print->arena, print->size), .shape = KIN_PIECE_FRACTION, .digits = true};
}

static struct kin_piece mixed_piece(const struct print *print)
{
    struct kin_rat whole = kin_rat_round(print->arena, print->size, 0, KIN_FLOOR);
    if (kin_rat_sign(whole) == 0 || kin_rat_is_integer(print->size)) {
        return fraction_piece(print);
    }
    const struct kin_maths *kids[] = {kin_maths_whole(print->arena, whole),
                                      kin_maths_fraction(print->arena, kin_rat_sub(print->arena, print->size, whole))};
    return (struct kin_piece){
        .maths = kin_maths_new(print->arena, KIN_MATHS_MIXED, NULL, kids, 2), .shape = KIN_PIECE_MIXED, .digits = true};
}

static struct kin_piece slash_piece(const struct print *print)
{
    if (kin_rat_is_integer(print->size)) {
        return decimal_piece(print, 0);
    }
    struct kin_piece piece = digits_piece(print, kin_rat_text(print->arena, print->size));
    piece.shape = KIN_PIECE_SLASH;
    return piece;
}

/* With at least `places` decimals; more where it needs them. A fraction where it does not end. */
static struct kin_piece ending_piece(const struct print *print, int places)
{
    if (places == KIN_NO_PLACES) {
        return fraction_piece(print);
    }
    int needed = kin_rat_decimals(print->arena, print->size);
    return needed < 0 ? fraction_piece(print) : decimal_piece(print, needed > places ? needed : places);
}

static struct kin_piece exact_decimal_piece(const struct print *print, int places, enum kin_diag_id fault)
{
    int needed = kin_rat_decimals(print->arena, print->size);
    if (needed < 0) {
        return kin_piece_fault(print->frame, fault, print->span, kin_rat_text(print->arena, print->size));
    }
    return decimal_piece(print, needed > places ? needed : places);
}

static struct kin_piece rounded_piece(struct print *print, int places)
{
    print->size = kin_rat_round(print->arena, print->size, places, KIN_HALF_UP);
    return decimal_piece(print, places);
}

enum { CENTS = 2 };

/* $4.50, $4.00; whole dollars only where the value says no decimals, and never one decimal alone. Half cents are no
 * amount. */
static struct kin_piece money_piece(const struct print *print, int places)
{
    places = places < CENTS && (places != 0 || !kin_rat_is_integer(print->size)) ? CENTS : places;
    struct kin_piece piece = exact_decimal_piece(print, places, KIN_E292);
    if (piece.maths) {
        const char *digits = kin_rat_decimal_text(print->arena, print->size, places);
        const char *text = kin_format(print->arena, "$%s", kin_digits_grouped(print->arena, digits, KIN_GROUPED_MONEY));
        piece.maths = kin_maths_new(print->arena, KIN_MATHS_NUMBER, text, NULL, 0);
        piece.shape = KIN_PIECE_SUFFIXED;
    }
    return piece;
}

static struct kin_piece percent_piece(struct print *print, int places)
{
    print->size = kin_rat_mul(print->arena, print->size, kin_rat_int(100));
    struct kin_piece piece = kin_rat_decimals(print->arena, print->size) < 0
                                 ? mixed_piece(print)
                                 : ending_piece(print, places == KIN_NO_PLACES ? 0 : places);
    struct kin_row row = {.arena = print->arena};
    kin_row_add(&row, piece.maths);
    kin_row_add(&row, kin_leaf(print->arena, KIN_MATHS_SYMBOL, "%"));
    piece.maths = kin_row_maths(&row);
    piece.shape = KIN_PIECE_SUFFIXED;
    return piece;
}

/* The power of ten of the first digit, by comparing: numbers here have at most KIN_LIMIT_BITS bits. */
static int64_t first_digit_power(const struct print *print)
{
    int64_t power = kin_rat_digits(print->arena, print->size) - 1;
    struct kin_rat one = kin_rat_int(1), ten = kin_rat_int(10), size = print->size;
    if (kin_rat_compare(size, one) >= 0) {
        return power;
    }
    for (power = 0; kin_rat_defined(size) && kin_rat_compare(size, one) < 0; power--) {
        size = kin_rat_mul(print->arena, size, ten);
    }
    return power;
}

static struct kin_piece power_10_piece(struct print *print)
{
    if (kin_rat_sign(print->size) == 0) {
        return decimal_piece(print, 0);
    }
    int64_t power = first_digit_power(print);
    struct kin_rat scale = kin_rat_pow(print->arena, kin_rat_int(10), power);
    print->size = kin_rat_div(print->arena, print->size, scale);
    struct kin_piece mantissa = exact_decimal_piece(print, 0, KIN_E291);
    if (!mantissa.maths) {
        return mantissa;
    }
    struct kin_piece exponent = {.maths = kin_maths_whole(print->arena, kin_rat_int(power < 0 ? -power : power)),
                                 .sign = power < 0 ? '-' : 0};
    const struct kin_maths *kids[] = {kin_leaf(print->arena, KIN_MATHS_NUMBER, "10"),
                                      kin_piece_signed(print->arena, &exponent), NULL};
    struct kin_row row = {.arena = print->arena};
    kin_row_add(&row, mantissa.maths);
    kin_row_add(&row, &kin_maths_times);
    kin_row_add(&row, kin_maths_new(print->arena, KIN_MATHS_SCRIPTS, NULL, kids, 3));
    return (struct kin_piece){.maths = kin_row_maths(&row), .shape = KIN_PIECE_PRODUCT, .digits = true};
}

static struct kin_piece word_piece(const struct print *print, const char *text)
{
    if (!text) {
        return kin_piece_fault(print->frame, KIN_E293, print->span, kin_rat_text(print->arena, print->size));
    }
    return (struct kin_piece){.maths = kin_leaf(print->arena, KIN_MATHS_WORD, text)};
}

/* A form that this number does not have. */
static struct kin_piece or_fault(const struct print *print, struct kin_piece piece)
{
    return piece.maths ? piece
                       : kin_piece_fault(print->frame, KIN_E293, print->span, kin_rat_text(print->arena, print->size));
}

static struct kin_piece looked_piece(struct print *print, const struct kin_value *value)
{
    if (value->look == KIN_MONEY) {
        return money_piece(print, value->places);
    }
    static const enum kin_format_kind times[KIN_LOOK_COUNT] = {
        [KIN_CLOCK] = KIN_FORMAT_CLOCK, [KIN_DATE] = KIN_FORMAT_DATE, [KIN_DURATION] = KIN_FORMAT_DURATION};
    if (times[value->look]) {
        return or_fault(print, kin_piece_of_time(print->frame, value->as.number, times[value->look]));
    }
    return value->look == KIN_PERCENT ? percent_piece(print, value->places) : ending_piece(print, value->places);
}

static struct kin_piece size_piece(struct print *print, const struct kin_value *value, struct kin_number_format format)
{
    switch (format.kind) {
    case KIN_FORMAT_MIXED:
        return mixed_piece(print);
    case KIN_FORMAT_PLACES:
        return rounded_piece(print, format.places);
    case KIN_FORMAT_DECIMAL:
        return exact_decimal_piece(print, value->places, KIN_E291);
    case KIN_FORMAT_FRACTION:
        return fraction_piece(print);
    case KIN_FORMAT_MONEY:
        return money_piece(print, value->places);
    case KIN_FORMAT_PERCENT:
        return percent_piece(print, value->look == KIN_PERCENT ? value->places : KIN_NO_PLACES);
    case KIN_FORMAT_POWER_10:
        return power_10_piece(print);
    case KIN_FORMAT_SLASH:
        return slash_piece(print);
    case KIN_FORMAT_REPEATING:
        return kin_rat_decimals(print->arena, print->size) >= 0
                   ? exact_decimal_piece(print, value->places, KIN_E291)
                   : or_fault(print, kin_piece_repeating(print->arena, print->size));
    case KIN_FORMAT_PRIME_POWERS:
        return or_fault(print, kin_piece_prime_powers(print->arena, print->size));
    case KIN_FORMAT_CLOCK:
    case KIN_FORMAT_CLOCK_24:
    case KIN_FORMAT_DATE:
    case KIN_FORMAT_DATE_SHORT:
    case KIN_FORMAT_DURATION:
        return or_fault(print, kin_piece_of_time(print->frame, value->as.number, format.kind));
    case KIN_FORMAT_RATIO:
        return kin_piece_of_ratio(print->arena, print->size);
    default:
        return looked_piece(print, value);
    }
}

static const char *without_commas(kin_arena *arena, const char *text)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (; *text; text++) {
        if (*text != ',') {
            kin_buf_add_char(&buf, *text);
        }
    }
    return buf.data;
}

static struct kin_piece plain_piece(struct print *print, const struct kin_value *value)
{
    struct kin_piece piece = looked_piece(print, value);
    if (piece.maths && piece.maths->kind == KIN_MATHS_NUMBER) {
        piece.maths =
            kin_maths_new(print->arena, KIN_MATHS_NUMBER, without_commas(print->arena, piece.maths->text), NULL, 0);
    }
    return piece;
}

static struct kin_piece number_piece(struct print *print, const struct kin_value *value,
                                     struct kin_number_format format)
{
    if (format.kind == KIN_FORMAT_WORDS) {
        return word_piece(print, kin_number_words(print->frame, value->as.number));
    }
    if (format.kind == KIN_FORMAT_ORDINAL) {
        return word_piece(print, kin_number_ordinal(print->frame, value->as.number));
    }
    struct kin_piece piece =
        format.kind == KIN_FORMAT_PLAIN ? plain_piece(print, value) : size_piece(print, value, format);
    int sign = kin_rat_sign(print->size) ? kin_rat_sign(value->as.number) : 0;
    bool plain = value->look == KIN_PLAIN && (format.kind == KIN_FORMAT_NONE || format.kind == KIN_FORMAT_PLAIN);
    piece.posed = format.kind == KIN_FORMAT_SIGN;
    piece.sign = sign < 0 ? '-' : sign > 0 && piece.posed ? '+' : 0;
    piece.zero = sign == 0 && !piece.posed;
    piece.one = plain && kin_rat_equal(print->size, kin_rat_int(1));
    return piece;
}

struct kin_piece kin_piece_of_number(struct kin_frame *frame, const struct kin_value *value,
                                     struct kin_number_format format, struct kin_span span)
{
    if (!kin_rat_defined(value->as.number)) {
        return kin_piece_fault(frame, KIN_E294, span, NULL);
    }
    struct print print = {frame, frame->arena, span, kin_rat_abs(frame->arena, value->as.number)};
    return number_piece(&print, value, format);
}
