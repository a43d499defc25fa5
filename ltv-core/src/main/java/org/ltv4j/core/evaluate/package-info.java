/**
 * How good predictions were: errors, ranking, calibration and lift against what customers did after the cut, each beside
 * naive baselines, and the tables that a report draws.
 *
 * <p>{@link org.ltv4j.core.evaluate.HoldoutEvaluation} judges a whole model; {@link org.ltv4j.core.evaluate.Evaluation} any
 * column of predictions, {@link org.ltv4j.core.evaluate.ProbabilityEvaluation} one of probabilities and
 * {@link org.ltv4j.core.evaluate.HighValueEvaluation} how well the best customers are told from the others.
 * {@link org.ltv4j.core.evaluate.Tracking}, {@link org.ltv4j.core.evaluate.FrequencyCalibration},
 * {@link org.ltv4j.core.evaluate.ProbabilityAliveMatrix}, {@link org.ltv4j.core.evaluate.ErrorGroup} and
 * {@link org.ltv4j.core.evaluate.Concentration} are what is plotted.
 *
 * <pre>{@code
 * CalibrationHoldout split = log.calibrateUntil(LocalDate.of(1997, 9, 30), TimeScale.WEEK);
 * HoldoutEvaluation judged = HoldoutEvaluation.of(new ValueModel(purchases, spend), split);
 * Evaluation model = judged.transactions().get(0).evaluation();
 * }</pre>
 *
 * <p>Several models on several past dates, with confidence intervals and paired tests: {@code org.ltv4j.core.evaluate.backtest}.
 *
 * <p>A measure that does not exist, such as a rank correlation with a constant, is absent and never NaN.
 */
@NullMarked
package org.ltv4j.core.evaluate;

import org.jspecify.annotations.NullMarked;
