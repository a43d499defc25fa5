package org.ltv4j.segmentation.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.internal.math.SpecialFunctions;

/** Counts what follows one item. Not thread-safe; serves one item after the other. */
final class FollowUpCounter {
    private static final int NONE = -1;

    private final FollowUpData data;
    private final SequenceLog log;
    private final int window;

    /** By item: the last event that it was seen after, the last customer, customers followed, and its slot among the rules. */
    private final int[] seenEvent;

    private final int[] seenCustomer;
    private final int[] customers;
    private final int[] slot;

    FollowUpCounter(FollowUpData data) {
        this.data = data;
        this.log = data.log;
        this.window = data.window;
        int items = log.items().size();
        seenEvent = new int[items];
        seenCustomer = new int[items];
        customers = new int[items];
        slot = new int[items];
        Arrays.fill(slot, NONE);
    }

    /** By item: customers of whom a purchase of A was followed by it. The array is overwritten by the next call. */
    int[] customersFollowed(int a) {
        Arrays.fill(customers, 0);
        Arrays.fill(seenEvent, 0);
        Arrays.fill(seenCustomer, 0);
        for (int i = data.starts[a]; i < data.starts[a + 1]; i++) {
            int e = data.events[i];
            int s = data.sequence[e];
            for (int f = e + 1; f < log.start(s + 1) && log.day(f) - log.day(e) <= window; f++) {
                for (int k = 0; log.day(f) > log.day(e) && k < log.length(f); k++) {
                    int b = log.item(f, k);
                    if (seenCustomer[b] != s + 1) {
                        seenCustomer[b] = s + 1;
                        customers[b]++;
                    }
                }
            }
        }
        return customers;
    }

    /** The rules from A to some items, without adjusted p values. */
    List<FollowUpRule> rules(int a, int[] then) {
        int[] followedCustomers = customersFollowed(a).clone();
        Arrays.fill(seenEvent, 0);
        for (int r = 0; r < then.length; r++) {
            slot[then[r]] = r;
        }
        Counts counts = new Counts(then.length, window);
        int from = data.starts[a];
        while (from < data.starts[a + 1]) {
            int s = data.sequence[data.events[from]];
            int to = from;
            while (to < data.starts[a + 1] && data.sequence[data.events[to]] == s) {
                event(data.events[to++], counts);
            }
            customer(s, counts, then, slot[a]);
            if (slot[a] != NONE) {
                counts.ownExpected[slot[a]] += ownRepeats(s, to - from);
            }
            from = to;
        }
        List<FollowUpRule> rules = new ArrayList<>();
        for (int r = 0; r < then.length; r++) {
            slot[then[r]] = NONE;
            rules.add(rule(a, then[r], r, counts, followedCustomers[then[r]]));
        }
        return rules;
    }

    private void event(int e, Counts counts) {
        int known = data.known(e);
        boolean complete = data.complete(e);
        counts.purchases++;
        counts.known[known]++;
        counts.complete += complete ? 1 : 0;
        counts.ofCustomer += complete ? 1 : 0;
        int end = log.start(data.sequence[e] + 1);
        for (int f = e + 1; f < end && log.day(f) - log.day(e) <= window; f++) {
            int day = log.day(f) - log.day(e);
            for (int k = 0; day > 0 && k < log.length(f); k++) {
                int b = log.item(f, k);
                int r = slot[b];
                if (r != NONE && seenEvent[b] != e + 1) {
                    seenEvent[b] = e + 1;
                    counts.bought[r][day - 1]++;
                    if (complete) {
                        counts.followedOfCustomer[r]++;
                    } else {
                        counts.youngBought[r][known]++;
                    }
                }
            }
        }
    }

    /** Adds what a customer's purchases of A and anything tell, squared for variances over customers. */
    private void customer(int s, Counts counts, int[] then, int self) {
        int n = counts.ofCustomer;
        counts.customers++;
        counts.completeCustomers += n > 0 ? 1 : 0;
        counts.squares += (double) n * n;
        double all = data.completeOf[s];
        for (int r = 0; r < then.length; r++) {
            int o = counts.followedOfCustomer[r];
            double b = data.count(s, then[r]);
            double rate = data.rate(then[r]);
            double x = o - rate * n;
            counts.followed[r] += o;
            counts.followedSquares[r] += (double) o * o;
            counts.products[r] += (double) o * n;
            counts.ownExpected[r] += all == 0 || r == self ? 0 : n * b / all;
            counts.xx[r] += x * x;
            counts.xg[r] += x * (b - rate * all);
            counts.followedOfCustomer[r] = 0;
        }
        counts.ofCustomer = 0;
    }

    /**
     * How many complete purchases of A would be followed by another one if the customer's k were any k of the customer's m events: an event
     * is of A with k / m, and then none of the w events of its window is with {@code (m - 1 - w choose k - 1) / (m - 1 choose k - 1)}.
     */
    private double ownRepeats(int s, int k) {
        int first = log.start(s);
        int end = log.start(s + 1);
        int m = end - first;
        double sum = 0;
        for (int e = first; e < end && data.complete(e); e++) {
            int w = 0;
            for (int f = e + 1; f < end && log.day(f) - log.day(e) <= window; f++) {
                w += log.day(f) > log.day(e) ? 1 : 0;
            }
            double none = 1;
            for (int i = 0; i < k - 1; i++) {
                none *= Math.max(0, (double) (m - 1 - w - i) / (m - 1 - i));
            }
            sum += (double) k / m * (1 - none);
        }
        return sum;
    }

    private FollowUpRule rule(int a, int b, int r, Counts counts, int customersFollowed) {
        int[] atRisk = new int[window];
        int left = counts.purchases - counts.known[0];
        int before = 0;
        int gone = 0;
        for (int day = 1; day <= window; day++) {
            atRisk[day - 1] = left - (before - gone);
            left -= counts.known[day];
            before += counts.bought[r][day - 1];
            gone += counts.youngBought[r][day];
        }
        return new FollowUpRule(
                log.items().id(a),
                log.items().id(b),
                counts.purchases,
                counts.complete,
                counts.followed[r],
                counts.customers,
                customersFollowed,
                log.size(),
                data.complete,
                data.followed[b],
                counts.ownExpected[r],
                effective(r, counts),
                pValue(r, b, counts),
                Double.NaN,
                new DaysToPurchase(atRisk, counts.bought[r]));
    }

    private static double effective(int r, Counts counts) {
        double n = counts.complete;
        double clusters = counts.completeCustomers;
        double p = counts.followed[r] / n;
        double binomial = p * (1 - p) / n;
        if (clusters < 2 || binomial == 0) {
            return clusters;
        }
        double sum = counts.followedSquares[r] - 2 * p * counts.products[r] + p * p * counts.squares;
        double variance = Math.max(0, sum) / (n * n) * clusters / (clusters - 1);
        return Math.max(1, n / Math.max(1, variance / binomial));
    }

    /**
     * Student's test of {@code sum of d} over customers, where {@code d = (o - y n) - a (b - y m)}: followed and all of the customer's
     * complete purchases of A (o, n) and of anything (b, m), with the shares y of purchases that B follows and a of purchases that are of A. Its
     * variance is the sum of squares, which no likeness within customers can make too small.
     */
    private double pValue(int r, int b, Counts counts) {
        if (counts.completeCustomers < 2) {
            return 1;
        }
        double a = (double) counts.complete / data.complete;
        double difference = counts.followed[r] - a * data.followed[b];
        double variance = counts.xx[r] - 2 * a * counts.xg[r] + a * a * data.spread[b];
        if (!(variance > 0)) {
            return 1;
        }
        double t2 = difference * difference / variance;
        double freedom = counts.completeCustomers - 1;
        return SpecialFunctions.regularizedBeta(freedom / (freedom + t2), t2 / (freedom + t2), freedom / 2, 0.5);
    }

    /** Sums over the purchases of A, by rule where it is an array. */
    private static final class Counts {
        final int[] known;
        final int[][] bought;
        final int[][] youngBought;
        final int[] followed;
        final int[] followedOfCustomer;
        final double[] followedSquares;
        final double[] products;
        final double[] ownExpected;
        final double[] xx;
        final double[] xg;
        int purchases;
        int complete;
        int ofCustomer;
        int customers;
        int completeCustomers;
        double squares;

        Counts(int rules, int window) {
            known = new int[window + 1];
            bought = new int[rules][window];
            youngBought = new int[rules][window + 1];
            followed = new int[rules];
            followedOfCustomer = new int[rules];
            followedSquares = new double[rules];
            products = new double[rules];
            ownExpected = new double[rules];
            xx = new double[rules];
            xg = new double[rules];
        }
    }
}
