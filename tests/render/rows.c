#include "rows.h"

#include "content/formula.h"

#include <string.h>

static char *field(char **line)
{
    char *begin = *line + strspn(*line, " "), *end = strstr(begin, ";;");
    *line = end ? end + 2 : begin + strlen(begin);
    if (end) {
        *end = '\0';
    }
    for (size_t length = strlen(begin); length && begin[length - 1] == ' '; length--) {
        begin[length - 1] = '\0';
    }
    return begin;
}

void rows_each(char *text, void (*take)(void *data, const struct row *row), void *data)
{
    size_t number = 0;
    for (char *line = text; *line;) {
        size_t length = strcspn(line, "\n");
        char *next = line + length + (line[length] == '\n');
        line[length] = '\0';
        number++;
        if (length && *line != '#') {
            struct row row = {.line = number};
            for (size_t i = 0; i < FIELDS_MAX; i++) {
                row.fields[i] = field(&line);
            }
            take(data, &row);
        }
        line = next;
    }
}

formula rows_formula(struct kin_diags *diags, const char *written)
{
    struct kin_reading reading = {build_arena, diags, kin_scope_new(build_arena, NULL)};
    struct kin_frame frame = {.arena = build_arena};
    struct kin_formula *parsed = kin_formula_parse(&reading, kin_text_source(build_arena, "formula", written));
    return parsed ? kin_formula_resolve(parsed, &frame) : NULL;
}
