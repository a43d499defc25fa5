package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.CustomerSummaries;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.testing.Cdnow;

/** Each family on one small log; the expected numbers are worked out beside them. */
class FeatureFormulasTest {
    private static final double ULP = 1e-12;
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31); // a Monday

    /**
     * Purchases on Sat 2025-03-01 (two receipts), Tue 2025-03-11, Sun 2025-03-16 and Wed 2025-03-26: gaps of 10, 5 and 10 days.
     */
    private final TransactionLog log = TransactionLog.builder("EUR")
            .add("ann", LocalDate.of(2025, 3, 1).atTime(6, 0), 10)
            .order("1")
            .product("tea")
            .channel("shop")
            .quantity(2)
            .unitPrice(5)
            .add("ann", LocalDate.of(2025, 3, 1).atTime(6, 0), 6)
            .order("1")
            .product("cake")
            .channel("shop")
            .quantity(1)
            .unitPrice(8)
            .discount(2)
            .add("ann", LocalDate.of(2025, 3, 1).atTime(18, 0), 4)
            .order("2")
            .product("tea")
            .channel("web")
            .quantity(1)
            .unitPrice(4)
            .add("ann", LocalDate.of(2025, 3, 11).atTime(6, 0), 30)
            .order("3")
            .product("pot")
            .channel("shop")
            .quantity(1)
            .unitPrice(30)
            .add("ann", LocalDate.of(2025, 3, 16).atTime(12, 0), 20)
            .order("4")
            .product("tea")
            .channel("web")
            .quantity(4)
            .unitPrice(5)
            .add("ann", LocalDate.of(2025, 3, 26).atTime(6, 0), 10)
            .order("5")
            .product("tea")
            .channel("shop")
            .quantity(2)
            .unitPrice(5)
            .add("ann", LocalDate.of(2025, 3, 12).atTime(6, 0), -30)
            .product("pot")
            .quantity(-1)
            .add("bob", LocalDate.of(2025, 3, 31), 0)
            .build();

    private double[] ann(FeaturePlan plan) {
        return plan.from(log).row(0);
    }

    private double[] bob(FeaturePlan plan) {
        return plan.from(log).row(1);
    }

    private static FeaturePlan plan() {
        return Features.asOf(DATE);
    }

    @Test
    void tenure() {
        assertThat(ann(plan().tenure())).containsExactly(30, 25, 25 / 30.0, 30 * 4 / 31.0);
        assertThat(bob(plan().tenure())).containsExactly(0, 0, Double.NaN, 30);
    }

    @Test
    void historyIsThatOfTheSummaries() {
        CustomerSummaries summaries = Cdnow.full().summaries(LocalDate.of(1997, 9, 30), TimeScale.WEEK);
        FeatureMatrix features =
                Features.asOf(LocalDate.of(1997, 9, 30)).history(TimeScale.WEEK).from(Cdnow.full());

        assertThat(features.rows()).isEqualTo(summaries.size());
        for (int i = 0; i < summaries.size(); i++) {
            assertThat(features.customers().id(i)).isEqualTo(summaries.id(i));
            assertThat(features.value(i, 0)).isEqualTo(summaries.frequency(i));
            assertThat(features.value(i, 1)).isEqualTo(summaries.recency(i));
            assertThat(features.value(i, 2)).isEqualTo(summaries.age(i));
            assertThat(features.value(i, 3)).isCloseTo(summaries.meanRepeatSpend(i), within(1e-10));
        }
    }

    @Test
    void interpurchase() {
        double[] gaps = ann(plan().interpurchase());
        double mean = 25 / 3.0;
        double sd = Math.sqrt(25 / 3.0); // squares 25/9 + 100/9 + 25/9 = 150/9, over 2
        double s = Math.log(mean) - (2 * Math.log(10) + Math.log(5)) / 3;
        double k = (3 - s + Math.sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);
        assertThat(gaps)
                .containsExactly(new double[] {mean, sd, sd / mean, 10, 5, 10, 10, 5 / mean, k / (1 + k)}, within(ULP));
        assertThat(bob(plan().interpurchase())).containsOnly(Double.NaN);
    }

    /** R: uniroot(function(k) log(k) - digamma(k) - s, ...) with s = 0.5772157 (the exponential's) gives 1; Minka is within 1.5 %. */
    @Test
    void purchasesAtRandomHaveARegularityOfOneHalf() {
        assertThat(Interpurchase.regularity(0.577215664901533)).isCloseTo(0.5, within(0.004));
        assertThat(Interpurchase.regularity(0)).isEqualTo(1);
        assertThat(Interpurchase.regularity(-1e-17)).isEqualTo(1);
        assertThat(Interpurchase.regularity(1e-12)).isBetween(0.999, 1.0);
    }

    @Test
    void basket() {
        // purchases of 20, 30, 20, 10: mean 20, squares 100 + 100, over 3
        double sd = Math.sqrt(200 / 3.0);
        assertThat(ann(plan().basket())).containsExactly(new double[] {1.5, 20, sd, sd / 20, 10, 30, 10}, within(ULP));
        assertThat(bob(plan().basket())).containsExactly(1, 0, Double.NaN, Double.NaN, 0, 0, 0);
    }

    @Test
    void piecesAndOrders() {
        assertThat(ann(plan().pieces())).containsExactly(11, 11 / 4.0, 11 / 6.0);
        assertThat(bob(plan().pieces())).containsExactly(0, 0, Double.NaN);
        assertThat(ann(plan().orders())).containsExactly(5, 6 / 5.0, 16, 5 / 4.0);
        assertThat(bob(plan().orders())).containsExactly(0, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void categories() {
        // tea 4, cake 1, pot 1 of 6 rows; of the teas, those of 16 and 26 March were known from an earlier day
        double entropy = -(4 / 6.0 * Math.log(4 / 6.0) + 2 * (1 / 6.0) * Math.log(1 / 6.0));
        FeatureMatrix features = plan().categories().from(log);
        assertThat(features.levels("favourite_product")).containsExactly("cake", "pot", "tea");
        assertThat(features.row(0)).containsExactly(new double[] {3, entropy, 2, 4 / 6.0, 2 / 6.0}, within(ULP));
        assertThat(features.row(1)).containsExactly(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void groupsOfProducts() {
        FeatureMatrix features = plan().categories("kind", product -> product.equals("tea") ? "drink" : "")
                .from(log);
        assertThat(features.schema().names())
                .containsExactly(
                        "distinct_kinds",
                        "kind_entropy",
                        "favourite_kind",
                        "favourite_kind_share",
                        "repeat_kind_share");
        assertThat(features.levels("favourite_kind")).containsExactly("drink");
        assertThat(features.row(0)).containsExactly(1, 0, 0, 1, 0.5);
    }

    @Test
    void channels() {
        FeatureMatrix features =
                plan().channel().channelShare("web_share", "web").from(log);
        double entropy = -(4 / 6.0 * Math.log(4 / 6.0) + 2 / 6.0 * Math.log(2 / 6.0));
        // of the rows in the shop those of 11 and 26 March, on the web that of 16 March were known from an earlier day
        assertThat(features.row(0)).containsExactly(new double[] {2, entropy, 0, 4 / 6.0, 0.5, 0.5}, within(ULP));
        assertThat(ann(plan().channelShare("mail_share", "mail"))).containsExactly(0);
    }

    @Test
    void discountsAndPrices() {
        assertThat(ann(plan().discounts()))
                .containsExactly(new double[] {2, 2 / 82.0, 1 / 6.0, 6 / 80.0, 2 / 8.0}, within(ULP));
        assertThat(bob(plan().discounts())).containsExactly(0, Double.NaN, 0, Double.NaN, Double.NaN);
        // prices 5 8 4 30 5 5, quantities 2 1 1 1 4 2; Python: statistics.correlation, statistics.stdev /
        // statistics.mean
        double[] prices = ann(plan().prices());
        assertThat(prices)
                .containsExactly(new double[] {9.5, 1.0667474576975353, 4, 30, -0.37983588382870165}, within(1e-12));
        assertThat(bob(plan().prices())).containsOnly(Double.NaN);
    }

    @Test
    void timeOfDay() {
        // five moments: 6:00 three times, 18:00, 12:00
        double[] times = ann(plan().timeOfDay());
        assertThat(times[0]).isZero();
        assertThat(times[1]).isEqualTo(3 / 5.0);
        assertThat(times[2]).isEqualTo(1 / 5.0);
        assertThat(times[3]).isEqualTo(1 / 5.0);
        // sum of (cos, sin): 3 (0, 1) + (0, -1) + (-1, 0) = (-1, 2), direction atan2(2, -1)
        assertThat(times[4]).isCloseTo(Math.atan2(2, -1) * 12 / Math.PI, within(ULP));
        assertThat(times[5]).isCloseTo(Math.sqrt(5) / 5, within(ULP));
    }

    @Test
    void weekdays() {
        assertThat(ann(plan().weekday())).containsExactly(0, 0.25, 0.25, 0, 0, 0.25, 0.25, 0.5);
        assertThat(bob(plan().weekday())).containsExactly(1, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void seasonality() {
        double[] year = bob(plan().seasonality()); // 31 March is 89 of 365 days after 1 January
        assertThat(List.of(year[2], year[0], year[11])).containsExactly(1.0, 0.0, 0.0);
        assertThat(year[12]).isCloseTo(Math.sin(2 * Math.PI * 89 / 365), within(ULP));
        assertThat(year[13]).isCloseTo(Math.cos(2 * Math.PI * 89 / 365), within(ULP));
    }

    @Test
    void calendarDaysAreThoseOfTheJdk() {
        for (int day = -200_000; day < 200_000; day += 7) {
            LocalDate date = LocalDate.ofEpochDay(day);
            assertThat(CalendarDays.month(day)).isEqualTo(date.getMonthValue() - 1);
            assertThat(CalendarDays.monthIndex(day)).isEqualTo(12 * date.getYear() + date.getMonthValue() - 1);
            assertThat(CalendarDays.weekday(day)).isEqualTo(date.getDayOfWeek().getValue() - 1);
            assertThat(CalendarDays.partOfYear(day))
                    .isEqualTo((date.getDayOfYear() - 1) / (double) date.lengthOfYear());
        }
    }

    @Test
    void trend() {
        // periods of 10 days from the newest: 22 to 31 March 10, 12 to 21 March 20, 2 to 11 March 30, the one before 20
        assertThat(ann(plan().trend(4, 10)))
                .containsExactly(
                        new double[] {0, (1.5 * 10 + 0.5 * 20 - 0.5 * 30 - 1.5 * 20) / 5, -10 / 30.0}, within(ULP));
        assertThat(bob(plan().trend(4, 10))).containsExactly(Double.NaN, Double.NaN, Double.NaN);
    }

    @Test
    void returns() {
        assertThat(ann(plan().returns())).containsExactly(1, 30, 1 / 7.0, 30 / 80.0, 19);
        assertThat(bob(plan().returns())).containsExactly(0, 0, 0, Double.NaN, Double.NaN);
    }

    @Test
    void firstPurchase() {
        assertThat(ann(plan().firstPurchase())).containsExactly(20, 3, 3, 6, 10);
        assertThat(bob(plan().firstPurchase())).containsExactly(0, 1, 3, 1, Double.NaN);
        FeatureMatrix first = plan().firstProduct().firstChannel().from(log);
        assertThat(first.levels("first_product").get((int) first.value(0, 0))).isEqualTo("tea");
        assertThat(first.levels("first_channel").get((int) first.value(0, 1))).isEqualTo("shop");
        assertThat(first.row(1)).containsOnly(Double.NaN);
    }

    @Test
    void streaks() {
        // weeks of 24 February, 10 March (twice), 24 March: none in a row; the last one is the week before that of the
        // date
        assertThat(ann(plan().streaks())).containsExactly(1, 1, 1, 1);
        assertThat(ann(plan().asOf(DATE.plusDays(7)).streaks())).containsExactly(0, 1, 1, 1);
        TransactionLog weekly = TransactionLog.builder("")
                .add("a", LocalDate.of(2025, 1, 30), 1)
                .add("a", LocalDate.of(2025, 2, 5), 1)
                .add("a", LocalDate.of(2025, 2, 10), 1)
                .add("a", LocalDate.of(2025, 3, 31), 1)
                .build();
        assertThat(plan().streaks().from(weekly).row(0)).containsExactly(1, 3, 3, 3);
    }

    @Test
    void decayed() {
        // ages 30, 20, 15 and 5 days at a half-life of 10
        double[] weights = {1 / 8.0, 1 / 4.0, Math.pow(2, -1.5), Math.pow(2, -0.5)};
        double[] faded = ann(plan().decayed(Horizon.of(10, TimeScale.DAY)));
        assertThat(faded[0]).isCloseTo(weights[0] + weights[1] + weights[2] + weights[3], within(ULP));
        assertThat(faded[1])
                .isCloseTo(20 * weights[0] + 30 * weights[1] + 20 * weights[2] + 10 * weights[3], within(ULP));
    }

    @Test
    void ratiosBetweenWindows() {
        FeatureMatrix features = plan().last(10, TimeScale.DAY)
                .last(20, TimeScale.DAY)
                .ratio("total_spend", Window.last(10, TimeScale.DAY), Window.last(20, TimeScale.DAY))
                .from(log);
        assertThat(features.column("total_spend_last_10_days_to_last_20_days")).containsExactly(10 / 30.0, Double.NaN);
    }
}
