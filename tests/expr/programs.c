/* Runs the files named on the command line, then the examples of all functions, then looks whether every diagnostic of
 * expressions occurs in a file. A file holds blocks separated by empty lines; lines that begin with # say what for:
 *
 *   with a = 3            (any number: a name and its value, itself an expression)
 *   unset key             (a number that is known and has no value)
 *   later q               (a name whose definition is not known yet)
 *   before 500 (          (the program is preceded by so many of the rest of the line)
 *   want truth            (the type that is needed: number, truth, word, numbers, poly)
 *   a + 1                 (the program, one line)
 *   => 4                  (its value)
 *
 * or, in place of the last line, %%FAIL and the diagnostic as it is shown, word for word. */
#include "base/file.h"
#include "expr/function.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 256, FIRST_OWN = 201, LAST_OWN = 259 };

struct world {
    kin_arena *arena;
    struct kin_diags diags;
    struct kin_reading reading;
    struct kin_frame frame;
};

static struct world world_new(kin_arena *arena)
{
    return (struct world){.arena = arena,
                          .diags = kin_diags_in(arena),
                          .reading = {.arena = arena, .scope = kin_scope_new(arena, NULL)},
                          .frame = {.arena = arena, .slots = KIN_NEW_N(arena, struct kin_value, SLOTS)}};
}

/* Numbers with roots or pi, certified reals, special values and intervals are written so that they can be read back. */
static bool reads_back(struct world *world, const struct kin_value *value)
{
    struct kin_value back;
    char *text = kin_value_text(world->arena, value);
    if (value->kind != KIN_SURD && value->kind != KIN_REAL && value->kind != KIN_SPECIAL &&
        value->kind != KIN_INTERVAL) {
        return true;
    }
    text = value->kind == KIN_INTERVAL ? kin_format(world->arena, "interval('%s')", text) : text;
    struct kin_expr *expr = kin_expr_parse(&world->reading, kin_text_plain(text), kin_type_any);
    return expr && kin_expr_eval(expr, &world->frame, &back) && kin_value_equal(value, &back);
}

/* The value's text, or the diagnostics' texts. */
static const char *run(struct world *world, const char *path, const char *program, struct kin_type want)
{
    struct kin_value value;
    world->reading.diags = &world->diags;
    struct kin_text text = kin_text_source(world->arena, path, program);
    struct kin_expr *expr = kin_expr_parse(&world->reading, text, want);
    if (expr && kin_expr_eval(expr, &world->frame, &value)) {
        return reads_back(world, &value) ? kin_value_text(world->arena, &value) : "(does not read back)";
    }
    if (expr) {
        kin_fault_report(&world->diags, &world->frame, world->reading.scope, expr);
    }
    struct kin_buf buf = kin_buf_in(world->arena);
    for (size_t i = 0; i < world->diags.count; i++) {
        kin_diag_write(&buf, &world->diags.items[i]);
    }
    return buf.data ? buf.data : "";
}

static bool define(struct world *world, const char *name, const char *program)
{
    struct kin_value value;
    world->reading.diags = &world->diags;
    struct kin_expr *expr = kin_expr_parse(&world->reading, kin_text_plain(program), kin_type_any);
    if (!expr || !kin_expr_eval(expr, &world->frame, &value)) {
        return false;
    }
    world->frame.slots[kin_scope_add(world->reading.scope, name, kin_expr_type(expr))] = value;
    return true;
}

/* ---- Blocks ---- */

struct block {
    char *next; /* what is left of the file */
    const char *path;
    unsigned line;
    struct kin_buf program;
    struct kin_type want;
};

static char *take_line(struct block *block)
{
    char *line = block->next, *end = strchr(line, '\n');
    block->next = end ? end + 1 : line + strlen(line);
    block->line++;
    if (end) {
        *end = '\0';
    }
    return line;
}

static bool take_with(struct world *world, char *line)
{
    char *sign = strstr(line, " = ");
    if (!sign) {
        return false;
    }
    *sign = '\0';
    return define(world, line, sign + 3);
}

static void take_before(struct block *block, const char *line)
{
    char *rest;
    for (long i = strtol(line, &rest, 10); i > 0; i--) {
        kin_buf_add(&block->program, rest + 1);
    }
}

static bool take_want(struct block *block, const char *line)
{
    const struct {
        const char *name;
        struct kin_type type;
    } wants[] = {{"number", kin_type_number},
                 {"truth", kin_type_truth},
                 {"word", kin_type_word},
                 {"numbers", kin_type_numbers},
                 {"poly", kin_type_poly}};
    for (size_t i = 0; i < sizeof wants / sizeof *wants; i++) {
        if (strcmp(line, wants[i].name) == 0) {
            block->want = wants[i].type;
            return true;
        }
    }
    return false;
}

/* Everything up to the program; its line is added to the block. */
static bool take_program(struct world *world, struct block *block)
{
    for (char *line = take_line(block);; line = take_line(block)) {
        bool fine = true;
        if (strncmp(line, "with ", 5) == 0) {
            fine = take_with(world, line + 5);
        } else if (strncmp(line, "unset ", 6) == 0) {
            fine = kin_scope_add(world->reading.scope, line + 6, kin_type_number) >= 0;
        } else if (strncmp(line, "later ", 6) == 0) {
            fine = kin_scope_add(world->reading.scope, line + 6, kin_type_any) >= 0;
        } else if (strncmp(line, "before ", 7) == 0) {
            take_before(block, line + 7);
        } else if (strncmp(line, "want ", 5) == 0) {
            fine = take_want(block, line + 5);
        } else if (line[0] != '#') {
            kin_buf_add(&block->program, strcmp(line, "(nothing)") == 0 ? "" : line);
            return true;
        }
        if (!fine) {
            printf("%s:%u: cannot read this line\n", block->path, block->line);
            return false;
        }
    }
}

static const char *take_expected(kin_arena *arena, struct block *block)
{
    const char *line = take_line(block);
    if (strncmp(line, "=> ", 3) == 0) {
        return line + 3;
    }
    struct kin_buf buf = kin_buf_in(arena);
    while (*block->next && *block->next != '\n') {
        kin_buf_addf(&buf, "%s\n", take_line(block));
    }
    return strcmp(line, "%%FAIL") == 0 && buf.data ? buf.data : "(a line with =>, or %%FAIL and a diagnostic)";
}

static bool check(const char *path, unsigned line, const char *expected, const char *actual)
{
    if (strcmp(expected, actual) == 0) {
        return true;
    }
    printf("%s:%u:\nexpected: %s\nactual:   %s\n", path, line, expected, actual);
    return false;
}

static unsigned run_block(struct block *block)
{
    kin_arena *arena = kin_arena_new();
    struct world world = world_new(arena);
    unsigned line = block->line + 1, failures = 1;
    block->program = kin_buf_in(arena);
    block->want = kin_type_any;
    kin_buf_add(&block->program, "");
    if (take_program(&world, block)) {
        const char *expected = take_expected(arena, block);
        failures = !check(block->path, line, expected, run(&world, "expr", block->program.data, block->want));
    }
    kin_arena_free(arena);
    return failures;
}

static unsigned run_file(const char *path, char *bytes)
{
    struct block block = {.next = bytes, .path = path};
    unsigned failures = 0, blocks = 0;
    while (*block.next) {
        if (*block.next == '\n') {
            take_line(&block);
            continue;
        }
        failures += run_block(&block);
        blocks++;
    }
    printf("%s: %u programs, %u failures\n", path, blocks, failures);
    return failures + (blocks == 0);
}

/* ---- Examples ---- */

/* Of a diagnostic, "error E214". */
static const char *shortened(kin_arena *arena, struct world *world, const char *actual)
{
    return world->diags.count ? kin_format(arena, "error %s", kin_diag_row(world->diags.items[0].id)->name) : actual;
}

static unsigned run_examples(const struct kin_function *function)
{
    unsigned failures = 0, count = 0;
    for (const struct kin_example *example = function->examples; example->program; example++, count++) {
        kin_arena *arena = kin_arena_new();
        struct world world = world_new(arena);
        const char *actual = run(&world, function->name, example->program, kin_type_any);
        failures += !check(example->program, 1, example->expected, shortened(arena, &world, actual));
        kin_arena_free(arena);
    }
    if (count == 0 || !function->doc[0]) {
        printf("%s has no example or no description\n", function->name);
        failures++;
    }
    return failures;
}

static unsigned run_all_examples(void)
{
    size_t count;
    unsigned failures = 0;
    const struct kin_function *const *functions = kin_functions(&count);
    for (size_t i = 0; i < count; i++) {
        failures += run_examples(functions[i]);
        failures += kin_function_named(functions[i]->name) != functions[i];
    }
    printf("%zu functions\n", count);
    return failures;
}

/* ---- Every diagnostic occurs ---- */

static unsigned count_missing(const char *all)
{
    unsigned missing = 0;
    for (int id = 0; id < KIN_DIAG_COUNT; id++) {
        const char *name = kin_diag_row((enum kin_diag_id)id)->name;
        int number = name[0] == 'E' ? atoi(name + 1) : 0;
        if (number >= FIRST_OWN && number <= LAST_OWN && !strstr(all, name)) {
            printf("%s occurs in no test\n", name);
            missing++;
        }
    }
    return missing;
}

int main(int count, char **paths)
{
    kin_arena *arena = kin_arena_new();
    struct kin_diags diags = kin_diags_in(arena);
    struct kin_buf all = kin_buf_in(arena);
    unsigned failures = 0;
    kin_buf_add(&all, "");
    for (int i = 1; i < count; i++) {
        const struct kin_source *source = kin_file_read(arena, &diags, paths[i]);
        if (!source) {
            printf("cannot read %s\n", paths[i]);
            failures++;
            continue;
        }
        kin_buf_add_n(&all, source->bytes, source->length);
        failures += run_file(paths[i], kin_copy_n(arena, source->bytes, source->length));
    }
    failures += run_all_examples() + count_missing(all.data);
    kin_arena_free(arena);
    return failures || count < 2;
}
