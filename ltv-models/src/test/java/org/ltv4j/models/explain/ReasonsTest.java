package org.ltv4j.models.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.TrainingSet;
import org.ltv4j.models.boost.XgbLtv;
import org.ltv4j.models.boost.XgbOptions;

/** Texts by example. */
class ReasonsTest {
    private static final Horizon QUARTER = Horizon.of(90, TimeScale.DAY);

    private static Feature feature(String name, FeatureType type, String unit, String meaning) {
        return Feature.of(name, type, unit, meaning, "", "date");
    }

    private static final Feature PURCHASES =
            feature("last_90_days_purchases", FeatureType.COUNT, "purchases", "how often the customer bought");
    private static final Feature LAST =
            feature("days_since_last", FeatureType.COUNT, "days", "how long ago the customer bought last");
    private static final Feature BASKET =
            feature("mean_spend", FeatureType.NUMBER, "EUR per purchase", "what the customer paid per purchase");
    private static final Feature GAP = feature(
                    "gap_cv", FeatureType.NUMBER, "", "spread of the gaps relative to their mean")
            .withMissing("with fewer than 3 purchases");
    private static final Feature AGE = Feature.of("age", FeatureType.NUMBER, "years", "age in years", "", "attributes")
            .withSensitivity(Sensitivity.SENSITIVE);
    private static final Feature PHONE =
            feature("phone", FeatureType.NUMBER, "", "phone number").withSensitivity(Sensitivity.IDENTIFIER);
    private static final Feature OWN = feature("club_points", FeatureType.NUMBER, "", "points in the club");

    private static Contribution says(Feature feature, double value, double amount) {
        return new Contribution(feature, value, "", amount);
    }

    private static Explanation explanation(Outcome outcome, double base, Contribution... contributions) {
        double sum =
                Arrays.stream(contributions).mapToDouble(Contribution::amount).sum();
        return new Explanation(outcome, base, base + sum, List.of(contributions), List.of());
    }

    private static final Explanation SPEND = explanation(
            Outcome.spend(QUARTER),
            100,
            says(PURCHASES, 9, 84.2),
            says(LAST, 12, -20.5),
            says(BASKET, 23.5, 6.04),
            says(GAP, Double.NaN, -12.4),
            says(AGE, 44, 30),
            says(PHONE, 5551234, 2),
            says(OWN, 1234.5, 0.001));

    @Test
    void reasonsInEnglish() {
        CustomerReasons reasons = Reasons.of(SPEND, ReasonOptions.english("EUR"));
        assertThat(reasons.lines())
                .containsExactly(
                        "Foretold for the next 90 days: 189 EUR; a customer of whom nothing is known: 100 EUR.",
                        "bought 9 times in the last 90 days: +84 EUR",
                        "paid 23.5 EUR per purchase: +6 EUR",
                        "bought last 12 days ago: −20 EUR",
                        "spread of the gaps relative to their mean: not known (with fewer than 3 purchases): −12 EUR",
                        "everything else: +32 EUR");
        assertThat(reasons.up())
                .extracting(reason -> reason.contribution().feature())
                .containsExactly(PURCHASES, BASKET);
    }

    @Test
    void reasonsInChinese() {
        assertThat(Reasons.of(SPEND, ReasonOptions.chinese("元")).lines())
                .containsExactly(
                        "预计未来 90 天：189 元；对一无所知的客户：100 元。",
                        "最近 90 天内购买 9 次：+84 元",
                        "每次购买 23.5 EUR：+6 元",
                        "12 天前最后一次购买：−20 元",
                        "购买间隔的变异系数：未知：−12 元",
                        "其余因素合计：+32 元");
    }

    @Test
    void sensitiveFeaturesAreNamedOnlyIfAskedAndIdentifiersNever() {
        for (ReasonOptions options : List.of(ReasonOptions.english(""), ReasonOptions.chinese(""))) {
            String text =
                    String.join("\n", Reasons.of(SPEND, options.withMost(9)).lines());
            assertThat(text)
                    .doesNotContain("44")
                    .doesNotContain("age in")
                    .doesNotContain("555")
                    .doesNotContain("phone");
            String asked = String.join(
                    "\n", Reasons.of(SPEND, options.withMost(9).withSensitive()).lines());
            assertThat(asked).contains("44").doesNotContain("555").doesNotContain("phone");
        }
        assertThat(Reasons.of(SPEND, ReasonOptions.english("").withSensitive()).up())
                .extracting(Reason::text)
                .contains("age in years: 44 years: +30");
        assertThat(Reasons.of(SPEND, ReasonOptions.chinese("").withSensitive()).up())
                .extracting(Reason::text)
                .contains("特征 age：44 年：+30"); // the shop's own attribute, not the age of a history
        assertThat(Reasons.of(SPEND, ReasonOptions.english("").withSensitive()).toString())
                .isEqualTo("CustomerReasons[3 up, 2 down]");
    }

    @Test
    void amountsSumUpToThePrediction() {
        for (int most = 1; most < 5; most++) {
            CustomerReasons reasons =
                    Reasons.of(SPEND, ReasonOptions.english("EUR").withMost(most));
            double sum = reasons.rest();
            for (Reason reason : reasons.up()) {
                sum += reason.contribution().amount();
            }
            for (Reason reason : reasons.down()) {
                sum += reason.contribution().amount();
            }
            assertThat(SPEND.base() + sum).isCloseTo(SPEND.prediction(), within(1e-9));
            assertThat(reasons.up()).hasSizeLessThanOrEqualTo(most);
        }
    }

    @Test
    void purchasesAndChurnHaveUnitsOfTheirOwn() {
        Feature lagged = PURCHASES.withName("last_1_month_lag_12_months_purchases");
        Explanation purchases = explanation(Outcome.purchases(QUARTER), 2, says(lagged, 0, -0.75), says(OWN, 3, 1.26));
        assertThat(Reasons.of(purchases, ReasonOptions.english("EUR")).lines())
                .containsExactly(
                        "Foretold for the next 90 days: 2.51 purchases; a customer of whom nothing is known: 2 purchases.",
                        "points in the club: 3: +1.3 purchases",
                        "bought nothing in the 1 month that ended 12 months ago: −0.75 purchases",
                        "everything else: 0 purchases");
        assertThat(Reasons.of(purchases, ReasonOptions.chinese("")).lines())
                .containsExactly(
                        "预计未来 90 天：2.51 次购买；对一无所知的客户：2 次购买。",
                        "特征 club_points：3：+1.3 次购买",
                        "截至 12 个月前的 1 个月内没有购买：−0.75 次购买",
                        "其余因素合计：0 次购买");
        Explanation churn = explanation(Outcome.churn(QUARTER), 0.5, says(LAST, 0, -0.16));
        assertThat(Reasons.of(churn, ReasonOptions.english("")).lines())
                .containsExactly(
                        "Probability of no purchase in the next 90 days: 34%; a customer of whom nothing is known: 50%.",
                        "bought today: −16 percentage points", "everything else: 0 percentage points");
        assertThat(Reasons.of(churn, ReasonOptions.chinese("")).lines().get(0))
                .isEqualTo("未来 90 天内不再购买的概率：34%；对一无所知的客户：50%。");
    }

    @Test
    void valuesAreWordedByTypeAndUnit() {
        ReasonTexts english = new ReasonTexts(ReasonLanguage.ENGLISH);
        assertThat(english.describe(says(feature("x", FeatureType.FLAG, "", "has a card"), 1, 1)))
                .isEqualTo("has a card: yes");
        assertThat(english.describe(says(feature("x", FeatureType.NUMBER, "share", "part"), 0.256, 1)))
                .isEqualTo("part: 26%");
        assertThat(english.describe(says(feature("x", FeatureType.NUMBER, "days", "wait"), 1, 1)))
                .isEqualTo("wait: 1 day");
        assertThat(english.describe(says(feature("total_spend", FeatureType.NUMBER, "currency", "sum"), 12345.6, 1)))
                .isEqualTo("spent 12,346");
        assertThat(english.describe(
                        new Contribution(feature("favourite_channel", FeatureType.CATEGORY, "", "most"), 1, "app", 1)))
                .isEqualTo("buys mostly by app");
        assertThat(english.describe(says(PURCHASES, 1, 1))).isEqualTo("bought once in the last 90 days");
        assertThat(english.describe(says(LAST.withMissing(""), Double.NaN, 1)))
                .isEqualTo("how long ago the customer bought last: not known");
    }

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSameGaps() {
        ReasonTexts english = new ReasonTexts(ReasonLanguage.ENGLISH);
        ReasonTexts chinese = new ReasonTexts(ReasonLanguage.CHINESE);
        TreeSet<String> keys = new TreeSet<>(chinese.keys());
        keys.removeIf(key -> key.startsWith("name."));
        assertThat(english.keys()).isEqualTo(keys);
        for (String key : keys) {
            if (!key.equals("say") && !key.startsWith("missing")) { // there Chinese takes names for meanings
                assertThat(gaps(chinese.get(key))).as(key).isEqualTo(gaps(english.get(key)));
            }
        }
    }

    private static TreeSet<String> gaps(String text) {
        TreeSet<String> gaps = new TreeSet<>();
        Pattern.compile("\\{\\w+}").matcher(text).results().forEach(gap -> gaps.add(gap.group()));
        return gaps;
    }

    @Test
    void aModelExplainsItselfInWords() {
        TrainingSet data = Shop.data(1_500, 1);
        Explanation why = Explainer.of(XgbLtv.fit(
                        data,
                        XgbOptions.tweedie()
                                .withoutEarlyStopping()
                                .withRounds(40)
                                .withLearningRate(0.2)))
                .explain(Shop.matrix(new double[][] {{9}, {44}, {1}, {30}, {0.5}, {0}}), 0);
        CustomerReasons reasons = Reasons.of(why, ReasonOptions.english("EUR"));
        assertThat(reasons.up())
                .extracting(Reason::text)
                .anyMatch(text -> text.startsWith("bought 9 times in the last 90 days: +"));
        assertThat(reasons.up()).extracting(Reason::text).anyMatch(text -> text.startsWith("buys mostly by shop: +"));
        assertThatThrownBy(() -> ReasonOptions.english("").withMost(0)).hasMessageContaining("got 0");
    }
}
