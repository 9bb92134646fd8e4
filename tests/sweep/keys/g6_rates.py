"""Grade 6, rates: the timetable driven minute by minute."""
import re
from fractions import Fraction

from keys import reading

BANK = "item-banks/grade-6/rates.xml"
TIME = r"(\d+):(\d\d) ([ap])\.m\."


def minute(hour, past, half):
    return int(hour) % 12 * 60 + int(past) + (720 if half == "p" else 0)


def times(text):
    return [minute(*found) for found in re.findall(TIME, text)]


def clock(at):
    return f"{(at // 60 - 1) % 12 + 1}:{at % 60:02} {'ap'[at // 720]}.m."


def minutes_for(miles, speed):
    """Minutes until the road is covered, a sixtieth of the speed each minute."""
    gone, count = Fraction(0), 0
    while gone < miles:
        gone, count = gone + speed / 60, count + 1
    assert gone == miles
    return count


def speed_for(miles, minutes):
    return next(Fraction(speed) for speed in range(1, 200) if speed * minutes == 60 * miles)


def timetable(item):
    rows = [line.split(" | ") for line in reading.lines(item) if line.count(" | ") == 3][1:]
    miles = [reading.number(row[1]) for row in rows]
    (start,), (halt, on) = times(rows[0][3]), times(rows[1][2] + rows[1][3])
    speed = speed_for(miles[1] - miles[0], halt - start)
    arrival = on + minutes_for(miles[2] - miles[1], speed)
    begin, end = times(item["parts"][2]["stem_text"])
    return [speed, clock(arrival), speed_for(miles[2] - miles[0], end - begin)]


TEMPLATES = {"timetable": timetable}
