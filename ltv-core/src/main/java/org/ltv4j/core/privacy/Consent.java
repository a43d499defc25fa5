package org.ltv4j.core.privacy;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.data.TransactionLog;

/**
 * Who has agreed to being analysed, and since when. A customer counts as he decided last on or before the day that is asked
 * for; before his first decision he is unknown, and the rule for unknown customers holds. Immutable.
 *
 * <pre>{@code
 * Consent consent = Consent.unknownMeansNo()
 *     .given("ann", LocalDate.of(2026, 3, 1))
 *     .withdrawn("bob", LocalDate.of(2026, 5, 9))
 *     .build();
 * Screened allowed = consent.apply(log, LocalDate.of(2026, 11, 22));
 * }</pre>
 *
 * <p>Ids are compared in Unicode normal form C, otherwise exactly. Apply it to raw ids, before pseudonyms.
 */
public final class Consent {
    private static final String STEP = "consent";

    private final boolean unknownMeansYes;
    private final Map<String, TreeMap<LocalDate, Boolean>> decisions;

    private Consent(boolean unknownMeansYes, Map<String, TreeMap<LocalDate, Boolean>> decisions) {
        this.unknownMeansYes = unknownMeansYes;
        this.decisions = decisions;
    }

    /**
     * Customers who never decided are left out: consent is the ground for the processing.
     *
     * @return takes decisions
     */
    public static Builder unknownMeansNo() {
        return new Builder(false);
    }

    /**
     * Customers who never decided stay in: the processing has another ground, and this is a list of objections.
     *
     * @return takes decisions
     */
    public static Builder unknownMeansYes() {
        return new Builder(true);
    }

    /** Takes decisions, in any order. Not thread-safe. */
    public static final class Builder {
        private final boolean unknownMeansYes;
        private final Map<String, TreeMap<LocalDate, Boolean>> decisions = new HashMap<>();

        private Builder(boolean unknownMeansYes) {
            this.unknownMeansYes = unknownMeansYes;
        }

        /**
         * A customer agreed.
         *
         * @param customer id as it stands in the log
         * @param from first day on which it counts
         * @return this builder
         */
        public Builder given(String customer, LocalDate from) {
            return add(customer, from, true);
        }

        /**
         * A customer took his consent back, or objected. On a day with both, this counts.
         *
         * @param customer id as it stands in the log
         * @param from first day on which it counts
         * @return this builder
         */
        public Builder withdrawn(String customer, LocalDate from) {
            return add(customer, from, false);
        }

        private Builder add(String customer, LocalDate from, boolean yes) {
            decisions
                    .computeIfAbsent(Ids.normal(customer), id -> new TreeMap<>())
                    .merge(from, yes, Boolean::logicalAnd);
            return this;
        }

        /**
         * The finished list. The builder may be used on; the list does not change.
         *
         * @return all decisions so far
         */
        public Consent build() {
            Map<String, TreeMap<LocalDate, Boolean>> copy = new HashMap<>();
            decisions.forEach((id, days) -> copy.put(id, new TreeMap<>(days)));
            return new Consent(unknownMeansYes, copy);
        }
    }

    /**
     * Whether a customer may be analysed on a day.
     *
     * @param customer id as it stands in the log
     * @param day the day of the processing, not of a purchase
     * @return what he decided last, else the rule for unknown customers
     */
    public boolean has(String customer, LocalDate day) {
        Boolean last = decision(customer, day);
        return last == null ? unknownMeansYes : last;
    }

    /**
     * Whether a customer has decided on or before a day.
     *
     * @param customer id as it stands in the log
     * @param day the day of the processing
     * @return false where the rule for unknown customers holds
     */
    public boolean isKnown(String customer, LocalDate day) {
        return decision(customer, day) != null;
    }

    private @Nullable Boolean decision(String customer, LocalDate day) {
        TreeMap<LocalDate, Boolean> days = decisions.get(Ids.normal(customer));
        Map.Entry<LocalDate, Boolean> last = days == null ? null : days.floorEntry(day);
        return last == null ? null : last.getValue();
    }

    /**
     * Leaves out the customers without consent, with all their rows, of whatever day.
     *
     * @param log rows under raw ids
     * @param day the day of the processing
     * @return what is left, and the count of what is not
     */
    public Screened apply(TransactionLog log, LocalDate day) {
        return apply(log, CleaningReport.ofRows(log.size()), day);
    }

    /**
     * Leaves out the customers without consent, with all their rows, of whatever day, and goes on with a report.
     *
     * @param log rows under raw ids
     * @param reading what happened to the rows before
     * @param day the day of the processing
     * @return what is left, and a longer report with a step {@code consent}
     * @throws IllegalArgumentException if the report is not of this log
     */
    public Screened apply(TransactionLog log, CleaningReport reading, LocalDate day) {
        Screened before = new Screened(log, reading);
        BitSet out = new BitSet(log.customers().size());
        int unknown = 0;
        for (int c = 0; c < log.customers().size(); c++) {
            String id = log.customers().id(c);
            unknown += isKnown(id, day) ? 0 : 1;
            out.set(c, !has(id, day));
        }
        String rule = "customers without consent on " + day + " are left out: " + out.cardinality() + " of "
                + log.customers().size() + " customers; " + unknown + " decided nothing, which means "
                + (unknownMeansYes ? "yes" : "no");
        return CustomerRows.screened(before.log(), reading, out, STEP, rule, "is of a customer without consent");
    }

    /** Counts only. */
    @Override
    public String toString() {
        return "decisions of " + decisions.size() + " customers, unknown means " + (unknownMeansYes ? "yes" : "no");
    }
}
