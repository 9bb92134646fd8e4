/* A template read from text, with values put in by hand: what the tests of judging, proving and resolving start from.
 */
#ifndef KIN_TESTS_RESOLVE_FIXTURE_H
#define KIN_TESTS_RESOLVE_FIXTURE_H

#include "figure/figure.h"
#include "unit.h"

#include "base/digest.h"
#include "draw/resolve.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_RESPONSES = 16 };

struct fixture {
    kin_arena *arena;
    struct kin_diags diags;
    struct kin_library *library;
    const struct kin_template *template;
    struct kin_frame frame;
    struct kin_judgement judgements[MOST_RESPONSES];
    struct kin_seed seed;
};

static inline void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fputs(text, file) >= 0, 1);
    assert_int_equal(fclose(file), 0);
}

static inline void fail_with_diagnostics(const struct fixture *fixture)
{
    struct kin_buf buf = kin_buf_in(fixture->arena);
    for (size_t i = 0; i < fixture->diags.count; i++) {
        kin_diag_write(&buf, &fixture->diags.items[i]);
    }
    fail_msg("%s", buf.data);
}

/* A folder with a standard, a misconception and three names beside the bank; gone again when everything is loaded. */
static inline void load_files(struct fixture *fixture, const char *bank)
{
    static const char *const folders[] = {"standards", "misconceptions", "words"};
    static const char *const files[][2] = {
        {"standards/demo.csv", "code,description\nA.1,Solve\n"},
        {"misconceptions/all.xml",
         "<misconceptions xmlns=\"urn:formkin:misconceptions:1\"><misconception id=\"slip\">slipped"
         "</misconception></misconceptions>\n"},
        {"words/people.xml",
         "<words xmlns=\"urn:formkin:words:1\"><person name=\"Ana\" they=\"she\"/><person name=\"Ben\" they=\"he\"/>"
         "<person name=\"Kim\" they=\"they\"/></words>\n"},
        {"bank.xml", NULL},
    };
    char folder[] = "/tmp/kin-resolve-XXXXXX";
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(mkdir(kin_format(fixture->arena, "%s/%s", folder, folders[i]), 0700), 0);
    }
    for (size_t i = 0; i < 4; i++) {
        write_file(kin_format(fixture->arena, "%s/%s", folder, files[i][0]), files[i][1] ? files[i][1] : bank);
    }
    bool loaded = kin_library_load_data(fixture->library, folder) &&
                  kin_library_load_banks(fixture->library, kin_format(fixture->arena, "%s/bank.xml", folder));
    for (size_t i = 0; i < 4; i++) {
        unlink(kin_format(fixture->arena, "%s/%s", folder, files[i][0]));
    }
    for (size_t i = 0; i < 3; i++) {
        rmdir(kin_format(fixture->arena, "%s/%s", folder, folders[i]));
    }
    rmdir(folder);
    if (!loaded) {
        fail_with_diagnostics(fixture);
    }
}

/* `body`: what stands inside <item-template> after its title. */
static inline struct fixture *fixture_load(kin_arena *arena, const char *body)
{
    struct fixture *fixture = KIN_NEW(arena, struct fixture);
    assert_int_equal(kin_digest_start(), 0);
    fixture->arena = arena;
    fixture->diags = kin_diags_in(arena);
    fixture->library = kin_library_new(arena, &fixture->diags);
    kin_library_take_figures(fixture->library, kin_figure_all());
    fixture->seed.number = 7;
    load_files(fixture, kin_format(arena,
                                   "<item-bank xmlns=\"urn:formkin:item-bank:1\" id=\"demo\" title=\"Demo\" "
                                   "framework=\"demo\">\n<item-template id=\"demo\" standard=\"A.1\" level=\"1\">\n"
                                   "<title>Demo</title>\n%s\n</item-template>\n</item-bank>\n",
                                   body));
    fixture->template = kin_template_find(fixture->library, "demo");
    assert_non_null(fixture->template);
    fixture->diags.count = fixture->diags.errors = fixture->diags.warnings = 0;
    fixture->frame = (struct kin_frame){
        .arena = arena,
        .slots = KIN_NEW_N(arena, struct kin_value, fixture->template->slot_count),
    };
    return fixture;
}

static inline int slot_named(const struct fixture *fixture, const char *name)
{
    for (size_t i = 0; i < fixture->template->field_count; i++) {
        if (strcmp(fixture->template->fields[i].name, name) == 0) {
            return fixture->template->fields[i].slot;
        }
    }
    fail_msg("no parameter %s", name);
    return -1;
}

/* A constant expression's value: "3", "'none'", "[1, 2]". */
static inline struct kin_value value_of_text(struct fixture *fixture, const char *text)
{
    struct kin_reading reading = {fixture->arena, &fixture->diags, kin_scope_new(fixture->arena, NULL)};
    struct kin_expr *expr = kin_expr_parse(&reading, kin_text_plain(text), kin_type_any);
    struct kin_value value;
    assert_non_null(expr);
    assert_true(kin_expr_constant(expr, fixture->arena, &value));
    return value;
}

/* Put in picks: "p = 3; x = -2; case = 'one'", then compute the lets. */
static inline void put(struct fixture *fixture, const char *settings)
{
    kin_dress_neutral(fixture->template, &fixture->frame);
    char *text = kin_copy(fixture->arena, settings), *rest = NULL;
    for (char *part = strtok_r(text, ";", &rest); part; part = strtok_r(NULL, ";", &rest)) {
        char name[32];
        assert_int_equal(sscanf(part, " %31[^ =]", name), 1);
        fixture->frame.slots[slot_named(fixture, name)] = value_of_text(fixture, strchr(part, '=') + 1);
    }
    for (size_t i = 0; i < fixture->template->field_count; i++) {
        const struct kin_field *field = &fixture->template->fields[i];
        if (field->kind == KIN_FIELD_LET) {
            assert_true(kin_expr_eval(field->value, &fixture->frame, &fixture->frame.slots[field->slot]));
        }
    }
}

/* Judge all responses in the order of their keys; false when one of them is not usable. */
static inline bool judge(struct fixture *fixture)
{
    bool usable = true;
    size_t count = kin_template_response_count(fixture->template);
    assert_true(count <= MOST_RESPONSES);
    for (size_t i = 0; i < count; i++) {
        size_t n = fixture->template->order[i];
        assert_true(
            kin_judge_response(kin_template_response(fixture->template, n), &fixture->frame, &fixture->judgements[n]));
        usable = usable && fixture->judgements[n].usable;
    }
    return usable;
}

static inline bool prove(struct fixture *fixture, const char *settings)
{
    put(fixture, settings);
    assert_true(judge(fixture));
    fixture->diags = kin_diags_in(fixture->arena);
    return kin_prove(fixture->template, &fixture->frame, fixture->judgements, &fixture->diags);
}

/* Put in, judged, proved, dressed as form A, B ... (index 0, 1 ...) and resolved; NULL when resolving fails. */
static inline struct kin_item *try_item(struct fixture *fixture, const char *settings, size_t form)
{
    static const char *const letters[] = {"A", "B", "C", "D", "E", "F", "G", "H"};
    struct kin_dressing dressing = {.seed = &fixture->seed, .form = letters[form % 8], .form_index = form};
    if (!prove(fixture, settings)) {
        fail_with_diagnostics(fixture);
    }
    dressing.context = kin_dress(fixture->template, &fixture->frame, &dressing);
    return kin_resolve(fixture->template, &fixture->frame, fixture->judgements, &dressing, &fixture->diags);
}

static inline struct kin_item *item_of(struct fixture *fixture, const char *settings, size_t form)
{
    struct kin_item *item = try_item(fixture, settings, form);
    if (!item) {
        fail_with_diagnostics(fixture);
    }
    return item;
}

static inline const char *nodes_text(struct fixture *fixture, const struct kin_nodes *nodes)
{
    return kin_nodes_text(fixture->arena, nodes);
}

/* The only report so far has this id and message. */
static inline void assert_report(const struct fixture *fixture, enum kin_diag_id id, const char *message)
{
    assert_int_equal(fixture->diags.count, 1);
    assert_string_equal(kin_diag_row(fixture->diags.items[0].id)->name, kin_diag_row(id)->name);
    assert_string_equal(fixture->diags.items[0].message, message);
}

#endif
