"""Algebra I, functions: rules evaluated as printed; an input by trying; meanings by what they say about a made-up function."""
import re

from keys import reading

BANK = "item-banks/algebra-1/functions.xml"


def rules(item):
    text = " ".join(reading.lines(item)[1:])
    f = re.search(r"f\(x\) = (.+?) *(?:\| *)?g\(x\)", text)[1]
    g = re.search(r"g\(x\) = (.+)", text)[1]
    return f, g


def notation(item):
    f, g = rules(item)
    first, second, third = (part["stem_text"] for part in item["parts"])
    at = reading.number(re.search(r"f\((.+?)\)", first)[1])
    output = reading.number(re.search(r"g\(x\) = (.+?)\?", second)[1])
    shift = reading.number(re.search(r"f\(x \+ (\d+)\)", third)[1])
    found = [x for x in range(-100, 101) if reading.value(g, x=x) == output]
    assert len(found) == 1

    def expanded(key):
        same = all(reading.value(key, x=x) == reading.value(f, x=x + shift) for x in (-7, -1, 2, 11))
        return same and "(" not in key and len(re.findall(r" [+−] ", key)) == 2
    return [reading.value(f, x=at), found[0], expanded]


def meaning(text):
    """A statement in function notation that says the same, built from the words."""
    numbers = [int(n) for n in reading.numbers(text)]
    if "more than after" in text:
        return f"h({numbers[0]}) > h({numbers[1]})"
    if text.startswith("At the beginning"):
        return f"h(0) = {numbers[0]}"
    if text.startswith("In one week"):
        return f"h({numbers[0] + 1}) − h({numbers[0]}) = {numbers[1]}"
    return f"h({numbers[0]}) = {numbers[1]}" if text.startswith("After") else None


def meanings(item):
    response = item["parts"][0]["responses"][0]
    letter_of = {meaning(text): letter for letter, text in reading.options(response).items()}
    lefts = [row["answer"]["text"] for row in response["rows"]]
    assert len(letter_of) == 6
    return [lambda key: re.findall(r"[A-F]", key) == [letter_of[left] for left in lefts]]


TEMPLATES = {"function-notation": notation, "notation-meaning": meanings}
