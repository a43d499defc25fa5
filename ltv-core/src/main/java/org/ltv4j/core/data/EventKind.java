package org.ltv4j.core.data;

import java.util.Locale;

/**
 * What kind of event it was. Those named here have a meaning for features; others may be named freely.
 *
 * @param name lower-case letters, digits and underscores, starting with a letter
 */
public record EventKind(String name) {
    /** Somebody came to the shop, the site or the app, or logged in. */
    public static final EventKind VISIT = new EventKind("visit");

    /** A campaign message was sent to the customer. */
    public static final EventKind CAMPAIGN_SENT = new EventKind("campaign_sent");

    /** The customer opened a campaign message. */
    public static final EventKind CAMPAIGN_OPENED = new EventKind("campaign_opened");

    /** The customer clicked on something in a campaign message. */
    public static final EventKind CAMPAIGN_CLICKED = new EventKind("campaign_clicked");

    /** The customer did what a campaign asked for, such as redeeming a coupon. */
    public static final EventKind CAMPAIGN_RESPONDED = new EventKind("campaign_responded");

    /** An answer to "how likely are you to recommend us?"; its value is a whole number from 0 to 10. */
    public static final EventKind NPS = new EventKind("nps");

    /** An answer to a question of satisfaction; its value is on the scale of the survey. */
    public static final EventKind SATISFACTION = new EventKind("satisfaction");

    /** A review; its text is what was written, its value, if any, the stars. */
    public static final EventKind REVIEW = new EventKind("review");

    /**
     * Checks the name.
     *
     * @param name lower-case letters, digits and underscores, starting with a letter; at most 60 characters
     * @throws IllegalArgumentException if it is not as said
     */
    public EventKind {
        if (!name.matches("[a-z][a-z0-9_]{0,59}")) {
            throw new IllegalArgumentException("the name of an event kind is made of lower-case letters, digits and"
                    + " underscores, starts with a letter and has at most 60 characters; this one has not ("
                    + name.length() + " characters)");
        }
    }

    /**
     * The kind of a name as people write it: case does not matter, blanks and hyphens stand for underscores.
     *
     * @param written for example {@code Campaign sent}
     * @return the kind
     * @throws IllegalArgumentException if that is no name of a kind
     */
    public static EventKind of(String written) {
        return new EventKind(written.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_"));
    }

    @Override
    public String toString() {
        return name;
    }
}
