package org.ltv4j.core.table;

import java.util.Objects;
import org.ltv4j.core.data.Blanks;
import org.ltv4j.core.data.InvalidDataException;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.dates.DateColumnType;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.DateTimeColumnType;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;
import tech.tablesaw.columns.numbers.IntColumnType;
import tech.tablesaw.columns.strings.DictionaryMap;
import tech.tablesaw.columns.strings.NullDictionaryMap;
import tech.tablesaw.columns.times.PackedLocalTime;

/** Copies one column of a Tablesaw table into arrays, by its type and by what it means. */
final class TablesawColumn {
    /** Not yet looked up; a stored code is 0 for missing, -1 for what is no Unicode, else the number of the text + 1. */
    private static final int UNKNOWN = -2;

    private TablesawColumn() {}

    static void copy(Column<?> from, ColumnRole role, CellColumn to, LocalClock clock) {
        if (from instanceof StringColumn text) {
            texts(text, to);
            return;
        }
        switch (role) {
            case DATE -> dates(from, to, clock);
            case AMOUNT, QUANTITY, UNIT_PRICE, DISCOUNT -> numbers(from, role, to);
            default -> ids(from, to);
        }
    }

    /** By the codes of the column's own dictionary: each distinct text is touched once. */
    private static void texts(StringColumn column, CellColumn to) {
        DictionaryMap dictionary = Objects.requireNonNull(column.getDictionary(), "a text column has a dictionary");
        int rows = column.size();
        if (dictionary instanceof NullDictionaryMap) { // of a column whose texts nearly all differ
            for (int row = 0; row < rows; row++) {
                to.text(row, dictionary.getValueForIndex(row));
            }
            return;
        }
        LongCodes known = new LongCodes();
        int[] codes = new int[rows];
        int lastKey = 0;
        int lastCode = UNKNOWN;
        for (int row = 0; row < rows; row++) {
            int key = dictionary.getKeyAtIndex(row);
            if (key != lastKey || lastCode == UNKNOWN) { // rows of one customer often stand together
                lastKey = key;
                lastCode = known.get(key) - 1;
                if (lastCode == UNKNOWN) {
                    lastCode = stored(dictionary.getValueForKey(key), to);
                    known.put(key, lastCode + 1);
                }
            }
            codes[row] = lastCode;
        }
        to.codes(codes);
    }

    private static int stored(String text, CellColumn to) {
        return Blanks.isBlank(text) ? 0 : to.codeOf(text) + 1;
    }

    private static void ids(Column<?> column, CellColumn to) {
        if (column instanceof IntColumn ints) {
            wholeNumbers(ints, to);
            return;
        }
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                continue;
            }
            if (column instanceof LongColumn longs) {
                to.wholeNumber(row, longs.getLong(row));
            } else if (column instanceof ShortColumn shorts) {
                to.wholeNumber(row, shorts.getShort(row));
            } else if (column instanceof DoubleColumn doubles) {
                fractional(row, doubles.getDouble(row), to);
            } else if (column instanceof FloatColumn floats) {
                fractional(row, floats.getFloat(row), to);
            } else {
                to.text(row, column.getString(row));
            }
        }
    }

    /** The usual column of customer numbers, in a loop of its own. */
    private static void wholeNumbers(IntColumn column, CellColumn to) {
        int missing = IntColumnType.missingValueIndicator();
        int[] codes = column.asIntArray(); // a copy; each value makes way for its code
        int lastValue = missing;
        int lastCode = 0;
        for (int row = 0; row < codes.length; row++) {
            int value = codes[row];
            if (value != lastValue) { // rows of one customer often stand together
                lastValue = value;
                lastCode = value == missing ? 0 : to.codeOfWholeNumber(value) + 1;
            }
            codes[row] = lastCode;
        }
        to.codes(codes);
    }

    /** 17850.0 is how 17850 looks in a column of floats. */
    private static void fractional(int row, double id, CellColumn to) {
        if (id == Math.rint(id) && Math.abs(id) <= 1L << 53) {
            to.wholeNumber(row, (long) id);
        } else {
            to.text(row, Double.toString(id));
        }
    }

    private static void numbers(Column<?> column, ColumnRole role, CellColumn to) {
        if (column instanceof DoubleColumn doubles) {
            to.numbers(doubles.asDoubleArray());
        } else if (column instanceof FloatColumn floats) {
            for (int row = 0; row < floats.size(); row++) {
                // by its shortest decimal form: 0.1f is meant as 0.1, not as 0.10000000149
                to.number(
                        row,
                        floats.isMissing(row) ? Double.NaN : Double.parseDouble(Float.toString(floats.getFloat(row))));
            }
        } else if (column instanceof NumericColumn<?> numbers) {
            double[] values = new double[numbers.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = numbers.isMissing(row) ? Double.NaN : numbers.getDouble(row);
            }
            to.numbers(values);
        } else {
            throw new InvalidDataException("column " + column.name() + " holds " + column.type()
                    + ", which cannot be read as " + role + ": numbers or texts can");
        }
    }

    private static void dates(Column<?> column, CellColumn to, LocalClock clock) {
        int rows = column.size();
        if (column instanceof IntColumn || column instanceof LongColumn) {
            ids(column, to);
            return;
        }
        long[] seconds = new long[rows];
        if (column instanceof DateColumn days) {
            days(days, seconds);
        } else if (column instanceof DateTimeColumn times) {
            times(times, seconds);
        } else if (column instanceof InstantColumn instants) {
            instants(instants, seconds, clock);
        } else {
            throw new InvalidDataException("column " + column.name() + " holds " + column.type()
                    + ", which cannot be read as dates: dates, times, instants or texts can");
        }
        to.seconds(seconds);
    }

    /** Rows of one day mostly stand together, so that its number is looked up once. */
    private static void days(DateColumn column, long[] seconds) {
        int missing = DateColumnType.missingValueIndicator();
        int lastDate = missing;
        long lastDay = DateParser.FAILED;
        for (int row = 0; row < seconds.length; row++) {
            int packed = column.getIntInternal(row);
            if (packed != lastDate) {
                lastDate = packed;
                lastDay = packed == missing ? DateParser.FAILED : day(packed);
            }
            seconds[row] = lastDay;
        }
    }

    /** The rows of one receipt bear the same time and stand together, so that each is unpacked once. */
    private static void times(DateTimeColumn column, long[] seconds) {
        long missing = DateTimeColumnType.missingValueIndicator();
        long lastPacked = missing;
        long lastSecond = DateParser.FAILED;
        for (int row = 0; row < seconds.length; row++) {
            long packed = column.getLongInternal(row);
            if (packed != lastPacked) {
                lastPacked = packed;
                lastSecond = packed == missing
                        ? DateParser.FAILED
                        : day(PackedLocalDateTime.date(packed))
                                + PackedLocalTime.getSecondOfDay(PackedLocalDateTime.time(packed));
            }
            seconds[row] = lastSecond;
        }
    }

    private static void instants(InstantColumn column, long[] seconds, LocalClock clock) {
        if (!clock.hasZone()) {
            throw new InvalidDataException("column " + column.name() + " holds instants: state the zone whose calendar"
                    + " days count (ReadOptions.withZone)");
        }
        for (int row = 0; row < seconds.length; row++) {
            seconds[row] = column.isMissing(row)
                    ? DateParser.FAILED
                    : clock.ofInstant(column.get(row).getEpochSecond());
        }
    }

    private static long day(int packed) {
        return Civil.epochDay(
                        PackedLocalDate.getYear(packed),
                        PackedLocalDate.getMonthValue(packed),
                        PackedLocalDate.getDayOfMonth(packed))
                * Civil.SECONDS_A_DAY;
    }
}
