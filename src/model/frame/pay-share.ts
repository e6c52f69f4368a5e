/**
 * A default amount of money, stated relative to pay so that it means the same in every currency: so many parts of a base salary cut into so
 * many. Whole numbers, because a twenty-fourth of 72 000 is then 3 000 to the last bit.
 */
export interface PayShare {
  readonly parts: number;
  readonly of: number;
}

export const payShare = (parts: number, of = 1): PayShare => ({ parts, of });

/** In the currency of the salary. What the share comes to at a base salary of so much. */
export const amountOfPay = ({ parts, of }: PayShare, salary: number): number => (salary * parts) / of;

/** `1/24 of base salary`, `50/3 of base salary`, `nothing`. */
export const payShareText = ({ parts, of }: PayShare): string =>
  parts === 0 ? "nothing" : `${of === 1 ? parts : `${parts}/${of}`} of base salary`;
