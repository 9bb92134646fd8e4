/* How much work space a response gets. The author's own wish is a minimum; the set's policy says the rest. */
#ifndef KIN_PAGE_SPACE_H
#define KIN_PAGE_SPACE_H

#include "content/item.h"

struct kin_space {
    double least, usual, most; /* pt: when that saves a page; always else; when the page has room to spare */
    double weight;             /* share of that spare room */
};

/* `policy`: "tight", "normal" or "generous"; NULL is normal. Multi-step items (level 2 and 3) get more. */
struct kin_space kin_space_for(const char *policy, const struct kin_response *response, int level);

#endif
