package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.Random;
import org.ltv4j.core.data.AttributeType;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.CustomerAttributesBuilder;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.CustomerEventsBuilder;
import org.ltv4j.core.data.EventKind;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.feature.calendar.HolidayCalendars;
import org.ltv4j.core.feature.text.TfIdf;

/** What is known beside the sales of the customers c0 to c4, with as much of it before a date as after. */
final class SideData {
    static final EventKind CART = EventKind.of("add_to_cart");
    private static final EventKind[] KINDS = {
        EventKind.VISIT,
        EventKind.CAMPAIGN_SENT,
        EventKind.CAMPAIGN_OPENED,
        EventKind.CAMPAIGN_CLICKED,
        EventKind.CAMPAIGN_RESPONDED,
        EventKind.NPS,
        EventKind.SATISFACTION,
        EventKind.REVIEW,
        CART
    };
    private static final String[] WORDS = {"good", "bad", "咖啡很好", "tea", "cake", "slow"};

    private SideData() {}

    /** Events of 150 days before the date; with the future, also of the days after it. */
    static CustomerEventsBuilder events(long seed, LocalDate date, boolean future) {
        CustomerEventsBuilder events = CustomerEvents.builder();
        addEvents(events, new Random(seed), date.minusDays(150), 151);
        if (future) {
            addEvents(events, new Random(seed + 1), date.plusDays(1), 60);
        }
        return events;
    }

    private static void addEvents(CustomerEventsBuilder events, Random random, LocalDate from, int days) {
        for (int i = 0; i < 200; i++) {
            EventKind kind = KINDS[random.nextInt(KINDS.length)];
            events.add(
                    "c" + random.nextInt(6),
                    kind,
                    from.plusDays(random.nextInt(days)).atTime(random.nextInt(24), 0));
            if (kind.equals(EventKind.NPS) || kind.equals(EventKind.SATISFACTION) || random.nextInt(3) == 0) {
                events.value(random.nextInt(11));
            }
            if (kind.equals(EventKind.REVIEW) && random.nextInt(4) > 0) {
                events.text(WORDS[random.nextInt(WORDS.length)] + " " + WORDS[random.nextInt(WORDS.length)]);
            }
        }
    }

    /** Attributes, some known since a day before the date; with the future, also values known later. */
    static CustomerAttributes attributes(LocalDate date, boolean future) {
        CustomerAttributesBuilder people = CustomerAttributes.builder()
                .declare("phone", AttributeType.CATEGORY, Sensitivity.IDENTIFIER)
                .declare("birth_date", AttributeType.DATE, Sensitivity.SENSITIVE)
                .declare("region", AttributeType.CATEGORY, Sensitivity.PLAIN)
                .declare("newsletter", AttributeType.FLAG, Sensitivity.PLAIN)
                .declare("household", AttributeType.NUMBER, Sensitivity.PLAIN)
                .add("c0")
                .set("phone", "555-0100")
                .set("birth_date", LocalDate.of(1984, 5, 17))
                .set("region", "south")
                .add("c0", date.minusDays(10))
                .set("newsletter", true)
                .add("c1", date)
                .set("region", "north")
                .set("household", 3);
        if (future) {
            people.add("c0", date.plusDays(1))
                    .set("newsletter", false)
                    .set("region", "a new one, first of the alphabet")
                    .add("c1", date.plusDays(1))
                    .set("birth_date", LocalDate.of(1990, 1, 1))
                    .add("c2", date.plusDays(9))
                    .set("household", 5);
        }
        return people.build();
    }

    static ProductCatalog catalog() {
        return ProductCatalog.builder()
                .product("p0", "drinks", "coffee")
                .product("p1", "drinks", "tea")
                .product("p2", "饮料")
                .product("p3", "food")
                .product("p4", "food")
                .product("p", "never sold to others")
                .build();
    }

    /** All families beside sales, with options, also in a window. */
    static FeaturePlan plan(FeaturePlan start, CustomerEvents events, CustomerAttributes attributes) {
        TfIdf words = TfIdf.fit(events, start.asOf(), TfIdf.Options.defaults().withMinDocuments(2));
        return start.categories(catalog().categories())
                .with(CategoryFeatures.of(catalog().categories(1)).withTop(2))
                .holidays(HolidayCalendars.germany())
                .with(HolidayFeatures.of(HolidayCalendars.china())
                        .withPrefix("china_")
                        .withDaysBefore(7))
                .with(InteractionFeatures.of(events).withKind(CART).withConversionDays(3))
                .satisfaction(events)
                .reviews(events, words)
                .with(DemographicFeatures.of(attributes).withName("birth_date", "years_old"))
                .within(
                        Window.last(30, org.ltv4j.core.data.TimeScale.DAY),
                        w -> w.interactions(events).satisfaction(events).holidays(HolidayCalendars.france()));
    }
}
