package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.Xml;
import org.w3c.dom.Document;

/** The option that compares models of all kinds, on the bundled sample; fewer resamples than usual keep it short. */
class CompareModelsTest {
    @TempDir
    static Path dir;

    private static Program program;

    @TempDir
    Path own;

    @BeforeAll
    static void compareOnce() {
        program = new Program(dir.resolve("out"));
        assertThat(program.run("--compare-models", "--compare-resamples", "100", "--role", "marketing"))
                .isEqualTo(ExitCode.OK);
    }

    private static Json comparison() {
        return program.summary().get("comparison");
    }

    private static String section(String language) {
        String html = program.text("report.html");
        int from = html.indexOf("<section id=\"" + language + "-compare\"");
        assertThat(from).as(language).isPositive();
        return html.substring(from, html.indexOf("</section>", from) + "</section>".length());
    }

    @Test
    void everyModelForetellsSpendAndChurnOfTheSample() {
        Json spend = comparison().get("spend");
        assertThat(comparison().get("absent").isNull()).isTrue();
        assertThat(comparison().get("horizon").text()).isEqualTo("90d");
        assertThat(spend.get("dates").size()).isEqualTo(3); // although the sample holds refunds
        assertThat(spend.get("dates").get(2).text()).isEqualTo("2025-03-30"); // 90 days before the last sale
        assertThat(spend.get("models").names())
                .contains("BG/NBD + Gamma-Gamma", "boosted trees", "hybrid", "fused", "historical rate");
        assertThat(program.out).contains("foretells spend in 90d best", "foretells churn in 90d best");
        for (String outcome : List.of("spend", "churn")) {
            for (String model : comparison().get(outcome).get("models").names()) {
                Json one = comparison().get(outcome).get("models").get(model);
                assertThat(one.get("failures").size()).as(model).isZero();
                assertThat(one.get("metrics").names()).as(model).contains("biasPercent");
            }
        }
    }

    /** The sample does not change and training is seeded: figures of one run, to be looked at where they move. */
    @Test
    void theFiguresOfTheSampleStay() {
        Json spend = comparison().get("spend").get("models");
        assertThat(value(spend, "BG/NBD + Gamma-Gamma", "rootMeanSquaredError")).isCloseTo(13.31, within(0.01));
        assertThat(value(spend, "fused", "rootMeanSquaredError")).isCloseTo(13.16, within(0.1));
        assertThat(value(spend, "boosted trees", "normalisedGini")).isCloseTo(0.854, within(0.01));
        Json churn = comparison().get("churn").get("models");
        assertThat(value(churn, "BG/NBD + Gamma-Gamma", "brier")).isCloseTo(0.1223, within(0.0005));
        assertThat(value(churn, "hybrid", "auc")).isCloseTo(0.858, within(0.01));
    }

    private static double value(Json models, String model, String metric) {
        return models.get(model).get("metrics").get(metric).get("value").number();
    }

    @Test
    void theReportSaysInBothLanguagesWhatItComesTo() throws Exception {
        Document page = Xml.parse(program.text("report.html").lines().skip(1).reduce("", (a, b) -> a + b + "\n"));
        assertThat(page.getElementsByTagName("article").getLength()).isEqualTo(2);
        assertThat(section("en"))
                .contains("Models side by side", "foretells spend best", "chance", "30\u00A0March\u00A02025", "★", "≈")
                .contains("hold refunds");
        assertThat(section("zh")).contains("模型对比", "预测消费额最准", "偶然", "2025年3月30日", "★", "≈", "退款");
        assertThat(section("zh")).doesNotContain("lang=\"en\""); // nothing is left in English
        assertThat(section("en").split("<svg "))
                .hasSize(1 + 2 * 5); // lift, two calibrations, errors, residuals; wide and narrow
        assertThat(section("en") + section("zh")).doesNotContain("NaN", "Infinity", "{0}", "{1}");
    }

    @Test
    void nobodyIsNamed() {
        for (String text : List.of(section("en"), section("zh"), program.text("summary.json"))) {
            assertThat(text).doesNotContainPattern("\\bC\\d{4}\\b"); // ids of the sample
        }
    }

    @Test
    void theSameAgainOnTwoThreads() {
        Program other = new Program(own.resolve("out"));
        other.run("--compare-models", "--compare-resamples", "100", "--role", "marketing", "--threads", "2");
        for (String name : Program.ALL) {
            assertThat(other.text(name)).as(name).isEqualTo(program.text(name));
        }
    }

    @Test
    void withoutTheOptionNothingIsCompared() {
        Program without = new Program(own.resolve("out"));
        assertThat(without.run()).isEqualTo(ExitCode.OK);
        assertThat(without.summary().has("comparison")).isFalse();
        assertThat(without.text("report.html")).doesNotContain("Models side by side", "模型对比");
    }

    @Test
    void salesThatAreTooShortAreScoredAndTheReportSaysSo() throws IOException {
        Path sales = Files.writeString(own.resolve("sales.csv"), fortyDays());
        Program shop = new Program(own.resolve("out"));
        assertThat(shop.runOn(sales, "--compare-models")).isEqualTo(ExitCode.OK);
        assertThat(shop.out).contains("models were not compared: the sales reach over 40 days");
        assertThat(shop.summary().get("comparison").get("absent").text()).contains("40 days", "90");
        assertThat(shop.text("report.html")).contains("reach over 40 days: too short to compare models", "40 天，太短");
        assertThat(shop.runOn(sales, "--compare-models", "--compare-horizon", "52w"))
                .isEqualTo(ExitCode.OK);
        assertThat(shop.text("report.html")).contains("728 days are needed"); // 364 before and 364 after the date
    }

    private static String fortyDays() {
        StringBuilder csv = new StringBuilder("customer,date,amount\n");
        for (int i = 0; i < 80; i++) {
            csv.append(String.format(
                    Locale.ROOT, "c%d,2024-%02d-%02d,%d%n", i % 9, 1 + i / 2 / 31, 1 + i / 2 % 31, 3 + i % 5));
        }
        return csv.toString();
    }

    @Test
    void badOptionsAreNamed() {
        Program shop = new Program(own.resolve("out"));
        assertThat(shop.run("--compare-horizon", "90d")).isEqualTo(ExitCode.USAGE);
        assertThat(shop.err).contains("--compare-horizon needs --compare-models");
        assertThat(shop.run("--compare-models", "--compare-horizon", "90")).isEqualTo(ExitCode.USAGE);
        assertThat(shop.err).contains("--compare-horizon '90'", "90d");
        assertThat(shop.run("--compare-models", "--compare-horizon", "0.4d")).isEqualTo(ExitCode.USAGE);
        assertThat(shop.err).contains("must be a day or more");
        assertThat(shop.run("--help")).isEqualTo(ExitCode.OK);
        assertThat(shop.out).contains("--compare-models", "--compare-horizon").doesNotContain("--compare-resamples");
    }
}
