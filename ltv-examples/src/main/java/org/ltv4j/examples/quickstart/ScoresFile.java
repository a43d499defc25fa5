package org.ltv4j.examples.quickstart;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.model.Interval;
import org.ltv4j.core.score.CustomerScores;

/**
 * {@code scores.csv}: one row per customer, the most valuable first, RFC 4180 with line feeds. Ids that a spreadsheet would
 * run as formulas get a leading apostrophe. Numbers read back to the same doubles.
 */
final class ScoresFile {
    static final String HEADER =
            "customer,x,t_x,T,m,p_alive,expected_transactions,expected_spend,ltv,ltv_lower,ltv_upper,rank";

    private ScoresFile() {}

    static void write(CustomerScores scores, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        writer.append(HEADER).append('\n');
        int rank = 0;
        for (int i : scores.top(scores.size())) {
            row(writer, scores, i, ++rank);
        }
        writer.flush();
    }

    private static void row(Writer writer, CustomerScores scores, int i, int rank) throws IOException {
        CustomerSummaries customers = scores.customers();
        Optional<Interval> interval = scores.interval(i);
        writer.append(cell(customers.id(i)));
        writer.append(',').append(Integer.toString(customers.frequency(i)));
        number(writer, customers.recency(i));
        number(writer, customers.age(i));
        number(writer, customers.meanRepeatSpend(i));
        number(writer, scores.probabilityAlive(i));
        number(writer, scores.expectedTransactions(i));
        number(writer, scores.expectedSpend(i));
        number(writer, scores.value(i));
        number(writer, interval.orElseThrow().lower());
        number(writer, interval.orElseThrow().upper());
        writer.append(',').append(Integer.toString(rank)).append('\n');
    }

    private static void number(Writer writer, double value) throws IOException {
        writer.append(',').append(Json.number(value));
    }

    /** Quoted where need be; a first character that makes a formula is disarmed. */
    static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
