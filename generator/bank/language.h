/* Languages of a file: LANGUAGE rule 24.
 *
 * An element with xml:lang says what the element before it says, in another language; it has the same name and may
 * leave out the attributes that both share. A text that is written as an attribute is translated by a child of that
 * name. A blank in it is named only, <blank id="rate"/>, and is that of what is translated. A file is read once for each of its languages, as if it were written in that language alone: what follows (the
 * validator, the loaders) knows nothing of alternatives. */
#ifndef KIN_BANK_LANGUAGE_H
#define KIN_BANK_LANGUAGE_H

#include "bank/element.h"

struct kin_tags {
    const char **items;
    size_t count, room;
};

/* The language that a file is written in: xml:lang of its root, "en" when it does not say. */
const char *kin_xml_language(kin_arena *arena, const struct kin_xml *root);

/* Elements and texts in it, with itself. */
size_t kin_xml_nodes(const struct kin_xml *xml);

/* The other languages in an element that forms can be printed in, in the order that they are met. */
struct kin_tags kin_xml_languages(kin_arena *arena, const struct kin_xml *xml, const char *own);

/* A copy of the tree with its texts in `language` where it has them, else in its own. */
struct kin_xml *kin_xml_in_language(kin_arena *arena, const struct kin_xml *root, const char *language);

/* Report alternatives that translate nothing. Once for a file, before its copies are made. */
void kin_xml_check_languages(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *root);

/* May the element have xml:lang? Those with text, and those that hold nothing but such elements. */
bool kin_element_translatable(const struct kin_element *element);

/* Report attributes that an alternative repeats or may not have; part of validating. */
void kin_xml_check_alternative(struct kin_diags *diags, const struct kin_xml *xml);

/* The texts of a validated copy that are still in the file's own language: spans of the elements or attributes. */
struct kin_spans {
    struct kin_span *items;
    size_t count, room;
};
struct kin_spans kin_xml_untranslated(kin_arena *arena, const struct kin_xml *xml);

/* Warn of Spanish texts with ? and no inverted one, in a validated copy that is read in `language`. */
void kin_xml_check_marks(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *xml, const char *language);

/* ---- Used by the files language*.c only ---------------------------------------------------------------------------
 */

/* The element's own xml:lang, or NULL. Is it another language than what is around it? */
const char *kin_xml_tag(kin_arena *arena, const struct kin_xml *xml);
bool kin_xml_is_other(kin_arena *arena, const struct kin_xml *xml, const char *around);

/* A blank that says no more than its id, as in an alternative; the blank of that id below `xml`, or NULL. */
bool kin_xml_blank_named_only(const struct kin_xml *xml);
const struct kin_xml *kin_xml_blank_of(kin_arena *arena, const struct kin_xml *xml, const char *id);

/* The next sibling that is more than white space; the last of the alternatives that follow `xml`, or itself. */
const struct kin_xml *kin_xml_next_not_blank(const struct kin_xml *xml);
const struct kin_xml *kin_xml_last_alternative(kin_arena *arena, const struct kin_xml *xml, const char *around);

#endif
