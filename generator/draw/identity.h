/* When two instances are the same question, and when they have the same answer. LANGUAGE rule 14. */
#ifndef KIN_DRAW_IDENTITY_H
#define KIN_DRAW_IDENTITY_H

#include "draw/answers.h"
#include "draw/features.h"

/* Canonical text of the instance in the frame, in frame->arena: modes and the author's identity, or else all picks.
 * NULL with frame->fault set when the identity has no value. */
const char *kin_identity_text(const struct kin_template *template, struct kin_frame *frame);

/* "p = 3, x = -2": modes and picks, whatever the author's identity is. In frame->arena. */
const char *kin_identity_picks(const struct kin_template *template, struct kin_frame *frame);

/* What tells instances of one space apart, where the author's identity makes some of them the same; quick. False when
 * there is none, or it has no value: then all of them differ. */
bool kin_identity_hash(const struct kin_template *template, struct kin_frame *frame, struct kin_hash *hash);

/* Digest of template id and identity. */
struct kin_digest kin_identity_digest(const struct kin_template *template, const char *identity);

/* Of the keys of all value and choice responses; of the identity where there are none, since then no two answers are
 * alike. */
struct kin_hash kin_identity_key(const struct kin_features *features, struct kin_frame *frame,
                                 const struct kin_judgement *judgements, const char *identity);

/* Of the same keys one by one. */
struct kin_answers kin_identity_answers(const struct kin_features *features, struct kin_frame *frame,
                                        const struct kin_judgement *judgements);

#endif
