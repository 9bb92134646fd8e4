/* Values as plain text: exact and without ambiguity, so that a text also serves as an identity. */
#include "value/calendar.h"

static void write_NOTHING(struct kin_buf *buf, const struct kin_value *value)
{
    (void)value;
    kin_buf_add(buf, "nothing");
}

/* With at least `places` decimals where that is exact, else as a fraction. */
static void write_amount(struct kin_buf *buf, struct kin_rat number, int places)
{
    int needed = places == KIN_NO_PLACES ? -1 : kin_rat_decimals(buf->arena, number);
    if (needed < 0) {
        kin_buf_add(buf, kin_rat_text(buf->arena, number));
    } else {
        kin_buf_add(buf, kin_rat_decimal_text(buf->arena, number, needed > places ? needed : places));
    }
}

static void write_money(struct kin_buf *buf, const struct kin_value *value)
{
    enum { CENTS = 2 };
    struct kin_rat amount = value->as.number;
    kin_buf_add(buf, kin_rat_sign(amount) < 0 ? "-$" : "$");
    write_amount(buf, kin_rat_abs(buf->arena, amount),
                 value->places == KIN_NO_PLACES || value->places == 1 ? CENTS : value->places);
}

static void write_percent(struct kin_buf *buf, const struct kin_value *value)
{
    struct kin_rat hundredths = kin_rat_mul(buf->arena, value->as.number, kin_rat_int(100));
    write_amount(buf, hundredths, value->places == KIN_NO_PLACES ? 0 : value->places);
    kin_buf_add_char(buf, '%');
}

static void write_plain(struct kin_buf *buf, const struct kin_value *value)
{
    write_amount(buf, value->as.number, value->places);
}

static void write_clock(struct kin_buf *buf, const struct kin_value *value)
{
    kin_buf_add(buf, kin_clock_text(buf->arena, value->as.number));
}

static void write_date(struct kin_buf *buf, const struct kin_value *value)
{
    kin_buf_add(buf, kin_date_text(buf->arena, value->as.number));
}

static void write_duration(struct kin_buf *buf, const struct kin_value *value)
{
    kin_buf_add(buf, kin_duration_text(buf->arena, value->as.number));
}

typedef void write_function(struct kin_buf *buf, const struct kin_value *value);

static void write_NUMBER(struct kin_buf *buf, const struct kin_value *value)
{
    static write_function *const by_look[KIN_LOOK_COUNT] = {
        [KIN_PLAIN] = write_plain, [KIN_MONEY] = write_money, [KIN_PERCENT] = write_percent,
        [KIN_CLOCK] = write_clock, [KIN_DATE] = write_date,   [KIN_DURATION] = write_duration};
    bool defined = kin_rat_defined(value->as.number);
    (defined ? by_look[value->look] : write_plain)(buf, value);
}

static void write_TRUTH(struct kin_buf *buf, const struct kin_value *value)
{
    kin_buf_add(buf, value->as.truth ? "true" : "false");
}

static void write_WORD(struct kin_buf *buf, const struct kin_value *value)
{
    kin_buf_add(buf, value->as.word->one);
}

static void write_LIST(struct kin_buf *buf, const struct kin_value *value)
{
    const struct kin_list *list = value->as.list;
    kin_buf_add_char(buf, '[');
    for (size_t i = 0; i < list->count; i++) {
        kin_buf_add(buf, i ? ", " : "");
        kin_value_write(buf, &list->items[i]);
    }
    kin_buf_add_char(buf, ']');
}

/* The coefficient's absolute value before letters: nothing for 1, a fraction in brackets. */
static void write_coefficient(struct kin_buf *buf, struct kin_rat size)
{
    if (!kin_rat_is_integer(size)) {
        kin_buf_addf(buf, "(%s)", kin_rat_text(buf->arena, size));
    } else if (!kin_rat_equal(size, kin_rat_int(1))) {
        kin_buf_add(buf, kin_rat_text(buf->arena, size));
    }
}

static void write_letters(struct kin_buf *buf, const struct kin_term *term)
{
    for (size_t i = 0; i < term->count; i++) {
        kin_buf_add_rune(buf, term->powers[i].letter);
        if (term->powers[i].power > 1) {
            kin_buf_addf(buf, "^%u", (unsigned)term->powers[i].power);
        }
    }
}

static void write_term(struct kin_buf *buf, const struct kin_term *term)
{
    struct kin_rat size = kin_rat_abs(buf->arena, term->coefficient);
    if (term->count == 0) {
        kin_buf_add(buf, kin_rat_text(buf->arena, size));
        return;
    }
    write_coefficient(buf, size);
    write_letters(buf, term);
}

static const char *sign_text(const struct kin_term *term, size_t index)
{
    if (kin_rat_sign(term->coefficient) < 0) {
        return index ? " - " : "-";
    }
    return index ? " + " : "";
}

static void write_POLY(struct kin_buf *buf, const struct kin_value *value)
{
    const struct kin_poly *poly = value->as.poly;
    if (poly->count == 0) {
        kin_buf_add_char(buf, '0');
    }
    for (size_t i = 0; i < poly->count; i++) {
        kin_buf_add(buf, sign_text(&poly->terms[i], i));
        write_term(buf, &poly->terms[i]);
    }
}

static void write_SURD(struct kin_buf *buf, const struct kin_value *value)
{
    kin_buf_add(buf, value->as.surd ? kin_surd_text(buf->arena, value->as.surd) : "undefined");
}

static void write_REAL(struct kin_buf *buf, const struct kin_value *value)
{
    kin_buf_add(buf, value->as.real ? kin_real_text(buf->arena, value->as.real) : "undefined");
}

static void write_SPECIAL(struct kin_buf *buf, const struct kin_value *value)
{
    kin_buf_add(buf, kin_special_name(value->as.special));
}

static void write_INTERVAL(struct kin_buf *buf, const struct kin_value *value)
{
    kin_interval_write(buf, value->as.interval);
}

static write_function *const write_functions[KIN_KIND_COUNT] = {
#define KIN_KIND(id, name) [KIN_##id] = write_##id,
#include "value/kinds.def"
#undef KIN_KIND
};

const char *kin_special_name(enum kin_special special)
{
    static const char *const names[KIN_SPECIAL_COUNT] = {
        [KIN_SPECIAL_NONE] = "none", [KIN_SPECIAL_ALL] = "all", [KIN_SPECIAL_UNDEFINED] = "undefined"};
    return names[special];
}

void kin_value_write(struct kin_buf *buf, const struct kin_value *value)
{
    write_functions[value->kind](buf, value);
}

char *kin_value_text(kin_arena *arena, const struct kin_value *value)
{
    struct kin_buf buf = kin_buf_in(arena);
    kin_value_write(&buf, value);
    return buf.data;
}
