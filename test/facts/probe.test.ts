import { test } from "vitest";
import { difference, errorsOff, play } from "./lab.js";
const revenue = { "account revenue": "100 %" };
const bonus = (more = {}) => [{ kind: "cash bonus", "at target": "18000 EUR/year", ...more }];
const log = (what: string, e: ReturnType<typeof difference>) => console.log(what, e.mean.toPrecision(4), "t", errorsOff(e).toFixed(1));
const inputs = { "executive access": "50 %", "co-creation work": "50 %" };
const heavy = (r: number) => ({ "account revenue": `${r} %`, "executive access": `${(100-r)/2} %`, "co-creation work": `${(100-r)/2} %` });
test("weights", () => {
  for (const [what, s, r] of [["default", {}, "look-ahead"], ["none", {}, "none"], ["no substitution", { substitution: 0 }, "look-ahead"]] as const) {
  let p; try { p = play({ assumptions: s as any, designs: Object.fromEntries([10, 50, 90].map(r => [`r${r}`, { period: "1 year", weights: heavy(r), rewards: bonus() }])) }, { response: r }); } catch (e) { console.log(what, String(e)); continue; }
  for (const o of ["executive access", "co-creation", "customer time", "matrix coordination"]) { try { for (const [a,b] of [["r50","r10"],["r90","r50"]]) log(`weights ${what} ${o} ${a}-${b}`, difference(p(a,"effort on " + o), p(b,"effort on "+o))); log(`weights vs none ${what} ${o}`, difference(p("r90","effort on " + o), p("no reward","effort on "+o))); } catch (e) { console.log(String(e)); } }
  }
}, 100000);
test("window", () => {
  for (const [what, s] of [["default", {}], ["no yield", { "relationship yield": 0, "adoption yield": 0, "churn slope": 0 }], ["half yield", { "relationship yield": .05, "adoption yield": .03, "churn slope": 0.1 }]] as const) {
  const p = play({ horizon: "6 years", assumptions: s, designs: { y1: { period: "1 year", weights: revenue, rewards: bonus() }, y3: { period: "3 years", weights: revenue, rewards: bonus() } } }, {worlds: 192});
  log(`window ${what} relationship`, difference(p("y3","relationship"), p("y1","relationship")));
  log(`window ${what} push`, difference(p("y3","selling push"), p("y1","selling push")));
  log(`window ${what} time`, difference(p("y3","effort on customer time"), p("y1","effort on customer time")));
  }
}, 100000);
test("raises", () => {
  for (const [what, s, h] of [["default 1", {}, "1 year"],["default 2", {}, "2 years"], ["nosel 6", {sorting: 0, attraction: 0}, "6 years"],["nosel 10", {sorting: 0, attraction: 0}, "10 years"], ["no slope nosel 6", { sorting: 0, attraction: 0,  "quit slope": 0 }, "6 years"]] as const) {
  const p = play({ horizon: h, managers: 4, assumptions: s, designs: { cash: { period: "1 year", weights: revenue, rewards: bonus() }, raise: { period: "1 year", weights: revenue, rewards: [{kind: "salary increase", "at target": "3600 EUR/year"}] } } }, {worlds: 512});
  for (const o of ["leavers", "ability", "reward cost", "utility"]) log(`raises ${what} ${o}`, difference(p("raise",o), p("cash",o)));
  }
}, 100000);
test("noise", () => {
  for (const r of ["look-ahead", "none"]) {
  const of = (m: number, a: number, o: number) => play({ assumptions: {}, accounts: { "market luck": m, "account luck": a, "order luck": o }, designs: { i: { period: "1 year", weights: inputs, rewards: bonus() }, o: { period: "1 year", weights: revenue, rewards: bonus() } } }, {response: r, worlds: 512});
  let a, b; try { [a, b] = [of(.03,.1, .06), of(.10,.4,.25)]; } catch (e) { console.log(String(e)); return; }
  const gap = (p: any, o: string) => p("i", o).map((v: number, w: number) => v - p("o", o)[w]);
  for (const o of ["net value", "surplus", "effort", "relationship"]) { log(`noise ${r} i-o ${o}`, difference(gap(b, o), gap(a, o))); log(`noise ${r} low ${o}`, difference(a("i",o), a("o",o))); log(`noise ${r} high ${o}`, difference(b("i",o), b("o",o)));}
  }
}, 100000);
