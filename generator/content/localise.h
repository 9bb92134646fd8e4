/* Numbers with the signs of a language: banks write 1,234.5; Spain prints 1 234,5. */
#ifndef KIN_CONTENT_LOCALISE_H
#define KIN_CONTENT_LOCALISE_H

#include "content/maths.h"
#include "expr/expr.h"

/* The same maths with the frame's signs: itself where they are those of banks. */
const struct kin_maths *kin_maths_localised(const struct kin_frame *frame, const struct kin_maths *maths);

/* The same for the numbers in a text. */
const char *kin_text_localised(const struct kin_frame *frame, const char *text);

/* A text with a language's signs in numbers, with those of banks: itself where they are the same. In `arena`. */
const char *kin_text_in_bank_signs(kin_arena *arena, const struct kin_language *language, const char *text);

#endif
