package org.ltv4j.core.clean;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ltv4j.core.data.TransactionLog;

/** A log after cleaning: the rows that are left, what happened to all of them, and what was laid aside or marked. Immutable. */
public final class Cleaned {
    private final CleaningPlan plan;
    private final TransactionLog log;
    private final CleaningReport report;
    private final Map<String, TransactionLog> isolated;
    private final Map<String, BitSet> flagged;

    Cleaned(CleaningPlan plan, Work work, CleaningReport report) {
        this.plan = plan;
        this.log = work.log();
        this.report = report;
        this.isolated = new LinkedHashMap<>(work.isolated());
        this.flagged = new LinkedHashMap<>(work.flagged());
        requireAllRows(log, report);
    }

    /** No row goes missing without being counted. */
    static void requireAllRows(TransactionLog log, CleaningReport report) {
        if (report.rowsKept() != log.size()) {
            throw new IllegalArgumentException(
                    "the report keeps " + report.rowsKept() + " rows, the log has " + log.size());
        }
    }

    /**
     * The rows that are left, in one currency.
     *
     * @return the cleaned log
     */
    public TransactionLog log() {
        return log;
    }

    /**
     * What happened to all rows of the source, reading included.
     *
     * @return the report
     */
    public CleaningReport report() {
        return report;
    }

    /**
     * What was asked for.
     *
     * @return the plan
     */
    public CleaningPlan plan() {
        return plan;
    }

    /**
     * The rows that a step laid aside, as they were before it. They hold customer ids like any log.
     *
     * @param step name of an {@link IsolationRule}, or of an {@link OutlierRule} that leaves rows out
     * @return a log of those rows, maybe empty
     * @throws IllegalArgumentException if no step of that name lays rows aside
     */
    public TransactionLog isolated(String step) {
        TransactionLog rows = isolated.get(step);
        if (rows == null) {
            throw new IllegalArgumentException(
                    "no step '" + step + "' laid rows aside; these did: " + isolated.keySet());
        }
        return rows;
    }

    /**
     * The steps that lay rows aside.
     *
     * @return their names, in order
     */
    public Set<String> isolatingSteps() {
        return Collections.unmodifiableSet(isolated.keySet());
    }

    /**
     * The rows of {@link #log()} that a step marked.
     *
     * @param step name of an {@link OutlierRule} that marks
     * @return row numbers
     * @throws IllegalArgumentException if no step of that name marks rows
     */
    public BitSet flagged(String step) {
        BitSet rows = flagged.get(step);
        if (rows == null) {
            throw new IllegalArgumentException("no step '" + step + "' marked rows; these did: " + flagged.keySet());
        }
        return (BitSet) rows.clone();
    }

    /**
     * The steps that mark rows.
     *
     * @return their names, in order
     */
    public Set<String> flaggingSteps() {
        return Collections.unmodifiableSet(flagged.keySet());
    }

    /**
     * The rows of {@link #log()} whose amount the source did not state: {@link TransactionLog#amountFilled} of each.
     *
     * @return row numbers
     */
    public BitSet filled() {
        BitSet rows = new BitSet();
        for (int row = 0; row < log.size(); row++) {
            if (log.amountFilled(row)) {
                rows.set(row);
            }
        }
        return rows;
    }

    /**
     * How much of what is known of each customer was filled in: an indicator feature beside amounts that partly are estimates.
     *
     * @param asOf last day whose rows count
     * @return for each customer of {@link #log()} the share of its rows up to and with that day whose amount was filled, from 0 to 1;
     *     0 where it has no such row
     */
    public double[] filledShare(LocalDate asOf) {
        double[] shares = new double[log.customers().size()];
        long lastDay = asOf.toEpochDay();
        for (int customer = 0; customer < shares.length; customer++) {
            int rows = 0;
            int filled = 0;
            for (int row = log.start(customer); row < log.start(customer + 1) && log.day(row) <= lastDay; row++) {
                rows++;
                filled += log.amountFilled(row) ? 1 : 0;
            }
            shares[customer] = rows == 0 ? 0 : (double) filled / rows;
        }
        return shares;
    }

    /**
     * What a model made of this log should remember of its cleaning: the plan, its fingerprint, rows read and kept, and rows dropped
     * by step. Names nobody.
     *
     * @return names to values, for the data of a provenance
     */
    public Map<String, String> provenance() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cleaning.plan", plan.text());
        facts.put("cleaning.fingerprint", plan.fingerprint());
        facts.put("cleaning.rowsRead", Long.toString(report.rowsRead()));
        facts.put("cleaning.rowsKept", Long.toString(report.rowsKept()));
        report.droppedByStep().forEach((step, rows) -> facts.put("cleaning.dropped." + step, Long.toString(rows)));
        return facts;
    }

    /** Counts only: safe to print. */
    @Override
    public String toString() {
        return "Cleaned[" + log + ", " + report.rowsDropped() + " of " + report.rowsRead() + " rows dropped]";
    }
}
