/* Streams of random numbers that depend on nothing but their own name: DESIGN rule 4.2. Two streams whose names
 * differ in any field are independent; asking one for more numbers never moves another. */
#ifndef KIN_RANDOM_STREAM_H
#define KIN_RANDOM_STREAM_H

#include "base/digest.h"
#include "random/pcg.h"

/* Whose draws: the seed of a run and, with a ledger, its secret (0 to 64 bytes, borrowed). */
struct kin_seed {
    uint64_t number;
    const unsigned char *secret;
    size_t secret_length;
};

/* The name of a stream. Unused texts are NULL and differ from "". */
struct kin_stream_name {
    const char *purpose; /* "numbers", "mode", "dressing", "shuffle" ... */
    const char *template_id;
    uint64_t occurrence; /* n-th use of the template in the blueprint, from 0 */
    const char *form;    /* "A" ...; NULL for what all forms share */
    const char *field;   /* parameter name or response id */
    const char *student;
};

struct kin_digest kin_stream_digest(const struct kin_seed *seed, const struct kin_stream_name *name);
struct kin_pcg kin_stream(const struct kin_seed *seed, const struct kin_stream_name *name);

#endif
