/* How the tables of the set file's fields are written: one line a member. Used by set_json*.c only. */
#ifndef KIN_FORM_SET_FIELDS_H
#define KIN_FORM_SET_FIELDS_H

#include "form/json.h"

/* Content nodes (set_json.c), and figures, which hold some and are held by some (set_json_figure.c). */
extern const struct kin_json_type kin_json_node, kin_json_figure;

/* What stands at the head of a set (set_json_head.c). */
extern const struct kin_json_type kin_json_style, kin_json_scale, kin_json_bar;

#define TEXT(structure, member)                                                                                        \
    {                                                                                                                  \
#member, KIN_JSON_TEXT, offsetof(struct structure, member), 0, NULL, NULL, NULL, NULL, NULL                    \
    }
#define PLAIN(structure, member, kind)                                                                                 \
    {                                                                                                                  \
#member, kind, offsetof(struct structure, member), 0, NULL, NULL, NULL, NULL, NULL                             \
    }
#define INSIDE(structure, member, type)                                                                                \
    {                                                                                                                  \
#member, KIN_JSON_STRUCT, offsetof(struct structure, member), 0, &(type), NULL, NULL, NULL, NULL               \
    }
#define LIST(name, structure, member, count, type)                                                                     \
    {                                                                                                                  \
        name, KIN_JSON_ARRAY, offsetof(struct structure, member), offsetof(struct structure, count), &(type), NULL,    \
            NULL, NULL, NULL                                                                                           \
    }
#define LINKS(name, structure, member, count, type)                                                                    \
    {                                                                                                                  \
        name, KIN_JSON_LINKS, offsetof(struct structure, member), offsetof(struct structure, count), &(type), NULL,    \
            NULL, NULL, NULL                                                                                           \
    }
#define MANY(structure, member, kind, count)                                                                           \
    {                                                                                                                  \
#member, kind, offsetof(struct structure, member), offsetof(struct structure, count), NULL, NULL, NULL, NULL,  \
            NULL                                                                                                       \
    }
#define FACTS(name, structure, member, count)                                                                          \
    {                                                                                                                  \
        name, KIN_JSON_FACTS, offsetof(struct structure, member), offsetof(struct structure, count), NULL, NULL, NULL, \
            NULL, NULL                                                                                                 \
    }
#define NAMED(structure, member, name_of, value_of)                                                                    \
    {                                                                                                                  \
#member, KIN_JSON_ENUM, offsetof(struct structure, member), 0, NULL, name_of, value_of, NULL, NULL             \
    }
#define FLOW(structure, member) LINKS(#member, structure, member.items, member.count, kin_json_node)
/* Content with its linear text beside it, for readers that want no tree. */
#define FLOW_AND_TEXT(structure, member)                                                                               \
    {                                                                                                                  \
#member, KIN_JSON_LINKS, offsetof(struct structure, member), offsetof(struct structure, member.count),         \
            &kin_json_node, NULL, NULL, #member "_text", nodes_text                                                    \
    }
#define END                                                                                                            \
    {                                                                                                                  \
        NULL, KIN_JSON_TEXT, 0, 0, NULL, NULL, NULL, NULL, NULL                                                        \
    }

#endif
