#include "expr/expr.h"

#include <string.h>

struct entry {
    const char *name;
    struct kin_type type;
    int slot;
    const struct kin_formula *formula;
    const char *format;
};

struct kin_scope {
    kin_arena *arena;
    struct kin_scope *outer;
    struct kin_scope *root; /* the outermost scope, which counts the slots */
    struct entry *entries;
    size_t count, room;
    size_t slots; /* of the root only */
};

struct kin_scope *kin_scope_new(kin_arena *arena, struct kin_scope *outer)
{
    struct kin_scope *scope = KIN_NEW(arena, struct kin_scope);
    scope->arena = arena;
    scope->outer = outer;
    scope->root = outer ? outer->root : scope;
    return scope;
}

static struct entry *own_entry(const struct kin_scope *scope, const char *name)
{
    for (size_t i = 0; i < scope->count; i++) {
        if (strcmp(scope->entries[i].name, name) == 0) {
            return &scope->entries[i];
        }
    }
    return NULL;
}

static struct entry *entry_named(const struct kin_scope *scope, const char *name)
{
    struct entry *entry = NULL;
    for (; scope && !entry; scope = scope->outer) {
        entry = own_entry(scope, name);
    }
    return entry;
}

static struct entry *entry_at(const struct kin_scope *scope, int slot)
{
    for (; scope; scope = scope->outer) {
        for (size_t i = 0; i < scope->count; i++) {
            if (scope->entries[i].slot == slot) {
                return &scope->entries[i];
            }
        }
    }
    return NULL;
}

static int add_entry(struct kin_scope *scope, const char *name, struct kin_type type)
{
    int slot = (int)scope->root->slots++;
    KIN_PUSH(scope->arena, scope->entries, scope->count, scope->room) =
        (struct entry){.name = kin_copy(scope->arena, name), .type = type, .slot = slot};
    return slot;
}

int kin_scope_add(struct kin_scope *scope, const char *name, struct kin_type type)
{
    if (entry_named(scope, name)) {
        return -1;
    }
    return add_entry(scope, name, type);
}

int kin_scope_shadow(struct kin_scope *scope, const char *name, struct kin_type type)
{
    return own_entry(scope, name) ? -1 : add_entry(scope, name, type);
}

int kin_scope_alias(struct kin_scope *scope, const char *name, int slot, struct kin_type type)
{
    if (entry_named(scope, name)) {
        return -1;
    }
    KIN_PUSH(scope->arena, scope->entries, scope->count, scope->room) =
        (struct entry){.name = kin_copy(scope->arena, name), .type = type, .slot = slot};
    return slot;
}

int kin_scope_find(const struct kin_scope *scope, const char *name, struct kin_type *type)
{
    const struct entry *entry = entry_named(scope, name);
    if (entry && type) {
        *type = entry->type;
    }
    return entry ? entry->slot : -1;
}

void kin_scope_set_type(struct kin_scope *scope, int slot, struct kin_type type)
{
    struct entry *entry = entry_at(scope, slot);
    if (entry) {
        entry->type = type;
    }
}

void kin_scope_give_formula(struct kin_scope *scope, int slot, const struct kin_formula *formula)
{
    struct entry *entry = entry_at(scope, slot);
    if (entry) {
        entry->formula = formula;
    }
}

const struct kin_formula *kin_scope_formula(const struct kin_scope *scope, const char *name)
{
    const struct entry *entry = entry_named(scope, name);
    int slot = entry ? entry->slot : -1;
    for (; entry && scope; scope = scope->outer) {
        for (size_t i = 0; i < scope->count; i++) {
            if (scope->entries[i].slot == slot && scope->entries[i].formula) {
                return scope->entries[i].formula;
            }
        }
    }
    return NULL;
}

void kin_scope_give_format(struct kin_scope *scope, int slot, const char *format)
{
    struct entry *entry = entry_at(scope, slot);
    if (entry) {
        entry->format = format;
    }
}

const char *kin_scope_format(const struct kin_scope *scope, const char *name)
{
    const struct entry *entry = entry_named(scope, name);
    int slot = entry ? entry->slot : -1;
    for (; entry && scope; scope = scope->outer) {
        for (size_t i = 0; i < scope->count; i++) {
            if (scope->entries[i].slot == slot && scope->entries[i].format) {
                return scope->entries[i].format;
            }
        }
    }
    return NULL;
}

size_t kin_scope_slots(const struct kin_scope *scope)
{
    return scope->root->slots;
}

const char *kin_scope_name(const struct kin_scope *scope, int slot)
{
    const struct entry *entry = entry_at(scope, slot);
    return entry ? entry->name : NULL;
}

size_t kin_scope_names(const struct kin_scope *scope, kin_arena *arena, const char ***names)
{
    size_t count = 0, room = 0;
    *names = NULL;
    for (; scope; scope = scope->outer) {
        for (size_t i = 0; i < scope->count; i++) {
            KIN_PUSH(arena, *names, count, room) = scope->entries[i].name;
        }
    }
    return count;
}
