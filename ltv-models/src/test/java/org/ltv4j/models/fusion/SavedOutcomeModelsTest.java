package org.ltv4j.models.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.FeaturePlan;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.monitor.CalibrationOptions;
import org.ltv4j.core.monitor.EarlyCalibration;
import org.ltv4j.core.monitor.ModelInUse;
import org.ltv4j.core.monitor.Monitoring;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.FeaturesEstimator;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeEstimator;
import org.ltv4j.core.outcome.OutcomeModel;
import org.ltv4j.core.outcome.Predictions;
import org.ltv4j.core.outcome.ShorterHorizon;
import org.ltv4j.core.outcome.SummariesEstimator;
import org.ltv4j.core.outcome.save.FeatureSources;
import org.ltv4j.core.outcome.save.OutcomeModels;
import org.ltv4j.core.testing.ModelDocument;
import org.ltv4j.models.baseline.ElasticNet;
import org.ltv4j.models.baseline.FormulaCltv;
import org.ltv4j.models.baseline.NaiveBaseline;
import org.ltv4j.models.baseline.RfmCells;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbOptions;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.interval.IntervalOptions;
import org.ltv4j.models.interval.OutcomeIntervalModel;
import org.ltv4j.models.interval.SplitConformal;
import org.ltv4j.models.interval.Spread;
import org.ltv4j.models.spend.GammaGamma;

/** Fitted models of outcomes, of every kind and wrapped in one another, on their way through a file. */
class SavedOutcomeModelsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final KnownSales SHOP = shop(299);
    private static final Horizon SIXTY = Horizon.of(60, TimeScale.DAY);
    private static final Outcome SPEND = Outcome.spend(SIXTY);
    private static final FeaturePlan PLAN = Features.asOf(FIRST).rfm();
    private static final FeatureSource ALONE = FeatureSource.of(PLAN);
    private static final FeatureSource HYBRID =
            HybridFeatures.of(PLAN, SIXTY, TimeScale.DAY, BgNbd::fit, GammaGamma::fit);
    private static final FeatureSources SOURCES = FeatureSources.matching(SHOP, ALONE, HYBRID);

    private static KnownSales shop(int lastDay) {
        SplittableRandom random = new SplittableRandom(5);
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int c = 0; c < 120; c++) {
            double gap = 3 + 40 * random.nextDouble();
            double leaves = random.nextDouble() * 500;
            for (double day = random.nextDouble() * 100; day < 300; day += -gap * Math.log(random.nextDouble())) {
                log.add("c" + c, FIRST.plusDays((long) day), 5 + 10 * random.nextDouble());
                if (day > leaves) {
                    break;
                }
            }
        }
        return KnownSales.until(log.build(), FIRST.plusDays(lastDay));
    }

    private static OutcomeEstimator probability() {
        return new SummariesEstimator("bg", TimeScale.DAY, BgNbd::fit, GammaGamma::fit);
    }

    private static OutcomeEstimator linear(FeatureSource source) {
        return new FeaturesEstimator("linear", source, CutDates.upTo(2), ElasticNet::fit);
    }

    private static final OutcomeEstimator CELLS = new RfmCells(CutDates.newest(), 3, 5);
    private static final List<OutcomeEstimator> SMALL = List.of(
            probability(),
            CELLS,
            FormulaCltv.per(Horizon.parse("30d")),
            NaiveBaseline.historicalRate(),
            NaiveBaseline.lastPeriod(),
            NaiveBaseline.populationMean());

    private static final FusedModel FUSED = Fusion.stacked(
                    "all",
                    List.of(
                            probability(),
                            linear(HYBRID),
                            new ShorterHorizon(linear(ALONE), Horizon.parse("30d")),
                            new ShorterHorizon(CELLS, Horizon.parse("30d"))),
                    CutDates.newest())
            .fit(SHOP, SPEND);

    private static OutcomeModel again(OutcomeModel model) {
        return OutcomeModels.fromJson(OutcomeModels.toJson(model), SOURCES);
    }

    @Test
    void whatIsLoadedIsEqualAndForetellsTheSameToTheLastBit(@TempDir Path folder) {
        Path file = folder.resolve("fused.json");
        OutcomeModels.save(FUSED, file);
        OutcomeModel loaded = OutcomeModels.load(file, SOURCES);
        assertThat(loaded).isEqualTo(FUSED).hasSameHashCodeAs(FUSED);
        assertThat(OutcomeModels.toJson(loaded)).isEqualTo(OutcomeModels.toJson(FUSED));
        for (KnownSales known : List.of(SHOP, shop(250))) {
            assertThat(bits(loaded.predict(known))).isEqualTo(bits(FUSED.predict(known)));
        }
    }

    private static long[] bits(Predictions predictions) {
        return Arrays.stream(predictions.values())
                .mapToLong(Double::doubleToRawLongBits)
                .toArray();
    }

    @Test
    void everyKindOfModelIsSavedForEveryOutcomeThatItForetells() {
        for (Outcome outcome :
                List.of(SPEND, Outcome.margin(SIXTY, 0.3), Outcome.purchases(SIXTY), Outcome.churn(SIXTY))) {
            for (OutcomeEstimator estimator : SMALL) {
                if (!(outcome.isProbability() && estimator instanceof FormulaCltv)) {
                    OutcomeModel model = estimator.fit(SHOP, outcome);
                    OutcomeModel loaded = OutcomeModels.fromJson(OutcomeModels.toJson(model), FeatureSources.none());
                    assertThat(loaded).as(estimator.name() + " of " + outcome).isEqualTo(model);
                    assertThat(bits(loaded.predict(SHOP))).isEqualTo(bits(model.predict(SHOP)));
                }
            }
        }
    }

    @Test
    void boostedTreesAreSavedWithTheirFeatures() {
        OutcomeModel model = new FeaturesEstimator(
                        "trees",
                        HYBRID,
                        CutDates.newest(),
                        data -> XgbLtv.fit(data, XgbOptions.squaredError().withRounds(20)))
                .fit(SHOP, SPEND);
        assertThat(again(model)).isEqualTo(model);
        assertThat(bits(again(model).predict(SHOP))).isEqualTo(bits(model.predict(SHOP)));
    }

    @Test
    void otherFeaturesThanThoseOfTheFitAreRefusedAndTheDifferenceIsNamed() {
        String json = OutcomeModels.toJson(linear(HYBRID).fit(SHOP, SPEND));
        assertThatThrownBy(() -> OutcomeModels.fromJson(json, FeatureSources.matching(SHOP, ALONE)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("missing: probability_alive, expected_purchases, expected_spend");
        FeatureSource otherHorizon =
                HybridFeatures.of(PLAN, Horizon.parse("61d"), TimeScale.DAY, BgNbd::fit, GammaGamma::fit);
        assertThatThrownBy(() -> OutcomeModels.fromJson(json, FeatureSources.matching(SHOP, ALONE, otherHorizon)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("none of the 2 sources will do; of the nearest, number 2")
                .hasMessageContaining("expected_purchases means something else");
        assertThatThrownBy(() -> OutcomeModels.fromJson(json, FeatureSources.none()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("FeatureSources.matching");
    }

    @Test
    void aModelOfTheProgramsOwnIsRefusedByName() {
        OutcomeModel own = new OutcomeModel() {
            @Override
            public Outcome outcome() {
                return SPEND;
            }

            @Override
            public Predictions predict(KnownSales known) {
                throw new UnsupportedOperationException();
            }
        };
        FusedModel with = new FusedModel(SPEND, List.of(new FusedModel.Member("own", 1, own)));
        assertThatThrownBy(() -> OutcomeModels.toJson(with))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no codec")
                .hasMessageContaining("rfm-cells");
    }

    @Test
    void theDocumentNamesNoClassAndNoCustomer() {
        assertThat(OutcomeModels.toJson(FUSED))
                .doesNotContain("org.ltv4j", "java.")
                .doesNotContainPattern("\"c\\d+\"");
    }

    @Test
    void changedOrShortenedFilesAreRefused(@TempDir Path folder) throws IOException {
        byte[] document = OutcomeModels.toJson(FUSED).getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(9);
        Path file = folder.resolve("m.json");
        for (int i = 0; i < 300; i++) {
            byte[] changed = document.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, i % 3 == 0 ? Arrays.copyOf(document, random.nextInt(document.length)) : changed);
            try {
                assertThat(OutcomeModels.load(file, SOURCES)).isEqualTo(FUSED); // white space may change
            } catch (ModelFormatException e) {
                assertThat(e.getMessage()).contains("m.json");
            }
        }
    }

    /** With the checksum made right: the value itself has to be looked at. */
    @Test
    void hostileValuesAreRefusedOrHarmless() {
        FusedModel small = new FusedModel(
                SPEND,
                List.of(
                        new FusedModel.Member("cells", 0.5, CELLS.fit(SHOP, SPEND)),
                        new FusedModel.Member(
                                "mean", 0.25, NaiveBaseline.populationMean().fit(SHOP, SPEND)),
                        new FusedModel.Member(
                                "shorter",
                                0.25,
                                new ShorterHorizon(FormulaCltv.per(SIXTY), Horizon.parse("30d")).fit(SHOP, SPEND))));
        ModelDocument document = ModelDocument.parse(OutcomeModels.toJson(small));
        List<Object> hostile = List.of(
                -1.0, 0.0, 0.5, 1e308, -1e308, 3e9, "", "infinity", "fused", true, List.of(), List.of(-1.0), Map.of());
        int refused = 0;
        for (List<Object> place : document.places()) {
            refused += refused(document.without(place));
            for (Object value : hostile) {
                refused += refused(document.with(place, value));
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    private static int refused(String json) {
        OutcomeModel loaded;
        try {
            loaded = OutcomeModels.fromJson(json, SOURCES);
        } catch (ModelFormatException e) {
            assertThat(e.getMessage()).isNotBlank();
            return 1;
        } catch (RuntimeException e) {
            return fail("not a ModelFormatException for " + json, e);
        }
        assertThat(again(loaded)).isEqualTo(loaded);
        return 0;
    }

    @Test
    void aNewerVersionAndAnUnknownKindAreNamed() {
        ModelDocument document = ModelDocument.parse(
                OutcomeModels.toJson(NaiveBaseline.lastPeriod().fit(SHOP, SPEND)));
        assertThatThrownBy(() -> OutcomeModels.fromJson(document.with(List.of("kindVersion"), 2), SOURCES))
                .hasMessageContaining("version 2 of naive")
                .hasMessageContaining("upgrade ltv-models");
        assertThatThrownBy(() -> OutcomeModels.fromJson(document.with(List.of("kind"), "oracle"), SOURCES))
                .hasMessageContaining("no codec for models of this kind");
        assertThatThrownBy(() -> OutcomeModels.fromJson(document.with(List.of("formatVersion"), 2), SOURCES))
                .hasMessageContaining("upgrade ltv4j");
    }

    @Test
    void aDocumentThatIsNestedWithoutEndIsRefused() {
        String inner = "{}";
        for (int i = 0; i < 5000; i++) {
            inner = "{\"kind\":\"shorter-horizon\",\"kindVersion\":1,\"shorter\":" + inner + "}";
        }
        String nested = inner;
        assertThatThrownBy(() -> OutcomeModels.fromJson(nested, SOURCES)).isInstanceOf(ModelFormatException.class);
    }

    @Test
    void aModelInUseIsWatchedAfterLoadingAsItWasBefore(@TempDir Path folder) {
        KnownSales then = shop(220);
        FusedModel model = new FusedModel(
                SPEND,
                List.of(
                        new FusedModel.Member("bg", 0.5, probability().fit(then, SPEND)),
                        new FusedModel.Member("linear", 0.5, linear(ALONE).fit(then, SPEND))));
        ModelInUse current = ModelInUse.of("fused", model, HYBRID, then, 10);
        Path file = folder.resolve("in-use.json");
        current.save(file);
        ModelInUse loaded = ModelInUse.load(file, SOURCES);
        assertThat(loaded).isEqualTo(current);
        assertThat(Monitoring.check(loaded, SHOP).toJson())
                .isEqualTo(Monitoring.check(current, SHOP).toJson());
        assertThatThrownBy(() -> ModelInUse.load(file, FeatureSources.matching(SHOP, ALONE)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("probability_alive");
    }

    @Test
    void aFileOfAnotherModelThanItsBaselineIsRefused(@TempDir Path folder) throws IOException {
        OutcomeModel model = NaiveBaseline.lastPeriod().fit(SHOP, SPEND);
        Path file = folder.resolve("in-use.json");
        ModelInUse.of("rule", model, ALONE, SHOP, 10).save(file);
        ModelDocument document = ModelDocument.parse(Files.readString(file));
        Files.writeString(file, document.with(List.of("model", "outcome", "length"), 61.0));
        assertThatThrownBy(() -> ModelInUse.load(file, SOURCES))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("baseline");
        Files.writeString(file, document.with(List.of("knownUntil"), "yesterday"));
        assertThatThrownBy(() -> ModelInUse.load(file, SOURCES))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.knownUntil");
    }

    @Test
    void intervalsAroundAModelAreSavedWithIt(@TempDir Path folder) throws IOException {
        OutcomeModel model = CELLS.fit(shop(200), SPEND);
        OutcomeIntervalModel intervals = SplitConformal.calibrate(
                model, SHOP, FIRST.plusDays(220), IntervalOptions.of(0.8), Spread.ofPrediction(5));
        Path file = folder.resolve("intervals.json");
        intervals.save(file);
        OutcomeIntervalModel loaded = OutcomeIntervalModel.load(file, FeatureSources.none());
        assertThat(loaded).isEqualTo(intervals).hasSameHashCodeAs(intervals);
        assertThat(loaded.predict(SHOP).toString())
                .isEqualTo(intervals.predict(SHOP).toString());
        ModelDocument document = ModelDocument.parse(Files.readString(file));
        Files.writeString(file, document.with(List.of("spread", "least"), -1.0));
        assertThatThrownBy(() -> OutcomeIntervalModel.load(file, FeatureSources.none()))
                .isInstanceOf(ModelFormatException.class);
        Files.writeString(file, document.with(List.of("model", "outcome", "kind"), "CHURN"));
        assertThatThrownBy(() -> OutcomeIntervalModel.load(file, FeatureSources.none()))
                .isInstanceOf(ModelFormatException.class);
    }

    @Test
    void aFusionCanTellAnyHorizonThatAllItsMembersCanTell() {
        OutcomeModel bg = probability().fit(SHOP, SPEND);
        FusedModel both = new FusedModel(
                SPEND, List.of(new FusedModel.Member("a", 0.25, bg), new FusedModel.Member("b", 0.75, bg)));
        Horizon ten = Horizon.parse("10d");
        assertThat(both.over(ten).orElseThrow().predict(SHOP).values())
                .isEqualTo(bg.over(ten).orElseThrow().predict(SHOP).values());
        assertThat(FUSED.over(ten)).isEqualTo(Optional.empty());
        Optional<EarlyCalibration> look = EarlyCalibration.of(
                ModelInUse.of("both", both, ALONE, shop(260), 10), SHOP, CalibrationOptions.defaults());
        assertThat(look.orElseThrow().basis()).isEqualTo(EarlyCalibration.Basis.FORETOLD);
        assertThat(look.orElseThrow().elapsedDays()).isEqualTo(39);
        assertThat(look.orElseThrow().drift().overall().ratio()).isNotEqualTo(OptionalDouble.empty());
    }
}
