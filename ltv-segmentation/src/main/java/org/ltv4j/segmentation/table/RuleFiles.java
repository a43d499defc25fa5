package org.ltv4j.segmentation.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ltv4j.core.io.JsonDocuments;
import org.ltv4j.core.io.ModelWriter;
import org.ltv4j.core.table.CsvWriter;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.ltv4j.segmentation.rule.Measure;
import org.ltv4j.segmentation.rule.RuleSet;

/**
 * Rules as CSV and JSON for other programs. To load rules again use {@link org.ltv4j.core.io.Models#save}, which keeps all that they are;
 * these files show what they say.
 */
public final class RuleFiles {
    private static final List<Measure> DEFAULTS = List.of(Measure.SUPPORT, Measure.CONFIDENCE, Measure.LIFT);

    private RuleFiles() {}

    /**
     * Writes a CSV file with a row for each rule: the names of both sides, divided by {@code " & "}, the counts, and measures. A cell is
     * empty where a measure is not defined, and {@code Infinity} where it is infinite. Names that hold the divider stand apart
     * in {@link #json}.
     *
     * @param rules the rules
     * @param file the file to make or to replace
     * @param measures further columns, called by their keys; none for support, confidence and lift
     * @throws UncheckedIOException if it cannot be written
     */
    public static void writeCsv(RuleSet rules, Path file, Measure... measures) {
        try {
            CsvWriter.write(file, header(measures), out -> rows(rules, out, columns(measures)));
        } catch (IOException e) {
            throw new UncheckedIOException("rules cannot be written to " + file + ": " + e, e);
        }
    }

    /**
     * Writes the same to any writer.
     *
     * @param rules the rules
     * @param out takes the text; neither flushed nor closed
     * @param measures further columns
     * @throws IOException if a write fails
     */
    public static void writeCsv(RuleSet rules, Writer out, Measure... measures) throws IOException {
        CsvWriter.writeTo(out, header(measures), rows -> rows(rules, rows, columns(measures)));
    }

    private static List<String> header(Measure... measures) {
        List<String> header = new ArrayList<>(List.of("antecedent", "consequent", "n11", "n1x", "nx1", "n"));
        columns(measures).forEach(measure -> header.add(measure.key()));
        return header;
    }

    private static void rows(RuleSet rules, CsvWriter out, List<Measure> measures) throws IOException {
        for (AssociationRule rule : rules.asList()) {
            out.text(String.join(" & ", rule.antecedent()))
                    .text(String.join(" & ", rule.consequent()))
                    .number(rule.counts().n11())
                    .number(rule.counts().n1x())
                    .number(rule.counts().nx1())
                    .number(rule.counts().n());
            for (Measure measure : measures) {
                double value = rule.value(measure);
                if (Double.isFinite(value)) {
                    out.number(value);
                } else {
                    out.text(Double.isNaN(value) ? "" : Double.toString(value));
                }
            }
            out.endRow();
        }
    }

    /**
     * A JSON document: {@code baskets} and {@code rules}, each with {@code antecedent} and {@code consequent} as lists of names, the counts, and
     * measures. A measure that is not defined is left out; one that is infinite is the text {@code infinity}.
     *
     * @param rules the rules
     * @param measures further members, called by their keys; none for support, confidence and lift
     * @return indented JSON with a line end at its end
     */
    public static String json(RuleSet rules, Measure... measures) {
        List<Measure> columns = columns(measures);
        return JsonDocuments.of(root -> root.integer("baskets", rules.baskets())
                .objects("rules", rules.asList(), (rule, out) -> write(rule, out, columns)));
    }

    private static void write(AssociationRule rule, ModelWriter out, List<Measure> measures) {
        out.texts("antecedent", rule.antecedent())
                .texts("consequent", rule.consequent())
                .integer("n11", rule.counts().n11())
                .integer("n1x", rule.counts().n1x())
                .integer("nx1", rule.counts().nx1());
        for (Measure measure : measures) {
            double value = rule.value(measure);
            if (!Double.isNaN(value)) {
                out.numberOrInfinity(measure.key(), value);
            }
        }
    }

    static List<Measure> columns(Measure... measures) {
        return measures.length == 0 ? DEFAULTS : List.of(measures);
    }
}
