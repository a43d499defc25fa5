package org.ltv4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtTheTillTest {
    @Test
    void thePlainLoopRecommendsTheSame() {
        RulesAtTheTill ours = new RulesAtTheTill();
        RulesAtTheTill plain = new RulesAtTheTill();
        ours.open(4_000);
        plain.open(4_000);
        assertThat(ours.rules()).isEqualTo(TillShop.RULES);
        int answered = 0;
        for (int i = 0; i < 500; i++) {
            var list = ours.ltv4j().names();
            assertThat(list).isEqualTo(plain.plain());
            answered += list.isEmpty() ? 0 : 1;
        }
        assertThat(answered).isGreaterThan(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"itemItem", "ials", "popularity", "filtered", "hybrid"})
    void everyKindRecommendsFive(String kind) {
        OfferAtTheTill offer = new OfferAtTheTill();
        offer.kind = kind;
        offer.open(2_000);
        for (int i = 0; i < 100; i++) {
            assertThat(offer.ltv4j().size()).isEqualTo(5);
        }
    }
}
