package org.ltv4j.models.fusion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.Predictions;

/**
 * Several estimators as one: a weighted mean of their predictions.
 *
 * <p>{@linkplain #stacked Stacked} weights are those that would have been best on past dates: each member is fitted on what was known at such
 * a date, predicts the time after it, and the mixture with the least squared error wins, with weights of at least 0 that sum
 * to 1 (stacked regressions, Breiman 1996, Machine Learning 24; convex as in van der Laan, Polley and Hubbard 2007). Nothing is judged by what
 * it was fitted on. The members are then fitted once more on all that is known.
 */
public final class Fusion implements OutcomeEstimator {
    private final String name;
    private final List<OutcomeEstimator> members;
    private final CutDates cuts;
    private final boolean stacked;
    private final Optional<Horizon> weighed;

    private Fusion(
            String name, List<OutcomeEstimator> members, CutDates cuts, boolean stacked, Optional<Horizon> weighed) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a fusion needs at least one estimator");
        }
        this.name = name;
        this.members = List.copyOf(members);
        this.cuts = cuts;
        this.stacked = stacked;
        this.weighed = weighed;
    }

    /**
     * The plain mean of all members.
     *
     * @param name what a table of models calls it
     * @param members at least one
     * @return the estimator
     */
    public static Fusion average(String name, List<OutcomeEstimator> members) {
        return new Fusion(name, members, CutDates.newest(), false, Optional.empty());
    }

    /**
     * Weights learnt on past dates.
     *
     * @param name what a table of models calls it
     * @param members at least one; a member that itself learns from past dates needs a horizon more of sales than alone
     * @param cuts the dates
     * @return the estimator; it costs a fit of every member per date and one more
     */
    public static Fusion stacked(String name, List<OutcomeEstimator> members, CutDates cuts) {
        return new Fusion(name, members, cuts, true, Optional.empty());
    }

    /**
     * The same with weights learnt over a shorter horizon than is asked for, where sales are too young for more. The members still foretell
     * the horizon that is asked for.
     *
     * @param longest the longest horizon that weights are learnt over
     * @return the estimator
     */
    public Fusion weighedOver(Horizon longest) {
        return new Fusion(name, members, cuts, stacked, Optional.of(longest));
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * The members.
     *
     * @return in the order of the weights
     */
    public List<OutcomeEstimator> members() {
        return members;
    }

    @Override
    public FusedModel fit(KnownSales known, Outcome outcome) {
        double[] weights = stacked ? learnt(known, weighed(outcome)) : equal();
        List<FusedModel.Member> fitted = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            OutcomeEstimator member = members.get(i);
            fitted.add(new FusedModel.Member(member.name(), weights[i], member.fit(known, outcome)));
        }
        return new FusedModel(outcome, fitted);
    }

    private Outcome weighed(Outcome outcome) {
        return weighed.map(longest -> new Outcome(outcome.kind(), longest, outcome.margin()))
                .filter(shorter -> shorter.days() < outcome.days())
                .orElse(outcome);
    }

    private double[] equal() {
        double[] weights = new double[members.size()];
        Arrays.fill(weights, 1.0 / members.size());
        return weights;
    }

    /** Each date counts alike, however many customers it has: errors are divided by their number. */
    private double[] learnt(KnownSales known, Outcome outcome) {
        double[][] gram = new double[members.size()][members.size()];
        for (LocalDate cut : cuts.of(known, outcome)) {
            KnownSales then = known.until(cut);
            double[] actual = outcome.of(known, then.customers(), cut);
            double[][] errors = new double[members.size()][];
            for (int i = 0; i < errors.length; i++) {
                Predictions predicted =
                        members.get(i).fit(then, outcome).predict(then).forCustomers(then.customers());
                errors[i] = new double[actual.length];
                for (int c = 0; c < actual.length; c++) {
                    errors[i][c] = predicted.value(c) - actual[c];
                }
            }
            for (int i = 0; i < errors.length; i++) {
                for (int j = 0; j < errors.length; j++) {
                    double products = 0;
                    for (int c = 0; c < actual.length; c++) {
                        products += errors[i][c] * errors[j][c];
                    }
                    gram[i][j] += products / actual.length;
                }
            }
        }
        return ConvexWeights.of(gram);
    }

    @Override
    public String toString() {
        return name + members.stream().map(OutcomeEstimator::name).toList();
    }
}
