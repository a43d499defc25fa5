package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.outcome.CustomerFolds;
import org.ltv4j.core.outcome.CutDates;
import org.ltv4j.core.outcome.FeatureSource;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;

/** Training stops when those who are held back are foretold no better. */
class XgbStoppingTest {
    private static final Shop SHOP = Shop.of(1_500, 6);
    private static final XgbOptions QUICK = XgbOptions.tweedie()
            .withEarlyStopping(EarlyStopping.DEFAULT.withPatience(5).withOneIn(4));

    /** 40 customers on three dates. */
    private static TrainingSet rolling() {
        return rolling(CutDates.upTo(3));
    }

    private static TrainingSet rolling(CutDates cuts) {
        LocalDate first = LocalDate.of(2025, 1, 1);
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int c = 0; c < 40; c++) {
            for (int day = c % 20; day < 120; day += 5 + c % 13) {
                log.add("customer " + c, first.plusDays(day), 5 + c * 0.5 + day % 7);
            }
        }
        FeatureSource source = FeatureSource.of(Features.asOf(first).rfm());
        return TrainingSet.rolling(
                KnownSales.until(log.build(), first.plusDays(119)),
                source,
                Outcome.spend(Horizon.of(30, TimeScale.DAY)),
                cuts);
    }

    @Test
    void outcomesThatReachBeyondTheNewestDateAreNotLearntForIt() {
        TrainingSet close = rolling(CutDates.upTo(3).every(20)); // days 49, 69 and 89, each with 30 days of outcome
        Split split = Split.of(close, EarlyStopping.DEFAULT.withPart(ValidationPart.NEWEST_DATE), 3);
        assertThat(Arrays.stream(split.training()).mapToObj(close::asOf).distinct())
                .containsExactly(close.dates().get(0));
    }

    private static TreeSet<Integer> customers(TrainingSet data, int[] rows) {
        TreeSet<Integer> customers = new TreeSet<>();
        Arrays.stream(rows).forEach(row -> customers.add(data.customer(row)));
        return customers;
    }

    @Test
    void theBestRoundIsKeptAndTheCurveTellsWhy() {
        XgbLtvModel model = XgbLtv.fit(SHOP.forSpend(), QUICK);
        BoostReport report = model.report();
        assertThat(report.rounds()).isBetween(2, 500);
        assertThat(report.roundsTried()).isEqualTo(report.rounds() + 5);
        double best = report.best().validation().orElseThrow();
        assertThat(report.curve())
                .allMatch(loss -> loss.validation().orElseThrow() >= best)
                .first()
                .satisfies(loss ->
                        assertThat(loss.training()).isGreaterThan(report.best().training()));
        assertThat(report.rows()).isEqualTo(1_500);
        assertThat(report.customers()).isEqualTo(1_500);
        assertThat(report.heldBack()).isEqualTo(375); // one in four
        assertThat(report.lossName()).isEqualTo("Tweedie deviance");
        assertThat(report.findings()).isEmpty();
        assertThat(report.provenance().options())
                .containsEntry("xgboost", "3.0.4")
                .containsEntry("seed", "42");
        assertThat(report.provenance().data()).containsEntry("rows", "1500").containsKey("sha256");
        assertThat(model.ensemble().rounds()).isEqualTo(report.rounds());
        assertThat(model.ensemble().version()).isEqualTo(NativeLibrary.VERSION);
        assertThat(model.fit()).isEmpty();
    }

    @Test
    void withoutARefitTheModelHasNotSeenWhoWasHeldBack() {
        XgbLtvModel once = XgbLtv.fit(
                SHOP.forSpend(), QUICK.withEarlyStopping(QUICK.stopping().withRefit(false)));
        XgbLtvModel twice = XgbLtv.fit(SHOP.forSpend(), QUICK);
        assertThat(once.report().curve()).isEqualTo(twice.report().curve());
        assertThat(once.predict(SHOP.features)).isNotEqualTo(twice.predict(SHOP.features));
        assertThat(once.ensemble().rounds()).isEqualTo(once.report().rounds());
        Split split = Split.of(SHOP.forSpend(), QUICK.stopping(), QUICK.seed());
        XgbLtvModel others = XgbLtv.fit(
                SHOP.forSpend().rows(split.training()),
                QUICK.withoutEarlyStopping().withRounds(once.report().rounds()));
        assertThat(once.predict(SHOP.features)).isEqualTo(others.predict(SHOP.features));
    }

    @Test
    void aCustomerIsNeverOnBothSides() {
        TrainingSet data = rolling();
        assertThat(data.dates()).hasSize(3);
        for (ValidationPart part : List.of(ValidationPart.CUSTOMERS, ValidationPart.NEWEST_DATE)) {
            Split split = Split.of(data, EarlyStopping.DEFAULT.withPart(part), 3);
            assertThat(split.validation()).isNotEmpty();
            assertThat(customers(data, split.validation()))
                    .doesNotContainAnyElementsOf(customers(data, split.training()));
        }
        Split all = Split.of(data, EarlyStopping.NONE, 3);
        assertThat(all.training()).hasSize(data.rows());
        assertThat(all.validation()).isEmpty();
    }

    @Test
    void theNewestDateIsForetoldFromTheOlderOnes() {
        TrainingSet data = rolling();
        Split split = Split.of(data, EarlyStopping.DEFAULT.withPart(ValidationPart.NEWEST_DATE), 3);
        LocalDate newest = data.dates().get(2);
        assertThat(split.validation()).hasSize(8); // one in five of 40
        assertThat(split.training()).hasSize(64); // 32 on two dates
        assertThat(Arrays.stream(split.validation()))
                .allMatch(row -> data.asOf(row).equals(newest));
        assertThat(Arrays.stream(split.training()))
                .allMatch(row -> !data.outcome().lastDay(data.asOf(row)).isAfter(newest));
        XgbLtvModel model = XgbLtv.fit(data, QUICK.withValidation(ValidationPart.NEWEST_DATE));
        assertThat(model.report().heldBack()).isEqualTo(10);
        assertThat(model.report().rows()).isEqualTo(120);
        assertThat(model.report().customers()).isEqualTo(40);
        assertThatThrownBy(() -> XgbLtv.fit(SHOP.forSpend(), QUICK.withValidation(ValidationPart.NEWEST_DATE)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no row before 2025-06-30 has an outcome that was known on that day");
    }

    /** Whoever cross-validates with the same seed takes a fold away, which must not be the one held back here. */
    @Test
    void foldsOfACrossValidationLeaveSomethingToHoldBack() {
        TrainingSet data = rolling();
        CustomerFolds outer = CustomerFolds.of(data, 5, 42);
        for (int fold = 0; fold < 5; fold++) {
            TrainingSet rest = data.rows(outer.rowsOutside(data, fold));
            assertThat(Split.of(rest, EarlyStopping.DEFAULT, 42).validation()).isNotEmpty();
        }
    }

    @Test
    void tooFewCustomersAreSaid() {
        TrainingSet few = SHOP.forSpend().rows(SHOP.buyers()).rows(new int[] {0, 1, 2});
        assertThatThrownBy(() -> XgbLtv.fit(few, QUICK))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("3 customers are too few to hold back one in 4")
                .hasMessageContaining("withoutEarlyStopping()");
        assertThat(XgbLtv.fit(few, QUICK.withoutEarlyStopping().withRounds(3))
                        .report()
                        .rounds())
                .isEqualTo(3);
        double[] weights = new double[1_500];
        weights[0] = 1;
        weights[1] = 1;
        weights[3] = 1;
        weights[2] = 1;
        assertThatThrownBy(() -> XgbLtv.fit(
                        SHOP.forSpend().withWeights(weights),
                        QUICK.withEarlyStopping(QUICK.stopping().withOneIn(900))))
                .hasMessageContaining("one of the two parts weighs nothing");
    }

    @Test
    void tooFewRoundsAreAFinding() {
        XgbLtvModel model = XgbLtv.fit(SHOP.forSpend(), QUICK.withRounds(3));
        assertThat(model.report().findings())
                .singleElement()
                .asString()
                .contains("all 3 rounds were used and the loss was still falling");
    }

    @Test
    void aListenerHearsOfEveryRound() {
        List<Long> heard = new ArrayList<>();
        List<String> phases = new ArrayList<>();
        ProgressListener listener = (phase, done, total) -> {
            heard.add(done * 1_000 + total);
            phases.add(phase);
        };
        XgbLtv.fit(SHOP.forSpend(), QUICK.withoutEarlyStopping().withRounds(4), Parallelism.SEQUENTIAL, listener);
        assertThat(heard.subList(0, 4)).containsExactly(1_004L, 2_004L, 3_004L, 4_004L);
        assertThat(heard.subList(4, 16)).startsWith(1_012L).endsWith(12_012L); // three folds of four rounds
        assertThat(phases)
                .startsWith("boosting")
                .endsWith("making the total right")
                .hasSize(16);
    }

    @Test
    void anInterruptEndsTrainingAndFreesTheMemory() {
        long open = NativeBooster.stillOpen();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> XgbLtv.fit(SHOP.forSpend(), QUICK))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("after 0 rounds");
        assertThat(Thread.interrupted()).isTrue();
        ProgressListener tired = (phase, done, total) -> {
            throw new UnsupportedOperationException("tired");
        };
        assertThatThrownBy(() -> XgbLtv.fit(SHOP.forSpend(), QUICK, Parallelism.SEQUENTIAL, tired))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(NativeBooster.stillOpen()).isEqualTo(open);
    }
}
