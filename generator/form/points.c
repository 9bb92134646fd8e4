#include "form/points.h"

/* With all that earns part of its points. */
static void scale_response(kin_arena *arena, struct kin_response *response, struct kin_rat factor)
{
    response->points = kin_rat_mul(arena, response->points, factor);
    response->each = kin_rat_mul(arena, response->each, factor);
    for (size_t i = 0; i < response->stroke_count; i++) {
        response->strokes[i].points = kin_rat_mul(arena, response->strokes[i].points, factor);
    }
    for (size_t i = 0; i < response->wrong_count; i++) {
        response->wrong[i].points = kin_rat_mul(arena, response->wrong[i].points, factor);
    }
    for (size_t i = 0; i < response->credit_count; i++) {
        response->credits[i].points = kin_rat_mul(arena, response->credits[i].points, factor);
    }
    for (size_t i = 0; i < response->blank_count; i++) {
        scale_response(arena, &response->blanks[i], factor);
    }
}

/* A blueprint's own points replace the template's in proportion, so that parts keep their weights. */
static void scale_points(kin_arena *arena, struct kin_item *item, struct kin_rat wanted)
{
    struct kin_rat factor = kin_rat_div(arena, wanted, kin_item_points(arena, item));
    for (size_t p = 0; kin_rat_defined(factor) && p < item->part_count; p++) {
        for (size_t r = 0; r < item->parts[p].response_count; r++) {
            scale_response(arena, &item->parts[p].responses[r], factor);
        }
    }
}

void kin_points_settle(kin_arena *arena, struct kin_set *set)
{
    for (size_t s = 0; s < set->slot_count; s++) {
        struct kin_slot *slot = &set->slots[s];
        for (size_t f = 0; f < set->form_count && kin_rat_defined(slot->points); f++) {
            scale_points(arena, set->forms[f].items[s], slot->points);
        }
        for (size_t i = 0; i < slot->sample_count && kin_rat_defined(slot->points); i++) {
            scale_points(arena, slot->samples[i], slot->points);
        }
        slot->points = kin_item_points(arena, set->forms[0].items[s]);
    }
}

char *kin_points_plain(kin_arena *arena, struct kin_rat points)
{
    int places = kin_rat_decimals(arena, points);
    return places <= 0 ? kin_rat_text(arena, points) : kin_rat_decimal_text(arena, points, places);
}
