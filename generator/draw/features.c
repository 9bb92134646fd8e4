#include "draw/features.h"

#include "content/answer.h"

#include <string.h>

/* ---- Looking up ---- */

static bool blocks_use(const struct kin_blocks *blocks, int slot);

static bool block_uses(const struct kin_block *block, int slot)
{
    return (block->phrase && kin_phrase_uses(block->phrase, slot)) ||
           (block->formula && kin_formula_uses(block->formula, slot)) ||
           (block->list && kin_expr_uses(block->list, slot)) || blocks_use(&block->kids, slot) ||
           blocks_use(&block->otherwise, slot);
}

static bool blocks_use(const struct kin_blocks *blocks, int slot)
{
    for (size_t i = 0; i < blocks->count; i++) {
        if (block_uses(blocks->items[i], slot)) {
            return true;
        }
    }
    return false;
}

/* What is to be completed is part of the question. */
static bool part_uses(const struct kin_part_template *part, int slot)
{
    bool used = blocks_use(&part->stem, slot);
    for (size_t i = 0; !used && i < part->response_count; i++) {
        used = blocks_use(&part->responses[i].body, slot);
    }
    return used;
}

static bool stems_use(const struct kin_template *template, int slot)
{
    bool used = blocks_use(&template->stem, slot);
    for (size_t i = 0; !used && i < template->part_count; i++) {
        used = part_uses(&template->parts[i], slot);
    }
    return used;
}

struct kin_features kin_features_of(kin_arena *arena, const struct kin_template *template)
{
    struct kin_features features = {
        .template = template,
        .count = template->feature_count + KIN_AUTOMATIC_COUNT,
        .response_count = kin_template_response_count(template),
        .printed = KIN_NEW_N(arena, int, template->field_count),
    };
    features.responses = KIN_NEW_N(arena, const struct kin_response_template *, features.response_count);
    for (size_t i = 0; i < features.response_count; i++) {
        features.responses[i] = kin_template_response(template, i);
        features.asked_count += 1 + features.responses[i]->blank_count;
    }
    for (size_t i = 0; i < template->field_count; i++) {
        if (stems_use(template, template->fields[i].slot)) {
            features.printed[features.printed_count++] = template->fields[i].slot;
        }
    }
    return features;
}

/* ---- Answers one by one ---- */

struct kin_judged kin_judged_begin(const struct kin_features *features, const struct kin_judgement *judgements)
{
    return (struct kin_judged){.features = features, .judgements = judgements};
}

static bool next_blank(struct kin_judged *judged)
{
    const struct kin_response_template *whole = judged->features->responses[judged->at];
    const struct kin_judgement *all = &judged->judgements[judged->at];
    while (judged->blank <= all->blank_count) {
        const struct kin_judged_blank *blank = &all->blanks[judged->blank++ - 1];
        if (blank->open) {
            judged->response = blank->blank;
            judged->judgement = &blank->judgement;
            judged->index = judged->base + 1 + (size_t)(blank->blank - whole->blanks);
            return true;
        }
    }
    judged->base += 1 + whole->blank_count;
    judged->at++;
    judged->blank = 0;
    return false;
}

bool kin_judged_next(struct kin_judged *judged)
{
    while (judged->at < judged->features->response_count) {
        if (judged->blank == 0) {
            judged->response = judged->features->responses[judged->at];
            judged->judgement = &judged->judgements[judged->at];
            judged->index = judged->base;
            judged->blank = 1;
            return true;
        }
        if (next_blank(judged)) {
            return true;
        }
    }
    return false;
}

/* ---- Features one by one ---- */

/* Where a feature's value goes: into a hash, or in words into a text. */
struct sink {
    struct kin_hash hash;
    struct kin_buf *text;
    const struct kin_template *texts; /* whose words go into the text */
};

struct instance {
    const struct kin_features *features;
    struct kin_frame *frame;
    const struct kin_judgement *judgements;
    bool branched; /* the two texts below are there */
    struct kin_buf conditions, repetitions;
};

static void separate(struct sink *sink)
{
    if (sink->text->length) {
        kin_buf_add(sink->text, ", ");
    }
}

static void put_number(struct sink *sink, uint64_t number)
{
    if (sink->text) {
        separate(sink);
        kin_buf_addf(sink->text, "%llu", (unsigned long long)number);
    } else {
        kin_hash_add(&sink->hash, number);
    }
}

static void put_text(struct sink *sink, const char *text, size_t length)
{
    if (sink->text && length) {
        separate(sink);
        kin_buf_add_n(sink->text, text, length);
    } else if (!sink->text) {
        kin_hash_bytes(&sink->hash, text, length);
    }
}

static void put_value(struct sink *sink, kin_arena *arena, const struct kin_value *value)
{
    if (sink->text) {
        separate(sink);
        kin_value_write(sink->text, value);
    } else {
        kin_hash_value(&sink->hash, arena, value);
    }
}

/* A word of a template as its translation has it, by the <case>s of both; NULL: it has none. */
static const char *word_in(const struct kin_names *own, const struct kin_names *said, const struct kin_value *value)
{
    size_t n = value->kind == KIN_WORD ? kin_names_find(own, value->as.word->one) : own->count;
    return n < own->count && n < said->count ? said->items[n] : NULL;
}

/* Of a field in words: in a translation, nothing stands for what it does not name. */
static void put_case(struct instance *instance, size_t n, struct sink *sink)
{
    const struct kin_template *template = instance->features->template;
    const struct kin_field *field = &template->fields[n];
    const struct kin_value *value = &instance->frame->slots[field->slot];
    if (sink->texts && sink->texts != template) {
        const char *word = word_in(&field->cases, &sink->texts->fields[n].cases, value);
        put_text(sink, word ? word : "", word ? strlen(word) : 0);
    } else {
        put_value(sink, instance->frame->arena, value);
    }
}

static bool put_mode(struct instance *instance, struct sink *sink)
{
    const struct kin_template *template = instance->features->template;
    for (size_t i = 0; i < template->field_count; i++) {
        const struct kin_value *value = &instance->frame->slots[template->fields[i].slot];
        bool mode = template->fields[i].kind == KIN_FIELD_MODE && !template->fields[i].setting;
        bool unsaid = template->fields[i].policy || value->kind == KIN_NOTHING; /* forms print their policies */
        if (mode && !(sink->text && unsaid)) {
            put_case(instance, i, sink);
        }
    }
    return true;
}

static bool branch(struct instance *instance)
{
    if (instance->branched) {
        return true;
    }
    instance->conditions = kin_buf_in(instance->frame->arena);
    instance->repetitions = kin_buf_in(instance->frame->arena);
    instance->branched = true;
    return kin_branches(instance->features->template, instance->frame, &instance->conditions, &instance->repetitions);
}

static bool put_conditions(struct instance *instance, struct sink *sink)
{
    if (!branch(instance)) {
        return false;
    }
    put_text(sink, instance->conditions.data, instance->conditions.length);
    return true;
}

static struct kin_judged judged_of(const struct instance *instance)
{
    return kin_judged_begin(instance->features, instance->judgements);
}

static size_t open_blanks(const struct kin_judgement *judgement)
{
    size_t open = 0;
    for (size_t i = 0; i < judgement->blank_count; i++) {
        open += judgement->blanks[i].open;
    }
    return open;
}

/* How many blanks there are is a repetition, too. */
static bool put_repetition(struct instance *instance, struct sink *sink)
{
    if (!branch(instance)) {
        return false;
    }
    put_text(sink, instance->repetitions.data, instance->repetitions.length);
    for (size_t i = 0; i < instance->features->response_count; i++) {
        if (instance->features->responses[i]->kind == KIN_RESPONSE_BLANKS) {
            put_number(sink, open_blanks(&instance->judgements[i]));
        }
    }
    return true;
}

static bool put_answer_kind(struct instance *instance, struct sink *sink)
{
    for (struct kin_judged judged = judged_of(instance); kin_judged_next(&judged);) {
        if (judged.judgement->key.kind != KIN_NOTHING) {
            const char *kind = kin_answer_kind(instance->frame->arena, &judged.judgement->key);
            put_text(sink, kind, strlen(kind));
        }
    }
    return true;
}

static bool put_right_options(struct instance *instance, struct sink *sink)
{
    for (size_t i = 0; i < instance->features->response_count; i++) {
        if (instance->features->responses[i]->kind == KIN_RESPONSE_MULTI_SELECT) {
            put_number(sink, instance->judgements[i].shown_right);
        }
        if (!sink->text && instance->judgements[i].pattern) {
            put_number(sink, instance->judgements[i].pattern);
        }
    }
    return true;
}

/* In words: numbers of the wrong answers, in the order of the bank. */
static void list_wrong(struct sink *sink, uint64_t wrong)
{
    separate(sink);
    const char *before = "";
    for (unsigned i = 0; i < KIN_MOST_WRONG; i++) {
        if (wrong >> i & 1) {
            kin_buf_addf(sink->text, "%s%u", before, i + 1);
            before = " ";
        }
    }
    kin_buf_add(sink->text, wrong ? "" : "none");
}

static bool put_wrong_answers(struct instance *instance, struct sink *sink)
{
    for (struct kin_judged judged = judged_of(instance); kin_judged_next(&judged);) {
        bool declared = judged.response->wrong_count > 0;
        if (declared && sink->text) {
            list_wrong(sink, judged.judgement->wrong);
        } else if (declared) {
            put_number(sink, judged.judgement->wrong);
        }
    }
    return true;
}

static bool put_signs(struct instance *instance, struct sink *sink)
{
    struct kin_buf signs = kin_buf_in(instance->frame->arena);
    if (!kin_signs(instance->features->template, instance->frame, &signs)) {
        return false;
    }
    put_text(sink, signs.data, signs.length);
    return true;
}

static uint64_t largest_digits(const struct instance *instance)
{
    int most = 0;
    for (size_t i = 0; i < instance->features->printed_count; i++) {
        const struct kin_value *value = &instance->frame->slots[instance->features->printed[i]];
        int digits = value->kind == KIN_NUMBER ? kin_rat_digits(instance->frame->arena, value->as.number) : 0;
        most = digits > most ? digits : most;
    }
    return (uint64_t)most;
}

static bool put_digits(struct instance *instance, struct sink *sink)
{
    for (struct kin_judged judged = judged_of(instance); kin_judged_next(&judged);) {
        if (judged.judgement->key.kind == KIN_NUMBER) {
            put_number(sink, (uint64_t)kin_answer_digits(instance->frame->arena, &judged.judgement->key));
        }
    }
    put_number(sink, largest_digits(instance));
    return true;
}

/* The order is that of cost; what needs judging comes after it. */
struct automatic {
    enum kin_automatic id;
    bool judged;
    bool (*put)(struct instance *instance, struct sink *sink);
};

static const struct automatic automatics[] = {
    {KIN_AUTO_MODE, false, put_mode},
    {KIN_AUTO_SIGNS, false, put_signs},
    {KIN_AUTO_WRONG_ANSWERS, true, put_wrong_answers},
    {KIN_AUTO_RIGHT_OPTIONS, true, put_right_options},
    {KIN_AUTO_ANSWER_KIND, true, put_answer_kind},
    {KIN_AUTO_DIGITS, true, put_digits},
    {KIN_AUTO_CONDITIONS, true, put_conditions},
    {KIN_AUTO_REPETITION, true, put_repetition},
};
_Static_assert(sizeof automatics / sizeof *automatics == KIN_AUTOMATIC_COUNT, "one row an automatic feature");

static bool put_declared(struct instance *instance, size_t n, struct sink *sink)
{
    const struct kin_feature_template *feature = &instance->features->template->features[n];
    struct kin_value value;
    if (!kin_expr_eval(feature->value, instance->frame, &value)) {
        return false;
    }
    const char *word = sink->texts ? word_in(&feature->cases, &sink->texts->features[n].cases, &value) : NULL;
    if (word) {
        put_text(sink, word, strlen(word));
    } else {
        put_value(sink, instance->frame->arena, &value);
    }
    return true;
}

/* ---- All of them ---- */

static enum kin_outcome compare(const struct kin_hash *wanted, struct kin_hash *each, size_t n, struct kin_hash hash)
{
    each[n] = hash;
    return wanted && !kin_hash_equal(hash, wanted[n]) ? KIN_OTHER_CELL : KIN_IN_CELL;
}

static enum kin_outcome hash_declared(struct instance *instance, const struct kin_hash *wanted, struct kin_hash *each)
{
    for (size_t i = 0; i < instance->features->template->feature_count; i++) {
        struct sink sink = {.text = NULL};
        if (!put_declared(instance, i, &sink)) {
            return KIN_UNDEFINED;
        }
        if (compare(wanted, each, i, sink.hash) != KIN_IN_CELL) {
            return KIN_OTHER_CELL;
        }
    }
    return KIN_IN_CELL;
}

static enum kin_outcome hash_automatic(struct instance *instance, const struct automatic *automatic,
                                       const struct kin_hash *wanted, struct kin_hash *each)
{
    const struct kin_template *template = instance->features->template;
    struct sink sink = {.text = NULL};
    size_t n = template->feature_count + automatic->id;
    if (!template->automatic_off[automatic->id] && !automatic->put(instance, &sink)) {
        return KIN_UNDEFINED;
    }
    return compare(wanted, each, n, sink.hash);
}

/* In the order in which keys are known; what is not reached counts as usable. */
static enum kin_outcome judge(struct instance *instance, struct kin_judgement *judgements)
{
    const struct kin_features *features = instance->features;
    for (size_t i = 0; i < features->response_count; i++) {
        judgements[i] = (struct kin_judgement){.usable = true};
    }
    kin_state_formulas(features->template, instance->frame);
    for (size_t i = 0; i < features->response_count; i++) {
        size_t n = features->template->order[i];
        if (!kin_judge_response(features->responses[n], instance->frame, &judgements[n])) {
            return KIN_UNDEFINED;
        }
        if (!judgements[n].usable) {
            return KIN_NOT_USABLE;
        }
    }
    return KIN_IN_CELL;
}

enum kin_outcome kin_features_hash(const struct kin_features *features, struct kin_frame *frame,
                                   const struct kin_hash *wanted, struct kin_hash *each,
                                   struct kin_judgement *judgements)
{
    struct instance instance = {.features = features, .frame = frame, .judgements = judgements};
    enum kin_outcome outcome = hash_declared(&instance, wanted, each);
    bool judged = false;
    for (size_t i = 0; outcome == KIN_IN_CELL && i < KIN_AUTOMATIC_COUNT; i++) {
        if (automatics[i].judged && !judged) {
            judged = true;
            outcome = judge(&instance, judgements);
        }
        if (outcome == KIN_IN_CELL) {
            outcome = hash_automatic(&instance, &automatics[i], wanted, each);
        }
    }
    return outcome;
}

struct kin_hash kin_features_cell(const struct kin_features *features, const struct kin_hash *each)
{
    struct kin_hash cell = {0};
    for (size_t i = 0; i < features->count; i++) {
        kin_hash_add(&cell, each[i].a);
        kin_hash_add(&cell, each[i].b);
    }
    return cell;
}

/* ---- In words ---- */

static const char *const automatic_names[] = {
#define KIN_AUTOMATIC(id, name, doc) name,
#include "bank/automatic.def"
#undef KIN_AUTOMATIC
};

const char *kin_feature_name(const struct kin_features *features, size_t n)
{
    size_t declared = features->template->feature_count;
    return n < declared ? features->template->features[n].name : automatic_names[n - declared];
}

static const struct automatic *automatic_of(size_t id)
{
    size_t at = 0;
    while (automatics[at].id != id) {
        at++;
    }
    return &automatics[at];
}

bool kin_feature_hash(const struct kin_features *features, struct kin_frame *frame,
                      const struct kin_judgement *judgements, enum kin_automatic id, struct kin_hash *hash)
{
    struct instance instance = {.features = features, .frame = frame, .judgements = judgements};
    struct sink sink = {.text = NULL};
    bool said = automatic_of(id)->put(&instance, &sink);
    *hash = sink.hash;
    return said;
}

const char *kin_feature_text(const struct kin_features *features, const struct kin_template *texts,
                             struct kin_frame *frame, const struct kin_judgement *judgements, size_t n)
{
    struct instance instance = {.features = features, .frame = frame, .judgements = judgements};
    struct kin_buf text = kin_buf_in(frame->arena);
    struct sink sink = {.text = &text, .texts = texts};
    size_t declared = features->template->feature_count;
    bool said = n < declared ? put_declared(&instance, n, &sink)
                             : !features->template->automatic_off[n - declared] &&
                                   automatic_of(n - declared)->put(&instance, &sink);
    return said && text.length ? text.data : NULL;
}
