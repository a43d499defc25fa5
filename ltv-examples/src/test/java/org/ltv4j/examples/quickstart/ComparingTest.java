package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.evaluate.backtest.BacktestTable;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.profile.LogProfile;
import org.ltv4j.core.table.Ingest;
import org.ltv4j.examples.report.Formats;
import org.ltv4j.examples.report.Language;
import org.ltv4j.examples.report.Phrase;
import org.ltv4j.examples.report.SideBySide;
import org.ltv4j.examples.report.SideBySide.Contest;
import org.ltv4j.examples.report.Texts;
import org.ltv4j.models.boost.NativeLibraryException;
import org.ltv4j.models.lineup.StandardModels;
import picocli.CommandLine;

/** On which dates models are compared, what is said of them, and what becomes of those that fail; with models made up for it. */
class ComparingTest {
    private static final String OURS = StandardModels.PROBABILITY;

    /** Foretells one value for everybody, plus a little for those who come later in the order of customers. */
    private record Constant(String name, double value, double slope) implements OutcomeEstimator {
        @Override
        public OutcomeModel fit(KnownSales known, Outcome outcome) {
            return new OutcomeModel() {
                @Override
                public Outcome outcome() {
                    return outcome;
                }

                @Override
                public Predictions predict(KnownSales later) {
                    double[] values = new double[later.customers().size()];
                    Arrays.setAll(values, i -> value + slope * i / values.length);
                    return Predictions.of(later.customers(), later.asOf(), outcome, values);
                }
            };
        }
    }

    /** As boosted trees where XGBoost's native library is missing. */
    private record WithoutLibrary(String name) implements OutcomeEstimator {
        @Override
        public OutcomeModel fit(KnownSales known, Outcome outcome) {
            throw new NativeLibraryException(
                    "boosted trees cannot be trained here: XGBoost's native library cannot be loaded",
                    new UnsatisfiedLinkError("no xgboost4j"));
        }
    }

    private record Reading(Ingest ingest, CleaningPlan plan) {}

    private static Reading reading(List<String> options) {
        CommandOptions given = new CommandOptions();
        new CommandLine(given).parseArgs(options.toArray(String[]::new));
        JobOptions job = OptionReader.read(given, LocalDate.of(2026, 1, 1));
        Ingest ingest = SalesReader.read(job, ProgressListener.NONE);
        return new Reading(ingest, SalesReader.plan(job, ingest.log()));
    }

    private static Comparison compared(Optional<Horizon> horizon, List<String> options, OutcomeEstimator... models) {
        Reading reading = reading(options);
        Ingest ingest = reading.ingest;
        CleaningPlan plan = reading.plan;
        Cleaned cleaned = plan.apply(ingest.log(), ingest.report());
        Sales sales = new Sales(
                "sample",
                ingest.format(),
                plan,
                cleaned,
                LogProfile.of(ingest.log()).compare(LogProfile.of(cleaned.log())));
        return Comparing.of(
                ingest.log(),
                sales,
                new JobOptions.Comparing(horizon, 100),
                Parallelism.SEQUENTIAL,
                ProgressListener.NONE,
                standard -> List.of(models));
    }

    private static Contest spend(OutcomeEstimator... models) {
        return ComparisonView.of(compared(Optional.empty(), List.of(), models))
                .outcomes()
                .get(0);
    }

    private static String said(Contest contest, Language language) {
        Texts texts = new Texts(language, new Formats(language, "EUR"));
        return contest.conclusion().stream().map(texts::say).collect(Collectors.joining(" "));
    }

    @Test
    void withoutRefundsThereAreThreeDatesAThirdOfTheHorizonApart() {
        Comparison comparison = compared(Optional.empty(), List.of("--refunds", "drop"), new Constant(OURS, 0.5, 0));
        assertThat(comparison.refundsByDate()).isFalse();
        assertThat(comparison.tables()).hasSize(2);
        assertThat(comparison.tables().get(0).cuts())
                .containsExactly(LocalDate.of(2025, 1, 29), LocalDate.of(2025, 2, 28), LocalDate.of(2025, 3, 30));
    }

    @Test
    void settledRefundsAllowForAsManyDates() {
        Comparison comparison = compared(Optional.empty(), List.of(), new Constant(OURS, 0.5, 0));
        assertThat(comparison.refundsByDate()).isTrue();
        assertThat(comparison.tables().get(0).cuts())
                .containsExactly(LocalDate.of(2025, 1, 29), LocalDate.of(2025, 2, 28), LocalDate.of(2025, 3, 30));
    }

    /** Keeps what it is given to learn from, and foretells 1 for everybody. */
    private static final class Witness implements OutcomeEstimator {
        private final Map<LocalDate, TransactionLog> seen = new TreeMap<>();

        @Override
        public String name() {
            return OURS;
        }

        @Override
        public OutcomeModel fit(KnownSales known, Outcome outcome) {
            seen.put(known.asOf(), known.log());
            return new Constant(OURS, 1, 0).fit(known, outcome);
        }
    }

    @Test
    void onEachDateTheSalesAreThoseThatCleaningWouldHaveGivenOnThatDay(@TempDir Path folder) throws IOException {
        Path sales = Files.writeString(folder.resolve("sales.csv"), halfComesBackThreeDaysLater());
        List<String> options =
                List.of("--input", sales.toString(), "--customer", "customer", "--date", "date", "--amount", "amount");
        Witness witness = new Witness();
        assertThat(compared(Optional.empty(), options, witness).refundsByDate()).isTrue();
        assertThat(witness.seen).hasSize(3);
        Reading reading = reading(options);
        for (Map.Entry<LocalDate, TransactionLog> date : witness.seen.entrySet()) {
            TransactionLog onThatDay = reading.plan
                    .apply(reading.ingest.log().until(date.getKey()))
                    .log();
            assertThat(rows(date.getValue())).isEqualTo(rows(onThatDay));
            // what came back within three days after it makes the sales of that date look different today
            TransactionLog today =
                    reading.plan.apply(reading.ingest.log()).log().until(date.getKey());
            assertThat(rows(onThatDay)).isNotEqualTo(rows(today));
        }
    }

    private static String halfComesBackThreeDaysLater() {
        StringBuilder csv = new StringBuilder("customer,date,amount\n");
        LocalDate start = LocalDate.of(2024, 1, 1);
        for (int day = 0; day < 400; day++) {
            csv.append("c" + day % 20 + "," + start.plusDays(day) + "," + (10 + day % 7) + "\n");
            if (day >= 3 && day % 2 == 1) {
                csv.append("c" + (day - 3) % 20 + "," + start.plusDays(day) + ",-5\n");
            }
        }
        return csv.toString();
    }

    private static List<String> rows(TransactionLog log) {
        return IntStream.range(0, log.size())
                .mapToObj(row -> log.customers().id(log.customer(row)) + " " + log.second(row) + " " + log.amount(row))
                .toList();
    }

    @Test
    void aStatedHorizonMayTakeUpHalfOfTheSales() {
        Optional<Horizon> half = Optional.of(Horizon.parse("38w"));
        Comparison comparison = compared(half, List.of("--refunds", "drop"), new Constant(OURS, 0.5, 0));
        assertThat(comparison.tables().get(0).cuts())
                .containsExactly(LocalDate.of(2024, 10, 5)); // 266 days before the last
        assertThat(compared(Optional.of(Horizon.parse("40w")), List.of(), new Constant(OURS, 0.5, 0))
                        .absent())
                .hasValueSatisfying(why -> assertThat(why.needed()).isEqualTo(560));
    }

    @Test
    void whereTheNativeLibraryIsMissingTheOthersAreStillCompared() {
        Comparison comparison = compared(
                Optional.empty(),
                List.of(),
                new Constant(OURS, 0.5, 0.1),
                new WithoutLibrary(StandardModels.BOOSTED),
                new WithoutLibrary(StandardModels.HYBRID));
        SideBySide view = ComparisonView.of(comparison);
        for (Contest contest : view.outcomes()) {
            assertThat(contest.failures()).singleElement().satisfies(failure -> {
                Phrase boosted = Phrase.of("compare.model.boosted");
                assertThat(failure.model())
                        .isEqualTo(Phrase.of("compare.list", boosted, Phrase.of("compare.model.hybrid")));
                assertThat(failure.reason().key())
                        .startsWith("boosted trees cannot be trained here")
                        .contains("native library cannot be loaded");
            });
            assertThat(contest.rows()).hasSize(3);
            assertThat(contest.rows().get(0).dates()).isEqualTo(3);
            assertThat(contest.rows().get(1).dates()).isZero();
            assertThat(said(contest, Language.EN)).contains("no other to compare it with");
        }
        assertThat(Json.print(ComparisonFile.asMap(comparison))).contains("native library cannot be loaded");
    }

    @Test
    void whereAllFailItIsSaid() {
        OutcomeEstimator picky = new OutcomeEstimator() {
            @Override
            public String name() {
                return "picky";
            }

            @Override
            public OutcomeModel fit(KnownSales known, Outcome outcome) {
                throw new InvalidDataException("these sales will not do");
            }
        };
        Contest contest = spend(picky);
        assertThat(said(contest, Language.EN)).contains("No model could be fitted");
        assertThat(contest.lift()).isEmpty();
        assertThat(contest.calibration()).isEmpty();
        assertThat(contest.errors()).isEmpty();
    }

    @Test
    void aModelThatIsFarOffIsBehindByMoreThanChance() {
        Contest contest = spend(new Constant(OURS, 1000, 1), new Constant(StandardModels.FUSED, 5, 1));
        assertThat(said(contest, Language.EN))
                .contains("“fused” foretells spend best", "by which this report is scored", "is more than chance (p");
        assertThat(said(contest, Language.ZH)).contains("“融合模型”", "超出了偶然");
    }

    @Test
    void modelsThatHardlyDifferAreNotToldApart() {
        Contest contest = spend(new Constant(OURS, 5, 1), new Constant(StandardModels.FUSED, 5.001, -1));
        assertThat(said(contest, Language.EN)).contains("no more than chance");
        Contest equal = spend(new Constant(OURS, 5, 1), new Constant(StandardModels.FUSED, 5, 1));
        assertThat(said(equal, Language.EN)).contains("does exactly as well");
    }

    @Test
    void salesWithoutAmountsAreComparedByPurchases(@TempDir Path folder) throws IOException {
        Path sales = Files.write(
                folder.resolve("sales.csv"),
                Stream.concat(
                                Stream.of(PlantedSales.HEADER),
                                PlantedSales.rows().stream().map(row -> String.join(",", row)))
                        .toList());
        Comparison comparison = compared(
                Optional.of(Horizon.parse("60d")),
                List.of("--input", sales.toString(), "--customer", "customer", "--date", "date", "--no-amounts"),
                new Constant(OURS, 0.5, 0.2));
        assertThat(comparison.tables().stream()
                        .map(BacktestTable::outcome)
                        .map(Outcome::kind)
                        .map(Enum::name))
                .containsExactly("PURCHASES", "CHURN");
        Contest contest = ComparisonView.of(comparison).outcomes().get(0);
        assertThat(said(contest, Language.EN)).contains("foretells purchases best");
        String all = ComparisonView.of(comparison) + Json.print(ComparisonFile.asMap(comparison));
        assertThat(PlantedSales.standsIn(all)).isFalse();
    }

    /** A model that is added to the usual ones needs a name and a line of explanation in both languages. */
    @Test
    void everyUsualModelHasItsWords() {
        Texts texts = new Texts(Language.ZH, new Formats(Language.ZH, "EUR"));
        TreeSet<String> names = new TreeSet<>();
        for (Outcome outcome : List.of(Outcome.spend(Horizon.parse("90d")), Outcome.churn(Horizon.parse("90d")))) {
            StandardModels.of(outcome, 360).all().forEach(model -> names.add(model.name()));
        }
        assertThat(names).hasSizeGreaterThan(8);
        for (String name : names) {
            Phrase phrase = ModelNames.phrase(name);
            assertThat(phrase.verbatim()).as(name).isFalse();
            assertThat(texts.has(phrase.key().replace("compare.model", "compare.kind")))
                    .as(name)
                    .isTrue();
        }
    }
}
