package org.ltv4j.models.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureSchema;
import org.ltv4j.core.feature.FeatureType;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.outcome.KnownSales;
import org.ltv4j.models.btyd.BgNbd;
import org.ltv4j.models.fusion.HybridFeatures;
import org.ltv4j.models.spend.GammaGamma;

/** What is said of the features that probability models bring. */
class HybridReasonsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final ReasonTexts ENGLISH = new ReasonTexts(ReasonLanguage.ENGLISH);
    private static final ReasonTexts CHINESE = new ReasonTexts(ReasonLanguage.CHINESE);
    private static final FeatureSchema SCHEMA = schema();

    private static FeatureSchema schema() {
        TransactionLogBuilder log = TransactionLog.builder("EUR");
        for (int c = 0; c < 60; c++) {
            for (int k = 0; k <= c % 5; k++) {
                log.add("c" + c, FIRST.plusDays(c + (7L + c) * k), 5 + (c * 7 + k * 3) % 11);
            }
        }
        return HybridFeatures.of(
                        Features.asOf(FIRST).rfm(), Horizon.parse("90d"), TimeScale.WEEK, BgNbd::fit, GammaGamma::fit)
                .from(KnownSales.until(log.build(), FIRST.plusDays(365)))
                .schema();
    }

    private static Contribution says(String feature, double value) {
        return new Contribution(SCHEMA.feature(SCHEMA.index(feature)), value, "", 1);
    }

    private static final String AHEAD = " in the next 90 days, going by the purchases so far";

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "probability_alive  | 0.92 | is still a customer with a probability of 92% | 仍是客户的概率为 92%",
                "probability_alive  | 0    | has left for good | 已不再是客户",
                "probability_alive  | 1    | is still a customer with a probability of 100% | 仍是客户的概率为 100%",
                "expected_purchases | 0.92 | is expected to buy 0.92 times@ | 按以往购买情况，预计未来 90 天内购买 0.92 次",
                "expected_purchases | 0    | is expected to buy nothing@ | 按以往购买情况，预计未来 90 天内不会购买",
                "expected_purchases | 1    | is expected to buy once@ | 按以往购买情况，预计未来 90 天内购买一次",
                "expected_purchases | 12.5 | is expected to buy 12.5 times@ | 按以往购买情况，预计未来 90 天内购买 12.5 次",
                "expected_spend     | 0.92 | is expected to spend 0.92 EUR@ | 按以往购买情况，预计未来 90 天内消费 0.92 EUR",
                "expected_spend     | 0    | is expected to spend nothing@ | 按以往购买情况，预计未来 90 天内没有消费",
                "expected_spend     | 1    | is expected to spend 1 EUR@ | 按以往购买情况，预计未来 90 天内消费 1 EUR",
                "expected_spend     | 1234 | is expected to spend 1,234 EUR@ | 按以往购买情况，预计未来 90 天内消费 1,234 EUR",
                "expected_spend     | NaN  | spend expected in 90d: not known | 预期消费：未知",
            })
    void isASentence(String feature, double value, String english, String chinese) {
        assertThat(ENGLISH.describe(says(feature, value))).isEqualTo(english.replace("@", AHEAD));
        assertThat(CHINESE.describe(says(feature, value))).isEqualTo(chinese);
    }

    /** A feature that is added to the hybrid ones needs a sentence in both languages. */
    @Test
    void everyHybridFeatureHasASentenceOfItsOwn() {
        List<String> hybrid = SCHEMA.features().stream()
                .filter(feature -> feature.formula().contains("fitted as of the date"))
                .map(Feature::name)
                .toList();
        assertThat(hybrid).hasSizeGreaterThanOrEqualTo(3);
        for (String name : hybrid) {
            for (ReasonTexts texts : List.of(ENGLISH, CHINESE)) {
                assertThat(texts.keys()).contains("say." + name);
                for (double value : new double[] {0, 0.5, 1, 2, 1e6, Double.NaN}) {
                    assertThat(texts.describe(says(name, value))).doesNotContain("{", "}", "NaN");
                }
            }
            assertThat(CHINESE.keys()).contains("name." + name);
        }
    }

    @Test
    void theHorizonIsSaidInItsOwnUnitAndLeftOutWhereTheFeatureDoesNotSayIt() {
        assertThat(ENGLISH.describe(expected("purchases expected in 1y")))
                .isEqualTo("is expected to buy 3 times in the next 1 year, going by the purchases so far");
        assertThat(ENGLISH.describe(expected("purchases expected in 26w"))).contains("in the next 26 weeks,");
        assertThat(ENGLISH.describe(expected("purchases expected in 1.5m"))).contains("in the next 1.5 months,");
        assertThat(ENGLISH.describe(expected("of another model")))
                .isEqualTo("is expected to buy 3 times, going by the purchases so far");
        assertThat(CHINESE.describe(expected("of another model"))).isEqualTo("按以往购买情况，预计购买 3 次");
    }

    private static Contribution expected(String meaning) {
        return new Contribution(
                Feature.of("expected_purchases", FeatureType.NUMBER, "purchases", meaning, "", "date"), 3, "", 1);
    }
}
