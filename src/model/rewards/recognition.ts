import { award } from "./award.js";

export const recognition = award({
  kind: "recognition",
  basis: "personal",
  summary:
    "Personal recognition for a score: an award, a ceremony, a symbolic gift. It lifts effort and motivation while it is fresh.",
  references: ["kosfeld-neckermann-2011", "gubler-2016", "stajkovic-luthans-2001"],
});
