/* Parts, their responses and solutions. */
#include "bank/loader.h"

#include <string.h>

/* Where a part's elements stand: in <part>, or in <item-template> itself. */
static size_t count_responses(const struct kin_xml *home)
{
    size_t count = 0;
    for (const struct kin_xml *kid = kin_xml_first_element(home); kid; kid = kin_xml_next_element(kid)) {
        count += kin_is_response(kid);
    }
    return count;
}

static bool is_blank_id(const struct kin_response_template *response, const char *id,
                        const struct kin_response_template *but)
{
    for (size_t i = 0; i < response->blank_count; i++) {
        if (&response->blanks[i] != but && response->blanks[i].id && strcmp(response->blanks[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static bool id_taken(const struct kin_template *template, const char *id, const struct kin_response_template *but)
{
    for (size_t i = 0; i < template->part_count; i++) {
        for (size_t j = 0; j < template->parts[i].response_count; j++) {
            const struct kin_response_template *response = &template->parts[i].responses[j];
            if ((response != but && response->id && strcmp(response->id, id) == 0) || is_blank_id(response, id, but)) {
                return true;
            }
        }
    }
    return false;
}

/* The part's letter where the part has one response; else letters, with the part's before them. */
static const char *made_id(kin_arena *arena, const struct kin_part_template *part, size_t index)
{
    if (part->id) {
        return part->response_count == 1 ? part->id : kin_format(arena, "%s%zu", part->id, index + 1);
    }
    return index < 26 ? kin_format(arena, "%c", (char)('a' + index)) : kin_format(arena, "r%zu", index + 1);
}

static void name_response(struct kin_loader *loader, const struct kin_xml *xml, const struct kin_part_template *part,
                          size_t index)
{
    struct kin_response_template *response = &part->responses[index];
    const char *given = kin_xml_string(loader->arena, xml, "id");
    const char *id = given ? given : made_id(loader->arena, part, index);
    if (!given && !kin_loader_clean(loader) && id_taken(loader->template, id, response)) {
        kin_mark_broken(loader, "answer");
    } else if (id_taken(loader->template, id, response)) {
        kin_report(loader->diags, KIN_E356, kin_value_span(xml, "id"), id, NULL);
        kin_report_mend(loader->diags, given ? "choose another id" : "give it an id=\"...\" of its own");
    }
    response->id = id;
}

static void name_blanks(struct kin_loader *loader, const struct kin_response_template *response)
{
    for (size_t i = 0; i < response->blank_count; i++) {
        const struct kin_response_template *blank = &response->blanks[i];
        if (id_taken(loader->template, blank->id, blank)) {
            kin_report(loader->diags, KIN_E356, blank->span, blank->id, NULL);
            kin_report_mend(loader->diags, "give it an id=\"...\" of its own");
        }
    }
}

static void find_responses(struct kin_loader *loader, const struct kin_xml *home, struct kin_part_template *part)
{
    size_t index = 0;
    part->response_count = count_responses(home);
    part->responses = KIN_NEW_N(loader->arena, struct kin_response_template, part->response_count);
    for (const struct kin_xml *kid = kin_xml_first_element(home); kid; kid = kin_xml_next_element(kid)) {
        if (kin_is_response(kid)) {
            struct kin_response_template *response = &part->responses[index];
            response->kind = (enum kin_response_kind)kin_response_kind_named(kid->name);
            response->span = kin_xml_name_span(kid);
            name_response(loader, kid, part, index++);
            if (response->kind == KIN_RESPONSE_BLANKS) {
                kin_find_blanks(loader, kid, response);
                name_blanks(loader, response);
            }
        }
    }
    if (!part->response_count) {
        kin_report(loader->diags, KIN_E357, kin_xml_name_span(home), home->name, NULL);
        kin_report_mend(loader->diags, "add <value>, <choice>, <multi-select>, <blanks> or <open>");
    }
}

/* ---- Keys, in an order in which each can name those before it ------------------------------------------------------
 */

enum { MOST_ASKED = 200 };

static struct kin_asked *asked_of(struct kin_loader *loader, const struct kin_xml **homes, size_t *count)
{
    const struct kin_template *template = loader->template;
    struct kin_asked *asked = NULL;
    size_t room = 0;
    *count = 0;
    for (size_t i = 0; i < template->part_count; i++) {
        size_t index = 0;
        for (const struct kin_xml *kid = kin_xml_first_element(homes[i]); kid; kid = kin_xml_next_element(kid)) {
            if (kin_is_response(kid)) {
                struct kin_response_template *response = &template->parts[i].responses[index++];
                KIN_PUSH(loader->arena, asked, *count, room) = (struct kin_asked){kid, response};
            }
        }
    }
    return asked;
}

static void load_keys(struct kin_loader *loader, const struct kin_xml **homes)
{
    size_t count;
    struct kin_asked *asked = asked_of(loader, homes, &count);
    if (count > MOST_ASKED) {
        kin_report(loader->diags, KIN_E435, kin_xml_name_span(asked[MOST_ASKED].xml), NULL);
        kin_report_mend(loader->diags, "split the template");
        kin_mark_broken(loader, "key");
        kin_mark_broken(loader, "answer");
        return;
    }
    size_t *order = loader->template->order = kin_order_keys(loader, asked, count);
    for (size_t i = 0; i < count; i++) {
        const struct kin_asked *next = &asked[order[i]];
        kin_load_key(loader, next->xml, next->response);
        kin_add_answer(loader, next->response);
        if (next->response->kind == KIN_RESPONSE_BLANKS) {
            kin_load_blank_keys(loader, next->xml, next->response);
        }
    }
    loader->template->answers = loader->answered;
    loader->template->answer_count = loader->answered_count;
}

static void load_responses(struct kin_loader *loader, const struct kin_xml *home, struct kin_part_template *part)
{
    size_t index = 0;
    for (const struct kin_xml *kid = kin_xml_first_element(home); kid; kid = kin_xml_next_element(kid)) {
        if (kin_is_response(kid)) {
            kin_load_response(loader, kid, &part->responses[index++]);
        }
    }
}

/* ---- Solutions -----------------------------------------------------------------------------------------------------
 */

/* Responses with an answer, blanks among them; *last is the last one. */
enum key_kind { KEYS_OF_VALUES, KEYS_OF_FORMULAS };

static size_t count_answers(const struct kin_response_template *responses, size_t count, enum key_kind of,
                            const struct kin_response_template **last)
{
    size_t answers = 0;
    for (size_t i = 0; i < count; i++) {
        if (responses[i].answer_slot >= 0 && !responses[i].repeated &&
            (responses[i].key != NULL) == (of == KEYS_OF_VALUES)) {
            *last = &responses[i];
            answers++;
        }
        answers += count_answers(responses[i].blanks, responses[i].blank_count, of, last);
    }
    return answers;
}

static const struct kin_response_template *only_answer(const struct kin_part_template *part)
{
    const struct kin_response_template *only = NULL;
    size_t values = count_answers(part->responses, part->response_count, KEYS_OF_VALUES, &only);
    if (values == 0) {
        values = count_answers(part->responses, part->response_count, KEYS_OF_FORMULAS, &only);
    }
    return values == 1 ? only : NULL;
}

static struct kin_scope *solution_scope(struct kin_loader *loader, const struct kin_part_template *part)
{
    struct kin_scope *scope = kin_scope_new(loader->arena, loader->content);
    const struct kin_response_template *only = only_answer(part);
    if (only) {
        kin_scope_alias(scope, "answer", only->answer_slot, kin_response_key_type(only));
    }
    return scope;
}

static bool load_step(struct kin_loader *loader, struct kin_scope *scope, const struct kin_xml *xml,
                      struct kin_step_template *step)
{
    const struct kin_xml *why = kin_xml_kid(xml, "why");
    step->span = kin_xml_name_span(xml);
    step->when = kin_load_attribute(loader, loader->keys, xml, "when", kin_type_truth);
    step->work = kin_load_blocks(loader, scope, xml, KIN_SHAPE_FLOW, KIN_SHOWS_ANSWER);
    if (why) {
        step->why = kin_load_blocks(loader, scope, why, KIN_SHAPE_INLINE, KIN_SHOWS_ANSWER);
    }
    step->result = kin_blocks_answer(&step->work);
    if (!step->work.count && !step->why.count) {
        kin_report(loader->diags, KIN_E148, xml->span, xml->name, NULL);
        kin_report_mend(loader->diags, "add a formula <m>...</m>, a paragraph <p> or a reason <why>");
    }
    return step->result;
}

struct step_home {
    struct kin_part_template *part;
    size_t room;
    bool result; /* one of them shows {answer} */
};

static bool load_step_entry(struct kin_loader *loader, const struct kin_xml *xml, void *home, struct kin_block *block)
{
    struct step_home *in = home;
    struct kin_step_template step = {0};
    in->result = load_step(loader, loader->content, xml, &step) || in->result;
    block->entry = KIN_ENTRY_STEP;
    block->index = in->part->step_count;
    KIN_PUSH(loader->arena, in->part->steps, in->part->step_count, in->room) = step;
    return true;
}

void kin_load_solution(struct kin_loader *loader, struct kin_part_template *part, const struct kin_xml *solution)
{
    struct step_home home = {.part = part};
    const struct kin_entry_reader reader = {load_step_entry, &home};
    part->step_entries = kin_load_entries(loader, solution_scope(loader, part), solution, &reader);
    const struct kin_response_template *only = only_answer(part);
    if (only && !home.result && kin_loader_clean(loader)) {
        kin_report(loader->diags, KIN_W304, kin_xml_name_span(solution), NULL);
        kin_report_mend(loader->diags,
                        "write {answer} in the last step, such as <m>x = {answer}</m>: it is then compared "
                        "with the key");
    }
}

static void load_part_solution(struct kin_loader *loader, const struct kin_xml *home, struct kin_part_template *part)
{
    const struct kin_xml *solution = kin_xml_kid(home, "solution");
    if (solution) {
        kin_load_solution(loader, part, solution);
        return;
    }
    for (size_t i = 0; i < part->response_count && kin_loader_clean(loader); i++) {
        if (part->responses[i].kind == KIN_RESPONSE_VALUE) {
            kin_report(loader->diags, KIN_W302, kin_xml_name_span(home), NULL);
            kin_report_mend(loader->diags, "add <solution><step>...</step></solution>: the key shows it");
            return;
        }
    }
}

/* ---- Parts
 * ------------------------------------------------------------------------------------------------------------ */

static const char *part_id(struct kin_loader *loader, const struct kin_xml *xml, size_t index)
{
    const char *given = kin_xml_string(loader->arena, xml, "id");
    const char *id = given ? given : kin_format(loader->arena, "%c", (char)('a' + index % 26));
    for (size_t i = 0; i < index; i++) {
        if (strcmp(loader->template->parts[i].id, id) == 0) {
            kin_report(loader->diags, KIN_E358, kin_value_span(xml, "id"), id, NULL);
            kin_report_mend(loader->diags, "give each part an id of its own, or none: they are then a, b, c ...");
        }
    }
    return id;
}

static void begin_part(struct kin_loader *loader, const struct kin_xml *home, size_t index)
{
    struct kin_part_template *part = &loader->template->parts[index];
    part->span = kin_xml_name_span(home);
    part->calculator =
        kin_xml_attribute(home, "calculator") ? kin_load_yes(loader, home, "calculator") : loader->template->calculator;
    if (home->element->id == KIN_ELEMENT_PART) {
        struct kin_text standard = kin_xml_value(loader->arena, home, "standard");
        part->id = part_id(loader, home, index);
        part->standard = standard.chars ? kin_load_standard(loader, standard) : NULL;
        part->level = kin_load_integer(loader, home, "level", 0);
        part->practice = kin_xml_string(loader->arena, home, "practice");
        part->objective = kin_xml_string(loader->arena, home, "objective");
    }
    find_responses(loader, home, part);
}

static void finish_part(struct kin_loader *loader, const struct kin_xml *home, struct kin_part_template *part)
{
    if (home->element->id == KIN_ELEMENT_PART) {
        part->stem =
            kin_load_blocks(loader, loader->content, kin_xml_kid(home, "stem"), KIN_SHAPE_FLOW, KIN_HIDES_ANSWER);
    }
    load_responses(loader, home, part);
    load_part_solution(loader, home, part);
}

static void check_homes(struct kin_loader *loader, const struct kin_xml *template)
{
    for (const struct kin_xml *kid = kin_xml_first_element(template); kid; kid = kin_xml_next_element(kid)) {
        if (kin_is_response(kid) || kid->element->id == KIN_ELEMENT_SOLUTION) {
            kin_report(loader->diags, KIN_E359, kin_xml_name_span(kid), kid->name, NULL);
            kin_report_mend(loader->diags, "put it into the <part> that it belongs to");
        }
    }
}

/* The homes of the parts: the <part> elements, or the template itself where there are none. */
static const struct kin_xml **homes_of(struct kin_loader *loader, const struct kin_xml *template)
{
    const struct kin_xml **homes = NULL;
    size_t room = 0, count = 0;
    for (const struct kin_xml *xml = kin_xml_kid(template, "part"); xml; xml = kin_xml_next(xml, "part")) {
        KIN_PUSH(loader->arena, homes, count, room) = xml;
    }
    if (count) {
        check_homes(loader, template);
    } else {
        KIN_PUSH(loader->arena, homes, count, room) = template;
    }
    loader->template->part_count = count;
    loader->template->parts = KIN_NEW_N(loader->arena, struct kin_part_template, count);
    return homes;
}

/* The stimulus stands above the question, and is drawn once for all parts. */
static void load_stem(struct kin_loader *loader, const struct kin_xml *stimulus, const struct kin_xml *stem)
{
    kin_arena *arena = loader->arena;
    struct kin_blocks *blocks = &loader->template->stem;
    if (stimulus) {
        struct kin_block *block = KIN_NEW(arena, struct kin_block);
        block->kind = KIN_BLOCK_NODE;
        block->span = stimulus->span;
        block->slot = -1;
        block->node.kind = KIN_NODE_STIMULUS;
        block->kids = kin_load_blocks(loader, loader->content, stimulus, KIN_SHAPE_FLOW, KIN_HIDES_ANSWER);
        KIN_PUSH(arena, blocks->items, blocks->count, blocks->room) = block;
    }
    if (stem) {
        struct kin_blocks question = kin_load_blocks(loader, loader->content, stem, KIN_SHAPE_FLOW, KIN_HIDES_ANSWER);
        for (size_t i = 0; i < question.count; i++) {
            KIN_PUSH(arena, blocks->items, blocks->count, blocks->room) = question.items[i];
        }
    }
}

/* Points for each row, or marks of a drawing under conditions, are a matter of the instance. */
static bool points_vary(const struct kin_response_template *response)
{
    return kin_rat_sign(response->each) > 0 || (response->stroke_count && response->branching);
}

static struct kin_rat points_of(struct kin_loader *loader, const struct kin_response_template *response)
{
    struct kin_rat sum = kin_rat_int(0);
    for (size_t i = 0; i < response->stroke_count; i++) {
        sum = kin_rat_add(loader->arena, sum, response->strokes[i].points);
    }
    return response->stroke_count ? sum : response->points;
}

/* A total that the author states must be the sum, where that is the same for all instances. */
static void check_total(struct kin_loader *loader, const struct kin_xml *template)
{
    const struct kin_template *out = loader->template;
    struct kin_rat stated = kin_load_points(loader, template, "points", kin_rat_int(0)), sum = kin_rat_int(0);
    bool known = kin_xml_attribute(template, "points") && kin_loader_clean(loader);
    for (size_t i = 0; i < out->part_count; i++) {
        for (size_t j = 0; j < out->parts[i].response_count; j++) {
            known = known && !points_vary(&out->parts[i].responses[j]);
            sum = kin_rat_add(loader->arena, sum, points_of(loader, &out->parts[i].responses[j]));
        }
    }
    if (known && kin_rat_compare(stated, sum) != 0) {
        kin_report(loader->diags, KIN_E391, kin_value_span(template, "points"), kin_rat_text(loader->arena, stated),
                   kin_rat_text(loader->arena, sum), NULL);
        kin_report_mend(loader->diags, "correct it, or the points of the responses");
    }
}

void kin_load_parts(struct kin_loader *loader, const struct kin_xml *template)
{
    struct kin_template *out = loader->template;
    const struct kin_xml **homes = homes_of(loader, template);
    const struct kin_xml *stem = kin_xml_kid(template, "stem");
    for (size_t i = 0; i < out->part_count; i++) {
        begin_part(loader, homes[i], i);
    }
    loader->answers = loader->keys = kin_scope_new(loader->arena, loader->numbers);
    kin_load_stated(loader, template);
    load_keys(loader, homes);
    loader->content = kin_scope_new(loader->arena, loader->answers);
    kin_load_dressing(loader, template);
    load_stem(loader, kin_xml_kid(template, "stimulus"), stem);
    if (!stem && homes[0] == template) {
        kin_report(loader->diags, KIN_E514, kin_xml_name_span(template), template->name, "stem", "parts", NULL);
        kin_report_mend(loader->diags, "add <stem>: the question");
    }
    for (size_t i = 0; i < out->part_count; i++) {
        finish_part(loader, homes[i], &out->parts[i]);
    }
    if (out->least && (homes[0] == template || (size_t)out->least > out->part_count)) {
        kin_report(loader->diags, KIN_E3016, kin_value_span(template, "least"), NULL);
        kin_report_mend(loader->diags, "write its items as <part>s, and no more than there are in least=\"...\"");
    }
    check_total(loader, template);
}
