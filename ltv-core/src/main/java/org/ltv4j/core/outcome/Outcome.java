package org.ltv4j.core.outcome;

import java.time.LocalDate;
import java.util.Locale;
import org.ltv4j.core.data.Holdout;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/**
 * What is to be foretold of each customer: something that happens in the horizon after a date.
 *
 * @param kind what is counted
 * @param horizon how far ahead; rounded to whole days, of which there must be at least one
 * @param margin share of the spend that counts, in (0, 1]; 1 for outcomes other than spend
 */
public record Outcome(OutcomeKind kind, Horizon horizon, double margin) {
    /**
     * Checks the parts.
     *
     * @param kind what is counted
     * @param horizon how far ahead; rounded to whole days, of which there must be at least one
     * @param margin share of the spend that counts, in (0, 1]; 1 for outcomes other than spend
     */
    public Outcome {
        long days = Math.round(horizon.in(TimeScale.DAY));
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException(
                    "an outcome needs a horizon of 1 to " + LONGEST + " days, got " + horizon);
        }
        if (!(margin > 0 && margin <= 1)) {
            throw new IllegalArgumentException("a margin is a share in (0, 1], got " + margin);
        }
        if (kind != OutcomeKind.SPEND && margin != 1) {
            throw new IllegalArgumentException("a margin counts for spend only, got " + margin + " for " + kind);
        }
    }

    private static final int LONGEST = 36_525;

    /**
     * What a customer spends within a time.
     *
     * @param horizon how far ahead, at least a day
     * @return the outcome
     */
    public static Outcome spend(Horizon horizon) {
        return new Outcome(OutcomeKind.SPEND, horizon, 1);
    }

    /**
     * What a shop earns on a customer within a time.
     *
     * @param horizon how far ahead, at least a day
     * @param share of the spend that the shop keeps, in (0, 1]
     * @return the outcome
     */
    public static Outcome margin(Horizon horizon, double share) {
        return new Outcome(OutcomeKind.SPEND, horizon, share);
    }

    /**
     * How often a customer buys within a time.
     *
     * @param horizon how far ahead, at least a day
     * @return the outcome
     */
    public static Outcome purchases(Horizon horizon) {
        return new Outcome(OutcomeKind.PURCHASES, horizon, 1);
    }

    /**
     * Whether a customer stays away for a time. A prediction of it is a probability.
     *
     * @param horizon how far ahead, at least a day
     * @return the outcome
     */
    public static Outcome churn(Horizon horizon) {
        return new Outcome(OutcomeKind.CHURN, horizon, 1);
    }

    /**
     * The same over another horizon.
     *
     * @param newHorizon how far ahead, at least a day
     * @return the outcome
     */
    public Outcome over(Horizon newHorizon) {
        return new Outcome(kind, newHorizon, margin);
    }

    /**
     * The horizon in days.
     *
     * @return whole days, at least 1
     */
    public int days() {
        return (int) Math.round(horizon.in(TimeScale.DAY));
    }

    /**
     * The last day that counts.
     *
     * @param asOf the date before the outcome begins
     * @return the last day of the horizon
     */
    public LocalDate lastDay(LocalDate asOf) {
        return asOf.plusDays(days());
    }

    /**
     * True if a prediction is a probability.
     *
     * @return whether the outcome is 0 or 1
     */
    public boolean isProbability() {
        return kind == OutcomeKind.CHURN;
    }

    /**
     * What happened: from the day after a date to the last day of the horizon.
     *
     * @param later sales that are known until the last day of the horizon at least; rows later than that are not looked at
     * @param customers who; each must have a row on or before the date
     * @param asOf the date
     * @return a value per customer
     * @throws InvalidDataException if the horizon is not over yet, spend is asked of a log without amounts or in several currencies,
     *     or one of the customers did not buy by the date
     */
    public double[] of(KnownSales later, IdTable customers, LocalDate asOf) {
        TransactionLog log = later.log();
        LocalDate last = lastDay(asOf);
        if (last.isAfter(later.asOf())) {
            throw new InvalidDataException("the outcome of " + asOf + " is known on " + last
                    + ", but sales are known until " + later.asOf() + ": choose an earlier date or a shorter horizon");
        }
        if (kind == OutcomeKind.SPEND) {
            log.currency();
            log.requireAmounts();
            if (!log.hasAmounts()) {
                throw new InvalidDataException(
                        "spend is asked for, but the log has no amounts: ask for purchases or churn");
            }
        }
        Holdout after = Holdout.between(log, asOf, last);
        int[] place = places(log, asOf);
        double[] values = new double[customers.size()];
        for (int i = 0; i < values.length; i++) {
            int number = log.customers().indexOf(customers, i);
            if (number < 0 || place[number] < 0) {
                throw new InvalidDataException("customer " + (i + 1) + " of " + values.length
                        + " has no row on or before " + asOf + " and so no outcome");
            }
            values[i] = value(after, place[number]);
        }
        return values;
    }

    private double value(Holdout after, int i) {
        return switch (kind) {
            case SPEND -> margin * after.spend(i);
            case PURCHASES -> after.transactions(i);
            case CHURN -> after.transactions(i) == 0 ? 1 : 0;
        };
    }

    /** Where each customer of the log stands in the holdout after a date; -1 for those who came later. */
    private static int[] places(TransactionLog log, LocalDate asOf) {
        int[] places = new int[log.customers().size()];
        int n = 0;
        for (int c = 0; c < places.length; c++) {
            places[c] = log.day(log.start(c)) <= asOf.toEpochDay() ? n++ : -1;
        }
        return places;
    }

    /**
     * Writes the outcome as a part of a model document.
     *
     * @param out takes its members
     */
    public void write(ModelWriter out) {
        out.choice("kind", kind)
                .number("length", horizon.length())
                .choice("scale", horizon.scale())
                .number("margin", margin);
    }

    /**
     * Reads an outcome from a model document.
     *
     * @param in gives the members that {@link #write} wrote
     * @return an outcome equal to the one that was written
     * @throws org.ltv4j.core.io.ModelFormatException if a member is missing or of another type
     * @throws IllegalArgumentException if a member is out of its range
     */
    public static Outcome read(ModelReader in) {
        return new Outcome(
                in.choice("kind", OutcomeKind.class),
                Horizon.of(in.number("length"), in.choice("scale", TimeScale.class)),
                in.number("margin"));
    }

    /** Such as {@code spend in 90d}. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT) + " in " + horizon;
        return margin == 1 ? name : name + " at a margin of " + margin;
    }
}
