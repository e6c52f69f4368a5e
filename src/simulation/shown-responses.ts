import { responses } from "../model/responses/index.js";
import type { ResponseName } from "../scenario/schema/file-types.js";

/** Responses a comparison shows side by side. */
export const shownResponses = (): readonly ResponseName[] =>
  responses.filter((one) => !one.compensates).map((one) => one.name as ResponseName);
