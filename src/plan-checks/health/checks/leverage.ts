import { payoutAt } from "../../../model/curves/curve.js";
import { excellenceOf } from "../../curve-places.js";
import { exactly, type HealthCheck } from "../check.js";
import { mainForm, scoreText } from "../score.js";

export const leverage: HealthCheck = {
  name: "leverage",
  quantity: "payout at excellence ÷ payout at target",
  rule: "Excellence pays 1.5 to 3 times what target pays (total multiple): less is no reason to excel, more is a lottery.",
  sources: ["house rule"],
  needs: "scenario",
  unit: { dimension: "number" },
  limits: { low: 1.5, high: 3 },
  read(subject) {
    const form = mainForm(subject);
    const excellence = form && excellenceOf(form);
    if (form === undefined || excellence === undefined || payoutAt(form, 1) <= 0) return "does not apply";
    return exactly(payoutAt(form, excellence) / payoutAt(form, 1), `excellence at ${scoreText(excellence)}`);
  },
};
