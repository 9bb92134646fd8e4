"""What made-up students answer: by plan, so that every number of every report is known beforehand."""
import csv
import json
import pathlib


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def text_of(answer):
    found = answer["text"] if isinstance(answer, dict) and "text" in answer else answer["answer"]["text"]
    return found.replace("\u2212", "-")


def letter_of(response, right):
    return next("ABCDEFGH"[i] for i, option in enumerate(response["options"]) if bool(option.get("right")) == right)


def answers_to(response):
    """Right and wrong: the way that the template foresees, else a number that nobody asked for."""
    if response["kind"] == "choice":
        return letter_of(response, True), letter_of(response, False)
    return text_of(response["key"]), text_of(response["wrong"][0]) if response.get("wrong") else "98765"


def questions(set_file):
    """By form code and name of the question as the sheet has it: (objective, right answer, wrong answer)."""
    data, forms = json.loads(pathlib.Path(set_file).read_text()), {}
    for form in data["forms"]:
        found = forms[form["code"]] = {}
        for slot, item in zip(data["slots"], form["items"]):
            for part in item["parts"]:
                both = zip(*map(answers_to, part["responses"]))
                found[slot["id"] + part.get("label", "")] = (part.get("standard") or slot["standard"],
                                                             *map("; ".join, both))
    return forms


def fill(sheet, set_file, right):
    """Write into the sheet what each student answers: `right(student, objective)` of the questions are right, the others
    wrong; None: the student is away. What a person marks gets all of its points or none."""
    forms = questions(set_file)
    with open(sheet, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    head = rows[0]
    for row in rows[1:]:
        student, count = int(row[head.index("student_id")]), {}
        for i, name in enumerate(head):
            objective, key, wrong = forms[row[head.index("form code")]].get(name.split(" ")[0], (None, "", ""))
            wanted = right(student, objective) if objective else None
            if wanted is not None:
                fine = count.get(objective, 0) < wanted
                points = name.partition("(")[2].partition(" ")[0]
                row[i] = (points if fine else "0") if points else key if fine else wrong
                count[objective] = count.get(objective, 0) + 1
    with open(sheet, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
