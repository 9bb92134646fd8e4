#include "page/key.h"

#include "page/page.h"
#include "page/response.h"

size_t kin_group_count(const struct kin_set *set, size_t most)
{
    return (set->form_count + most - 1) / most;
}

struct kin_group kin_group_at(const struct kin_set *set, size_t most, size_t n)
{
    size_t groups = kin_group_count(set, most);
    size_t size = (set->form_count + groups - 1) / groups;
    size_t first = n * size;
    size_t left = first < set->form_count ? set->form_count - first : 0;
    return (struct kin_group){set->forms + first, left < size ? left : size};
}

char *kin_group_heading(const struct kin_layout *layout, const struct kin_group *group,
                        const struct kin_group_words *words)
{
    if (group->count == layout->set->form_count) {
        return kin_copy(layout->arena, words->all);
    }
    const char *pattern = group->count == 1 ? words->one : words->several;
    return kin_format(layout->arena, pattern, group->forms[0].letter, group->forms[group->count - 1].letter);
}

void kin_key_heading(struct kin_sheets *sheets, const char *text)
{
    const double baseline = 14, height = 22;
    const struct kin_layout *layout = sheets->layout;
    struct kin_ops part = kin_ops_in(layout->arena);
    kin_words_put(layout, &part, text, KIN_STYLE_HEADING, 0, baseline);
    kin_tag_put(&sheets->scene->ops, "H2", &part, layout->paper->side, sheets->y);
    sheets->y += height;
}

char *kin_part_label(kin_arena *arena, const struct kin_part *part)
{
    return !part->label ? NULL : kin_format(arena, kin_part_has_number(part) ? "%s." : "(%s)", part->label);
}

char *kin_right_letters(kin_arena *arena, const struct kin_response *response)
{
    struct kin_buf letters = kin_buf_in(arena);
    for (size_t i = 0; i < response->option_count; i++) {
        if (response->options[i].right) {
            kin_buf_addf(&letters, "%s%s", letters.length ? ", " : "", kin_option_letter(arena, i));
        }
    }
    return letters.length ? letters.data : NULL;
}

/* Letters, and beside one letter its option where that is short: nobody marks from a sentence. */
static struct kin_nodes option_answer(const struct kin_layout *layout, const struct kin_response *response)
{
    const double short_option = 74;
    kin_arena *arena = layout->arena;
    const char *letters = kin_right_letters(arena, response);
    const struct kin_nodes *right = NULL;
    for (size_t i = 0; i < response->option_count; i++) {
        right = response->options[i].right ? &response->options[i].answer.content : right;
    }
    struct kin_nodes flow = kin_flow_of_text(arena, letters ? letters : response->key.text, KIN_BOLD);
    if (right && response->kind == KIN_RESPONSE_CHOICE &&
        kin_flow_width(layout, right, KIN_STYLE_KEY_ANSWER) <= short_option) {
        kin_flow_stick(arena, &flow, right);
    }
    return flow;
}

static bool is_short(const struct kin_layout *layout, const struct kin_nodes *label)
{
    const double short_label = 120;
    return kin_flow_width(layout, label, KIN_STYLE_KEY_ANSWER) <= short_label;
}

struct kin_nodes kin_key_answer(const struct kin_layout *layout, const struct kin_response *response)
{
    struct kin_nodes flow = {0};
    if (response->kind == KIN_RESPONSE_CHOICE || response->kind == KIN_RESPONSE_MULTI_SELECT) {
        return option_answer(layout, response);
    }
    if (response->kind == KIN_RESPONSE_BLANKS) {
        return kin_blanks_answer(layout, response);
    }
    if (response->kind == KIN_RESPONSE_VALUE && is_short(layout, &response->label)) {
        kin_flow_join(layout->arena, &flow, &response->label);
    }
    kin_flow_join(layout->arena, &flow, &response->key.content);
    kin_flow_join(layout->arena, &flow, &response->unit);
    if (flow.count == 0) {
        kin_flow_join_text(layout->arena, &flow, layout->words->see_rubric, KIN_ITALIC);
    }
    return flow;
}

struct kin_document *kin_page_key(struct kin_typesetter *type, kin_arena *arena, struct kin_diags *diags,
                                  const struct kin_set *set)
{
    struct kin_layout layout = kin_layout_of(type, arena, diags, set);
    const char *title = kin_format(arena, layout.words->key_document, set->title);
    struct kin_sheets sheets = kin_sheets_begin(&layout, title, layout.words->key_title);
    kin_sheets_next(&sheets);
    kin_key_head(&sheets, layout.words->key_title);
    kin_key_compact(&sheets);
    kin_key_solutions(&sheets);
    kin_sheets_footers(&layout, sheets.document, layout.words->key_warning);
    return sheets.document;
}
