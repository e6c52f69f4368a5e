import { joinWords } from "../../foundation/text/text.js";
import type { PayoutTermsInput } from "./payout-terms.js";

/** Terms that move what people can expect to be paid, and the word each goes by, where they are set to do so. */
const moving: readonly (readonly [words: string, isSet: (terms: PayoutTermsInput) => boolean])[] = [
  ["the payout cap", (terms) => ![undefined, "none"].includes(terms["payout cap"] as string | undefined)],
  ["the guarantee", ({ guarantee }) => guarantee !== undefined],
  ["the draw", ({ draw }) => draw !== undefined],
  ["SPIFFs", ({ spiffs = [] }) => spiffs.length > 0],
  ["the bonus bank", ({ bank }) => bank !== undefined],
  ["the clawback", ({ clawback }) => clawback !== undefined],
  ["rates by transaction", (terms) => terms["transaction rates"] !== undefined],
  ["the team pool", (terms) => terms["team pool"] !== undefined],
  ["the target ratchet", (terms) => terms["target ratchet"] !== undefined],
  ["the merit budget", (terms) => terms["merit budget"]?.["if over"] === "scale"],
  ["cumulative periods", ({ periods }) => periods === "cumulative"],
  ["what leavers lose", ({ leavers }) => leavers === "nothing"],
  ["minimum service", (terms) => ![undefined, 0, "0 months"].includes(terms["minimum service"] as string | undefined)],
  ["incentives of the roster", (terms) => terms["target incentive"] === "roster"],
];

/** What simulations leave out of the terms a scenario pays real people by, in one sentence; undefined for nothing. */
export function payApart(terms: PayoutTermsInput | undefined): string | undefined {
  const words = moving.filter(([, isSet]) => terms !== undefined && isSet(terms)).map(([name]) => name);
  if (words.length === 0) return undefined;
  return `simulations pay without ${joinWords(words)}, which only payout knows: real pay and its cost will differ`;
}
