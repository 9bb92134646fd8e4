#include "page/furniture.h"

#include "form/points.h"

char *kin_points_number(kin_arena *arena, struct kin_rat points)
{
    return kin_points_plain(arena, points);
}

char *kin_points_text(kin_arena *arena, const struct kin_furniture *words, struct kin_rat points)
{
    const char *pattern = kin_rat_equal(points, kin_rat_int(1)) ? words->point : words->points;
    return kin_format(arena, pattern, kin_points_number(arena, points));
}
