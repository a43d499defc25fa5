package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.clean.DuplicateKeys;
import org.ltv4j.core.clean.DuplicateRule;
import org.ltv4j.core.clean.IsolationRule;
import org.ltv4j.core.clean.OutlierRule;
import org.ltv4j.core.clean.RefundRule;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.LogColumn;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.feature.transform.FeaturePipeline;
import org.ltv4j.core.feature.transform.FittedPipeline;
import org.ltv4j.core.feature.transform.StandardScale;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.merge.AppendPlan;
import org.ltv4j.core.profile.LogProfile;
import org.ltv4j.core.score.CustomerScores;
import org.ltv4j.core.score.Scorer;
import org.ltv4j.core.store.EncryptionKey;
import org.ltv4j.core.store.LogFiles;
import org.ltv4j.core.testing.SampleModels;

/** Ids planted in a log: nothing that is made of it, and nothing that fails on it, shows one. */
class NoIdsFromLogsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    @TempDir
    Path folder;

    /** Each planted customer buys every other day, with a refund, a repeat and an order named after the customer. */
    private static TransactionLogBuilder sales() {
        TransactionLogBuilder builder = TransactionLog.builder("EUR");
        for (int customer = 0; customer < Leaks.IDS.size(); customer++) {
            String id = Leaks.IDS.get(customer);
            for (int day = 0; day < 20; day += 2) {
                builder.add(id, DAY.plusDays(day + customer), 5 + day + customer)
                        .order("order of " + id + day)
                        .product("tea")
                        .channel("shop");
            }
            builder.add(id, DAY.plusDays(customer), 5 + customer)
                    .order("order of " + id + 0)
                    .product("tea")
                    .channel("shop");
            builder.add(id, DAY.plusDays(19 + customer), -3)
                    .order("return of " + id)
                    .product("tea")
                    .channel("shop");
        }
        return builder;
    }

    @Test
    void logsAndWhatIsMadeOfThemShowNoId() {
        TransactionLog log = sales().build();
        CalibrationHoldout split = log.until(DAY.plusDays(18)).calibrateUntil(DAY.plusDays(12), TimeScale.DAY);
        CustomerScores scores = Scorer.of(new SampleModels.Nbd(0.5, 10, TimeScale.DAY))
                .withHorizon(Horizon.of(10, TimeScale.DAY))
                .scoreAll(split.calibration());
        try (Leaks leaks = new Leaks()) {
            for (Object made : List.of(
                    log,
                    log.customers(),
                    log.orders(),
                    split,
                    split.calibration(),
                    split.calibration().summary(0),
                    split.holdout(),
                    scores,
                    scores.score(0),
                    LogProfile.of(log))) {
                leaks.shown(made.getClass().getSimpleName(), made);
            }
            leaks.of("no such id", () -> log.customers().id(99))
                    .of("no such customer", () -> split.calibration().id(99))
                    .of("before the first row", () -> log.calibrateUntil(DAY.minusYears(1), TimeScale.DAY))
                    .of("after the last row", () -> log.calibrateUntil(DAY.plusYears(9), TimeScale.DAY))
                    .of("refunds left", () -> log.summaries(DAY.plusDays(40), TimeScale.DAY))
                    .of("blank id", () -> TransactionLog.builder("EUR").add(" ", DAY, 1))
                    .of("no amount", () -> TransactionLog.builder("EUR").add("planted", DAY, Double.NaN))
                    .of(
                            "amount of a row",
                            () -> log.withAmounts(new double[log.size()]).withAmounts(new double[1]));
        }
    }

    @Test
    void cleaningShowsNoIdWhetherItFailsOrNot() {
        TransactionLog log = sales().build();
        CleaningPlan plan = CleaningPlan.defaults();
        try (Leaks leaks = new Leaks()) {
            leaks.of("refunds refused", () -> plan.withRefunds(RefundRule.FAIL).apply(log));
            leaks.of(
                    "two currencies",
                    () -> plan.apply(
                            sales().add("planted", DAY, 1).currency("USD").build()));
            leaks.of("no such currency", () -> plan.keepCurrency("CHF").apply(log));
            assertThat(leaks.thrown()).isEqualTo(3);
            CleaningPlan all = plan.withDuplicates(DuplicateRule.DROP)
                    .withDuplicateKeys(DuplicateKeys.of(LogColumn.CUSTOMER, LogColumn.AMOUNT))
                    .withIsolation(IsolationRule.repeats(2, Duration.ofDays(2)))
                    .withIsolation(IsolationRule.customersListed(List.of(Leaks.IDS.get(1), "planted-staff")))
                    .withOutliers(OutlierRule.iqr(1.5).flagged());
            Cleaned cleaned = all.apply(log);
            leaks.shown("cleaned", cleaned)
                    .shown("report", cleaned.report())
                    .shown("plan", all)
                    .shown("steps", all.describe())
                    .shown("provenance", cleaned.provenance());
        }
    }

    @Test
    void appendedAndSavedLogsShowNoId() throws IOException {
        TransactionLog log = sales().build();
        Path file = folder.resolve("sales.log");
        EncryptionKey key = EncryptionKey.random();
        try (Leaks leaks = new Leaks()) {
            leaks.of("no key to know a row by", () -> AppendPlan.defaults().append(log, log));
            LogFiles.save(log, file);
            leaks.shown("loaded", LogFiles.load(file));
            leaks.of("a key for what is not encrypted", () -> LogFiles.load(file, key));
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at += 97) {
                byte[] damaged = whole.clone();
                damaged[at] ^= 0x55;
                Files.write(file, damaged);
                leaks.of("damaged at " + at, () -> LogFiles.load(file));
            }
            LogFiles.save(log, file, key);
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .as("an encrypted log")
                    .doesNotContain("planted")
                    .doesNotContain(Leaks.PLANTED_NUMBER);
            leaks.of("no key", () -> LogFiles.load(file));
            leaks.of("another key", () -> LogFiles.load(file, EncryptionKey.random()));
            Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 900));
            leaks.of("cut short", () -> LogFiles.load(file, key));
            leaks.shown("key", key);
            assertThat(leaks.thrown()).isGreaterThan(20);
        }
    }

    @Test
    void featuresAndTheirSavedTransformsHoldNoId() {
        TransactionLog log = sales().build();
        FeatureMatrix matrix =
                Features.asOf(DAY.plusDays(20)).rfm().tenure().orders().from(log);
        FittedPipeline pipeline = FeaturePipeline.of(StandardScale.all()).fit(matrix);
        try (Leaks leaks = new Leaks()) {
            leaks.shown("matrix", matrix)
                    .shown("schema", matrix.schema())
                    .shown("pipeline", pipeline)
                    .shown("pipeline report", pipeline.report())
                    .shown("saved pipeline", Models.toJson(pipeline))
                    .shown("plan", Features.asOf(DAY).rfm());
            leaks.of("no such feature", () -> matrix.column("nothing"));
            leaks.of("another schema", () -> pipeline.apply(matrix.select(List.of("tenure_days"))));
            leaks.of(
                    "before the first sale",
                    () -> Features.asOf(DAY.minusYears(1)).rfm().from(log));
        }
    }

    /** The privacy package itself. */
    @Test
    void whatKeepsIdsAwayShowsNone() {
        TransactionLog log = sales().build();
        Pseudonymizer pseudonyms = TestKeys.analytics();
        Consent consent = Consent.unknownMeansNo().given("planted", DAY).build();
        Erasure erasure = Erasure.of(java.util.Set.copyOf(Leaks.IDS), "request 17");
        try (Leaks leaks = new Leaks()) {
            TransactionLog hidden = pseudonyms.apply(log);
            for (int i = 0; i < hidden.customers().size(); i++) {
                leaks.shown("pseudonym", hidden.customers().id(i));
            }
            leaks.shown("consent", consent)
                    .shown("screened", consent.apply(log, DAY).report());
            erasure.from("log", log);
            erasure.from("map", Map.of("planted", 1));
            leaks.shown("erasure", erasure)
                    .shown(
                            "receipt",
                            erasure.receipt(java.time.Clock.systemUTC()).toJson());
        }
    }
}
