/* Reference of the bank language for `formkin help`: elements, functions and answer types, from the tables that also
 * read banks, so that it cannot say anything else. */
#include "command.h"

#include "bank/element.h"
#include "content/answer.h"
#include "expr/function.h"

#include <string.h>

/* ---- Functions ---- */

static void print_function(const struct kin_function *function)
{
    printf("Function %s: %s\n\nTakes -> gives:\n  %s\n\nExamples:\n", function->name, function->doc,
           function->signature);
    for (const struct kin_example *example = function->examples; example->program; example++) {
        printf("  %-28s %s\n", example->program, example->expected);
    }
}

static void list_functions(void)
{
    size_t count;
    const struct kin_function *const *all = kin_functions(&count);
    for (size_t i = 0; i < count; i++) {
        printf("  %-16s %s\n", all[i]->name, all[i]->doc);
    }
    puts("\nMore about one of them:  formkin help gcd");
}

/* ---- Elements ---- */

static void print_attribute(const struct kin_element_attribute *row)
{
    printf("  %-14s %s%s", row->name, row->doc, row->presence == KIN_NEEDED ? " (needed)" : "");
    if (row->type == KIN_ATTRIBUTE_WORD) {
        printf(" [%s]", row->words);
    }
    putchar('\n');
}

static void print_element(const struct kin_element *element)
{
    kin_arena *arena = kin_arena_new();
    const char *children = kin_element_children_text(arena, element);
    const char *homes = kin_element_homes_text(arena, element->name);
    printf("Element <%s>: %s\n", element->name, element->doc);
    if (homes) {
        printf("\nStands in: %s\n", homes);
    }
    if (children) {
        printf("\nMay hold: %s\n", children);
    }
    size_t count;
    const struct kin_element_attribute *rows = kin_element_attributes(element->id, &count);
    fputs(count ? "\nAttributes:\n" : "", stdout);
    for (size_t i = 0; i < count; i++) {
        print_attribute(&rows[i]);
    }
    kin_arena_free(arena);
}

static void list_elements(void)
{
    for (int id = 0; id < KIN_ELEMENT_COUNT; id++) {
        const struct kin_element *element = kin_element((enum kin_element_id)id);
        printf("  %-16s %s\n", element->name, element->doc);
    }
    puts("\nMore about one of them:  formkin help pick");
}

/* ---- Answer types ---- */

static void list_answers(void)
{
    size_t count;
    const struct kin_answer_type *const *all = kin_answer_types(&count);
    for (size_t i = 0; i < count; i++) {
        printf("  %-12s %s\n", all[i]->name, all[i]->doc);
    }
}

/* ---- Topics ---- */

bool print_reference(const char *name, const char *before)
{
    static const struct {
        const char *name;
        void (*list)(void);
    } topics[] = {{"elements", list_elements}, {"functions", list_functions}, {"answers", list_answers}};
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
        if (strcmp(topics[i].name, name) == 0) {
            printf("%s", before);
            topics[i].list();
            return true;
        }
    }
    const struct kin_function *function = kin_function_named(name);
    bool known = function != NULL;
    if (function) {
        printf("%s", before);
        print_function(function);
    }
    for (int id = 0; id < KIN_ELEMENT_COUNT; id++) {
        const struct kin_element *element = kin_element((enum kin_element_id)id);
        if (strcmp(element->name, name) == 0) {
            printf("%s", known ? "\n" : before);
            print_element(element);
            known = true;
        }
    }
    return known;
}
