/* Features of an instance, declared and automatic: together they are its cell. LANGUAGE rule 10. */
#ifndef KIN_DRAW_FEATURES_H
#define KIN_DRAW_FEATURES_H

#include "draw/hash.h"
#include "draw/resolve.h"

/* What a template's features need, looked up once. Feature n of a template: the declared ones in document order, then
 * the automatic ones in the order of automatic.def; those that are switched off stay 0. */
struct kin_features {
    const struct kin_template *template;
    size_t count;
    const struct kin_response_template **responses;
    size_t response_count;
    size_t asked_count; /* responses and their blanks */
    int *printed;       /* slots of the fields that stems print */
    size_t printed_count;
};

struct kin_features kin_features_of(kin_arena *arena, const struct kin_template *template);

/* The answers of a judged instance one by one: those of responses, and of blanks that are to be filled. */
struct kin_judged {
    const struct kin_response_template *response;
    const struct kin_judgement *judgement;
    size_t index; /* of the response or blank as it stands in the bank, below asked_count */
    const struct kin_features *features;
    const struct kin_judgement *judgements;
    size_t at, blank, base; /* what comes next */
};

struct kin_judged kin_judged_begin(const struct kin_features *features, const struct kin_judgement *judgements);
bool kin_judged_next(struct kin_judged *judged);

/* Name of a feature. */
const char *kin_feature_name(const struct kin_features *features, size_t n);

enum kin_outcome {
    KIN_IN_CELL, /* a member, and of the wanted cell if one was given */
    KIN_OTHER_CELL,
    KIN_NOT_USABLE, /* a response has too few options, two right ones ... */
    KIN_UNDEFINED   /* frame->fault says what has no value: an author's error */
};

/* Judge the instance in the frame (rules and lets are done) and hash its features, cheap ones first. With `wanted` it
 * stops at the first that differs; `each` is then not filled. One judgement per response, in document order. */
enum kin_outcome kin_features_hash(const struct kin_features *features, struct kin_frame *frame,
                                   const struct kin_hash *wanted, struct kin_hash *each,
                                   struct kin_judgement *judgements);

/* Value of a feature in the words of `texts` (the template or a translation), in frame->arena; NULL for one that is
 * switched off or says nothing. The instance is judged. */
const char *kin_feature_text(const struct kin_features *features, const struct kin_template *texts,
                             struct kin_frame *frame, const struct kin_judgement *judgements, size_t n);

/* An automatic feature by itself, also where it is switched off; the instance is judged. False with frame->fault set.
 */
bool kin_feature_hash(const struct kin_features *features, struct kin_frame *frame,
                      const struct kin_judgement *judgements, enum kin_automatic id, struct kin_hash *hash);

/* All features as one number. */
struct kin_hash kin_features_cell(const struct kin_features *features, const struct kin_hash *each);

#endif
