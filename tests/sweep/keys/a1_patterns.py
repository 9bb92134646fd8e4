"""Algebra I, growing patterns, domain and range: by counting drawn tiles, going on from step to step."""
from keys import reading

BANK = "item-banks/algebra-1/patterns.xml"


def relation(item):
    whole, _ = reading.figure(item)
    pairs = reading.points(reading.figures(item["stem"])[0], "arrows")
    starts = [pair[0] for pair in pairs]
    inputs, outputs = ([reading.number(word) for word in whole[name]] for name in ("inputs", "outputs"))
    assert {pair[1] for pair in pairs} == set(range(1, len(outputs) + 1))

    def lists(numbers):
        return lambda text: sorted(reading.numbers(text.replace("{", "").replace("}", ""))) == sorted(numbers)

    def says(text):
        return text.split()[0] == ("A" if len(set(starts)) == len(starts) else "B")

    return [says, lists(inputs), lists(outputs)]


def tiles(item, shapes=("square",)):
    """How many tiles of these shapes each drawn step has."""
    return [sum(int(block["across"][0] * block["up"][0]) for _, block in blocks if block["shape"] in shapes)
            for _, _, blocks in reading.figure(item)[1]]


def going_on(terms, n):
    """Term n by adding differences, whose own differences stay the same."""
    value, step, change = terms[0], terms[1] - terms[0], terms[2] - 2 * terms[1] + terms[0]
    for _ in range(n - 1):
        value, step = value + step, step + change
    return value


def gives(terms):
    def rule(text):
        right = text.split("=")[1]
        return all(reading.value(right, n=n) == going_on(terms, n) for n in (1, 2, 3, 10))
    return rule


def linear(item):
    terms = tiles(item)
    (far,) = reading.numbers(item["parts"][2]["stem_text"])
    return [terms[1] - terms[0], gives(terms), going_on(terms, int(far)), None]


def quadratic(item):
    terms = tiles(item)
    (far,) = reading.numbers(item["parts"][1]["stem_text"])
    return [gives(terms), going_on(terms, int(far))]


def seats(item):
    terms = tiles(item, ("circle",))
    (tables,), (guests,) = (reading.numbers(item["parts"][i]["stem_text"]) for i in (1, 2))
    return [gives(terms), going_on(terms, int(tables)), next(n for n in range(1, 200) if going_on(terms, n) >= guests), None]


TEMPLATES = {"domain-range-mapping": relation, "pattern-sequence": linear, "pattern-quadratic": quadratic, "seats-sequence": seats}
