package org.ltv4j.examples.quickstart;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.examples.report.Formats;
import org.ltv4j.examples.report.Language;
import org.ltv4j.examples.report.ReportData.Check;
import org.ltv4j.examples.report.Together;

/** The few lines on the terminal at the end. */
final class ConsoleSummary {
    private static final int TOP = 5;
    private static final int LONGEST_ID = 24;

    private ConsoleSummary() {}

    static void print(PrintStream out, JobOptions options, Job.Outcome outcome, Path folder, List<String> files) {
        TransactionLog log = outcome.sales().cleaned().log();
        CleaningReport report = outcome.sales().cleaned().report();
        Formats formats = new Formats(Language.EN, log.currency());
        out.println(outcome.sales().name() + ": " + formats.count(report.rowsRead()) + " rows read, "
                + formats.count(report.rowsKept()) + " kept, " + formats.count(report.rowsDropped()) + " dropped; "
                + formats.count(log.customers().size()) + " customers"
                + (log.size() == 0 ? "" : ", " + log.firstDay() + " to " + log.lastDay()));
        outcome.learned().ifPresent(learned -> learned(out, options, formats, learned));
        outcome.comparison().ifPresent(comparison -> compared(out, comparison));
        outcome.together().map(GoingTogether::view).ifPresent(together -> together(out, formats, together));
        out.println("written to " + folder + ": " + String.join(", ", files));
    }

    private static void learned(PrintStream out, JobOptions options, Formats formats, Learned learned) {
        CustomerScores scores = learned.scores();
        Horizon horizon = options.model().horizon();
        out.println(
                "expected " + (learned.inMoney() ? "value" : "purchases, discounted,") + " over " + horizon + " after "
                        + learned.asOf() + ": "
                        + plain(formats, scores.totalValue())
                        + " of " + formats.count(scores.size()) + " customers; the best 20% hold "
                        + formats.percent(ValueShares.of(scores).topShare(), 0));
        learned.check().map(HoldoutCheck::view).ifPresent(check -> check(out, formats, check));
        out.println("most valuable:");
        for (int i : scores.top(TOP)) {
            out.println("  " + id(options.output().readers().shown(scores.id(i))) + "  "
                    + plain(formats, scores.value(i)) + "  ("
                    + formats.decimal(scores.expectedTransactions(i), 1) + " purchases"
                    + (learned.inMoney() ? " of " + plain(formats, scores.expectedSpend(i)) : "") + ", P(alive) "
                    + formats.decimal(scores.probabilityAlive(i), 2) + ")");
        }
    }

    private static void check(PrintStream out, Formats formats, Check check) {
        out.println("checked on the sales after " + check.calibrationEnd() + ": "
                + formats.count(Math.round(check.predicted())) + " purchases predicted, "
                + formats.count(Math.round(check.actual())) + " made");
    }

    private static void compared(PrintStream out, Comparison comparison) {
        comparison.absent().ifPresent(why -> out.println("models were not compared: " + why));
        for (BacktestTable table : comparison.tables()) {
            table.best(Verdict.headline(table.outcome().isProbability()))
                    .ifPresent(best -> out.println("of " + table.results().size() + " models compared, " + best.name()
                            + " foretells " + table.outcome() + " best; how surely, see report.html"));
        }
    }

    private static void together(PrintStream out, Formats formats, Together together) {
        together.best().asList().stream()
                .findFirst()
                .ifPresent(rule -> out.println("bought together: with "
                        + id(String.join(" and ", rule.antecedent())) + " " + formats.percent(rule.confidence(), 0)
                        + " buy "
                        + id(rule.consequent().get(0)) + ", " + formats.decimal(rule.lift(), 1)
                        + " times as often as on all receipts; "
                        + formats.count(together.found()) + " rules"));
    }

    /** A terminal may not know every sign of a currency: the code is safe. */
    private static String plain(Formats formats, double amount) {
        return formats.plainMoney(amount);
    }

    private static String id(String id) {
        String shown = id.replaceAll("\\p{Cntrl}", "?");
        int length = shown.codePointCount(0, shown.length());
        return length <= LONGEST_ID ? shown : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_ID - 3)) + "...";
    }
}
