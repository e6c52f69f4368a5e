import { test } from "vitest";
import { difference, errorsOff, play } from "./lab.js";
const revenue = { "account revenue": "100 %" };
const bonus = (more = {}) => [{ kind: "cash bonus", "at target": "18000 EUR/year", ...more }];
const log = (what: string, e: ReturnType<typeof difference>) => console.log(what, e.mean.toPrecision(4), "t", errorsOff(e).toFixed(1));
const inputs = { "executive access": "50 %", "co-creation work": "50 %" };
const heavy = (r: number) => ({ "account revenue": `${r} %`, "executive access": `${(100-r)/2} %`, "co-creation work": `${(100-r)/2} %` });
const cards: any = { none: inputs };
test("hump", () => {
  for (const shift of [-0.6,-0.3,-.1, 0,.1, 0.3, 0.6]) {
    const p = play({ horizon: "1 year", designs: { quota: { period: "1 year", weights: revenue, rewards: bonus() }, linear: { period: "1 year", weights: revenue, rewards: bonus({ curve: { kind: "linear" } }) } } }, { shift, worlds: 128 });
    for (const d of ["quota", "linear"]) log(`hump ${d} ${shift}`, difference(p(d, "effort"), p("no reward", "effort")));
  }
}, 100000);
test("weights", () => {
  for (const [what, s, r] of [["default", {}, "look-ahead"], ["none", {}, "none"], ["no substitution", { substitution: 0 }, "look-ahead"], ["no pull", { pulled: "0 %" }, "look-ahead"], ["no revenue slope", { diminishing: 1 }, "look-ahead"]] as const) {
  let p; try { p = play({ assumptions: s as any, designs: Object.fromEntries([10, 50, 90].map(r => [`r${r}`, { period: "1 year", weights: heavy(r), rewards: bonus() }])) }, { response: r }); } catch (e) { console.log(what, String(e)); continue; }
  for (const o of ["effort on executive access", "effort on co-creation", "selling push", "demand pulled forward"]) { try { for (const [a,b] of [["r50","r10"],["r90","r50"]]) log(`weights ${what} ${o} ${a}-${b}`, difference(p(a,o), p(b,o))); } catch (e) { console.log(String(e)); } }
  }
}, 100000);
test("window", () => {
  for (const [what, s] of [["default", {}], ["no yield", { "relationship yield": 0, "adoption yield": 0, "churn slope": 0 }]] as const) {
  const p = play({ horizon: "6 years", assumptions: s, designs: { y1: { period: "1 year", weights: revenue, rewards: bonus() }, y3: { period: "3 years", weights: revenue, rewards: bonus() } } }, {worlds: 192});
  log(`window ${what} relationship`, difference(p("y3","relationship"), p("y1","relationship")));
  log(`window ${what} access`, difference(p("y3","effort on executive access"), p("y1","effort on executive access")));
  }
}, 100000);
test("recognition", () => {
  for (const [what, s] of [["default", {}], ["worthless", { perceived: 0, support: 0 }], ["no habit", { habituation: "0 %" }], ["habit", { habituation: "40 %" }]] as const) {
  const p = play({ horizon: "6 years", assumptions: s, designs: { r: { period: "1 year", weights: inputs, rewards: [{kind:"recognition","at target":"4000 EUR/year"}] } } }, {worlds: 192});
  for (const o of ["relationship", "motivation", "effort"]) log(`recognition ${what} ${o}`, difference(p("r",o), p("no reward",o)));
  }
}, 100000);
test("crowding", () => {
  for (const [what, s] of [["default", {}], ["0", { crowding: 0 }], [".15", {crowding: .15}]] as const) {
  const p = play({ assumptions: s, designs: { o: { period: "1 year", weights: revenue, rewards: bonus() }, i: { period: "1 year", weights: inputs, rewards: bonus() } } });
  log(`crowding ${what} output`, difference(p("o","motivation"), p("no reward","motivation")));
  log(`crowding ${what} input`, difference(p("i","motivation"), p("no reward","motivation")));
  }
}, 100000);
test("raises", () => {
  for (const [what, s, h] of [["default 2", {}, "2 years"], ["default 6", {}, "6 years"],["default 10", {}, "10 years"], ["no slope 6", { "quit slope": 0 }, "6 years"]] as const) {
  const p = play({ horizon: h, assumptions: s, designs: { cash: { period: "1 year", weights: revenue, rewards: bonus() }, raise: { period: "1 year", weights: revenue, rewards: [{kind: "salary increase", "at target": "3600 EUR/year"}] } } });
  for (const o of ["leavers", "ability", "reward cost", "utility"]) log(`raises ${what} ${o}`, difference(p("raise",o), p("cash",o)));
  }
}, 100000);
test("team", () => {
  const size = (m: number, r = {}) => play({ managers: m, horizon: "2 years", designs: { team: { period: "1 year", weights: revenue, rewards: bonus({for: "team"}) }, personal: { period: "1 year", weights: revenue, rewards: bonus() } } }, {worlds: 128});
  const [a, b] = [size(2), size(6)];
  for (const d of ["team", "personal"]) log(`team 6-2 ${d}`, difference(b(d,"effort"), a(d,"effort")));
  for (const d of ["team", "personal"]) log(`team rel 6-2 ${d}`, difference(b(d,"effort").map((v, w) => v - b("no reward", "effort")[w]), a(d,"effort").map((v, w) => v - a("no reward", "effort")[w])));
}, 100000);
test("ratchet", () => {
  for (const f of ["100 %", "40 %", "0 %"]) for (const curve of [{kind:"linear"},{kind:"target"}]) {
  const of = (l: string) => play({ assumptions: { rebase: l, foresight: f }, designs: { cash: { period: "1 year", weights: revenue, rewards: bonus({curve}) } } });
  const [a, b] = [of("0 %"), of("100 %")];
  log(`ratchet foresight ${f} ${curve.kind}`, difference(b("cash","effort"), a("cash","effort")));
  }
}, 100000);
test("bias", () => {
  for (const r of ["look-ahead", "evidence", "none"]) {
  const of = (l: number) => play({ assumptions: { "present bias": l }, designs: { cash: { period: "1 year", weights: revenue, rewards: bonus() }, com: {period: "1 year", weights: revenue, rewards: [{ kind: "commission", rate: "0.3 % of account revenue" }] } } }, {response: r});
  const [a, b] = [of(1), of(.7)];
  for (const d of ["cash", "com"]) log(`bias ${r} ${d}`, difference(b(d,"effort"), a(d,"effort")));
  }
}, 100000);
test("hollow", () => {
  const of = (l: number) => play({ assumptions: { hollow: `${l} %` }, designs: { i: { period: "1 year", weights: inputs, rewards: bonus() }, o: { period: "1 year", weights: revenue, rewards: bonus() } } });
  const [a, b] = [of(0), of(80)];
  for (const d of ["i", "o"]) for (const o of ["net value", "relationship", "effort"]) log(`hollow ${d} ${o}`, difference(b(d,o), a(d,o)));
}, 100000);
test("noise", () => {
  for (const r of ["look-ahead", "none"]) {
  const of = (m: string, a: string, o: string) => play({ assumptions: {}, accounts: { "market luck": m, "account luck": a, "order luck": o }, designs: { i: { period: "1 year", weights: inputs, rewards: bonus() }, o: { period: "1 year", weights: revenue, rewards: bonus() } } }, {response: r, worlds: 512});
  let a, b; try { [a, b] = [of("3 %/year", "10 %/year","6 %"), of("10 %/year", "40 %/year","25 %")]; } catch (e) { console.log(String(e)); return; }
  const gap = (p: any, o: string) => p("i", o).map((v: number, w: number) => v - p("o", o)[w]);
  for (const o of ["net value", "surplus", "effort", "relationship"]) { log(`noise ${r} i-o ${o}`, difference(gap(b, o), gap(a, o))); log(`noise ${r} low ${o}`, difference(a("i",o), a("o",o))); log(`noise ${r} high ${o}`, difference(b("i",o), b("o",o)));}
  }
}, 100000);
