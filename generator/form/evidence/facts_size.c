/* How large the numbers of question and key are, and how many of them are negative. */
#include "form/evidence/facts.h"

#include "form/evidence/question.h"

#include <ctype.h>
#include <string.h>

static const char minus[] = "\u2212";

static void note_text(struct kin_sizes *sizes, const char *text)
{
    size_t digits = 0;
    for (const char *at = text; *at; at++) {
        bool inside =
            isdigit((unsigned char)*at) || (digits && (*at == '.' || *at == ',') && isdigit((unsigned char)at[1]));
        digits = inside ? digits + (isdigit((unsigned char)*at) != 0) : 0;
        sizes->digits = digits > sizes->digits ? digits : sizes->digits;
        sizes->minuses += strncmp(at, minus, sizeof minus - 1) == 0;
    }
}

static void note_maths(struct kin_sizes *sizes, const struct kin_maths *maths)
{
    if (!maths) {
        return;
    }
    if (maths->text && maths->kind != KIN_MATHS_WORD) {
        note_text(sizes, maths->text);
    }
    for (size_t i = 0; i < maths->count; i++) {
        note_maths(sizes, maths->kids[i]);
    }
}

static bool note_node(const struct kin_node *node, void *data)
{
    if (node->kind == KIN_NODE_TEXT) {
        note_text(data, node->text);
    }
    note_maths(data, node->maths);
    return true;
}

struct measuring {
    kin_arena *arena;
    struct kin_evidence *evidence;
    size_t room;
};

static void measure_key(const struct kin_response *response, void *data)
{
    struct measuring *measuring = data;
    struct kin_evidence *evidence = measuring->evidence;
    struct kin_sizes sizes = {0};
    if (response->kind == KIN_RESPONSE_VALUE && response->key.text) {
        note_text(&sizes, response->key.text);
        KIN_PUSH(measuring->arena, evidence->keys, evidence->key_count, measuring->room) = sizes;
    }
}

void kin_evidence_measure(kin_arena *arena, const struct kin_item *item, struct kin_evidence *evidence)
{
    struct measuring measuring = {.arena = arena, .evidence = evidence};
    kin_question_posed(item, note_node, &evidence->question);
    kin_item_responses(item, measure_key, &measuring);
}

/* "up to 2 digits, 1 minus; key −2 digits" */
void kin_fact_magnitudes(struct kin_buf *buf, const struct kin_item *item)
{
    struct kin_evidence evidence = {0};
    kin_evidence_measure(buf->arena, item, &evidence);
    kin_buf_addf(buf, "%zu digits, %zu minus", evidence.question.digits, evidence.question.minuses);
    for (size_t i = 0; i < evidence.key_count; i++) {
        kin_buf_addf(buf, "%s%s%zu", i ? ", " : "; keys ", evidence.keys[i].minuses ? minus : "",
                     evidence.keys[i].digits);
    }
}
