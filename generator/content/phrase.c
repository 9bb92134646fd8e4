/* Prose with holes. */
#include "base/limits.h"
#include "content/formula.h"
#include "content/hole.h"
#include "content/localise.h"
#include "content/piece.h"
#include "value/grammar.h"

#include <string.h>

/* A stretch of text, or a hole (text == NULL). */
struct stretch {
    const char *text;
    size_t index;
};

struct kin_phrase {
    struct stretch *items;
    size_t count, room;
    struct kin_holes holes;
};

struct reader {
    const struct kin_reading *reading;
    const struct kin_text *text;
    struct kin_phrase *phrase;
    size_t at;
    struct kin_buf run;
};

/* ---- Reading ---- */

static void close_run(struct reader *reader)
{
    if (reader->run.length) {
        struct kin_phrase *phrase = reader->phrase;
        KIN_PUSH(reader->reading->arena, phrase->items, phrase->count, phrase->room) =
            (struct stretch){.text = reader->run.data};
        reader->run = kin_buf_in(reader->reading->arena);
    }
}

static char peek(const struct reader *reader, size_t ahead)
{
    return reader->at + ahead < reader->text->length ? reader->text->chars[reader->at + ahead] : '\0';
}

static bool fail(struct reader *reader, enum kin_diag_id id, size_t begin, size_t end, const char *detail,
                 const char *mend)
{
    kin_report(reader->reading->diags, id, kin_text_part(reader->text, begin, end), detail, NULL);
    kin_report_mend(reader->reading->diags, "%s", mend);
    return false;
}

static char last_of(const struct reader *reader)
{
    return reader->run.length ? reader->run.data[reader->run.length - 1] : '\0';
}

static enum kin_look printed_look(const struct kin_hole *hole)
{
    if (hole->format.kind == KIN_FORMAT_NONE || hole->format.kind == KIN_FORMAT_PLAIN) {
        return kin_expr_type(hole->expr).look;
    }
    return hole->format.kind == KIN_FORMAT_MONEY     ? KIN_MONEY
           : hole->format.kind == KIN_FORMAT_PERCENT ? KIN_PERCENT
                                                     : KIN_PLAIN;
}

static bool read_hole(struct reader *reader)
{
    size_t begin = reader->at, end = begin;
    char before = last_of(reader);
    struct kin_hole hole;
    if (reader->phrase->holes.count >= KIN_LIMIT_FIELDS) {
        return fail(reader, KIN_E276, begin, begin + 1, NULL, "split the text into several paragraphs");
    }
    if (!kin_hole_parse(reader->reading, reader->text, begin, &end, &hole)) {
        return false;
    }
    enum kin_look look = printed_look(&hole);
    if (look == KIN_MONEY && before == '$') {
        return fail(reader, KIN_E273, begin - 1, end, "$", "leave the $ before the hole out");
    }
    reader->at = end;
    if (look == KIN_PERCENT && peek(reader, 0) == '%') {
        return fail(reader, KIN_E273, begin, end + 1, "%", "leave the % behind the hole out");
    }
    close_run(reader);
    struct kin_phrase *phrase = reader->phrase;
    KIN_PUSH(reader->reading->arena, phrase->items, phrase->count, phrase->room) =
        (struct stretch){.index = phrase->holes.count};
    KIN_PUSH(reader->reading->arena, phrase->holes.items, phrase->holes.count, phrase->holes.room) = hole;
    return true;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A hyphen right before a digit and after white space or a bracket is a minus: "-3 degrees", not "2-3". */
static bool is_minus(const struct reader *reader)
{
    char before = last_of(reader);
    bool free = (before == '\0' && reader->phrase->count == 0) || before == ' ' || before == '(';
    return peek(reader, 0) == '-' && is_digit(peek(reader, 1)) && free;
}

static void read_character(struct reader *reader)
{
    char c = peek(reader, 0);
    if (is_minus(reader)) {
        kin_buf_add(&reader->run, "−");
    } else if (!is_space(c)) {
        kin_buf_add_char(&reader->run, c);
    } else if (last_of(reader) != ' ') {
        kin_buf_add_char(&reader->run, ' ');
    }
    reader->at++;
}

static bool read_stretch(struct reader *reader)
{
    char c = peek(reader, 0);
    if ((c == '{' || c == '}') && peek(reader, 1) == c) {
        kin_buf_add_char(&reader->run, c);
        reader->at += 2;
        return true;
    }
    if (c == '{') {
        return read_hole(reader);
    }
    if (c == '}') {
        return fail(reader, KIN_E272, reader->at, reader->at + 1, "}", "write }} for a brace that is printed");
    }
    read_character(reader);
    return true;
}

struct kin_phrase *kin_phrase_parse(const struct kin_reading *reading, struct kin_text text)
{
    struct kin_phrase *phrase = KIN_NEW(reading->arena, struct kin_phrase);
    struct reader reader = {.reading = reading, .text = &text, .phrase = phrase, .run = kin_buf_in(reading->arena)};
    if (text.length > KIN_LIMIT_TEXT_BYTES) {
        kin_report(reading->diags, KIN_E275, kin_text_part(&text, 0, 1), NULL);
        kin_report_mend(reading->diags, "split the text into several paragraphs");
        return NULL;
    }
    while (reader.at < text.length) {
        if (!read_stretch(&reader)) {
            return NULL;
        }
    }
    close_run(&reader);
    return phrase;
}

bool kin_phrase_uses(const struct kin_phrase *phrase, int slot)
{
    return kin_holes_use(&phrase->holes, slot);
}

bool kin_phrase_prints(const struct kin_phrase *phrase, const char *name, struct kin_span *span)
{
    for (size_t i = 0; i < phrase->holes.count; i++) {
        if (strcmp(kin_expr_source(phrase->holes.items[i].expr), name) == 0) {
            *span = phrase->holes.items[i].span;
            return true;
        }
    }
    return false;
}

bool kin_phrase_signs(const struct kin_phrase *phrase, struct kin_frame *frame, struct kin_buf *buf)
{
    return kin_holes_signs(&phrase->holes, frame, buf);
}

/* ---- Resolving ---- */

struct prose {
    kin_arena *arena;
    enum kin_emphasis emphasis;
    struct kin_nodes *nodes;
    struct kin_buf run;
};

static void flush(struct prose *prose)
{
    if (prose->run.length) {
        kin_nodes_add(prose->arena, prose->nodes, kin_node_text(prose->arena, prose->run.data, prose->emphasis));
        prose->run = kin_buf_in(prose->arena);
    }
}

/* One line without anything raised, stacked or in italics reads the same in running text. */
static bool reads_as_text(const struct kin_maths *maths)
{
    switch (maths->kind) {
    case KIN_MATHS_NUMBER:
    case KIN_MATHS_WORD:
    case KIN_MATHS_SIGN:
    case KIN_MATHS_SYMBOL:
    case KIN_MATHS_PUNCT:
        return true;
    case KIN_MATHS_ROW:
        break;
    default:
        return false;
    }
    for (size_t i = 0; i < maths->count; i++) {
        if (!reads_as_text(maths->kids[i])) {
            return false;
        }
    }
    return true;
}

/* Two words may melt where they meet: de + el = del. */
static void add_words(struct prose *prose, const char *text, const struct kin_grammar *grammar)
{
    size_t before, after;
    const char *melted =
        grammar->meet && prose->run.length ? grammar->meet(prose->run.data, text, &before, &after) : NULL;
    if (melted) {
        prose->run.length -= before;
        kin_buf_add(&prose->run, melted);
        text += after;
    }
    kin_buf_add(&prose->run, text);
}

/* A full stop behind a value that ends with one is not printed twice: "at 8:30 a.m." ends the sentence. */
static void add_typed(struct prose *prose, const char *text)
{
    size_t length = prose->run.length;
    bool stopped = length && prose->run.data[length - 1] == '.';
    bool one_stop = text[0] == '.' && text[1] != '.';
    kin_buf_add(&prose->run, stopped && one_stop ? text + 1 : text);
}

static void add_maths(struct prose *prose, const struct kin_maths *maths, const struct kin_grammar *grammar)
{
    if (reads_as_text(maths)) {
        add_words(prose, kin_maths_text(prose->arena, maths), grammar);
    } else {
        flush(prose);
        kin_nodes_add(prose->arena, prose->nodes, kin_node_maths(prose->arena, maths));
    }
}

static bool add_hole(struct prose *prose, struct kin_frame *frame, const struct kin_hole *hole,
                     const struct kin_value *value)
{
    const struct kin_maths *quoted = hole->quoted ? kin_formula_resolve(hole->quoted, frame) : NULL;
    if (quoted) {
        add_maths(prose, quoted, kin_frame_language(frame)->grammar);
    }
    if (hole->quoted) {
        return quoted != NULL;
    }
    struct kin_piece piece = kin_piece_of_value(frame, value, hole->format, hole->span);
    if (!piece.maths) {
        return false;
    }
    const struct kin_maths *maths = kin_maths_localised(frame, kin_piece_signed(prose->arena, &piece));
    add_maths(prose, maths, kin_frame_language(frame)->grammar);
    return true;
}

bool kin_phrase_resolve(const struct kin_phrase *phrase, struct kin_frame *frame, enum kin_emphasis emphasis,
                        struct kin_nodes *nodes)
{
    const struct kin_value *values = kin_holes_eval(&phrase->holes, frame);
    struct prose prose = {frame->arena, emphasis, nodes, kin_buf_in(frame->arena)};
    if (!values) {
        return false;
    }
    for (size_t i = 0; i < phrase->count; i++) {
        const struct stretch *stretch = &phrase->items[i];
        if (stretch->text) {
            add_typed(&prose, kin_text_localised(frame, stretch->text));
        } else if (!add_hole(&prose, frame, &phrase->holes.items[stretch->index], &values[stretch->index])) {
            return false;
        }
    }
    flush(&prose);
    return true;
}
