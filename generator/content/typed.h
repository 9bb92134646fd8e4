/* Typed answers: what a student wrote, typed in by who marks, held against a response's key by the judgement of its
 * answer type. "3.5", "7/2" and "3 1/2" are one number; what cannot be read for certain is left to a person. */
#ifndef KIN_CONTENT_TYPED_H
#define KIN_CONTENT_TYPED_H

#include "content/answer.h"

enum kin_typed {
    KIN_TYPED_RIGHT,
    KIN_TYPED_WRONG,
    KIN_TYPED_UNCLEAR /* it cannot be read, or the key is one of many right answers: a person decides */
};

struct kin_typed_verdict {
    enum kin_typed is;
    const struct kin_wrong *wrong; /* which foreseen wrong answer it is; NULL: none */
};

/* Judge an answer to a response of the kind VALUE. `typed` has at least one character. */
struct kin_typed_verdict kin_typed_judge(kin_arena *arena, const struct kin_response *response, const char *typed);

/* Would a typed text be marked as `other`, the key or a foreseen wrong answer as it prints? For follow-through. */
bool kin_typed_is(kin_arena *arena, const struct kin_response *response, const char *other, const char *typed);

/* ---- Parts of it (typed_text.c, typed_time.c) ---------------------------------------------------------------------
 */

enum { KIN_TYPED_MOST = 400 }; /* bytes of an answer; longer ones are unclear */

enum kin_likeness { KIN_ALIKE, KIN_UNLIKE, KIN_UNREADABLE };

/* In one spelling: a hyphen for every minus, powers as ^2, one blank between words, 0.5 for .5, no final stop. */
char *kin_typed_clean(kin_arena *arena, const char *text);

/* The same but for capital letters, and blanks that are not between digits? Both are clean. */
bool kin_typed_reads_same(const char *a, const char *b);

/* "x = 4" is 4: what stands behind the last "=" where a letter or f(x) stands before it. Borrows from `clean`. */
const char *kin_typed_bare(const char *clean);

/* Elements between `separators` ("," also stands for "and", ":" for "to") outside of brackets, without
 * the brackets around all of them. "±5" is two. Returns how many, at most `most`; 0: none, or more. */
size_t kin_typed_split(kin_arena *arena, const char *clean, const char *separators, const char **items, size_t most);

/* Two clock times, or two durations. */
enum kin_likeness kin_typed_clock(const char *a, const char *b);
enum kin_likeness kin_typed_duration(kin_arena *arena, const char *a, const char *b);

#endif
