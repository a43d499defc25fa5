package org.ltv4j.examples.quickstart;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.table.CsvWriter;

/**
 * {@code scores.csv}: one row per customer, the most valuable first. Ids that a spreadsheet would run as formulas are
 * disarmed; numbers read back to the same doubles. Where amounts are not known the columns of spend are empty and values are counted
 * in purchases.
 */
final class ScoresFile {
    static final List<String> HEADER = List.of(
            "customer",
            "x",
            "t_x",
            "T",
            "m",
            "p_alive",
            "expected_transactions",
            "expected_spend",
            "ltv",
            "ltv_lower",
            "ltv_upper",
            "rank");

    private ScoresFile() {}

    static void write(CustomerScores scores, Readers readers, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        CsvWriter.writeTo(writer, HEADER, rows -> {
            int rank = 0;
            for (int i : scores.top(scores.size())) {
                row(rows, scores, readers, i, ++rank);
            }
        });
        writer.flush();
    }

    private static void row(CsvWriter row, CustomerScores scores, Readers readers, int i, int rank) throws IOException {
        CustomerSummaries customers = scores.customers();
        Interval interval = scores.interval(i).orElseThrow();
        row.text(readers.shown(customers.id(i)))
                .number(customers.frequency(i))
                .number(customers.recency(i))
                .number(customers.age(i));
        spend(row, customers, customers.meanRepeatSpend(i));
        row.number(scores.probabilityAlive(i)).number(scores.expectedTransactions(i));
        spend(row, customers, scores.expectedSpend(i));
        row.number(scores.value(i))
                .number(interval.lower())
                .number(interval.upper())
                .number(rank)
                .endRow();
    }

    private static void spend(CsvWriter row, CustomerSummaries customers, double value) throws IOException {
        if (customers.hasAmounts()) {
            row.number(value);
        } else {
            row.empty();
        }
    }
}
