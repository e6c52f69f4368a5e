/** What users of the package see of this room: published results the engine has to meet. */

export { type ValidateOptions, type ValidationRow, validate } from "./validate.js";
