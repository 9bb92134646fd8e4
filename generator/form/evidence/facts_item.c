/* What the plan says of an item: where it comes from, what it asks for and what it is worth. */
#include "form/evidence/facts.h"

void kin_fact_template(struct kin_buf *buf, const struct kin_item *item)
{
    kin_buf_add(buf, item->template_id);
}

static void add_part(struct kin_buf *buf, const struct kin_item *item, const struct kin_part *part)
{
    const char *practice = part->practice ? part->practice : item->practice;
    kin_buf_addf(buf, "%s%s level %d", buf->length ? "; " : "", part->standard ? part->standard : item->standard,
                 part->level ? part->level : item->level);
    kin_buf_addf(buf, "%s%s", practice ? " " : "", practice ? practice : "");
    kin_buf_addf(buf, "%s%s", part->objective ? ", " : "", part->objective ? part->objective : "");
    kin_buf_add(buf, part->calculator ? ", calculator, " : ", ");
    for (size_t i = 0; i < part->response_count; i++) {
        kin_buf_addf(buf, "%s%s", i ? " + " : "", kin_rat_text(buf->arena, part->responses[i].points));
    }
    kin_buf_add(buf, " pt");
}

void kin_fact_plan(struct kin_buf *buf, const struct kin_item *item)
{
    for (size_t i = 0; i < item->part_count; i++) {
        add_part(buf, item, &item->parts[i]);
    }
}

void kin_fact_features(struct kin_buf *buf, const struct kin_item *item)
{
    for (size_t i = 0; i < item->feature_count; i++) {
        kin_buf_addf(buf, "%s%s: %s", i ? "; " : "", item->features[i].name, item->features[i].text);
    }
}

void kin_fact_minutes(struct kin_buf *buf, const struct kin_item *item)
{
    if (item->minutes > 0) {
        kin_buf_addf(buf, "%g", item->minutes);
    }
}

static void add_space(struct kin_buf *buf, const struct kin_response *response)
{
    if (response->lines) {
        kin_buf_addf(buf, "%s%d lines", buf->length ? "; " : "", response->lines);
    } else if (response->space_pt != 0) {
        kin_buf_addf(buf, "%s%g pt", buf->length ? "; " : "", response->space_pt < 0 ? 0 : response->space_pt);
    }
}

void kin_fact_space(struct kin_buf *buf, const struct kin_item *item)
{
    for (size_t p = 0; p < item->part_count; p++) {
        for (size_t r = 0; r < item->parts[p].response_count; r++) {
            add_space(buf, &item->parts[p].responses[r]);
        }
    }
}
