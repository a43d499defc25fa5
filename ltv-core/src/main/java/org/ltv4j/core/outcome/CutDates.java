package org.ltv4j.core.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Which dates of the past to learn from (rolling origin). At each date features are made of what was known by then, and outcomes of the
 * horizon that followed; several dates stacked give even a young shop enough rows. The newest is the latest whose outcome is known.
 *
 * @param count dates at most, at least 1
 * @param everyDays days from one to the next, at least 1; 0 stands for the horizon, so that outcomes do not overlap
 * @param leastHistoryDays days of sales before the first, at least 1; 0 stands for the horizon
 */
public record CutDates(int count, int everyDays, int leastHistoryDays) {
    /**
     * Checks the numbers.
     *
     * @param count dates at most, at least 1
     * @param everyDays days from one to the next, at least 1; 0 stands for the horizon, so that outcomes do not overlap
     * @param leastHistoryDays days of sales before the first, at least 1; 0 stands for the horizon
     */
    public CutDates {
        if (count < 1 || everyDays < 0 || leastHistoryDays < 0) {
            throw new IllegalArgumentException(
                    "cut dates need count >= 1, days between them >= 0 and history >= 0, got " + count + ", "
                            + everyDays + " and " + leastHistoryDays);
        }
    }

    /**
     * The newest date alone.
     *
     * @return one cut, after at least a horizon of history
     */
    public static CutDates newest() {
        return new CutDates(1, 0, 0);
    }

    /**
     * So many dates at most, a horizon apart.
     *
     * @param count at least 1
     * @return cuts after at least a horizon of history
     */
    public static CutDates upTo(int count) {
        return new CutDates(count, 0, 0);
    }

    /**
     * The same dates so many days apart.
     *
     * @param days at least 1; less than the horizon makes outcomes overlap, which gives more rows that tell less each
     * @return the cuts
     */
    public CutDates every(int days) {
        return new CutDates(count, days, leastHistoryDays);
    }

    /**
     * The same dates, after other lengths of history.
     *
     * @param days at least 1
     * @return the cuts
     */
    public CutDates afterHistoryOf(int days) {
        return new CutDates(count, everyDays, days);
    }

    /**
     * The dates.
     *
     * @param known the sales that are known
     * @param outcome what is to be learnt
     * @return at least one date, the oldest first; the outcome of each is known in full
     * @throws InvalidDataException if the sales are too short for one
     */
    public List<LocalDate> of(KnownSales known, Outcome outcome) {
        int step = everyDays == 0 ? outcome.days() : everyDays;
        int history = leastHistoryDays == 0 ? outcome.days() : leastHistoryDays;
        LocalDate first = known.log().firstDay();
        LocalDate newest = known.asOf().minusDays(outcome.days());
        LocalDate earliest = first.plusDays(history - 1L);
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate date = newest; dates.size() < count && !date.isBefore(earliest); date = date.minusDays(step)) {
            dates.add(date);
        }
        if (dates.isEmpty()) {
            throw new InvalidDataException("sales from " + first + " to " + known.asOf() + " are too short to learn "
                    + outcome + ": " + history + " days of history and then " + outcome.days()
                    + " days of outcome are needed; shorten the horizon");
        }
        Collections.reverse(dates);
        return List.copyOf(dates);
    }
}
