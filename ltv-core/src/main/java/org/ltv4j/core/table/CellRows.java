package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.clean.CleaningStep;

/**
 * What a source of typed cells knows of its rows beyond the cells that are used: where each row stands in the source, what
 * is wrong with a row as a whole, and what was done before any value was read.
 */
final class CellRows {
    private final Map<Integer, Flaw> flaws = new HashMap<>();
    private final List<CleaningStep> steps = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private final List<Integer> sectionStarts = new ArrayList<>();
    private int[] places = new int[0];
    private boolean placed;
    private String charset = "";
    private boolean gzip;
    private boolean daysFrom1904;
    private String unit = "line";

    /**
     * Why a row cannot be used, whatever its other cells hold.
     *
     * @param reason which policy decides
     * @param role the column concerned, or null where it is the row
     * @param value for dates and numbers what is written, else empty
     * @param problem what is wrong
     */
    record Flaw(Reason reason, @Nullable ColumnRole role, String value, String problem) {}

    /** The row stands at this place of its source, from 1; without a call a row's place is its number. */
    void place(int row, long place) {
        placed = true;
        if (row >= places.length) {
            places = Arrays.copyOf(places, (int) Math.min(Integer.MAX_VALUE - 8L, row + (row >> 1) + 1024L));
        }
        places[row] = (int) Math.min(place, Integer.MAX_VALUE);
    }

    /** Where a row stands in its source, from 1. */
    int place(int row) {
        return placed && row < places.length && places[row] > 0 ? places[row] : row + 1;
    }

    /** Places are numbers of records, of which several may stand on one line. */
    void countRecords() {
        unit = "record";
    }

    /** What places count, for messages. */
    String unit() {
        return unit;
    }

    /** A message that speaks of lines, in the word for what places count. */
    String said(String message) {
        return message.replaceAll("\\bline (?=[0-9])", unit + " ");
    }

    /** True when rows 1, 2, 3 and so on of the source are the rows, and nothing is wrong with any as a whole. */
    boolean plain() {
        return !placed && flaws.isEmpty();
    }

    /** From this row on, rows stand in this part of the source, such as a sheet of a workbook. */
    void section(int row, String name) {
        sections.add(name);
        sectionStarts.add(row);
    }

    /** The part of the source in which a row stands; empty where there is only one. */
    String section(int row) {
        if (sections.size() < 2) {
            return "";
        }
        int i = sections.size() - 1;
        while (i > 0 && sectionStarts.get(i) > row) {
            i--;
        }
        return sections.get(i);
    }

    /** The row cannot be used; the first flaw of a row counts. */
    void flaw(int row, Flaw flaw) {
        flaws.putIfAbsent(row, flaw);
    }

    /** Why the row cannot be used, or null. */
    @Nullable
    Flaw flaw(int row) {
        return flaws.isEmpty() ? null : flaws.get(row);
    }

    /** Something that was done while reading, for the report. */
    void step(CleaningStep step) {
        steps.add(step);
    }

    List<CleaningStep> steps() {
        return steps;
    }

    /** Day numbers of this source count from 1904. */
    void countDaysFrom1904() {
        daysFrom1904 = true;
    }

    /** True when a number that is found to be a day's counts from 1904. */
    boolean daysFrom1904() {
        return daysFrom1904;
    }

    /** How the bytes of the source were read. */
    void bytes(String charsetName, boolean compressed) {
        charset = charsetName;
        gzip = compressed;
    }

    String charset() {
        return charset;
    }

    boolean gzip() {
        return gzip;
    }
}
