"""Grade 8, properties of exponents: each term and each option is worked out as a number."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-8/powers.xml"


def worth(text):
    """The number that a text of powers stands for: (7^6)^3, 7^2 × 7^3, 7^0/7^2, 7^(−3)."""
    source = reading.plain(text).replace("^", "**")
    assert re.fullmatch(r"[\d\s*/()-]+", source), text
    return eval(re.sub(r"(?<!\*\*)(?<!\*\*\()(?<!\*\*\(-)\b(\d+)", r"Fraction(\1)", source),  # pylint: disable=eval-used
                {"__builtins__": {}, "Fraction": Fraction})


def match(item):
    response = item["parts"][0]["responses"][0]
    options = {letter: worth(text) for letter, text in reading.options(response).items()}
    letters = []
    for row in response["rows"]:
        at = worth(row["answer"]["text"])
        right = [letter for letter, value in options.items() if value == at]
        assert len(right) == 1, "one option is right for each row"
        letters.append(f"{row['label']} {right[0]}")
    return [", ".join(letters)]


TEMPLATES = {"match-powers": match}
