/** Names of the months, full and abbreviated, as words of a header or cell: lower case, without accents, umlauts spelt out. */
const byLanguage: Readonly<Record<string, readonly string[]>> = {
  English: [
    ...["jan january", "feb february", "mar march", "apr april", "may", "jun june"],
    ...["jul july", "aug august", "sep sept september", "oct october", "nov november", "dec december"],
  ],
  German: [
    ...["jan januar jaen jaenner", "feb februar feber", "maerz maer mrz", "apr april", "mai", "jun juni"],
    ...["jul juli", "aug august", "sep sept september", "okt oktober", "nov november", "dez dezember"],
  ],
  French: [
    ...["janv janvier", "fev fevr fevrier", "mars", "avr avril", "mai", "juin"],
    ...["juil juillet", "aou aout", "sept septembre", "oct octobre", "nov novembre", "dec decembre"],
  ],
  Spanish: [
    ...["ene enero", "feb febrero", "mar marzo", "abr abril", "may mayo", "jun junio"],
    ...[
      "jul julio",
      "ago agosto",
      "set sep sept setiembre septiembre",
      "oct octubre",
      "nov noviembre",
      "dic diciembre",
    ],
  ],
};

const numbers: ReadonlyMap<string, number> = new Map(
  Object.values(byLanguage).flatMap((names) =>
    names.flatMap((words, k) => words.split(" ").map((word) => [word, k + 1] as const)),
  ),
);

/** 1–12 for a month's name in one of the languages known, or undefined. */
export const monthNamed = (word: string): number | undefined => numbers.get(word);

/** Names of months that are words of another kind as well, in headers at least. */
export const isAlsoAWord = (word: string): boolean => word === "may" || word === "set" || word === "ago";
