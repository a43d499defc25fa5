package org.ltv4j.core.clean;

import java.time.ZoneId;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;

/**
 * Turns the wall clock of one zone into that of another.
 *
 * @param from the zone whose clock the log shows
 * @param to the zone whose calendar days are to count
 */
record ZoneStep(ZoneId from, ZoneId to) implements Rule {
    private static final String NAME = "time zone";
    private static final int SECONDS_PER_DAY = 86_400;

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        if (log.size() == 0) {
            work.report(new CleaningStep(NAME, words(), 0, 0, 0, 0.0, List.of()));
            return;
        }
        requireTimes(log);
        ZoneShift shift = new ZoneShift(from, to, log.firstDay(), log.lastDay());
        long[] seconds = new long[log.size()];
        Tally moved = new Tally(log, "is of another time of day in " + to);
        Tally gaps = new Tally(log, "is a time that the clock of " + from + " skipped");
        Tally overlaps = new Tally(log, "is a time that the clock of " + from + " showed twice");
        for (int row = 0; row < seconds.length; row++) {
            switch (shift.shown(log.second(row))) {
                case NEVER -> gaps.add(row, 0);
                case TWICE -> overlaps.add(row, 0);
                case ONCE -> {}
            }
            seconds[row] = shift.of(log.second(row));
            if (seconds[row] != log.second(row)) {
                moved.add(row, 0);
            }
        }
        report(work, moved, gaps, overlaps);
        work.change(LogEdit.of(log).times(seconds).log());
    }

    private void report(Work work, Tally moved, Tally gaps, Tally overlaps) {
        work.report(moved.met(NAME, words()));
        if (gaps.rows() > 0) {
            work.report(gaps.met(
                    NAME + " gaps",
                    "times that the clock of " + from + " skipped are taken as later by what it skipped"));
        }
        if (overlaps.rows() > 0) {
            work.report(overlaps.met(
                    NAME + " overlaps",
                    "times that the clock of " + from + " showed twice are taken as the first of the two"));
        }
    }

    /** A log of days has no times of day: moving its midnights would move its days. */
    private void requireTimes(TransactionLog log) {
        for (int row = 0; row < log.size(); row++) {
            if (Math.floorMod(log.second(row), SECONDS_PER_DAY) != 0) {
                return;
            }
        }
        throw new InvalidDataException("the log knows days, not times of day, so its days cannot be turned from " + from
                + " into " + to + ": leave the time zone out of the plan");
    }

    @Override
    public String text() {
        return NAME + ": " + from + " to " + to;
    }

    @Override
    public String words() {
        return "times on the clock of " + from + " are turned into those of " + to;
    }
}
