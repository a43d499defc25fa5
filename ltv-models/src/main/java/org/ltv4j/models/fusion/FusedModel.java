package org.ltv4j.models.fusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;

/**
 * A weighted mean of several models' predictions.
 *
 * @param outcome what is foretold
 * @param members the models with their weights
 */
public record FusedModel(Outcome outcome, List<Member> members) implements OutcomeModel {
    /**
     * Checks the weights.
     *
     * @param outcome what is foretold
     * @param members the models with their weights
     */
    public FusedModel {
        members = List.copyOf(members);
        double sum = 0;
        for (Member member : members) {
            if (!member.model().outcome().equals(outcome)) {
                throw new IllegalArgumentException(
                        member.name() + " foretells " + member.model().outcome() + ", not " + outcome);
            }
            sum += member.weight();
        }
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException("the weights must sum to 1, got " + sum);
        }
    }

    /**
     * One model of a fusion.
     *
     * @param name what it is called
     * @param weight in [0, 1]
     * @param model the model
     */
    public record Member(String name, double weight, OutcomeModel model) {
        /**
         * Checks the weight.
         *
         * @param name what it is called
         * @param weight in [0, 1]
         * @param model the model
         */
        public Member {
            if (!(weight >= 0 && weight <= 1 + 1e-9)) {
                throw new IllegalArgumentException("a weight is in [0, 1], got " + weight + " for " + name);
            }
        }
    }

    /** Members of weight 0 are not asked. */
    @Override
    public Predictions predict(KnownSales known) {
        double[] values = new double[known.customers().size()];
        for (Member member : members) {
            if (member.weight() > 0) {
                Predictions predicted = member.model().predict(known).forCustomers(known.customers());
                for (int i = 0; i < values.length; i++) {
                    values[i] += member.weight() * predicted.value(i);
                }
            }
        }
        if (outcome.isProbability()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.min(1, values[i]); // the weights may sum to a little more than 1
            }
        }
        return Predictions.of(known.customers(), known.asOf(), outcome, values);
    }

    /** Where every member that counts can tell, so can their mean. */
    @Override
    public Optional<OutcomeModel> over(Horizon horizon) {
        List<Member> others = new ArrayList<>();
        for (Member member : members) {
            Optional<OutcomeModel> other = member.model().over(horizon);
            if (other.isPresent()) {
                others.add(new Member(member.name(), member.weight(), other.get()));
            } else if (member.weight() > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new FusedModel(outcome.over(horizon), others));
    }

    /** The weights, such as {@code 0.63 BG/NBD + 0.37 boosted}. */
    @Override
    public String toString() {
        return members.stream()
                .map(member -> String.format(Locale.ROOT, "%.2f %s", member.weight(), member.name()))
                .collect(Collectors.joining(" + "));
    }
}
