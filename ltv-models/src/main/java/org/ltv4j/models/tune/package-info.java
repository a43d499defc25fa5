/**
 * Search for hyper-parameters: of any model, over a typed space, with splits that respect time and customers. Nothing here
 * knows what is tuned; the caller gives a loss.
 *
 * <pre>{@code
 * SearchSpace space = SearchSpace.builder()
 *     .integer("maxDepth", 2, 8)
 *     .logReal("learningRate", 0.01, 0.3)
 *     .choice("objective", "tweedie", "squaredLog")
 *     .build();
 * RollingOrigin past = RollingOrigin.of(known, Outcome.spend(Horizon.parse("90d")), CutDates.upTo(4).every(30).afterHistoryOf(270));
 *
 * TuningResult result = Tuner.bayesian(space, 42)
 *     .trials(60)
 *     .pruning(Pruning.median(5, 0))                       // bad trials end early
 *     .savedIn(Path.of("study.json"))                      // continued if it is there
 *     .minimise(past.loss(settings -> estimatorOf(settings), Evaluation::rootMeanSquaredError));
 * Settings best = result.best().settings();
 * }</pre>
 *
 * <p>Any other loss does as well; what it reports can be pruned:
 *
 * <pre>{@code
 * tuner.minimise(trial -> trial.meanOf(folds, fold -> lossOf(fold, trial.settings())));
 * }</pre>
 *
 * <p><strong>Which search.</strong> {@link org.ltv4j.models.tune.Tuner#grid} for two or three parameters that shall be seen in
 * full; {@link org.ltv4j.models.tune.Tuner#random} as the honest baseline; {@link org.ltv4j.models.tune.Tuner#bayesian}
 * otherwise, from about 20 trials on.
 *
 * <p><strong>The Bayesian search</strong> is the tree-structured Parzen estimator of Bergstra, Bardenet, Bengio and Kegl
 * (2011), "Algorithms for Hyper-Parameter Optimization", NIPS 24, with these choices, most of them those of Optuna 5 (to which its
 * densities are equal):
 *
 * <ul>
 *   <li>The first 10 trials are random. Then the best 15 % of the trials, at most 25, are good ones. Pruned trials rank after complete
 *       ones, those that came further first; failed ones are never good, and repel.
 *   <li>Each group has a density over whole settings: one kernel per trial, the product of one per parameter, so that what
 *       belongs together is found together; and the prior as one more kernel of weight 1.
 *   <li>A kernel is as wide as the distance to the farther neighbour, at least the range by the number of kernels plus 1. Whole
 *       numbers and ordered values have the probability of their cell; unordered ones a weight of 1 more for their own.
 *   <li>Of 24 settings drawn from the good density the one of the highest ratio to the other density is tried. None is tried
 *       twice: if all 24 were tried before, 24 drawn from the whole space are looked at, and only then the first ones again.
 *   <li>A parameter under a condition has the prior in the kernels of trials where it was not in force.
 * </ul>
 *
 * <p><strong>What it found is a little too good:</strong> the best of many losses on the same folds is flattered. State the
 * quality of a tuned model on a stretch of time that no trial has seen.
 *
 * <p>Trials run one after another. The same space, seed, options and losses give the same trials to the last bit, in one go or
 * continued from a file; only a budget of time depends on the machine, by how many trials it lets run.
 */
@NullMarked
package org.ltv4j.models.tune;

import org.jspecify.annotations.NullMarked;
