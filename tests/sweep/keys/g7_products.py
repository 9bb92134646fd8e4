"""Grade 7, products and quotients of signed numbers: printed arithmetic worked out, the steady loss counted step by step."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-7/products.xml"


def last_line(item):
    return [reading.value(reading.lines(item)[-1])]


def pattern(item):
    """The products as repeated sums; one with a negative first factor is the opposite of the one with its opposite."""
    second = reading.numbers(re.search(r"always (\S+)\.", item["stem_text"]).group(1))[0]
    asked = [-sum([second] * times) for times in (1, 2, 3)]
    return [lambda key: reading.numbers(key) == asked, None]


def mixed_quotient(item):
    """The fraction that, times the divisor, makes the dividend: tried out denominator by denominator."""
    left, right = reading.lines(item)[-1].split("÷")
    dividend, divisor = reading.number(left), reading.value(right)
    return [next(Fraction(n, d) for d in range(1, 13) for n in range(-60, 61) if Fraction(n, d) * divisor == dividend)]


def equal_quotients(item):
    part = item["parts"][0]
    wanted = reading.value(re.search(r"equal to (\S+)\?", part["stem_text"]).group(1))
    options = reading.options(part["responses"][0])
    return [{letter for letter, text in options.items() if reading.value(text) == wanted}, None]


def loss(item):
    time, change = reading.numbers(item["stem_text"])
    tenths = next(n for n in range(-100, 0) if sum([Fraction(n, 10)] * int(time)) == change)
    rate = Fraction(tenths, 10)
    goal = reading.numbers(item["parts"][1]["stem_text"])[0]
    later = next(n for n in range(1, 100) if sum([rate] * n) == goal)
    back = re.search(r"Count (\d+) ", item["parts"][2]["stem_text"]).group(1)
    more = re.search(r" was (\S+) \w+ more", item["parts"][2]["responses"][0]["sample_text"]).group(1)
    assert reading.number(more) == -rate * int(back), more
    return [rate, later, None]


TEMPLATES = {
    "multiply-signed": last_line,
    "why-negative-times-negative": pattern,
    "divide-signed": mixed_quotient,
    "equivalent-quotients": equal_quotients,
    "property-product": last_line,
    "property-product-decimals": last_line,
    "rate-of-loss": loss,
}
