package org.ltv4j.core.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ltv4j.core.data.IdTable;

/** The texts of a column of dates or numbers, each distinct one read once: values by text number, and what was wrong. */
final class CellTexts {
    private final IdTable texts;
    private final Map<Integer, String> problems = new HashMap<>();
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
            read.seconds[code] = reader.read(b, from, Utf8.trimEnd(b, from, b.length));
            if (read.seconds[code] == DateParser.FAILED) {
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

    double number(int code) {
        return numbers[code];
    }

    String text(int code) {
        return texts.id(code);
    }

    String problem(int code) {
        return problems.getOrDefault(code, "cannot be read");
    }

    /** For each text, the first row that has it, counted from 1. */
    static int[] firstRows(CellColumn column, int rows, int distinct) {
        int[] first = new int[distinct];
        Arrays.fill(first, 0);
        for (int row = 0; row < rows; row++) {
            int code = column.code(row);
            if (code >= 0 && first[code] == 0) {
                first[code] = row + 1;
            }
        }
        return first;
    }
}
