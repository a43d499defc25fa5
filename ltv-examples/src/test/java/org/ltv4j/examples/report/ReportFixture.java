package org.ltv4j.examples.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.examples.report.ReportData.AliveMatrix;
import org.ltv4j.examples.report.ReportData.Best;
import org.ltv4j.examples.report.ReportData.Bin;
import org.ltv4j.examples.report.ReportData.Check;
import org.ltv4j.examples.report.ReportData.CleaningLine;
import org.ltv4j.examples.report.ReportData.ColumnFacts;
import org.ltv4j.examples.report.ReportData.ColumnLine;
import org.ltv4j.examples.report.ReportData.Concentration;
import org.ltv4j.examples.report.ReportData.Group;
import org.ltv4j.examples.report.ReportData.Metric;
import org.ltv4j.examples.report.ReportData.Parameter;
import org.ltv4j.examples.report.ReportData.Period;
import org.ltv4j.examples.report.ReportData.Result;
import org.ltv4j.examples.report.ReportData.Setting;
import org.ltv4j.examples.report.ReportData.Source;
import org.ltv4j.examples.report.ReportData.TopCustomer;
import org.ltv4j.examples.report.ReportData.Totals;
import org.ltv4j.examples.report.ReportData.Tracking;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.ltv4j.segmentation.rule.RuleCounts;
import org.ltv4j.segmentation.rule.RuleSet;

/** Made-up data that fill every part of the report. */
final class ReportFixture {
    static final LocalDate FIRST = LocalDate.of(1997, 1, 1);
    static final LocalDate CUT = LocalDate.of(1997, 9, 30);
    static final LocalDate LAST = LocalDate.of(1998, 6, 30);

    private ReportFixture() {}

    static ReportData full() {
        return full("1");
    }

    static ReportData full(String bestId) {
        return new ReportData(
                new Source("cdnow.csv", true, 69_659, 69_650, 23_570, Optional.of(new Period(FIRST, LAST)), "USD"),
                List.of(Phrase.verbatim("A fact in English only")),
                List.of(new CleaningLine(Phrase.verbatim("A rule in English only"), 9)),
                columns(),
                Optional.empty(),
                Optional.of(result(bestId)),
                Optional.empty(),
                Optional.of(together()),
                "0.1.0");
    }

    static ReportData failed() {
        return new ReportData(
                new Source("one.csv", false, 1, 1, 1, Optional.of(new Period(FIRST, FIRST)), ""),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(Phrase.verbatim("none of 1 customers bought twice")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "0.1.0");
    }

    static Together together() {
        return new Together(
                9_531,
                true,
                5_700,
                94,
                48,
                31,
                RuleSet.of(List.of(new AssociationRule(
                        List.of("toast", "butter <salted>"),
                        List.of("coffee"),
                        new RuleCounts(225, 320, 4_530, 9_531)))));
    }

    private static List<ColumnLine> columns() {
        ColumnFacts time = new ColumnFacts(0, 546, List.of());
        ColumnFacts before = new ColumnFacts(3, 912, List.of(-9.5, 4.0, 12.0, 35.89, 110.5, 1286.0));
        ColumnFacts after = new ColumnFacts(0, 911, List.of(0.0, 4.0, 12.0, 35.9, 110.5, 1286.0));
        double first = FIRST.withDayOfMonth(1).toEpochDay();
        return List.of(
                new ColumnLine(
                        Phrase.of("column.name.time"),
                        time,
                        time,
                        List.of(new Bin(first, first + 31, true, 8_928, 8_928))),
                new ColumnLine(
                        Phrase.of("column.name.amount"),
                        before,
                        after,
                        List.of(
                                new Bin(Double.NEGATIVE_INFINITY, -5, false, 1, 0),
                                new Bin(0, 0, false, 80, 80),
                                new Bin(10, 20, false, 4_000, 4_001),
                                new Bin(20, Double.POSITIVE_INFINITY, false, 2, 2))));
    }

    private static Result result(String bestId) {
        return new Result(
                new Setting(CUT, Horizon.of(39, TimeScale.WEEK), 0.1, 0.3, true, 0.9, -9582.43, "week"),
                new Totals(23_570, 11_778, 1_234_567.8, 15_432.1, 4_714, 0.612),
                concentration(),
                top(bestId),
                Optional.of(tracking()),
                Optional.of(check()),
                alive(),
                parameters(),
                List.of(Phrase.verbatim("drop-out is not identified, the NBD is as likely")));
    }

    private static Concentration concentration() {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            x.add(i / 100.0);
            y.add(1 - Math.pow(1 - i / 100.0, 3.5));
        }
        return new Concentration(x, y);
    }

    private static List<TopCustomer> top(String bestId) {
        List<TopCustomer> top = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            String id = i == 1 ? bestId : String.valueOf(17_000 + i * 13);
            top.add(new TopCustomer(
                    i,
                    id,
                    40 - i,
                    i * 0.37,
                    1 - i * 0.0003,
                    30.4 - i,
                    45.67 + i,
                    1400.0 - 37 * i,
                    12.5 * i,
                    2600.0 - 50 * i));
        }
        return top;
    }

    private static Tracking tracking() {
        List<Double> weeks = new ArrayList<>();
        List<Double> actual = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (int week = 1; week <= 78; week++) {
            weeks.add((double) week);
            expected.add(4_000.0 * (1 - Math.exp(-week / 40.0)) * 12);
            actual.add(4_050.0 * (1 - Math.exp(-week / 42.0)) * 12 + 300 * Math.sin(week));
        }
        return new Tracking(weeks, actual, expected, OptionalDouble.of(38.9));
    }

    private static Check check() {
        List<Group> groups = new ArrayList<>();
        for (int x = 0; x < 8; x++) {
            groups.add(new Group(x == 7 ? "7+" : "" + x, 14_000 / (x + 1), 0.25 + 0.55 * x, 0.22 + 0.58 * x));
        }
        return new Check(
                CUT,
                LAST,
                true,
                15_432,
                14_988,
                groups,
                List.of(
                        Phrase.of("column.model"),
                        Phrase.of("column.historical-rate"),
                        Phrase.of("column.population-mean")),
                List.of(
                        metric("metric.mae", Best.LOWEST, false, 0.794, 0.91, 1.02),
                        metric("metric.bias", Best.NEAREST_TO_ZERO, true, -0.031, 0.82, 0.1),
                        metric("metric.gini", Best.HIGHEST, true, 0.71, 0.66, 0)),
                List.of(metric("metric.mae", Best.LOWEST, false, 32.7, 42.3, 57.8)));
    }

    private static Metric metric(String key, Best best, boolean percent, double... values) {
        List<OptionalDouble> list = new ArrayList<>();
        for (double value : values) {
            list.add(OptionalDouble.of(value));
        }
        return new Metric(Phrase.of(key), list, best, percent);
    }

    private static AliveMatrix alive() {
        List<String> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        List<List<Double>> values = new ArrayList<>();
        for (int c = 0; c <= 12; c++) {
            columns.add(String.valueOf(c * 3));
        }
        for (int r = 0; r <= 10; r++) {
            rows.add(String.valueOf(r));
            List<Double> row = new ArrayList<>();
            for (int c = 0; c <= 12; c++) {
                row.add(r == 0 ? (c == 12 ? 1 : Double.NaN) : 1 / (1 + 0.1 * Math.exp(r * c / 14.0)));
            }
            values.add(row);
        }
        return new AliveMatrix(rows, columns, values, true);
    }

    private static List<Parameter> parameters() {
        OptionalDouble none = OptionalDouble.empty();
        return List.of(
                new Parameter(
                        "bg-nbd",
                        "r",
                        0.2426,
                        OptionalDouble.of(0.0126),
                        OptionalDouble.of(0.219),
                        OptionalDouble.of(0.269)),
                new Parameter(
                        "bg-nbd",
                        "alpha",
                        4.4136,
                        OptionalDouble.of(0.378),
                        OptionalDouble.of(3.73),
                        OptionalDouble.of(5.22)),
                new Parameter("bg-nbd", "a", 0.7929, none, none, none),
                new Parameter(
                        "gamma-gamma",
                        "p",
                        6.25,
                        OptionalDouble.of(1.19),
                        OptionalDouble.of(4.3),
                        OptionalDouble.of(9.1)));
    }
}
