/* One attribute's value against its type. */
#include "bank/element.h"

#include "content/answer.h"
#include "content/threshold.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const struct kin_attribute_type_row types[] = {
#define KIN_ATTRIBUTE_TYPE(id, name, pattern, doc) {name, pattern, doc},
#include "bank/attribute_types.def"
#undef KIN_ATTRIBUTE_TYPE
};

const struct kin_attribute_type_row *kin_attribute_type_row(enum kin_attribute_type type)
{
    return &types[type];
}

struct value {
    kin_arena *arena;
    struct kin_diags *diags;
    const struct kin_element_attribute *row;
    const struct kin_xml_attribute *attribute;
    const char *text; /* without white space around it */
};

static bool is_id(const char *text, size_t length)
{
    if (!length || text[0] == '-' || text[length - 1] == '-') {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        if (!islower((unsigned char)text[i]) && !isdigit((unsigned char)text[i]) && text[i] != '-') {
            return false;
        }
    }
    return true;
}

/* What an id would look like that was meant by `text`: "Two Step_equation" gives "two-step-equation". */
static const char *as_id(kin_arena *arena, const char *text)
{
    struct kin_buf buf = kin_buf_in(arena);
    for (; *text; text++) {
        if (isalnum((unsigned char)*text)) {
            kin_buf_add_char(&buf, (char)tolower((unsigned char)*text));
        } else if (buf.length && buf.data[buf.length - 1] != '-' &&
                   strpbrk(text, "abcdefghijklmnopqrstuvwxyz0123456789")) {
            kin_buf_add_char(&buf, '-');
        }
    }
    return buf.length ? buf.data : "my-id";
}

static bool wrong(const struct value *value, enum kin_diag_id id)
{
    kin_report(value->diags, id, value->attribute->value_span, value->row->name, value->text, NULL);
    return false;
}

static bool check_id(const struct value *value)
{
    if (is_id(value->text, strlen(value->text))) {
        return true;
    }
    wrong(value, KIN_E142);
    kin_report_mend(value->diags, "use a-z, 0-9 and hyphens: %s", as_id(value->arena, value->text));
    return false;
}

static bool check_template(const struct value *value)
{
    size_t first = strcspn(value->text, "/");
    const char *second = value->text + first + (value->text[first] == '/');
    if (is_id(value->text, first) && (!value->text[first] || is_id(second, strlen(second)))) {
        return true;
    }
    wrong(value, KIN_E142);
    kin_report_mend(value->diags, "write the id of a template or variant, or both: template/variant");
    return false;
}

static bool check_ids(const struct value *value)
{
    for (const char *at = value->text; *at;) {
        size_t length = strcspn(at, " ,\t\n");
        if (length && !is_id(at, length)) {
            wrong(value, KIN_E142);
            kin_report_mend(value->diags, "write ids of a-z, 0-9 and hyphens, with spaces between them");
            return false;
        }
        at += length + strspn(at + length, " ,\t\n");
    }
    return true;
}

static bool check_name(const struct value *value)
{
    bool fine = isalpha((unsigned char)value->text[0]);
    for (const char *at = value->text; *at; at++) {
        fine = fine && (isalnum((unsigned char)*at) || *at == '_');
    }
    if (!fine) {
        wrong(value, KIN_E143);
        kin_report_mend(value->diags, "begin with a letter and go on with letters, digits and _");
    }
    return fine;
}

static bool check_integer(const struct value *value)
{
    char *end;
    long least = strtol(value->row->words, &end, 10), most = strtol(end, NULL, 10);
    long number = strtol(value->text, &end, 10);
    if (*end || end == value->text || number < least || number > most) {
        wrong(value, KIN_E140);
        kin_report_mend(value->diags, "write a whole number from %ld to %ld", least, most);
        return false;
    }
    return true;
}

static bool check_decimal(const struct value *value)
{
    size_t whole = strspn(value->text, "0123456789");
    size_t length = whole;
    if (value->text[length] == '.') {
        length += 1 + strspn(value->text + length + 1, "0123456789");
    }
    if (!whole || value->text[length] || length > 12 || value->text[length - 1] == '.') {
        wrong(value, KIN_E141);
        kin_report_mend(value->diags, "write digits with a point: 1.5");
        return false;
    }
    return true;
}

static size_t split_words(kin_arena *arena, const char *words, const char ***names)
{
    size_t count = 0, room = 0;
    for (const char *at = words; *at;) {
        size_t length = strcspn(at, " ");
        KIN_PUSH(arena, *names, count, room) = kin_copy_n(arena, at, length);
        at += length + strspn(at + length, " ");
    }
    return count;
}

static bool check_among(const struct value *value, const char *const *names, size_t count)
{
    struct kin_buf all = kin_buf_in(value->arena);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(value->text, names[i]) == 0) {
            return true;
        }
        kin_buf_addf(&all, "%s%s", i ? ", " : "", names[i]);
    }
    const char *nearest = kin_nearest(value->text, names, count);
    wrong(value, KIN_E139);
    if (nearest && count > 2) {
        kin_report_note(value->diags, "possible: %s", all.data);
        kin_report_mend(value->diags, "did you mean '%s'?", nearest);
    } else {
        kin_report_mend(value->diags, count > 1 ? "write one of: %s" : "write '%s', or leave the attribute out",
                        all.data);
    }
    return false;
}

static bool check_word(const struct value *value)
{
    const char **names = NULL;
    size_t count = split_words(value->arena, value->row->words, &names);
    return check_among(value, names, count);
}

static bool check_yes_no(const struct value *value)
{
    static const char *const names[] = {"yes", "no"};
    return check_among(value, names, 2);
}

static bool check_answer_type(const struct value *value)
{
    size_t count;
    const struct kin_answer_type *const *answers = kin_answer_types(&count);
    const char **names = KIN_NEW_N(value->arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        names[i] = answers[i]->name;
    }
    return check_among(value, names, count);
}

static bool check_language(const struct value *value)
{
    size_t first = strspn(value->text, "abcdefghijklmnopqrstuvwxyz");
    bool fine = (first == 2 || first == 3) && (!value->text[first] || value->text[first] == '-');
    for (const char *at = value->text; *at; at++) {
        fine = fine && (isalnum((unsigned char)*at) || *at == '-');
    }
    if (!fine) {
        wrong(value, KIN_E146);
        kin_report_mend(value->diags, "write a language tag: en, es, es-MX");
    }
    return fine;
}

static bool check_threshold(const struct value *value)
{
    struct kin_threshold threshold;
    if (!kin_threshold_parse(value->text, &threshold)) {
        wrong(value, KIN_E7210);
        kin_report_mend(value->diags, "write a percentage, a count or a level: 80, 4/5, level 3");
        return false;
    }
    return true;
}

static bool check_length(const struct value *value)
{
    static const char *const units[] = {"pt", "mm", "cm", "in"};
    size_t digits = strspn(value->text, "0123456789.");
    const char *unit = value->text + digits + strspn(value->text + digits, " ");
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (digits && digits < 7 && strcmp(unit, units[i]) == 0) {
            return true;
        }
    }
    wrong(value, KIN_E149);
    kin_report_mend(value->diags, "write a length with its unit: 1.5in, 40mm, 4cm, 90pt");
    return false;
}

/* Expressions and standards are judged by those who read them. */
static bool check_anything(const struct value *value)
{
    (void)value;
    return true;
}

static bool (*const checks[])(const struct value *value) = {
    [KIN_ATTRIBUTE_TEXT] = check_anything,
    [KIN_ATTRIBUTE_ID] = check_id,
    [KIN_ATTRIBUTE_IDS] = check_ids,
    [KIN_ATTRIBUTE_TEMPLATE] = check_template,
    [KIN_ATTRIBUTE_NAME] = check_name,
    [KIN_ATTRIBUTE_EXPRESSION] = check_anything,
    [KIN_ATTRIBUTE_TEST] = check_anything,
    [KIN_ATTRIBUTE_LIST] = check_anything,
    [KIN_ATTRIBUTE_RANGE] = check_anything,
    [KIN_ATTRIBUTE_INTEGER] = check_integer,
    [KIN_ATTRIBUTE_DECIMAL] = check_decimal,
    [KIN_ATTRIBUTE_WORD] = check_word,
    [KIN_ATTRIBUTE_YES_NO] = check_yes_no,
    [KIN_ATTRIBUTE_STANDARD] = check_anything,
    [KIN_ATTRIBUTE_STANDARDS] = check_anything,
    [KIN_ATTRIBUTE_LANGUAGE] = check_language,
    [KIN_ATTRIBUTE_LENGTH] = check_length,
    [KIN_ATTRIBUTE_THRESHOLD] = check_threshold,
    [KIN_ATTRIBUTE_POLICY] = check_anything,
    [KIN_ATTRIBUTE_ANSWER_TYPE] = check_answer_type,
};

bool kin_attribute_check(kin_arena *arena, struct kin_diags *diags, const struct kin_element_attribute *row,
                         const struct kin_xml_attribute *attribute)
{
    struct kin_text text = kin_xml_value_of(arena, attribute);
    size_t begin = strspn(text.chars, " \t\n"), end = text.length;
    while (end > begin && strchr(" \t\n", text.chars[end - 1])) {
        end--;
    }
    struct value value = {arena, diags, row, attribute, kin_copy_n(arena, text.chars + begin, end - begin)};
    if (!*value.text) {
        struct kin_span span = {attribute->name_span.source, attribute->name_span.begin, attribute->value_span.end + 1};
        kin_report(diags, KIN_E150, span, row->name, NULL);
        kin_report_mend(diags, "%s", row->doc);
        return false;
    }
    return checks[row->type](&value);
}
