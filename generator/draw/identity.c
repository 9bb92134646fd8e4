#include "draw/identity.h"

#include <string.h>

static void add_field(struct kin_buf *text, const struct kin_field *field, const struct kin_frame *frame)
{
    const struct kin_value *value = &frame->slots[field->slot];
    if (value->kind != KIN_NOTHING) {
        kin_buf_add(text, text->length ? ", " : "");
        kin_buf_add(text, field->name);
        kin_buf_add(text, " = ");
        kin_value_write(text, value);
    }
}

static void add_fields(struct kin_buf *text, const struct kin_template *template, const struct kin_frame *frame,
                       enum kin_field_kind kind)
{
    for (size_t i = 0; i < template->field_count; i++) {
        if (template->fields[i].kind == kind) {
            add_field(text, &template->fields[i], frame);
        }
    }
}

const char *kin_identity_picks(const struct kin_template *template, struct kin_frame *frame)
{
    struct kin_buf text = kin_buf_in(frame->arena);
    kin_buf_add(&text, "");
    add_fields(&text, template, frame, KIN_FIELD_MODE);
    add_fields(&text, template, frame, KIN_FIELD_PICK);
    return text.data;
}

const char *kin_identity_text(const struct kin_template *template, struct kin_frame *frame)
{
    struct kin_buf text = kin_buf_in(frame->arena);
    struct kin_value value;
    if (!template->identity) {
        return kin_identity_picks(template, frame);
    }
    kin_buf_add(&text, "");
    add_fields(&text, template, frame, KIN_FIELD_MODE);
    if (!kin_expr_eval(template->identity, frame, &value)) {
        return NULL;
    }
    kin_buf_add(&text, text.length ? ", " : "");
    kin_value_write(&text, &value);
    return text.data;
}

bool kin_identity_hash(const struct kin_template *template, struct kin_frame *frame, struct kin_hash *hash)
{
    struct kin_value value;
    *hash = (struct kin_hash){0};
    if (!template->identity || !kin_expr_eval(template->identity, frame, &value)) {
        return false;
    }
    kin_hash_value(hash, frame->arena, &value);
    return true;
}

struct kin_digest kin_identity_digest(const struct kin_template *template, const char *identity)
{
    const char *id = template->base ? template->base->id : template->id; /* variants may overlap */
    const struct kin_hash_field fields[] = {kin_hash_text(id), kin_hash_text(identity)};
    return kin_digest_fields(NULL, 0, fields, sizeof fields / sizeof *fields);
}

/* A formula as the key: by the text that prints. */
static bool add_formula(struct kin_hash *hash, const struct kin_formula *formula, struct kin_frame *frame)
{
    const struct kin_maths *maths = formula ? kin_formula_resolve(formula, frame) : NULL;
    if (!maths) {
        return false;
    }
    const char *text = kin_maths_text(frame->arena, maths);
    kin_hash_bytes(hash, text, strlen(text));
    return true;
}

static bool add_key(struct kin_hash *hash, const struct kin_response_template *response,
                    const struct kin_judgement *judgement, struct kin_frame *frame)
{
    kin_hash_add(hash, response->kind);
    if (judgement->key.kind != KIN_NOTHING) {
        kin_hash_value(hash, frame->arena, &judgement->key);
        return true;
    }
    if (judgement->right && response->kind != KIN_RESPONSE_GRID) { /* a pool prints other rows on each form */
        kin_hash_add(hash, judgement->right);
        return true;
    }
    return add_formula(hash, response->key_formula, frame);
}

struct kin_hash kin_identity_key(const struct kin_features *features, struct kin_frame *frame,
                                 const struct kin_judgement *judgements, const char *identity)
{
    struct kin_hash hash = {0};
    bool any = false;
    for (struct kin_judged judged = kin_judged_begin(features, judgements); kin_judged_next(&judged);) {
        any = add_key(&hash, judged.response, judged.judgement, frame) || any;
    }
    if (!any) {
        kin_hash_bytes(&hash, identity, strlen(identity));
    }
    return hash;
}

struct kin_answers kin_identity_answers(const struct kin_features *features, struct kin_frame *frame,
                                        const struct kin_judgement *judgements)
{
    struct kin_answers answers = {0};
    struct kin_judged judged = kin_judged_begin(features, judgements);
    for (size_t place = 0; place < KIN_MOST_ANSWERS && kin_judged_next(&judged); place++) {
        struct kin_hash hash = {0};
        bool chosen = judged.judgement->key.kind == KIN_NOTHING && judged.judgement->right;
        if (!chosen && add_key(&hash, judged.response, judged.judgement, frame)) {
            kin_answers_put(&answers, place, hash);
        }
    }
    return answers;
}
