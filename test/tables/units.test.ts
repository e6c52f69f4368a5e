import { describe, expect, test } from "vitest";
import { numberText, parsedNumber, separatorsOf } from "../../src/foundation/tables/cells/number-text.js";
import { readHeader } from "../../src/foundation/tables/header.js";

describe("scales in headers", () => {
  test.each([
    ["salary (£k)", "salary", "GBP", 1e3],
    ["salary £'000", "salary", "GBP", 1e3],
    ["salary (£000)", "salary", "GBP", 1e3],
    ["salary (£000s)", "salary", "GBP", 1e3],
    ["account revenue target (£m)", "account revenue target", "GBP", 1e6],
    ["revenue ($m)", "revenue", "USD", 1e6],
    ["revenue ($mm)", "revenue", "USD", 1e6],
    ["revenue $bn", "revenue", "USD", 1e9],
    ["revenue (€000)", "revenue", "EUR", 1e3],
    ["Umsatz (TEUR)", "umsatz", "EUR", 1e3],
    ["Umsatz in T€", "umsatz", "EUR", 1e3],
    ["Umsatz in Tsd. €", "umsatz", "EUR", 1e3],
    ["Umsatz (in Tsd.)", "umsatz", undefined, 1e3],
    ["Umsatz in 1.000 €", "umsatz", "EUR", 1e3],
    ["Umsatz Mio. EUR", "umsatz", "EUR", 1e6],
    ["Umsatz Mrd €", "umsatz", "EUR", 1e9],
    ["revenue in k", "revenue", undefined, 1e3],
    ["revenue '000", "revenue", undefined, 1e3],
    ["revenue (000s)", "revenue", undefined, 1e3],
    ["revenue kEUR", "revenue", "EUR", 1e3],
    ["revenue k€", "revenue", "EUR", 1e3],
    ["revenue M€", "revenue", "EUR", 1e6],
    ["revenue EURm", "revenue", "EUR", 1e6],
    ["revenue mn", "revenue", undefined, 1e6],
    ["revenue USD thousands", "revenue", "USD", 1e3],
    ["revenue MSEK", "revenue", "SEK", 1e6],
    ["revenue (A$ 000)", "revenue", "AUD", 1e3],
    ["revenue ₹ crore", "revenue", "INR", 1e7],
    ["revenue INR lakh", "revenue", "INR", 1e5],
    ["ventes en milliers d'euros", "ventes en d", "EUR", 1e3],
    ["ventas (miles de €)", "ventas de", "EUR", 1e3],
    ["revenue k€ thousands", "revenue", "EUR", 1e3],
  ])("%s", (text, core, currency, scale) => {
    expect(readHeader(text)).toMatchObject({ currency, scale, doubt: undefined });
    expect(readHeader(text).core.join(" ")).toBe(core);
  });

  test.each([
    ["revenue £k (£m)", "two scales"],
    ["salary (m)", "may be a scale"],
    ["Umsatz in T", "may be a scale"],
    ["revenue $ mil", "thousands or millions"],
  ])("%s is no guess", (text, doubt) => expect(readHeader(text).doubt).toContain(doubt));

  test.each(["model k", "top 1000 customers", "401k match", "k factor", "revenue FR", "time (min)", "m"])(
    "%s names no scale by accident, or only a lone k",
    (text) => expect(readHeader(text)).toMatchObject({ doubt: undefined, currency: undefined }),
  );
});

describe("scales in cells", () => {
  const number = (text: string) => {
    const parts = numberText(text);
    if (parts === undefined) return undefined;
    return [parsedNumber(parts, separatorsOf(parts.body) === "," ? "," : "."), parts.currency];
  };
  test.each([
    ["58k", 58_000, undefined],
    ["58K", 58_000, undefined],
    ["1.2m", 1_200_000, undefined],
    ["£1.1m", 1_100_000, "GBP"],
    ["€ 58k", 58_000, "EUR"],
    ["58 k€", 58_000, "EUR"],
    ["58 T€", 58_000, "EUR"],
    ["58 TEUR", 58_000, "EUR"],
    ["1,1 Mio. €", 1_100_000, "EUR"],
    ["1.1 mn", 1_100_000, undefined],
    ["$1.1mm", 1_100_000, "USD"],
    ["76 000 €", 76_000, "EUR"],
    ["CHF 5", 5, "CHF"],
    ["5 Fr.", 5, "CHF"],
    ["₹ 12 lakh", 1_200_000, "INR"],
    ["-58k", -58_000, undefined],
    ["(58k)", -58_000, undefined],
  ])("%s", (text, value, currency) => expect(number(text)).toEqual([value, currency]));

  test.each(["58 t", "12 m", "K100", "M12", "58kk", "58 k m", "5 mil", "k", "£", "58k%", "5 kg"])(
    "%s is no number",
    (text) => expect(number(text)).toBeUndefined(),
  );
});
