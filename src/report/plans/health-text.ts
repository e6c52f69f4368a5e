import { note, type Piece, paragraph, type Sheet, type Tone, table, title } from "../../foundation/text/sheet.js";
import { joinWords, plural } from "../../foundation/text/text.js";
import type { Unit } from "../../foundation/values/quantity.js";
import type { HealthCheck } from "../../plan-checks/health/check.js";
import type { Health, HealthRow } from "../../plan-checks/health/health.js";
import type { Standing } from "../../plan-checks/standing.js";
import { checkText, sourceText } from "../../wording/checked.js";
import { namesColumn, numbersColumn, wordsColumn } from "../../wording/columns.js";
import { nameText, oneLine } from "../../wording/numbers.js";

const nameWidth = 34;

const tones: Readonly<Record<Standing, Tone>> = { pass: "good", warn: "bad", "cannot tell": "open" };

/** How a standing is to be taken. */
export const standingTone = (standing: Standing): Tone => tones[standing];

/** Health of every design: how many checks it passes, then for each check the designs that do not, with their numbers. */
export function healthSheet(health: Health): Sheet {
  const { about, rows, checks, response } = health;
  const warnings = rows.filter(({ standing }) => standing === "warn").length;
  const head = [
    title(`${oneLine(about.title)}: ${plural(warnings, "warning")} in ${plural(rows.length, "health check")}`),
    note(
      `${sourceText(about, response)}; rules of thumb of the trade, not laws; from and to: 95 % interval of Monte Carlo error, of pay mix 90 % of assumptions`,
    ),
  ];
  if (rows.length === 0) return [[...head, paragraph("No check applies to any design.")], gapsOf(health)];
  const blocks = checks.map((check) =>
    checkPieces(
      check,
      rows.filter((row) => row.check === check.name),
    ),
  );
  return [[...head, countsOf(health)], ...blocks.filter((pieces) => pieces.length > 0), gapsOf(health)];
}

/** How often each design passes. */
function countsOf({ rows }: Health): Piece {
  const designs = [...new Set(rows.map(({ design }) => design))];
  const count = (design: string, standing: Standing): string => {
    const found = rows.filter((row) => row.design === design && row.standing === standing).length;
    return found === 0 ? "" : String(found);
  };
  const column = (standing: Standing) =>
    numbersColumn(
      standing,
      designs.map((design) => count(design, standing)),
    );
  return table("", [namesColumn("design", designs, nameWidth), column("pass"), column("warn"), column("cannot tell")]);
}

/** A check's rule, and the designs that do not pass it. */
function checkPieces(check: Omit<HealthCheck, "read">, rows: readonly HealthRow[]): Piece[] {
  if (rows.length === 0) return [];
  const open = rows.filter(({ standing }) => standing !== "pass");
  const head = `${check.name}: ${check.rule}`;
  const passed = rows.length - open.length;
  if (open.length === 0)
    return [
      paragraph(
        `${head} ${passed === 1 ? "The one design it applies to passes" : passed === 2 ? "Both designs pass" : `All ${passed} designs pass`}.`,
      ),
    ];
  const columns = [
    namesColumn(
      "design",
      open.map(({ design }) => design),
      nameWidth,
    ),
    numbersColumn(
      "number",
      open.map(({ value }) => checkText(value, check.unit)),
    ),
    numbersColumn(
      "from",
      open.map((row) => limitText(row, "low", check.unit)),
    ),
    numbersColumn(
      "to",
      open.map((row) => limitText(row, "high", check.unit)),
    ),
    {
      ...wordsColumn(
        "verdict",
        open.map(({ standing }) => standing),
      ),
      tones: open.map(({ standing }) => tones[standing]),
    },
    wordsColumn(
      "at",
      open.map(({ place }) => nameText(place, 26)),
    ),
  ];
  return [
    table(head, columns),
    ...(passed > 0 ? [note(`${plural(passed, "other design")} ${passed === 1 ? "passes" : "pass"}.`)] : []),
  ];
}

/** A limit of an interval; blank for what is exact, and where there are too few values to tell. */
function limitText(row: HealthRow, side: "low" | "high", unit: Unit): string {
  if (row.error === "none") return "";
  return Number.isFinite(row[side]) ? checkText(row[side], unit) : "?";
}

/** What could not be looked at. */
function gapsOf({ gaps }: Health): Piece[] {
  return (["run", "observations"] as const).flatMap((needs) => {
    const names = [...new Set(gaps.filter((gap) => gap.needs === needs).map(({ check }) => check))];
    if (names.length === 0) return [];
    const what = needs === "run" ? "a run" : "what lies below a run (observe)";
    return [note(`Not checked everywhere: ${joinWords(names)} ${names.length === 1 ? "needs" : "need"} ${what}.`)];
  });
}
