package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.ValueModel;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;

/** The whole job on the bundled sample and on CDNOW. */
class QuickstartTest {
    private static final String[] CDNOW = {
        "--customer",
        "customer_id",
        "--date",
        "date",
        "--amount",
        "amount",
        "--calibration-end",
        "1997-09-30",
        "--horizon",
        "39w"
    };

    @TempDir
    Path dir;

    private Program program;

    @BeforeEach
    void start() {
        program = new Program(dir.resolve("out"));
    }

    private int runCdnow(Program on, String file, String... more) {
        List<String> args = new java.util.ArrayList<>(
                List.of("--input", SharedData.file("data/" + file).toString()));
        args.addAll(List.of(CDNOW));
        args.addAll(List.of(more));
        return on.run(args.toArray(String[]::new));
    }

    @Test
    void withoutOptionsTheSampleIsScored() {
        assertThat(program.run()).isEqualTo(ExitCode.OK);
        assertThat(program.files()).isEqualTo(Program.ALL);
        assertThat(program.out).contains("400 customers", "most valuable:", "report.html");
        Json summary = program.summary();
        assertThat(summary.get("status").text()).isEqualTo("ok");
        assertThat(summary.get("input").get("bundledSample").truth()).isTrue();
        assertThat(summary.get("currency").text()).isEqualTo("EUR");
        assertThat(summary.get("scoring").get("asOf").text()).isEqualTo("2025-06-28");
        assertThat(summary.get("scoring").get("value").text()).isEqualTo("revenue");
        assertThat(summary.get("holdout").get("stated").truth()).isFalse();
        assertThat(program.text("report.html")).contains("made-up sales of a small cafe", "内置的示例数据");
    }

    @Test
    void everyRowReadIsKeptOrDroppedByAReason() {
        program.run();
        Json rows = program.summary().get("rows");
        long dropped = 0;
        for (String reason : rows.get("droppedByReason").names()) {
            dropped += rows.get("droppedByReason").get(reason).integer();
        }
        assertThat(rows.get("dropped").integer()).isEqualTo((int) dropped).isPositive();
        assertThat(rows.get("read").integer())
                .isEqualTo(rows.get("kept").integer() + rows.get("dropped").integer());
    }

    @Test
    void scoresAreInOrderOfRankWithinTheirIntervals() {
        program.run();
        assertThat(program.text("scores.csv").lines().findFirst()).contains(String.join(",", ScoresFile.HEADER));
        double before = Double.MAX_VALUE;
        int rank = 0;
        for (String row : program.scores()) {
            String[] cells = row.split(",");
            assertThat(cells).hasSize(12);
            double alive = Double.parseDouble(cells[5]);
            double value = Double.parseDouble(cells[8]);
            assertThat(alive).isBetween(0.0, 1.0);
            assertThat(value).isLessThanOrEqualTo(before).isNotNegative();
            assertThat(Double.parseDouble(cells[9])).isLessThanOrEqualTo(Double.parseDouble(cells[10]));
            assertThat(Integer.parseInt(cells[11])).isEqualTo(++rank);
            before = value;
        }
        assertThat(rank).isEqualTo(400);
    }

    @Test
    void theSavedModelGivesTheScoresThatWereWritten() {
        program.run();
        ValueModel model = Models.load(program.folder.resolve("model.json"), ValueModel.class);
        String[] cells = program.scores().get(0).split(",");
        var customer = org.ltv4j.core.data.CustomerSummary.of(
                Integer.parseInt(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]));
        double expected = model.purchases().expectedTransactions(customer, Horizon.of(52, TimeScale.WEEK));
        assertThat(expected).isEqualTo(Double.parseDouble(cells[6]));
        assertThat(model.spend().expectedSpend(customer)).isEqualTo(Double.parseDouble(cells[7]));
    }

    @Test
    void twoRunsGiveTheSameBytesOnAnyDayAndAnyNumberOfThreads() {
        program.run();
        Program other = new Program(dir.resolve("other"));
        other.today = LocalDate.of(2040, 6, 1);
        other.run("--threads", "2");
        for (String name : Program.ALL) {
            assertThat(other.text(name)).as(name).isEqualTo(program.text(name));
        }
    }

    @Test
    void quietPrintsNothing() {
        assertThat(program.run("--quiet")).isEqualTo(ExitCode.OK);
        assertThat(program.out).isEmpty();
        assertThat(program.files()).isEqualTo(Program.ALL);
    }

    @Test
    void theOptionsBearOnTheValuesAndStandInTheSummary() {
        program.run("--horizon", "1y", "--discount", "0");
        double revenue = program.summary().get("totals").get("value").number();
        program.run("--horizon", "1y", "--discount", "0", "--margin", "0.25", "--top", "7");
        Json summary = program.summary();
        assertThat(summary.get("totals").get("value").number()).isCloseTo(revenue * 0.25, within(revenue * 1e-9));
        assertThat(summary.get("options").get("margin").text()).isEqualTo("0.25");
        assertThat(summary.get("options").get("horizon").text()).isEqualTo("1y");
        assertThat(program.text("report.html")).contains("The 7 most valuable customers", "25% margin on revenue");
        program.run("--horizon", "1y", "--discount", "0.5");
        assertThat(program.summary().get("totals").get("value").number()).isLessThan(revenue);
        program.run("--horizon", "1y", "--discount", "0", "--spend-on", "all");
        assertThat(program.summary().get("totals").get("value").number()).isNotEqualTo(revenue);
    }

    @Test
    void aStatedCalibrationEndIsWhereScoringStands() {
        assertThat(program.run("--calibration-end", "2024-12-31")).isEqualTo(ExitCode.OK);
        Json summary = program.summary();
        assertThat(summary.get("scoring").get("asOf").text()).isEqualTo("2024-12-31");
        assertThat(summary.get("holdout").get("stated").truth()).isTrue();
        assertThat(summary.get("holdout").get("purchases").names())
                .containsExactly("bg-nbd + gamma-gamma", "historical rate", "population mean", "same as last period");
    }

    @Test
    void aCalibrationEndOutsideTheSalesIsAnError() {
        for (String day : List.of("2023-12-31", "2025-06-28", "2031-01-01")) {
            assertThat(program.run("--calibration-end", day)).isEqualTo(ExitCode.USAGE);
            assertThat(program.err).contains("--calibration-end '" + day + "'", "2024-01-01 and 2025-06-28");
            assertThat(program.files()).isEmpty();
        }
    }

    @Test
    void oldOutputsAreReplaced() throws IOException {
        Files.createDirectories(program.folder);
        Files.writeString(program.folder.resolve("scores.csv"), "old");
        Files.writeString(program.folder.resolve("mine.txt"), "mine");
        assertThat(program.run()).isEqualTo(ExitCode.OK);
        assertThat(program.scores()).hasSize(400);
        assertThat(program.text("mine.txt")).isEqualTo("mine");
    }

    /** Fader, Hardie and Lee (2005): r = 0.243, alpha = 4.414, a = 0.793, b = 2.426, LL = -9582.4. */
    @Test
    void reproducesThePublishedEstimatesOnTheCdnowSample() {
        assertThat(runCdnow(program, "cdnow_sample.csv.gz")).isEqualTo(ExitCode.OK);
        Json model = program.summary().get("models").get("bg-nbd");
        assertThat(model.get("parameters").get("r").get("value").number()).isCloseTo(0.243, within(0.0005));
        assertThat(model.get("parameters").get("alpha").get("value").number()).isCloseTo(4.414, within(0.0005));
        assertThat(model.get("parameters").get("a").get("value").number()).isCloseTo(0.793, within(0.0005));
        assertThat(model.get("parameters").get("b").get("value").number()).isCloseTo(2.426, within(0.0005));
        assertThat(model.get("logLikelihood").number()).isCloseTo(-9582.4, within(0.05));
        assertThat(program.scores()).hasSize(2357);
        assertThat(program.text("report.html")).contains("cdnow_sample.csv.gz", "0.2426", "−9,582.4");
    }

    @Test
    void scoresAllOfCdnow() {
        assertThat(runCdnow(program, "cdnow_full.csv.gz", "--threads", "2")).isEqualTo(ExitCode.OK);
        Json summary = program.summary();
        assertThat(summary.get("rows").get("read").integer()).isEqualTo(69_659);
        assertThat(summary.get("totals").get("customers").integer()).isEqualTo(23_570);
        Json purchases = summary.get("holdout").get("purchases");
        double ours = purchases
                .get("bg-nbd + gamma-gamma")
                .get("rootMeanSquaredError")
                .number();
        assertThat(ours)
                .isLessThan(purchases
                        .get("historical rate")
                        .get("rootMeanSquaredError")
                        .number());
        assertThat(ours).isCloseTo(1.73, within(0.02)); // the best of the reference models has 1.726
    }
}
