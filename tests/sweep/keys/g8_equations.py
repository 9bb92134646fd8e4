"""Grade 8, equations: solutions by the zero of a line, the wrong line by the first line that the solution fails."""
import re

from keys import reading

BANK = "item-banks/grade-8/equations.xml"


def solve_last_line(item):
    return [reading.root(reading.lines(item)[-1], "x")]


def wrong_line(item):
    work = dict(re.match(r"(\d)\. (.*)", line).groups() for line in reading.lines(item) if re.match(r"\d\. ", line))
    at = reading.root(work["1"], "x")
    steps = [reading.root(work[str(n)], "x") for n in range(1, 7)]
    breaks = [n for n in range(2, 7) if steps[n - 1] != steps[n - 2]]
    assert len(breaks) == 1, "exactly one line changes the solution"
    return [breaks[0], at, None]


def story(item):
    fee_a, rate_a, fee_b, rate_b = reading.numbers(item["stem_text"])
    same = [n for n in range(1, 200) if fee_a + n * rate_a == fee_b + n * rate_b]
    assert len(same) == 1

    def states_the_story(text):
        sides = [[reading.value(side, n=n) for n in (0, 1, 7)] for side in text.split("=")]
        plans = [[fee_a + n * rate_a for n in (0, 1, 7)], [fee_b + n * rate_b for n in (0, 1, 7)]]
        return sides == plans or sides == plans[::-1]

    planned = reading.numbers(item["parts"][2]["stem_text"])[0]
    cost_a, cost_b = fee_a + planned * rate_a, fee_b + planned * rate_b
    sample = item["parts"][2]["responses"][0]["sample_text"]
    cheaper = f"{'Plan A' if cost_a < cost_b else 'Plan B'} is cheaper by ${abs(cost_a - cost_b)}."
    assert cheaper in sample, (cheaper, sample)
    return [states_the_story, same[0], None]


TEMPLATES = {
    "solve-multistep": solve_last_line,
    "solve-fraction-coefficients": solve_last_line,
    "equation-error": wrong_line,
    "equation-story": story,
}
