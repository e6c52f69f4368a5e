/** A name of ours that a word of the trade may stand for; `when` where the word alone does not decide. */
interface Meaning {
  readonly name: string;
  readonly when?: string;
}

interface TradeWord {
  /** As people write it, in small letters. */
  readonly words: readonly string[];
  /** The name here, or the names it may be. */
  readonly means: readonly (string | Meaning)[];
  /** What else there is to say. */
  readonly also?: string;
  /** A name beside which `also` is said alone, where no single name stands for the word. */
  readonly among?: string;
}

/**
 * Words of plan documents and what files say instead, most of them settings, kinds and measures. One line a word: the next one is another
 * line. A word that is the name of something where it stands is never looked up.
 */
export const tradeWords: readonly TradeWord[] = [
  // what is measured
  {
    words: ["revenue", "turnover", "sales", "bookings", "billings", "quota attainment"],
    means: ["account revenue", "revenue"],
  },
  { words: ["team revenue", "team sales"], means: ["shared objectives"] },
  {
    words: ["gross margin", "margin", "gross profit", "profit", "contribution", "gp", "gm"],
    means: ["profitability", "margin"],
  },
  {
    words: [
      "nrr",
      "net revenue retention",
      "net retention",
      "upsell",
      "cross-sell",
      "expansion",
      "growth of existing accounts",
    ],
    means: ["organic growth"],
  },
  {
    words: ["grr", "gross revenue retention", "retention", "renewals", "renewal rate", "logo retention", "churn"],
    means: ["account retention"],
  },
  {
    words: ["nps", "csat", "net promoter score", "customer sat", "satisfaction", "customer survey", "ces"],
    means: ["customer satisfaction"],
  },
  { words: ["clv", "cltv", "ltv", "lifetime value"], means: ["customer lifetime value"] },
  {
    words: ["mbo", "mbos", "okr", "okrs", "personal objectives", "individual goals"],
    means: [],
    among: "customer satisfaction",
    also: "name the measures the objectives look at, such as account plans kept current or customer goals reached; each has a weight",
  },
  { words: ["pipeline", "forecast accuracy"], means: ["pipeline quality"] },
  {
    words: ["account plan", "account planning", "account plans"],
    means: ["account plans kept current", "account planning"],
  },
  { words: ["c-level access", "exec access", "executive sponsors"], means: ["executive access"] },
  { words: ["references", "case studies", "advocacy"], means: ["referenceable accounts"] },
  // what is paid
  {
    words: [
      "bonus",
      "sti",
      "short-term incentive",
      "annual bonus",
      "incentive",
      "variable pay",
      "target bonus",
      "performance bonus",
      "quarterly bonus",
    ],
    means: ["cash bonus"],
  },
  {
    words: ["lti", "ltip", "long-term incentive", "deferred bonus", "retention bonus"],
    means: ["cash bonus"],
    also: "with a period such as 3 years, or deferred and vests after",
  },
  {
    words: [
      "merit",
      "merit increase",
      "merit raise",
      "raise",
      "pay rise",
      "pay raise",
      "salary raise",
      "base increase",
    ],
    means: ["salary increase"],
  },
  { words: ["merit matrix", "merit grid", "merit table", "increase matrix"], means: ["positions"] },
  { words: ["mentoring", "training", "coaching", "course", "education", "mba"], means: ["development"] },
  {
    words: ["spot award", "spot bonus", "award", "praise", "employee of the month", "president's club", "club"],
    means: ["recognition"],
  },
  { words: ["vacation", "time off", "pto", "days off", "trip", "incentive travel"], means: ["holiday"] },
  { words: ["offsite", "dinner", "team dinner", "team building", "party"], means: ["team event"] },
  { words: ["allowance", "fixed pay rise", "top-up", "lump sum"], means: ["salary top-up"] },
  // how it is paid
  {
    words: [
      "target incentive",
      "tic",
      "target variable",
      "on-target incentive",
      "on target",
      "target amount",
      "amount at target",
    ],
    means: ["at target"],
  },
  { words: ["ote", "on-target earnings"], means: ["at target"], also: "the incentive alone, without base salary" },
  { words: ["pay mix", "mix"], means: ["at target"], also: "of a mix of 80/20 it is 25 % of base salary" },
  { words: ["floor", "hurdle", "entry", "minimum attainment", "trigger"], means: ["threshold", "at least"] },
  { words: ["floor payout", "threshold payout", "minimum payout", "pays at floor"], means: ["pays at threshold"] },
  { words: ["kicker", "multiple", "upside", "overachievement rate", "leverage"], means: ["accelerator", "multiplier"] },
  { words: ["stretch", "maximum attainment", "outstanding"], means: ["excellence", "up to attainment"] },
  {
    words: ["cap", "capped", "maximum", "max", "ceiling", "payout maximum", "maximum payout", "max payout"],
    means: [
      { name: "payout cap", when: "limits pay" },
      { name: "up to attainment", when: "limits the place on the curve" },
    ],
    also: "the last of its points or steps is the most a curve pays",
  },
  {
    words: ["interpolated", "interpolate", "interpolation", "linear interpolation", "straight line"],
    means: [{ name: "interpolated payout", when: "runs straight between what the tiers pay" }],
    also: "a rate that is itself interpolated between tiers is not possible yet",
  },
  { words: ["marginal", "progressive", "incremental", "tiered"], means: ["stepped"] },
  { words: ["retroactive", "first dollar", "back to dollar one", "cliff"], means: ["flat"] },
  { words: ["holdback", "deferral", "retained"], means: ["deferred", "paid after"] },
  { words: ["vesting", "vesting period", "vests"], means: ["vests after"] },
  { words: ["modifier", "multiplicator", "quality factor"], means: ["multiplier"] },
  { words: ["knock-out", "circuit breaker", "qualifier", "precondition"], means: ["gate"] },
  { words: ["payout matrix", "payout table", "grid"], means: ["matrix"] },
  { words: ["individual", "own", "self"], means: ["personal", "person"] },
  { words: ["group", "pooled", "collective"], means: ["team"] },
  { words: ["spiff", "spif", "spiv", "milestone", "milestones", "contest"], means: ["spiffs"] },
  { words: ["guaranteed", "minimum guarantee", "salary guarantee"], means: ["guarantee"] },
  { words: ["advance", "recoverable draw", "draw against commission"], means: ["draw"] },
  { words: ["malus", "recoupment", "claw back"], means: ["clawback"] },
  { words: ["ytd", "year to date", "cumulative ytd"], means: ["cumulative"] },
  { words: ["pool", "bonus pool"], means: ["team pool", "bank"] },
  { words: ["split", "splits", "crediting", "credit splits", "double crediting"], means: ["shared sales"] },
  { words: ["proration", "prorate", "pro-rata", "part-year"], means: ["part periods", "pro rata"] },
  { words: ["daily", "by days"], means: ["calendar days"] },
  // the team and the file
  { words: ["headcount", "reps", "kams", "size", "people", "fte"], means: ["managers"] },
  { words: ["base", "base salary", "base pay", "fixed pay", "pay", "wage"], means: ["salary"] },
  { words: ["accounts", "accounts per rep", "book size"], means: ["per manager"] },
  { words: ["attrition", "labour turnover", "labor turnover", "resignations"], means: ["quits"] },
  { words: ["plans", "schemes", "plan", "scheme", "design"], means: ["designs"] },
  { words: ["kpi", "kpis", "metrics", "goals", "scorecard"], means: ["weights", "measures"] },
  { words: ["components", "elements", "incentives"], means: ["rewards"] },
  { words: ["type"], means: ["kind"] },
  { words: ["frequency", "cycle", "pay period", "performance period", "measurement period"], means: ["period"] },
  { words: ["duration", "years", "length", "time frame"], means: ["horizon"] },
];

/** Lengths of time in one word. */
const lengths: readonly (readonly [words: readonly string[], length: string])[] = [
  [["annual", "annually", "yearly", "year", "a year", "every year", "per year", "fy"], "1 year"],
  [["half-yearly", "semi-annual", "semi-annually", "half-year", "half a year", "every six months"], "6 months"],
  [["quarterly", "quarter", "a quarter", "every quarter"], "3 months"],
  [["monthly", "month", "a month", "every month"], "1 month"],
  [["biennial", "two-yearly"], "2 years"],
  [["biannual"], "6 months or 2 years"],
];

/** Words that are the same but for case, spaces, hyphens and underscores. */
export const bareWord = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, "");

const isAmong = (words: readonly string[], word: string): boolean => {
  const wanted = bareWord(word);
  return words.some((one) => bareWord(one) === wanted);
};

/** What a length of time in one word is called here, as a remedy; undefined for other words. Takes it in quotes as well. */
export function lengthOfTime(word: string): string | undefined {
  const found = lengths.find(([words]) => isAmong(words, word.replace(/^"(.*)"$/, "$1")));
  return found && `write ${found[1]}`;
}

/** What a word of the trade is called where these names are known, as a remedy; undefined for words that are none. */
export function tradeRemedy(word: string, names: readonly string[]): string | undefined {
  const found = tradeWords.find(({ words }) => isAmong(words, word));
  if (found === undefined) return undefined;
  const { also, among } = found;
  if (among !== undefined) return names.includes(among) ? also : undefined;
  const all = found.means.map((one): Meaning => (typeof one === "string" ? { name: one } : one));
  const here = all.filter(({ name }) => names.includes(name));
  const [first] = here;
  if (first === undefined) return undefined;
  if (here.length > 1 && here.every(({ when }) => when !== undefined))
    return `write ${here.map(({ name, when }) => `${name} where it ${when}`).join(", ")}`;
  if (here.length > 1 || all.length > 1 || also === undefined)
    return `did you mean ${here.map(({ name }) => name).join(" or ")}?`;
  return first.when === undefined
    ? `write ${first.name}, ${also}`
    : `write ${first.name} where it ${first.when}; ${also}`;
}
