#include "draw/prove.h"

static void prove_responses(struct kin_proving *proving, const struct kin_part_template *part,
                            const struct kin_judgement *judgements)
{
    for (size_t i = 0; i < part->response_count; i++) {
        kin_prove_response(proving, &part->responses[i], &judgements[i]);
    }
}

bool kin_prove(const struct kin_template *template, struct kin_frame *frame, const struct kin_judgement *judgements,
               struct kin_diags *diags)
{
    struct kin_proving proving = {
        .walk = {.frame = frame},
        .template = template,
        .judgements = judgements,
        .diags = diags,
    };
    kin_dress_neutral(template, frame);
    kin_prove_figures(&proving);
    kin_prove_work(&proving, &template->stem, &template->parts[0]);
    for (size_t i = 0, first = 0; i < template->part_count; i++) {
        prove_responses(&proving, &template->parts[i], judgements + first);
        kin_prove_work(&proving, &template->parts[i].stem, &template->parts[i]);
        kin_prove_solution(&proving, &template->parts[i]);
        first += template->parts[i].response_count;
    }
    return !proving.failed;
}
