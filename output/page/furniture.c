#include "page/furniture.h"

#include <string.h>

static const struct kin_furniture rows[] = {
    {
        .language = "en",
        .name = "Name",
        .date = "Date",
        .period = "Period",
        .form = "Form %s",
        .page_of = "page %d of %d",
        .point = "%s point",
        .points = "%s points",
        .minute = "about %s minute",
        .minutes = "about %s minutes",
        .objective = "Objective",
        .score = "Score",
        .answer = "Answer:",
        .select_all = "Select all that apply.",
        .calculator = "Calculator allowed",
        .no_calculator = "No calculator",
        .continued = "%s. (continued)",
        .key_title = "Answer key",
        .hand_out = "Do not hand out",
        .key_warning = "Answer key — do not hand out",
        .key_document = "%s: answer key",
        .codes = "Forms",
        .seed = "Seed",
        .digest = "Digest",
        .label = "Forms are",
        .program = "Made with",
        .total = "Points",
        .mastery = "Mastery",
        .mastery_rule = "%d%% of an objective’s points",
        .slot_parallel = "same item template, same difficulty features and same kind of response in every slot",
        .total_matched = "slots differ between forms; standards, levels and points agree in total",
        .random = "drawn without matching difficulty",
        .item = "Item",
        .standard_column = "Standard",
        .points_column = "Pts",
        .see_rubric = "see rubric",
        .level = "level %d",
        .answers = {"Answers", "Answers: Form %s", "Answers: Forms %s to %s"},
        .solutions = {"Worked solutions", "Worked solutions: Form %s", "Worked solutions: Forms %s to %s"},
        .same_in_all = "Same in every form:",
        .shortfall = "Note:",
        .yes = "yes",
        .no = "no",
        .automatic = {[KIN_AUTO_MODE] = "case: %s",
                      [KIN_AUTO_CONDITIONS] = "steps and wording",
                      [KIN_AUTO_REPETITION] = "number of lines",
                      [KIN_AUTO_ANSWER_KIND] = "kind of answer: %s",
                      [KIN_AUTO_RIGHT_OPTIONS] = "number of right options: %s",
                      [KIN_AUTO_WRONG_ANSWERS] = "foreseen wrong answers",
                      [KIN_AUTO_SIGNS] = "signs in the question",
                      [KIN_AUTO_DIGITS] = "digits of the numbers"},
        .part_answer = "Answer:",
        .also_accept = "Also accept:",
        .if_wrote = "If the student wrote",
        .wrong_options = "If the student chose",
        .sample = "Sample answer:",
        .rubric = "Rubric",
        .credit = "Partial credit",
    },
};

const struct kin_furniture *kin_furniture_of(const char *language)
{
    for (size_t i = 0; language && i < sizeof rows / sizeof *rows; i++) {
        size_t length = strlen(rows[i].language);
        if (strncmp(rows[i].language, language, length) == 0 && (language[length] == 0 || language[length] == '-')) {
            return &rows[i];
        }
    }
    return &rows[0];
}

char *kin_points_number(kin_arena *arena, struct kin_rat points)
{
    int places = kin_rat_decimals(arena, points);
    return places < 0 ? kin_rat_text(arena, points) : kin_rat_decimal_text(arena, points, places);
}

char *kin_points_text(kin_arena *arena, const struct kin_furniture *words, struct kin_rat points)
{
    const char *pattern = kin_rat_equal(points, kin_rat_int(1)) ? words->point : words->points;
    return kin_format(arena, pattern, kin_points_number(arena, points));
}
