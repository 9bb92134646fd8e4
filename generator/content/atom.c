#include "content/atom.h"

#include <string.h>

/* Codes beyond all characters. A root carries its index and its prime, a unit its measure; what stands below a fraction
 * bar is another letter. */
enum { ROOT = 0x40000000, UNIT = 0x20000000, BELOW = 1, INDEX_SHIFT = 24, PRIME = (1 << INDEX_SHIFT) - 1 };
enum { HIGHEST_INDEX = 63, LARGEST_FACTOR = 100000 };

static bool is_root(uint32_t letter)
{
    return (letter & ROOT) != 0;
}

static bool is_unit(uint32_t letter)
{
    return (letter & UNIT) != 0 && !is_root(letter);
}

static int64_t index_of(uint32_t letter)
{
    return (letter & ~(uint32_t)ROOT) >> INDEX_SHIFT;
}

static int64_t prime_of(uint32_t letter)
{
    return letter & PRIME;
}

static uint32_t root_letter(int64_t index, int64_t prime)
{
    return ROOT | (uint32_t)index << INDEX_SHIFT | (uint32_t)prime;
}

static uint32_t unit_letter(enum kin_measure measure, uint32_t below)
{
    return UNIT | (uint32_t)measure << 1 | below;
}

bool kin_atom_lettered(const struct kin_poly *poly)
{
    for (size_t i = 0; i < poly->count; i++) {
        for (size_t j = 0; j < poly->terms[i].count; j++) {
            uint32_t letter = poly->terms[i].powers[j].letter;
            if (!is_root(letter) && !is_unit(letter) && letter != KIN_PI) {
                return true;
            }
        }
    }
    return false;
}

bool kin_atom_inside(const struct kin_poly *poly)
{
    for (size_t i = 0; i < poly->count; i++) {
        for (size_t j = 0; j < poly->terms[i].count; j++) {
            if (poly->terms[i].powers[j].letter & (ROOT | UNIT)) {
                return true;
            }
        }
    }
    return false;
}

static const struct kin_poly *whole(kin_arena *arena, int64_t number)
{
    return kin_poly_number(arena, kin_rat_int(number));
}

static const struct kin_poly *letter_power(kin_arena *arena, uint32_t letter, int64_t power)
{
    return kin_poly_pow(arena, kin_poly_letter(arena, letter), power);
}

/* ---- Roots ---- */

static int64_t gcd(int64_t a, int64_t b)
{
    return b ? gcd(b, a % b) : a;
}

/* The index-th root of prime^power: whole powers go in front, and the ninth root of 2^3 is the cube root of 2. */
static const struct kin_poly *root_of_power(kin_arena *arena, int64_t prime, int64_t power, int64_t index)
{
    int64_t left = power % index, common = left ? gcd(left, index) : 1;
    const struct kin_poly *front = kin_poly_pow(arena, whole(arena, prime), power / index);
    if (left == 0) {
        return front;
    }
    return kin_poly_mul(arena, front, letter_power(arena, root_letter(index / common, prime), left / common));
}

/* Factors up to 100,000 are found, so what is left of a number below 10^10 is prime. */
static const struct kin_poly *root_of_whole(kin_arena *arena, int64_t n, int64_t index)
{
    const struct kin_poly *root = whole(arena, 1);
    for (int64_t prime = 2; prime <= LARGEST_FACTOR && prime * prime <= n; prime++) {
        int64_t power = 0;
        for (; n % prime == 0; power++) {
            n /= prime;
        }
        if (power) {
            root = kin_poly_mul(arena, root, root_of_power(arena, prime, power, index));
        }
    }
    if (n == 1) {
        return root;
    }
    return n <= PRIME ? kin_poly_mul(arena, root, root_of_power(arena, n, 1, index)) : NULL;
}

/* √(a/b) = √(a b)/b, for higher roots with b to the index less one. */
const struct kin_poly *kin_atom_root(kin_arena *arena, struct kin_rat radicand, int64_t index)
{
    int64_t n;
    struct kin_rat size = kin_rat_abs(arena, radicand), below = kin_rat_denominator(arena, radicand);
    bool negative = kin_rat_sign(radicand) < 0;
    if (index < 2 || index > HIGHEST_INDEX || (negative && index % 2 == 0)) {
        return NULL;
    }
    if (kin_rat_sign(radicand) == 0) {
        return kin_poly_number(arena, radicand);
    }
    struct kin_rat raised = kin_rat_mul(arena, size, kin_rat_pow(arena, below, index));
    if (!kin_rat_defined(raised) || !kin_rat_to_int(raised, &n)) {
        return NULL;
    }
    struct kin_rat factor = kin_rat_div(arena, kin_rat_int(negative ? -1 : 1), below);
    const struct kin_poly *root = root_of_whole(arena, n, index);
    return root ? kin_poly_scale(arena, root, factor) : NULL;
}

const struct kin_poly *kin_atom_surd(kin_arena *arena, const struct kin_surd *surd)
{
    const struct kin_poly *sum = whole(arena, 0);
    for (size_t i = 0; i < surd->count; i++) {
        const struct kin_surd_term *term = &surd->terms[i];
        const struct kin_poly *pi = term->pi < 0 ? NULL : letter_power(arena, KIN_PI, term->pi);
        const struct kin_poly *root = kin_atom_root(arena, kin_rat_int(term->radicand), 2);
        sum = kin_poly_add(arena, sum, kin_poly_scale(arena, kin_poly_mul(arena, pi, root), term->coefficient));
    }
    return sum;
}

/* ---- Units ---- */

static const struct kin_poly *unit_power(kin_arena *arena, const struct kin_unit *unit, int power, uint32_t below)
{
    struct kin_rat size = kin_rat_pow(arena, kin_unit_size(arena, unit), below ? -power : power);
    return kin_poly_scale(arena, letter_power(arena, unit_letter(unit->measure, below), unit->power * power), size);
}

static bool skip(const char **word, size_t *length, const char *prefix)
{
    size_t size = strlen(prefix);
    bool there = *length > size && memcmp(*word, prefix, size) == 0;
    if (there) {
        *word += size;
        *length -= size;
    }
    return there;
}

/* "square feet", "sq ft", "cubic cm". */
static const struct kin_poly *simple_unit(kin_arena *arena, const char *word, size_t length, uint32_t below)
{
    int power = skip(&word, &length, "square ") || skip(&word, &length, "sq ")  ? 2
                : skip(&word, &length, "cubic ") || skip(&word, &length, "cu ") ? 3
                                                                                : 1;
    const struct kin_unit *unit = kin_unit_named(word, length);
    if (!unit || (power > 1 && unit->power > 1)) {
        return NULL;
    }
    return unit_power(arena, unit, power, below);
}

static const struct kin_poly *quotient_unit(kin_arena *arena, const char *word, const char *bar, size_t bar_length)
{
    const struct kin_poly *above = simple_unit(arena, word, (size_t)(bar - word), 0);
    const struct kin_poly *below = simple_unit(arena, bar + bar_length, strlen(bar + bar_length), BELOW);
    return above && below ? kin_atom_reduce(arena, kin_poly_mul(arena, above, below)) : NULL;
}

const struct kin_poly *kin_atom_unit(kin_arena *arena, const char *word)
{
    const char *slash = strchr(word, '/'), *per = strstr(word, " per ");
    if (strcmp(word, "mph") == 0) {
        return kin_atom_unit(arena, "mi/h");
    }
    return slash ? quotient_unit(arena, word, slash, 1)
           : per ? quotient_unit(arena, word, per, strlen(" per "))
                 : simple_unit(arena, word, strlen(word), 0);
}

/* ---- The canonical form ---- */

static uint32_t power_in(const struct kin_term *term, uint32_t letter)
{
    for (size_t i = 0; i < term->count; i++) {
        if (term->powers[i].letter == letter) {
            return term->powers[i].power;
        }
    }
    return 0;
}

static bool is_reduced(const struct kin_term *term)
{
    for (size_t i = 0; i < term->count; i++) {
        const struct kin_power *power = &term->powers[i];
        bool whole_root = is_root(power->letter) &&
                          (power->power >= index_of(power->letter) || gcd(power->power, index_of(power->letter)) > 1);
        bool over_itself = is_unit(power->letter) && !(power->letter & BELOW) && power_in(term, power->letter | BELOW);
        if (whole_root || over_itself) {
            return false;
        }
    }
    return true;
}

static const struct kin_poly *reduced_power(kin_arena *arena, const struct kin_term *term,
                                            const struct kin_power *power)
{
    if (is_root(power->letter)) {
        return root_of_power(arena, prime_of(power->letter), power->power, index_of(power->letter));
    }
    uint32_t other = is_unit(power->letter) ? power_in(term, power->letter ^ BELOW) : 0;
    return power->power > other ? letter_power(arena, power->letter, power->power - other) : whole(arena, 1);
}

static const struct kin_poly *reduced_term(kin_arena *arena, const struct kin_term *term)
{
    const struct kin_poly *reduced = kin_poly_number(arena, term->coefficient);
    for (size_t i = 0; i < term->count; i++) {
        reduced = kin_poly_mul(arena, reduced, reduced_power(arena, term, &term->powers[i]));
    }
    return reduced;
}

const struct kin_poly *kin_atom_reduce(kin_arena *arena, const struct kin_poly *poly)
{
    size_t ready = 0;
    while (poly && ready < poly->count && is_reduced(&poly->terms[ready])) {
        ready++;
    }
    if (!poly || ready == poly->count) {
        return poly;
    }
    const struct kin_poly *sum = whole(arena, 0);
    for (size_t i = 0; i < poly->count; i++) {
        sum = kin_poly_add(arena, sum, reduced_term(arena, &poly->terms[i]));
    }
    return sum;
}

/* ---- Division ---- */

static const struct kin_poly *inverse_power(kin_arena *arena, const struct kin_power *power)
{
    if (is_unit(power->letter)) {
        return letter_power(arena, power->letter ^ BELOW, power->power);
    }
    if (!is_root(power->letter)) {
        return NULL;
    }
    struct kin_rat prime = kin_rat_int(prime_of(power->letter));
    const struct kin_poly *rest = letter_power(arena, power->letter, index_of(power->letter) - power->power);
    return kin_poly_scale(arena, rest, kin_rat_div(arena, kin_rat_int(1), prime));
}

static const struct kin_poly *inverse_term(kin_arena *arena, const struct kin_term *term)
{
    const struct kin_poly *inverse = kin_poly_number(arena, kin_rat_div(arena, kin_rat_int(1), term->coefficient));
    for (size_t i = 0; i < term->count; i++) {
        inverse = kin_poly_mul(arena, inverse, inverse_power(arena, &term->powers[i]));
    }
    return inverse;
}

/* A square root in it, or 0. */
static uint32_t square_root_in(const struct kin_poly *poly)
{
    for (size_t i = 0; i < poly->count; i++) {
        for (size_t j = 0; j < poly->terms[i].count; j++) {
            uint32_t letter = poly->terms[i].powers[j].letter;
            if (is_root(letter) && index_of(letter) == 2) {
                return letter;
            }
        }
    }
    return 0;
}

/* a + b√n times a − b√n has no √n: one root after the other goes. */
const struct kin_poly *kin_atom_inverse(kin_arena *arena, const struct kin_poly *poly)
{
    const struct kin_poly *above = whole(arena, 1);
    while (poly && poly->count > 1) {
        uint32_t root = square_root_in(poly);
        if (!root) {
            return NULL;
        }
        const struct kin_poly *minus = kin_poly_scale(arena, kin_poly_letter(arena, root), kin_rat_int(-1));
        const struct kin_poly *conjugate = kin_poly_at(arena, poly, root, minus);
        above = kin_atom_reduce(arena, kin_poly_mul(arena, above, conjugate));
        poly = kin_atom_reduce(arena, kin_poly_mul(arena, poly, conjugate));
    }
    if (!poly || poly->count == 0) {
        return NULL;
    }
    return kin_atom_reduce(arena, kin_poly_mul(arena, above, inverse_term(arena, &poly->terms[0])));
}

/* ---- Signs ---- */

enum { DIGITS = 120 }; /* of the radicand whose root is taken: 60 of a square root, 40 of a cube root */

static const char pi_digits[] = "3.1415926535897932384626433832795028841971693993751";

struct enclosure {
    struct kin_rat low, high;
};

/* The floor of a whole number's root, by Newton's method from above: each step gets smaller until it is there. */
static struct kin_rat floor_root(kin_arena *arena, struct kin_rat n, int64_t index)
{
    int64_t digits = kin_rat_digits(arena, n);
    struct kin_rat at = kin_rat_pow(arena, kin_rat_int(10), digits / index + 1);
    for (int64_t round = 0; round < 64 * index; round++) {
        struct kin_rat quotient = kin_rat_quotient(arena, n, kin_rat_pow(arena, at, index - 1));
        struct kin_rat sum = kin_rat_add(arena, kin_rat_mul(arena, at, kin_rat_int(index - 1)), quotient);
        struct kin_rat next = kin_rat_quotient(arena, sum, kin_rat_int(index));
        if (!kin_rat_defined(next) || kin_rat_compare(next, at) >= 0) {
            return kin_rat_defined(next) ? at : next;
        }
        at = next;
    }
    return kin_rat_undefined(KIN_INEXACT);
}

static struct enclosure enclose_root(kin_arena *arena, uint32_t letter)
{
    int64_t index = index_of(letter), digits = DIGITS / index;
    struct kin_rat scale = kin_rat_pow(arena, kin_rat_int(10), digits);
    struct kin_rat raised = kin_rat_mul(arena, kin_rat_int(prime_of(letter)), kin_rat_pow(arena, scale, index));
    struct kin_rat floor = floor_root(arena, raised, index);
    return (struct enclosure){kin_rat_div(arena, floor, scale),
                              kin_rat_div(arena, kin_rat_add(arena, floor, kin_rat_int(1)), scale)};
}

static struct enclosure enclose_pi(kin_arena *arena)
{
    struct kin_rat low = kin_rat_parse(arena, pi_digits, sizeof pi_digits - 1);
    struct kin_rat unit = kin_rat_pow(arena, kin_rat_int(10), -(int64_t)(sizeof pi_digits - 3));
    return (struct enclosure){low, kin_rat_add(arena, low, unit)};
}

/* All letters are positive, so a term lies between the products of their ends. */
static struct enclosure enclose_term(kin_arena *arena, const struct kin_term *term)
{
    struct enclosure whole_term = {kin_rat_abs(arena, term->coefficient), kin_rat_abs(arena, term->coefficient)};
    for (size_t i = 0; i < term->count; i++) {
        const struct kin_power *power = &term->powers[i];
        if (is_unit(power->letter)) {
            continue;
        }
        struct enclosure one = power->letter == KIN_PI ? enclose_pi(arena) : enclose_root(arena, power->letter);
        whole_term.low = kin_rat_mul(arena, whole_term.low, kin_rat_pow(arena, one.low, power->power));
        whole_term.high = kin_rat_mul(arena, whole_term.high, kin_rat_pow(arena, one.high, power->power));
    }
    if (kin_rat_sign(term->coefficient) > 0) {
        return whole_term;
    }
    return (struct enclosure){kin_rat_neg(arena, whole_term.high), kin_rat_neg(arena, whole_term.low)};
}

static bool same_units(const struct kin_term *a, const struct kin_term *b)
{
    for (uint32_t letter = UNIT; letter < UNIT + 2 * KIN_MEASURES; letter++) {
        if (power_in(a, letter) != power_in(b, letter)) {
            return false;
        }
    }
    return true;
}

static bool has_sign(const struct kin_poly *poly)
{
    for (size_t i = 1; i < poly->count; i++) {
        if (!same_units(&poly->terms[0], &poly->terms[i])) {
            return false;
        }
    }
    return !kin_atom_lettered(poly);
}

bool kin_atom_sign(kin_arena *arena, const struct kin_poly *poly, int *sign)
{
    struct enclosure sum = {kin_rat_int(0), kin_rat_int(0)};
    *sign = 0;
    if (!poly || poly->count == 0 || !has_sign(poly)) {
        return poly && poly->count == 0;
    }
    for (size_t i = 0; i < poly->count; i++) {
        struct enclosure term = enclose_term(arena, &poly->terms[i]);
        sum.low = kin_rat_add(arena, sum.low, term.low);
        sum.high = kin_rat_add(arena, sum.high, term.high);
    }
    if (!kin_rat_defined(sum.low) || !kin_rat_defined(sum.high)) {
        return false;
    }
    *sign = kin_rat_sign(sum.low) > 0 ? 1 : kin_rat_sign(sum.high) < 0 ? -1 : 0;
    return *sign != 0;
}
