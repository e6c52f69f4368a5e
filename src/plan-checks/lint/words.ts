import { formatNumber, significant } from "../../foundation/text/text.js";
import { formatQuantity, share } from "../../foundation/values/quantity.js";

/** `52.5 %`: a score or a payout, without what adding up in binary leaves behind. */
export const percentWords = (value: number): string => formatQuantity(significant(value, 4), share(), "");

/** `5.5` */
export const plainNumberText = (value: number): string => formatNumber(significant(value, 3));
