package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;

class CalibrationHoldoutTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate CUT = LocalDate.of(2025, 1, 31);

    private static TransactionLog shop() {
        return TransactionLog.builder("USD")
                .add("once", START, 10)
                .add("twice a day", START.atTime(9, 0), 10)
                .add("twice a day", START.atTime(18, 0), 5)
                .add("twice a day", START.plusDays(7).atTime(9, 0), 4)
                .add("twice a day", START.plusDays(7).atTime(23, 59), 6)
                .add("twice a day", CUT, 20)
                .add("twice a day", CUT.plusDays(1), 30)
                .add("late", CUT.plusDays(2), 99)
                .add("once", CUT.plusDays(3), 1.5)
                .add("once", CUT.plusDays(3), 1.5)
                .build();
    }

    @Test
    void countsRepeatPurchasesByCalendarDay() {
        CalibrationHoldout split = shop().calibrateUntil(CUT, TimeScale.DAY);
        CustomerSummaries histories = split.calibration();
        assertThat(histories.size()).isEqualTo(2);
        assertThat(histories.id(0)).isEqualTo("once");
        assertThat(histories.summary(0)).isEqualTo(new CustomerSummary(0, 0, 30, 0, 10));
        assertThat(histories.summary(1)).isEqualTo(new CustomerSummary(2, 30, 30, 15, 15));
        assertThat(histories.summary(1).meanSpend()).isEqualTo(15);
        assertThat(histories.end()).contains(CUT);
        assertThat(histories.currency()).isEqualTo("USD");
    }

    @Test
    void outcomesBeginTheDayAfterTheCut() {
        CalibrationHoldout split = shop().calibrateUntil(CUT, TimeScale.WEEK);
        Holdout holdout = split.holdout();
        assertThat(holdout.size()).isEqualTo(2);
        assertThat(holdout.transactions(0)).isEqualTo(1);
        assertThat(holdout.spend(0)).isEqualTo(3);
        assertThat(holdout.transactions(1)).isEqualTo(1);
        assertThat(holdout.spend(1)).isEqualTo(30);
        assertThat(holdout.length()).isEqualTo(Horizon.of(3 / 7.0, TimeScale.WEEK));
        assertThat(split.calibrationLog().lastDay()).isEqualTo(CUT);
        assertThat(split.calibrationLog().size()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-12-31", "2025-02-03", "2030-01-01"})
    void refusesACutOutsideTheData(String end) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> shop().calibrateUntil(LocalDate.parse(end), TimeScale.DAY))
                .withMessageContaining("2025-01-01 to 2025-02-03")
                .withMessageContaining(end);
    }

    @Test
    void summariesRefuseAnEndBeforeTheFirstSale() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> shop().summaries(START.minusDays(1), TimeScale.DAY))
                .withMessageContaining("starts on 2025-01-01");
    }

    @Property(seed = "20261122")
    void agreesWithAPlainCount(@ForAll @Size(min = 2, max = 60) List<@IntRange(max = 400) Integer> codes) {
        TransactionLogBuilder builder = TransactionLog.builder("");
        Map<String, TreeMap<Integer, Double>> byDay = new TreeMap<>();
        for (int code : codes) {
            String customer = "c" + code % 4;
            int day = code / 4;
            builder.add(customer, START.plusDays(day).atTime(code % 24, 0), code);
            byDay.computeIfAbsent(customer, c -> new TreeMap<>()).merge(day, (double) code, Double::sum);
        }
        CustomerSummaries all = builder.build().summaries(START.plusDays(101), TimeScale.WEEK);
        assertThat(all.size()).isEqualTo(byDay.size());
        for (int i = 0; i < all.size(); i++) {
            TreeMap<Integer, Double> days = byDay.get(all.id(i));
            assertThat(all.frequency(i)).isEqualTo(days.size() - 1);
            assertThat(all.recency(i)).isEqualTo((days.lastKey() - days.firstKey()) / 7.0);
            assertThat(all.age(i)).isEqualTo((101 - days.firstKey()) / 7.0);
            double repeat = days.tailMap(days.firstKey(), false).values().stream()
                    .mapToDouble(v -> v)
                    .sum();
            assertThat(all.meanRepeatSpend(i) * all.frequency(i)).isCloseTo(repeat, within(1e-9));
            assertThat(all.firstSpend(i)).isCloseTo(days.firstEntry().getValue(), within(1e-9));
        }
    }

    /** CDNOW, sample and full: every published history, and the totals of the reference. Fader and Hardie (2001). */
    @ParameterizedTest
    @ValueSource(strings = {"sample", "full"})
    void agreesWithTheReferenceOnCdnow(String which) {
        Json reference = Json.read(SharedData.file("reference/clv-cdnow-" + which + ".json"));
        CalibrationHoldout split = cdnow(which).calibrateUntil(LocalDate.of(1997, 9, 30), TimeScale.WEEK);
        CustomerSummaries all = split.calibration();
        Json totals = reference.get("rfm_summary");
        assertThat(all.size()).isEqualTo(totals.get("n_customers").integer());
        assertThat(all.stream().mapToInt(CustomerSummary::frequency).sum())
                .isEqualTo(totals.get("sum_x").integer());
        assertThat(all.stream().mapToDouble(CustomerSummary::recency).sum())
                .isCloseTo(totals.get("sum_t_x").number(), within(1e-6));
        assertThat(all.stream().mapToDouble(CustomerSummary::age).sum())
                .isCloseTo(totals.get("sum_T").number(), within(1e-6));
        assertThat(all.stream().mapToDouble(CustomerSummary::meanRepeatSpend).sum())
                .isCloseTo(totals.get("sum_zbar_repeaters").number(), within(1e-6));
        Holdout holdout = split.holdout();
        int transactions = 0;
        double spend = 0;
        for (int i = 0; i < holdout.size(); i++) {
            transactions += holdout.transactions(i);
            spend += holdout.spend(i);
        }
        assertThat(transactions)
                .isEqualTo(totals.get("sum_holdout_transactions").integer());
        assertThat(spend).isCloseTo(totals.get("sum_holdout_spend").number(), within(1e-6));
        assertThat(holdout.length()).isEqualTo(Horizon.of(39, TimeScale.WEEK));
        for (Json customer : reference.get("customer_rfm").list()) {
            int i = indexOf(all, Integer.toString(customer.get("customer_id").integer()));
            assertThat(all.frequency(i)).isEqualTo(customer.get("x").integer());
            assertThat(all.recency(i)).isEqualTo(customer.get("t_x_days").number() / 7);
            assertThat(all.age(i)).isEqualTo(customer.get("T_days").number() / 7);
            assertThat(all.meanRepeatSpend(i)).isCloseTo(customer.get("zbar").number(), within(1e-9));
        }
    }

    @Test
    void agreesWithThePublishedSummaryOfEveryCustomer() {
        CustomerSummaries all = cdnow("sample").summaries(LocalDate.of(1997, 9, 30), TimeScale.WEEK);
        List<String> published = SharedData.lines("data/cdnow_sample_summary_published.csv.gz");
        assertThat(published).hasSize(all.size() + 1);
        for (int i = 0; i < all.size(); i++) { // customers are in the order of sample_id
            String[] f = published.get(i + 1).split(",");
            assertThat(all.frequency(i)).isEqualTo(Integer.parseInt(f[1]));
            assertThat(all.recency(i)).isCloseTo(Double.parseDouble(f[2]), within(0.0050001));
            assertThat(all.age(i)).isCloseTo(Double.parseDouble(f[3]), within(0.0050001));
            assertThat(all.meanRepeatSpend(i)).isCloseTo(Double.parseDouble(f[4]), within(0.0050001));
        }
    }

    private static int indexOf(CustomerSummaries all, String id) {
        for (int i = 0; i < all.size(); i++) {
            if (all.id(i).equals(id)) {
                return i;
            }
        }
        throw new AssertionError("no customer " + id);
    }

    private static TransactionLog cdnow(String which) {
        List<String> lines = SharedData.lines("data/cdnow_" + which + ".csv.gz");
        List<String> header = List.of(lines.get(0).split(","));
        TransactionLogBuilder builder = TransactionLog.builder("USD");
        for (String line : lines.subList(1, lines.size())) {
            String[] f = line.split(",");
            builder.add(
                    f[header.indexOf("customer_id")],
                    LocalDate.parse(f[header.indexOf("date")]),
                    Double.parseDouble(f[header.indexOf("amount")]));
        }
        return builder.build();
    }
}
