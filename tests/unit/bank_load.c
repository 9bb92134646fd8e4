/* What loading makes of banks, standards, registers and assessment templates. What it refuses: tests/lint. */
#include "bank/bank.h"
#include "bank/paper_style.h"
#include "bank/svg.h"
#include "base/picture.h"
#include "figure/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct loaded {
    kin_arena *arena;
    struct kin_diags diags;
    struct kin_library *library;
    char folder[64];
};

static const char *write_file(const struct loaded *loaded, const char *name, const char *text)
{
    const char *path = kin_format(loaded->arena, "%s/%s", loaded->folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return path;
}

static int start(void **state)
{
    struct loaded *loaded = calloc(1, sizeof *loaded);
    loaded->arena = kin_arena_new();
    loaded->diags = kin_diags_in(loaded->arena);
    loaded->library = kin_library_new(loaded->arena, &loaded->diags);
    kin_library_take_figures(loaded->library, kin_figure_all());
    strcpy(loaded->folder, "/tmp/kin-bank-XXXXXX");
    if (!mkdtemp(loaded->folder)) {
        return -1;
    }
    kin_directory_make(&loaded->diags, kin_format(loaded->arena, "%s/standards", loaded->folder));
    kin_directory_make(&loaded->diags, kin_format(loaded->arena, "%s/words", loaded->folder));
    write_file(loaded, "standards/own.csv",
               "code,aliases,parent,description\nN1,,,Numbers\nN1.1,num.a NUM-1,N1,Whole "
               "numbers\nN1.1a,,N1.1,Large\nP1,,,Percent\n");
    write_file(loaded, "words/people.xml",
               "<words xmlns=\"urn:formkin:words:1\"><person name=\"Ana\" they=\"she\"/><person name=\"Jin\" "
               "they=\"they\"/></words>");
    kin_library_load_data(loaded->library, loaded->folder);
    *state = loaded;
    return 0;
}

static int finish(void **state)
{
    struct loaded *loaded = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -r %s", loaded->folder);
    int status = system(command);
    kin_arena_free(loaded->arena);
    free(loaded);
    return status;
}

static const struct kin_template *load(struct loaded *loaded, const char *inside, const char *attributes)
{
    const char *text = kin_format(
        loaded->arena,
        "<item-bank xmlns=\"urn:formkin:item-bank:1\" id=\"b\" title=\"B\" framework=\"own\"><item-template id=\"t\" "
        "standard=\"num-1\" level=\"2\" %s><title>T\n  and more</title>%s</item-template></item-bank>",
        attributes, inside);
    if (!kin_library_load_banks(loaded->library, write_file(loaded, "bank.xml", text))) {
        struct kin_buf buf = kin_buf_in(loaded->arena);
        for (size_t i = 0; i < loaded->diags.count; i++) {
            kin_diag_write(&buf, &loaded->diags.items[i]);
        }
        fail_msg("%s", buf.data);
    }
    return kin_template_find(loaded->library, "t");
}

/* ---- Standards ------------------------------------------------------------------------------------------------- */

static void finds_standards_by_any_spelling(void **state)
{
    const struct loaded *loaded = *state;
    const struct kin_framework *framework = kin_framework_find(loaded->library, "own");
    static const char *const spellings[] = {"N1.1", "n1.1", "NUM.A", "num-1", " N1.1 "};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        const struct kin_standard *standard = kin_standard_find(framework, spellings[i]);
        assert_non_null(standard);
        assert_string_equal(standard->code, "N1.1");
    }
    assert_null(kin_standard_find(framework, "N1.1b"));
    assert_null(kin_standard_find(framework, ""));
    assert_null(kin_standard_find(framework, "N"));
}

static void knows_what_is_below(void **state)
{
    const struct loaded *loaded = *state;
    const struct kin_framework *framework = kin_framework_find(loaded->library, "own");
    const struct kin_standard *top = kin_standard_find(framework, "N1"), *leaf = kin_standard_find(framework, "N1.1a");
    assert_true(kin_standard_within(leaf, top));
    assert_true(kin_standard_within(top, top));
    assert_false(kin_standard_within(top, leaf));
    assert_false(kin_standard_within(leaf, kin_standard_find(framework, "P1")));
}

static void names_the_nearest_codes_best_first(void **state)
{
    const struct loaded *loaded = *state;
    const char *codes[3];
    size_t count = kin_standard_nearest(kin_framework_find(loaded->library, "own"), loaded->arena, "N1.1aa", codes, 3);
    assert_true(count >= 2);
    assert_string_equal(codes[0], "N1.1a");
    assert_string_equal(codes[1], "N1.1");
}

/* ---- Templates --------------------------------------------------------------------------------------------------- */

static void reads_a_whole_template(void **state)
{
    struct loaded *loaded = *state;
    const struct kin_template *template =
        load(loaded,
             "<parameters><pick name='case' of='one, none'/><pick name='p' from='0.5..9.5' step='0.5' places='1'/>"
             "<pick name='c' from='2..9' type='money' when=\"case eq 'one'\"/><let name='s' value='p + 3'/>"
             "<where test='s gt 4'/><person name='who'/></parameters>"
             "<contexts><context id='shop' fits='p gt 1'><word name='thing' one='ticket' many='tickets'/></context>"
             "<context id='farm'><word name='thing' one='hen'/></context></contexts>"
             "<features off='signs'><feature name='big' value='s gt 6'/></features>"
             "<stem><p>  <if test=\"case eq 'one'\">{who} pays {c} for</if><else>Take</else> {thing} <em>{p}</em>. </p>"
             "<m>x - {p} = 3</m></stem>"
             "<value label='x =' type='decimal' key='s' points='2'><check test='key - p eq 3'/><unit>cm</unit>"
             "<wrong key='p - 3' because='took away'/><credit points='0.5'>set up</credit></value>"
             "<solution><step><m>x = {p} + 3</m><why>Add.</why></step><step><m>x = {answer}</m></step></solution>"
             "<fixed form='B' context='farm'><set name='case'>none</set><set name='p'>2.5</set></fixed>",
             "minutes='1.5' calculator='yes' prerequisites='N1, P1' enemies='u v' identity='[p]'");
    assert_string_equal(template->title, "T and more");
    assert_string_equal(template->standard, "N1.1");
    assert_int_equal(template->level, 2);
    assert_true(template->calculator && template->minutes > 1.49 && template->minutes < 1.51);
    assert_int_equal(template->prerequisite_count, 2);
    assert_int_equal(template->enemy_count, 2);
    assert_string_equal(template->enemies[1], "v");
    assert_int_equal(strlen(template->digest.hex), 32);
    assert_non_null(template->identity);

    assert_int_equal(template->field_count, 4);
    assert_int_equal(template->fields[0].kind, KIN_FIELD_MODE);
    assert_int_equal(template->fields[1].kind, KIN_FIELD_PICK);
    assert_int_equal(template->fields[1].domain.places, 1);
    assert_non_null(template->fields[1].domain.step);
    assert_int_equal(template->fields[2].domain.look, KIN_MONEY);
    assert_non_null(template->fields[2].when);
    assert_int_equal(template->fields[3].kind, KIN_FIELD_LET);
    assert_int_equal(template->where_count, 1);
    assert_int_equal(template->person_count, 1);
    assert_int_equal(template->word_count, 1);
    assert_int_equal(template->context_count, 2);
    assert_string_equal(template->contexts[0].words[0].as.word->many, "tickets");
    assert_null(template->contexts[1].words[0].as.word->many);
    assert_true(template->automatic_off[KIN_AUTO_SIGNS] && !template->automatic_off[KIN_AUTO_DIGITS]);

    assert_int_equal(template->part_count, 1);
    const struct kin_response_template *response = &template->parts[0].responses[0];
    assert_string_equal(response->id, "a");
    assert_int_equal(response->letter, 'x');
    assert_int_equal(response->wrong_count, 1);
    assert_int_equal(response->wrongs[0].because.count, 1);
    assert_int_equal(response->credit_count, 1);
    assert_true(kin_expr_uses(response->checks[0], response->key_slot));
    assert_int_equal(template->parts[0].step_count, 2);
    assert_false(template->parts[0].steps[0].result);
    assert_true(template->parts[0].steps[1].result);
    assert_int_equal(template->fixed[0].setting_count, 2);
    assert_string_equal(template->fixed[0].context, "farm");
}

static void builds_blocks_as_written(void **state)
{
    struct loaded *loaded = *state;
    const struct kin_template *template =
        load(loaded,
             "<parameters><pick name='a' from='1..3'/></parameters>"
             "<stem><p>  One <if test='a eq 1'>x</if> <else>y</else><for each='v' in='1..a'>{v}</for> end </p>"
             "<choose><when test='a eq 1'><p>1</p></when><when test='a eq 2'><p>2</p></when><otherwise><p>3</p>"
             "</otherwise></choose><list numbered='yes'><item>plain</item><item><p>p</p>tail</item></list>"
             "<table><row header='yes'><cell span='2'>h</cell></row></table><chain><row>a = b</row></chain></stem>"
             "<open lines='3' space='1in'><sample>So {a}.</sample><rubric><row points='1'>ok</row></rubric></open>",
             "");
    const struct kin_blocks *stem = &template->stem;
    assert_int_equal(stem->count, 5);
    const struct kin_block *p = stem->items[0];
    assert_int_equal(p->node.kind, KIN_NODE_PARAGRAPH);
    assert_int_equal(p->kids.count, 4);
    assert_int_equal(p->kids.items[1]->kind, KIN_BLOCK_IF);
    assert_int_equal(p->kids.items[1]->otherwise.count, 1);
    assert_int_equal(p->kids.items[2]->kind, KIN_BLOCK_FOR);
    const struct kin_block *choose = stem->items[1];
    assert_int_equal(choose->kind, KIN_BLOCK_IF);
    assert_int_equal(choose->otherwise.items[0]->kind, KIN_BLOCK_IF);
    assert_int_equal(choose->otherwise.items[0]->otherwise.items[0]->node.kind, KIN_NODE_PARAGRAPH);
    const struct kin_block *list = stem->items[2];
    assert_true(list->node.numbered);
    assert_int_equal(list->kids.items[0]->kids.items[0]->node.kind, KIN_NODE_PARAGRAPH);
    assert_int_equal(list->kids.items[1]->kids.count, 2);
    assert_int_equal(stem->items[3]->kids.items[0]->kids.items[0]->node.size, 2);
    assert_int_equal(stem->items[4]->kind, KIN_BLOCK_CHAIN);
    const struct kin_response_template *open = &template->parts[0].responses[0];
    assert_int_equal(open->lines, 3);
    assert_true(open->space_pt > 71.9 && open->space_pt < 72.1);
    assert_int_equal(open->sample.count, 1);
}

static void keeps_places_through_entities(void **state)
{
    struct loaded *loaded = *state;
    const struct kin_template *template =
        load(loaded,
             "<parameters><pick name='a' from='1..3'/><where test='1 &lt; a and a &#x3C; 3'/></parameters>"
             "<stem><p>{a}</p></stem><open><sample>S</sample></open>",
             "");
    struct kin_span span = kin_expr_span(template->wheres[0].test);
    assert_memory_equal(span.source->bytes + span.begin, "1 &lt; a and a &#x3C; 3", span.end - span.begin);
    assert_int_equal(span.end - span.begin, strlen("1 &lt; a and a &#x3C; 3"));
}

static void numbers_answers_of_parts(void **state)
{
    struct loaded *loaded = *state;
    const struct kin_template *template = load(
        loaded,
        "<parameters><pick name='a' from='1..3'/></parameters>"
        "<part><stem><p>{a}</p></stem><value type='integer' key='a'><check test='key eq a'/></value>"
        "<solution><step><m>{answer}</m></step></solution></part>"
        "<part level='3'><stem><p>More</p></stem><value type='integer' key='a + 1'><check test='key - 1 eq answer.a'/>"
        "</value><value type='integer' key='a + 2'><check test='answer - answer.b1 eq 1'/></value>"
        "<solution><step><m>{answer.b1}, {answer.b2}</m></step></solution></part>",
        "");
    assert_int_equal(template->part_count, 2);
    assert_string_equal(template->parts[1].id, "b");
    assert_int_equal(template->parts[1].level, 3);
    assert_string_equal(template->parts[1].responses[1].id, "b2");
    assert_true(template->parts[0].steps[0].result && template->parts[1].steps[0].result);
    assert_true(kin_expr_uses(template->parts[1].responses[1].checks[0], template->parts[1].responses[1].answer_slot));
}

static void digest_follows_the_bytes(void **state)
{
    struct loaded *loaded = *state;
    const char *inside = "<stem><p>%s</p></stem><open><sample>S</sample></open>";
    char first[33];
    strcpy(first, load(loaded, kin_format(loaded->arena, inside, "One"), "")->digest.hex);
    struct kin_library *other = kin_library_new(loaded->arena, &loaded->diags);
    kin_library_load_data(other, loaded->folder);
    loaded->library = other;
    assert_string_equal(load(loaded, kin_format(loaded->arena, inside, "One"), "")->digest.hex, first);
    other = kin_library_new(loaded->arena, &loaded->diags);
    kin_library_load_data(other, loaded->folder);
    loaded->library = other;
    assert_string_not_equal(load(loaded, kin_format(loaded->arena, inside, "Two"), "")->digest.hex, first);
}

/* ---- Registers and assessment templates ------------------------------------------------------------------------- */

static void reads_people(void **state)
{
    const struct loaded *loaded = *state;
    assert_int_equal(loaded->library->name_count, 2);
    assert_string_equal(loaded->library->names[0].their, "her");
    assert_string_equal(loaded->library->names[1].them, "them");
}

static void reads_an_assessment_template(void **state)
{
    struct loaded *loaded = *state;
    const char *path = write_file(
        loaded, "quiz.xml",
        "<assessment xmlns='urn:formkin:assessment:1' id='quiz' paper='a4' minutes='20' threshold='75'>"
        "<title>Quiz</title><directions><p>Show <em>all</em> work with <m>x + 1</m>.</p></directions>"
        "<section heading='No calculator' calculator='no'><items count='3' standard='n1' level='1' points='0.5'/>"
        "<items template='t'/></section></assessment>");
    const struct kin_blueprint *blueprint = kin_blueprint_load(loaded->arena, &loaded->diags, path);
    assert_non_null(blueprint);
    assert_string_equal(blueprint->title, "Quiz");
    assert_string_equal(blueprint->paper, "a4");
    assert_string_equal(blueprint->threshold, "75");
    assert_true(blueprint->objectives);
    assert_string_equal(blueprint->space, "normal");
    assert_string_equal(kin_nodes_text(loaded->arena, &blueprint->directions), "Show all work with x + 1.");
    const struct kin_blueprint_section *section = &blueprint->sections[0];
    assert_int_equal(section->count, 2);
    assert_int_equal(section->lines[0].count, 3);
    assert_true(kin_rat_equal(section->lines[0].points, kin_rat_ratio(loaded->arena, 1, 2)));
    assert_string_equal(section->lines[1].template_id, "t");
    assert_false(kin_rat_defined(section->lines[1].points));
}

/* ---- Signs of schools ---------------------------------------------------------------------------------------------
 */

static const char *outlines_of(kin_arena *arena, const char *svg, const char **reason)
{
    return kin_svg_outlines(arena, "logo.svg", svg, strlen(svg), reason);
}

#define SVG(inside) "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" inside "</svg>"

/* Drawings that are broken, or do more than draw: refused, with the reason. */
static void refuses_hostile_drawings(void **state)
{
    static const char *const cases[][2] = {
        {"", "neither a PNG picture nor"},
        {"<svg", "neither a PNG picture nor"},
        {"<html/>", "neither a PNG picture nor"},
        {"<svg xmlns='http://www.w3.org/2000/svg'/>", "how large it is"},
        {"<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>", "how large it is"},
        {"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 -5 10'/>", "how large it is"},
        {"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ten 10'/>", "four numbers"},
        {SVG("<script>alert(1)</script>"), "<script> in it cannot be drawn"},
        {SVG("<image href='http://example.org/x.png' width='5' height='5'/>"), "<image> in it cannot be drawn"},
        {SVG("<use href='file:///etc/passwd#x'/>"), "<use> in it cannot be drawn"},
        {SVG("<foreignObject/>"), "<foreignObject> in it cannot be drawn"},
        {SVG("<text>School</text>"), "<text> in it cannot be drawn"},
        {SVG("<path d='M 0 0 L 1e999 3'/>"), "not understood"},
        {SVG("<path d='M 0 0 X 3'/>"), "not understood"},
        {SVG("<rect width='5' height='5' fill='url(http://example.org)'/>"), "not a plain one"},
        {SVG("<g transform='skewZ(4)'/>"), "not understood"},
        {"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" SVG("<title>&a;</title>"), "neither a PNG"},
    };
    struct loaded *loaded = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *reason = NULL;
        assert_null(outlines_of(loaded->arena, cases[i][0], &reason));
        assert_non_null(reason);
        if (!strstr(reason, cases[i][1])) {
            fail_msg("%s: '%s' does not say '%s'", cases[i][0], reason, cases[i][1]);
        }
    }
}

/* Nested and repeated without end, but read in bounded time, and refused. */
static void refuses_endless_drawings(void **state)
{
    struct loaded *loaded = *state;
    struct kin_buf deep = kin_buf_in(loaded->arena), wide = kin_buf_in(loaded->arena);
    const char *reason = NULL;
    kin_buf_add(&deep, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>");
    for (int i = 0; i < 60; i++) {
        kin_buf_add(&deep, "<g>");
    }
    for (int i = 0; i < 60; i++) {
        kin_buf_add(&deep, "</g>");
    }
    kin_buf_add(&deep, "</svg>");
    assert_null(outlines_of(loaded->arena, deep.data, &reason));
    assert_non_null(strstr(reason, "nested too deeply"));
    kin_buf_add(&wide, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path d='M 0 0");
    for (int i = 0; i < 200000; i++) {
        kin_buf_add(&wide, "l1 1");
    }
    kin_buf_add(&wide, "'/></svg>");
    assert_null(outlines_of(loaded->arena, wide.data, &reason));
    assert_non_null(strstr(reason, "too many points"));
}

/* Of a PNG the head is looked at: no picture without a size, none larger than a page can use. */
static void reads_heads_of_pictures(void **state)
{
    struct loaded *loaded = *state;
    unsigned char png[24] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    assert_null(kin_picture_of_png(loaded->arena, png, sizeof png));
    png[19] = png[23] = 16;
    assert_non_null(kin_picture_of_png(loaded->arena, png, sizeof png));
    assert_null(kin_picture_of_png(loaded->arena, png, sizeof png - 1));
    png[16] = 0x7F;
    assert_null(kin_picture_of_png(loaded->arena, png, sizeof png));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_standards_by_any_spelling, start, finish),
        cmocka_unit_test_setup_teardown(knows_what_is_below, start, finish),
        cmocka_unit_test_setup_teardown(names_the_nearest_codes_best_first, start, finish),
        cmocka_unit_test_setup_teardown(reads_a_whole_template, start, finish),
        cmocka_unit_test_setup_teardown(builds_blocks_as_written, start, finish),
        cmocka_unit_test_setup_teardown(keeps_places_through_entities, start, finish),
        cmocka_unit_test_setup_teardown(numbers_answers_of_parts, start, finish),
        cmocka_unit_test_setup_teardown(digest_follows_the_bytes, start, finish),
        cmocka_unit_test_setup_teardown(reads_people, start, finish),
        cmocka_unit_test_setup_teardown(reads_an_assessment_template, start, finish),
        cmocka_unit_test_setup_teardown(refuses_hostile_drawings, start, finish),
        cmocka_unit_test_setup_teardown(refuses_endless_drawings, start, finish),
        cmocka_unit_test_setup_teardown(reads_heads_of_pictures, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
