import { defineResponse } from "./response.js";

export const none = defineResponse({
  name: "none",
  title: "no reaction",
  summary:
    "Managers work as they would unrewarded; rewards still cost money, keep people and attract others. Mechanics only, always shown first.",
  references: ["baseline of every comparison"],
  chooses: false,
  looksAtScores: false,
  movesMotive: false,
  compensates: false,
  kernel({ lanes }) {
    lanes.effort.set(lanes.natural);
    lanes.genuine.fill(1);
  },
});
