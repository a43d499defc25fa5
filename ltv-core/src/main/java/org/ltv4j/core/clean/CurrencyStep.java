package org.ltv4j.core.clean;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * Leaves rows of one currency; refuses several if none is to be kept.
 *
 * @param kept code of the currency to keep, or null
 */
record CurrencyStep(@Nullable String kept) implements Rule {
    private static final String NAME = "currency";

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        if (kept == null) {
            if (log.currencies().size() > 1) {
                throw new InvalidDataException("amounts in " + log.currencies().size() + " currencies (" + counted(log)
                        + ") cannot be added up: state which one to keep, or convert them first");
            }
            String code = log.currency();
            String rule = "all amounts are in one currency" + (code.isEmpty() ? ", which is not stated" : ", " + code);
            work.report(new CleaningStep(NAME, rule, 0, 0, 0, 0.0, List.of()));
            return;
        }
        if (!log.currencies().contains(kept)) {
            throw new InvalidDataException("no row is in the currency to keep, " + kept + "; found: " + counted(log));
        }
        Tally others = new Tally(log, "is in another currency than " + kept);
        BitSet rows = new BitSet(log.size());
        for (int row = 0; row < log.size(); row++) {
            if (log.currency(row).equals(kept)) {
                rows.set(row);
            } else {
                others.add(row, 0);
            }
        }
        work.report(others.dropped(NAME, words()));
        work.keep(rows);
        work.change(work.log().inCurrency(kept));
    }

    @Override
    public String text() {
        return NAME + ": " + (kept == null ? "one" : "keep " + kept);
    }

    @Override
    public String words() {
        return kept == null
                ? "amounts of several currencies are an error"
                : "rows in another currency than " + kept
                        + " are left out; amounts of different currencies are never added up";
    }

    private static String counted(TransactionLog log) {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (int row = 0; row < log.size(); row++) {
            rows.merge(log.currency(row), 1L, Long::sum);
        }
        return rows.entrySet().stream()
                .map(e -> (e.getKey().isEmpty() ? "not stated" : e.getKey()) + ": " + e.getValue() + " rows")
                .collect(Collectors.joining(", "));
    }
}
