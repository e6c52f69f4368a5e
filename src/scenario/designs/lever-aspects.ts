import type { DesignDifferences } from "./design-aspects.js";

type IsOwn = (aspect: string) => boolean;

/** What levels of a lever every scenario has may differ in; undefined for a lever of one's own, which is about whatever it turns. */
export function isOfLever(factor: string, { only }: DesignDifferences): IsOwn | undefined {
  if (factor === "weights" || factor === "inputWeight") return (aspect) => aspect === "weights";
  if (factor === "period") return (aspect) => aspect === "period";
  if (factor === "curve") return (aspect) => aspect.startsWith("curve");
  if (factor !== "reward") return undefined;
  // rewards of the same kinds differ in how they pay; where one is exchanged for another, that is the factor
  const isExchange = only[0].length + only[1].length > 0;
  return (aspect) => !isExchange && aspect.includes(" of ");
}
