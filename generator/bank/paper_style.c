#include "bank/paper_style.h"

#include "bank/element.h"
#include "bank/loader.h"

#include <string.h>

/* ---- What may be ------------------------------------------------------------------------------------------------ */

static bool is_within(double length, double least, double most)
{
    return length == 0 || (length >= least && length <= most);
}

/* Text of 11 pt needs columns of 150 pt; larger text, wider ones. The paper is A4, the narrower of the two. */
static bool has_room(const struct kin_paper_style *style)
{
    const double paper = 595, usual_margin = 56, gutter = 24, answers = 104, least = 150, usual_size = 11;
    double scale = style->size_pt > usual_size ? style->size_pt / usual_size : 1;
    double text = paper - 2 * (style->margin_pt > 0 ? style->margin_pt : usual_margin);
    int columns = style->columns > 1 ? style->columns : 1;
    double column = (text - gutter * (columns - 1)) / columns - (style->answer_column ? answers * scale : 0);
    return column / scale >= least;
}

const char *kin_paper_style_fault(const struct kin_paper_style *style)
{
    if (!is_within(style->size_pt, 7, 36) || !is_within(style->least_pt, 5, 36)) {
        return "letters are 7 to 36 points high";
    }
    if (!is_within(style->margin_pt, 36, 144)) {
        return "margins are half an inch to two inches wide";
    }
    if (style->columns > 1 && style->answer_column) {
        return "a column for answers does not go with several columns of questions";
    }
    if (style->columns < 0 || style->columns > KIN_STYLE_COLUMNS || !has_room(style)) {
        return "its columns are too narrow for letters of that size";
    }
    return style->half && style->size_pt > 14 ? "half a sheet is too small for letters of more than 14 points" : NULL;
}

/* ---- Reading ---------------------------------------------------------------------------------------------------- */

/* A file name without folders, of a file beside the style: a style that comes from elsewhere reads nothing else. */
static void load_logo(struct kin_loader *loader, const struct kin_xml *head, const char *path,
                      struct kin_paper_style *style)
{
    const char *name = kin_xml_string(loader->arena, head, "logo");
    if (!name) {
        return;
    }
    struct kin_span span = kin_value_span(head, "logo");
    if (strchr(name, '/') || name[0] == '.') {
        kin_report(loader->diags, KIN_E4002, span, name, NULL);
        kin_report_mend(loader->diags, "put the picture beside the style and write its name alone: logo.png");
        return;
    }
    const char *slash = strrchr(path, '/');
    const char *beside = kin_format(loader->arena, "%.*s%s", slash ? (int)(slash - path + 1) : 0, path, name);
    style->logo = kin_logo_load(loader->arena, loader->diags, span, beside);
}

static void load_head(struct kin_loader *loader, const struct kin_xml *root, const char *path,
                      struct kin_paper_style *style)
{
    const struct kin_xml *head = kin_xml_kid(root, "head");
    if (!head) {
        return;
    }
    style->fields_above = kin_load_is(loader, head, "fields", "above");
    style->asks_class = kin_load_yes(loader, head, "class");
    style->school = kin_xml_string(loader->arena, head, "school");
    load_logo(loader, head, path, style);
}

static void load_page(struct kin_loader *loader, const struct kin_xml *page, struct kin_paper_style *style)
{
    if (page) {
        style->half = kin_load_is(loader, page, "sheet", "half");
        style->columns = kin_load_integer(loader, page, "columns", 1);
        style->margin_pt = kin_load_length(loader, page, "margin");
        style->duplex = kin_load_yes(loader, page, "duplex");
        style->tagged = kin_load_yes(loader, page, "tagged");
        style->ruler = kin_xml_string(loader->arena, page, "ruler");
        style->instructions_once = kin_load_is(loader, page, "instructions", "once");
    }
}

static struct kin_paper_style *load(struct kin_loader *loader, const struct kin_xml *root, const char *path)
{
    struct kin_paper_style *style = KIN_NEW(loader->arena, struct kin_paper_style);
    const struct kin_xml *text = kin_xml_kid(root, "text"), *answers = kin_xml_kid(root, "answers");
    style->id = kin_xml_string(loader->arena, root, "id");
    style->title = kin_xml_inner(loader->arena, kin_xml_kid(root, "title")).chars;
    if (text) {
        style->font = kin_xml_string(loader->arena, text, "font");
        style->size_pt = kin_load_length(loader, text, "size");
        style->least_pt = kin_load_length(loader, text, "least");
    }
    load_page(loader, kin_xml_kid(root, "page"), style);
    load_head(loader, root, path, style);
    style->answer_column = answers && kin_load_is(loader, answers, "place", "column");
    style->space = answers ? kin_xml_string(loader->arena, answers, "space") : NULL;
    const char *fault = kin_paper_style_fault(style);
    if (fault) {
        kin_report(loader->diags, KIN_E4001, kin_xml_name_span(root), fault, NULL);
    }
    return style;
}

struct kin_paper_style *kin_paper_style_load(kin_arena *arena, struct kin_diags *diags, const char *path)
{
    size_t errors = diags->errors;
    struct kin_source *source = kin_file_read(arena, diags, path);
    struct kin_xml *root = source ? kin_xml_parse(arena, diags, source) : NULL;
    const char *uri;
    if (root && kin_element_root(root->name, &uri) && strcmp(root->name, "paper-style") != 0) {
        kin_report(diags, KIN_E364, kin_xml_name_span(root), "paper-style", root->name, NULL);
        kin_report_mend(diags, "name a file that begins with <paper-style ...>");
        return NULL;
    }
    if (!root || !kin_xml_validate(arena, diags, root) || diags->errors != errors) {
        return NULL;
    }
    struct kin_loader loader = {.arena = arena, .diags = diags};
    struct kin_paper_style *style = load(&loader, root, path);
    return diags->errors == errors ? style : NULL;
}
