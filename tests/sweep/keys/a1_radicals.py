"""Algebra I, radicals: squares of what is printed instead of roots; powers by whole numbers."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/algebra-1/radicals.xml"
ROOTS = {"√": 2, "∛": 3, "∜": 4}


def parts(text):
    """Coefficient and radicand of k√n."""
    found = re.fullmatch(r"(\d*)√(\d+)", text)
    assert found, text
    return int(found[1] or 1), int(found[2])


def square_free(number):
    return all(number % (n * n) for n in range(2, number + 1))


def simplified(item):
    """The key's square against the square of what is printed; in simplest form its radicand has no square factor."""
    line = reading.lines(item)[-1]
    quotient = re.fullmatch(r"(\d+)/\(?√(\d+)\)?", line)
    if quotient:
        wanted = Fraction(int(quotient[1]) ** 2, int(quotient[2]))
    else:
        radicands = [parts(text)[1] for text in line.split(" + ")]
        product = 1
        for radicand in radicands:
            product *= radicand
        both = next(n for n in range(1, 1000) if n * n == product) if len(radicands) == 2 else 0
        wanted = sum(radicands) + 2 * both

    def right(key):
        front, inside = parts(key)
        return front * front * inside == wanted and square_free(inside) and inside > 1
    return [right]


def worth(text):
    """An option's value as base and exponent, when it is a root of a power or a power of a root; else as a number."""
    text = text.replace(" ", "")
    found = re.fullmatch(r"\(([√∛∜]|root\(\d+,)(\d+)\)?\)\^(\d+)", text) or \
        re.fullmatch(r"([√∛∜]|root\(\d+,)\(?(\d+)\^(\d+)\)*", text)
    if found:
        index = ROOTS.get(found[1]) or int(re.search(r"\d+", found[1])[0])
        return int(found[2]), Fraction(int(found[3]), index)
    found = re.fullmatch(r"\((\d+)\^(\d+)\)\^\(1/(\d+)\)", text)
    if found:
        return int(found[1]), Fraction(int(found[2]), int(found[3]))
    return reading.value(text), Fraction(1)


def equal_powers(item):
    """Two powers with rational exponents are equal when their powers with the common denominator are."""
    base, top, index = (int(n) for n in re.search(r"(\d+)\^\((\d+)/(\d+)\)", item["stem_text"]).groups())
    response = item["parts"][0]["responses"][0]
    right = set()
    for letter, text in reading.options(response).items():
        other, exponent = worth(text)
        common = index * exponent.denominator
        if Fraction(base) ** (top * exponent.denominator) == Fraction(other) ** int(exponent * common):
            right.add(letter)
    assert len(right) == 2
    return [right]


TEMPLATES = {"simplify-radical": simplified, "radical-equivalence": equal_powers}
