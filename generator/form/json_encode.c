#include "form/json.h"

#include "base/digest.h"
#include "content/item.h"

#include <inttypes.h>

static const void *at(const void *object, size_t offset)
{
    return (const char *)object + offset;
}

static size_t count_of(const struct kin_json_field *field, const void *object)
{
    return *(const size_t *)at(object, field->count_offset);
}

static json_t *encode_array(kin_arena *arena, const struct kin_json_field *field, const void *object)
{
    size_t count = count_of(field, object);
    const char *items = *(const char *const *)at(object, field->offset);
    json_t *array = count ? json_array() : NULL;
    for (size_t i = 0; i < count; i++) {
        json_array_append_new(array, kin_json_encode(arena, field->type, items + i * field->type->size));
    }
    return array;
}

static json_t *encode_links(kin_arena *arena, const struct kin_json_field *field, const void *object)
{
    size_t count = count_of(field, object);
    const void *const *items = *(const void *const *const *)at(object, field->offset);
    json_t *array = count ? json_array() : NULL;
    for (size_t i = 0; i < count; i++) {
        json_array_append_new(array, items[i] ? kin_json_encode(arena, field->type, items[i]) : json_null());
    }
    return array;
}

static json_t *encode_facts(const struct kin_json_field *field, const void *object)
{
    size_t count = count_of(field, object);
    const struct kin_fact *facts = *(const struct kin_fact *const *)at(object, field->offset);
    json_t *map = json_object();
    for (size_t i = 0; i < count; i++) {
        json_object_set_new(map, facts[i].name, json_string(facts[i].text));
    }
    return map;
}

static json_t *encode_rat(kin_arena *arena, struct kin_rat number)
{
    int64_t whole;
    if (!kin_rat_defined(number)) {
        return NULL;
    }
    return kin_rat_to_int(number, &whole) ? json_integer(whole) : json_string(kin_rat_text(arena, number));
}

static json_t *encode_rats(kin_arena *arena, const struct kin_json_field *field, const void *object)
{
    size_t count = count_of(field, object);
    const struct kin_rat *numbers = *(const struct kin_rat *const *)at(object, field->offset);
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < count; i++) {
        kin_buf_addf(&buf, "%s%s", i ? " " : "", kin_rat_text(arena, numbers[i]));
    }
    return count ? json_string(buf.data) : NULL;
}

static json_t *encode_texts(const struct kin_json_field *field, const void *object)
{
    size_t count = count_of(field, object);
    const char *const *texts = *(const char *const *const *)at(object, field->offset);
    json_t *array = count ? json_array() : NULL;
    for (size_t i = 0; i < count; i++) {
        json_array_append_new(array, json_string(texts[i]));
    }
    return array;
}

static json_t *encode_ints(const int *numbers)
{
    json_t *array = json_array();
    bool any = false;
    for (size_t i = 0; i < 8; i++) {
        any = any || numbers[i];
        json_array_append_new(array, json_integer(numbers[i]));
    }
    if (!any) {
        json_decref(array);
    }
    return any ? array : NULL;
}

static json_t *encode_number(kin_arena *arena, const struct kin_json_field *field, const void *place)
{
    switch (field->kind) {
    case KIN_JSON_INT:
        return *(const int *)place ? json_integer(*(const int *)place) : NULL;
    case KIN_JSON_SIZE:
        return *(const size_t *)place ? json_integer((json_int_t) * (const size_t *)place) : NULL;
    case KIN_JSON_BIG:
        return json_string(kin_format(arena, "%" PRIu64, *(const uint64_t *)place));
    case KIN_JSON_REAL:
        return *(const double *)place != 0 ? json_real(*(const double *)place) : NULL;
    case KIN_JSON_FLAG:
        return *(const bool *)place ? json_true() : NULL;
    case KIN_JSON_RAT:
        return encode_rat(arena, *(const struct kin_rat *)place);
    default:
        return encode_ints(place);
    }
}

static json_t *encode_text(const char *text)
{
    return text ? json_string(text) : NULL;
}

/* NULL: the field is left out. */
static json_t *encode_field(kin_arena *arena, const struct kin_json_field *field, const void *object)
{
    const void *place = at(object, field->offset);
    switch (field->kind) {
    case KIN_JSON_TEXT:
        return encode_text(*(const char *const *)place);
    case KIN_JSON_WORDS:
        return json_string(*(const char *const *)place ? *(const char *const *)place : "");
    case KIN_JSON_ENUM:
        return encode_text(field->name_of(*(const int *)place));
    case KIN_JSON_DIGEST:
        return json_string(kin_digest_text(arena, place, KIN_DIGEST_BYTES));
    case KIN_JSON_STRUCT:
        return kin_json_encode(arena, field->type, place);
    case KIN_JSON_POINTER:
        return *(const void *const *)place ? kin_json_encode(arena, field->type, *(const void *const *)place) : NULL;
    case KIN_JSON_ARRAY:
        return encode_array(arena, field, object);
    case KIN_JSON_LINKS:
        return encode_links(arena, field, object);
    case KIN_JSON_FACTS:
        return encode_facts(field, object);
    case KIN_JSON_RATS:
        return encode_rats(arena, field, object);
    case KIN_JSON_TEXTS:
        return encode_texts(field, object);
    default:
        return encode_number(arena, field, place);
    }
}

json_t *kin_json_encode(kin_arena *arena, const struct kin_json_type *type, const void *object)
{
    json_t *json = json_object();
    for (const struct kin_json_field *field = type->fields; field->name; field++) {
        if (field->also_text) {
            json_object_set_new(json, field->also_text, json_string(field->text_of(arena, at(object, field->offset))));
        }
        json_t *value = encode_field(arena, field, object);
        if (value) {
            json_object_set_new(json, field->name, value);
        }
    }
    return json;
}
