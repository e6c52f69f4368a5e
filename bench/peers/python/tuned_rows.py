"""Where things stand in the rows of a month."""

# What a month adds to outcomes, one row each; the first four are also discounted.
MARGIN, ACCRUED, EFFORT_COST, LEFT, REVENUE, SPENT, PAID, ENJOYED, BASE_PAY = range(9)
MEANS, REFERENCEABLE, ABILITY, MOTIVE, UTILITY, PUSH, PULLED, EFFORT = slice(9, 12), 12, 13, 14, 15, 16, 17, 18
