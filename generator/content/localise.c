#include "content/localise.h"

#include <ctype.h>
#include <string.h>

static bool is_usual(const struct kin_language *language)
{
    const struct kin_language *usual = kin_language_usual();
    return strcmp(language->decimal, usual->decimal) == 0 && strcmp(language->group, usual->group) == 0;
}

static bool is_digit(char c)
{
    return isdigit((unsigned char)c) != 0;
}

/* A sign between two digits belongs to a number; what stands after a digit and before a space ends a sentence or
 * parts a list. */
const char *kin_text_localised(const struct kin_frame *frame, const char *text)
{
    const struct kin_language *language = kin_frame_language(frame);
    if (is_usual(language)) {
        return text;
    }
    struct kin_buf buf = kin_buf_in(frame->arena);
    kin_buf_add(&buf, "");
    for (const char *at = text; *at; at++) {
        bool within = at > text && is_digit(at[-1]) && is_digit(at[1]);
        if (within && (*at == '.' || *at == ',')) {
            kin_buf_add(&buf, *at == '.' ? language->decimal : language->group);
        } else {
            kin_buf_add_char(&buf, *at);
        }
    }
    return buf.data;
}

static const struct kin_maths *localised(const struct kin_frame *frame, const struct kin_maths *maths)
{
    if (!maths) {
        return NULL;
    }
    struct kin_maths *copy = kin_copy_bytes(frame->arena, maths, sizeof *maths);
    if (maths->kind == KIN_MATHS_NUMBER) {
        copy->text = kin_text_localised(frame, maths->text);
    } else if (maths->kind == KIN_MATHS_PUNCT && strcmp(maths->text, ",") == 0) {
        copy->text = kin_frame_language(frame)->between;
    }
    copy->kids = KIN_NEW_N(frame->arena, const struct kin_maths *, maths->count);
    for (size_t i = 0; i < maths->count; i++) {
        copy->kids[i] = localised(frame, maths->kids[i]);
    }
    return copy;
}

const struct kin_maths *kin_maths_localised(const struct kin_frame *frame, const struct kin_maths *maths)
{
    return is_usual(kin_frame_language(frame)) ? maths : localised(frame, maths);
}

static bool begins(const char *text, const char *sign)
{
    return strncmp(text, sign, strlen(sign)) == 0;
}

const char *kin_text_in_bank_signs(kin_arena *arena, const struct kin_language *language, const char *text)
{
    const struct kin_language *usual = kin_language_usual();
    if (is_usual(language)) {
        return text;
    }
    struct kin_buf buf = kin_buf_in(arena);
    kin_buf_add(&buf, "");
    for (const char *at = text; *at;) {
        const char *sign = begins(at, language->decimal) ? language->decimal
                           : begins(at, language->group) ? language->group
                                                         : NULL;
        bool within = sign && at > text && is_digit(at[-1]) && is_digit(at[strlen(sign)]);
        if (within) {
            kin_buf_add(&buf, sign == language->decimal ? usual->decimal : usual->group);
            at += strlen(sign);
        } else {
            kin_buf_add_char(&buf, *at++);
        }
    }
    return buf.data;
}
