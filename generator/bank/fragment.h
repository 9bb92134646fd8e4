/* Fragments: parts of a bank that are written once, in <define>, and stand wherever a <use> names them. A use is
 * replaced by a copy before anything reads it, so that a fragment means the same as the text typed there. */
#ifndef KIN_BANK_FRAGMENT_H
#define KIN_BANK_FRAGMENT_H

#include "bank/element.h"

struct kin_fragment {
    const char *id;
    const struct kin_xml *define;
    size_t uses, nodes; /* nodes: elements, attributes and texts in it */
};

struct kin_fragments {
    struct kin_fragment *items;
    size_t count, room;
    size_t copied; /* nodes, against a third of KIN_LIMIT_XML_NODES */
};

/* Those that stand in a bank's root; reports names that stand twice, empty ones and fragments in fragments. */
struct kin_fragments kin_fragments_of(kin_arena *arena, struct kin_diags *diags, const struct kin_xml *root);

/* Put a copy of what `*use` names in its place, in the list of its parent's kids; `*use` is the first of them then, or
 * what follows, where the fragment is empty. Messages about the copy name both places. False after reporting: nothing
 * was put. */
bool kin_fragment_put(kin_arena *arena, struct kin_diags *diags, struct kin_fragments *fragments, struct kin_xml **use);

/* Warn of fragments that no template uses: nothing in them has been looked at. */
void kin_fragments_report_unused(struct kin_diags *diags, const struct kin_fragments *fragments);

/* Does this node come from a fragment? */
bool kin_xml_is_copied(const struct kin_xml *xml);

#endif
