package org.ltv4j.examples.quickstart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ltv4j.core.clean.RefundRule;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.backtest.Backtest;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.PastSales;
import org.ltv4j.models.lineup.StandardModels;

/** Compares models of all kinds on past dates of the sales: of what use would others than that of the scores be? */
final class Comparing {
    private static final int MOST_DATES = 3;
    private static final int LEAST_HISTORY = 30;
    private static final long SEED = 42;
    private static final int[] USUAL_DAYS = {90, 60, 30};

    private Comparing() {}

    /** The usual models. */
    static Comparison models(
            TransactionLog raw,
            Sales sales,
            JobOptions.Comparing how,
            Parallelism parallelism,
            ProgressListener listener) {
        return of(raw, sales, how, parallelism, listener, StandardModels::all);
    }

    /**
     * Compares chosen models.
     *
     * @param raw the rows as they were read
     * @param sales the same rows, cleaned
     * @param choice which models
     */
    static Comparison of(
            TransactionLog raw,
            Sales sales,
            JobOptions.Comparing how,
            Parallelism parallelism,
            ProgressListener listener,
            Function<StandardModels, List<OutcomeEstimator>> choice) {
        TransactionLog log = sales.cleaned().log();
        LocalDate last = log.lastDay();
        long days = ChronoUnit.DAYS.between(log.firstDay(), last) + 1;
        Optional<Horizon> horizon = how.horizon().isPresent() ? how.horizon() : longest(days);
        long ahead = Math.round(horizon.map(one -> one.in(TimeScale.DAY)).orElse((double) LEAST_HISTORY));
        long needed = how.horizon().isPresent() ? ahead + Math.max(LEAST_HISTORY, ahead) : 3 * ahead;
        if (days < needed) {
            return new Comparison(horizon, false, List.of(), Optional.of(new Comparison.Absent(days, needed)));
        }
        boolean refunds = settledRefunds(sales);
        KnownSales known = KnownSales.until(log, last);
        Past past = new Past(raw, sales, refunds, known);
        if (past.historyBefore(last.minusDays(ahead)) < LEAST_HISTORY) {
            return new Comparison(horizon, false, List.of(), Optional.of(new Comparison.Absent(days, needed)));
        }
        Horizon exact = Horizon.of(ahead, TimeScale.DAY);
        List<BacktestTable> tables = new ArrayList<>();
        for (Outcome outcome :
                List.of(log.hasAmounts() ? Outcome.spend(exact) : Outcome.purchases(exact), Outcome.churn(exact))) {
            tables.add(run(known, past, outcome, how, choice, parallelism, listener));
        }
        return new Comparison(horizon, refunds, tables, Optional.empty());
    }

    private static BacktestTable run(
            KnownSales known,
            Past past,
            Outcome outcome,
            JobOptions.Comparing how,
            Function<StandardModels, List<OutcomeEstimator>> choice,
            Parallelism parallelism,
            ProgressListener listener) {
        int step = Math.max(7, outcome.days() / 3);
        int most = (int) ChronoUnit.DAYS.between(known.log().firstDay(), known.asOf()) + 1 - outcome.days();
        LocalDate newest = known.asOf().minusDays(outcome.days());
        int dates = 1;
        while (dates < MOST_DATES
                && most - dates * step >= 2 * outcome.days()
                && past.historyBefore(newest.minusDays((long) dates * step)) >= 2 * outcome.days()) {
            dates++;
        }
        StandardModels models =
                StandardModels.of(outcome, most - (dates - 1) * step).withSeed(SEED);
        String name = outcome.kind().name().toLowerCase(Locale.ROOT);
        return Backtest.of(known, outcome, choice.apply(models))
                .withCuts(models.cuts(dates))
                .withPast(past)
                .withBootstrap(Bootstrap.of(how.resamples(), SEED))
                .run(
                        parallelism,
                        (phase, done, total) ->
                                listener.progress("comparing models of " + name + ": " + phase, done, total));
    }

    /** The longest usual horizon that has two thirds of the sales before it. */
    private static Optional<Horizon> longest(long days) {
        for (int usual : USUAL_DAYS) {
            if (3L * usual <= days) {
                return Optional.of(Horizon.of(usual, TimeScale.DAY));
            }
        }
        return Optional.empty();
    }

    /**
     * The sales as they looked on past dates: cleaned as of each where later refunds are taken off purchases, so that none tells what
     * could not be known. Each date is cleaned once.
     */
    private static final class Past implements PastSales {
        private final TransactionLog raw;
        private final Sales sales;
        private final boolean refunds;
        private final KnownSales now;
        private final Map<LocalDate, TransactionLog> cleaned = new HashMap<>();

        Past(TransactionLog raw, Sales sales, boolean refunds, KnownSales now) {
            this.raw = raw;
            this.sales = sales;
            this.refunds = refunds;
            this.now = now;
        }

        @Override
        public KnownSales at(LocalDate date) {
            return KnownSales.until(log(date), now.asOf());
        }

        /** Days from the first sale that was known to the date, both counted; 0 where none was. */
        long historyBefore(LocalDate date) {
            TransactionLog log = log(date);
            return log.size() == 0 ? 0 : Math.max(0, ChronoUnit.DAYS.between(log.firstDay(), date) + 1);
        }

        private TransactionLog log(LocalDate date) {
            return refunds
                    ? cleaned.computeIfAbsent(
                            date,
                            day -> sales.plan()
                                    .withCalibrationEnd(day)
                                    .apply(raw)
                                    .log())
                    : now.log();
        }
    }

    /** Whether a purchase may look different on a past date from what it looks like now. */
    private static boolean settledRefunds(Sales sales) {
        RefundRule rule = sales.plan().refunds();
        return (rule == RefundRule.MATCH_THEN_NET || rule == RefundRule.NET)
                && sales.cleaned().report().steps().stream()
                        .anyMatch(step -> step.name().startsWith("refunds") && step.rowsAffected() > 0);
    }
}
