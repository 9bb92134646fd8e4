/* What stands within a line, and what is a block of its own. */
#include "bank/loader.h"

static const struct kin_xml *next_unless_blank(const struct kin_xml *xml)
{
    do {
        xml = xml->next;
    } while (xml && kin_xml_blank(xml));
    return xml;
}

const struct kin_xml *kin_xml_else(const struct kin_xml *xml)
{
    const struct kin_xml *next = next_unless_blank(xml);
    return next && next->name && next->element->id == KIN_ELEMENT_ELSE ? next : NULL;
}

static bool all_running(const struct kin_xml *xml)
{
    for (const struct kin_xml *kid = xml->first; kid; kid = kid->next) {
        if (!kin_xml_running(kid)) {
            return false;
        }
    }
    return true;
}

bool kin_xml_running(const struct kin_xml *xml)
{
    if (!xml->name) {
        return true;
    }
    switch (xml->element->id) {
    case KIN_ELEMENT_M:
    case KIN_ELEMENT_EM:
    case KIN_ELEMENT_STRONG:
    case KIN_ELEMENT_BLANK:
        return true;
    case KIN_ELEMENT_IF:
        return all_running(xml) && (!kin_xml_else(xml) || all_running(kin_xml_else(xml)));
    case KIN_ELEMENT_ELSE:
    case KIN_ELEMENT_CHOOSE:
    case KIN_ELEMENT_WHEN:
    case KIN_ELEMENT_OTHERWISE:
    case KIN_ELEMENT_FOR:
        return all_running(xml);
    default:
        return false;
    }
}
