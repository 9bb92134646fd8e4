/* The set file's fields, one table a structure. */
#include "base/names.h"
#include "form/set.h"
#include "form/set_fields.h"

#include <string.h>

static const char *const maths_kinds[] = {"row",      "number", "letter",   "word",   "symbol",  "operator", "sign",
                                          "relation", "punct",  "fraction", "mixed",  "scripts", "root",     "fence",
                                          "bar",      "grid",   "tableau",  "struck", "blank",   "space"};
_Static_assert(sizeof maths_kinds / sizeof *maths_kinds == KIN_MATHS_SPACE + 1, "one name per kind of maths");

static const char *maths_kind_name(int kind)
{
    return maths_kinds[kind];
}

static int maths_kind_named(const char *name)
{
    return kin_name_index(maths_kinds, KIN_MATHS_SPACE + 1, name);
}

static const char *const emphases[] = {"upright", "italic", "bold"};

static const char *emphasis_name(int emphasis)
{
    return emphasis == KIN_UPRIGHT ? NULL : emphases[emphasis];
}

static int emphasis_named(const char *name)
{
    return kin_name_index(emphases, 3, name);
}

static const char *node_kind_name(int kind)
{
    return kin_node_kind_name((enum kin_node_kind)kind);
}

static const char *response_kind_name(int kind)
{
    return kin_response_kind_name((enum kin_response_kind)kind);
}

static const char *credit_kind_name(int kind)
{
    return kind == KIN_CREDIT_LINE ? NULL : kin_credit_kind_name((enum kin_credit_kind)kind);
}

static const char *count_kind_name(int kind)
{
    return kind == KIN_COUNT_ERRORS ? NULL : kin_count_kind_name((enum kin_count_kind)kind);
}

static const char *label_name(int label)
{
    return kin_label_name((enum kin_label)label);
}

static int label_named(const char *name)
{
    const char *const names[] = {kin_label_name(KIN_SLOT_PARALLEL), kin_label_name(KIN_TOTAL_MATCHED),
                                 kin_label_name(KIN_RANDOM)};
    return kin_name_index(names, 3, name);
}

static char *nodes_text(kin_arena *arena, const void *items)
{
    /* The field's place is that of `items`, the first member of a flow. */
    return kin_nodes_text(arena, (const struct kin_nodes *)items);
}
_Static_assert(offsetof(struct kin_nodes, items) == 0, "nodes_text relies on it");

static const struct kin_json_type maths_type;

/* Readers of a tree rely on its shape: how many kids a kind has at least, and whether it has a text. */
struct maths_shape {
    size_t kids, present; /* kids in all, and how many of them from the first on must not be null */
    bool text;
};
static const struct maths_shape shapes[] = {
    [KIN_MATHS_ROW] = {0, SIZE_MAX, false},    [KIN_MATHS_NUMBER] = {0, 0, true},
    [KIN_MATHS_LETTER] = {0, 0, true},         [KIN_MATHS_WORD] = {0, 0, true},
    [KIN_MATHS_SYMBOL] = {0, 0, true},         [KIN_MATHS_OPERATOR] = {0, 0, true},
    [KIN_MATHS_SIGN] = {0, 0, true},           [KIN_MATHS_RELATION] = {0, 0, true},
    [KIN_MATHS_PUNCT] = {0, 0, true},          [KIN_MATHS_FRACTION] = {2, 2, false},
    [KIN_MATHS_MIXED] = {2, 2, false},         [KIN_MATHS_SCRIPTS] = {3, 1, false},
    [KIN_MATHS_ROOT] = {2, 1, false},          [KIN_MATHS_FENCE] = {1, 1, false},
    [KIN_MATHS_BAR] = {1, 1, false},           [KIN_MATHS_GRID] = {0, SIZE_MAX, false},
    [KIN_MATHS_TABLEAU] = {0, SIZE_MAX, true}, [KIN_MATHS_STRUCK] = {1, 1, false},
    [KIN_MATHS_BLANK] = {0, 0, false},         [KIN_MATHS_SPACE] = {0, 0, true},
};

static bool of_rows(const struct kin_maths *maths)
{
    return maths->kind == KIN_MATHS_GRID || maths->kind == KIN_MATHS_TABLEAU;
}

static const char *maths_fault(const void *object)
{
    const struct kin_maths *maths = object;
    const struct maths_shape *shape = &shapes[maths->kind];
    if (maths->count < shape->kids || (shape->text && !maths->text)) {
        return "is not whole";
    }
    for (size_t i = 0; i < maths->count && i < shape->present; i++) {
        if (!maths->kids[i] || (of_rows(maths) && maths->kids[i]->kind != KIN_MATHS_ROW)) {
            return "is not whole";
        }
    }
    bool fence_is_bare = maths->kind == KIN_MATHS_FENCE && (!maths->open || !maths->close);
    return fence_is_bare ? "has no brackets" : NULL;
}

enum { MOST_SIZE = 100 }; /* ruled lines, rows of squared paper, or columns or rows that a cell spans */

static const char *node_fault(const void *object)
{
    const struct kin_node *node = object;
    if ((node->kind == KIN_NODE_TEXT && !node->text) || (node->kind == KIN_NODE_MATHS && !node->maths) ||
        (node->kind == KIN_NODE_FIGURE && !node->figure)) {
        return "is empty";
    }
    if (node->size > MOST_SIZE || node->rows > MOST_SIZE) {
        return "has more lines or columns than a page";
    }
    for (size_t i = 0; i < node->kids.count; i++) {
        if (!node->kids.items[i]) {
            return "lacks a part";
        }
    }
    return NULL;
}

static const struct kin_json_field maths_fields[] = {
    NAMED(kin_maths, kind, maths_kind_name, maths_kind_named),
    TEXT(kin_maths, text),
    TEXT(kin_maths, open),
    TEXT(kin_maths, close),
    LINKS("kids", kin_maths, kids, count, maths_type),
    END,
};
static const struct kin_json_type maths_type = {"formula", sizeof(struct kin_maths), maths_fields, maths_fault};

static const struct kin_json_field node_fields[] = {
    NAMED(kin_node, kind, node_kind_name, kin_node_kind_named),
    TEXT(kin_node, text),
    NAMED(kin_node, emphasis, emphasis_name, emphasis_named),
    {"maths", KIN_JSON_POINTER, offsetof(struct kin_node, maths), 0, &maths_type, NULL, NULL, NULL, NULL},
    {"figure", KIN_JSON_POINTER, offsetof(struct kin_node, figure), 0, &kin_json_figure, NULL, NULL, NULL, NULL},
    PLAIN(kin_node, display, KIN_JSON_FLAG),
    PLAIN(kin_node, header, KIN_JSON_FLAG),
    PLAIN(kin_node, numbered, KIN_JSON_FLAG),
    PLAIN(kin_node, size, KIN_JSON_INT),
    PLAIN(kin_node, rows, KIN_JSON_INT),
    LINKS("kids", kin_node, kids.items, kids.count, kin_json_node),
    END,
};
const struct kin_json_type kin_json_node = {"content node", sizeof(struct kin_node), node_fields, node_fault};

static const struct kin_json_field answer_fields[] = {
    PLAIN(kin_answer, text, KIN_JSON_WORDS),
    FLOW(kin_answer, content),
    END,
};
static const struct kin_json_type answer_type = {"answer", sizeof(struct kin_answer), answer_fields, NULL};

static const struct kin_json_field wrong_fields[] = {
    INSIDE(kin_wrong, answer, answer_type),
    TEXT(kin_wrong, misconception),
    TEXT(kin_wrong, because),
    PLAIN(kin_wrong, points, KIN_JSON_RAT),
    END,
};
static const struct kin_json_type wrong_type = {"wrong answer", sizeof(struct kin_wrong), wrong_fields, NULL};

static const struct kin_json_field option_fields[] = {
    INSIDE(kin_option, answer, answer_type),
    PLAIN(kin_option, right, KIN_JSON_FLAG),
    PLAIN(kin_option, rank, KIN_JSON_INT),
    TEXT(kin_option, misconception),
    TEXT(kin_option, because),
    END,
};
static const struct kin_json_type option_type = {"option", sizeof(struct kin_option), option_fields, NULL};

static const struct kin_json_field row_wrong_fields[] = {
    PLAIN(kin_row_wrong, option, KIN_JSON_SIZE),
    TEXT(kin_row_wrong, misconception),
    TEXT(kin_row_wrong, because),
    END,
};
static const struct kin_json_type row_wrong_type = {"wrong option of a row", sizeof(struct kin_row_wrong),
                                                    row_wrong_fields, NULL};

static const struct kin_json_field row_fields[] = {
    TEXT(kin_row, label),
    INSIDE(kin_row, answer, answer_type),
    PLAIN(kin_row, right, KIN_JSON_SIZE),
    LIST("wrong", kin_row, wrong, wrong_count, row_wrong_type),
    END,
};
static const struct kin_json_type row_type = {"row", sizeof(struct kin_row), row_fields, NULL};

static const struct kin_json_field stroke_fields[] = {
    PLAIN(kin_stroke, kind, KIN_JSON_WORDS),
    PLAIN(kin_stroke, points, KIN_JSON_RAT),
    TEXT(kin_stroke, tolerance),
    FACTS("values", kin_stroke, values, value_count),
    FLOW_AND_TEXT(kin_stroke, what),
    END,
};
static const struct kin_json_type stroke_type = {"mark of a drawing", sizeof(struct kin_stroke), stroke_fields, NULL};

/* Rows point at options. */
static const char *response_fault(const void *object)
{
    const struct kin_response *response = object;
    for (size_t i = 0; i < response->row_count; i++) {
        const struct kin_row *row = &response->rows[i];
        bool there = row->right < response->option_count;
        for (size_t j = 0; j < row->wrong_count; j++) {
            there = there && row->wrong[j].option < response->option_count;
        }
        if (!there) {
            return "has a row without its option";
        }
    }
    return NULL;
}

static const struct kin_json_field credit_fields[] = {
    NAMED(kin_credit, kind, credit_kind_name, kin_credit_kind_named),
    PLAIN(kin_credit, points, KIN_JSON_RAT),
    TEXT(kin_credit, rule),
    NAMED(kin_credit, each, count_kind_name, kin_count_kind_named),
    FLOW_AND_TEXT(kin_credit, what),
    END,
};
static const struct kin_json_type credit_type = {"credit", sizeof(struct kin_credit), credit_fields, NULL};

static const struct kin_json_field follow_fields[] = {
    PLAIN(kin_follow, after, KIN_JSON_WORDS),
    INSIDE(kin_follow, given, answer_type),
    INSIDE(kin_follow, key, answer_type),
    END,
};
static const struct kin_json_type follow_type = {"follow-through", sizeof(struct kin_follow), follow_fields, NULL};

static const struct kin_json_type response_type;

static const struct kin_json_field response_fields[] = {
    PLAIN(kin_response, id, KIN_JSON_WORDS),
    NAMED(kin_response, kind, response_kind_name, kin_response_kind_named),
    TEXT(kin_response, type),
    TEXT(kin_response, required),
    PLAIN(kin_response, tolerance, KIN_JSON_RAT),
    PLAIN(kin_response, points, KIN_JSON_RAT),
    FLOW_AND_TEXT(kin_response, label),
    FLOW_AND_TEXT(kin_response, unit),
    INSIDE(kin_response, key, answer_type),
    LIST("accepted", kin_response, accepted, accepted_count, answer_type),
    LIST("wrong", kin_response, wrong, wrong_count, wrong_type),
    LIST("options", kin_response, options, option_count, option_type),
    PLAIN(kin_response, shuffled, KIN_JSON_FLAG),
    LIST("credits", kin_response, credits, credit_count, credit_type),
    LIST("follows", kin_response, follows, follow_count, follow_type),
    FLOW_AND_TEXT(kin_response, says),
    FLOW_AND_TEXT(kin_response, sample),
    FLOW_AND_TEXT(kin_response, body),
    LIST("blanks", kin_response, blanks, blank_count, response_type),
    PLAIN(kin_response, whole, KIN_JSON_FLAG),
    LIST("rows", kin_response, rows, row_count, row_type),
    PLAIN(kin_response, reuse, KIN_JSON_FLAG),
    PLAIN(kin_response, lettered, KIN_JSON_FLAG),
    LIST("marked", kin_response, strokes, stroke_count, stroke_type),
    PLAIN(kin_response, each, KIN_JSON_RAT),
    PLAIN(kin_response, lines, KIN_JSON_INT),
    PLAIN(kin_response, space_pt, KIN_JSON_REAL),
    END,
};
static const struct kin_json_type response_type = {"response", sizeof(struct kin_response), response_fields,
                                                   response_fault};

static const struct kin_json_field step_fields[] = {
    FLOW_AND_TEXT(kin_step, work),
    FLOW_AND_TEXT(kin_step, why),
    END,
};
static const struct kin_json_type step_type = {"step", sizeof(struct kin_step), step_fields, NULL};

static const struct kin_json_field part_fields[] = {
    TEXT(kin_part, label),
    TEXT(kin_part, standard),
    PLAIN(kin_part, level, KIN_JSON_INT),
    PLAIN(kin_part, calculator, KIN_JSON_FLAG),
    TEXT(kin_part, practice),
    TEXT(kin_part, objective),
    FLOW_AND_TEXT(kin_part, stem),
    LIST("responses", kin_part, responses, response_count, response_type),
    LIST("solution", kin_part, steps, step_count, step_type),
    END,
};
static const struct kin_json_type part_type = {"part", sizeof(struct kin_part), part_fields, NULL};

static const struct kin_json_field fact_fields[] = {
    PLAIN(kin_fact, name, KIN_JSON_WORDS),
    PLAIN(kin_fact, text, KIN_JSON_WORDS),
    END,
};
static const struct kin_json_type fact_type = {"fact", sizeof(struct kin_fact), fact_fields, NULL};

static const struct kin_json_field item_fields[] = {
    {"template", KIN_JSON_WORDS, offsetof(struct kin_item, template_id), 0, NULL, NULL, NULL, NULL, NULL},
    {"bank", KIN_JSON_WORDS, offsetof(struct kin_item, bank_id), 0, NULL, NULL, NULL, NULL, NULL},
    TEXT(kin_item, title),
    TEXT(kin_item, version),
    PLAIN(kin_item, standard, KIN_JSON_WORDS),
    TEXT(kin_item, practice),
    PLAIN(kin_item, level, KIN_JSON_INT),
    PLAIN(kin_item, minutes, KIN_JSON_REAL),
    TEXT(kin_item, context),
    PLAIN(kin_item, identity, KIN_JSON_WORDS),
    FACTS("values", kin_item, values, value_count),
    FACTS("features", kin_item, features, feature_count),
    LIST("own_features", kin_item, own_features, own_feature_count, fact_type),
    FLOW_AND_TEXT(kin_item, stem),
    LIST("parts", kin_item, parts, part_count, part_type),
    END,
};
static const struct kin_json_type item_type = {"item", sizeof(struct kin_item), item_fields, NULL};

static const struct kin_json_field geometry_fields[] = {
    PLAIN(kin_geometry, measured, KIN_JSON_FLAG),
    PLAIN(kin_geometry, height_pt, KIN_JSON_REAL),
    PLAIN(kin_geometry, space_pt, KIN_JSON_REAL),
    PLAIN(kin_geometry, columns, KIN_JSON_INTS),
    PLAIN(kin_geometry, page, KIN_JSON_INT),
    PLAIN(kin_geometry, joins, KIN_JSON_FLAG),
    PLAIN(kin_geometry, breaks, KIN_JSON_INTS),
    END,
};
static const struct kin_json_type geometry_type = {"page geometry", sizeof(struct kin_geometry), geometry_fields, NULL};

static const struct kin_json_field pool_fields[] = {
    {"template", KIN_JSON_WORDS, offsetof(struct kin_pool_entry, template_id), 0, NULL, NULL, NULL, NULL, NULL},
    PLAIN(kin_pool_entry, digest, KIN_JSON_WORDS),
    END,
};
static const struct kin_json_type pool_type = {"pool", sizeof(struct kin_pool_entry), pool_fields, NULL};

static const struct kin_json_field slot_fields[] = {
    PLAIN(kin_slot, id, KIN_JSON_WORDS),
    {"template", KIN_JSON_WORDS, offsetof(struct kin_slot, template_id), 0, NULL, NULL, NULL, NULL, NULL},
    {"bank", KIN_JSON_WORDS, offsetof(struct kin_slot, bank_id), 0, NULL, NULL, NULL, NULL, NULL},
    PLAIN(kin_slot, items, KIN_JSON_INT),
    PLAIN(kin_slot, asked, KIN_JSON_BIG),
    TEXT(kin_slot, version),
    PLAIN(kin_slot, digest, KIN_JSON_WORDS),
    TEXT(kin_slot, title),
    PLAIN(kin_slot, standard, KIN_JSON_WORDS),
    PLAIN(kin_slot, level, KIN_JSON_INT),
    PLAIN(kin_slot, points, KIN_JSON_RAT),
    PLAIN(kin_slot, occurrence, KIN_JSON_BIG),
    PLAIN(kin_slot, redraw, KIN_JSON_BIG),
    {"capacity", KIN_JSON_BIG, offsetof(struct kin_slot, capacity.number), 0, NULL, NULL, NULL, NULL, NULL},
    {"capacity_estimated", KIN_JSON_FLAG, offsetof(struct kin_slot, capacity.estimated), 0, NULL, NULL, NULL, NULL,
     NULL},
    FACTS("features", kin_slot, features, feature_count),
    LIST("pool", kin_slot, pool, pool_count, pool_type),
    PLAIN(kin_slot, scaled, KIN_JSON_FLAG),
    TEXT(kin_slot, shortfall),
    PLAIN(kin_slot, section, KIN_JSON_SIZE),
    INSIDE(kin_slot, geometry, geometry_type),
    END,
};
static const struct kin_json_type slot_type = {"slot", sizeof(struct kin_slot), slot_fields, NULL};

static const struct kin_json_field member_fields[] = {
    PLAIN(kin_member, identity, KIN_JSON_DIGEST),
    PLAIN(kin_member, key, KIN_JSON_DIGEST),
    PLAIN(kin_member, answers, KIN_JSON_DIGEST),
    END,
};
static const struct kin_json_type member_type = {"member", sizeof(struct kin_member), member_fields, NULL};

static const struct kin_json_field pick_fields[] = {
    {"template", KIN_JSON_WORDS, offsetof(struct kin_pick, template_id), 0, NULL, NULL, NULL, NULL, NULL},
    PLAIN(kin_pick, digest, KIN_JSON_WORDS),
    PLAIN(kin_pick, redraw, KIN_JSON_BIG),
    END,
};
static const struct kin_json_type pick_type = {"pick", sizeof(struct kin_pick), pick_fields, NULL};

static const struct kin_json_field totals_fields[] = {
    {"weak_milli", KIN_JSON_INT, offsetof(struct kin_match_totals, score_milli[0]), 0, NULL, NULL, NULL, NULL, NULL},
    {"typical_milli", KIN_JSON_INT, offsetof(struct kin_match_totals, score_milli[1]), 0, NULL, NULL, NULL, NULL, NULL},
    {"strong_milli", KIN_JSON_INT, offsetof(struct kin_match_totals, score_milli[2]), 0, NULL, NULL, NULL, NULL, NULL},
    PLAIN(kin_match_totals, seconds, KIN_JSON_INT),
    END,
};
static const struct kin_json_type totals_type = {"totals", sizeof(struct kin_match_totals), totals_fields, NULL};

static const struct kin_json_field form_fields[] = {
    {"letter", KIN_JSON_WORDS, offsetof(struct kin_form, letter), 0, NULL, NULL, NULL, NULL, NULL},
    {"code", KIN_JSON_WORDS, offsetof(struct kin_form, code), 0, NULL, NULL, NULL, NULL, NULL},
    {"items", KIN_JSON_LINKS, offsetof(struct kin_form, items), offsetof(struct kin_form, item_count), &item_type, NULL,
     NULL, NULL, NULL},
    {"members", KIN_JSON_ARRAY, offsetof(struct kin_form, members), offsetof(struct kin_form, member_count),
     &member_type, NULL, NULL, NULL, NULL},
    LIST("picks", kin_form, picks, pick_count, pick_type),
    {"outlook", KIN_JSON_POINTER, offsetof(struct kin_form, outlook), 0, &totals_type, NULL, NULL, NULL, NULL},
    END,
};
static const struct kin_json_type form_type = {"form", sizeof(struct kin_form), form_fields, NULL};

static const struct kin_json_field misconception_fields[] = {
    PLAIN(kin_misconception, id, KIN_JSON_WORDS),
    PLAIN(kin_misconception, sentence, KIN_JSON_WORDS),
    END,
};
static const struct kin_json_type misconception_type = {"misconception", sizeof(struct kin_misconception),
                                                        misconception_fields, NULL};

static const struct kin_json_field objective_fields[] = {
    PLAIN(kin_objective, standard, KIN_JSON_WORDS),
    PLAIN(kin_objective, i_can, KIN_JSON_WORDS),
    PLAIN(kin_objective, points, KIN_JSON_RAT),
    PLAIN(kin_objective, items, KIN_JSON_SIZE),
    END,
};
static const struct kin_json_type objective_type = {"objective", sizeof(struct kin_objective), objective_fields, NULL};

static const struct kin_json_field section_fields[] = {
    TEXT(kin_section, heading),
    TEXT(kin_section, calculator),
    PLAIN(kin_section, apart, KIN_JSON_FLAG),
    END,
};
static const struct kin_json_type section_type = {"section", sizeof(struct kin_section), section_fields, NULL};

static const struct kin_json_field set_fields[] = {
    PLAIN(kin_set, program, KIN_JSON_WORDS),
    {"assessment", KIN_JSON_WORDS, offsetof(struct kin_set, assessment_id), 0, NULL, NULL, NULL, NULL, NULL},
    PLAIN(kin_set, title, KIN_JSON_WORDS),
    PLAIN(kin_set, language, KIN_JSON_WORDS),
    PLAIN(kin_set, paper, KIN_JSON_WORDS),
    {"style", KIN_JSON_POINTER, offsetof(struct kin_set, style), 0, &kin_json_style, NULL, NULL, NULL, NULL},
    TEXT(kin_set, interest),
    PLAIN(kin_set, seed, KIN_JSON_BIG),
    TEXT(kin_set, secret),
    PLAIN(kin_set, least, KIN_JSON_BIG),
    PLAIN(kin_set, digest, KIN_JSON_WORDS),
    NAMED(kin_set, label, label_name, label_named),
    TEXT(kin_set, label_reason),
    TEXT(kin_set, weights),
    {"target", KIN_JSON_POINTER, offsetof(struct kin_set, target), 0, &totals_type, NULL, NULL, NULL, NULL},
    FLOW(kin_set, directions),
    FLOW(kin_set, reflection),
    FACTS("policies", kin_set, policies, policy_count),
    PLAIN(kin_set, minutes, KIN_JSON_REAL),
    PLAIN(kin_set, threshold_percent, KIN_JSON_INT),
    TEXT(kin_set, threshold),
    LIST("bars", kin_set, bars, bar_count, kin_json_bar),
    PLAIN(kin_set, levels_shown, KIN_JSON_FLAG),
    {"scale", KIN_JSON_POINTER, offsetof(struct kin_set, scale), 0, &kin_json_scale, NULL, NULL, NULL, NULL},
    PLAIN(kin_set, objectives_shown, KIN_JSON_FLAG),
    PLAIN(kin_set, space, KIN_JSON_WORDS),
    LIST("objectives", kin_set, objectives, objective_count, objective_type),
    LIST("misconceptions", kin_set, misconceptions, misconception_count, misconception_type),
    LIST("sections", kin_set, sections, section_count, section_type),
    LIST("slots", kin_set, slots, slot_count, slot_type),
    LIST("forms", kin_set, forms, form_count, form_type),
    LINKS("editions", kin_set, editions, edition_count, kin_json_set),
    END,
};
const struct kin_json_type kin_json_set = {"set", sizeof(struct kin_set), set_fields, NULL};
