package org.ltv4j.models.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a customer's prediction is as it is, in plain words. The customer is not named. The amounts sum up:
 * {@code base + up + down + rest = prediction}.
 *
 * @param head what is foretold and from where the amounts count
 * @param up what raises the prediction, the strongest first
 * @param down what lowers it, the strongest first
 * @param rest sum of all other contributions, those that must not be named among them
 * @param restText that in words
 */
public record CustomerReasons(String head, List<Reason> up, List<Reason> down, double rest, String restText) {
    /**
     * Copies the lists.
     *
     * @param head what is foretold and from where the amounts count
     * @param up what raises the prediction, the strongest first
     * @param down what lowers it, the strongest first
     * @param rest sum of all other contributions, those that must not be named among them
     * @param restText that in words
     */
    public CustomerReasons {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /**
     * All lines.
     *
     * @return the head, what raises, what lowers, the rest
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(head);
        up.forEach(reason -> lines.add(reason.text()));
        down.forEach(reason -> lines.add(reason.text()));
        lines.add(restText);
        return lines;
    }

    /** How many reasons there are, not their texts: they may tell of a person. */
    @Override
    public String toString() {
        return "CustomerReasons[" + up.size() + " up, " + down.size() + " down]";
    }
}
