/* Points and intervals in running text: no line ends inside (0, −5) or [2, 7). */
#include "type/pieces.h"

#include <ctype.h>
#include <string.h>

/* What a longer one would take from a narrow column, in shares of the size. */
static const double longest = 12;

/* A place among the pieces: a byte of a text, or a whole piece. */
struct place {
    const struct pieces *pieces;
    size_t piece, byte;
};

enum { END = 0, SPACE = ' ', BOX = '#' };

/* The byte at a place. A formula or a blank is a BOX; where there is nothing more, END. */
static char seen(const struct place *place)
{
    if (place->piece >= place->pieces->count) {
        return END;
    }
    const struct piece *piece = &place->pieces->items[place->piece];
    if (piece->kind == PIECE_SPACE) {
        return piece->face < 0 ? END : SPACE;
    }
    return piece->kind == PIECE_TEXT ? piece->segment->text[place->byte] : BOX;
}

static void step(struct place *place)
{
    const struct piece *piece = &place->pieces->items[place->piece];
    place->byte++;
    if (piece->kind != PIECE_TEXT || place->byte >= piece->segment->length) {
        place->piece++;
        place->byte = 0;
    }
}

static bool take(struct place *place, const char *any)
{
    char c = seen(place);
    if (c == END || !strchr(any, c)) {
        return false;
    }
    step(place);
    return true;
}

static bool in_number(char c)
{
    return isdigit((unsigned char)c) || c == BOX || (c != END && strchr(".-/\xE2\x88\x92", c));
}

/* A comma of 1,200 goes on; the one behind a number does not. */
static bool comma_inside(struct place at)
{
    return take(&at, ",") && isdigit((unsigned char)seen(&at));
}

static bool take_number(struct place *place)
{
    bool any = false;
    for (; in_number(seen(place)) || (any && comma_inside(*place)); any = true) {
        step(place);
    }
    return any;
}

static double width_between(const struct pieces *pieces, size_t first, size_t last)
{
    double width = 0;
    for (size_t i = first; i <= last && i < pieces->count; i++) {
        width += pieces->items[i].width;
    }
    return width;
}

/* The space inside a point whose bracket is at `place`; false where there is no point. */
static bool point_read(struct place place, size_t *space)
{
    const size_t first = place.piece;
    if (!take(&place, "([") || !take_number(&place) || !take(&place, ",")) {
        return false;
    }
    *space = place.piece;
    if (!take(&place, " ") || !take_number(&place)) {
        return false;
    }
    const size_t last = place.piece;
    return take(&place, ")]") && width_between(place.pieces, first, last) <= longest * place.pieces->size_pt;
}

void kin_pieces_keep_points(struct pieces *pieces)
{
    for (size_t i = 0; i < pieces->count; i++) {
        const struct piece *piece = &pieces->items[i];
        for (size_t byte = 0; piece->kind == PIECE_TEXT && byte < piece->segment->length; byte++) {
            size_t space;
            if (point_read((struct place){pieces, i, byte}, &space)) {
                pieces->items[space].break_after = false;
            }
        }
    }
}
