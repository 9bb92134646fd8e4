#include "expr/signature.h"

#include <string.h>

static const char list_of[] = "list of ";

/* What T stands for in this call, and the look that all its `number`s share. */
struct binding {
    struct kin_type type;
    bool bound;
    int look; /* enum kin_look; -1: none yet */
};

enum strictness { STRICT, GRADUAL };

static const char *read_pattern(const char *at, struct kin_pattern *pattern)
{
    *pattern = (struct kin_pattern){0};
    while (strncmp(at, list_of, sizeof list_of - 1) == 0) {
        at += sizeof list_of - 1;
        pattern->lists++;
    }
    pattern->name = at;
    pattern->length = strspn(at, "abcdefghijklmnopqrstuvwxyzT");
    return at + pattern->length;
}

/* One alternative; returns where it ends. */
static const char *read_signature(const char *at, struct kin_signature *signature)
{
    *signature = (struct kin_signature){.text = at};
    for (const char *arrow = strstr(at, "->"); at < arrow && signature->count < KIN_PARAMETERS;) {
        at = read_pattern(at, &signature->parameters[signature->count++]);
        signature->optional += *at == '?';
        signature->rest += *at == '.';
        signature->text_length = (size_t)(at + strspn(at, "?.") - signature->text);
        at += strspn(at, "?., ");
    }
    at = read_pattern(at + 3, &signature->result);
    return at + strspn(at, " |");
}

static bool is_named(const struct kin_pattern *pattern, const char *name)
{
    return strlen(name) == pattern->length && memcmp(pattern->name, name, pattern->length) == 0;
}

static bool count_fits(const struct kin_signature *signature, size_t count)
{
    size_t least = signature->count - signature->optional - signature->rest;
    return count >= least && (count <= signature->count || signature->rest);
}

static const struct kin_pattern *parameter(const struct kin_signature *signature, size_t index)
{
    return &signature->parameters[index < signature->count ? index : signature->count - 1];
}

static bool bind_any_look(struct kin_type type, struct binding *binding)
{
    bool fits = type.kind == KIN_NUMBER && (binding->look < 0 || binding->look == type.look);
    binding->look = type.look;
    return fits;
}

static bool bind_variable(kin_arena *arena, struct kin_type type, struct binding *binding)
{
    struct kin_type joined = type;
    if (binding->bound && !kin_types_join(arena, binding->type, type, &joined)) {
        return false;
    }
    binding->type = joined;
    binding->bound = true;
    return true;
}

static const struct {
    const char *name;
    struct kin_type type;
    const char *text;
} kinds[] = {
    {"plain", {.kind = KIN_NUMBER}, "a plain number"},
    {"integer", {.kind = KIN_NUMBER}, "a whole number"},
    {"money", {.kind = KIN_NUMBER, .look = KIN_MONEY}, "an amount of money"},
    {"percent", {.kind = KIN_NUMBER, .look = KIN_PERCENT}, "a percentage"},
    {"truth", {.kind = KIN_TRUTH}, "true or false"},
    {"word", {.kind = KIN_WORD}, "a word"},
    {"formula", {.kind = KIN_POLY}, "an expression with letters"},
    {"surd", {.kind = KIN_SURD}, "a number, with roots or pi or not"},
    {"real", {.kind = KIN_REAL}, "a real number"},
    {"special", {.kind = KIN_SPECIAL}, "none, all or undefined"},
    {"interval", {.kind = KIN_INTERVAL}, "an interval"},
    {"clock", {.kind = KIN_NUMBER, .look = KIN_CLOCK}, "a clock time"},
    {"date", {.kind = KIN_NUMBER, .look = KIN_DATE}, "a date"},
    {"duration", {.kind = KIN_NUMBER, .look = KIN_DURATION}, "a duration"},
    {"number", {.kind = KIN_NUMBER}, "a number"},
};

static size_t kind_of(const struct kin_pattern *pattern)
{
    size_t i = 0;
    while (i < sizeof kinds / sizeof *kinds && !is_named(pattern, kinds[i].name)) {
        i++;
    }
    return i;
}

/* The type below `lists` levels of lists. False with *type where it stopped: the empty list, or no list at all. */
static bool peel(struct kin_type *type, unsigned lists)
{
    for (; lists; lists--) {
        if (type->kind != KIN_LIST || !type->element) {
            return false;
        }
        *type = *type->element;
    }
    return true;
}

static bool fits(kin_arena *arena, const struct kin_pattern *pattern, struct kin_type type, struct binding *binding)
{
    if (!peel(&type, pattern->lists)) {
        return type.kind == KIN_LIST; /* the empty list fits anything */
    }
    if (is_named(pattern, "any")) {
        return true;
    }
    if (is_named(pattern, "T")) {
        return bind_variable(arena, type, binding);
    }
    if (type.special) {
        return false;
    }
    if (is_named(pattern, "number")) {
        return bind_any_look(type, binding);
    }
    const struct kin_type *wanted = &kinds[kind_of(pattern)].type;
    if (wanted->kind == KIN_SURD || wanted->kind == KIN_REAL) {
        return kin_type_fits(type, *wanted);
    }
    bool constant = wanted->kind == KIN_POLY && type.kind == KIN_NUMBER && type.look == KIN_PLAIN;
    return constant || (type.kind == wanted->kind && type.look == wanted->look);
}

static struct kin_type lists_of(kin_arena *arena, struct kin_type type, unsigned lists)
{
    for (; lists; lists--) {
        type = kin_type_list_of(arena, type);
    }
    return type;
}

/* An argument that may turn out to fit: without none, all, undefined, or as the narrower kind that is wanted. */
static bool may_fit(kin_arena *arena, const struct kin_pattern *pattern, struct kin_type type, struct binding *binding,
                    struct kin_type *taken)
{
    struct kin_type base = type;
    bool named = is_named(pattern, "any") || is_named(pattern, "T");
    if (named || !peel(&base, pattern->lists)) {
        return false;
    }
    struct kin_type wanted = kinds[kind_of(pattern)].type;
    base.special = false;
    *taken = lists_of(arena, base, pattern->lists);
    if (fits(arena, pattern, *taken, binding)) {
        return true;
    }
    *taken = lists_of(arena, wanted, pattern->lists);
    return kin_type_may_be(base, wanted) && fits(arena, pattern, *taken, binding);
}

/* Strictly, or else at evaluation; *taken is the type that the function will be given. */
static bool takes(kin_arena *arena, const struct kin_pattern *pattern, struct kin_type type, struct binding *binding,
                  struct kin_type *taken)
{
    struct binding before = *binding;
    *taken = type;
    if (fits(arena, pattern, type, binding)) {
        return true;
    }
    *binding = before;
    return may_fit(arena, pattern, type, binding, taken);
}

static const char *plural_of(const struct kin_pattern *pattern)
{
    static const struct {
        const char *name, *text;
    } plurals[] = {{"number", "numbers"}, {"plain", "plain numbers"}, {"integer", "whole numbers"},
                   {"word", "words"},     {"truth", "truths"},        {"T", "such values"},
                   {"surd", "numbers"},   {"real", "real numbers"},   {"interval", "intervals"}};
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++) {
        if (is_named(pattern, plurals[i].name)) {
            return plurals[i].text;
        }
    }
    return "values";
}

static const char *list_text(kin_arena *arena, const struct kin_pattern *pattern, const struct binding *binding)
{
    return binding->bound ? kin_type_text(arena, lists_of(arena, binding->type, pattern->lists)) : "a list";
}

static const char *wanted_text(kin_arena *arena, const struct kin_pattern *pattern, const struct binding *binding)
{
    if (pattern->lists) {
        return is_named(pattern, "T") ? list_text(arena, pattern, binding)
                                      : kin_format(arena, "a list of %s", plural_of(pattern));
    }
    if (is_named(pattern, "T")) {
        return kin_type_text(arena, binding->type);
    }
    size_t kind = kind_of(pattern);
    struct kin_type shared = {.kind = KIN_NUMBER, .look = (uint8_t)(binding->look > 0 ? binding->look : 0)};
    if (is_named(pattern, "number") && binding->look >= 0) {
        return binding->look == KIN_PLAIN ? "a plain number" : kin_type_text(arena, shared);
    }
    return kinds[kind].text;
}

static struct kin_type result_type(kin_arena *arena, const struct kin_typed_call *call,
                                   const struct kin_pattern *pattern, const struct binding *binding)
{
    struct kin_type type;
    if (is_named(pattern, "T")) {
        type = binding->bound ? binding->type : kin_type_number;
    } else {
        type = kinds[kind_of(pattern)].type;
    }
    if (call->function->keeps_look && type.kind == KIN_NUMBER && binding->look >= 0) {
        type.look = (uint8_t)binding->look;
    }
    return lists_of(arena, type, pattern->lists);
}

/* Do all arguments of a call fit, strictly or (`gradual`) at evaluation? */
static bool all_fit(kin_arena *arena, const struct kin_typed_call *call, const struct kin_signature *signature,
                    enum strictness strictness)
{
    struct binding binding = {.look = -1};
    bool fine = count_fits(signature, call->count);
    for (size_t i = 0; i < call->count && fine; i++) {
        struct kin_type taken;
        fine = strictness == STRICT ? fits(arena, parameter(signature, i), call->arguments[i], &binding)
                                    : takes(arena, parameter(signature, i), call->arguments[i], &binding, &taken);
    }
    return fine;
}

/* The first alternative that fits; false when there is none. */
static bool find_fitting(kin_arena *arena, const struct kin_typed_call *call, enum strictness strictness,
                         struct kin_signature *found)
{
    for (const char *at = call->function->signature; *at;) {
        at = read_signature(at, found);
        if (all_fit(arena, call, found, strictness)) {
            return true;
        }
    }
    return false;
}

/* The alternative meant: the first that fits, else the first whose count and first argument fit, else whose count fits,
 * else the first. */
static struct kin_signature choose(kin_arena *arena, const struct kin_typed_call *call)
{
    struct kin_signature chosen = {0}, next;
    if (find_fitting(arena, call, STRICT, &chosen) || find_fitting(arena, call, GRADUAL, &chosen)) {
        return chosen;
    }
    chosen = (struct kin_signature){0};
    for (const char *at = call->function->signature; *at;) {
        struct binding binding = {.look = -1};
        at = read_signature(at, &next);
        bool counts = count_fits(&next, call->count);
        if (counts && (call->count == 0 || fits(arena, &next.parameters[0], call->arguments[0], &binding))) {
            return next;
        }
        if (!chosen.text || (counts && !count_fits(&chosen, call->count))) {
            chosen = next;
        }
    }
    return chosen;
}

bool kin_call_type(kin_arena *arena, const struct kin_typed_call *call, struct kin_type *result,
                   struct kin_misfit *misfit)
{
    struct binding binding = {.look = -1};
    *misfit = (struct kin_misfit){.argument = -1, .signature = choose(arena, call)};
    if (!count_fits(&misfit->signature, call->count)) {
        return false;
    }
    for (size_t i = 0; i < call->count; i++) {
        const struct kin_pattern *pattern = parameter(&misfit->signature, i);
        struct binding before = binding;
        if (!takes(arena, pattern, call->arguments[i], &binding, &call->taken[i])) {
            misfit->argument = (int)i;
            misfit->wanted = wanted_text(arena, pattern, &before);
            return false;
        }
    }
    *result = result_type(arena, call, &misfit->signature.result, &binding);
    return true;
}
