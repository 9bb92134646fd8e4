/* Where the key of a shuffled choice stands. Choices with equally many options take turns: of n of them that follow one
 * another in a set, each has its key at another of the n places, and n forms move it through all of them. Templates of
 * later slots and further forms change nothing. */
#include "draw/resolve_item.h"

/* Options that may stand anywhere, as they are declared: what the numbers leave out moves no other choice. */
static size_t movers(const struct kin_response_template *response)
{
    size_t count = response->shown ? (size_t)response->shown : 1 + response->wrong_count;
    if (response->option_count) {
        count = 0;
        for (size_t i = 0; i < response->option_count; i++) {
            count += !response->options[i].last;
        }
    }
    return count;
}

static bool takes_turns(const struct kin_response_template *response, size_t count)
{
    return response->kind == KIN_RESPONSE_CHOICE && response->order == KIN_ORDER_SHUFFLE && movers(response) == count;
}

/* Choices of a template with so many options; those before `end`, or all (NULL). */
static size_t turns_of(const struct kin_template *template, size_t count, const struct kin_response_template *end)
{
    size_t turns = 0;
    for (size_t i = 0; template && i < kin_template_response_count(template); i++) {
        const struct kin_response_template *response = kin_template_response(template, i);
        if (response == end) {
            break;
        }
        turns += takes_turns(response, count);
    }
    return turns;
}

/* A teacher who draws an item again gets another key; over the forms it is as balanced as before. */
static size_t turns_of_redraw(const struct kin_template *template, const struct kin_response_template *response,
                              const struct kin_dressing *dressing, size_t count)
{
    struct kin_pcg stream = kin_dress_stream(template, dressing, "place of redrawn key", NULL, response->id);
    return dressing->redraw ? kin_pcg_below(&stream, (uint32_t)count) : 0;
}

size_t kin_dress_place(const struct kin_template *template, const struct kin_response_template *response,
                       const struct kin_dressing *dressing, kin_arena *arena, size_t count)
{
    size_t turn = turns_of(template, movers(response), response);
    for (size_t i = 0; i < dressing->before_count; i++) {
        turn += turns_of(dressing->before[i], movers(response), NULL);
    }
    const struct kin_stream_name name = {.purpose = "place of key",
                                         .occurrence = turn / count,
                                         .field = kin_format(arena, "%zu", count),
                                         .student = dressing->student};
    struct kin_pcg stream = kin_stream(dressing->seed, &name);
    uint32_t *places = KIN_NEW_N(arena, uint32_t, count);
    kin_pcg_shuffle(&stream, places, (uint32_t)count);
    turn += turns_of_redraw(template, response, dressing, count);
    return places[(turn + dressing->form_index) % count];
}
