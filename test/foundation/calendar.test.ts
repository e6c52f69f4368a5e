import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addMonths,
  dayAfter,
  dayBefore,
  dayParts,
  daysFrom,
  monthsAfterClose,
} from "../../src/foundation/values/calendar.js";

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
const anyDay = fc.integer({ min: Date.UTC(1900, 0, 1) / 864e5, max: Date.UTC(2200, 0, 1) / 864e5 });

test("hand-worked: leap years and ends of months", () => {
  expect(daysFrom("2024-01-01", "2024-12-31")).toBe(366);
  expect(daysFrom("1900-02-28", "1900-03-01")).toBe(2);
  expect(daysFrom("2000-02-28", "2000-03-01")).toBe(3);
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2023-11-30", 3)).toBe("2024-02-29");
  expect(addMonths("2024-03-31", -1)).toBe("2024-02-29");
  expect(dayAfter("2023-12-31")).toBe("2024-01-01");
  expect(dayBefore("2024-03-01")).toBe("2024-02-29");
});

test("days are those of the machine's calendar", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 3_000 }), (first, more) => {
      const [from, to] = [dayOf(first * 864e5), dayOf((first + more) * 864e5)];
      expect(daysFrom(from, to)).toBe(more + 1);
      expect(dayAfter(dayOf((first - 1) * 864e5))).toBe(from);
      expect(dayBefore(dayOf((first + 1) * 864e5))).toBe(from);
    }),
  );
});

test.each(["2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "24-01-01", "1.1.2024", ""])(
  "%s is refused",
  (text) => {
    expect(() => dayParts(text)).toThrow(/not a day of the calendar/);
  },
);

test("months after the last day of a month end on the last day of a month; after others on the same day", () => {
  expect(monthsAfterClose("2023-09-30", 3)).toBe("2023-12-31");
  expect(monthsAfterClose("2023-06-30", 6)).toBe("2023-12-31");
  expect(monthsAfterClose("2023-02-28", 12)).toBe("2024-02-29");
  expect(monthsAfterClose("2024-02-29", 12)).toBe("2025-02-28");
  expect(monthsAfterClose("2023-12-31", 2)).toBe("2024-02-29");
  expect(monthsAfterClose("2023-03-30", 3)).toBe("2023-06-30");
  expect(monthsAfterClose("2023-09-14", 3)).toBe("2023-12-14");
});
