"""
Reads the page that `rewardlab compare` prints and holds every number on it against what was worked out from the tables. What is left
over, a number nobody worked out, is a fault: see `Page.left`.
"""

import math
import re

NUMBER = r"[+-]?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?"
ESTIMATE = rf"(?:{NUMBER} ± (?:{NUMBER}|\?)|0)"
CURRENCY = "[A-Z]{3}"
MONEY = rf"({ESTIMATE}) ((?:thousand )?){CURRENCY}"


def value_of(text):
    return float(text.replace(",", ""))


def step_of(*texts):
    """The last place that was written: .1 of 17.3, 1,000 of 6,000 ± 28,000."""
    decimals = max(len(one.split(".")[1]) if "." in one else 0 for one in texts)
    if decimals > 0:
        return 10.0**-decimals
    zeros = [len(one) - len(one.rstrip("0")) for one in (text.replace(",", "") for text in texts) if one.strip("0")]
    return 10.0 ** min(zeros, default=0)


def is_near(text, value, step):
    if re.fullmatch(NUMBER, text) is None:
        return False
    return abs(value_of(text) - value) <= 0.5 * step * (1 + 1e-6) + 1e-7


def is_estimate(text, estimate, factor):
    """`17.3 ± 5.2`, or 0 for what is exactly zero."""
    mean, reach = estimate["mean"] * factor, (estimate["high"] - estimate["low"]) / 2 * factor
    if text == "0":
        return max(abs(estimate["low"]), abs(estimate["high"])) * factor <= 1e-7
    if re.fullmatch(ESTIMATE, text) is None:
        return False
    said, error = text.split(" ± ")
    if error == "?":
        return math.isinf(reach)
    step = step_of(said, error)
    return is_near(said, mean, step) and is_near(error, reach, step)


def is_percent(text, share):
    """`84 %`, `< 1 %`, `> 99 %`."""
    if 0 < share < 0.01:
        return text == "< 1 %"
    if 0.99 < share < 1:
        return text == "> 99 %"
    return re.fullmatch(r"\d+ %", text) is not None and is_near(text[:-2], 100 * share, 1)


def is_rounded(text, value, digits):
    """To so many significant digits."""
    said = value_of(text)
    return abs(said - value) <= 0.5 * 10.0 ** (math.floor(math.log10(max(abs(said), abs(value), 1e-300))) - digits + 1) * (1 + 1e-6)


def unit_factor(dimension, label):
    """What base units are multiplied by where a label stands."""
    if dimension.startswith("share"):
        return 100.0
    return 1e-3 if dimension.startswith("money") and "thousand" in label else 1.0


class Page:
    """The page as sections by heading, each a list of lines; numbers are blanked once they are explained."""

    def __init__(self, text, known):
        """`known` are names and texts copied from the tables, which may hold digits."""
        self.faults = []
        self.sections = {"": []}
        self.order = [""]
        lines = text.split("\n")
        for k, line in enumerate(lines):
            is_heading = (k == 0 or lines[k - 1] == "") and re.match(r"[A-Z]", line) and line in known["headings"]
            if is_heading:
                self.order.append(line)
                self.sections[line] = []
            else:
                self.sections[self.order[-1]].append(line)
        self.known = sorted((" ".join(one.split()) for one in known["texts"] if one and re.search(r"\d", one)), key=len, reverse=True)

    def fault(self, text):
        self.faults.append(text)

    def table(self, heading, rows, nth=0):
        """Titles and cells of the nth table of a section, `rows` of them; its lines are taken off the page."""
        lines = self.sections.get(heading, [])
        rules = [k for k, line in enumerate(lines) if line.startswith("──") and set(line) <= {"─", " "}]
        if nth >= len(rules):
            self.fault(f"{heading}: there is no table")
            return [], []
        rule = rules[nth]
        spans = [found.span() for found in re.finditer("─+", lines[rule])]
        cut = lambda line: [line[start:end].strip() for start, end in spans]
        titles, cells = cut(lines[rule - 1]), [cut(line) for line in lines[rule + 1 : rule + 1 + rows]]
        for k in range(rule - 1, min(rule + 1 + rows, len(lines))):
            lines[k] = ""
        return titles, cells

    def prose(self, heading):
        """What is left of a section in one line, names and copied texts taken out; further changes go to the page."""
        text = " ".join(" ".join(self.sections.get(heading, [])).split())
        self.sections[heading] = [text]
        return text

    def take(self, heading, pattern, *tests, times=1):
        """A sentence with numbers: what stands in each group of the pattern passes the test for it; it is then explained."""
        text = self.prose(heading)
        found = re.search(pattern, text)
        if found is None:
            self.fault(f"{heading}: not said: {pattern}")
            return
        for said, test in zip(found.groups(), tests):
            if not test(said):
                self.fault(f"{heading}: {said} is not what the tables give, in: {found[0]}")
        self.sections[heading] = [text[: found.start()] + " … " + text[found.end() :]]

    def check(self, heading, what, said, passes):
        if not passes:
            self.fault(f"{heading}: {what}: {said} is not what the tables give")

    def left(self):
        """Numbers of the page that nothing above explained."""
        result = []
        for heading in self.order:
            text = self.prose(heading)
            for one in self.known:
                text = text.replace(one, "…")
            result += [f"{heading}: {text[max(0, found.start() - 40) : found.end() + 20]}" for found in re.finditer(r"\d[\d,.]*", text)]
        return result
