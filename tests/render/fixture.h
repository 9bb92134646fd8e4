/* What the programs of this folder that test with cmocka share: a typesetter and an arena for all tests of one. */
#ifndef KIN_RENDER_FIXTURE_H
#define KIN_RENDER_FIXTURE_H

#include "build.h"
#include "type/type.h"
#include "unit.h"

static struct kin_typesetter *type;
static struct kin_diags diags;

static int setup(void **state)
{
    (void)state;
    build_arena = kin_arena_new();
    diags = kin_diags_in(build_arena);
    type = kin_type_open(&diags, &kin_fonts_schola, NULL);
    return type ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    kin_type_free(type);
    kin_arena_free(build_arena);
    return 0;
}

#endif
