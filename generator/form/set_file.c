/* Writing and reading set files: text around the tables of set_json.c, and the checks that tie a set together. */
#include "form/json.h"
#include "form/set_fault.h"

#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

enum { FORMAT = 1 }; /* of the set file; goes up when an older reader would misread it */

char *kin_set_write(kin_arena *arena, const struct kin_set *set, size_t *length)
{
    json_t *whole = json_object();
    json_object_set_new(whole, "formkin-set", json_integer(FORMAT));
    json_t *fields = kin_json_encode(arena, &kin_json_set, set);
    json_object_update(whole, fields);
    json_decref(fields);
    char *text = json_dumps(whole, JSON_INDENT(1) | JSON_REAL_PRECISION(9));
    json_decref(whole);
    char *copy = kin_format(arena, "%s\n", text ? text : "{}");
    free(text);
    *length = strlen(copy);
    return copy;
}

static struct kin_set *refuse(struct kin_diags *diags, struct kin_span span, const char *why)
{
    kin_report(diags, KIN_E507, span, why, NULL);
    return NULL;
}

static struct kin_set *decode(kin_arena *arena, struct kin_diags *diags, struct kin_span span, const json_t *whole)
{
    json_int_t format = json_integer_value(json_object_get(whole, "formkin-set"));
    if (format > FORMAT) {
        kin_report(diags, KIN_E512, span, NULL);
        return NULL;
    }
    if (format < 1) {
        return refuse(diags, span, "\"formkin-set\" is missing");
    }
    struct kin_set *set = KIN_NEW(arena, struct kin_set);
    const char *problem = NULL;
    if (!kin_json_decode(arena, &kin_json_set, whole, set, &problem)) {
        return refuse(diags, span, problem);
    }
    problem = kin_set_fault(set);
    return problem ? refuse(diags, span, problem) : set;
}

/* At least as many as there are values, so that a file of nothing but brackets is refused before it takes its room. */
static bool too_many_values(const struct kin_source *source)
{
    size_t values = 0;
    for (size_t i = 0; i < source->length && values <= KIN_LIMIT_SET_VALUES; i++) {
        char c = source->bytes[i];
        values += c == ',' || c == '[' || c == '{';
    }
    return values > KIN_LIMIT_SET_VALUES;
}

/* A text that no field takes, even if each character of it were written as \u0000, is not copied first. Returns where
 * it begins, or the length of the source when there is none. */
static size_t endless_text(const struct kin_source *source)
{
    size_t begin = source->length; /* of the text that is open */
    for (size_t i = 0; i < source->length; i++) {
        char c = source->bytes[i];
        bool open = begin < source->length;
        if (open && i - begin > (size_t)6 * KIN_LIMIT_TEXT_BYTES) {
            return begin;
        }
        i += open && c == '\\';
        begin = c != '"' ? begin : open ? source->length : i;
    }
    return source->length;
}

struct kin_set *kin_set_read(kin_arena *arena, struct kin_diags *diags, const struct kin_source *source)
{
    if (too_many_values(source)) {
        return refuse(diags, (struct kin_span){source, 0, 0}, "it has more values than a set may have");
    }
    size_t endless = endless_text(source);
    if (endless < source->length) {
        return refuse(diags, (struct kin_span){source, (uint32_t)endless, (uint32_t)endless},
                      "a text of it is too long");
    }
    json_error_t error;
    json_t *whole = json_loadb(source->bytes, source->length, JSON_REJECT_DUPLICATES, &error);
    if (!whole) {
        uint32_t at = error.position >= 0 && (size_t)error.position <= source->length ? (uint32_t)error.position : 0;
        return refuse(diags, (struct kin_span){source, at, at}, "it is not JSON");
    }
    struct kin_set *set = decode(arena, diags, (struct kin_span){source, 0, 0}, whole);
    json_decref(whole);
    return set;
}
