package org.ltv4j.examples.quickstart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.model.ConvergenceException;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.model.PurchaseCount;
import org.ltv4j.core.model.SpendModel;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Discount;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.btyd.BgNbdModel;
import org.ltv4j.models.spend.GammaGamma;

/** Fits, checks and scores. This is the part of the job to read first: it is how the library is used. */
final class Learning {
    /** Share of outcomes within the interval of a value. */
    static final double LEVEL = 0.90;

    private static final int SHORTEST_DAYS = 14;

    private Learning() {}

    /**
     * Learns from sales.
     *
     * @param raw the rows as they were read
     * @param sales the same rows, cleaned
     */
    static Learned from(TransactionLog raw, Sales sales, JobOptions.Model options, ProgressListener listener) {
        TransactionLog log = sales.cleaned().log();
        if (log.size() == 0) {
            throw new InsufficientDataException(
                    "no sale is left after reading and cleaning: see which rule left the rows out");
        }
        return options.calibrationEnd().isPresent()
                ? asOfTheCut(sales, options.calibrationEnd().get(), options, listener)
                : asOfTheLastDay(raw, sales, options, listener);
    }

    /** The user chose a day: the model sees the sales until then, and customers are scored as of it. */
    private static Learned asOfTheCut(Sales sales, LocalDate cut, JobOptions.Model options, ProgressListener listener) {
        TransactionLog log = sales.cleaned().log();
        if (cut.isBefore(log.firstDay()) || !cut.isBefore(log.lastDay())) {
            throw OptionValues.bad(
                    "--calibration-end",
                    cut.toString(),
                    "must not be before the first day of the sales and must be before the last, " + log.firstDay()
                            + " and " + log.lastDay());
        }
        CalibrationHoldout split = log.calibrateUntil(cut, TimeScale.WEEK);
        ValueModel model = fit(remembering(split.calibration(), sales), options, listener);
        listener.progress("comparing with the holdout", 0, 0);
        HoldoutCheck check = HoldoutChecks.of(model, log, split, true);
        return new Learned(cut, model, score(model, split.calibration(), options, listener), Optional.of(check), "");
    }

    /** A first model sees two thirds of the time and is compared with the rest; a second one sees all and scores. */
    private static Learned asOfTheLastDay(
            TransactionLog raw, Sales sales, JobOptions.Model options, ProgressListener listener) {
        TransactionLog log = sales.cleaned().log();
        CustomerSummaries customers = log.summaries(log.lastDay(), TimeScale.WEEK);
        ValueModel model = fit(remembering(customers, sales), options, listener);
        CustomerScores scores = score(model, customers, options, listener);
        long days = ChronoUnit.DAYS.between(log.firstDay(), log.lastDay());
        if (days < SHORTEST_DAYS) {
            String why = "the sales reach over " + days + " days: too short to keep a part aside";
            return new Learned(log.lastDay(), model, scores, Optional.empty(), why);
        }
        try {
            LocalDate cut = log.firstDay().plusDays(days * 2 / 3);
            // cleaned again for this cut: a refund after it must not tell the first model what it could not know
            TransactionLog known =
                    sales.plan().withCalibrationEnd(cut).apply(raw).log();
            if (known.size() == 0
                    || !known.lastDay().isAfter(cut)
                    || known.firstDay().isAfter(cut)) {
                String why = "after refunds nothing is left on one side of " + cut;
                return new Learned(log.lastDay(), model, scores, Optional.empty(), why);
            }
            CalibrationHoldout split = known.calibrateUntil(cut, TimeScale.WEEK);
            ValueModel first = fit(split.calibration(), options, listener);
            listener.progress("comparing with the holdout", 0, 0);
            HoldoutCheck check = HoldoutChecks.of(first, known, split, false);
            return new Learned(log.lastDay(), model, scores, Optional.of(check), "");
        } catch (InsufficientDataException | ConvergenceException e) {
            String why = "the first two thirds of the sales alone do not suffice: " + e.getMessage();
            return new Learned(log.lastDay(), model, scores, Optional.empty(), why);
        }
    }

    /** The model shall remember how its data were cleaned. */
    private static CustomerSummaries remembering(CustomerSummaries customers, Sales sales) {
        return customers.withProvenance(sales.cleaned().provenance());
    }

    private static ValueModel fit(CustomerSummaries customers, JobOptions.Model options, ProgressListener listener) {
        listener.progress("fitting", 0, 0);
        BgNbdModel purchases = BgNbd.fit(customers); // first: why nothing can be learnt is told by it best
        SpendModel spend = customers.hasAmounts()
                ? GammaGamma.fit(customers, GammaGamma.Options.defaults().withBasis(options.spendOn()))
                : new PurchaseCount();
        return new ValueModel(purchases, spend);
    }

    private static CustomerScores score(
            ValueModel model, CustomerSummaries customers, JobOptions.Model options, ProgressListener listener) {
        return Scorer.of(model)
                .withHorizon(options.horizon())
                .withDiscount(Discount.annual(options.discount()))
                .withMargin(options.margin())
                .withInterval(LEVEL)
                .scoreAll(customers, Parallelism.of(options.threads()), listener);
    }
}
