#include "bank/language.h"
#include "bank/loader.h"

#include "base/digest.h"
#include "base/limits.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

struct kin_library *kin_library_new(kin_arena *arena, struct kin_diags *diags)
{
    struct kin_library *library = KIN_NEW(arena, struct kin_library);
    library->arena = arena;
    library->diags = diags;
    kin_digest_start();
    return library;
}

void kin_library_take_figures(struct kin_library *library, const struct kin_figure_kinds *figures)
{
    library->figures = figures;
}

const struct kin_template *kin_template_find(const struct kin_library *library, const char *id)
{
    return kin_ids_find(&library->template_ids, id);
}

/* An index, since growing arrays move. */
const struct kin_misconception *kin_misconception_find(const struct kin_library *library, const char *id)
{
    uintptr_t number = (uintptr_t)kin_ids_find(&library->misconception_ids, id);
    return number ? &library->misconceptions[number - 1] : NULL;
}

const struct kin_framework *kin_framework_find(const struct kin_library *library, const char *id)
{
    for (size_t i = 0; i < library->framework_count; i++) {
        if (strcmp(library->frameworks[i]->id, id) == 0) {
            return library->frameworks[i];
        }
    }
    return NULL;
}

/* ---- Banks ------------------------------------------------------------------------------------------------------- */

static void find_framework(struct kin_library *library, struct kin_bank *bank, const struct kin_xml *root)
{
    const char *id = kin_xml_string(library->arena, root, "framework");
    bank->framework = (struct kin_framework *)(uintptr_t)kin_framework_find(library, id);
    if (bank->framework) {
        return;
    }
    struct kin_buf known = kin_buf_in(library->arena);
    for (size_t i = 0; i < library->framework_count; i++) {
        kin_buf_addf(&known, "%s%s", i ? ", " : "", library->frameworks[i]->id);
    }
    kin_report(library->diags, KIN_E361, kin_value_span(root, "framework"), id, NULL);
    if (known.length) {
        kin_report_mend(library->diags, "write one of: %s; or put %s.csv into standards/", known.data, id);
    } else {
        kin_report_mend(library->diags, "put %s.csv into standards/: a table with the columns code and description",
                        id);
    }
}

static const struct kin_bank *bank_named(const struct kin_library *library, const char *id)
{
    for (size_t i = 0; i < library->bank_count; i++) {
        if (strcmp(library->banks[i]->id, id) == 0) {
            return library->banks[i];
        }
    }
    return NULL;
}

static struct kin_bank *begin_bank(struct kin_library *library, const struct kin_xml *root)
{
    kin_arena *arena = library->arena;
    struct kin_bank *bank = KIN_NEW(arena, struct kin_bank);
    bank->id = kin_xml_string(arena, root, "id");
    bank->title = kin_xml_string(arena, root, "title");
    bank->language = kin_xml_language(arena, root);
    bank->path = root->span.source->path;
    const struct kin_bank *other = bank_named(library, bank->id);
    if (other) {
        kin_report(library->diags, KIN_E362, kin_value_span(root, "id"), bank->id, NULL);
        kin_report_note(library->diags, "the other one: %s", other->path);
        kin_report_mend(library->diags, "choose another id");
    }
    bank->library = library;
    find_framework(library, bank, root);
    return bank;
}

/* Copies in further languages need their memory beside the file that they come from. */
enum { MOST_TRANSLATED = KIN_LIMIT_XML_NODES / 3 };

static bool speaks(kin_arena *arena, const struct kin_xml *xml, const char *own, const char *language)
{
    struct kin_tags tags = kin_xml_languages(arena, xml, own);
    for (size_t i = 0; i < tags.count; i++) {
        if (strcmp(tags.items[i], language) == 0) {
            return true;
        }
    }
    return false;
}

/* The bank as it is in another language; templates that have nothing in it are passed over. */
static void load_translations(struct kin_library *library, const struct kin_bank *bank, const struct kin_xml *written,
                              const char *language)
{
    kin_arena *tree = kin_arena_new();
    struct kin_xml *root = kin_xml_in_language(tree, written, language);
    kin_xml_validate(library->arena, library->diags, root);
    const struct kin_xml *xml = kin_xml_kid(root, "item-template");
    for (const struct kin_xml *source = kin_xml_kid(written, "item-template"); source;
         source = kin_xml_next(source, "item-template"), xml = kin_xml_next(xml, "item-template")) {
        const char *id = kin_xml_string(library->arena, source, "id");
        struct kin_template *template = id ? (struct kin_template *)(uintptr_t)kin_template_find(library, id) : NULL;
        if (template && template->bank == bank && !xml->faulty && speaks(tree, source, bank->language, language)) {
            kin_load_translation(library, template, xml, language);
        }
    }
    kin_arena_free(tree);
}

static void add_template(struct kin_library *library, struct kin_bank *bank, struct kin_template *template)
{
    KIN_PUSH(library->arena, bank->templates, bank->count, bank->room) = template;
    kin_ids_add(library->arena, &library->template_ids, template->id, template);
    for (size_t i = 0; i < template->variant_count; i++) {
        add_template(library, bank, template->variants[i]);
    }
}

/* A template in which the validator found anything is left out; the others load. */
static void load_bank(struct kin_library *library, const struct kin_xml *written, const struct kin_xml *root)
{
    if (root->tag_faulty) {
        return;
    }
    struct kin_bank *bank = begin_bank(library, root);
    for (const struct kin_xml *xml = kin_xml_kid(root, "item-template"); xml;
         xml = kin_xml_next(xml, "item-template")) {
        bool sound = xml->element && !xml->faulty;
        struct kin_template *template = sound ? kin_load_template(library, bank, xml) : NULL;
        if (template) {
            add_template(library, bank, template);
        } else if (!sound) {
            kin_look_inside(library, bank, xml);
        }
    }
    struct kin_tags tags = kin_xml_languages(library->arena, written, bank->language);
    if (tags.count > MOST_TRANSLATED / kin_xml_nodes(written)) {
        kin_report(library->diags, KIN_E121, kin_xml_name_span(written), NULL);
        tags.count = 0;
    }
    for (size_t i = 0; i < tags.count && !root->faulty; i++) { /* what is wrong in all languages was reported once */
        load_translations(library, bank, written, tags.items[i]);
    }
    KIN_PUSH(library->arena, library->banks, library->bank_count, library->bank_room) = bank;
}

/* In a folder, files of other kinds that are ours are no mistake. */
enum other_roots { PASS_OTHERS, REFUSE_OTHERS };

static bool passes(const struct kin_xml *root)
{
    const char *uri;
    return kin_element_root(root->name, &uri) && strcmp(root->name, "item-bank") != 0;
}

static void load_bank_tree(struct kin_library *library, kin_arena *tree, const char *path, enum other_roots others)
{
    struct kin_source *source = kin_file_read(library->arena, library->diags, path);
    struct kin_xml *root = source ? kin_xml_parse(tree, library->diags, source) : NULL;
    if (!root || (others == PASS_OTHERS && passes(root))) {
        return;
    }
    if (passes(root)) {
        kin_report(library->diags, KIN_E363, kin_xml_name_span(root), root->name, NULL);
        kin_report_mend(library->diags, "name a file that begins with <item-bank ...>");
        return;
    }
    struct kin_xml *own = kin_xml_in_language(tree, root, kin_xml_language(tree, root));
    kin_xml_validate(library->arena, library->diags, own);
    kin_xml_check_languages(library->arena, library->diags, root);
    if (own->element) {
        load_bank(library, root, own);
    }
}

/* What is loaded keeps the bytes of the file, and what the validator made of places in it, but nothing of the tree. */
static void load_bank_file(struct kin_library *library, const char *path, enum other_roots others)
{
    kin_arena *tree = kin_arena_new();
    load_bank_tree(library, tree, path, others);
    kin_arena_free(tree);
}

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

bool kin_library_load_banks(struct kin_library *library, const char *path)
{
    size_t errors = library->diags->errors;
    struct kin_paths paths = {0};
    if (!is_folder(path)) {
        load_bank_file(library, path, REFUSE_OTHERS);
        return library->diags->errors == errors;
    }
    if (kin_files_below(library->arena, library->diags, path, ".xml", &paths)) {
        for (size_t i = 0; i < paths.count; i++) {
            load_bank_file(library, paths.items[i], PASS_OTHERS);
        }
    }
    return library->diags->errors == errors;
}

/* ---- Data -------------------------------------------------------------------------------------------------------- */

typedef bool load_register(struct kin_library *library, const struct kin_xml *root);

static void load_register_file(struct kin_library *library, const char *path, const char *name, load_register *load)
{
    struct kin_source *source = kin_file_read(library->arena, library->diags, path);
    struct kin_xml *root = source ? kin_xml_parse(library->arena, library->diags, source) : NULL;
    if (!root) {
        return;
    }
    if (strcmp(root->name, name) != 0) {
        kin_report(library->diags, KIN_E364, kin_xml_name_span(root), name, root->name, NULL);
        kin_report_mend(library->diags, "move the file elsewhere");
    } else if (kin_xml_validate(library->arena, library->diags, root)) {
        load(library, root);
    }
}

static void load_registers(struct kin_library *library, const char *folder, const char *name, load_register *load)
{
    struct kin_paths paths = {0};
    const char *path = kin_format(library->arena, "%s/%s", folder, name);
    if (is_folder(path) && kin_files_below(library->arena, library->diags, path, ".xml", &paths)) {
        for (size_t i = 0; i < paths.count; i++) {
            load_register_file(library, paths.items[i], name, load);
        }
    }
}

typedef bool load_table(struct kin_library *library, const char *path);

static void load_tables(struct kin_library *library, const char *folder, const char *name, load_table *load)
{
    struct kin_paths paths = {0};
    const char *path = kin_format(library->arena, "%s/%s", folder, name);
    if (is_folder(path) && kin_files_below(library->arena, library->diags, path, ".csv", &paths)) {
        for (size_t i = 0; i < paths.count; i++) {
            load(library, paths.items[i]);
        }
    }
}

static bool load_crosswalk(struct kin_library *library, const char *path)
{
    return kin_crosswalk_load(library, path) != NULL;
}

bool kin_library_load_data(struct kin_library *library, const char *folder)
{
    size_t errors = library->diags->errors;
    library->earlier_misconceptions = library->misconception_count;
    library->earlier_names = library->name_count;
    load_tables(library, folder, "standards", kin_load_framework);
    load_tables(library, folder, "crosswalks", load_crosswalk);
    load_registers(library, folder, "misconceptions", kin_load_misconceptions);
    load_registers(library, folder, "words", kin_load_people);
    load_tables(library, folder, "weights", kin_load_weights);
    return library->diags->errors == errors;
}
