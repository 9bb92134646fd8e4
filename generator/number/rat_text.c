/* Numbers from text and to text. */
#include "base/limits.h"
#include "number/big.h"

#include <inttypes.h>
#include <string.h>

enum { MOST_DECIMALS = 255, SMALL_DIGITS = 18 /* any number of 18 digits fits 63 bits */ };

/* A number as it was written: its digits without the point. */
struct written {
    bool negative;
    char *digits;
    size_t count;    /* of digits, at most KIN_LIMIT_BITS */
    size_t decimals; /* of these, behind the point */
};

/* False when it is not a number. */
static bool scan_digits(const char *text, size_t length, struct written *written)
{
    bool point = false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '.' && !point && i + 1 < length) {
            point = true;
        } else if (text[i] >= '0' && text[i] <= '9') {
            written->digits[written->count++] = text[i];
            written->decimals += point;
        } else {
            return false;
        }
    }
    return written->count > 0;
}

static struct kin_rat from_few_digits(kin_arena *arena, const struct written *written)
{
    int64_t num = 0, den = 1;
    for (size_t i = 0; i < written->count; i++) {
        num = 10 * num + (written->digits[i] - '0');
        den *= i < written->decimals ? 10 : 1;
    }
    return kin_rat_ratio(arena, written->negative ? -num : num, den);
}

static struct kin_rat from_many_digits(kin_arena *arena, const struct written *written)
{
    fmpq_t x;
    fmpq_init(x);
    fmpz_set_str(fmpq_numref(x), written->digits, 10);
    fmpz_set_ui(fmpq_denref(x), 10);
    fmpz_pow_ui(fmpq_denref(x), fmpq_denref(x), written->decimals);
    fmpq_canonicalise(x);
    if (written->negative) {
        fmpq_neg(x, x);
    }
    struct kin_rat result = kin_big_store(arena, x);
    fmpq_clear(x);
    return result;
}

struct kin_rat kin_rat_parse(kin_arena *arena, const char *digits, size_t length)
{
    size_t sign = length > 0 && (digits[0] == '-' || digits[0] == '+');
    if (length - sign > KIN_LIMIT_BITS) {
        return kin_rat_undefined(KIN_TOO_LARGE);
    }
    struct written written = {.negative = sign && digits[0] == '-', .digits = kin_alloc(arena, length + 1)};
    if (!scan_digits(digits + sign, length - sign, &written)) {
        return kin_rat_undefined(KIN_INEXACT);
    }
    return written.count <= SMALL_DIGITS ? from_few_digits(arena, &written) : from_many_digits(arena, &written);
}

struct kin_rat kin_rat_read(kin_arena *arena, const char *text, size_t length)
{
    const char *slash = memchr(text, '/', length);
    size_t first = slash ? (size_t)(slash - text) : length;
    struct kin_rat num = kin_rat_parse(arena, text, first);
    return slash ? kin_rat_div(arena, num, kin_rat_parse(arena, slash + 1, length - first - 1)) : num;
}

/* Two characters more than the digits: sign and NUL. */
static char *integer_text(kin_arena *arena, const fmpz_t a)
{
    return fmpz_get_str(kin_alloc(arena, fmpz_sizeinbase(a, 10) + 2), 10, a);
}

static char *large_text(kin_arena *arena, struct kin_rat a)
{
    fmpq_t x;
    fmpq_init(x);
    kin_big_load(x, a);
    char *num = integer_text(arena, fmpq_numref(x)), *den = integer_text(arena, fmpq_denref(x));
    fmpq_clear(x);
    return strcmp(den, "1") == 0 ? num : kin_format(arena, "%s/%s", num, den);
}

static char *small_text(kin_arena *arena, int64_t a)
{
    char digits[24];
    size_t begin = sizeof digits;
    uint64_t left = a < 0 ? -(uint64_t)a : (uint64_t)a;
    do {
        digits[--begin] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (a < 0) {
        digits[--begin] = '-';
    }
    return kin_copy_n(arena, digits + begin, sizeof digits - begin);
}

char *kin_rat_text(kin_arena *arena, struct kin_rat a)
{
    if (!kin_rat_defined(a)) {
        return kin_copy(arena, "undefined");
    }
    if (a.big) {
        return large_text(arena, a);
    }
    return a.den == 1 ? small_text(arena, a.num) : kin_format(arena, "%" PRId64 "/%" PRId64, a.num, a.den);
}

/* |a| times 10^places, a whole number, where it is small. */
static bool scaled_small(struct kin_rat a, int places, int64_t *product)
{
    int64_t scale = 1;
    for (int i = 0; i < places && i < SMALL_DIGITS; i++) {
        scale *= 10;
    }
    return !a.big && places <= SMALL_DIGITS && a.num != INT64_MIN &&
           !__builtin_mul_overflow(a.num < 0 ? -a.num : a.num, scale / a.den, product);
}

/* |a| times 10^places, a whole number, as decimal digits. Not by kin_rat_mul: the product may pass KIN_LIMIT_BITS. */
static char *scaled_digits(kin_arena *arena, struct kin_rat a, int places)
{
    int64_t small;
    if (scaled_small(a, places, &small)) {
        return small_text(arena, small);
    }
    fmpq_t x;
    fmpz_t scale;
    fmpq_init(x);
    fmpz_init_set_ui(scale, 10);
    fmpz_pow_ui(scale, scale, (ulong)places);
    kin_big_load(x, a);
    fmpz_abs(fmpq_numref(x), fmpq_numref(x));
    fmpz_mul(scale, scale, fmpq_numref(x));
    fmpz_divexact(scale, scale, fmpq_denref(x));
    char *digits = integer_text(arena, scale);
    fmpz_clear(scale);
    fmpq_clear(x);
    return digits;
}

char *kin_rat_decimal_text(kin_arena *arena, struct kin_rat a, int places)
{
    int exact = places < 0 ? 0 : places > MOST_DECIMALS ? MOST_DECIMALS : places;
    struct kin_rat rounded = kin_rat_round(arena, a, exact, KIN_HALF_UP);
    if (!kin_rat_defined(rounded) || (places <= 0 && kin_rat_is_integer(rounded))) {
        return kin_rat_text(arena, rounded);
    }
    char *digits = scaled_digits(arena, rounded, exact);
    const char *sign = kin_rat_sign(rounded) < 0 ? "-" : "";
    int count = (int)strlen(digits), whole = count > exact ? count - exact : 0;
    /* Zeros between the point and the first digit, and after the last. */
    int before = exact - (count - whole), after = places - exact;
    char *zeros = kin_alloc(arena, (size_t)(before > after ? before : after) + 1);
    memset(zeros, '0', (size_t)(before > after ? before : after));
    return kin_format(arena, "%s%.*s.%.*s%s%.*s", sign, whole ? whole : 1, whole ? digits : "0", before, zeros,
                      digits + whole, after, zeros);
}

static int digits_of_large(kin_arena *arena, struct kin_rat a)
{
    fmpq_t x;
    fmpq_init(x);
    kin_big_load(x, a);
    fmpz_abs(fmpq_numref(x), fmpq_numref(x));
    fmpz_fdiv_q(fmpq_numref(x), fmpq_numref(x), fmpq_denref(x));
    size_t count = strlen(integer_text(arena, fmpq_numref(x)));
    fmpq_clear(x);
    return (int)count;
}

int kin_rat_digits(kin_arena *arena, struct kin_rat a)
{
    if (a.big) {
        return digits_of_large(arena, a);
    }
    uint64_t whole = kin_rat_defined(a) ? kin_magnitude(a.num) / (uint64_t)a.den : 0;
    int count = 1;
    for (; whole >= 10; whole /= 10) {
        count++;
    }
    return count;
}
