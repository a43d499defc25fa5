package org.ltv4j.core.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.CustomerEvents;
import org.ltv4j.core.data.EventKind;

/**
 * Visits and campaign messages, from events besides sales: {@code visit_count}, {@code days_since_visit}, {@code
 * visit_conversion} = visits followed by a purchase within n days, that of the visit included / visits at least n days old;
 * {@code campaigns_sent}, {@code campaigns_opened}, {@code campaigns_clicked}, {@code campaigns_responded}, {@code
 * days_since_campaign}; {@code open_rate}, {@code click_rate} and {@code response_rate}, each over messages sent (above 1 where a
 * message counts as opened several times); {@code campaign_conversion}, as for visits. Other kinds are added by {@link #withKind}:
 * {@code KIND_count} and {@code days_since_KIND}.
 *
 * <p>A conversion rate leaves out what is too young to tell, since its n days are not over by the date. Customers without any event
 * have counts of 0.
 */
public final class InteractionFeatures implements FeatureFamily {
    private static final int CONVERSION_DAYS = 7;
    private static final int FIXED = 12;
    private static final List<EventKind> KINDS = List.of(
            EventKind.VISIT,
            EventKind.CAMPAIGN_SENT,
            EventKind.CAMPAIGN_OPENED,
            EventKind.CAMPAIGN_CLICKED,
            EventKind.CAMPAIGN_RESPONDED);

    private final CustomerEvents events;
    private final int conversionDays;
    private final List<EventKind> more;

    private InteractionFeatures(CustomerEvents events, int conversionDays, List<EventKind> more) {
        this.events = events;
        this.conversionDays = conversionDays;
        this.more = List.copyOf(more);
    }

    /**
     * Features of events, with 7 days for a conversion.
     *
     * @param events visits, campaign messages and others
     * @return the family
     */
    public static InteractionFeatures of(CustomerEvents events) {
        return new InteractionFeatures(events, CONVERSION_DAYS, List.of());
    }

    /**
     * Another time for conversions.
     *
     * @param days days after the event within which a purchase counts as its consequence, at least 0: that day only. With more days
     *     than any event is old, no event is old enough and the rates are missing
     * @return the family
     * @throws IllegalArgumentException if it is less
     */
    public InteractionFeatures withConversionDays(int days) {
        if (days < 0) {
            throw new IllegalArgumentException("need at least 0 days for a conversion, got " + days);
        }
        return new InteractionFeatures(events, days, more);
    }

    /**
     * A further kind of events to count.
     *
     * @param kind a kind of one's own
     * @return the family
     * @throws IllegalArgumentException if it is counted already
     */
    public InteractionFeatures withKind(EventKind kind) {
        if (KINDS.contains(kind) || more.contains(kind)) {
            throw new IllegalArgumentException("events of the kind " + kind + " are counted already");
        }
        List<EventKind> kinds = new ArrayList<>(more);
        kinds.add(kind);
        return new InteractionFeatures(events, conversionDays, kinds);
    }

    @Override
    public String name() {
        return "interactions";
    }

    @Override
    public FeatureKernel bind(FeatureContext context) {
        List<EventKind> counted = new ArrayList<>(KINDS);
        counted.addAll(more);
        int[] placeOfKind = new int[events.kinds().size()];
        Arrays.setAll(placeOfKind, kind -> counted.indexOf(events.kinds().get(kind)));
        return new Kernel(this, features(), placeOfKind, counted.size());
    }

    private List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        String days = conversionDays + " days";
        features.add(count("visit_count", "visits or logins", EventKind.VISIT));
        features.add(since("days_since_visit", "the last visit or login", EventKind.VISIT));
        features.add(rate(
                "visit_conversion",
                "how often a visit leads to a purchase",
                "visits with a purchase on their day or within " + days + " / visits at least that old",
                "no visit is old enough"));
        features.add(count("campaigns_sent", "campaign messages sent", EventKind.CAMPAIGN_SENT));
        features.add(count("campaigns_opened", "campaign messages opened", EventKind.CAMPAIGN_OPENED));
        features.add(count("campaigns_clicked", "clicks in campaign messages", EventKind.CAMPAIGN_CLICKED));
        features.add(count("campaigns_responded", "responses to campaigns", EventKind.CAMPAIGN_RESPONDED));
        features.add(since("days_since_campaign", "the last campaign message", EventKind.CAMPAIGN_SENT));
        String unsent = "no message was sent";
        features.add(rate("open_rate", "how often messages are opened", "campaigns_opened / campaigns_sent", unsent));
        features.add(
                rate("click_rate", "how often messages are clicked", "campaigns_clicked / campaigns_sent", unsent));
        features.add(rate(
                "response_rate",
                "how often campaigns are responded to",
                "campaigns_responded / campaigns_sent",
                unsent));
        features.add(rate(
                "campaign_conversion",
                "how often a message is followed by a purchase",
                "messages with a purchase on their day or within " + days + " / messages at least that old",
                "no message is old enough"));
        for (EventKind kind : more) {
            features.add(count(kind.name() + "_count", "events of the kind " + kind, kind));
            features.add(since("days_since_" + kind.name(), "the last event of the kind " + kind, kind));
        }
        return List.copyOf(features);
    }

    private static final String AS_OF = "events on or before the date";

    private static Feature count(String name, String what, EventKind kind) {
        return Feature.of(name, FeatureType.COUNT, "events", what, "number of events " + kind, "events")
                .withAsOf(AS_OF);
    }

    private static Feature since(String name, String what, EventKind kind) {
        return Feature.of(
                        name,
                        FeatureType.COUNT,
                        "days",
                        "days since " + what,
                        "date - day of the last " + kind,
                        "events")
                .withMissing("without such an event")
                .withAsOf(AS_OF);
    }

    private static Feature rate(String name, String meaning, String formula, String missing) {
        return Feature.of(name, FeatureType.NUMBER, "share", meaning, formula, "events, date")
                .withMissing("if " + missing)
                .withAsOf("events and " + Feature.ON_OR_BEFORE);
    }

    /** Counts kinds by their place: visit, sent, opened, clicked, responded, others. */
    private record Kernel(InteractionFeatures family, List<Feature> features, int[] placeOfKind, int kinds)
            implements FeatureKernel {
        private static final int VISIT = 0;
        private static final int SENT = 1;

        @Override
        public void compute(PurchaseHistory history, double[] out, int at) {
            CustomerEvents events = family.events;
            int customer = EventRange.customer(events, history);
            int to = EventRange.to(events, customer, history);
            int[] counts = history.scratch().ints(2 * kinds + 4);
            Arrays.fill(counts, 0, 2 * kinds + 4, 0);
            int old = 2 * kinds;
            for (int event = EventRange.from(events, customer, history); event < to; event++) {
                int place = placeOfKind[events.kind(event)];
                if (place < 0) {
                    continue;
                }
                counts[place]++;
                counts[kinds + place] = events.day(event);
                int day = events.day(event);
                if (place <= SENT && (long) day + family.conversionDays <= history.asOfDay()) {
                    counts[old + 2 * place]++;
                    counts[old + 2 * place + 1] += boughtWithin(history, day) ? 1 : 0;
                }
            }
            write(history, counts, out, at);
        }

        private void write(PurchaseHistory history, int[] counts, double[] out, int at) {
            int old = 2 * kinds;
            int sent = counts[SENT];
            out[at] = counts[VISIT];
            out[at + 1] = since(history, counts, VISIT);
            out[at + 2] = ratio(counts[old + 1], counts[old]);
            for (int i = 0; i < 4; i++) {
                out[at + 3 + i] = counts[SENT + i];
            }
            out[at + 7] = since(history, counts, SENT);
            for (int i = 1; i < 4; i++) {
                out[at + 7 + i] = ratio(counts[SENT + i], sent);
            }
            out[at + 11] = ratio(counts[old + 3], counts[old + 2]);
            for (int i = KINDS.size(); i < kinds; i++) {
                int place = at + FIXED + 2 * (i - KINDS.size());
                out[place] = counts[i];
                out[place + 1] = since(history, counts, i);
            }
        }

        private double since(PurchaseHistory history, int[] counts, int place) {
            return counts[place] == 0 ? Double.NaN : history.asOfDay() - counts[kinds + place];
        }

        private static double ratio(int part, int whole) {
            return whole == 0 ? Double.NaN : (double) part / whole;
        }

        private boolean boughtWithin(PurchaseHistory history, int day) {
            int low = 0;
            int high = history.visits();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (history.visitDay(middle) < day) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low < history.visits() && history.visitDay(low) <= (long) day + family.conversionDays;
        }
    }
}
