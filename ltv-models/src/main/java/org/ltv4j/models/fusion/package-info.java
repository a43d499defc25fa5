/**
 * Models together: what probability models say as features for others, and several models fused into one.
 *
 * <pre>{@code
 * OutcomeEstimator bgNbd = new SummariesEstimator("BG/NBD + Gamma-Gamma", TimeScale.WEEK, BgNbd::fit, GammaGamma::fit);
 * FeatureSource hybrid = HybridFeatures.of(plan, horizon, TimeScale.WEEK, BgNbd::fit, GammaGamma::fit);
 * OutcomeEstimator fused = Fusion.stacked("fused", List.of(bgNbd, boosted), CutDates.upTo(2));
 * }</pre>
 */
@NullMarked
package org.ltv4j.models.fusion;

import org.jspecify.annotations.NullMarked;
