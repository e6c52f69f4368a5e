import { fixedSpending } from "./fixed.js";

export const development = fixedSpending({
  kind: "development",
  title: "education and mentoring",
  form: "development",
  summary:
    "Educational support and mentoring that make the person more of an asset: ability grows with the square root of spending; half the cost is felt as a benefit.",
  references: ["effect on ability: assumption"],
});
