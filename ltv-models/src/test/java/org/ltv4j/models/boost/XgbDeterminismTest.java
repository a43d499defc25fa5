package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.TrainingSet;

/** The same data, options and seed give the same bytes; native memory is freed. */
class XgbDeterminismTest {
    private static final Shop SHOP = Shop.of(2_500, 7);
    private static final XgbOptions SAMPLED =
            XgbOptions.tweedie().withoutEarlyStopping().withRounds(5).withSampling(new Sampling(0.7, 0.8, 0.8, 0.8, 2));

    private static List<XgbOptions> options() {
        return List.of(
                SAMPLED,
                XgbOptions.squaredError().withRounds(4),
                XgbOptions.absoluteError().withRounds(4),
                XgbOptions.quantiles(0.2, 0.7).withRounds(4));
    }

    @Test
    void modelsDoNotDependOnTheNumberOfThreads() {
        TrainingSet data = SHOP.forSpend();
        // few rounds: where the machine is busy, XGBoost's threads spin for seconds in each
        for (XgbOptions options : List.of(SAMPLED, XgbOptions.quantiles(0.2, 0.7))) {
            Rows rows = Rows.of(data, Split.all(data), data.outcomes(), 1);
            List<Trainer.Result> results = new ArrayList<>();
            for (int threads : new int[] {1, 3}) {
                Map<String, Object> parameters =
                        NativeParameters.of(options, data.schema(), threads, OptionalDouble.empty());
                results.add(
                        new Trainer(options.objective(), parameters, ProgressListener.NONE).train(rows, rows, 2, 5));
            }
            for (Trainer.Result result : results) {
                assertThat(result.model())
                        .as(options.toString())
                        .isEqualTo(results.get(0).model());
                assertThat(result.curve()).isEqualTo(results.get(0).curve());
            }
        }
    }

    @Test
    void manyRowsTakeTheThreadsThatAreAllowed() {
        int[] often =
                IntStream.range(0, XgbFit.ROWS_FOR_THREADS).map(i -> i % 2_500).toArray();
        TrainingSet many = SHOP.forSpend().rows(often);
        XgbOptions options = SAMPLED.withRounds(2);
        String one = Models.toJson(XgbLtv.fit(many, options));
        assertThat(Models.toJson(XgbLtv.fit(many, options, Parallelism.of(2), ProgressListener.NONE)))
                .isEqualTo(one);
    }

    @Test
    void savedModelsAreTheSameWhateverWasFittedBetween() {
        String first = Models.toJson(XgbLtv.fit(SHOP.forSpend(), SAMPLED));
        XgbLtv.fit(SHOP.forPurchases(), XgbOptions.poisson().withRounds(3).withRowShare(0.5));
        assertThat(Models.toJson(XgbLtv.fit(SHOP.forSpend(), SAMPLED))).isEqualTo(first);
        assertThat(Models.toJson(XgbLtv.fit(SHOP.features, Shop.SPEND, SHOP.spend, SAMPLED)))
                .isEqualTo(first);
        XgbLtvModel other = XgbLtv.fit(SHOP.forSpend(), SAMPLED.withSeed(Long.MIN_VALUE));
        assertThat(Models.toJson(other)).isNotEqualTo(first);
        assertThat(other.predict(SHOP.features))
                .isNotEqualTo(Models.fromJson(first, XgbLtvModel.class).predict(SHOP.features));
    }

    @Test
    void fitsSideBySideDoNotDisturbEachOther() throws Exception {
        List<String> alone = new ArrayList<>();
        for (XgbOptions options : options()) {
            alone.add(Models.toJson(XgbLtv.fit(SHOP.forSpend(), options)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Future<String>> together = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                XgbOptions options = options().get(i % 4);
                together.add(pool.submit(() -> Models.toJson(XgbLtv.fit(SHOP.forSpend(), options))));
            }
            for (int i = 0; i < 8; i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % 4));
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void nativeMemoryIsFreedAfterEveryFitWhetherItEndsWellOrNot() {
        long open = NativeBooster.stillOpen();
        long before = NativeBooster.opened();
        XgbOptions quick = XgbOptions.log1p().withoutEarlyStopping().withRounds(1);
        for (int i = 0; i < 10; i++) {
            XgbLtv.fit(SHOP.forSpend(), quick);
        }
        // each is one training and three more for the factor of the logarithm, of a matrix and a booster
        assertThat(NativeBooster.opened() - before).isEqualTo(80);
        assertThat(NativeBooster.stillOpen()).isEqualTo(open);
        Rows rows = Rows.of(SHOP.forSpend(), new int[] {0, 1}, SHOP.spend, 1);
        Trainer odd = new Trainer(quick.objective(), Map.of("objective", "reg:nonsense"), ProgressListener.NONE);
        assertThatThrownBy(() -> odd.train(rows, rows, 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("XGBoost cannot train this model")
                .hasMessageContaining("reg:nonsense")
                .hasMessageNotContaining("Stack trace")
                .hasMessageNotContaining(".cc:");
        assertThat(NativeBooster.stillOpen()).isEqualTo(open);
        TrainingSet beyond = TrainingSet.of(Shop.single(1, 1e39), Shop.SPEND, new double[] {1, 2});
        Rows good = Rows.of(beyond, new int[] {0}, beyond.outcomes(), 1);
        Rows infinite = Rows.of(beyond, new int[] {1}, beyond.outcomes(), 1);
        assertThatThrownBy(() -> odd.train(good, infinite, 1, 1)).hasMessageContaining("inf");
        assertThat(NativeBooster.stillOpen()).isEqualTo(open);
        assertThatThrownBy(() -> Rows.size(60_000_000, 40)).hasMessageContaining("more than XGBoost takes at once");
    }

    @Test
    void nothingIsToBeHadOfATrainingThatIsOver() {
        Rows rows = Rows.of(SHOP.forSpend(), new int[] {0, 1}, SHOP.spend, 1);
        NativeBooster booster = NativeBooster.open(rows, null, Map.of("nthread", 1));
        assertThatThrownBy(booster::validationMargins).isInstanceOf(IllegalStateException.class);
        booster.close();
        booster.close();
        assertThatThrownBy(booster::bytes)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is over");
    }

    @Test
    void theFingerprintIsOfEveryValueAndNoName() {
        TrainingSet data = SHOP.forSpend();
        String print = DataFingerprint.of(data);
        assertThat(print)
                .matches("[0-9a-f]{64}")
                .isEqualTo(DataFingerprint.of(Shop.of(2_500, 7).forSpend()));
        double[] weights = new double[2_500];
        Arrays.fill(weights, 1);
        weights[2_499] = 2;
        double[] outcomes = data.outcomes();
        outcomes[0] = Math.nextUp(outcomes[0]);
        assertThat(List.of(
                        DataFingerprint.of(data.withWeights(weights)),
                        DataFingerprint.of(data.withOutcomes(Shop.SPEND, outcomes)),
                        DataFingerprint.of(data.withOutcomes(Shop.PURCHASES, data.outcomes())),
                        DataFingerprint.of(data.select(List.of("purchases"))),
                        DataFingerprint.of(Shop.of(2_500, 8).forSpend())))
                .doesNotContain(print)
                .doesNotHaveDuplicates();
    }
}
