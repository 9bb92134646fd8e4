#include "expr/function.h"

#include <string.h>

#define KIN_FUNCTION(name) extern const struct kin_function kin_function_##name;
#include "expr/functions.def"
#undef KIN_FUNCTION

static const struct kin_function *const functions[] = {
#define KIN_FUNCTION(name) &kin_function_##name,
#include "expr/functions.def"
#undef KIN_FUNCTION
};

enum { COUNT = sizeof functions / sizeof *functions };

const struct kin_function *kin_function_named(const char *name)
{
    for (size_t i = 0; i < COUNT; i++) {
        if (strcmp(functions[i]->name, name) == 0) {
            return functions[i];
        }
    }
    return NULL;
}

const struct kin_function *const *kin_functions(size_t *count)
{
    *count = COUNT;
    return functions;
}
