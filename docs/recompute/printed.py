"""Every number of the page that `rewardlab compare` prints, section by section."""

import math
import re

from page import CURRENCY, ESTIMATE, MONEY, NUMBER, Page, is_estimate, is_near, is_percent, is_rounded, step_of, unit_factor

# Numbers that are no results: quantiles by name, the unit of effort, what a verdict is made of
FIXED = ["P10", "P50", "P90", "effort 1 = a normal month"]
MOST_LISTED = 5


def quoted(name):
    """A name as a sentence has it, shortened to 40 characters."""
    name = re.escape(name if len(name) <= 40 else name[:39].rstrip() + "…")
    return f'"{name}"'


def money(estimate):
    """Tests for the groups of MONEY: the number with its ±, and `thousand `."""
    state = {}

    def number(text):
        state["text"] = text
        return True

    return number, lambda word: is_estimate(state["text"], estimate, 1e-3 if word else 1.0)


def short(outcome):
    return "cost" if outcome == "reward cost" else outcome


def horizon(months):
    return rf"{months // 12} years?" if months % 12 == 0 else rf"{months} months?"


def check_page(run, found, text):
    """Faults of the printed page and the numbers on it that were not worked out."""
    best = found["best"]["design"]
    equal = run.settings.get("equal in")
    heads = dict(
        answer="Answer",
        designs=f"Designs at equal {short(equal)}" if equal else "Designs, each at its own cost",
        best="Which design is best",
        doing="What they cost and do",
        budget="What to budget",
        responses="Who leads if managers react in another way",
        bridge=f'Where the value of "{best}" comes from',
        drivers="What would change the answer",
        split="Luck, assumptions, response",
        plans="What was made equal",
        reading="How to read this, and how far to trust it",
        remarks="Read before comparing",
    )
    names = [one[key] for one in run.designs for key in ("design", "title")]
    texts = [run.settings["title"], run.settings["question"], *names, *FIXED, *sources(run), *run.tables["remarks"]["remark"]]
    page = Page(text, dict(headings=set(heads.values()), texts=texts))
    for check in (answer, designs, which_best, doing, budget, responses, bridge, drivers, split, plans, reading):
        check(page, heads, run, found)
    return page.faults, page.left()


def sources(run):
    """Studies by name, which hold years."""
    return {one["source"] for one in run.assumptions if one["source"]}


def row_order(run, found, outcome):
    """Designs in order of expected net value, then yardsticks."""
    place = {one["design"]: k for k, one in enumerate(found["ranking"]["designs"])}
    rows = [one for one in found["comparison"]["rows"] if one["outcome"] == outcome]
    return sorted(rows, key=lambda one: place.get(one["design"], len(place)))


def answer(page, heads, run, found):
    at, years = heads["answer"], horizon(run.months)
    best, contenders = found["best"]["design"], [one["design"] for one in found["contenders"]]
    if len(contenders) > 4:
        page.take(at, rf"it is a tie: ({NUMBER}) designs, {quoted(contenders[0])} first, cannot be told", lambda n: is_near(n, len(contenders), 1))
    elif len(contenders) > 1:
        named = [quoted(one) for one in contenders]
        page.take(at, "it is a tie: " + ", ".join(named[:-1]) + " and " + named[-1] + " cannot be told from the best")
    base = found.get("baseline")
    if base:
        page.take(
            at,
            rf"(?:{quoted(best)} has the highest expected net value|{quoted(best)} is worth most): {MONEY}(?: net value)? per KAM over {years} against {quoted(run.baseline)}, better under ([<>]? ?\d+ %) of the draws of the assumptions \(([a-z ]+)\)",
            *money(base["difference"]),
            lambda share: is_percent(share, base["better"]["share"]),
            lambda said: said == base["verdict"],
        )
    second = found.get("runnerUp")
    if second:
        words = {"practically equal": "practically equal: less than is worth acting on", "too close to call": "whether by a difference worth acting on is too close to call"}
        page.take(
            at,
            rf"ahead of the runner-up {quoted(second['design'])} by {MONEY} \(([^)]*)\)",
            *money(second["difference"]),
            lambda said: said == words.get(second["verdict"], second["verdict"]),
        )
    if not found["responsesAgree"]:
        for one in found["responses"]:
            if one["response"] == run.response or one["isSame"]:
                continue
            page.take(
                at,
                rf'under "{one["response"]}" {quoted(one["best"])} leads it by {MONEY} \(([a-z ]+)\)',
                *money(one["missed"]),
                lambda said, one=one: said == one["verdict"],
            )
    if len(contenders) == 1 and len(found["ranking"]["designs"]) > 1:
        page.take(at, r"It is the best: every other design is behind it by more than luck explains \((\d+ %), all compared at once\)", lambda said: is_percent(said, float(run.settings["set confidence"])))
    rivals_named(page, at, [one for one in found["rivals"] if one is not second and one["design"] != (second or {}).get("design")])
    worlds = lambda said: is_near(said, run.worlds, 1)
    if run.settings["is complete"] != "true":
        page.take(at, rf"Stopped early: ({NUMBER}) worlds", worlds)
    asked = run.settings.get("precision asked")
    if asked is not None and float(run.settings["precision reached"]) > float(asked):
        amount = lambda said, value: is_rounded(said.split()[0], value * (1e-3 if "thousand" in said else 1), 2)
        page.take(
            at,
            rf"known to ± ({NUMBER} (?:thousand )?){CURRENCY} after ({NUMBER}) worlds, asked was ± ({NUMBER} (?:thousand )?){CURRENCY}",
            lambda said: amount(said, float(run.settings["precision reached"])),
            worlds,
            lambda said: amount(said, float(asked)),
        )


def rivals_named(page, at, rivals):
    """Which designs are practically equal to the first, and of which that is too close to call."""
    text = page.prose(at)
    for verdict, pattern in (("practically equal", r"([^.]*?) (?:is|are) practically equal to it too"), ("too close to call", r"Whether ([^.]*?) (?:is|are) behind by a difference worth acting on is too close to call")):
        expected = [one["design"] for one in rivals if one["verdict"] == verdict]
        said = re.search(pattern, text)
        if bool(expected) != bool(said):
            page.fault(f"{at}: {verdict}: {expected} are, said is {said and said[0]}")
        elif expected:
            page.check(at, verdict, said[1], all(f'"{one}"' in said[1] for one in expected[:3]))
            if len(expected) > 3:
                page.take(at, rf"({len(expected) - 3}) others?(?= (?:is|are) (?:behind|practically))")


def designs(page, heads, run, found):
    at = heads["designs"]
    rows = row_order(run, found, "net value")
    titles, cells = page.table(at, len(rows))
    caption = page.prose(at)
    factor = unit_factor("money", caption)
    others = [one for one in run.responses if one != run.response]
    ranked = {one["design"]: one for one in found["ranking"]["designs"]}
    page.check(at, "columns", titles, titles == ["", run.response, *others, "better in", "best in", "verdict"])
    for row, line in zip(rows, cells):
        design, is_base = row["design"], row["design"] == run.baseline
        name(page, at, design, line[0])
        for k, response in enumerate([run.response, *others]):
            under = next(one for one in row["responses"] if one["response"] == response)
            said = line[1 + k]
            page.check(at, f"{design}, {response}", said, said == "baseline" if is_base else is_estimate(said, under["difference"], factor))
        better, best, verdict = line[1 + len(run.responses) :]
        share(page, at, f"{design}, better in", better, None if is_base else row["better"]["share"])
        share(page, at, f"{design}, best in", best, ranked[design]["best"]["share"] if design in ranked else None)
        page.check(at, f"{design}, verdict", verdict, verdict == ("" if is_base or row["role"] != "design" else row["verdict"]))
    page.take(at, rf"Net value against {quoted(run.baseline)}, (?:thousand )?{CURRENCY} per KAM over {horizon(run.months)}")


def name(page, at, design, said):
    page.check(at, "name", said, said == design or (said.endswith("…") and design.startswith(said[:-1].rstrip())))


def share(page, at, what, said, value):
    page.check(at, what, said, said == "" if value is None else is_percent(said, value))


def which_best(page, heads, run, found):
    rows, at = found["ranking"]["designs"], heads["best"]
    if len(rows) < 2:
        return
    _, cells = page.table(at, len(rows))
    factor = unit_factor("money", page.prose(at).split("(")[0])
    is_tie = sum(one["mayBeBest"] for one in rows) > 1
    for k, (row, line) in enumerate(zip(rows, cells)):
        name(page, at, row["design"], line[0])
        page.check(at, f"{row['design']}, behind", line[1], line[1] == "first" if k == 0 else is_estimate(line[1], row["behind"], factor))
        page.check(at, f"{row['design']}, probability", line[2], is_chance(line[2], row["probability"]))
        words = "behind the best" if not row["mayBeBest"] else "may be best" if is_tie else "best"
        page.check(at, f"{row['design']}, words", line[3], line[3] == words)
    page.take(at, r"all designs compared at once \((\d+ %)\)", lambda said: is_percent(said, float(run.settings["set confidence"])))


def is_chance(said, value):
    """RewardLab counts in 4,096 draws, here are others: four standard errors and rounding."""
    wide = 4 * math.sqrt(max(value * (1 - value), 1e-4) / 4096)
    if said == "< 1 %":
        return value - wide < 0.01
    if said == "> 99 %":
        return value + wide > 0.99
    return re.fullmatch(r"\d+ %", said) is not None and abs(float(said[:-2]) / 100 - value) <= wide + 0.005


def doing(page, heads, run, found):
    at = heads["doing"]
    rows = row_order(run, found, "net value")
    shown = {"reward cost": "reward cost", "cash cost": "cash cost", "leavers": "leavers", "at target": "at target", "effort": "effort", "return on reward spend": "return"}
    shown = {outcome: head for outcome, head in shown.items() if any(one["outcome"] == outcome for one in found["comparison"]["rows"])}
    titles, cells = page.table(at, len(rows))
    caption = page.prose(at)
    for row, line in zip(rows, cells):
        name(page, at, row["design"], line[0])
    for k, (outcome, head) in enumerate(shown.items()):
        title = titles[1 + k]
        page.check(at, "column", title, title.startswith(head))
        label = "thousand" if "costs in thousand" in caption and title == head else title
        factor = unit_factor(run.outcomes[outcome]["dimension"], label)
        means = {one["design"]: one["mean"] for one in found["comparison"]["rows"] if one["outcome"] == outcome}
        for row, line in zip(rows, cells):
            said, mean = line[1 + k], means.get(row["design"])
            if mean is None or outcome == "return on reward spend":
                passes = said == "" if mean is None else is_estimate(said, mean, factor)
            else:
                passes = is_near(said, mean["mean"] * factor, step_of(said) if "." in said else 1)
            page.check(at, f"{row['design']}, {outcome}", said, passes)


def budget(page, heads, run, found):
    at = heads["budget"]
    rows = [one for one in row_order(run, found, "reward cost") if one["role"] == "design" and one["mean"]["mean"] > 0]
    if not rows:
        page.take(at, "No design costs anything")
        return
    titles, cells = page.table(at, len(rows))
    factor = unit_factor("money", page.prose(at))
    page.check(at, "columns", titles, titles == ["", "P10", "budget", "P90", "reserve"])
    for row, line in zip(rows, cells):
        name(page, at, row["design"], line[0])
        for said, value in zip(line[1:], (row["p10"]["value"], row["budget"], row["p90"]["value"], row["reserve"])):
            page.check(at, row["design"], said, is_near(said, value * factor, 0.1))


def responses(page, heads, run, found):
    at = heads["responses"]
    titles, cells = page.table(at, len(found["responses"]))
    factor = unit_factor("money", page.prose(at))
    for one, line in zip(found["responses"], cells):
        page.check(at, "response", line[0], line[0] == one["response"])
        name(page, at, one["best"], line[1])
        page.check(at, f"{one['response']}, against baseline", line[2], is_estimate(line[2], one["difference"], factor))
        ahead = line[3] == "leads itself" if one["isSame"] else is_estimate(line[3], one["missed"], factor)
        page.check(at, f"{one['response']}, ahead", line[3], ahead)
        page.check(at, f"{one['response']}, may be best", line[4], line[4] == str(one["contenders"]))


def bridge(page, heads, run, found):
    at = heads["bridge"]
    known = found["bridge"]
    lines = [known["netValue"]]
    for one in known["parts"]:
        lines += [one, *(known["spend"] if one["name"] == "reward spend" else [])]
    titles, cells = page.table(at, len(lines))
    factor = unit_factor("money", titles[0] if titles else "")
    for one, line in zip(lines, cells):
        page.check(at, "line", line[0], line[0] == one["name"])
        for said, step in zip(line[1:], ("base", "mechanics", "behaviour", "result")):
            page.check(at, f"{one['name']}, {step}", said, is_estimate(said, one[step], factor))
    moved = [one for one in found["effort"] if one["change"]["low"] > 0 or one["change"]["high"] < 0][:4]
    for one in moved:
        page.take(at, rf"{re.escape(one['activity'])} ({NUMBER}) %", lambda said, one=one: is_near(said, 100 * one["change"]["mean"], 1))


def drivers(page, heads, run, found):
    at = heads["drivers"]
    known = found["drivers"]
    if not known["hasEnoughWorlds"]:
        page.take(at, r"Too few worlds to say; simulate at least 50, better 1,000\.")
        return
    lead = lambda one: one.get("againstBaseline") or one.get("againstRunnerUp")
    top = [one for one in known["drivers"] if lead(one)]
    top = sorted(top, key=lambda one: -lead(one)["index"]["value"])[:MOST_LISTED]
    titles, cells = page.table(at, len(top))
    caption = page.prose(at)
    factor = unit_factor("money", caption.split("where the assumption")[0])
    page.check(at, "caption", caption[:80], not top or f'Lead of "{known["design"]}" over "{lead(top[0])["against"]}"' in caption)
    for one, line in zip(top, cells):
        fifths, index = lead(one)["fifths"], lead(one)["index"]
        page.check(at, "assumption", line[0], line[0] == one["assumption"])
        low, high, label = re.match(rf"({NUMBER}) to ({NUMBER}) ?(.*)", line[1]).groups()
        scale = unit_factor(one["dimension"], label)
        page.check(at, f"{one['assumption']}, range", line[1], all(is_rounded(said, fifths[k]["middle"] * scale, 2) for said, k in ((low, 0), (high, -1))))
        for said, k in ((line[2], 0), (line[3], -1)):
            page.check(at, f"{one['assumption']}, fifth", said, is_estimate(said, fifths[k]["difference"], factor))
        value, error, star = re.match(rf"({NUMBER}) ± ({NUMBER}) %(.*)", line[4]).groups()
        page.check(at, f"{one['assumption']}, explains", line[4], is_near(value, 100 * max(0.0, index["value"]), 1) and is_near(error, 50 * (index["high"] - index["low"]), 1) and (star == "") == lead(one)["isAboveChance"])
    flips(page, at, run, known)


def flips(page, at, run, known):
    found = [(one, flip) for one in known["drivers"] for flip in one["flips"]]
    found.sort(key=lambda pair: (not pair[1]["isClear"], -pair[1]["difference"]["mean"]))
    if not found:
        page.take(at, rf"{quoted(known['design'])} leads in the lowest and highest fifth of every assumption")
        return
    clear = sum(flip["isClear"] for _, flip in found)
    page.take(
        at,
        rf"Another design leads in ({NUMBER}) of ({NUMBER}) outer fifths; luck alone would give about ({NUMBER})\. (None is clear|{NUMBER} (?:is|are) clear)",
        lambda said: is_near(said, len(found), 1),
        lambda said: is_near(said, 2 * len(known["drivers"]), 1),
        lambda said: is_near(said, known["chance"]["flips"], 0.1 if "." in said else 1),
        lambda said: said.startswith("None" if clear == 0 else f"{clear} "),
    )
    for one, flip in found[:MOST_LISTED]:
        place = flip.get("threshold")
        scale = unit_factor(one["dimension"], "")
        where = "" if place is None else rf" \((?:below|above) about ({NUMBER})[^)]*\)"
        words = ("clear" if flip["isClear"] else "not clear") + ("" if flip["isWorthActing"] else ", less than is worth acting on")
        tests = [] if place is None else [lambda said, place=place, scale=scale: is_rounded(said, place * scale, 2) or is_rounded(said, place * 1e-3, 2)]
        page.take(
            at,
            rf"- {re.escape(one['assumption'])} {flip['side']}{where}: {quoted(flip['design'])} leads by {MONEY}, {words}",
            *tests,
            *money(flip["difference"]),
        )


def split(page, heads, run, found):
    at = heads["split"]
    rows = {one["design"]: one for one in found["comparison"]["rows"] if one["outcome"] == "net value" and "varianceSplit" in one}
    order = [one["design"] for one in found["ranking"]["designs"] if one["design"] in rows]
    if not order:
        return
    titles, cells = page.table(at, len(order))
    factor = unit_factor("money", page.prose(at).split("Luck:")[0])
    page.check(at, "columns", titles, titles == ["", "luck", "assumptions", "response"])
    for design, line in zip(order, cells):
        name(page, at, design, line[0])
        for said, part in zip(line[1:], ("luck", "assumptions", "response")):
            deviation, rest = re.match(rf"({NUMBER}) \((.*)\)", said).groups()
            one = rows[design]["varianceSplit"][part]
            passes = is_near(deviation, factor * math.sqrt(one["value"]), step_of(deviation)) and is_percent(rest, one["share"])
            page.check(at, f"{design}, {part}", said, passes)
    page.take(at, rf"between teams of ({NUMBER}) managers?", lambda said: is_near(said, run.managers, 1))


def plans(page, heads, run, found):
    at = heads["plans"]
    if "equal in" not in run.settings:
        return
    own = {one["design"] for one in run.own}
    rows = [one for one in found["plans"] if one["design"] in own]
    titles, cells = page.table(at, len(rows))
    for one, line in zip(rows, cells):
        name(page, at, one["design"], line[0])
        page.check(at, f"{one['design']}, factor", line[1], is_estimate(line[1], one["factor"], 1))
        page.check(at, f"{one['design']}, points", line[2], is_estimate(line[2], one["tightened"], 100))
        amount = one.get("amount")
        miss = amount and {key: value / amount["asked"] for key, value in amount["miss"].items()}
        page.check(at, f"{one['design']}, amount off", line[3], line[3] == "" if miss is None else is_estimate(line[3], miss, 100))
        target = one.get("atTarget")
        page.check(at, f"{one['design']}, at target off", line[4], line[4] == "" if target is None else is_estimate(line[4], target["miss"], 100))
    first = next((one for one in rows if "amount" in one), None)
    if first:
        page.take(
            at,
            rf"to make it equal \(({NUMBER} (?:thousand )?{CURRENCY})/year",
            lambda said: is_rounded(said.split()[0], first["amount"]["asked"] * (1e-3 if "thousand" in said else 1), 4),
        )
    if first and "atTarget" in first:
        page.take(at, r"(\d+ %) at target\)", lambda said: is_percent(said, first["atTarget"]["asked"]))
    for one in found["unmet"]:
        page.take(at, rf"- {quoted(one['design'])} under {one['held under']}: {re.escape(one['remark'])}")
    for one in far_off(rows):
        page.take(at, rf"{quoted(one['design'])} \({short(one['outcome'])} ({ESTIMATE}) (thousand )?{CURRENCY}/year\)", *money(one["amount"]["miss"]))


def far_off(rows):
    """Plans whose miss, shown by its interval, is beyond what a straight line should correct: 8 % of the amount, 6 points."""
    beyond = lambda miss, far: miss["low"] > far or miss["high"] < -far
    found = [
        one
        for one in rows
        if "amount" in one and (beyond(one["amount"]["miss"], 0.08 * one["amount"]["asked"]) or ("atTarget" in one and beyond(one["atTarget"]["miss"], 0.06)))
    ]
    return sorted(found, key=lambda one: -abs(one["amount"]["miss"]["mean"]))[:MOST_LISTED]


def reading(page, heads, run, found):
    at, settings = heads["reading"], run.settings
    page.take(
        at,
        rf"interval starts above ({NUMBER} (?:thousand )?){CURRENCY}, the smallest difference worth acting on, and at least (\d+ %) of the draws agree",
        lambda said: is_rounded(said.split()[0], run.smallest * (1e-3 if "thousand" in said else 1), 4),
        lambda said: is_percent(said, float(settings["clear share"])),
    )
    page.take(at, r"± is a (95 %) interval", lambda _: True)
    page.take(at, r"among them in at least (\d+ %) of runs", lambda said: is_percent(said, float(settings["set confidence"])))
    page.take(at, rf"Choosing {quoted(found['best']['design'])} gives up {MONEY} on average", *money(found["best"]["regret"]))
    lucks = [] if run.lucks < 2 else [run.worlds // run.lucks]
    draws = rf" \(({NUMBER}) draws\)" if lucks else ""
    page.take(
        at,
        rf"scenario {re.escape(settings['scenario'])} · seed (\d+) · ({NUMBER}) worlds{draws}.*? · {horizon(run.months)} · ({NUMBER}) KAMs? · RewardLab {re.escape(settings['version'])} · hash ([0-9a-f]+)",
        lambda said: said == settings["seed"],
        lambda said: is_near(said, run.worlds, 1),
        *[lambda said: is_near(said, lucks[0], 1)] * len(lucks),
        lambda said: is_near(said, run.managers, 1),
        lambda said: settings["hash"].startswith(said),
    )
    steps = [one for one in run.tables["remarks"]["luck"] if one == one]
    if steps:
        page.take(at, rf"luck moves by ({NUMBER}) points at most", lambda said: is_near(said, 100 * max(steps), 0.1))
