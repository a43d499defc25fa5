package org.ltv4j.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.clean.DuplicateRule;
import org.ltv4j.core.clean.ZeroRule;
import org.ltv4j.core.table.DetectedFormat;
import org.ltv4j.examples.report.Phrase;
import org.ltv4j.examples.report.ReportData.CleaningLine;

/** What was read and cleaned, in the words of the report's languages. */
final class CleaningWords {
    private CleaningWords() {}

    static List<CleaningLine> lines(List<CleaningStep> steps, CleaningPlan plan, String currency) {
        List<CleaningLine> lines = new ArrayList<>();
        for (CleaningStep step : steps) {
            lines.add(new CleaningLine(phrase(step, plan, currency), step.rowsAffected()));
        }
        return lines;
    }

    private static Phrase phrase(CleaningStep step, CleaningPlan plan, String currency) {
        String key = "clean." + step.name().replace(' ', '-');
        return switch (step.name()) {
            case "missing customer",
                    "blank lines",
                    "blank row",
                    "repeated header",
                    "totals row",
                    "broken record",
                    "missing date",
                    "missing amount",
                    "unreadable date",
                    "unreadable number",
                    "unreadable text",
                    "unreadable currency",
                    "ragged row",
                    "broken quotes",
                    "refunds matched",
                    "refunds netted",
                    "purchases refunded in full",
                    "purchases refunded in part" -> Phrase.of(key);
            case "refunds without purchase" ->
                plan.calibrationEnd().map(day -> Phrase.of(key + ".cut", day)).orElseGet(() -> Phrase.of(key));
            case "exact duplicates" -> Phrase.of(key + (plan.duplicates() == DuplicateRule.KEEP ? ".keep" : ".drop"));
            case "zero amounts" -> Phrase.of(key + (plan.zeroAmounts() == ZeroRule.KEEP ? ".keep" : ".drop"));
            case "refunds" ->
                Phrase.of(key + "."
                        + plan.refunds().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            case "future dates" ->
                plan.futureAfter().map(day -> Phrase.of(key, day)).orElseGet(() -> Phrase.verbatim(step.rule()));
            case "currency" -> currency(plan, currency);
            default -> Phrase.verbatim(step.rule());
        };
    }

    private static Phrase currency(CleaningPlan plan, String currency) {
        if (plan.currency().isPresent()) {
            return Phrase.of("clean.currency.kept", currency);
        }
        return currency.isEmpty() ? Phrase.of("clean.currency.unknown") : Phrase.of("clean.currency.one", currency);
    }

    /** How the file was read. */
    static List<Phrase> reading(DetectedFormat format) {
        List<Phrase> facts = new ArrayList<>();
        facts.add(
                format.delimiter().isEmpty()
                        ? Phrase.of("read.other", format.source(), format.decimal())
                        : Phrase.of(
                                format.gzip() ? "read.csv.gzip" : "read.csv",
                                format.charset(),
                                delimiter(format.delimiter()),
                                format.decimal()));
        facts.add(Phrase.of("read.dates", format.dateFormat()));
        List<String> columns = new ArrayList<>();
        format.columns().forEach((role, name) -> columns.add(name));
        facts.add(Phrase.of("read.columns", String.join(", ", columns)));
        format.notes().forEach(note -> facts.add(Phrase.verbatim(note)));
        return facts;
    }

    private static Object delimiter(String delimiter) {
        return switch (delimiter) {
            case "," -> Phrase.of("delimiter.comma");
            case ";" -> Phrase.of("delimiter.semicolon");
            case "\t" -> Phrase.of("delimiter.tab");
            case "|" -> Phrase.of("delimiter.pipe");
            default -> delimiter;
        };
    }
}
