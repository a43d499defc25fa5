package org.ltv4j.core.data;

/** What a row must be before a log takes it. */
final class RowChecks {
    private RowChecks() {}

    static void requireFinite(double paid, int source) {
        if (!Double.isFinite(paid)) {
            throw new InvalidDataException("row " + source + " needs a finite amount, got " + paid);
        }
    }

    /** Refuses an infinite number of an optional column, where NaN stands for none. */
    static double notInfinite(double value, String column, int row) {
        if (Double.isInfinite(value)) {
            throw new InvalidDataException(
                    "row " + row + " needs a finite " + column + ", or NaN where not stated, got " + value);
        }
        return value;
    }

    /** Refuses the number of a customer that has none. */
    static void requireCustomer(int index, IdTable.Builder customers, int source) {
        if (index < 0 || index >= customers.size()) {
            throw new InvalidDataException("row " + source + " has customer number " + index + " of " + customers.size()
                    + ": take a number that customers() of the builder gave");
        }
    }

    /** Refuses the number of an id that has none. */
    static int known(int index, IdTable.Builder ids, String column, int row) {
        if (index < TransactionLog.NONE || index >= ids.size()) {
            throw new InvalidDataException("row " + row + " has " + column + " number " + index + " of " + ids.size()
                    + ": take a number that " + column + "s() of the builder gave, or TransactionLog.NONE");
        }
        return index;
    }

    /**
     * Refuses whole columns with an amount that is not finite, a time of no day that a log may hold or an unknown customer; the
     * rows without a customer may hold anything.
     *
     * @return how many rows have no customer
     */
    static int requireColumns(int[] customer, long[] second, double[] paid, int count, IdTable.Builder customers) {
        int without = 0;
        for (int i = 0; i < count; i++) {
            if (customer[i] == TransactionLog.NONE) {
                without++;
                continue;
            }
            requireFinite(paid[i], i + 1);
            WallClock.require(second[i], "row", i + 1);
            requireCustomer(customer[i], customers, i + 1);
        }
        return without;
    }
}
