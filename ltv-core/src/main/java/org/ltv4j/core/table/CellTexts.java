package org.ltv4j.core.table;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.ltv4j.core.data.IdTable;

/** The texts of a column of dates or numbers, each distinct one read once: values by text number, and what was wrong. */
final class CellTexts {
    private final IdTable texts;
    private final Map<Integer, String> problems = new HashMap<>();
    private final BitSet otherOrder = new BitSet();
    private final long[] seconds;
    private final double[] numbers;

    private CellTexts(IdTable texts, long[] seconds, double[] numbers) {
        this.texts = texts;
        this.seconds = seconds;
        this.numbers = numbers;
    }

    static CellTexts dates(CellColumn column, DateReader reader) {
        IdTable texts = column.texts();
        CellTexts read = new CellTexts(texts, new long[texts.size()], new double[0]);
        for (int code = 0; code < texts.size(); code++) {
            byte[] b = texts.id(code).getBytes(StandardCharsets.UTF_8);
            int from = Utf8.trimStart(b, 0, b.length);
            int to = Utf8.trimEnd(b, from, b.length);
            read.seconds[code] = reader.read(b, from, to);
            if (read.seconds[code] == DateParser.FAILED) {
                read.otherOrder.set(code, reader.otherOrder(b, from, to));
                read.problems.put(code, reader.problem());
            }
        }
        return read;
    }

    static CellTexts numbers(CellColumn column, NumberParser parser) {
        IdTable texts = column.texts();
        CellTexts read = new CellTexts(texts, new long[0], new double[texts.size()]);
        for (int code = 0; code < texts.size(); code++) {
            read.numbers[code] = parser.parse(texts.id(code));
            if (Double.isNaN(read.numbers[code])) {
                read.problems.put(code, parser.problem());
            }
        }
        return read;
    }

    long second(int code) {
        return seconds[code];
    }

    /** True when a date that could not be read is one with its parts in another order. */
    boolean otherOrder(int code) {
        return otherOrder.get(code);
    }

    double number(int code) {
        return numbers[code];
    }

    String text(int code) {
        return texts.id(code);
    }

    String problem(int code) {
        return problems.getOrDefault(code, "cannot be read");
    }
}
