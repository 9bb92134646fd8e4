/* Rosters that are nothing but names or numbers, one a line. */
#include "ledger/roster_parts.h"

#include <string.h>

/* Where the text of a line begins and ends. */
static struct kin_span line_at(const struct kin_source *source, size_t begin)
{
    const char *end = memchr(source->bytes + begin, '\n', source->length - begin);
    size_t stop = end ? (size_t)(end - source->bytes) : source->length;
    return (struct kin_span){source, (uint32_t)begin, (uint32_t)stop};
}

static struct kin_span trimmed(struct kin_span span)
{
    const char *bytes = span.source->bytes;
    while (span.begin < span.end && strchr(" \t\r", bytes[span.begin])) {
        span.begin++;
    }
    while (span.begin < span.end && strchr(" \t\r", bytes[span.end - 1])) {
        span.end--;
    }
    return span;
}

/* A table of another kind would become a class of strange names. */
static bool is_no_name(const char *text)
{
    const char *comma = strchr(text, ',');
    return strpbrk(text, ";\t|<>{}=\"") || (comma && strchr(comma + 1, ','));
}

/* In the first line it is the header of a table, most likely. */
static void report_no_name(struct kin_roster_reader *reader, struct kin_span text)
{
    const char *what = kin_place_of(text).line == 1
                           ? "the first line names no column of students, such as student_id or name"
                           : "this line is neither a name nor a number";
    kin_report(reader->diags, KIN_E7020, text, text.source->path, what, NULL);
}

void kin_roster_read_list(struct kin_roster_reader *reader, const struct kin_source *source)
{
    for (size_t at = 0; at < source->length;) {
        struct kin_span line = line_at(source, at), text = trimmed(line);
        const char *name = kin_copy_n(reader->arena, source->bytes + text.begin, text.end - text.begin);
        at = (size_t)line.end + 1;
        if (!*name) {
            continue;
        }
        if (is_no_name(name)) {
            report_no_name(reader, text);
            return;
        }
        struct kin_roster_row row = {.span = text};
        kin_roster_name(reader->arena, name, &row);
        kin_roster_add(reader, row);
    }
}
