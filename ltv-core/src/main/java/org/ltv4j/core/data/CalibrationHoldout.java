package org.ltv4j.core.data;

import java.time.LocalDate;

/**
 * A log cut at a date: histories made from the part up to and with it, outcomes from the part after it. Models see only
 * {@link #calibration()}, evaluation compares their predictions with {@link #holdout()}: what was not known at the cut
 * cannot leak into a model by accident.
 */
public final class CalibrationHoldout {
    private final CustomerSummaries calibration;
    private final Holdout holdout;
    private final TransactionLog log;
    private final LocalDate calibrationEnd;

    private CalibrationHoldout(TransactionLog log, LocalDate end, CustomerSummaries calibration, Holdout holdout) {
        this.log = log;
        this.calibrationEnd = end;
        this.calibration = calibration;
        this.holdout = holdout;
    }

    static CalibrationHoldout cut(TransactionLog log, LocalDate end, TimeScale scale) {
        LocalDate first = log.firstDay();
        LocalDate last = log.lastDay();
        if (end.isBefore(first) || !end.isBefore(last)) {
            throw new InvalidDataException(
                    "the calibration must end on or after the first day of sales and before the last one, " + first
                            + " to " + last + ", got " + end);
        }
        return new CalibrationHoldout(
                log, end, SummaryBuilder.summarise(log, end, scale), Holdout.after(log, end, last, scale));
    }

    /**
     * Histories of all customers whose first purchase is on or before the cut.
     *
     * @return what models are fitted on and what is scored
     */
    public CustomerSummaries calibration() {
        return calibration;
    }

    /**
     * What those customers did after the cut.
     *
     * @return outcomes, customer {@code i} of them is customer {@code i} of {@link #calibration()}
     */
    public Holdout holdout() {
        return holdout;
    }

    /**
     * The rows up to and with the cut, for features.
     *
     * @return a log without any row after {@link #calibrationEnd()}
     */
    public TransactionLog calibrationLog() {
        return log.until(calibrationEnd);
    }

    /**
     * The last day of the calibration.
     *
     * @return purchases on it belong to the calibration
     */
    public LocalDate calibrationEnd() {
        return calibrationEnd;
    }
}
