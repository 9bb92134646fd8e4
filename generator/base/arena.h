/* Memory that is freed all at once.
 *
 * Each bank, instance, set and scene owns one arena; whatever is reachable from it lives exactly as long.
 * Allocation never returns NULL: when the system has no memory left the process ends. The limits in
 * limits.h keep input from getting there. Not for use by two threads at a time. */
#ifndef KIN_BASE_ARENA_H
#define KIN_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct kin_arena kin_arena;

/* A place in an arena to which it can be rewound. */
struct kin_mark {
    void *block;
    size_t used;
};

/* Make an empty arena. The caller owns it; free with kin_arena_free (NULL is allowed there). */
kin_arena *kin_arena_new(void);
void kin_arena_free(kin_arena *arena);

/* `size` zeroed bytes, aligned for any type; owned by the arena. A size of 0 gives a valid pointer. */
void *kin_alloc(kin_arena *arena, size_t size);

/* Copies of text, NUL-terminated, owned by the arena. */
char *kin_copy(kin_arena *arena, const char *text);
char *kin_copy_n(kin_arena *arena, const char *text, size_t length);
void *kin_copy_bytes(kin_arena *arena, const void *bytes, size_t size);

/* Text made by printf's rules, owned by the arena. */
char *kin_format(kin_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Forget everything that was allocated after the mark was taken; the memory is used again. */
struct kin_mark kin_arena_mark(const kin_arena *arena);
void kin_arena_rewind(kin_arena *arena, struct kin_mark mark);

/* Bytes taken from the system so far. */
size_t kin_arena_size(const kin_arena *arena);

/* One zeroed object, or an array of `count`, of a type. */
#define KIN_NEW(arena, type) ((type *)kin_alloc((arena), sizeof(type)))
#define KIN_NEW_N(arena, type, count) ((type *)kin_alloc((arena), sizeof(type) * (count)))

/* Make room for one more element in an array that grows inside an arena, and return the new count's place.
 * KIN_PUSH(arena, list.items, list.count, list.room) = value;  count goes up by one. */
#define KIN_PUSH(arena, items, count, room)                                                                            \
    (*((void)((count) < (room) ? (void)0                                                                               \
                               : (void)((items) = kin_grow((arena), (items), (count), &(room), sizeof *(items)))),     \
       &(items)[(count)++]))

/* Used by KIN_PUSH: a copy of `items` with at least twice the room. */
void *kin_grow(kin_arena *arena, const void *items, size_t count, size_t *room, size_t element_size);

#endif
