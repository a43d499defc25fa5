package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.BadValue;
import org.ltv4j.core.data.InvalidDataException;

/** Collects the rows that cannot be used: counts and first examples by reason, and the first of those that must fail. */
final class Rejects {
    /** Bad rows that an exception names one by one. */
    static final int MOST_NAMED = 20;

    private final boolean[] fails = new boolean[Reason.values().length];
    private final boolean keepsMissingAmounts;
    private final String unit;
    private final long[] counts = new long[Reason.values().length];
    private final Map<Reason, List<BadValue>> examples = new EnumMap<>(Reason.class);
    private final List<BadValue> fatal = new ArrayList<>();

    Rejects(RowPolicies policies) {
        this(policies, "line");
    }

    /** With a word for what places of rows count. */
    Rejects(RowPolicies policies, String unit) {
        this.unit = unit;
        for (Reason reason : Reason.values()) {
            fails[reason.ordinal()] = policies.of(reason) == RowPolicy.FAIL;
        }
        keepsMissingAmounts = policies.of(Reason.MISSING_AMOUNT) == RowPolicy.KEEP;
    }

    /** Whether rows without amount go into the log. */
    boolean keepsMissingAmounts() {
        return keepsMissingAmounts;
    }

    /** Counts a row that cannot be used, of a customer who is not known. */
    void add(Reason reason, long line, String column, String value, String problem) {
        add(reason, line, column, value, problem, () -> "");
    }

    /** Whether more rows of a reason are but to be counted: all that is told of them is told. */
    boolean isQuiet(Reason reason) {
        int place = reason.ordinal();
        return counts[place] >= CleaningStep.MOST_EXAMPLES && (!fails[place] || fatal.size() == MOST_NAMED);
    }

    /** Counts rows of a reason that {@link #isQuiet}. */
    void count(Reason reason, long rows) {
        counts[reason.ordinal()] += rows;
    }

    /**
     * Counts a row that cannot be used. The value must be empty where it may name a person; the customer is kept for the accessor
     * of the exception and shown nowhere.
     */
    void add(Reason reason, long line, String column, String value, String problem, Supplier<String> customer) {
        boolean quiet = isQuiet(reason);
        counts[reason.ordinal()]++;
        if (quiet) {
            return;
        }
        boolean mustFail = fails[reason.ordinal()];
        List<BadValue> of = examples.computeIfAbsent(reason, r -> new ArrayList<>());
        BadValue bad = new BadValue(line, column, Problems.shown(value), problem).countedBy(unit);
        if (of.size() < CleaningStep.MOST_EXAMPLES) {
            of.add(bad);
        }
        if (mustFail && fatal.size() < MOST_NAMED) {
            fatal.add(bad.ofCustomer(customer.get()));
        }
    }

    /**
     * Ends the read.
     *
     * @throws InvalidDataException with all bad rows whose policy is to fail
     */
    void failIfAny(long rows) {
        if (fatal.isEmpty()) {
            return;
        }
        Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
        long bad = 0;
        for (Reason reason : Reason.values()) {
            if (counts[reason.ordinal()] > 0 && fails[reason.ordinal()]) {
                byReason.put(reason, counts[reason.ordinal()]);
                bad += counts[reason.ordinal()];
            }
        }
        String reasons = byReason.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        String named = fatal.stream().map(BadValue::toString).collect(Collectors.joining("; "));
        throw new InvalidDataException(
                bad + " of " + rows + " rows cannot be used (" + reasons + "): " + named
                        + (bad > fatal.size() ? "; and " + (bad - fatal.size()) + " more" : "")
                        + ". Correct them, state how they are written, or skip such rows (RowPolicy.SKIP)",
                fatal);
    }

    /** What was noticed about rows that hold no sale. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            long rows = counts[reason.ordinal()];
            if (reason.isFurniture() && rows > 0) {
                notes.add(reason.noted(
                        rows, examples.getOrDefault(reason, List.of()).get(0)));
            }
        }
        return notes;
    }

    /** A step of the report for each reason that was met. */
    List<CleaningStep> steps() {
        List<CleaningStep> steps = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            long n = counts[reason.ordinal()];
            if (n > 0) {
                boolean kept = keepsMissingAmounts && reason == Reason.MISSING_AMOUNT;
                steps.add(new CleaningStep(
                        reason.toString(),
                        kept ? "rows without an amount are kept for cleaning to fill or to drop" : reason.rule(),
                        n,
                        kept ? 0 : n,
                        0,
                        0.0,
                        examples.getOrDefault(reason, List.of())));
            }
        }
        return steps;
    }
}
