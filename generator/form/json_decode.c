#include "form/json.h"

#include "base/digest.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "content/item.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { DEEPEST = 200 }; /* nested structures: a set file of ours needs far fewer */

struct decoder {
    kin_arena *arena;
    const char *problem;
    int depth;
    size_t bytes; /* taken for what was read so far */
};

static bool decode(struct decoder *decoder, const struct kin_json_type *type, const json_t *json, void *object);

static bool fail(struct decoder *decoder, const struct kin_json_field *field, const char *why)
{
    if (!decoder->problem) {
        decoder->problem = kin_format(decoder->arena, "\"%s\" %s", field->name, why);
    }
    return false;
}

static void *place_at(void *object, size_t offset)
{
    return (char *)object + offset;
}

/* Room for `count` things of `size` bytes, as long as the whole stays within bounds: a few bytes of JSON can stand for
 * a large structure. NULL after noting the problem. */
static void *take(struct decoder *decoder, const struct kin_json_field *field, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > KIN_LIMIT_SET_BYTES - decoder->bytes) {
        fail(decoder, field, "is more than a set file may hold");
        return NULL;
    }
    decoder->bytes += bytes;
    return kin_alloc(decoder->arena, bytes);
}

static char *take_text(struct decoder *decoder, const struct kin_json_field *field, const char *text)
{
    size_t length = strlen(text);
    if (length > KIN_LIMIT_TEXT_BYTES) {
        fail(decoder, field, "is too long");
        return NULL;
    }
    if (kin_utf8_first_bad(text, length) != length) {
        fail(decoder, field, "has a character that no text may have");
        return NULL;
    }
    char *copy = take(decoder, field, length + 1, 1);
    return copy ? memcpy(copy, text, length + 1) : NULL;
}

static bool decode_array(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *object)
{
    if (!json_is_array(json)) {
        return fail(decoder, field, "is not a list");
    }
    size_t count = json_array_size(json);
    char *items = take(decoder, field, count, field->type->size);
    for (size_t i = 0; items && i < count; i++) {
        if (!decode(decoder, field->type, json_array_get(json, i), items + i * field->type->size)) {
            return false;
        }
    }
    *(void **)place_at(object, field->offset) = items;
    *(size_t *)place_at(object, field->count_offset) = items ? count : 0;
    return items != NULL;
}

static bool decode_pointer(struct decoder *decoder, const struct kin_json_field *field, const json_t *json,
                           void **pointer)
{
    *pointer = take(decoder, field, 1, field->type->size);
    return *pointer && decode(decoder, field->type, json, *pointer);
}

static bool decode_links(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *object)
{
    if (!json_is_array(json)) {
        return fail(decoder, field, "is not a list");
    }
    size_t count = json_array_size(json);
    void **items = take(decoder, field, count, sizeof *items);
    for (size_t i = 0; items && i < count; i++) {
        const json_t *item = json_array_get(json, i);
        if (!json_is_null(item) && !decode_pointer(decoder, field, item, &items[i])) {
            return false;
        }
    }
    *(void ***)place_at(object, field->offset) = items;
    *(size_t *)place_at(object, field->count_offset) = items ? count : 0;
    return items != NULL;
}

static bool decode_facts(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *object)
{
    if (!json_is_object(json)) {
        return fail(decoder, field, "is not an object");
    }
    struct kin_fact *facts = take(decoder, field, json_object_size(json), sizeof *facts);
    size_t count = 0;
    void *all = (void *)(uintptr_t)json; /* jansson walks an object only by a pointer that is not const */
    for (void *it = json_object_iter(all); facts && it; it = json_object_iter_next(all, it)) {
        const char *text = json_string_value(json_object_iter_value(it));
        facts[count].name = take_text(decoder, field, json_object_iter_key(it));
        facts[count].text = take_text(decoder, field, text ? text : "");
        if (!facts[count].name || !facts[count].text) {
            return false;
        }
        count++;
    }
    *(struct kin_fact **)place_at(object, field->offset) = facts;
    *(size_t *)place_at(object, field->count_offset) = count;
    return facts != NULL;
}

static bool decode_rat(struct decoder *decoder, const struct kin_json_field *field, const json_t *json,
                       struct kin_rat *number)
{
    if (json_is_integer(json)) {
        *number = kin_rat_int(json_integer_value(json));
        return true;
    }
    const char *text = json_string_value(json);
    bool fraction = text && strchr(text, '/');
    *number = fraction ? kin_rat_read(decoder->arena, text, strlen(text)) : kin_rat_undefined(KIN_INEXACT);
    return kin_rat_defined(*number) || fail(decoder, field, "is not a number");
}

static bool decode_rats(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *object)
{
    const char *text = json_string_value(json);
    struct kin_rat *numbers = text ? take(decoder, field, strlen(text) / 2 + 1, sizeof *numbers) : NULL;
    size_t count = 0;
    while (numbers && *text) {
        size_t length = strcspn(text, " ");
        numbers[count] = kin_rat_read(decoder->arena, text, length);
        if (!kin_rat_defined(numbers[count++])) {
            return fail(decoder, field, "is not a list of numbers");
        }
        text += length + strspn(text + length, " ");
    }
    *(struct kin_rat **)place_at(object, field->offset) = numbers;
    *(size_t *)place_at(object, field->count_offset) = count;
    return numbers || fail(decoder, field, "is not a list of numbers");
}

static bool decode_texts(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *object)
{
    size_t count = json_is_array(json) ? json_array_size(json) : 0;
    const char **texts = json_is_array(json) ? take(decoder, field, count, sizeof *texts) : NULL;
    for (size_t i = 0; texts && i < count; i++) {
        const char *text = json_string_value(json_array_get(json, i));
        texts[i] = text ? take_text(decoder, field, text) : NULL;
        if (!texts[i]) {
            return fail(decoder, field, "is not a list of texts");
        }
    }
    *(const char ***)place_at(object, field->offset) = texts;
    *(size_t *)place_at(object, field->count_offset) = texts ? count : 0;
    return texts || fail(decoder, field, "is not a list of texts");
}

static bool decode_big(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *place)
{
    const char *text = json_string_value(json);
    char *end = NULL;
    errno = 0;
    unsigned long long number = text && *text != '-' ? strtoull(text, &end, 10) : 0;
    if (!end || end == text || *end || errno) {
        return fail(decoder, field, "is not a whole number in quotes");
    }
    *(uint64_t *)place = number;
    return true;
}

static bool decode_digest(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *place)
{
    const char *text = json_string_value(json);
    return (text && kin_digest_parse(text, place)) || fail(decoder, field, "is not a digest");
}

static bool decode_ints(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, int *numbers)
{
    if (!json_is_array(json) || json_array_size(json) != 8) {
        return fail(decoder, field, "is not a list of 8 numbers");
    }
    for (size_t i = 0; i < 8; i++) {
        numbers[i] = (int)json_integer_value(json_array_get(json, i));
    }
    return true;
}

static bool decode_text(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *place)
{
    if (!json_is_string(json)) {
        return fail(decoder, field, "is not a text");
    }
    *(const char **)place = take_text(decoder, field, json_string_value(json));
    return *(const char **)place != NULL;
}

static bool decode_enum(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *place)
{
    int value = json_is_string(json) ? field->value_of(json_string_value(json)) : -1;
    *(int *)place = value < 0 ? 0 : value;
    return value >= 0 || fail(decoder, field, "has a value that this version does not know");
}

static bool decode_number(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *place)
{
    if (field->kind == KIN_JSON_FLAG) {
        *(bool *)place = json_is_true(json);
        return json_is_boolean(json) || fail(decoder, field, "is not true or false");
    }
    if (!json_is_number(json)) {
        return fail(decoder, field, "is not a number");
    }
    json_int_t whole = json_integer_value(json);
    if (field->kind == KIN_JSON_REAL) {
        *(double *)place = json_number_value(json);
    } else if (whole < 0 || whole > INT32_MAX) {
        return fail(decoder, field, "is out of range");
    } else if (field->kind == KIN_JSON_SIZE) {
        *(size_t *)place = (size_t)whole;
    } else {
        *(int *)place = (int)whole;
    }
    return true;
}

static bool decode_field(struct decoder *decoder, const struct kin_json_field *field, const json_t *json, void *object)
{
    void *place = place_at(object, field->offset);
    switch (field->kind) {
    case KIN_JSON_TEXT:
    case KIN_JSON_WORDS:
        return decode_text(decoder, field, json, place);
    case KIN_JSON_ENUM:
        return decode_enum(decoder, field, json, place);
    case KIN_JSON_RAT:
        return decode_rat(decoder, field, json, place);
    case KIN_JSON_BIG:
        return decode_big(decoder, field, json, place);
    case KIN_JSON_DIGEST:
        return decode_digest(decoder, field, json, place);
    case KIN_JSON_INTS:
        return decode_ints(decoder, field, json, place);
    case KIN_JSON_STRUCT:
        return decode(decoder, field->type, json, place);
    case KIN_JSON_POINTER:
        return decode_pointer(decoder, field, json, place);
    case KIN_JSON_ARRAY:
        return decode_array(decoder, field, json, object);
    case KIN_JSON_LINKS:
        return decode_links(decoder, field, json, object);
    case KIN_JSON_FACTS:
        return decode_facts(decoder, field, json, object);
    case KIN_JSON_RATS:
        return decode_rats(decoder, field, json, object);
    case KIN_JSON_TEXTS:
        return decode_texts(decoder, field, json, object);
    default:
        return decode_number(decoder, field, json, place);
    }
}

/* What a field that is left out holds, where that is not zero bytes. */
static void set_default(const struct kin_json_field *field, void *object)
{
    if (field->kind == KIN_JSON_WORDS) {
        *(const char **)place_at(object, field->offset) = "";
    }
}

static bool decode(struct decoder *decoder, const struct kin_json_type *type, const json_t *json, void *object)
{
    if (!json_is_object(json) || ++decoder->depth > DEEPEST) {
        decoder->problem =
            decoder->problem ? decoder->problem : kin_format(decoder->arena, "a %s is missing", type->name);
        return false;
    }
    bool fine = true;
    for (const struct kin_json_field *field = type->fields; field->name && fine; field++) {
        const json_t *value = json_object_get(json, field->name);
        set_default(field, object);
        fine = !value || decode_field(decoder, field, value, object);
    }
    decoder->depth--;
    const char *fault = fine && type->fault ? type->fault(object) : NULL;
    if (fault) {
        decoder->problem = kin_format(decoder->arena, "a %s %s", type->name, fault);
    }
    return fine && !fault;
}

bool kin_json_decode(kin_arena *arena, const struct kin_json_type *type, const json_t *json, void *object,
                     const char **problem)
{
    struct decoder decoder = {.arena = arena};
    bool fine = decode(&decoder, type, json, object);
    *problem = decoder.problem;
    return fine;
}
