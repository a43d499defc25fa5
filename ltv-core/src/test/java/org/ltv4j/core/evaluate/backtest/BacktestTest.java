package org.ltv4j.core.evaluate.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.evaluate.HighValue;
import org.ltv4j.core.evaluate.HighValueEvaluation;
import org.ltv4j.core.internal.math.Samplers;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;

class BacktestTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = START.plusDays(199);
    private static final Outcome SPEND = Outcome.spend(Horizon.parse("30d"));
    private static final KnownSales KNOWN = KnownSales.until(log(), END);

    /** 120 customers who buy every few days, each with a pace of the own; some come late. */
    private static TransactionLog log() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        for (int c = 0; c < 120; c++) {
            RandomGenerator random = Samplers.generator(3, Samplers.Purpose.HISTORY, c);
            double pace = 3 + 60 * Samplers.uniform(random);
            double day = c % 4 == 0 ? 120 * Samplers.uniform(random) : 0;
            for (; day < 200; day += Samplers.exponential(random, 1 / pace) + 0.5) {
                builder.add("c" + c, START.plusDays((long) day), 1 + Samplers.index(random, 50));
            }
        }
        return builder.build();
    }

    /** Foretells the values of a function of the sales known by the date. */
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

    private static final Rule PACE = new Rule("pace", BacktestTest::pace);
    private static final Rule NOTHING =
            new Rule("nothing", at -> new double[at.customers().size()]);
    private static final Rule LATE = new Rule("late", at -> {
        if (at.asOf().isBefore(END.minusDays(30))) {
            throw new InsufficientDataException("only " + at.log().size() + " rows");
        }
        return pace(at);
    });

    /** Spend so far, per day known, for 30 days. */
    private static double[] pace(KnownSales at) {
        double[] spend = new double[at.customers().size()];
        for (int c = 0; c < spend.length; c++) {
            for (int row = at.log().start(c); row < at.log().start(c + 1); row++) {
                spend[c] += at.log().amount(row);
            }
            spend[c] *= 30.0 / (at.asOf().toEpochDay() - at.log().day(at.log().start(c)) + 1);
        }
        return spend;
    }

    private static Backtest plan(OutcomeEstimator... models) {
        return Backtest.of(KNOWN, SPEND, List.of(models))
                .withCuts(CutDates.upTo(3))
                .withBootstrap(Bootstrap.of(200, 5));
    }

    @Test
    void eachDateIsJudgedByWhatFollowedIt() {
        BacktestTable table = plan(PACE).run();
        assertThat(table.cuts()).containsExactly(END.minusDays(90), END.minusDays(60), END.minusDays(30));
        ModelResult result = table.result("pace");
        assertThat(result.predictedCuts()).isEqualTo(3);
        for (CutResult cut : result.cuts()) {
            KnownSales then = KnownSales.until(log(), cut.cut());
            JudgedPredictions judged = cut.judged().orElseThrow();
            assertThat(judged.predicted()).isEqualTo(pace(then));
            assertThat(judged.actual()).isEqualTo(SPEND.of(KNOWN, then.customers(), cut.cut()));
            assertThat(cut.metrics().get(Metric.RMSE).value())
                    .isCloseTo(judged.evaluation().rootMeanSquaredError(), within(1e-9));
            assertThat(cut.fitSeconds()).isNotNegative();
            assertThat(cut.problem()).isEmpty();
        }
        JudgedPredictions all = result.judged().orElseThrow();
        assertThat(all.size())
                .isEqualTo(result.cuts().stream()
                        .mapToInt(cut -> cut.judged().orElseThrow().size())
                        .sum());
        // one customer has one number on all dates
        assertThat(IntStream.of(all.customers()).distinct().count())
                .isEqualTo(
                        KnownSales.until(log(), table.cuts().get(2)).customers().size());
        assertThat(result.metrics().get(Metric.MAE).value())
                .isCloseTo(all.evaluation().meanAbsoluteError(), within(1e-9));
    }

    /** As the sales looked on a date: whoever is not seen any more today (because all came back later) was a customer then. */
    private static KnownSales asItLooked(LocalDate date) {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        TransactionLog log = log();
        for (int row = 0; row < log.size(); row++) {
            builder.add(log.customers().id(log.customer(row)), LocalDate.ofEpochDay(log.day(row)), log.amount(row));
        }
        builder.add("gone", date.minusDays(3), 7);
        builder.add("gone on " + date, date, 9);
        return KnownSales.until(builder.build(), END);
    }

    @Test
    void salesThatLookedDifferentThenAreLearntAsTheyLooked() {
        BacktestTable table = plan(PACE).withPast(BacktestTest::asItLooked).run();
        ModelResult result = table.result("pace");
        for (CutResult cut : result.cuts()) {
            KnownSales whole = asItLooked(cut.cut());
            KnownSales then = whole.until(cut.cut());
            JudgedPredictions judged = cut.judged().orElseThrow();
            assertThat(judged.predicted()).isEqualTo(pace(then));
            assertThat(judged.actual()).isEqualTo(SPEND.of(whole, then.customers(), cut.cut()));
        }
        // "gone" is one customer on all dates, each "gone on .." another; all others are known today
        int known = KnownSales.until(log(), table.cuts().get(2)).customers().size();
        assertThat(IntStream.of(result.judged().orElseThrow().customers())
                        .distinct()
                        .count())
                .isEqualTo(known + 1 + 3);
        assertThat(IntStream.of(result.judged().orElseThrow().customers())).allMatch(number -> number >= 0);
    }

    @Test
    void aPastThatIsTheKnownSalesChangesNothing() {
        assertThat(plan(PACE, NOTHING)
                        .withPast(date -> KNOWN)
                        .run()
                        .result("pace")
                        .metrics())
                .isEqualTo(plan(PACE, NOTHING).run().result("pace").metrics());
    }

    @Test
    void noModelSeesARowAfterTheDate() {
        List<LocalDate> seen = Collections.synchronizedList(new ArrayList<>());
        Rule watcher = new Rule("watcher", at -> {
            seen.add(at.asOf());
            assertThat(at.log().lastDay()).isBeforeOrEqualTo(at.asOf());
            return new double[at.customers().size()];
        });
        BacktestTable table = plan(watcher).run();
        assertThat(seen).isEqualTo(table.cuts());
        assertThat(table.result("watcher").predictedCuts()).isEqualTo(3);
    }

    @Test
    void theNumberOfThreadsCannotMoveABit() {
        Backtest plan = plan(PACE, NOTHING, LATE);
        BacktestTable one = plan.run();
        BacktestTable three = plan.run(Parallelism.of(3), ProgressListener.NONE);
        for (ModelResult result : one.results()) {
            ModelResult other = three.result(result.name());
            assertThat(other.metrics()).isEqualTo(result.metrics());
            assertThat(other.cuts().stream().map(CutResult::metrics))
                    .isEqualTo(result.cuts().stream().map(CutResult::metrics).toList());
        }
        assertThat(three.againstBest(Metric.MAE)).isEqualTo(one.againstBest(Metric.MAE));
    }

    @Test
    void aModelThatFailsIsRecordedAndDoesNotStopTheOthers() {
        BacktestTable table = plan(PACE, LATE, NOTHING).run();
        ModelResult late = table.result("late");
        assertThat(late.predictedCuts()).isEqualTo(1);
        assertThat(late.cuts().get(0).failure()).containsInstanceOf(InsufficientDataException.class);
        assertThat(late.cuts().get(0).problem().orElseThrow()).matches("only \\d+ rows");
        assertThat(late.cuts().get(0).metrics()).isEmpty();
        assertThat(late.cuts().get(2).metrics()).containsKey(Metric.RMSE);
        assertThat(late.metrics()).isEqualTo(late.cuts().get(2).metrics());
        assertThat(table.result("nothing").predictedCuts()).isEqualTo(3);
        // compared on the one date that both have, where they say the same
        PairedComparison compared = table.compare("late", "pace", Metric.RMSE).orElseThrow();
        assertThat(compared.difference()).isZero();
        assertThat(compared)
                .isEqualTo(
                        table.compare("late", "pace", Metric.RMSE, table.cuts().get(2))
                                .orElseThrow());
        assertThat(table.compare("late", "pace", Metric.RMSE, table.cuts().get(0)))
                .isEmpty();
        assertThat(table.best(Metric.RMSE).orElseThrow().name()).isEqualTo("pace");
        assertThat(table.toString())
                .contains("late failed on " + table.cuts().get(0) + ": only ")
                .contains("1/3")
                .contains("3/3");
    }

    @Test
    void missingLibrariesWrongAnswersAndErrorsWithoutWordsAreFailuresToo() {
        Rule unlinked = new Rule("unlinked", at -> {
            throw new UnsatisfiedLinkError("no native library for this platform");
        });
        Rule silent = new Rule("silent", at -> {
            throw new IllegalStateException();
        });
        OutcomeEstimator wrong = new OutcomeEstimator() {
            @Override
            public String name() {
                return "wrong";
            }

            @Override
            public OutcomeModel fit(KnownSales known, Outcome outcome) {
                return PACE.fit(known, Outcome.spend(Horizon.parse("60d")));
            }
        };
        BacktestTable table = plan(unlinked, silent, wrong).run();
        assertThat(table.results()).allSatisfy(result -> {
            assertThat(result.judged()).isEmpty();
            assertThat(result.metrics()).isEmpty();
        });
        assertThat(problem(table, "unlinked")).isEqualTo("UnsatisfiedLinkError: no native library for this platform");
        assertThat(problem(table, "silent")).isEqualTo("IllegalStateException");
        assertThat(problem(table, "wrong"))
                .contains("predictions of spend in 60d")
                .contains("spend in 30d");
        assertThat(table.best(Metric.RMSE)).isEmpty();
        assertThat(table.againstBest(Metric.RMSE)).isEmpty();
        assertThat(table.compare("wrong", "silent", Metric.RMSE)).isEmpty();
        assertThat(table.toString()).contains("silent failed on " + END.minusDays(30) + ": IllegalStateException");
    }

    private static String problem(BacktestTable table, String model) {
        return table.result(model).cuts().get(0).problem().orElseThrow();
    }

    @Test
    void aModelThatWasInterruptedStopsEverything() {
        Rule stopped = new Rule("stopped", at -> {
            throw new CancellationException("interrupted");
        });
        assertThatThrownBy(() -> plan(PACE, stopped).run()).isInstanceOf(CancellationException.class);
    }

    @Test
    void theBestIsComparedWithEveryOther() {
        Rule fourfold = new Rule("fourfold", at -> {
            double[] values = pace(at);
            for (int i = 0; i < values.length; i++) {
                values[i] *= 4;
            }
            return values;
        });
        BacktestTable table = plan(NOTHING, PACE, fourfold).run();
        List<PairedComparison> behind = table.againstBest(Metric.RMSE);
        assertThat(behind.stream().map(PairedComparison::first)).containsExactly("nothing", "fourfold");
        assertThat(behind).allSatisfy(one -> {
            assertThat(one.second()).isEqualTo("pace");
            assertThat(one.difference()).isPositive();
            assertThat(one.adjustedP().orElseThrow())
                    .isGreaterThanOrEqualTo(one.pValue().orElseThrow());
        });
        assertThat(behind.get(0).adjustedP().orElseThrow()).isLessThan(0.05);
        // alike in every order, so neither is better at ranking
        PairedComparison ranks =
                table.compare("pace", "fourfold", Metric.SPEARMAN).orElseThrow();
        assertThat(ranks.difference()).isCloseTo(0, within(1e-12));
        // nothing predicted for anybody has no ranks, and is not compared
        assertThat(table.result("nothing").metrics()).doesNotContainKey(Metric.SPEARMAN);
        assertThat(table.againstBest(Metric.SPEARMAN)).hasSize(1);
    }

    @Test
    void theTableIsAlignedAndMarksTheBest() {
        String[] lines = plan(NOTHING, PACE).run().toString().split("\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0])
                .isEqualTo(
                        "spend in 30d after 3 dates from 2026-04-20 to 2026-06-19; 95 % intervals of 200 resamples of "
                                + "customers; * is best");
        assertThat(lines[1]).matches("model +dates +MAE +RMSE +bias % +Spearman +Gini +top tenth +fit s +predict s");
        assertThat(lines[2]).startsWith("nothing    3/3  ").contains("-100.0 [-100.0, -100.0]");
        assertThat(lines[3]).startsWith("pace       3/3  ").contains(" *");
        assertThat(lines[2].indexOf("-100.0")).isEqualTo(lines[1].indexOf("bias %"));
        // of equal models each is the best
        String[] twins = plan(PACE, new Rule("twin", BacktestTest::pace))
                .run()
                .toString()
                .split("\n");
        assertThat(twins[2].chars().filter(c -> c == '*').count())
                .isEqualTo(twins[3].chars().filter(c -> c == '*').count())
                .isEqualTo(6);
        String high = plan(PACE).run().text(List.of(Metric.HIGH_VALUE_F1, Metric.AUC));
        assertThat(high.split("\n")[2]).matches("pace +3/3 +0\\.\\d+ \\[.*\\] +- +\\d.*");
    }

    @Test
    void churnIsJudgedAsAProbability() {
        Rule constant = new Rule("constant", at -> {
            double[] values = new double[at.customers().size()];
            Arrays.fill(values, 0.3);
            return values;
        });
        BacktestTable table = Backtest.of(KNOWN, Outcome.churn(Horizon.parse("30d")), List.of(constant))
                .withBootstrap(Bootstrap.of(100, 1))
                .run();
        Map<Metric, Estimate> metrics = table.result("constant").metrics();
        assertThat(metrics.keySet()).containsExactly(Metric.BIAS_PERCENT, Metric.AUC, Metric.BRIER, Metric.LOG_LOSS);
        assertThat(metrics.get(Metric.AUC).value()).isEqualTo(0.5);
        assertThat(table.metrics()).containsExactlyElementsOf(metrics.keySet());
        JudgedPredictions judged = table.result("constant").judged().orElseThrow();
        assertThat(judged.probabilityEvaluation().brier())
                .isCloseTo(metrics.get(Metric.BRIER).value(), within(1e-12));
        assertThat(judged.value(Metric.BRIER).orElseThrow())
                .isEqualTo(metrics.get(Metric.BRIER).value());
    }

    @Test
    void highValueIsWhatTheRuleSays() {
        BacktestTable table = plan(PACE)
                .withCuts(CutDates.newest())
                .withHighValue(HighValue.topShare(0.2))
                .run();
        JudgedPredictions judged = table.result("pace").judged().orElseThrow();
        assertThat(table.highValue()).isEqualTo(HighValue.topShare(0.2));
        assertThat(table.result("pace").metrics().get(Metric.HIGH_VALUE_F1).value())
                .isCloseTo(
                        HighValueEvaluation.of(judged.predicted(), judged.actual(), HighValue.topShare(0.2))
                                .f1()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(judged.errorsByDecile()).hasSizeBetween(8, 10);
    }

    @Test
    void progressIsToldFromOneThreadAtATime() {
        List<String> heard = new ArrayList<>(); // not thread-safe on purpose: calls must not overlap
        plan(PACE, NOTHING).run(Parallelism.of(2), (phase, done, total) -> heard.add(phase + " " + done + "/" + total));
        assertThat(heard)
                .containsExactlyElementsOf(IntStream.range(0, 12)
                        .mapToObj(i -> (i < 6 ? "fitting " : "resampling ") + (i % 6 + 1) + "/6")
                        .toList());
    }

    @Test
    void impossibleInputIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Backtest.of(KNOWN, SPEND, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(PACE, PACE))
                .withMessageContaining("two models are called 'pace'");
        assertThatThrownBy(() -> Backtest.of(KNOWN, Outcome.spend(Horizon.parse("150d")), List.of(PACE))
                        .run())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("too short");
        BacktestTable table = plan(PACE).run();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.result("none"))
                .withMessageContaining("[pace]");
        assertThatIllegalArgumentException().isThrownBy(() -> table.compare("pace", "pace", Metric.AUC));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.compare("pace", "pace", Metric.MAE, START))
                .withMessageContaining("no backtest was made on 2026-01-01");
    }

    @Test
    void aPastOfAnotherShopIsRefused() {
        TransactionLogBuilder others = TransactionLog.builder("EUR");
        for (int c = 0; c < 30; c++) {
            others.add("other" + c, START, 5).add("other" + c, START.plusDays(3), 5);
        }
        KnownSales other = KnownSales.until(others.build(), END);
        assertThatThrownBy(() -> plan(PACE).withPast(date -> other).run())
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("30 of whom are not among those known now")
                .hasMessageNotContaining("other1");
    }
}
