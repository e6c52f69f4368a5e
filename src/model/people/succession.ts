import type { WorldColumns } from "../frame/part.js";
import { defineLaw } from "../frame/step.js";
import { ableAt } from "./learning.js";
import { outsidePay } from "./staying.js";

/** What happens when a manager leaves: relationships suffer, the seat is vacant, a successor is selected by the pay on offer. */
export const succession = defineLaw({
  title: "succession",
  summary:
    "A leaver takes part of the relationships along; after a vacancy a successor starts, abler where expected pay is higher and where more pay is contingent on performance.",
  references: ["lazear-2000 (selection under contingent pay)", "Lo, Ghosh & Lafontaine 2011", "sizes: assumption"],
  assumptions: {
    handover: {
      section: "assumptions",
      unit: { dimension: "share", max: 1 },
      value: "5 % to 30 %, most likely 15 %",
      meaning: "relationship lost when the KAM changes; adoption loses half as much",
      source: "assumption",
    },
    vacancy: {
      section: "team",
      unit: { dimension: "duration", max: 60 },
      value: "3 months",
      meaning: "time a seat stays vacant",
      source: "assumption",
    },
    abilitySpread: {
      section: "team",
      unit: { dimension: "number", min: 0, max: 2 },
      value: "0.08 to 0.25, most likely 0.15",
      meaning: "log-SD of ability between KAMs",
      source: "assumption",
    },
    exSales: {
      section: "team",
      unit: { dimension: "share", max: 1 },
      value: "10 % to 70 %, most likely 40 %",
      meaning: "share of KAMs with a sales background",
      source: "assumption",
    },
    attraction: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 10 },
      value: "0 to 0.8, most likely 0.3",
      meaning: "ability of applicants, in SD, per unit of expected pay above the outside option",
      source: "assumption",
    },
    sorting: {
      section: "assumptions",
      unit: { dimension: "number", min: 0, max: 10 },
      value: "0 to 0.8, most likely 0.3",
      meaning: "ability of applicants, in SD, per unit of the contingent share of pay (at most .4 counts)",
      source: "lazear-2000",
    },
  },
  kernel(
    lanes,
    {
      handover,
      vacancy,
      abilitySpread,
      attraction,
      sorting,
      contingentShare,
      salary,
    }: WorldColumns<"handover" | "vacancy" | "abilitySpread" | "attraction" | "sorting" | "contingentShare" | "salary">,
    draws,
  ) {
    const {
      lanes: count,
      accounts,
      world,
      left,
      relationship,
      adoption,
      raise,
      pending,
      hires,
      motive,
      freshness,
    } = lanes;
    const { lnAbility, lnAbilityAtHire, exSales, tenure, expectedPay, meanRelationship, meanAdoption } = lanes;
    const seat = lanes.vacancy;
    for (let i = 0; i < count; i++) {
      const w = world[i];
      if (left[i] === 0 && seat[i] <= 0) continue;
      if (left[i] === 1) {
        meanRelationship[i] = (1 + meanRelationship[i]) * (1 - handover[w]) - 1;
        meanAdoption[i] = (1 + meanAdoption[i]) * (1 - 0.5 * handover[w]) - 1;
        for (let k = 0; k < accounts; k++) {
          relationship[k * count + i] *= 1 - handover[w];
          adoption[k * count + i] *= 1 - 0.5 * handover[w];
        }
        raise[i] = 0;
        pending[i] = 0;
        seat[i] = vacancy[w];
      } else seat[i] -= 1;
      if (seat[i] > 0) continue;
      const at = hires[i] * count + i;
      seat[i] = 0;
      hires[i] += 1;
      tenure[i] = 0;
      motive[i] = 1;
      freshness[i] = 1;
      exSales[i] = draws.background[at];
      const offered = attraction[w] * (expectedPay[i] / (salary[w] * outsidePay) - 1);
      lnAbility[i] = ableAt(
        abilitySpread[w] * (draws.talent[at] + offered + sorting[w] * Math.min(0.4, contingentShare[w])),
      );
      lnAbilityAtHire[i] = lnAbility[i];
    }
  },
  formula({ lane, accounts, world, luck }) {
    if (lane.left === 0 && lane.vacancy <= 0) return {};
    const isLeaving = lane.left === 1;
    const waiting = isLeaving ? world.vacancy : lane.vacancy - 1;
    const ability = ableAt(
      world.abilitySpread *
        (luck.lane.talent +
          world.attraction * (lane.expectedPay / (1.25 * world.salary) - 1) +
          world.sorting * Math.min(0.4, world.contingentShare)),
    );
    return {
      accounts: accounts.map((a) =>
        isLeaving
          ? { relationship: a.relationship * (1 - world.handover), adoption: a.adoption * (1 - world.handover / 2) }
          : {},
      ),
      lane: {
        ...(isLeaving
          ? {
              raise: 0,
              pending: 0,
              meanRelationship: (1 + lane.meanRelationship) * (1 - world.handover) - 1,
              meanAdoption: (1 + lane.meanAdoption) * (1 - world.handover / 2) - 1,
            }
          : {}),
        ...(waiting > 0
          ? { vacancy: waiting }
          : {
              vacancy: 0,
              hires: lane.hires + 1,
              tenure: 0,
              motive: 1,
              freshness: 1,
              exSales: luck.lane.background,
              lnAbility: ability,
              lnAbilityAtHire: ability,
            }),
      },
    };
  },
  examples: [
    {
      why: "a leaver takes 15 % of the relationship and half that of adoption",
      lane: { left: 1, raise: 2_000 },
      account: { relationship: 1, adoption: 1 },
      world: { handover: 0.15, vacancy: 3 },
      gives: { lane: { vacancy: 3, raise: 0 }, account: { relationship: 0.85, adoption: 0.925 } },
    },
    {
      why: "pay 10 % above the outside option attracts .3·.1 SD more ability",
      lane: { vacancy: 1, expectedPay: 99_000, hires: 1 },
      luck: { talent: 0 },
      world: { abilitySpread: 0.15, attraction: 0.3, sorting: 0.3, contingentShare: 0, salary: 72_000 },
      gives: { lane: { vacancy: 0, lnAbility: 0.0045, lnAbilityAtHire: 0.0045, tenure: 0, hires: 2 } },
    },
    {
      why: "whatever pay is offered, nobody is more than e⁵ times as able as the average applicant",
      lane: { vacancy: 1, expectedPay: 9e9, hires: 1 },
      luck: { talent: 0 },
      world: { abilitySpread: 0.15, attraction: 0.3, sorting: 0.3, contingentShare: 0, salary: 72_000 },
      gives: { lane: { lnAbility: 5, lnAbilityAtHire: 5 } },
    },
  ],
  laws: [
    {
      law: "a filled seat nobody leaves stays as it is",
      holds: (before, after) =>
        before.lane.left === 1 || before.lane.vacancy > 0 || after.lane.hires === before.lane.hires,
    },
  ],
});
