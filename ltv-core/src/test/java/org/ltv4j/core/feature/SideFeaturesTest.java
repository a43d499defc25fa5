package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ltv4j.core.data.AttributeType;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;
import org.ltv4j.core.feature.calendar.HolidayCalendars;
import org.ltv4j.core.feature.text.TfIdf;

/** Families with data beside the sales: small cases by hand, and nothing from after the date. */
class SideFeaturesTest {
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31);

    private static double value(FeatureMatrix features, String customer, String feature) {
        return features.value(
                features.customers().indexOf(customer).orElseThrow(),
                features.schema().index(feature));
    }

    private static String level(FeatureMatrix features, String customer, String feature) {
        return features.levels(feature).get((int) value(features, customer, feature));
    }

    private static TransactionLogBuilder sales(Random random, LocalDate from, int days, TransactionLogBuilder builder) {
        for (int i = 0; i < 100; i++) {
            builder.add("c" + random.nextInt(5), from.plusDays(random.nextInt(days)), 1 + random.nextInt(9))
                    .product("p" + random.nextInt(6));
        }
        return builder;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theFutureMovesNothing(long seed) {
        TransactionLogBuilder now = sales(new Random(seed), DATE.minusDays(150), 151, TransactionLog.builder("EUR"));
        TransactionLogBuilder later = sales(new Random(seed), DATE.minusDays(150), 151, TransactionLog.builder("EUR"));
        later.add("c0", DATE.plusDays(1), 9999).product("sold later only");
        sales(new Random(seed + 9), DATE.plusDays(1), 50, later);

        FeatureMatrix known = SideData.plan(
                        Features.asOf(DATE),
                        SideData.events(seed, DATE, false).build(),
                        SideData.attributes(DATE, false))
                .from(now.build());
        FeatureMatrix withFuture = SideData.plan(
                        Features.asOf(DATE), SideData.events(seed, DATE, true).build(), SideData.attributes(DATE, true))
                .from(later.build());

        assertThat(withFuture).isEqualTo(known);
        assertThat(known.schema().names()).hasSizeGreaterThan(60);
    }

    private final TransactionLog cafe = TransactionLog.builder("EUR")
            .add("ann", LocalDate.of(2025, 3, 1), 3)
            .product("espresso")
            .add("ann", LocalDate.of(2025, 3, 1).atTime(9, 0), 4)
            .product("muffin")
            .add("ann", LocalDate.of(2025, 3, 5), 3)
            .product("espresso")
            .add("ann", LocalDate.of(2025, 3, 9), 4)
            .product("bagel")
            .add("bob", LocalDate.of(2024, 12, 24), 4)
            .product("a gift card")
            .add("cid", LocalDate.of(2025, 1, 1), 4)
            .build();

    private final ProductCatalog menu = ProductCatalog.builder()
            .product("espresso", "drinks")
            .product("muffin", "food")
            .product("bagel", "food")
            .product("soup", "food")
            .build();

    @Test
    void categoriesOfACatalog() {
        FeatureMatrix features =
                Features.asOf(DATE).categories(menu.categories()).from(cafe);

        assertThat(features.schema().names())
                .containsExactly(
                        "distinct_categories",
                        "category_entropy",
                        "favourite_category",
                        "favourite_category_share",
                        "repeat_category_share",
                        "category_switch_share",
                        "category_share_food", // of which two products were sold, of the others one
                        "category_share_drinks",
                        "category_share_unknown");
        assertThat(value(features, "ann", "distinct_categories")).isEqualTo(2);
        assertThat(value(features, "ann", "category_entropy")).isCloseTo(Math.log(2), within(1e-15));
        assertThat(level(features, "ann", "favourite_category")).isEqualTo("drinks"); // 2 rows each, drinks came first
        assertThat(value(features, "ann", "category_switch_share")).isEqualTo(0.5); // drinks, drinks, food
        assertThat(value(features, "ann", "category_share_food")).isEqualTo(0.5);
        assertThat(value(features, "bob", "category_share_unknown")).isEqualTo(1);
        assertThat(value(features, "bob", "category_switch_share")).isNaN();
        assertThat(value(features, "cid", "category_share_food")).isNaN(); // no row states a product
    }

    @Test
    void statedCategoriesAndOtherNames() {
        ProductCatalog chinese = ProductCatalog.builder()
                .product("espresso")
                .attribute("品牌", "星")
                .build();
        FeatureMatrix features = Features.asOf(DATE)
                .with(CategoryFeatures.of(menu.categories()).withShares(List.of("drinks")))
                .with(CategoryFeatures.of(chinese.attribute("品牌")).withSubject("brand"))
                .from(cafe);
        assertThat(features.schema().names())
                .contains("category_share_drinks", "brand_share_unknown", "brand_share_2")
                .doesNotContain("category_share_food");
        assertThat(value(features, "ann", "brand_share_2")).isEqualTo(0.5);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() ->
                        Features.asOf(DATE).categories(chinese.attribute("品牌")).from(cafe))
                .withMessageContaining("withSubject");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CategoryFeatures.of(menu.categories()).withShares(List.of("toys")))
                .withMessageContaining("[unknown, drinks, food]");
    }

    @Test
    void holidaysAreThoseOfTheCalendar() {
        FeatureMatrix features =
                Features.asOf(DATE).holidays(HolidayCalendars.germany()).from(cafe);

        assertThat(value(features, "ann", "holiday_share")).isEqualTo(0);
        assertThat(value(features, "bob", "holiday_share")).isEqualTo(0);
        assertThat(value(features, "bob", "before_holiday_share")).isEqualTo(1); // Christmas Eve
        assertThat(value(features, "cid", "holiday_share")).isEqualTo(1); // New Year's Day
        assertThat(value(features, "cid", "before_holiday_share")).isEqualTo(0);
        assertThat(level(features, "ann", "next_holiday")).isEqualTo("Good Friday"); // 18 April 2025
        assertThat(value(features, "ann", "days_to_holiday")).isEqualTo(18);
        assertThat(value(features, "ann", "days_since_holiday")).isEqualTo(89); // 1 January
    }

    @Test
    void daysThatTheCalendarDoesNotKnowAreNoWorkingDays() {
        FeaturePlan plan = Features.asOf(LocalDate.of(2026, 12, 31)).holidays(HolidayCalendars.chinaDaysOff());
        FeatureMatrix features = plan.from(TransactionLog.builder("CNY")
                .add("ann", LocalDate.of(2007, 12, 31), 1)
                .add("ann", LocalDate.of(2026, 10, 1), 1)
                .add("bob", LocalDate.of(2007, 12, 31), 1)
                .build());
        assertThat(value(features, "ann", "holiday_share")).isEqualTo(1);
        assertThat(value(features, "bob", "holiday_share")).isNaN();
        assertThat(value(features, "ann", "days_to_holiday")).isNaN();
        assertThat(value(features, "ann", "next_holiday")).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.asOf(LocalDate.of(2027, 1, 1)).from(cafe))
                .withMessageContaining("knows 2008-01-01 to 2026-12-31, not 2027-01-01");
    }

    private final CustomerEvents events = CustomerEvents.builder()
            .add("ann", EventKind.VISIT, LocalDate.of(2025, 3, 4))
            .add("ann", EventKind.VISIT, LocalDate.of(2025, 3, 20))
            .add("ann", EventKind.VISIT, LocalDate.of(2025, 3, 25))
            .add("ann", EventKind.CAMPAIGN_SENT, LocalDate.of(2025, 3, 1))
            .add("ann", EventKind.CAMPAIGN_SENT, LocalDate.of(2025, 3, 10))
            .add("ann", EventKind.CAMPAIGN_OPENED, LocalDate.of(2025, 3, 10))
            .add("ann", EventKind.NPS, LocalDate.of(2025, 2, 1))
            .value(5)
            .add("ann", EventKind.NPS, LocalDate.of(2025, 3, 30))
            .value(9)
            .add("ann", EventKind.SATISFACTION, LocalDate.of(2025, 3, 30))
            .value(4)
            .add("ann", EventKind.SATISFACTION, LocalDate.of(2025, 3, 31))
            .add("bob", EventKind.NPS, DATE)
            .value(6)
            .add("ann", EventKind.VISIT, DATE.plusDays(1))
            .add("nobody", EventKind.VISIT, DATE)
            .build();

    @Test
    void interactionsAreCountedUpToTheDate() {
        FeatureMatrix features = Features.asOf(DATE).interactions(events).from(cafe);

        assertThat(value(features, "ann", "visit_count")).isEqualTo(3);
        assertThat(value(features, "ann", "days_since_visit")).isEqualTo(6);
        assertThat(value(features, "ann", "visit_conversion")).isEqualTo(0.5); // 4 March yes, 20 no, 25 too young
        assertThat(value(features, "ann", "campaigns_sent")).isEqualTo(2);
        assertThat(value(features, "ann", "open_rate")).isEqualTo(0.5);
        assertThat(value(features, "ann", "response_rate")).isEqualTo(0);
        assertThat(value(features, "ann", "campaign_conversion")).isEqualTo(0.5); // bought on 1 March, but not after 10
        assertThat(value(features, "ann", "days_since_campaign")).isEqualTo(21);
        assertThat(value(features, "cid", "visit_count")).isEqualTo(0);
        assertThat(value(features, "cid", "days_since_visit")).isNaN();
        assertThat(value(features, "cid", "open_rate")).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractionFeatures.of(events).withKind(EventKind.VISIT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractionFeatures.of(events).withConversionDays(-1));
    }

    @Test
    void aWindowSeesItsEventsOnly() {
        FeatureMatrix features = Features.asOf(DATE)
                .within(Window.last(12, org.ltv4j.core.data.TimeScale.DAY), w -> w.interactions(events))
                .from(cafe);
        assertThat(value(features, "ann", "last_12_days_visit_count")).isEqualTo(2); // 20 to 31 March
        assertThat(value(features, "ann", "last_12_days_campaigns_sent")).isEqualTo(0);
    }

    @Test
    void satisfactionIsTheLastAndTheMean() {
        FeatureMatrix features = Features.asOf(DATE).satisfaction(events).from(cafe);

        assertThat(features.row(0)).containsExactly(2, 9, 7, 1, 0, 1, 1, 4, 4);
        assertThat(value(features, "bob", "detractor")).isEqualTo(1);
        assertThat(value(features, "bob", "promoter")).isEqualTo(0);
        assertThat(value(features, "cid", "nps_answers")).isEqualTo(0);
        assertThat(value(features, "cid", "promoter")).isNaN();
        assertThat(features.schema().feature(1).sensitivity()).isEqualTo(Sensitivity.SENSITIVE);
    }

    @Test
    void reviewsAreMeanWeightsOfTheirTerms() {
        CustomerEvents written = CustomerEvents.builder()
                .add("ann", EventKind.REVIEW, DATE)
                .text("good coffee")
                .value(5)
                .add("ann", EventKind.REVIEW, DATE.minusDays(3))
                .text("很好")
                .add("bob", EventKind.REVIEW, DATE)
                .value(1)
                .build();
        TfIdf words = TfIdf.fit(written, DATE, TfIdf.Options.defaults().withMinDocuments(1));
        FeatureMatrix features = Features.asOf(DATE).reviews(written, words).from(cafe);

        assertThat(features.schema().names())
                .containsExactly(
                        "review_count",
                        "days_since_review",
                        "review_value_mean",
                        "review_length_mean",
                        "review_term_coffee",
                        "review_term_good",
                        "review_term_3");
        assertThat(features.row(0)[3]).isEqualTo((11 + 2) / 2.0);
        assertThat(features.row(0)[4])
                .isCloseTo(Math.sqrt(0.5) / 2, within(1e-15)); // two equal weights, one of two texts
        assertThat(features.row(0)[6]).isEqualTo(0.5);
        assertThat(features.row(1)).containsExactly(1, 0, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(features.row(2)[0]).isZero();
        assertThat(features.schema().feature(6).meaning()).contains("很好");
    }

    @Test
    void demographicsAreAsOfTheDate() {
        CustomerAttributes people = SideData.attributes(DATE, true);
        TransactionLog log = TransactionLog.builder("")
                .add("c0", DATE, 1)
                .add("c1", DATE, 1)
                .add("c9", DATE, 1)
                .build();
        FeaturePlan plan =
                Features.asOf(DATE).with(DemographicFeatures.of(people).withName("birth_date", "years_old"));
        FeatureMatrix features = plan.from(log);

        assertThat(features.schema().names()).containsExactly("years_old", "region", "newsletter", "household");
        assertThat(value(features, "c0", "years_old")).isEqualTo(40); // born on 17 May 1984
        assertThat(features.levels("region")).containsExactly("north", "south");
        assertThat(level(features, "c0", "region")).isEqualTo("south");
        assertThat(value(features, "c0", "newsletter")).isEqualTo(1);
        assertThat(value(features, "c1", "household")).isEqualTo(3);
        assertThat(value(features, "c1", "years_old")).isNaN();
        assertThat(features.row(2)).containsOnly(Double.NaN);
        assertThat(features.schema().feature(0).sensitivity()).isEqualTo(Sensitivity.SENSITIVE);

        LocalDate birthday = LocalDate.of(2025, 5, 17);
        TransactionLog later = TransactionLog.builder("").add("c0", DATE, 1).build();
        assertThat(value(plan.asOf(birthday.minusDays(1)).from(later), "c0", "years_old"))
                .isEqualTo(40);
        assertThat(value(plan.asOf(birthday).from(later), "c0", "years_old")).isEqualTo(41);
        assertThat(plan.asOf(birthday).from(later).levels("region"))
                .containsExactly("a new one, first of the alphabet", "north", "south");
    }

    @Test
    void demographicsMayHaveStatedLevelsAndNeedNames() {
        CustomerAttributes people = CustomerAttributes.builder()
                .declare("性别", AttributeType.CATEGORY, Sensitivity.SENSITIVE)
                .declare("member_since", AttributeType.DATE, Sensitivity.PLAIN)
                .add("ann")
                .set("性别", "女")
                .set("member_since", DATE.plusDays(1))
                .add("bob")
                .set("性别", "男")
                .build();
        DemographicFeatures unnamed = DemographicFeatures.of(people);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Features.asOf(DATE).with(unnamed).from(cafe))
                .withMessageContaining("withName");
        FeatureMatrix features = Features.asOf(DATE)
                .with(unnamed.withName("性别", "gender").withLevels("性别", List.of("女")))
                .from(cafe);
        assertThat(level(features, "ann", "gender")).isEqualTo("女");
        assertThat(value(features, "bob", "gender")).isNaN();
        assertThat(value(features, "ann", "member_since_years")).isNaN(); // after the date
        assertThatIllegalArgumentException().isThrownBy(() -> unnamed.withLevels("member_since", List.of("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> unnamed.withName("age", "age"));
        CustomerAttributes phones = CustomerAttributes.builder()
                .declare("phone", AttributeType.CATEGORY, Sensitivity.IDENTIFIER)
                .build();
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> Features.asOf(DATE).demographics(phones).from(cafe))
                .withMessageContaining("no identifier");
    }
}
