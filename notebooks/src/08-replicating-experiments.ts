// %% [markdown]
// # Can it replicate what was really observed?
//
// A model that only reproduces itself is not worth much. Two data sets it was not made from: 9,861 people pressing buttons for money, deferred
// money and none (DellaVigna & Pope 2018), and 5,143 employees who stayed or left under different raises (Sturman et al. 2003).

// %%
import { chart, show, validate } from "rewardlab";

// %% [markdown]
// ## Fit on three arms, predict the others
//
// Effort without pay, at one cent and at ten cents per hundred presses fix a law of effort with three numbers. It then has to say what
// four cents do, and what a tenth of a cent does.

// %%
const presses = await validate({ ids: ["R1"] });
presses;

// %%
const fitted = presses.rows.filter((one) => one.exact > 100);
await show(chart.agreement(fitted, { quantity: "button presses in ten minutes" }));

// %% [markdown]
// The misses are part of the result. Piece rates are predicted within a standard error. Appeals, comparisons and gifts move people although
// they change nobody's pay: a law of pay alone cannot see them, which is why the scenario's recognition has a law of its own.

// %% [markdown]
// ## Who leaves when raises follow performance?
//
// Turnover by performance rating under three raise schemes, from the published table: how many leave in all, and how good are those who stay?

// %%
const leavers = await validate({ ids: ["R2"] });
leavers;

// %%
chart.agreement(
  leavers.rows.filter((one) => one.exact > 10),
  { quantity: "separations, %" },
);

// %% [markdown]
// ## What would change the answer
//
// Both studies are about other people than key account managers: piece rates online, employees of one firm in the nineties. They say that the
// mechanisms are coded right, not that their sizes hold for your team. The sizes are assumptions of each scenario, with their ranges; a pilot
// with your own people is worth more than any of them.
