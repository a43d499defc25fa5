package org.ltv4j.models.boost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;

/** What trees may not do they do not, on a grid that is finer than their cuts. */
class ConstraintsTest {
    private static final Shop SHOP = Shop.of(2_000, 5);
    private static final XgbOptions FREE =
            XgbOptions.tweedie().withoutEarlyStopping().withRounds(60);

    private static double[] row(double purchases, double since, double amount) {
        return new double[] {purchases, since, amount, 1, 0.3};
    }

    private static int falls(XgbLtvModel model) {
        int falls = 0;
        for (double since = 0; since < 200; since += 9.5) {
            for (double amount = 5; amount < 100; amount *= 1.5) {
                for (int purchases = 1; purchases < 40; purchases++) {
                    falls += model.predict(row(purchases + 1, since, amount))
                                    < model.predict(row(purchases, since, amount))
                            ? 1
                            : 0;
                }
            }
        }
        return falls;
    }

    private static int rises(XgbLtvModel silence) {
        int rises = 0;
        for (double since = 0; since < 200; since += 9.5) {
            for (int purchases = 1; purchases < 40; purchases++) {
                rises += silence.predict(row(purchases + 1, since, 20)) > silence.predict(row(purchases, since, 20))
                        ? 1
                        : 0;
            }
        }
        return rises;
    }

    @Test
    void morePurchasesNeverLowerValueIfAskedFor() {
        assertThat(falls(XgbLtv.fit(SHOP.forSpend(), FREE))).isPositive();
        assertThat(falls(XgbLtv.fit(SHOP.forSpend(), FREE.increasing("purchases"))))
                .isZero();
        HurdleModel hurdle = Hurdle.fit(
                SHOP.forSpend(),
                XgbOptions.logistic().withoutEarlyStopping().withRounds(20).increasing("purchases"),
                XgbOptions.gamma().withoutEarlyStopping().withRounds(20).increasing("purchases"));
        assertThat(rises((XgbLtvModel) hurdle.silent())).isZero(); // the more purchases, the less silence
        assertThat(falls((XgbLtvModel) hurdle.spends())).isZero();
    }

    @Test
    void featuresOfDifferentGroupsOnlyAdd() {
        XgbLtvModel apart = XgbLtv.fit(
                SHOP.forSpend(),
                FREE.interacting("purchases", "days_since_last").interacting("mean_amount"));
        XgbLtvModel free = XgbLtv.fit(SHOP.forSpend(), FREE);
        assertThat(interaction(apart)).isCloseTo(0, within(1e-5));
        assertThat(interaction(free)).isGreaterThan(1e-3);
    }

    /** The most by which the effect of purchases on the logarithm differs between small and large amounts. */
    private static double interaction(XgbLtvModel model) {
        double most = 0;
        for (int purchases = 1; purchases < 30; purchases++) {
            double small = effect(model, purchases, 10);
            double large = effect(model, purchases, 60);
            most = Math.max(most, Math.abs(small - large));
        }
        return most;
    }

    private static double effect(XgbLtvModel model, int purchases, double amount) {
        return Math.log(model.predict(row(purchases + 1, 20, amount))) - Math.log(model.predict(row(1, 20, amount)));
    }

    @Test
    void constraintsNameFeaturesThatThereAre() {
        assertThatThrownBy(() -> XgbLtv.fit(SHOP.forSpend(), FREE.increasing("purchase")))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("no feature purchase; there are: purchases, days_since_last");
        assertThatThrownBy(() -> XgbLtv.fit(SHOP.forSpend(), FREE.interacting("noise", "luck")))
                .hasMessageContaining("no feature luck");
        assertThatThrownBy(() -> XgbLtv.fit(SHOP.forSpend(), FREE.decreasing("channel")))
                .hasMessageContaining("feature channel is a category");
        assertThatThrownBy(() -> FREE.increasing("noise").decreasing("noise"))
                .hasMessageContaining("feature noise has two monotone constraints");
        assertThatThrownBy(() -> FREE.interacting()).hasMessageContaining("empty");
        for (XgbOptions adaptive : List.of(XgbOptions.absoluteError(), XgbOptions.quantiles(0.5))) {
            assertThatThrownBy(() -> adaptive.increasing("purchases"))
                    .hasMessageContaining("breaks monotone constraints");
        }
    }
}
