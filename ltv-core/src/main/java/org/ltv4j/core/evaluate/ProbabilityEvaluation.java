package org.ltv4j.core.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How well one column of probabilities matches what happened: whether it tells events from non-events apart, and whether its
 * numbers can be taken at their word.
 *
 * <p>The Brier score is split by Murphy (1973), Journal of Applied Meteorology 12: over groups k of similar predictions with mean
 * prediction p_k and share of events o_k, where o is the share of all,
 * <pre>{@code
 * Brier = reliability - resolution + uncertainty + within
 * reliability = sum n_k (p_k - o_k)^2 / n      resolution = sum n_k (o_k - o)^2 / n      uncertainty = o (1 - o)
 * }</pre>
 * {@code within} is what predictions that differ inside a group leave over; it is 0 where they do not.
 *
 * @param customers how many, at least 1
 * @param events how many of them had an actual value of 1
 * @param auc how often an event has a higher prediction than a non-event, ties counting half; empty if all or none had one
 * @param brier mean of {@code (predicted - actual)^2}: 0 is perfect, {@code uncertainty} is what the share of events would give everybody
 * @param reliability distance of predictions from shares of events: at least 0, 0 is best
 * @param resolution how much shares of events differ between groups: at least 0, the more the better
 * @param uncertainty variance of the actual values, the same for every model
 * @param within what the split leaves over, of either sign
 * @param logLoss mean of {@code -log} of the probability given to what happened, in nats. Probabilities nearer to 0 or 1 than 2^-52 count
 *     as that far away, as in scikit-learn 1.2
 * @param certainAndWrong customers whose probability of what happened was below 2^-52: a single one would make an unclipped log loss
 *     infinite or nearly so
 * @param calibrationError expected calibration error: mean over customers of {@code |p_k - o_k|} of their group
 * @param calibration ten groups (fewer with fewer customers) of equal size by rising prediction
 */
public record ProbabilityEvaluation(
        int customers,
        int events,
        OptionalDouble auc,
        double brier,
        double reliability,
        double resolution,
        double uncertainty,
        double within,
        double logLoss,
        int certainAndWrong,
        double calibrationError,
        List<CalibrationBin> calibration) {
    private static final int GROUPS = 10;
    private static final double LEAST = 0x1p-52;

    /**
     * Copies the list.
     *
     * @param customers how many, at least 1
     * @param events how many of them had an actual value of 1
     * @param auc how often an event has a higher prediction than a non-event, ties counting half; empty if all or none had one
     * @param brier mean of {@code (predicted - actual)^2}: 0 is perfect, {@code uncertainty} is what the share of events would give everybody
     * @param reliability distance of predictions from shares of events: at least 0, 0 is best
     * @param resolution how much shares of events differ between groups: at least 0, the more the better
     * @param uncertainty variance of the actual values, the same for every model
     * @param within what the split leaves over, of either sign
     * @param logLoss mean of {@code -log} of the probability given to what happened, in nats
     * @param certainAndWrong customers whose probability of what happened was below 2^-52
     * @param calibrationError expected calibration error: mean over customers of {@code |p_k - o_k|} of their group
     * @param calibration ten groups (fewer with fewer customers) of equal size by rising prediction
     */
    public ProbabilityEvaluation {
        calibration = List.copyOf(calibration);
    }

    /**
     * Compares probabilities with what happened. Costs a sort.
     *
     * @param predicted a probability per customer
     * @param actual 0 or 1 per customer, in the same order
     * @return all measures
     * @throws IllegalArgumentException if there is no customer, lengths differ or a number is out of its range
     */
    public static ProbabilityEvaluation of(double[] predicted, double[] actual) {
        Checks.probabilities(predicted, actual);
        Ordered ranked = new Ordered(predicted, actual);
        int n = predicted.length;
        int events = 0;
        int wrong = 0;
        double squared = 0;
        double log = 0;
        for (int i = 0; i < n; i++) {
            events += actual[i] == 1 ? 1 : 0;
            wrong += (actual[i] == 1 ? predicted[i] : 1 - predicted[i]) < LEAST ? 1 : 0;
            squared += (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
            log += logLoss(predicted[i], actual[i]);
        }
        double share = (double) events / n;
        List<CalibrationBin> bins = ranked.calibration(GROUPS);
        double reliability = 0;
        double resolution = 0;
        double error = 0;
        for (CalibrationBin bin : bins) {
            double gap = bin.meanPredicted() - bin.meanActual();
            double away = bin.meanActual() - share;
            double weight = (double) bin.customers() / n;
            reliability += weight * gap * gap;
            resolution += weight * away * away;
            error += weight * Math.abs(gap);
        }
        double brier = squared / n;
        double uncertainty = share * (1 - share);
        return new ProbabilityEvaluation(
                n,
                events,
                ranked.auc(),
                brier,
                reliability,
                resolution,
                uncertainty,
                brier - (reliability - resolution + uncertainty),
                log / n,
                wrong,
                error,
                bins);
    }

    /**
     * The logarithmic loss of one prediction.
     *
     * @param predicted a probability; nearer to 0 or 1 than 2^-52 counts as that far away
     * @param actual 0 or 1
     * @return {@code -log} of the probability given to what happened, at least 0 and at most some 36.04
     */
    public static double logLoss(double predicted, double actual) {
        double p = Math.min(1 - LEAST, Math.max(LEAST, predicted));
        return actual == 1 ? -Math.log(p) : -Math.log1p(-p);
    }

    /**
     * How much better than giving everybody the share of events.
     *
     * @return {@code 1 - brier / uncertainty}: 1 is perfect, 0 is no better; empty if all or none had an event
     */
    public OptionalDouble brierSkill() {
        return uncertainty > 0 ? OptionalDouble.of(1 - brier / uncertainty) : OptionalDouble.empty();
    }

    /** The main measures on one line, such as {@code AUC 0.763, Brier 0.1712, log loss 0.5123, calibration error 0.021}. */
    @Override
    public String toString() {
        String line = String.format(
                Locale.ROOT, "Brier %.4f, log loss %.4f, calibration error %.3f", brier, logLoss, calibrationError);
        return auc.isPresent() ? String.format(Locale.ROOT, "AUC %.3f, ", auc.getAsDouble()) + line : line;
    }
}
