import { measures } from "./index.js";

/** Names for examples in references and errors: a result the books hold, and what customers are asked. */
export const exampleMeasures = {
  booked: measures[0].name,
  asked: (measures.find(({ sampling }) => sampling === "survey") ?? measures[0]).name,
};
