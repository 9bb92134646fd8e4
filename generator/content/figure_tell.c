/* Figures in words: the pieces of an alternative text. */
#include "content/figure.h"

#include <stdio.h>
#include <string.h>

void kin_tell(struct kin_telling *telling, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = kin_alloc(telling->arena, length < 0 ? 1 : (size_t)length + 1);
    vsnprintf(text, length < 0 ? 1 : (size_t)length + 1, format, again);
    va_end(again);
    if (telling->buf.length) {
        kin_buf_add_char(&telling->buf, ' ');
    }
    size_t all = strlen(text);
    bool twice = all > 2 && strcmp(text + all - 2, "..") == 0 && text[all - 3] != '.'; /* after "5 in." */
    kin_buf_add_n(&telling->buf, text, twice ? all - 1 : all);
}

/* How many decimals of a number are told; -1: it is told as a fraction. What nobody can read as one, such as a root
 * that was taken for the drawing, is told to the hundredth. */
static int decimals_told(kin_arena *arena, struct kin_rat size)
{
    int decimals = kin_rat_decimals(arena, size);
    if (decimals >= 0 && decimals <= 4) {
        return decimals;
    }
    bool large = kin_rat_compare(size, kin_rat_ratio(arena, 1, 10)) >= 0;
    return large && kin_rat_compare(kin_rat_denominator(arena, size), kin_rat_int(1000)) > 0 ? 2 : -1;
}

static void add_number(struct kin_buf *buf, struct kin_rat number)
{
    struct kin_rat size = kin_rat_abs(buf->arena, number);
    int decimals = decimals_told(buf->arena, size);
    kin_buf_add(buf, kin_rat_sign(number) < 0 ? "−" : "");
    kin_buf_add(buf, decimals < 0 ? kin_rat_text(buf->arena, size) : kin_rat_decimal_text(buf->arena, size, decimals));
}

static const char *texts(struct kin_buf *buf)
{
    return buf->data ? buf->data : "";
}

const char *kin_tell_rat(struct kin_telling *telling, struct kin_rat number)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    add_number(&buf, number);
    return texts(&buf);
}

const char *kin_tell_number(struct kin_telling *telling, const struct kin_figure_part *part, const char *name)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    const struct kin_figure_value *value = kin_figure_value(part, name);
    if (value && value->count) {
        add_number(&buf, value->numbers[0]);
    }
    return texts(&buf);
}

const char *kin_tell_point(struct kin_telling *telling, const struct kin_figure_part *part, const char *name,
                           size_t index)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    const struct kin_figure_value *value = kin_figure_value(part, name);
    if (value && 2 * index + 1 < value->count) {
        kin_buf_add_char(&buf, '(');
        add_number(&buf, value->numbers[2 * index]);
        kin_buf_add(&buf, ", ");
        add_number(&buf, value->numbers[2 * index + 1]);
        kin_buf_add_char(&buf, ')');
    }
    return texts(&buf);
}

const char *kin_tell_numbers(struct kin_telling *telling, const struct kin_figure_part *part, const char *name)
{
    struct kin_buf buf = kin_buf_in(telling->arena);
    const struct kin_figure_value *value = kin_figure_value(part, name);
    for (size_t i = 0; value && i < value->count; i++) {
        kin_buf_add(&buf, i ? ", " : "");
        add_number(&buf, value->numbers[i]);
    }
    for (size_t i = 0; value && i < value->word_count; i++) {
        kin_buf_add(&buf, i ? ", " : "");
        kin_buf_add(&buf, value->words[i]);
    }
    return texts(&buf);
}

const char *kin_tell_text(struct kin_telling *telling, const struct kin_figure_part *part, const char *name)
{
    const struct kin_nodes *text = kin_figure_text(part, name);
    return text ? kin_nodes_text(telling->arena, text) : "";
}
