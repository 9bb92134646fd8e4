/* Tables of formulas and texts with holes: what they print, whether they hold, and how mistakes are reported.
 * The tables are in tests/expr/formula; their first lines say how they are written. */
#include "base/file.h"
#include "content/formula.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_FIELDS = 4, MOST_NAMES = 32 };

struct table {
    kin_arena *arena;
    char *text; /* what is left */
    const char *name;
    size_t line, rows, wrong;
};

/* One case: its own scope, frame and letters. */
struct trial {
    kin_arena *arena;
    struct kin_diags diags;
    struct kin_reading reading;
    struct kin_frame frame;
    struct kin_value slots[MOST_NAMES];
    struct kin_binding letters[MOST_NAMES];
    size_t letter_count;
};

static char *table_path(kin_arena *arena, const char *name)
{
    return kin_format(arena, "%s/tests/expr/formula/%s", KIN_SOURCE_FOLDER, name);
}

static struct table open_table(kin_arena *arena, const char *name)
{
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_source *source = kin_file_read(arena, &diags, table_path(arena, name));
    assert_non_null(source);
    return (struct table){.arena = arena, .text = kin_copy(arena, source->bytes), .name = name};
}

static char *next_line(struct table *table)
{
    if (!*table->text) {
        return NULL;
    }
    char *line = table->text;
    size_t length = strcspn(line, "\n");
    table->text += length + (line[length] == '\n');
    line[length] = '\0';
    table->line++;
    return line;
}

/* Fields between ";;", without outer spaces. */
static size_t split(char *line, char *fields[MOST_FIELDS])
{
    size_t count = 0;
    while (line && count < MOST_FIELDS) {
        char *next = strstr(line, ";;");
        if (next) {
            *next = '\0';
        }
        line += strspn(line, " ");
        for (size_t length = strlen(line); length && line[length - 1] == ' '; length--) {
            line[length - 1] = '\0';
        }
        fields[count++] = line;
        line = next ? next + 2 : NULL;
    }
    return count;
}

static struct kin_value constant(struct trial *trial, const char *text)
{
    struct kin_value value = {0};
    struct kin_type any = {.kind = KIN_NOTHING};
    struct kin_expr *expr = kin_expr_parse(&trial->reading, kin_text_plain(text), any);
    assert_non_null(expr);
    assert_true(kin_expr_eval(expr, &trial->frame, &value));
    return value;
}

/* "p = 3, d = [1, 2], x := 5": names with values, and letters with values. */
static void give(struct trial *trial, char *given)
{
    while (given && *given) {
        char *end = strstr(given, " & ");
        if (end) {
            *end = '\0';
        }
        char *equals = strchr(given, '=');
        assert_non_null(equals);
        bool letter = equals[-1] == ':';
        struct kin_value value = constant(trial, equals + 1);
        if (letter) {
            uint32_t rune = (unsigned char)given[0];
            trial->letters[trial->letter_count++] = (struct kin_binding){rune, value};
        } else {
            size_t length = strcspn(given, " =");
            char *name = kin_copy_n(trial->arena, given, length);
            int slot = kin_scope_add(trial->reading.scope, name, kin_value_type(&value));
            assert_true(slot >= 0 && slot < MOST_NAMES);
            trial->slots[slot] = value;
        }
        given = end ? end + 3 : NULL;
    }
}

static void start(struct trial *trial, char *given)
{
    *trial = (struct trial){.arena = kin_arena_new()};
    trial->diags = kin_diags_in(trial->arena);
    trial->reading = (struct kin_reading){trial->arena, &trial->diags, kin_scope_new(trial->arena, NULL)};
    trial->frame = (struct kin_frame){.arena = trial->arena, .slots = trial->slots};
    give(trial, given);
}

static const char *messages(struct trial *trial)
{
    struct kin_buf buf = kin_buf_in(trial->arena);
    for (size_t i = 0; i < trial->diags.count; i++) {
        kin_diag_write(&buf, &trial->diags.items[i]);
    }
    return buf.data;
}

static const char *fault_text(struct trial *trial)
{
    const char *detail = trial->frame.fault.detail;
    return kin_format(trial->arena, "fault %s%s%s", kin_diag_row(trial->frame.fault.id)->name, detail ? " " : "",
                      detail ? detail : "");
}

static void compare(struct table *table, const char *what, const char *actual, const char *expected)
{
    if (strcmp(actual, expected) != 0) {
        print_error("%s:%zu: %s\n    is     %s\n    not    %s\n", table->name, table->line, what, actual, expected);
        table->wrong++;
    }
}

static const char *verdict_text(struct trial *trial, const struct kin_formula *formula)
{
    static const char *const names[] = {"true", "false", "open"};
    enum kin_verdict verdict = kin_formula_verdict(formula, &trial->frame, trial->letters, trial->letter_count);
    return verdict == KIN_VERDICT_FAULT ? fault_text(trial) : names[verdict];
}

static void finish(struct table *table, size_t least)
{
    print_message("%s: %zu rows\n", table->name, table->rows);
    assert_true(table->rows >= least);
    assert_int_equal(table->wrong, 0);
}

static void formulas(void **state)
{
    (void)state;
    kin_arena *arena = kin_arena_new();
    struct table table = open_table(arena, "formulas.txt");
    for (char *line, *fields[MOST_FIELDS]; (line = next_line(&table));) {
        if (!*line || *line == '#') {
            continue;
        }
        size_t count = split(line, fields);
        struct trial trial;
        assert_true(count >= 3);
        start(&trial, fields[1]);
        struct kin_formula *formula =
            kin_formula_parse(&trial.reading, kin_text_source(trial.arena, "formula", fields[0]));
        if (!formula) {
            compare(&table, fields[0], messages(&trial), fields[2]);
        } else {
            const struct kin_maths *maths = kin_formula_resolve(formula, &trial.frame);
            compare(&table, fields[0], maths ? kin_maths_text(trial.arena, maths) : fault_text(&trial), fields[2]);
            compare(&table, fields[0], count > 3 ? verdict_text(&trial, formula) : "", count > 3 ? fields[3] : "");
        }
        table.rows++;
        kin_arena_free(trial.arena);
    }
    finish(&table, 150);
    kin_arena_free(arena);
}

/* Runs as they are, formulas between « and ». */
static const char *prose_text(struct trial *trial, const struct kin_nodes *nodes)
{
    struct kin_buf buf = kin_buf_in(trial->arena);
    for (size_t i = 0; i < nodes->count; i++) {
        const struct kin_node *node = nodes->items[i];
        if (node->kind == KIN_NODE_MATHS) {
            kin_buf_addf(&buf, "«%s»", kin_maths_text(trial->arena, node->maths));
        } else {
            assert_true(i == 0 || nodes->items[i - 1]->kind != KIN_NODE_TEXT);
            kin_buf_add(&buf, node->text);
        }
    }
    return buf.data;
}

static void phrases(void **state)
{
    (void)state;
    kin_arena *arena = kin_arena_new();
    struct table table = open_table(arena, "phrases.txt");
    for (char *line, *fields[MOST_FIELDS]; (line = next_line(&table));) {
        if (!*line || *line == '#') {
            continue;
        }
        struct trial trial;
        assert_true(split(line, fields) == 3);
        start(&trial, fields[1]);
        struct kin_nodes nodes = {0};
        struct kin_phrase *phrase = kin_phrase_parse(&trial.reading, kin_text_source(trial.arena, "phrase", fields[0]));
        assert_non_null(phrase);
        bool done = kin_phrase_resolve(phrase, &trial.frame, KIN_UPRIGHT, &nodes);
        compare(&table, fields[0], done ? prose_text(&trial, &nodes) : fault_text(&trial), fields[2]);
        table.rows++;
        kin_arena_free(trial.arena);
    }
    finish(&table, 20);
    kin_arena_free(arena);
}

/* The expected report: all lines up to an empty one. */
static const char *next_block(struct table *table)
{
    struct kin_buf buf = kin_buf_in(table->arena);
    for (char *line; (line = next_line(table)) && *line;) {
        kin_buf_addf(&buf, "%s\n", line);
    }
    return buf.data;
}

static void mistakes(void **state)
{
    (void)state;
    kin_arena *arena = kin_arena_new();
    struct table table = open_table(arena, "mistakes.txt");
    for (char *line, *fields[MOST_FIELDS]; (line = next_line(&table));) {
        if (!*line || *line == '#') {
            continue;
        }
        struct trial trial;
        bool prose = *line == '"';
        size_t count = split(line + 1, fields);
        start(&trial, count > 1 ? fields[1] : NULL);
        struct kin_text text = kin_text_source(trial.arena, "bank", fields[0]);
        bool read =
            prose ? kin_phrase_parse(&trial.reading, text) != NULL : kin_formula_parse(&trial.reading, text) != NULL;
        compare(&table, fields[0], read ? "no mistake\n" : messages(&trial), next_block(&table));
        table.rows++;
        kin_arena_free(trial.arena);
    }
    finish(&table, 25);
    kin_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formulas),
        cmocka_unit_test(phrases),
        cmocka_unit_test(mistakes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
