package org.ltv4j.core.clean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.Currency;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

/**
 * Rounds amounts to digits behind the decimal mark, half away from zero, as tills do.
 *
 * @param digits digits, or {@link #OF_CURRENCY}
 * @param zeros what becomes of rows that round to 0
 */
record RoundingStep(int digits, ZeroRule zeros) implements Rule {
    /** As many digits as the minor unit of the log's currency has. */
    static final int OF_CURRENCY = -1;

    static final int MOST_DIGITS = 9;
    private static final String NAME = "rounding";

    @Override
    public void apply(Work work) {
        TransactionLog log = work.log();
        int places = digits == OF_CURRENCY && log.hasAmounts() ? minorUnit(log) : Math.max(0, digits);
        Tally changed = new Tally(log, "has more than " + places + " digits behind the decimal mark");
        Tally gone = new Tally(log, "rounds to 0");
        double[] amounts = new double[log.size()];
        BitSet dropped = new BitSet();
        for (int row = 0; row < amounts.length; row++) {
            double amount = log.amount(row);
            amounts[row] = rounded(amount, places);
            if (amounts[row] == amount) {
                continue;
            }
            if (amounts[row] == 0 && zeros == ZeroRule.DROP) {
                gone.add(row, -amount);
                dropped.set(row);
            } else {
                changed.add(row, amounts[row] - amount);
            }
        }
        work.report(changed.changed(NAME, "amounts are rounded to " + places + " digits, half away from zero"));
        if (gone.rows() > 0) {
            work.report(gone.dropped("rounded to zero", "amounts that round to 0 are left out like those of 0"));
        }
        if (changed.rows() > 0) {
            work.change(log.withAmounts(amounts));
        }
        work.drop(dropped);
    }

    private static int minorUnit(TransactionLog log) {
        String code = log.currency();
        int places = -1;
        if (!code.isEmpty()) {
            try {
                places = Currency.getInstance(code).getDefaultFractionDigits();
            } catch (IllegalArgumentException e) {
                throw noMinorUnit(code);
            }
        }
        if (places < 0) {
            throw noMinorUnit(code);
        }
        return places;
    }

    private static InvalidDataException noMinorUnit(String code) {
        return new InvalidDataException("amounts cannot be rounded to the minor unit of "
                + (code.isEmpty() ? "a currency that is not stated" : "'" + code + "', which has none")
                + ": state the digits (withRounding(2))");
    }

    /** By the shortest decimal that reads as the amount, so that 1.005 rounds to 1.01. */
    static double rounded(double amount, int places) {
        double scaled = amount * POWERS[places];
        if (Math.rint(scaled) == scaled && Math.rint(scaled) / POWERS[places] == amount) {
            return amount;
        }
        double rounded = BigDecimal.valueOf(amount)
                .setScale(places, RoundingMode.HALF_UP)
                .doubleValue();
        return rounded == 0 ? 0.0 : rounded;
    }

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    @Override
    public String text() {
        return NAME + ": " + (digits == OF_CURRENCY ? "minor unit" : digits + " digits");
    }

    @Override
    public String words() {
        return "amounts are rounded to "
                + (digits == OF_CURRENCY ? "the minor unit of the currency" : digits + " digits")
                + ", half away from zero";
    }
}
