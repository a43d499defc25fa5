package org.ltv4j.core.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.Blanks;

/**
 * The filled cells of one row of a sheet. Reused from row to row; cells that are empty or only formatted take no place, so
 * that a sheet that claims its 16,384 columns costs nothing.
 */
final class SheetRow {
    /** The most columns a sheet has. */
    static final int MOST_COLUMNS = 16_384;

    /** What a cell holds. */
    enum Kind {
        EMPTY,
        NUMBER,
        /** A number that its format shows as a date: days since the epoch of the workbook. */
        DATE,
        TEXT,
        /** The error of a formula, such as #N/A. */
        ERROR
    }

    private static final Kind[] KINDS = Kind.values();

    private byte[] kinds = new byte[16];
    private double[] numbers = new double[16];
    private @Nullable String[] texts = new String[16];
    private int width;
    private long place;

    /** Makes way for the row with this number, from 1. */
    void start(long row) {
        place = row;
        Arrays.fill(kinds, 0, width, (byte) 0);
        width = 0;
    }

    /** Number of the row in its sheet, from 1. */
    long place() {
        return place;
    }

    void number(int column, double value, boolean date) {
        set(column, date ? Kind.DATE : Kind.NUMBER);
        numbers[column] = value;
    }

    void text(int column, String value) {
        if (!Blanks.isBlank(value)) {
            set(column, Kind.TEXT);
            texts[column] = value;
        }
    }

    void error(int column, String name) {
        set(column, Kind.ERROR);
        texts[column] = name;
    }

    private void set(int column, Kind kind) {
        if (column >= kinds.length) {
            int capacity = Math.min(MOST_COLUMNS, Math.max(column + 1, kinds.length * 2));
            kinds = Arrays.copyOf(kinds, capacity);
            numbers = Arrays.copyOf(numbers, capacity);
            texts = Arrays.copyOf(texts, capacity);
        }
        kinds[column] = (byte) kind.ordinal();
        width = Math.max(width, column + 1);
    }

    Kind kind(int column) {
        return column < width ? KINDS[kinds[column]] : Kind.EMPTY;
    }

    double number(int column) {
        return numbers[column];
    }

    /** The text of a cell, or the name of its error. */
    String text(int column) {
        String text = texts[column];
        return text == null ? "" : text;
    }

    /** One more than the place of the last filled cell. */
    int width() {
        return width;
    }

    boolean blank() {
        return width == 0;
    }

    /** The cells as the names of a header; empty cells have none. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            names.add(
                    switch (kind(column)) {
                        case TEXT -> text(column).strip();
                        case NUMBER, DATE -> CellWriter.plain(number(column));
                        case EMPTY, ERROR -> "";
                    });
        }
        return names;
    }

    /** A number for the content of the whole row: equal for equal rows, and as good as never for others. */
    long fingerprint() {
        long hash = width;
        for (int column = 0; column < width; column++) {
            hash = mix(hash * 31 + kinds[column]);
            switch (kind(column)) {
                case NUMBER, DATE -> hash = mix(hash ^ Double.doubleToLongBits(number(column)));
                case TEXT, ERROR -> {
                    String text = text(column);
                    for (int i = 0; i < text.length(); i++) {
                        hash = mix(hash + text.charAt(i));
                    }
                }
                case EMPTY -> hash++;
            }
        }
        return hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
