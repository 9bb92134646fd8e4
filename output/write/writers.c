#include "write/writers.h"

#include <string.h>

static const struct kin_writer writers[] = {
#define KIN_WRITER(function, name, doc) {name, doc, function},
#include "write/writers.def"
#undef KIN_WRITER
};

const struct kin_writer *kin_writer_named(const char *name)
{
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        if (!strcmp(writers[i].name, name)) {
            return &writers[i];
        }
    }
    return NULL;
}
