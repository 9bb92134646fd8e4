"""Grade 7, reasoning about signed numbers: orders by sorting what is printed, grids by evaluating each row as printed."""
from keys import reading

BANK = "item-banks/grade-7/reasoning.xml"


def rows(response):
    return [row["answer"]["text"] for row in response["rows"]]


def order_of_sums(item):
    options = reading.options(item["parts"][0]["responses"][0])
    values = {letter: reading.value(text) for letter, text in options.items()}
    assert len(set(values.values())) == len(values)
    return [", ".join(sorted(values, key=values.get))]


def sign_of_sum(item):
    words = {-1: "negative", 0: "zero", 1: "positive"}
    values = [reading.value(text) for text in rows(item["parts"][0]["responses"][0])]
    return [", ".join(f"{n} {words[(at > 0) - (at < 0)]}" for n, at in enumerate(values, 1))]


def signs_in_general(item):
    u, v = reading.numbers(item["stem_text"].replace("=", " = "))[:2]
    response = item["parts"][0]["responses"][0]
    assert len(response["rows"]) == 5
    truths = []
    for text in rows(response):
        left, sign, right = text.partition("<") if "<" in text else text.partition(">")
        gap = reading.value(left, u=u, v=v) - reading.value(right)
        truths.append(gap < 0 if sign == "<" else gap > 0)
    assert sum(truths) == 2, "two statements are true on every form"
    return [", ".join("True" if truth else "False" for truth in truths)]


TEMPLATES = {"order-sums": order_of_sums, "sign-of-sum": sign_of_sum, "signs-in-general": signs_in_general}
