"""Grade 7, circles: the area as half the circumference times the radius, as if the circle were cut into thin triangles."""
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-7/circles.xml"
POLICIES = [{"pi": rule} for rule in ("exact", "3.14", "22/7")]


def times_pi(text):
    """The factor of pi in 62π or π."""
    assert text.endswith("π"), text
    return Fraction(text[:-1] or 1)


def shown(directions, factor):
    """A multiple of pi as the directions ask for it: with the sign, or worked out."""
    if "in terms of π" in directions:
        return lambda text: times_pi(text) == factor
    return factor * {"3.14": Fraction("3.14"), "22/7": Fraction(22, 7)}[directions.split("Use ")[1].split(" ")[0]]


def measure(item):
    text = item["stem_text"]
    (given,) = reading.numbers(text)
    assert ("a radius of" in text) != ("a diameter of" in text)
    across = given if "diameter" in text else given + given
    around = "circumference?" in text
    assert around != ("area?" in text)
    return [shown(item["directions"], across if around else across / 2 * across / 2)]


def scaled(item):
    """Completes the table row by row, and tries which factors the sentences mean."""
    (table, sentences, _) = [part["responses"][0] for part in item["parts"]]
    rows = reading.cells(table, reading.maths_of)[1:]
    radii = [reading.number(row[0]) for row in rows]
    (factor,) = reading.numbers(item["stem_text"])
    assert all(below == factor * above for above, below in zip(radii, radii[1:]))
    hidden = []
    for radius, (_, around, inside) in zip(radii, rows):
        both = ((around, 2 * radius), (inside, 2 * radius * radius / 2))
        for text, value in both:
            assert not text or times_pi(text) == value
        hidden += [value for text, value in both if not text]
    known, grown = reading.numbers(" ".join(reading.text_of(node) for node in sentences["body"]))
    square = sum(known for _ in range(int(known)))
    length = next(n for n in range(1, 200) if n * n == grown)
    return [lambda text: [times_pi(one) for one in text.split(", ")] == hidden, f"{square}, {length}", None]


TEMPLATES = {"circle-measures": measure, "circle-scaled": scaled}
