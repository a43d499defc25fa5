package org.ltv4j.examples.quickstart;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ltv4j.core.io.Models;
import org.ltv4j.examples.report.HtmlReport;
import org.ltv4j.examples.report.ReportData;

/** The four files of the job. */
final class Outputs {
    static final String SCORES = "scores.csv";
    static final String MODEL = "model.json";
    static final String SUMMARY = "summary.json";
    static final String REPORT = "report.html";

    private Outputs() {}

    /** Writes all files that the outcome gives, all or none. Gives their names. */
    static List<String> write(JobOptions options, Job.Outcome outcome, OutputFolder folder) {
        List<String> names = outcome.learned()
                .map(learned -> all(options, outcome, learned, folder))
                .orElseGet(() -> explanation(options, outcome, folder));
        folder.commit();
        return names;
    }

    private static List<String> all(JobOptions options, Job.Outcome outcome, Learned learned, OutputFolder folder) {
        folder.write(
                SCORES,
                out -> ScoresFile.write(learned.scores(), options.output().readers(), out));
        folder.write(MODEL, out -> Models.write(learned.model(), out));
        text(folder, SUMMARY, SummaryFile.of(options, outcome, learned));
        report(folder, ReportAssembler.of(options, outcome));
        return List.of(SCORES, MODEL, SUMMARY, REPORT);
    }

    private static List<String> explanation(JobOptions options, Job.Outcome outcome, OutputFolder folder) {
        text(folder, SUMMARY, SummaryFile.of(options, outcome));
        report(folder, ReportAssembler.of(options, outcome));
        return List.of(SUMMARY, REPORT);
    }

    private static void report(OutputFolder folder, ReportData data) {
        text(folder, REPORT, HtmlReport.of(data));
    }

    private static void text(OutputFolder folder, String name, String text) {
        folder.write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
