#include "expr/functions/call.h"

#include "base/limits.h"
#include "expr/size.h"
#include "value/grammar.h"

#include <string.h>

bool kin_call_fail(struct kin_call *call, enum kin_diag_id id, const char *detail)
{
    *call->fault = (struct kin_fault){.id = id, .detail = detail};
    return false;
}

bool kin_call_give_value(struct kin_call *call, struct kin_value value, struct kin_value *result)
{
    enum kin_diag_id why;
    *result = value;
    return kin_value_defined(result, &why) || kin_call_fail(call, why, NULL);
}

bool kin_call_give(struct kin_call *call, struct kin_rat number, struct kin_value *result)
{
    return kin_call_give_value(call, kin_value_number(number), result);
}

bool kin_call_give_list(struct kin_call *call, const struct kin_value *items, size_t count, struct kin_value *result)
{
    *result = kin_value_list(call->arena, items, count);
    return true;
}

bool kin_call_give_text(struct kin_call *call, const char *text, struct kin_value *result)
{
    if (strlen(text) > KIN_LIMIT_TEXT_BYTES) {
        return kin_call_fail(call, KIN_E241, NULL);
    }
    *result = kin_value_word(call->arena, text, NULL);
    return true;
}

struct kin_rat kin_call_number(const struct kin_call *call, size_t index)
{
    return index < call->count ? call->arguments[index].as.number : kin_rat_int(0);
}

bool kin_call_whole(struct kin_call *call, size_t index, int64_t least, int64_t most, int64_t *whole)
{
    const struct kin_value *value = &call->arguments[index];
    const char *text = kin_rat_is_integer(value->as.number) ? NULL : kin_value_text(call->arena, value);
    if (text) {
        return kin_call_fail(call, KIN_E232, text);
    }
    if (kin_rat_to_int(value->as.number, whole) && *whole >= least && *whole <= most) {
        return true;
    }
    return kin_call_fail(call, KIN_E240,
                         kin_format(call->arena, "%s is outside %lld to %lld", kin_value_text(call->arena, value),
                                    (long long)least, (long long)most));
}

struct kin_list kin_call_items(const struct kin_call *call)
{
    if (call->count && call->arguments[0].kind == KIN_LIST) {
        return *call->arguments[0].as.list;
    }
    return (struct kin_list){call->count, call->arguments};
}

bool kin_call_some_items(struct kin_call *call, struct kin_list *items)
{
    *items = kin_call_items(call);
    return items->count || kin_call_fail(call, KIN_E236, NULL);
}

struct kin_rat kin_call_shown(struct kin_call *call, const struct kin_value *value)
{
    bool percent = value->look == KIN_PERCENT;
    return percent ? kin_rat_mul(call->arena, value->as.number, kin_rat_int(100)) : value->as.number;
}

struct kin_rat kin_call_unshown(struct kin_call *call, struct kin_rat shown, uint8_t look)
{
    return look == KIN_PERCENT ? kin_rat_div(call->arena, shown, kin_rat_int(100)) : shown;
}

const char *kin_call_text(struct kin_call *call, const struct kin_value *value)
{
    if (kin_value_text_room(value) > KIN_LIMIT_TEXT_BYTES) {
        kin_call_fail(call, KIN_E241, NULL);
        return NULL;
    }
    return value->kind == KIN_WORD ? kin_calendar_word(call->language, value->as.word)->one
                                   : kin_value_text(call->arena, value);
}

struct kin_rat kin_list_mean(kin_arena *arena, const struct kin_list *list)
{
    struct kin_rat total = kin_rat_int(0);
    for (size_t i = 0; i < list->count; i++) {
        total = kin_rat_add(arena, total, list->items[i].as.number);
    }
    return kin_rat_div(arena, total, kin_rat_int((int64_t)list->count));
}
