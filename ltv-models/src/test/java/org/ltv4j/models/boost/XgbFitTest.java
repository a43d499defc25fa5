package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.io.Models;

/** What is known of the simulated shop is learnt from it. */
class XgbFitTest {
    private static final Shop SHOP = Shop.of(4_000, 1);
    private static final Shop OTHERS = Shop.of(4_000, 2);

    /** The truth here is what the simulation expects of a customer, not the noisy amount that was drawn. */
    private static double explained(HurdleOrTrees model) {
        return Shop.rSquared(OTHERS.expectedSpend, model.foretell());
    }

    private interface HurdleOrTrees {
        double[] foretell();
    }

    @Test
    void spendOfCustomersNotSeenIsForetold() {
        XgbLtvModel tweedie = XgbLtv.fit(SHOP.forSpend(), XgbOptions.tweedie());
        HurdleModel hurdle = Hurdle.fit(SHOP.forSpend());
        assertThat(explained(() -> tweedie.predict(OTHERS.features).values())).isGreaterThan(0.6);
        assertThat(explained(() -> hurdle.predict(OTHERS.features).values())).isGreaterThan(0.6);
        assertThat(Models.fromJson(Models.toJson(hurdle))).isEqualTo(hurdle);
    }
}
