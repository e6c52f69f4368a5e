import { solve } from "../../agency-theory/ideal/theory.js";
import { assuming, laboratory, of, play } from "../laboratory.js";
import { type Check, printedTo, row, type ValidationInputs, type ValidationRow } from "../row.js";

/** Rate at which surplus is highest, and that surplus, from two rates: it is a parabola through zero at no pay. */
function vertex(rate: number, surplus: number, rate2: number, surplus2: number): { rate: number; surplus: number } {
  const [slope, bend] = solve(
    [
      [rate, rate * rate],
      [rate2, rate2 * rate2],
    ],
    [surplus, surplus2],
  );
  return { rate: -slope / (2 * bend), surplus: (-slope * slope) / (4 * bend) };
}

const exactly = { tolerance: 1e-6, reason: "luck is drawn in 32 bits; worlds and their mirror images cancel to that" };

/**
 * Best rate 1/(1 + r·c·σ²), effort rate/c, surplus half of that, certainty equivalent ½·rate²·(1/c − r·σ²) of pay without a fixed part. Points at which
 * all four differ, and none is what the uncorrected case r = 0 or c = 1 would give.
 */
const contracts = [
  { cost: 1, risk: 0.5, variance: 1, rate: 2 / 3, effort: 2 / 3, surplus: 1 / 3, certainty: 1 / 9 },
  { cost: 0.5, risk: 2, variance: 3, rate: 0.25, effort: 0.5, surplus: 0.25, certainty: -0.125 },
  { cost: 2, risk: 0.1, variance: 1.25, rate: 0.8, effort: 0.4, surplus: 0.2, certainty: 0.12 },
] as const;

function linearContract(inputs: ValidationInputs): ValidationRow[] {
  return contracts.flatMap(({ cost, risk, variance, ...known }) => {
    const scenario = laboratory(inputs, "linear-contract", (file) => {
      assuming({ "effort cost": cost, "risk aversion": 12 * risk, "reading noise": Math.sqrt(variance) })(file);
      for (const one of file.designs?.["rate-50"]?.rewards ?? [])
        Object.assign(one, { "at target": `${12 * known.rate} EUR/year` });
    });
    const played = play(scenario);
    const { rate } = vertex(0.25, of(played, "rate-25").surplus, 0.75, of(played, "rate-75").surplus);
    const { effort, surplus, certainty } = of(played, "rate-50");
    const ours = { rate, effort: effort[0], surplus, certainty };
    const at = `c=${cost} r=${risk} σ²=${variance}`;
    const claims = [
      ["rate", "best rate of a linear contract"],
      ["effort", "effort at that rate"],
      ["surplus", "surplus at that rate"],
      ["certainty", "certainty equivalent at that rate"],
    ] as const;
    return claims.map(([name, claim]) =>
      row({
        ...{ ...exactly, source: linearContractCheck.source, by: "engine" },
        ...{ id: `E1.${name} ${at}`, claim: `${claim}, ${at}`, exact: known[name], ours: ours[name] },
      }),
    );
  });
}

function twoTasks(inputs: ValidationInputs): ValidationRow[] {
  const cases: readonly (readonly [number, number, number, number])[] = [
    [0, 0.5, 0, 0.25],
    [0.5, 0.285714, -0.190476, 0.0952381],
    [0.9, 0.084034, -0.398054, 0.0221141],
    [-0.5, 0.857143, 0.571429, 0.857143],
  ];
  return cases.flatMap(([k, rate, second, surplus]) => {
    const scenario = laboratory(inputs, "two-tasks", (file) => {
      assuming({ substitution: k })(file);
      for (const one of Object.values(file.activities ?? {})) if (one) one.room = 1 / (1 - k);
    });
    const played = play(scenario);
    const best = vertex(0.25, of(played, "rate-25").surplus, 0.5, of(played, "rate-50").surplus);
    const full = of(played, "rate-100");
    const base = { source: tasks.source, by: "engine" as const, ...printedTo(6) };
    const [id, name] = [`k=${k}`, `cost interaction ${k}`];
    return [
      row({
        ...base,
        id: `E2.rate ${id}`,
        claim: `best rate on the measured task, ${name}`,
        exact: rate,
        ours: best.rate,
      }),
      row({
        ...base,
        id: `E2.other ${id}`,
        claim: `effort on the unmeasured task, ${name}`,
        exact: second,
        ours: best.rate * full.effort[1],
      }),
      row({ ...base, id: `E2.surplus ${id}`, claim: `surplus, ${name}`, exact: surplus, ours: best.surplus }),
    ];
  });
}

/** Rates on input and output at which surplus is highest, from five designs: it is a quadratic through zero at no pay. */
function bestPair(inputs: ValidationInputs, variance: number) {
  const change = assuming({ "survey noise": Math.sqrt(variance) });
  const played = play(laboratory(inputs, "input-output", change));
  const surplus = (name: string) => of(played, name).surplus;
  const points: readonly (readonly [number, number, string])[] = [
    [1, 0, "input-full"],
    [0.5, 0, "input-half"],
    [0, 1, "output-full"],
    [0, 0.5, "output-half"],
    [0.5, 0.5, "both-half"],
  ];
  const [gIn, gOut, hIn, hOut, cross] = solve(
    points.map(([x, y]) => [x, y, (-x * x) / 2, (-y * y) / 2, -x * y]),
    points.map(([, , name]) => surplus(name)),
  );
  const [input, output] = solve(
    [
      [hIn, cross],
      [cross, hOut],
    ],
    [gIn, gOut],
  );
  return {
    input,
    output,
    surplus: (gIn * input + gOut * output) / 2,
    inputOnly: (gIn * gIn) / (2 * hIn),
    outputOnly: (gOut * gOut) / (2 * hOut),
  };
}

function inputOutput(inputs: ValidationInputs): ValidationRow[] {
  const known = [
    [1, 0.412371, 0.585052, 1.207474],
    [2, 0.582878, 0.413479, 1.086521],
    [4, 0.734788, 0.26062, 0.97876],
    [8, 0.844884, 0.149835, 0.90066],
    [16, 0.913307, 0.080985, 0.852123],
  ];
  const base = {
    source: weights.source,
    by: "engine" as const,
    tolerance: 2e-6,
    reason: "known to 6 decimals; luck in 32 bits",
  };
  const rows = known.flatMap(([v, input, output, surplus]) => {
    const best = bestPair(inputs, v);
    return [
      row({
        ...base,
        id: `E3.input v=${v}`,
        claim: `best rate on inputs, output variance ${v}`,
        exact: input,
        ours: best.input,
      }),
      row({
        ...base,
        id: `E3.output v=${v}`,
        claim: `best rate on outputs, output variance ${v}`,
        exact: output,
        ours: best.output,
      }),
      row({
        ...base,
        id: `E3.surplus v=${v}`,
        claim: `surplus with both, output variance ${v}`,
        exact: surplus,
        ours: best.surplus,
      }),
    ];
  });
  const even = bestPair(inputs, 2.660156);
  const claim = "inputs alone and outputs alone are worth the same at output variance 2.660156";
  return [...rows, row({ ...base, id: "E3.even", claim, exact: 0, ours: even.outputOnly - even.inputOnly })];
}

export const linearContractCheck: Check = { id: "E1", source: "Holmström & Milgrom 1987", rows: linearContract };
export const tasks: Check = { id: "E2", source: "Holmström & Milgrom 1991", rows: twoTasks };
export const weights: Check = { id: "E3", source: "Baker 2002; Feltham & Xie 1994", rows: inputOutput };
