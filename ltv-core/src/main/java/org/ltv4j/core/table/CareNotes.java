package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ltv4j.core.data.TransactionLog;

/**
 * What a careful person would notice about the customers of a source once it is read, in sentences without any id. Passes over the
 * customers; over the rows only where they state lines of orders, or the last one may be a total.
 */
final class CareNotes {
    /** Below so many rows, values that occur once say nothing. */
    private static final int FEW_ROWS = 20;

    private static final int MANY_ROWS = 100;
    private static final double LARGE_SHARE = 0.05;
    private static final int TIMES_THE_MEAN = 10;
    private static final int ROWS_OF_MOST = 30;
    private static final int FEWEST_CUSTOMERS = 3;

    private final TransactionLog log;
    private final String column;
    private long rounded;
    private long roundedRows;
    private long floats;
    private long floatTwins;
    private boolean anyOnTwoDays;
    private int largest;

    private CareNotes(TransactionLog log, String column) {
        this.log = log;
        this.column = column;
    }

    /** What there is to say of a log whose customers stand in a column. */
    static List<String> of(TransactionLog log, String column) {
        CareNotes notes = new CareNotes(log, column);
        for (int c = 0; c < log.customers().size(); c++) {
            notes.look(c);
        }
        return notes.sentences();
    }

    private void look(int customer) {
        int from = log.start(customer);
        int to = log.start(customer + 1);
        anyOnTwoDays |= log.day(from) != log.day(to - 1);
        largest = to - from > rows(largest) ? customer : largest;
        String id = log.customers().id(customer);
        int digits = digits(id, 0);
        if (digits == 0 || digits == id.length()) {
            return;
        }
        if (isRounded(id, digits)) {
            rounded++;
            roundedRows += to - from;
        } else if (isFloat(id, digits)) {
            floats++;
            floatTwins += log.customers().indexOf(id.substring(0, digits)).isPresent() ? 1 : 0;
        }
    }

    private int rows(int customer) {
        return log.start(customer + 1) - log.start(customer);
    }

    /** Digits from a place on. */
    private static int digits(String id, int from) {
        int at = from;
        while (at < id.length() && id.charAt(at) >= '0' && id.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    /** {@code 1.03293E+19}: with a fraction or a plus, since {@code 1E5} may be a code. */
    private static boolean isRounded(String id, int whole) {
        int at = whole;
        boolean marked = false;
        if (id.charAt(at) == '.' || id.charAt(at) == ',') {
            at += 1 + digits(id, at + 1);
            marked = true;
        }
        if (at >= id.length() || Character.toUpperCase(id.charAt(at)) != 'E') {
            return false;
        }
        at++;
        if (at < id.length() && id.charAt(at) == '+') {
            at++;
            marked = true;
        }
        int exponent = digits(id, at);
        return marked && exponent > 0 && at + exponent == id.length();
    }

    /** {@code 17850.0}. */
    private static boolean isFloat(String id, int whole) {
        for (int i = whole + 1; i < id.length(); i++) {
            if (id.charAt(i) != '0') {
                return false;
            }
        }
        return id.charAt(whole) == '.' && id.length() > whole + 1;
    }

    private List<String> sentences() {
        List<String> notes = new ArrayList<>();
        if (rounded > 0) {
            notes.add(counted(rounded, "value") + " of column " + column
                    + " look rounded by a spreadsheet (1.2E+19 instead of all digits): different customers may stand under"
                    + " one of them, in " + counted(roundedRows, "row") + "; export the column as text");
        }
        if (floats > 0) {
            String twins = floatTwins == 0
                    ? ""
                    : "; " + floatTwins + " of them also stand without it and count as other customers";
            notes.add(counted(floats, "value") + " of column " + column
                    + " end with .0, as whole numbers do that a program took for fractions; they are kept as written"
                    + twins);
        }
        addOnce(notes);
        addLargest(notes);
        notes.addAll(LikeIds.notes(log.customers(), column));
        notes.addAll(TotalNotes.of(log, column));
        notes.addAll(KeyNotes.of(log));
        return notes;
    }

    private void addOnce(List<String> notes) {
        if (anyOnTwoDays || log.size() < FEW_ROWS) {
            return;
        }
        boolean once = log.customers().size() == log.size();
        if (once || log.customers().size() >= FEW_ROWS) {
            notes.add((once
                            ? "every value of column " + column + " occurs once"
                            : "no value of column " + column + " occurs on two days")
                    + ": is it an order number, or is the file a summary already? From such rows nothing can be learnt about"
                    + " customers who come back");
        }
    }

    private void addLargest(List<String> notes) {
        int customers = log.customers().size();
        if (customers < FEWEST_CUSTOMERS) {
            return;
        }
        int rows = rows(largest);
        double share = rows / (double) log.size();
        boolean many = log.size() >= MANY_ROWS && customers >= FEW_ROWS;
        boolean stands = share >= LARGE_SHARE && (long) rows * customers >= (long) TIMES_THE_MEAN * log.size();
        boolean most = 2L * rows >= log.size() && rows >= ROWS_OF_MOST; // says enough in a small shop too
        if (most || many && stands) {
            notes.add(String.format(
                    Locale.ROOT,
                    "one customer has %.0f %% of the rows (%d of %d; line %d is one of them): is this a guest card or the till"
                            + " itself? Then leave it out",
                    100 * share,
                    rows,
                    log.size(),
                    log.sourceRow(log.start(largest))));
        }
    }

    private static String counted(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
