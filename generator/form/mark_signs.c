/* Marking where numbers are printed and typed with other signs than in banks: Spain writes 3,5. */
#include "form/mark.h"

#include "content/localise.h"

static void turn(kin_arena *arena, const struct kin_language *language, struct kin_answer *answer)
{
    answer->text = answer->text ? kin_text_in_bank_signs(arena, language, answer->text) : NULL;
}

static void turn_response(kin_arena *arena, const struct kin_language *language, struct kin_response *response);

static struct kin_response *turned(kin_arena *arena, const struct kin_language *language,
                                   const struct kin_response *responses, size_t count)
{
    struct kin_response *copies = KIN_NEW_N(arena, struct kin_response, count);
    for (size_t i = 0; i < count; i++) {
        copies[i] = responses[i];
        turn_response(arena, language, &copies[i]);
    }
    return copies;
}

/* The arrays of `response` are still those of the original and must not change. */
static void turn_response(kin_arena *arena, const struct kin_language *language, struct kin_response *response)
{
    struct kin_answer *accepted = KIN_NEW_N(arena, struct kin_answer, response->accepted_count);
    struct kin_wrong *wrong = KIN_NEW_N(arena, struct kin_wrong, response->wrong_count);
    struct kin_follow *follows = KIN_NEW_N(arena, struct kin_follow, response->follow_count);
    for (size_t i = 0; i < response->accepted_count; i++) {
        accepted[i] = response->accepted[i];
        turn(arena, language, &accepted[i]);
    }
    for (size_t i = 0; i < response->wrong_count; i++) {
        wrong[i] = response->wrong[i];
        turn(arena, language, &wrong[i].answer);
    }
    for (size_t i = 0; i < response->follow_count; i++) {
        follows[i] = response->follows[i];
        turn(arena, language, &follows[i].given);
        turn(arena, language, &follows[i].key);
    }
    turn(arena, language, &response->key);
    response->accepted = accepted;
    response->wrong = wrong;
    response->follows = follows;
    response->blanks = turned(arena, language, response->blanks, response->blank_count);
}

/* Letters and numbers of options have no decimals: "3,1,2" is an order. */
static bool is_of_values(const struct kin_part *part)
{
    for (size_t i = 0; i < part->response_count; i++) {
        enum kin_response_kind kind = part->responses[i].kind;
        if (kind != KIN_RESPONSE_VALUE && kind != KIN_RESPONSE_BLANKS) {
            return false;
        }
    }
    return true;
}

void kin_mark_item_in(kin_arena *arena, const struct kin_language *language, const struct kin_item *item,
                      const char *const *cells, struct kin_part_mark *marks)
{
    struct kin_item plain = *item;
    const char **plain_cells = KIN_NEW_N(arena, const char *, item->part_count);
    plain.parts = KIN_NEW_N(arena, struct kin_part, item->part_count);
    for (size_t i = 0; i < item->part_count; i++) {
        struct kin_part *part = &plain.parts[i];
        *part = item->parts[i];
        bool values = is_of_values(part);
        plain_cells[i] = values ? kin_text_in_bank_signs(arena, language, cells[i]) : cells[i];
        part->responses = values ? turned(arena, language, part->responses, part->response_count) : part->responses;
    }
    kin_mark_item(arena, &plain, plain_cells, marks);
}
