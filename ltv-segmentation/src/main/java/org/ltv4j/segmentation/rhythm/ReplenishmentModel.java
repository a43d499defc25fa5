package org.ltv4j.segmentation.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ltv4j.core.data.IdTable;

/**
 * The rhythm of products, and when each customer will need each of them again, as of a day. Made by {@link Replenishment}. Immutable, safe
 * to share between threads. It holds ids of customers and is not saved; {@link #productRhythms()} is. One forecast costs some nanoseconds for the look-ups and one object.
 */
public final class ReplenishmentModel {
    private final IdTable products;
    private final IdTable customers;
    private final List<ProductRhythm> rhythms;
    private final LocalDate asOf;
    private final int[] starts;
    private final int[] product;
    private final int[] customer;
    private final int[] last;
    private final int[] gaps;
    private final double[] lastLogQuantity;
    private final double[] residuals;

    ReplenishmentModel(
            IdTable products,
            IdTable customers,
            List<ProductRhythm> rhythms,
            PurchasePairs pairs,
            GapSums sums,
            LocalDate asOf) {
        this.products = products;
        this.customers = customers;
        this.rhythms = List.copyOf(rhythms);
        this.asOf = asOf;
        product = Arrays.copyOf(pairs.product, pairs.size);
        customer = Arrays.copyOf(pairs.customer, pairs.size);
        starts = new int[customers.size() + 1];
        last = new int[pairs.size];
        gaps = new int[pairs.size];
        lastLogQuantity = new double[pairs.size];
        residuals = new double[pairs.size];
        for (int i = 0; i < pairs.size; i++) {
            starts[customer[i] + 1] = i + 1;
            last[i] = pairs.day[pairs.starts[i + 1] - 1];
        }
        for (int c = 0; c < customers.size(); c++) {
            starts[c + 1] = Math.max(starts[c + 1], starts[c]);
        }
        for (int at = 0; at < pairs.size; at++) {
            int i = sums.pair[at];
            ProductRhythm rhythm = this.rhythms.get(product[i]);
            gaps[i] = sums.n[at];
            lastLogQuantity[i] = sums.lastZ[at] + Math.log(rhythm.usualQuantity());
            residuals[i] = sums.y[at]
                    + sums.n[at] * (sums.meanY[product[i]] - Math.log(rhythm.medianDays()))
                    - rhythm.quantityExponent() * sums.z[at];
        }
    }

    /**
     * The last day of which it is known what was bought.
     *
     * @return a date
     */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * The customers.
     *
     * @return their ids
     */
    public IdTable customers() {
        return customers;
    }

    /**
     * The rhythms of all products.
     *
     * @return by product number of the log
     */
    public List<ProductRhythm> rhythms() {
        return rhythms;
    }

    /**
     * The rhythms of all products, without customers: what may be saved.
     *
     * @return a model of products alone
     */
    public ProductRhythms productRhythms() {
        return new ProductRhythms(rhythms);
    }

    /**
     * The rhythm of a product.
     *
     * @param name its name
     * @return its parameters
     * @throws IllegalArgumentException if the log had no such product
     */
    public ProductRhythm rhythm(String name) {
        return rhythms.get(number(name));
    }

    private int number(String name) {
        OptionalInt number = products.indexOf(name);
        if (number.isEmpty()) {
            throw new IllegalArgumentException("no product \"" + name + "\" among the " + products.size()
                    + " of this model: names are compared letter by letter");
        }
        return number.getAsInt();
    }

    /**
     * When a customer will need each product again.
     *
     * @param id the customer
     * @return a forecast for each product the customer has bought, those due first first, those of one day by the name of the
     *     product; empty for an unknown customer
     */
    public List<NextPurchase> next(String id) {
        OptionalInt number = customers.indexOf(id);
        List<NextPurchase> all = new ArrayList<>();
        if (number.isPresent()) {
            for (int i = starts[number.getAsInt()]; i < starts[number.getAsInt() + 1]; i++) {
                all.add(forecast(i));
            }
        }
        all.sort(Comparator.comparing(NextPurchase::due).thenComparing(NextPurchase::product));
        return all;
    }

    /**
     * When a customer will need a product again.
     *
     * @param id the customer
     * @param name the product
     * @return empty if the customer is unknown or has never bought it: then only {@link #rhythm} is known
     * @throws IllegalArgumentException if the log had no such product
     */
    public Optional<NextPurchase> next(String id, String name) {
        int wanted = number(name);
        OptionalInt number = customers.indexOf(id);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int at = Arrays.binarySearch(product, starts[number.getAsInt()], starts[number.getAsInt() + 1], wanted);
        return at < 0 ? Optional.empty() : Optional.of(forecast(at));
    }

    /**
     * Who needs what now, the surest first.
     *
     * @param options who counts
     * @return forecasts by falling probability of a purchase within the days ahead; equal ones by customer number, then by product name
     */
    public List<NextPurchase> due(DueOptions options) {
        record Ranked(double probability, NextPurchase next) {}
        List<Ranked> found = new ArrayList<>();
        LocalDate latest = asOf.plusDays(options.daysAhead());
        for (int i = 0; i < product.length; i++) {
            if (gaps[i] + 1 >= options.minPurchases()) {
                NextPurchase next = forecast(i);
                if (!next.usual().isAfter(latest) && next.stillBuying() >= options.minStillBuying()) {
                    found.add(new Ranked(next.probabilityWithin(options.daysAhead()), next));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Ranked::probability)
                .reversed()
                .thenComparingInt(ranked -> ranked.next().customer())
                .thenComparing(ranked -> ranked.next().product()));
        return found.stream().limit(options.most()).map(Ranked::next).toList();
    }

    /**
     * All forecasts.
     *
     * @return one for each customer and product the customer has bought, by customer number, then product number
     */
    public List<NextPurchase> all() {
        List<NextPurchase> all = new ArrayList<>();
        for (int i = 0; i < product.length; i++) {
            all.add(forecast(i));
        }
        return all;
    }

    private NextPurchase forecast(int i) {
        return rhythms.get(product[i])
                .next(customer[i], gaps[i], residuals[i], LocalDate.ofEpochDay(last[i]), lastLogQuantity[i], asOf);
    }

    /** Numbers of products and pairs; no ids. */
    @Override
    public String toString() {
        return "ReplenishmentModel[" + rhythms.size() + " products, " + customers.size() + " customers, "
                + product.length + " pairs, as of " + asOf + "]";
    }
}
