/** The figures of bench/best.mjs as a page in Markdown. */

const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;
const fixed = (value, places) => value.toFixed(places).replace(/^(-?)0\./, "$1.");
const errorOf = (values) => {
  const middle = mean(values);
  const square = values.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (values.length - 1);
  return Math.sqrt(square / values.length);
};
const withError = (values, places = 3) => `${fixed(mean(values), places)} ± ${fixed(errorOf(values), places)}`;

/** A probability from 4,096 draws that is 0 is known to be below one in as many. */
const safely = (p) => (4096 * p + 0.5) / 4097;
const dot = (a, b) => a.reduce((sum, one, k) => sum + one * b[k], 0);

/** Log score and Brier score of each run; the first is the higher the better, the second the lower. */
const logScore = (chances, { isBest }) => Math.log(safely(dot(chances, isBest)));
const brierScore = (chances, { isBest }) => chances.reduce((sum, p, k) => sum + (p - isBest[k]) ** 2, 0);

/** Slope of what happened on the log odds that were stated (logistic regression; Cox 1958): 1 is calibrated, below 1 too sure. */
export function slopeOf(pairs) {
  const points = pairs.map(([p, y]) => [Math.log(safely(p) / safely(1 - p)), y]);
  let [a, b] = [0, 1];
  let information = [1, 0, 1];
  for (let round = 0; round < 40; round++) {
    let [ga, gb, aa, ab, bb] = [0, 0, 0, 0, 0];
    for (const [x, y] of points) {
      const p = 1 / (1 + Math.exp(-a - b * x));
      const weight = p * (1 - p);
      ga += y - p;
      gb += (y - p) * x;
      aa += weight;
      ab += weight * x;
      bb += weight * x * x;
    }
    const determinant = aa * bb - ab * ab;
    a += (bb * ga - ab * gb) / determinant;
    b += (aa * gb - ab * ga) / determinant;
    information = [aa, ab, bb];
  }
  const [aa, ab, bb] = information;
  return { slope: b, error: Math.sqrt(aa / (aa * bb - ab * ab)) };
}

/** Wilson's interval (1927) of a share, 95 %. */
function wilson(passed, count) {
  const z2 = 1.959964 ** 2 / count;
  const share = passed / count;
  const half = (1.959964 * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count))) / (1 + z2);
  const centre = (share + z2 / 2) / (1 + z2);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

const ends = [0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1.0001];

function reliability(pairs) {
  const rows = ends.slice(1).map((high, k) => {
    const inside = pairs.filter(([p]) => p >= ends[k] && p < high);
    if (inside.length === 0) return undefined;
    const right = inside.reduce((sum, [, y]) => sum + y, 0);
    const [low, top] = wilson(right, inside.length);
    const stated = mean(inside.map(([p]) => p));
    const words = `${fixed(ends[k], 2)} to ${fixed(Math.min(1, high), 2)}`;
    return `| ${words} | ${inside.length} | ${fixed(stated, 3)} | ${fixed(right / inside.length, 3)} | ${fixed(low, 3)} to ${fixed(top, 3)} |`;
  });
  return [
    "| stated | designs | stated, mean | truly best | 95 % interval |",
    "| --- | --: | --: | --: | --- |",
    ...rows.filter((one) => one !== undefined),
  ];
}

const methods = { "with selection": "chances", "flat prior, bootstrap": "flat" };

const pairsOf = (judged, key) => judged.flatMap((one) => one[key].map((p, k) => [p, one.isBest[k]]));

function topOf(one, key) {
  const top = one[key].indexOf(Math.max(...one[key]));
  return { stated: one[key][top], right: one.isBest[top] };
}

function scores(judged) {
  const rows = Object.entries(methods).map(([words, key]) => {
    const tops = judged.map((one) => topOf(one, key));
    const { slope, error } = slopeOf(pairsOf(judged, key));
    const log = judged.map((one) => logScore(one[key], one));
    const brier = judged.map((one) => brierScore(one[key], one));
    return `| ${words} | ${fixed(mean(tops.map((one) => one.stated)), 3)} | ${fixed(mean(tops.map((one) => one.right)), 3)} | ${fixed(slope, 2)} ± ${fixed(error, 2)} | ${withError(log)} | ${withError(brier)} |`;
  });
  const gain = judged.map((one) => logScore(one.chances, one) - logScore(one.flat, one));
  return [
    "| probability | stated for the first | first is best | slope | log score | Brier score |",
    "| --- | --: | --: | --: | --: | --: |",
    ...rows,
    "",
    `Log score gained by run, paired: ${withError(gain, 4)}.`,
  ];
}

function sets(judged) {
  const row = (words, key) => {
    const covers = judged.map((one) => (one[key].some((isIn, k) => isIn && one.isBest[k] === 1) ? 1 : 0));
    const sizes = judged.map((one) => one[key].filter((isIn) => isIn).length);
    const [low, high] = wilson(
      covers.reduce((sum, one) => sum + one, 0),
      covers.length,
    );
    return `| ${words} | ${fixed(mean(covers), 3)} | ${fixed(low, 3)} to ${fixed(high, 3)} | ${mean(sizes).toFixed(2)} | ${fixed(mean(sizes.map((one) => (one === 1 ? 1 : 0))), 3)} |`;
  };
  return [
    "| set | contains the best | 95 % interval | mean size | of one design |",
    "| --- | --: | --- | --: | --: |",
    row("as used", "set"),
    row("Bonferroni", "bonferroni"),
  ];
}

const part = (title, judged) => [
  `## ${title}`,
  "",
  ...scores(judged),
  "",
  ...reliability(pairsOf(judged, "chances")),
  "",
  ...sets(judged),
  "",
];

export function bestTable({ scenarios, unsure, runs, flagship, fewest, most }) {
  const designs = mean(runs[0].judged.map((one) => one.isBest.length));
  return [
    "# Who is best: what is said, and what is true",
    "",
    "Made by `node bench/best.mjs --write`; the method is in [method.md](method/19-reading-a-result.md).",
    "",
    `${scenarios} scenarios at random (\`bench/random-scenarios.mjs\`, seeds fixed beforehand): 2 to 12 designs, ${designs.toFixed(1)} different ones on average; forms, amounts,`,
    "periods, curves, measures and weights, some designs unlike each other, some with a single setting apart. Net value under `look-ahead`. The truth is",
    `known from ${fewest.toLocaleString("en")} to ${most.toLocaleString("en")} other worlds, until the best is 3 standard errors ahead of every other; in ${unsure} scenarios it was not by then. Designs that`,
    "are the same in every world count once. ± is one standard error between scenarios. Log score: mean logarithm of the probability stated for the",
    "design that is best, the higher the better. Brier score: the lower the better. Slope: of what is true on the log odds stated; 1 is calibrated, below 1 too",
    "sure. Flat prior: every difference may be anything beforehand, so that the first of many is believed as if it had been the only one.",
    "",
    ...runs.flatMap(({ count, judged }) => part(`Runs of ${count} worlds`, judged)),
    ...(flagship.judged.length === 0
      ? []
      : part(
          `The flagship, ${flagship.judged.length} times ${flagship.count} of ${flagship.worlds.toLocaleString("en")} worlds at the same plans`,
          flagship.judged,
        )),
  ]
    .join("\n")
    .trimEnd();
}
