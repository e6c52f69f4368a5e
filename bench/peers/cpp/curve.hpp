// The normal distribution and payout curves (§8, §20).
#pragma once

#include <algorithm>
#include <cmath>

#include "given.hpp"

constexpr double kRootHalf = 0.70710678118654752440;
constexpr double kDensityAtZero = 0.39894228040143267794;

/** Φ and φ at z, by convention 0 or 1 beyond ±8.5. */
struct Normal {
  double below, density;
};

inline Normal normalAt(double z) {
  constexpr double reach = 8.5;
  if (z >= reach)
    return {1, 0};
  if (z <= -reach)
    return {0, 0};
  return {0.5 * std::erfc(-z * kRootHalf), kDensityAtZero * std::exp(-0.5 * z * z)};
}

/** Payout at a score; a score at a jump gets the higher side. */
inline double payout(const Curve& curve, double score) {
  double pay = curve.base + curve.rate * score;
  for (const Knot& knot : curve.knots)
    if (score >= knot.at)
      pay += knot.jump + knot.kink * (score - knot.at);
  return pay;
}

/** What a normal score pays on average, and how that changes with its mean: pay, slope, bend. */
struct Foreseen {
  double pay, slope, bend;
};

inline Foreseen foresee(const Curve& curve, double mean, double sd) {
  Foreseen out{curve.base + curve.rate * mean, curve.rate, 0};
  for (const Knot& knot : curve.knots) {
    const double z = (mean - knot.at) / sd;
    const Normal at = normalAt(z);
    out.pay += knot.jump * at.below + knot.kink * sd * (z * at.below + at.density);
    out.slope += knot.jump * at.density / sd + knot.kink * at.below;
    out.bend += at.density * (knot.kink - knot.jump * z / sd) / sd;
  }
  return out;
}

/** Largest slope at any mean. */
inline double steepest(const Curve& curve, double sd) {
  double most = std::max(0.0, curve.rate);
  for (const Knot& knot : curve.knots)
    most += std::max(0.0, knot.jump) * kDensityAtZero / sd + std::max(0.0, knot.kink);
  return most;
}
