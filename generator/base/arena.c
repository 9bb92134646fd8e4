#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIGNMENT = alignof(max_align_t), FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct block {
    struct block *before; /* the block that was filled earlier */
    size_t size;          /* of data, in bytes */
    size_t used;
    alignas(max_align_t) unsigned char data[];
};

struct kin_arena {
    struct block *top;
    struct block *spare; /* one empty block kept by a rewind, so that a drawing loop asks the system only once */
    size_t size;
};

/* The promise of arena.h: no caller has to test for NULL. */
static void *system_memory(size_t size)
{
    void *memory = malloc(size);
    if (!memory) {
        abort();
    }
    return memory;
}

kin_arena *kin_arena_new(void)
{
    kin_arena *arena = system_memory(sizeof *arena);
    *arena = (struct kin_arena){0};
    return arena;
}

static void free_chain(struct block *block)
{
    while (block) {
        struct block *before = block->before;
        free(block);
        block = before;
    }
}

void kin_arena_free(kin_arena *arena)
{
    if (!arena) {
        return;
    }
    free_chain(arena->top);
    free(arena->spare);
    free(arena);
}

static size_t block_size(const kin_arena *arena, size_t wanted)
{
    size_t size = arena->top ? arena->top->size * 2 : FIRST_BLOCK;
    size = size > LARGEST_BLOCK ? LARGEST_BLOCK : size;
    return wanted > size ? wanted : size;
}

static struct block *new_block(kin_arena *arena, size_t wanted)
{
    if (arena->spare && arena->spare->size >= wanted) {
        struct block *block = arena->spare;
        arena->spare = NULL;
        return block;
    }
    size_t size = block_size(arena, wanted);
    struct block *block = system_memory(sizeof *block + size);
    block->size = size;
    arena->size += sizeof *block + size;
    return block;
}

static void open_block(kin_arena *arena, size_t wanted)
{
    struct block *block = new_block(arena, wanted);
    block->before = arena->top;
    block->used = 0;
    arena->top = block;
}

/* Bytes that hold whatever was there before. */
static void *take(kin_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4) {
        abort();
    }
    size_t rounded = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!arena->top || arena->top->size - arena->top->used < rounded) {
        open_block(arena, rounded);
    }
    void *place = arena->top->data + arena->top->used;
    arena->top->used += rounded;
    return place;
}

void *kin_alloc(kin_arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

void *kin_copy_bytes(kin_arena *arena, const void *bytes, size_t size)
{
    void *copy = take(arena, size);
    if (size) {
        memcpy(copy, bytes, size);
    }
    return copy;
}

char *kin_copy_n(kin_arena *arena, const char *text, size_t length)
{
    char *copy = take(arena, length + 1);
    if (length) {
        memcpy(copy, text, length);
    }
    copy[length] = '\0';
    return copy;
}

char *kin_copy(kin_arena *arena, const char *text)
{
    return kin_copy_n(arena, text, strlen(text));
}

char *kin_format(kin_arena *arena, const char *format, ...)
{
    char brief[200]; /* most texts are short, and need not be printed twice */
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int printed = vsnprintf(brief, sizeof brief, format, arguments);
    va_end(arguments);
    size_t length = printed < 0 ? 0 : (size_t)printed;
    char *text = take(arena, length + 1);
    text[0] = '\0';
    if (length < sizeof brief) {
        memcpy(text, brief, length + 1);
    } else {
        vsnprintf(text, length + 1, format, again);
    }
    va_end(again);
    return text;
}

struct kin_mark kin_arena_mark(const kin_arena *arena)
{
    return (struct kin_mark){arena->top, arena->top ? arena->top->used : 0};
}

/* Keep the larger of the two as the spare block. */
static void set_aside(kin_arena *arena, struct block *block)
{
    struct block *loser = block;
    if (!arena->spare || arena->spare->size < block->size) {
        loser = arena->spare;
        arena->spare = block;
    }
    if (loser) {
        arena->size -= sizeof *loser + loser->size;
        free(loser);
    }
}

void kin_arena_rewind(kin_arena *arena, struct kin_mark mark)
{
    while (arena->top != mark.block) {
        struct block *block = arena->top;
        arena->top = block->before;
        set_aside(arena, block);
    }
    if (arena->top) {
        arena->top->used = mark.used;
    }
}

size_t kin_arena_size(const kin_arena *arena)
{
    return arena->size;
}

void *kin_grow(kin_arena *arena, const void *items, size_t count, size_t *room, size_t element_size)
{
    size_t most = *room > count ? *room : count; /* an array that came without room may hold more than none */
    *room = most ? most * 2 : 8;
    size_t used = count * element_size;
    unsigned char *grown = take(arena, *room * element_size);
    if (used) {
        memcpy(grown, items, used);
    }
    memset(grown + used, 0, *room * element_size - used);
    return grown;
}
