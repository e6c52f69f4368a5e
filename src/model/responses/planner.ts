import { relationshipEffect } from "../scorecard/prospects.js";
import { defineResponse } from "./response.js";

export const planner = defineResponse({
  name: "planner",
  title: "first best",
  summary:
    "Effort a well-informed owner would choose: marginal value to the firm, over the horizon and what follows, against marginal cost of effort, which is compensated.",
  references: ["first best of agency theory: Holmström 1979"],
  chooses: true,
  movesMotive: false,
  kernel({ lanes, world, activities, firmValue }) {
    const { lanes: count, worlds, world: worldOf, theta, usual, slope, flow, gain, genuine } = lanes;
    for (let j = 0; j < activities.length; j++) {
      const one = activities[j];
      for (let i = 0; i < count; i++) {
        const a = j * count + i;
        const w = worldOf[i];
        const toR = relationshipEffect(one, usual[a], slope[a], world.pressureHarm[w]);
        gain[a] =
          theta[i] *
          flow[i] *
          (toR * firmValue[w] +
            slope[a] * one.adoption * firmValue[worlds + w] +
            slope[a] * one.push * firmValue[2 * worlds + w]);
      }
    }
    genuine.fill(1);
  },
});
