#include "ledger.h"

#include "value/calendar.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct kin_ledger *ledger_of(kin_ctx *ctx, const struct arguments *arguments, size_t option, enum kin_ledger_use use)
{
    const char *path = argument_of(arguments, option);
    return kin_ledger_open(ctx->arena, &ctx->diags, path ? path : "formkin.db", use);
}

static const char *today(kin_arena *arena)
{
    time_t now = time(NULL);
    struct tm day;
    if (!localtime_r(&now, &day)) {
        return NULL;
    }
    return kin_format(arena, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

const char *date_of(const struct command *command, kin_ctx *ctx, const struct arguments *arguments, size_t option)
{
    const char *text = argument_of(arguments, option);
    if (!text) {
        return today(ctx->arena);
    }
    if (!kin_date_read(text)) {
        usage_error(command, "--%s takes a day such as 2026-11-22, not '%s'", command->options[option].name, text);
        return NULL;
    }
    return text;
}

void print_unread(kin_arena *arena, const struct kin_headings *unread)
{
    enum { SHOWN = 6 };
    struct kin_buf buf = kin_buf_in(arena);
    for (size_t i = 0; i < unread->count && i < SHOWN; i++) {
        kin_buf_add(&buf, i ? ", " : "columns that were not read: ");
        kin_buf_add_escaped(&buf, unread->items[i], strlen(unread->items[i]));
    }
    if (unread->count > SHOWN) {
        kin_buf_addf(&buf, ", and %zu more", unread->count - SHOWN);
    }
    if (buf.length) {
        puts(buf.data);
    }
}
