package org.ltv4j.core.outcome;

import java.time.LocalDate;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;

/**
 * The sales that are known at the end of a day. There is no row after that day in it, so that who is handed this cannot look ahead.
 * Immutable.
 */
public final class KnownSales {
    private final TransactionLog log;
    private final LocalDate asOf;

    private KnownSales(TransactionLog log, LocalDate asOf) {
        this.log = log;
        this.asOf = asOf;
    }

    /**
     * Cuts a log.
     *
     * @param log any log
     * @param asOf the last day that is known
     * @return the rows up to and with that day
     * @throws InvalidDataException if there are none
     */
    public static KnownSales until(TransactionLog log, LocalDate asOf) {
        TransactionLog known = log.until(asOf);
        if (known.size() == 0) {
            throw new InvalidDataException("no row is on or before " + asOf + ": the log "
                    + (log.size() == 0 ? "has no rows" : "starts on " + log.firstDay()));
        }
        return new KnownSales(known, asOf);
    }

    /**
     * What was known on an earlier day.
     *
     * @param date not after {@link #asOf()}
     * @return the rows up to and with that day
     * @throws InvalidDataException if there are none, or the day is later than what is known
     */
    public KnownSales until(LocalDate date) {
        if (date.isAfter(asOf)) {
            throw new InvalidDataException("sales are known until " + asOf + ", not until " + date);
        }
        return date.equals(asOf) ? this : until(log, date);
    }

    /**
     * The rows.
     *
     * @return a log of at least one row, none after {@link #asOf()}
     */
    public TransactionLog log() {
        return log;
    }

    /**
     * The last day that is known.
     *
     * @return a day on or after that of the last row
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * Everybody who bought so far.
     *
     * @return the customers of {@link #log()}
     */
    public IdTable customers() {
        return log.customers();
    }

    /**
     * The histories.
     *
     * @param scale their unit
     * @return a history per customer, in the order of {@link #customers()}
     */
    public CustomerSummaries summaries(TimeScale scale) {
        return log.summaries(asOf, scale);
    }

    @Override
    public String toString() {
        return "KnownSales[" + log.size() + " rows of " + customers().size() + " customers, until " + asOf + "]";
    }
}
