import type { Command } from "commander";

/** A command of the line: what the list of commands says of it, and the file that has the rest. */
interface Entry {
  /** As the list shows them. */
  readonly args?: string;
  readonly summary: string;
  /** Adds the command with its options and its work. */
  readonly load: () => Promise<(program: Command) => Command>;
}

/** All commands in the order help lists them. Only the one that is called is loaded: help and small commands answer at once. */
export const commands: Readonly<Record<string, Entry>> = {
  compare: {
    args: "<scenario>",
    summary: "say which design is worth its money, and how sure that is",
    load: async () => (await import("./compare.js")).addCompare,
  },
  describe: {
    args: "<scenario>",
    summary: "say in plain words what a scenario holds and what it leaves to assumption",
    load: async () => (await import("./describe.js")).addDescribe,
  },
  check: {
    args: "<scenario>",
    summary: "read a scenario and name every fault with its place",
    load: async () => (await import("./check.js")).addCheck,
  },
  migrate: {
    args: "<scenario>",
    summary: "rewrite a scenario of an older version, and show that it pays the same",
    load: async () => (await import("./migrate.js")).addMigrate,
  },
  trace: {
    args: "<scenario>",
    summary: "replay one manager in one world, month by month",
    load: async () => (await import("./trace.js")).addTrace,
  },
  run: {
    args: "<scenario>",
    summary: "simulate and keep every number",
    load: async () => (await import("./run.js")).addRun,
  },
  export: {
    args: "<scenario>",
    summary: "write every table from which what is reported can be worked out again",
    load: async () => (await import("./export.js")).addExport,
  },
  merge: {
    args: "<parts...>",
    summary: "join the parts of a run",
    load: async () => (await import("./merge.js")).addMerge,
  },
  schema: {
    summary: "print the JSON Schema of scenario files, for editors",
    load: async () => (await import("./schema.js")).addSchema,
  },
  init: {
    args: "[folder]",
    summary: "start a study from a template",
    load: async () => (await import("./init.js")).addInit,
  },
  validate: {
    args: "[ids...]",
    summary: "hold the package against results that are known",
    load: async () => (await import("./validate.js")).addValidate,
  },
  health: {
    args: "<scenario>",
    summary: "hold every design against the trade's rules of thumb, and lint its payout curves",
    load: async () => (await import("./health.js")).addHealth,
  },
  tables: {
    args: "<roster>",
    summary: "read a firm's tables of people, accounts and results, and say what became of every row",
    load: async () => (await import("./tables.js")).addTables,
  },
  payout: {
    args: "<scenario>",
    summary: "pay a roster of people to the cent, and explain every line",
    load: async () => (await import("./payout.js")).addPayout,
  },
  backtest: {
    args: "<scenario>",
    summary: "what plans would have paid for past results: cost, winners and losers, break-even",
    load: async () => (await import("./backtest.js")).addBacktest,
  },
  fit: {
    args: "<scenario>",
    summary: "estimate a scenario's numbers from a firm's tables, and say which the tables do not tell",
    load: async () => (await import("./fit.js")).addFit,
  },
};
