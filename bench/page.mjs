/** What the benchmark found, as the text of docs/performance.md. */
import { cpus } from "node:os";
import { pilotsFor } from "../dist/simulation/equal-cost/hold.js";

const digits = (value, significant = 3) => Number(value.toPrecision(significant)).toString();
const kilobytes = (bytes) => `${digits(bytes / 1000)} kB`;

const line = (cells) => `| ${cells.join(" | ")} |`;
const rows = (head, body) => [line(head), line(head.map(() => "---")), ...body.map(line)].join("\n");

const without = (missing) => `not run: ${missing} is missing`;

function languages({ race }) {
  return rows(
    ["Implementation", "µs per manager-month", "lowest to highest", "time against RewardLab", "lowest to highest"],
    race.rows.map(({ title, missing, low, median, high, ratio }) =>
      missing === undefined
        ? [
            title,
            digits(median),
            `${digits(low)} to ${digits(high)}`,
            `${digits(ratio.median, 2)} ×`,
            `${digits(ratio.low, 2)} to ${digits(ratio.high, 2)}`,
          ]
        : [title, without(missing), "", "", ""],
    ),
  );
}

const series = ({ growth }) =>
  rows(
    ["Growing with", "sizes", "CPU seconds", "exponent"],
    growth.map(({ name, points, exponent }) => [
      name,
      points.map(({ size }) => size).join(", "),
      points.map(({ seconds }) => digits(seconds, 2)).join(", "),
      exponent.toFixed(2),
    ]),
  );

function rest({ cold, memory, threads }) {
  const beyond = "beyond an empty Node";
  const lines = [
    [`\`rewardlab --help\`, ${beyond}`, `${digits(cold.help, 2)} s of CPU`],
    [`\`rewardlab compare\`, flagship, 100 replications, nothing held, ${beyond}`, `${digits(cold.free, 2)} s of CPU`],
    [`\`rewardlab compare\`, flagship, 100 replications, ${beyond}`, `${digits(cold.held, 2)} s of CPU`],
  ];
  if (memory) {
    const { perReplication, tasks, outcomes, batchInputs, play, worlds } = memory;
    lines.push(
      [
        `results kept a replication, design and response (${outcomes} outcomes)`,
        `${digits(perReplication / tasks)} bytes`,
      ],
      [`held by a thread for its batch of ${worlds} worlds: luck, outlooks, readings`, kilobytes(batchInputs)],
      ["held by a thread for the design it plays", kilobytes(play)],
    );
  }
  if (threads?.waiting !== undefined) {
    lines.push(["a second thread", `not measured: the machine was busy (load ${digits(threads.waiting, 2)})`]);
  } else if (threads) {
    const { one, two, ratio, most, replications } = threads;
    lines.push(
      [`a whole run of ${replications} replications, one thread`, `${digits(one)} s`],
      ["the same with two threads", `${digits(two)} s, ${digits(ratio)} × as fast`],
      ["two processes of one thread each, side by side, got through", `${digits(most)} × as much as one`],
    );
  }
  return rows(["Measure", "found"], lines);
}

const parts = ({ profile }) =>
  rows(
    ["File", "share of the time"],
    profile.slice(0, 16).map(({ name, share }) => [`\`${name}\``, `${(100 * share).toFixed(1)} %`]),
  );

/** The tables, for the terminal. */
export const table = (found) =>
  [languages(found), parts(found), found.growth && series(found), rest(found), found.latinHypercube]
    .filter(Boolean)
    .join("\n\n");

function machine({ node, compiler, python, numpy }) {
  const [{ model }] = cpus();
  const others = [compiler, python && `Python ${python}`, numpy && `numpy ${numpy}`].filter(Boolean);
  return `${model}, ${cpus().length} processors, Node ${node}, ${others.join(", ")}.`;
}

function differences({ race }) {
  const worst = Math.max(...race.rows.flatMap((one) => one.worst ?? []));
  return `The largest relative difference in this run was ${worst.toExponential(1)}.`;
}

/** The page. */
export const page = (found) => `# Performance

Written by \`npm run bench -- --write\`. Times differ between machines and moments; compare lines of one table with each
other. Machine: ${machine(found.versions)}

## The same model in several languages

Every implementation plays the flagship scenario: ${found.race.tasks} tasks (a design under a response) in ${found.race.worlds} worlds, month by
month, on the same assumptions and the same luck, and gives every outcome of every world. Before anything is timed the
results must agree with the engine's to 1e-8 (relative; below 1 unit of money or a thousandth of a share, absolute).
${differences(found)} What is timed is one manager's month: forecasts, the choice of effort, accounts, pay,
learning, leaving and outcomes. Times are CPU seconds of one thread, medians of ${found.race.rounds} rounds in which the implementations
take turns, and a ratio is the median of the rounds' ratios; each process first plays a round that does not count.

${languages(found)}

Drawing the worlds and their luck and working out how measures answer to work is done once for all designs; it takes
the engine ${digits(found.race.drawing)} µs per manager-month more and is in no line of the table. The engine plays any scenario; the others
play what the flagship needs and no more (one scorecard a design, no team cards, no ranks). What the others are is
described in [bench/README.md](../bench/README.md).

### What bounds it

${parts(found)}

The profile is flat. A manager's month is dozens of passes over columns, one law of motion each, over five accounts and
seven activities, and no pass does more than a few operations a number. A pass taken alone is close to its like in C++; all of
them together are not, because a compiler keeps one manager's state in registers from law to law, and columns are
loaded and stored again in every pass, while V8 looks at each array's kind, length and place anew for each number (so its machine
code says) and reads twice what is written as \`a[i] += c * (x - a[i])\`. Playing managers one after another would close part of that, at the
price of one long loop in which no law can be read, tested or replaced alone, and of ranks and teams that need all managers of
a month at once. numpy's elementary functions use vector instructions, which JavaScript does not have: the more worlds at once, the better it does,
while the engine takes the same time for any number. Powers are tabulated a world (\`foundation/maths/power-table\`), exponential and logarithm are the package's own
for the sake of equal bits, not of time.

A cold comparison is bounded by the model, not by the start: 100 replications of ${found.race.tasks} tasks are
${Math.round((100 * found.race.steps) / found.race.worlds / 1e3)} thousand manager-months, ${digits((100 * found.race.steps * found.race.rows[0].median) / found.race.worlds / 1e6, 2)} s once the engine's code is
compiled, before anything is held equal. A thread that has just started runs its code interpreted and compiles it meanwhile.

## How cost grows

CPU seconds of drawing and playing, the fastest of several rounds, and the exponent fitted to them by log–log regression: 1 is linear.

${series(found)}

## Memory, start, threads

A cold command counts the CPU time of all its threads from the start of the process, less that of \`node -e 0\`. Holding
designs at equal cost and difficulty is a search of its own over 4√n pilot worlds and their mirror images (${2 * pilotsFor(560, { managers: 4, months: 72 })} for the flagship's own 560 worlds), and half of a small comparison.

${rest(found)}

## Latin hypercube

\`run: { sampling: latin hypercube }\` spreads every draw evenly over blocks of worlds ([method](method.md)); standard errors come
from the blocks.

${found.latinHypercube}
`;
