import { validationInputs } from "../../src/node/files/validation-inputs.js";

/** What the validation reads, as shipped. */
export const shipped = { ...(await validationInputs()), quick: true };
