#include "bank/loader.h"

#include <string.h>
#include <strings.h>

static const char *const automatic_names[] = {
#define KIN_AUTOMATIC(id, name, doc) name,
#include "bank/automatic.def"
#undef KIN_AUTOMATIC
};

static void switch_off(struct kin_loader *loader, const struct kin_text *text, size_t begin, size_t end)
{
    const char *name = kin_copy_n(loader->arena, text->chars + begin, end - begin);
    struct kin_buf all = kin_buf_in(loader->arena);
    for (size_t i = 0; i < KIN_AUTOMATIC_COUNT; i++) {
        if (strcasecmp(automatic_names[i], name) == 0) {
            loader->template->automatic_off[i] = true;
            return;
        }
        kin_buf_addf(&all, "%s%s", i ? ", " : "", automatic_names[i]);
    }
    const char *nearest = kin_nearest(name, automatic_names, KIN_AUTOMATIC_COUNT);
    kin_report(loader->diags, KIN_E328, kin_text_part(text, begin, end), name, NULL);
    kin_report_note(loader->diags, "automatic features, with commas between them: %s", all.data);
    kin_report_nearest(loader->diags, nearest, NULL);
}

static void load_off(struct kin_loader *loader, const struct kin_xml *features)
{
    struct kin_text text = kin_xml_value(loader->arena, features, "off");
    for (size_t at = 0; at < text.length;) {
        size_t begin = at + strspn(text.chars + at, " \t\n"), end = begin + strcspn(text.chars + begin, ",");
        size_t last = end;
        while (last > begin && strchr(" \t\n", text.chars[last - 1])) {
            last--;
        }
        if (last > begin) {
            switch_off(loader, &text, begin, last);
        }
        at = end + 1;
    }
}

void kin_load_features(struct kin_loader *loader, const struct kin_xml *features)
{
    struct kin_template *template = loader->template;
    size_t room = 0;
    load_off(loader, features);
    for (const struct kin_xml *xml = kin_xml_kid(features, "feature"); xml; xml = kin_xml_next(xml, "feature")) {
        struct kin_feature_template feature = {.name = kin_xml_string(loader->arena, xml, "name"),
                                               .span = kin_xml_name_span(xml)};
        struct kin_names words = {0};
        for (size_t i = 0; i < template->feature_count; i++) {
            if (strcmp(template->features[i].name, feature.name) == 0) {
                kin_report(loader->diags, KIN_E327, kin_value_span(xml, "name"), feature.name, NULL);
                kin_report_mend(loader->diags, "give each feature a name of its own");
            }
        }
        feature.value = kin_load_attribute(loader, loader->numbers, xml, "value", kin_type_any);
        bool known = feature.value && (kin_feature_words(loader->arena, &feature, &words) ||
                                       kin_expr_type(feature.value).kind != KIN_WORD);
        kin_load_cases(loader, xml, known ? &words : NULL, &feature.cases);
        KIN_PUSH(loader->arena, template->features, template->feature_count, room) = feature;
    }
}
