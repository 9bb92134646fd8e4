"""Grade 7, equations: solutions by the zero of a line, stories by trying whole numbers."""
from keys import reading

BANK = "item-banks/grade-7/equations.xml"


def solve_last_line(item):
    return [reading.root(reading.lines(item)[-1], "x")]


def equivalent(item):
    at = reading.root(reading.lines(item)[-1], "x")
    options = reading.options(item["parts"][0]["responses"][0])
    return [{letter for letter, text in options.items() if reading.holds(text, "x", at)}, None]


def story(item):
    fee, rate, total = reading.numbers(item["stem_text"])
    count = [n for n in range(1, 200) if fee + n * rate == total]
    assert len(count) == 1

    def states_the_story(text):
        left, right = text.split("=")
        return all(reading.value(left, n=n) - reading.value(right, n=n) == fee + n * rate - total for n in (0, 1, 7))

    return [states_the_story, count[0], None]


TEMPLATES = {
    "two-step-equation": solve_last_line,
    "two-step-rational": solve_last_line,
    "parentheses-equation": solve_last_line,
    "equivalent-equations": equivalent,
    "story-two-step": story,
}
