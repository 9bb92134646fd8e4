#include "page/furniture.h"

char *kin_points_number(kin_arena *arena, struct kin_rat points)
{
    int places = kin_rat_decimals(arena, points);
    return places < 0 ? kin_rat_text(arena, points) : kin_rat_decimal_text(arena, points, places);
}

char *kin_points_text(kin_arena *arena, const struct kin_furniture *words, struct kin_rat points)
{
    const char *pattern = kin_rat_equal(points, kin_rat_int(1)) ? words->point : words->points;
    return kin_format(arena, pattern, kin_points_number(arena, points));
}
