#include "form/set_fault.h"

#include "form/rules.h"

#include "base/limits.h"
#include "content/figure.h"

#include <string.h>

enum {
    MOST_PAGE = KIN_MOST_SLOTS * KIN_LIMIT_PAGES,
    MOST_PT = KIN_LIMIT_PAGES * 20 * 72, /* four pages of twenty inches */
    MOST_LINES = 100,
    MOST_COLUMNS = 12,
    MOST_LEVEL = 9,
    MOST_ID = 200,
    MOST_DIGITS = 3,
    MOST_PARTS = 4 * KIN_LIMIT_NODES,     /* nodes of text and formulas: key and solution repeat the question's */
    MOST_BYTES = 4 * KIN_LIMIT_TEXT_BYTES /* of their texts */
};

/* ---- How much there is of an item --------------------------------------------------------------------------- */

struct tally {
    size_t parts, bytes;
};

static void count_text(struct tally *tally, const char *text)
{
    tally->bytes += text ? strlen(text) : 0;
}

static void count_maths(struct tally *tally, const struct kin_maths *maths)
{
    if (maths) {
        tally->parts++;
        count_text(tally, maths->text);
        count_text(tally, maths->open);
        count_text(tally, maths->close);
        for (size_t i = 0; i < maths->count; i++) {
            count_maths(tally, maths->kids[i]);
        }
    }
}

/* Numbers count as well: a curve has many. The texts of labels are visited as nodes. */
static void count_figure(struct tally *tally, const struct kin_figure_part *part)
{
    tally->parts++;
    for (size_t i = 0; i < part->value_count; i++) {
        tally->parts += 1 + part->values[i].count + part->values[i].word_count;
    }
    for (size_t i = 0; i < part->part_count; i++) {
        count_figure(tally, part->parts[i]);
    }
}

static bool count_node(const struct kin_node *node, void *data)
{
    struct tally *tally = data;
    if (node->figure) {
        count_figure(tally, &node->figure->whole);
    }
    tally->parts++;
    count_text(tally, node->text);
    count_maths(tally, node->maths);
    return true;
}

static void count_flow(struct tally *tally, const struct kin_nodes *nodes)
{
    kin_nodes_walk(nodes, count_node, tally);
}

static void count_answer(struct tally *tally, const struct kin_answer *answer)
{
    tally->parts++;
    count_text(tally, answer->text);
    count_flow(tally, &answer->content);
}

static void count_choices(struct tally *tally, const struct kin_response *response)
{
    for (size_t i = 0; i < response->accepted_count; i++) {
        count_answer(tally, &response->accepted[i]);
    }
    for (size_t i = 0; i < response->wrong_count; i++) {
        count_answer(tally, &response->wrong[i].answer);
        count_text(tally, response->wrong[i].because);
    }
    for (size_t i = 0; i < response->option_count; i++) {
        count_answer(tally, &response->options[i].answer);
        count_text(tally, response->options[i].because);
    }
}

static void count_rows(struct tally *tally, const struct kin_response *response)
{
    for (size_t i = 0; i < response->row_count; i++) {
        count_text(tally, response->rows[i].label);
        count_answer(tally, &response->rows[i].answer);
        tally->parts += response->rows[i].wrong_count;
        for (size_t j = 0; j < response->rows[i].wrong_count; j++) {
            count_text(tally, response->rows[i].wrong[j].because);
        }
    }
    for (size_t i = 0; i < response->stroke_count; i++) {
        count_flow(tally, &response->strokes[i].what);
        tally->parts += response->strokes[i].value_count;
    }
}

static void count_response(struct tally *tally, const struct kin_response *response)
{
    count_rows(tally, response);
    count_flow(tally, &response->label);
    count_flow(tally, &response->unit);
    count_answer(tally, &response->key);
    count_choices(tally, response);
    count_flow(tally, &response->sample);
    count_flow(tally, &response->says);
    count_flow(tally, &response->body);
    for (size_t i = 0; i < response->follow_count; i++) {
        count_answer(tally, &response->follows[i].given);
        count_answer(tally, &response->follows[i].key);
    }
    for (size_t i = 0; i < response->blank_count; i++) {
        count_response(tally, &response->blanks[i]);
    }
    for (size_t i = 0; i < response->credit_count; i++) {
        count_flow(tally, &response->credits[i].what);
    }
    tally->parts += response->credit_count + response->blank_count;
}

static void count_part(struct tally *tally, const struct kin_part *part)
{
    count_text(tally, part->label);
    count_flow(tally, &part->stem);
    for (size_t i = 0; i < part->response_count; i++) {
        count_response(tally, &part->responses[i]);
    }
    for (size_t i = 0; i < part->step_count; i++) {
        count_flow(tally, &part->steps[i].work);
        count_flow(tally, &part->steps[i].why);
    }
    tally->parts += part->response_count + part->step_count;
}

static bool is_too_much(const struct kin_item *item)
{
    struct tally tally = {.parts = item->part_count};
    count_flow(&tally, &item->stem);
    for (size_t i = 0; i < item->part_count; i++) {
        count_part(&tally, &item->parts[i]);
    }
    return tally.parts > MOST_PARTS || tally.bytes > MOST_BYTES;
}

/* ---- Measures ----------------------------------------------------------------------------------------------- */

static bool length_is_sound(double pt)
{
    return pt >= 0 && pt <= MOST_PT;
}

static bool space_is_sound(double pt)
{
    return pt == KIN_NO_SPACE || length_is_sound(pt);
}

static bool responses_are_sound(const struct kin_response *responses, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct kin_response *response = &responses[i];
        if (response->lines > MOST_LINES || !space_is_sound(response->space_pt) ||
            !responses_are_sound(response->blanks, response->blank_count)) {
            return false;
        }
    }
    return true;
}

static bool measures_are_sound(const struct kin_part *part)
{
    return part->level <= MOST_LEVEL && responses_are_sound(part->responses, part->response_count);
}

static bool geometry_is_sound(const struct kin_geometry *geometry)
{
    for (size_t i = 0; i < sizeof geometry->columns / sizeof *geometry->columns; i++) {
        if (geometry->columns[i] < 0 || geometry->columns[i] > MOST_COLUMNS) {
            return false;
        }
    }
    for (size_t i = 0; i < sizeof geometry->breaks / sizeof *geometry->breaks; i++) {
        if (geometry->breaks[i] < 0) {
            return false;
        }
    }
    return geometry->page <= MOST_PAGE && length_is_sound(geometry->height_pt) && length_is_sound(geometry->space_pt);
}

/* ---- The whole ---------------------------------------------------------------------------------------------- */

static const char *item_fault(const struct kin_item *item)
{
    if (!item || item->part_count == 0) {
        return "a form does not have all items";
    }
    for (size_t i = 0; i < item->part_count; i++) {
        if (!measures_are_sound(&item->parts[i])) {
            return "an answer has more room than there is on paper";
        }
    }
    return is_too_much(item) ? "an item is larger than an item may be" : NULL;
}

static const char *form_fault(const struct kin_set *set, const struct kin_form *form)
{
    if (form->item_count != set->slot_count || form->member_count != set->slot_count) {
        return "a form does not have all items";
    }
    for (size_t s = 0; s < form->item_count; s++) {
        const char *fault = item_fault(form->items[s]);
        if (fault) {
            return fault;
        }
    }
    return NULL;
}

static const char *slot_fault(const struct kin_set *set, const struct kin_slot *slot)
{
    if (slot->section >= set->section_count) {
        return "an item is in a section that is not there";
    }
    return geometry_is_sound(&slot->geometry) ? NULL : "an item's place on paper is out of range";
}

/* Both go into the names of files. */
static bool id_is_sound(const char *id)
{
    size_t length = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && length <= MOST_ID && id[length] == '\0';
}

bool kin_letter_is_sound(const char *letter)
{
    size_t digits = *letter >= 'A' && *letter <= 'Z' ? strspn(letter + 1, "0123456789") : 0;
    return *letter >= 'A' && *letter <= 'Z' && digits <= MOST_DIGITS && letter[1 + digits] == '\0';
}

const char *kin_letter_at(kin_arena *arena, size_t n)
{
    char letter = (char)('A' + n % 26);
    return n < 26 ? kin_format(arena, "%c", letter) : kin_format(arena, "%c%zu", letter, n / 26);
}

static bool names_are_sound(const struct kin_set *set)
{
    if (!kin_language_of(set->language)) {
        return false;
    }
    for (size_t f = 0; f < set->form_count; f++) {
        if (!kin_letter_is_sound(set->forms[f].letter)) {
            return false;
        }
    }
    return id_is_sound(set->assessment_id) && kin_rules_are_known(set);
}

static bool directions_are_too_long(const struct kin_set *set)
{
    struct tally tally = {0};
    count_flow(&tally, &set->directions);
    count_flow(&tally, &set->reflection);
    return tally.parts > KIN_LIMIT_NODES || tally.bytes > KIN_LIMIT_TEXT_BYTES;
}

static const char *set_fault(const struct kin_set *set)
{
    if (set->form_count == 0 || set->slot_count == 0 || set->slot_count > KIN_MOST_SLOTS ||
        set->form_count > KIN_MOST_FORMS) {
        return "it has no forms or no items, or too many";
    }
    if (!names_are_sound(set)) {
        return "its id, the letter of a form, its language or a policy is none";
    }
    const char *fault = directions_are_too_long(set) ? "its directions are too long" : NULL;
    for (size_t s = 0; s < set->slot_count && !fault; s++) {
        fault = slot_fault(set, &set->slots[s]);
    }
    for (size_t f = 0; f < set->form_count && !fault; f++) {
        fault = form_fault(set, &set->forms[f]);
    }
    return fault;
}

/* An edition is the same forms with another look or in other words. */
static bool same_forms(const struct kin_set *set, const struct kin_set *edition)
{
    if (!edition || edition->edition_count || edition->form_count != set->form_count ||
        edition->slot_count != set->slot_count || strcmp(edition->assessment_id, set->assessment_id) != 0) {
        return false;
    }
    for (size_t f = 0; f < set->form_count; f++) {
        if (strcmp(edition->forms[f].letter, set->forms[f].letter) != 0) {
            return false;
        }
    }
    return true;
}

const char *kin_set_fault(const struct kin_set *set)
{
    const char *fault = set_fault(set);
    for (size_t i = 0; i < set->edition_count && !fault; i++) {
        fault = same_forms(set, set->editions[i]) ? set_fault(set->editions[i]) : "its editions have different forms";
    }
    return fault;
}
