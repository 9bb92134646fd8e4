/* What libxml2 finds wrong, in our words, at the right place and with a mend where one can be guessed. */
#include "bank/xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

struct problem {
    struct kin_xml_reader *reader;
    const xmlError *error;
    uint32_t at; /* where libxml2 stopped */
};

static struct kin_span span_of(const struct problem *problem, uint32_t begin, uint32_t end)
{
    uint32_t length = (uint32_t)problem->reader->source->length;
    end = end > length ? length : end;
    return (struct kin_span){problem->reader->source, begin > end ? end : begin, end};
}

/* Place of the last `c` at or before libxml2's place. */
static uint32_t back_to(const struct problem *problem, char c)
{
    uint32_t at = problem->at;
    while (at > 0 && problem->reader->source->bytes[at] != c) {
        at--;
    }
    return at;
}

static void report(const struct problem *problem, enum kin_diag_id id, uint32_t begin, uint32_t end)
{
    kin_report(problem->reader->diags, id, span_of(problem, begin, end), NULL);
}

static const struct kin_xml *open_element(const struct problem *problem, const char *name)
{
    const struct kin_xml *xml = problem->reader->current;
    while (xml && strcmp(xml->name, name) != 0) {
        xml = xml->parent;
    }
    return xml;
}

/* Does another tag follow at once? Then the slash of <pick .../> was forgotten, most likely. */
static bool looks_empty(const struct kin_xml *open)
{
    const char *behind = open->tag.source->bytes + open->tag.end;
    return behind[strspn(behind, " \t\r\n")] == '<';
}

/* `first`: what to think of before its end tag is added `where`; "". */
static void report_unclosed(const struct problem *problem, const char *first, const char *where)
{
    const struct kin_xml *open = problem->reader->current;
    kin_report(problem->reader->diags, KIN_E107, open->tag, open->name, NULL);
    kin_report_mend(problem->reader->diags, "%sadd </%s> %s", first, open->name, where);
}

/* An end tag that does not fit: either the element inside was never closed, or the name is misspelt. */
static void report_mismatch(const struct problem *problem)
{
    const char *found = problem->error->str2 ? problem->error->str2 : "";
    const struct kin_xml *open = problem->reader->current;
    if (open && open->parent && open_element(problem, found)) {
        const char *first = looks_empty(open) ? "end it with /> when nothing stands in it; else " : "";
        report_unclosed(problem, first, kin_format(problem->reader->arena, "before </%s>", found));
        return;
    }
    uint32_t begin = back_to(problem, '<');
    const char *tag = kin_format(problem->reader->arena, "</%s", found);
    while (begin > 0 && strncmp(problem->reader->source->bytes + begin, tag, strlen(tag)) != 0) {
        begin--; /* the parser has read on into the next tag */
    }
    struct kin_span span = span_of(problem, begin, begin + 3 + (uint32_t)strlen(found));
    const char *wanted = open ? open->name : "";
    kin_report(problem->reader->diags, KIN_E108, span, found, wanted, NULL);
    kin_report_mend(problem->reader->diags, "write </%s>", wanted);
}

static void report_end_of_file(const struct problem *problem)
{
    const struct kin_xml *open = problem->reader->current;
    if (open) {
        report_unclosed(problem, "", open->parent ? "where it ends" : "at the end of the file");
    } else if (problem->reader->root) {
        report(problem, KIN_E115, problem->at, problem->at + 1);
        kin_report_mend(problem->reader->diags, "a file has one outermost element; delete what follows it");
    } else {
        report(problem, KIN_E116, problem->at, problem->at);
    }
}

static void report_ampersand(const struct problem *problem)
{
    uint32_t at = back_to(problem, '&');
    while (at > 0 && problem->reader->source->bytes[at - 1] == '&') {
        at--;
    }
    report(problem, KIN_E109, at, at + 1);
    kin_report_mend(problem->reader->diags, "write &amp; for the sign itself, or and in a test");
}

static void report_entity(const struct problem *problem)
{
    uint32_t at = back_to(problem, '&');
    const char *bytes = problem->reader->source->bytes;
    uint32_t length = 1 + (uint32_t)strcspn(bytes + at + 1, "; \t\r\n<>\"'&");
    const char *name = kin_copy_n(problem->reader->arena, bytes + at + 1, length - 1);
    kin_report(problem->reader->diags, KIN_E110, span_of(problem, at, at + length + 1), name, NULL);
    kin_report_mend(problem->reader->diags, "type the character itself; only &lt; &gt; &amp; &quot; &apos; are names");
}

/* Place of the quotes that a tag leaves open before `at`; `at` when all are closed. */
static uint32_t open_quotes(const struct problem *problem, uint32_t at)
{
    const char *bytes = problem->reader->source->bytes;
    uint32_t begin = at, open = at;
    while (begin > 0 && bytes[begin - 1] != '<') {
        begin--;
    }
    for (uint32_t i = begin; i < at; i++) {
        if (open < at ? bytes[i] == bytes[open] : bytes[i] == '"' || bytes[i] == '\'') {
            open = open < at ? at : i;
        }
    }
    return open;
}

/* A tag inside a value that began on an earlier line: the quotes there were forgotten. */
static bool report_forgotten_quotes(const struct problem *problem, uint32_t at)
{
    const char *bytes = problem->reader->source->bytes;
    uint32_t open = open_quotes(problem, at);
    if (problem->error->code != XML_ERR_LT_IN_ATTRIBUTE || open == at || !memchr(bytes + open, '\n', at - open)) {
        return false;
    }
    report(problem, KIN_E117, open, open + 1);
    kin_report_mend(problem->reader->diags, "close them where the value ends");
    return true;
}

static void report_less_than(const struct problem *problem)
{
    uint32_t at = back_to(problem, '<');
    if (report_forgotten_quotes(problem, at)) {
        return;
    }
    report(problem, KIN_E111, at, at + 1);
    kin_report_mend(problem->reader->diags, "write lt in a test, &lt; in a text or formula");
}

/* "A name was expected": after & or after <, whichever is nearer. */
static void report_name(const struct problem *problem)
{
    if (back_to(problem, '&') > back_to(problem, '<')) {
        report_ampersand(problem);
    } else {
        report_less_than(problem);
    }
}

static void report_attribute(const struct problem *problem)
{
    const char *bytes = problem->reader->source->bytes;
    uint32_t at = problem->at;
    while (at > 0 && strchr(" \t\r\n=", bytes[at - 1])) {
        at--;
    }
    uint32_t begin = at;
    while (begin > 0 && !strchr(" \t\r\n<\"'", bytes[begin - 1])) {
        begin--;
    }
    const char *name = kin_copy_n(problem->reader->arena, bytes + begin, at - begin);
    kin_report(problem->reader->diags, KIN_E112, span_of(problem, begin, at), name, NULL);
    if (strncmp(bytes + problem->at, "\xE2\x80", 2) == 0) {
        kin_report_mend(problem->reader->diags, "write %s=\"...\" with the straight quotes of the keyboard", name);
    } else if (bytes[at + strspn(bytes + at, " \t\r\n")] == '=') {
        kin_report_mend(problem->reader->diags, "write %s=\"...\"", name);
    } else {
        kin_report_mend(problem->reader->diags, "write %s=\"...\", or > in front where the tag should have ended",
                        name);
    }
}

static void report_open_quote(const struct problem *problem)
{
    uint32_t at = open_quotes(problem, problem->at);
    const char *bytes = problem->reader->source->bytes, *close = strchr(bytes + at + 1, bytes[at]);
    if (close && close - (bytes + at) >= XML_MAX_TEXT_LENGTH) {
        report(problem, KIN_E127, at, at + 1);
        return;
    }
    report(problem, KIN_E117, at, at + 1);
    kin_report_mend(problem->reader->diags, "close them where the value ends");
}

static void report_twice(const struct problem *problem)
{
    const char *name = problem->error->str1 ? problem->error->str1 : "";
    const char *bytes = problem->reader->source->bytes;
    uint32_t begin = back_to(problem, '<'), at = begin;
    for (const char *found = bytes + begin; (found = strstr(found, name)) && found < bytes + problem->at; found++) {
        char before = found[-1], after = found[strlen(name)];
        if (strchr(" \t\r\n", before) && strchr(" \t\r\n=", after)) {
            at = (uint32_t)(found - bytes);
        }
    }
    kin_report(problem->reader->diags, KIN_E113, span_of(problem, at, at + (uint32_t)strlen(name)), name, NULL);
    kin_report_mend(problem->reader->diags, "keep one of the two");
}

static void report_comment(const struct problem *problem)
{
    uint32_t at = problem->at;
    const char *bytes = problem->reader->source->bytes;
    while (at > 0 && strncmp(bytes + at, "<!--", 4) != 0) {
        at--;
    }
    report(problem, KIN_E114, at, at + 4);
    kin_report_mend(problem->reader->diags, "close it with --> and write no -- inside");
}

static void report_tag(const struct problem *problem)
{
    uint32_t begin = back_to(problem, '<');
    report(problem, KIN_E118, begin, problem->at > begin ? problem->at : begin + 1);
    kin_report_mend(problem->reader->diags,
                    "a tag reads <name attribute=\"value\">, with a space before each attribute and > at its end; "
                    "perhaps one of the quotes is missing");
}

static void report_prefix(const struct problem *problem)
{
    const char *prefix = problem->error->str1 ? problem->error->str1 : "";
    uint32_t begin = back_to(problem, '<');
    kin_report(problem->reader->diags, KIN_E123, span_of(problem, begin, problem->at), prefix, NULL);
    kin_report_mend(problem->reader->diags, "write the name without '%s:'", prefix);
}

static void report_reference(const struct problem *problem)
{
    uint32_t at = back_to(problem, '&');
    report(problem, KIN_E124, at, problem->at > at ? problem->at : at + 1);
    kin_report_mend(problem->reader->diags, "type the character itself");
}

static void report_other(const struct problem *problem)
{
    const char *message = problem->error->message ? problem->error->message : "";
    report(problem, KIN_E125, problem->at, problem->at + 1);
    kin_report_note(problem->reader->diags, "%.*s", (int)strcspn(message, "\n"), message);
}

void kin_xml_report(struct kin_xml_reader *reader, const struct _xmlError *error)
{
    static const struct {
        int code;
        void (*report)(const struct problem *problem);
    } reports[] = {
        {XML_ERR_TAG_NAME_MISMATCH, report_mismatch},
        {XML_ERR_TAG_NOT_FINISHED, report_end_of_file},
        {XML_ERR_DOCUMENT_END, report_end_of_file},
        {XML_ERR_DOCUMENT_EMPTY, report_end_of_file},
        {XML_ERR_NAME_REQUIRED, report_name},
        {XML_ERR_ENTITYREF_SEMICOL_MISSING, report_ampersand},
        {XML_ERR_UNDECLARED_ENTITY, report_entity},
        {XML_WAR_UNDECLARED_ENTITY, report_entity},
        {XML_ERR_LT_IN_ATTRIBUTE, report_less_than},
        {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, report_attribute},
        {XML_ERR_ATTRIBUTE_NOT_STARTED, report_attribute},
        {XML_ERR_ATTRIBUTE_NOT_FINISHED, report_open_quote},
        {XML_ERR_ATTRIBUTE_REDEFINED, report_twice},
        {XML_ERR_COMMENT_NOT_FINISHED, report_comment},
        {XML_ERR_HYPHEN_IN_COMMENT, report_comment},
        {XML_ERR_SPACE_REQUIRED, report_tag},
        {XML_ERR_GT_REQUIRED, report_tag},
        {XML_NS_ERR_UNDEFINED_NAMESPACE, report_prefix},
        {XML_NS_ERR_ATTRIBUTE_REDEFINED, report_twice},
        {XML_ERR_INVALID_CHARREF, report_reference},
        {XML_ERR_INVALID_DEC_CHARREF, report_reference},
        {XML_ERR_INVALID_HEX_CHARREF, report_reference},
        {XML_ERR_INVALID_CHAR, report_reference},
    };
    long consumed = xmlByteConsumed(reader->context);
    size_t at = consumed < 0 ? 0 : (size_t)consumed;
    struct problem problem = {reader, error, (uint32_t)(at < reader->source->length ? at : reader->source->length)};
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
        if (reports[i].code == error->code) {
            reports[i].report(&problem);
            return;
        }
    }
    report_other(&problem);
}
