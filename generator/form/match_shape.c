#include "form/match_shape.h"

static void add_response(kin_arena *arena, struct kin_buf *shape, const struct kin_response *response,
                         struct kin_rat total)
{
    struct kin_rat share = kin_rat_div(arena, response->points, total);
    kin_buf_addf(shape, " %s %s", kin_response_kind_name(response->kind), kin_rat_text(arena, share));
    if (response->kind == KIN_RESPONSE_CHOICE) { /* a guess is worth as much */
        kin_buf_addf(shape, " of %zu", response->option_count);
    }
}

static const char *shape_of(kin_arena *arena, const struct kin_item *item)
{
    struct kin_buf shape = kin_buf_in(arena);
    struct kin_rat total = kin_item_points(arena, item);
    for (size_t p = 0; p < item->part_count; p++) {
        const struct kin_part *part = &item->parts[p];
        kin_buf_addf(&shape, "; %s %d %s", part->standard ? part->standard : item->standard,
                     part->level ? part->level : item->level, part->objective ? part->objective : "");
        kin_buf_add(&shape, part->calculator ? " calculator" : "");
        for (size_t r = 0; r < part->response_count; r++) {
            add_response(arena, &shape, &part->responses[r], total);
        }
    }
    return shape.data;
}

/* Rules that it leaves to the assessment, which the directions state. */
static const char *with_rules(kin_arena *arena, const char *shape, const struct kin_template *template)
{
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_field *field = &template->fields[i];
        if (field->policy && !field->policy_rule) {
            shape = kin_format(arena, "%s; %s", shape, kin_policy(field->policy_id)->name);
        }
    }
    return shape;
}

const char *kin_match_shape(kin_arena *arena, const struct kin_item *item, const struct kin_template *template)
{
    return with_rules(arena, shape_of(arena, item), template);
}
