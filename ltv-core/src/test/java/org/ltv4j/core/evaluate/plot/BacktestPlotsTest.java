package org.ltv4j.core.evaluate.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.chart.ChartSize;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.evaluate.backtest.Backtest;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.evaluate.backtest.Bootstrap;
import org.ltv4j.core.evaluate.backtest.Metric;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.testing.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class BacktestPlotsTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = START.plusDays(119);
    private static final Horizon AHEAD = Horizon.parse("30d");

    /** 100 customers; number c buys every 3 + c/10 days for c + 1. */
    private static KnownSales known() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        for (int c = 0; c < 100; c++) {
            for (int day = 0; day < 120; day += 3 + c / 10) {
                builder.add("c" + c, START.plusDays(day), c + 1);
            }
        }
        return KnownSales.until(builder.build(), END);
    }

    private record Rule(String name, Function<KnownSales, double[]> values) implements OutcomeEstimator {
        @Override
        public OutcomeModel fit(KnownSales known, Outcome outcome) {
            return new OutcomeModel() {
                @Override
                public Outcome outcome() {
                    return outcome;
                }

                @Override
                public Predictions predict(KnownSales at) {
                    return Predictions.of(at.customers(), at.asOf(), outcome, values.apply(at));
                }
            };
        }
    }

    private static final Rule RISING = new Rule(
            "<rising>",
            at -> IntStream.range(0, at.customers().size())
                    .mapToDouble(c -> 10 * c)
                    .toArray());
    private static final Rule SAME = new Rule("same", at -> filled(at, 5));
    private static final Rule LATE = new Rule("late", at -> {
        if (at.asOf().isBefore(END.minusDays(30))) {
            throw new InsufficientDataException("too early");
        }
        return filled(at, 1);
    });
    private static final Rule HALF = new Rule("half", at -> filled(at, 0.5));
    private static final Rule GRADES = new Rule(
            "grades",
            at -> IntStream.range(0, at.customers().size())
                    .mapToDouble(c -> c / 200.0)
                    .toArray());

    private static double[] filled(KnownSales at, double value) {
        double[] values = new double[at.customers().size()];
        Arrays.fill(values, value);
        return values;
    }

    private static BacktestTable table(Outcome outcome, OutcomeEstimator... models) {
        return Backtest.of(known(), outcome, List.of(models))
                .withCuts(CutDates.upTo(2))
                .withBootstrap(Bootstrap.of(100, 1))
                .run();
    }

    private static final BacktestTable SPEND = table(Outcome.spend(AHEAD), RISING, SAME, LATE);

    private static Document parsed(Plot plot) throws Exception {
        return Xml.parse(plot.standalone());
    }

    @Test
    void modelsThatWereJudgedByOtherCustomersAreLeftOut() {
        assertThat(BacktestPlots.of(SPEND).models()).containsExactlyInAnyOrder("<rising>", "same");
    }

    @Test
    void liftHasALinePerModelAndThoseOfChanceAndHindsight() throws Exception {
        Document svg = parsed(BacktestPlots.of(SPEND).lift().orElseThrow());
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(4);
        assertThat(svg.getDocumentElement().getTextContent()).contains("<rising>", "with hindsight", "by chance");
    }

    @Test
    void aModelThatPredictsTheSameForAllHasNoCalibrationAndNoErrorsByTenth() throws Exception {
        BacktestPlots same = BacktestPlots.of(SPEND).withModels(List.of("same"));
        assertThat(same.calibration()).isEmpty();
        assertThat(same.errorsByDecile()).isEmpty();
        assertThat(same.lift()).isPresent();
        // one group of all customers
        assertThat(boxes(parsed(same.residuals("same").orElseThrow()))).isEqualTo(1);
        BacktestPlots both = BacktestPlots.of(SPEND).withModels(List.of("same", "<rising>"));
        assertThat(parsed(both.calibration().orElseThrow())
                        .getElementsByTagName("polyline")
                        .getLength())
                .isEqualTo(2);
    }

    private static int boxes(Document svg) {
        NodeList rectangles = svg.getElementsByTagName("rect");
        return (int) IntStream.range(0, rectangles.getLength())
                        .filter(i -> ((Element) rectangles.item(i))
                                .getAttribute("class")
                                .endsWith(" half"))
                        .count()
                - 1; // the key of the legend
    }

    @Test
    void residualsAreThoseOfTheGroups() throws Exception {
        BacktestPlots plots = BacktestPlots.of(SPEND);
        Document svg = parsed(plots.residuals("<rising>").orElseThrow());
        assertThat(boxes(svg)).isEqualTo(10);
        // the axis has round ends that hold every quantile: the widest group sets it
        double lowest = SPEND.result("<rising>").judged().orElseThrow().errorsByDecile().stream()
                .mapToDouble(group -> group.residuals().get(0))
                .min()
                .orElseThrow();
        NodeList texts = svg.getElementsByTagName("text");
        double lowestTick = IntStream.range(0, texts.getLength())
                .mapToObj(i -> (Element) texts.item(i))
                .filter(text -> text.getAttribute("class").equals("tick end"))
                .mapToDouble(text -> Double.parseDouble(text.getTextContent()))
                .min()
                .orElseThrow();
        assertThat(lowestTick).isLessThanOrEqualTo(lowest);
        assertThat(lowest / lowestTick).isGreaterThan(0.5);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("Actual minus predicted spend");
    }

    @Test
    void calibrationStandsWhereTheMeansAre() throws Exception {
        Document svg = parsed(BacktestPlots.of(SPEND)
                .withModels(List.of("<rising>"))
                .calibration()
                .orElseThrow());
        NodeList dots = svg.getElementsByTagName("circle");
        assertThat(dots.getLength()).isEqualTo(10);
        // customers 0 to 9 and 90 to 99 are predicted 45 and 945 on average; the axis runs from 0 to 945
        double first = Double.parseDouble(((Element) dots.item(0)).getAttribute("cx"));
        double last = Double.parseDouble(((Element) dots.item(9)).getAttribute("cx"));
        Element line = (Element) svg.getElementsByTagName("polyline").item(1);
        String[] ends = line.getAttribute("points").split("[ ,]");
        double zero = Double.parseDouble(ends[0]);
        assertThat((first - zero) / (last - zero)).isCloseTo(45 / 945.0, within(0.001)); // a tenth of a pixel
    }

    @Test
    void probabilitiesHaveLiftAndCalibrationOnly() {
        BacktestPlots plots = BacktestPlots.of(table(Outcome.churn(AHEAD), HALF, GRADES));
        assertThat(plots.errorsByDecile()).isEmpty();
        assertThat(plots.residuals("half")).isEmpty();
        // every customer of this log buys in every 30 days, so that there is no churn to share
        assertThat(plots.lift()).isEmpty();
        assertThat(plots.all()).extracting(Plot::name).containsExactly("churn-30-brier", "churn-30-calibration");
    }

    @Test
    void thePageIsWellFormedHasTheTableAndNoIdTwice() throws Exception {
        String html = BacktestPlots.of(SPEND).html();
        Document page = Xml.parse(html.substring(html.indexOf('\n') + 1));
        assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(2 * 6);
        assertThat(page.getElementsByTagName("tr").getLength()).isEqualTo(1 + 3);
        assertThat(page.getDocumentElement().getTextContent()).contains("late failed on", "too early");
        Set<String> ids = new HashSet<>();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
        }
    }

    @Test
    void theSameTableGivesTheSameBytes() {
        Plot plot = BacktestPlots.of(SPEND).lift().orElseThrow();
        assertThat(BacktestPlots.of(SPEND).lift().orElseThrow().svg(ChartSize.NARROW))
                .isEqualTo(plot.svg(ChartSize.NARROW));
    }

    @Test
    void aMetricStandsWithItsIntervalForEveryModelThatHasIt() throws Exception {
        Document svg = parsed(BacktestPlots.of(SPEND).metric(Metric.RMSE).orElseThrow());
        NodeList dots = svg.getElementsByTagName("circle");
        assertThat(dots.getLength()).isEqualTo(3);
        double previous = 0; // the lowest error is the best, so dots go to the right from row to row
        for (int i = 0; i < 3; i++) {
            double x = Double.parseDouble(((Element) dots.item(i)).getAttribute("cx"));
            assertThat(x).isGreaterThanOrEqualTo(previous);
            previous = x;
        }
        assertThat(BacktestPlots.of(SPEND).metric(Metric.AUC)).isEmpty();
        // only models of all dates are compared: the one that failed on a date is drawn as a reference
        List<String> styles = IntStream.range(0, 3)
                .mapToObj(i -> ((Element) dots.item(i)).getAttribute("class"))
                .toList();
        assertThat(styles).containsOnlyOnce("fill model", "fill reference", "fill actual");
    }

    @Test
    void noCustomerIsShown() {
        assertThat(BacktestPlots.of(SPEND).html()).doesNotContainPattern("\\bc\\d+\\b");
    }

    @Test
    void whenAllFailedThereIsNothingButTheReasons() {
        Rule never = new Rule("never", at -> {
            throw new InsufficientDataException("nothing to learn from");
        });
        BacktestPlots plots = BacktestPlots.of(table(Outcome.spend(AHEAD), never));
        assertThat(plots.all()).isEmpty();
        assertThat(plots.html()).contains("nothing to learn from");
    }

    @Test
    void refusesWhatCannotBePlotted() {
        BacktestPlots plots = BacktestPlots.of(SPEND);
        assertThatThrownBy(() -> plots.withModels(List.of())).hasMessageContaining("1 to 8");
        assertThatThrownBy(() -> plots.withModels(List.of("nobody"))).hasMessageContaining("nobody");
        assertThatThrownBy(() -> plots.withModels(List.of("late", "same"))).hasMessageContaining("same dates");
        assertThatThrownBy(() -> plots.residuals("late")).hasMessageContaining("withModels");
        assertThatThrownBy(() -> plots.withIdPrefix("a b").lift()).hasMessageContaining("id of a chart");
    }

    /** Squares of them overflow, sums of some as well: of such a model little can be drawn, of the others all. */
    @Test
    void predictionsWithoutBoundsSpoilNoPlotOfOthers() throws Exception {
        for (double size : new double[] {1e200, 1e302, Double.MAX_VALUE}) {
            Rule wild = new Rule(
                    "wild",
                    at -> IntStream.range(0, at.customers().size())
                            .mapToDouble(c -> (c % 2 == 0 ? size : -size) * (c / 100.0))
                            .toArray());
            BacktestTable table = table(Outcome.spend(AHEAD), RISING, wild);
            BacktestPlots plots = BacktestPlots.of(table);
            Xml.parse(plots.html());
            assertThat(plots.models()).containsExactly("<rising>", "wild");
            for (Plot plot : plots.all()) {
                Document svg = parsed(plot);
                assertThat(svg.getDocumentElement().getTextContent()).doesNotContain("NaN", "Infinity");
            }
            Document metric = parsed(plots.metric(Metric.RMSE).orElseThrow());
            assertThat(metric.getElementsByTagName("circle").getLength()).isEqualTo(1);
            assertThat(BacktestPlots.of(table(Outcome.spend(AHEAD), wild)).metric(Metric.RMSE))
                    .isEmpty();
        }
    }
}
