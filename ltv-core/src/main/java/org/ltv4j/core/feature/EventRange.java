package org.ltv4j.core.feature;

import org.ltv4j.core.data.CustomerEvents;

/** The events of a history's customer that the history's date, and its window, let see. */
final class EventRange {
    private EventRange() {}

    /** First event of the customer that is seen; equal to {@link #to} if there is none. */
    static int from(CustomerEvents events, int customer, PurchaseHistory history) {
        return customer < 0
                ? 0
                : history.fromDay() == PurchaseHistory.UNBOUNDED
                        ? events.start(customer)
                        : firstFrom(events, customer, history.fromDay());
    }

    /** One past the last event of the customer that is seen. */
    static int to(CustomerEvents events, int customer, PurchaseHistory history) {
        return customer < 0 ? 0 : firstFrom(events, customer, history.asOfDay() + 1);
    }

    /** The customer's number among the events, or {@link org.ltv4j.core.data.TransactionLog#NONE}, which is below 0. */
    static int customer(CustomerEvents events, PurchaseHistory history) {
        return history.numberIn(events.customers());
    }

    private static int firstFrom(CustomerEvents events, int customer, int day) {
        int low = events.start(customer);
        int high = events.start(customer + 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.day(middle) < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
