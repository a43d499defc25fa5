package org.ltv4j.segmentation.recommend.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.ItemTables;
import org.ltv4j.segmentation.recommend.Visit;

/** Visits and what was bought then: the questions of an examination and their answers. Immutable. */
public final class TestVisits {
    private final IdTable items;
    private final List<Visit> visits;
    private final List<int[]> wanted;
    private final int[] units;
    private final int unitCount;

    private TestVisits(IdTable items, List<Visit> visits, List<int[]> wanted, List<Integer> units) {
        if (visits.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nothing to judge by: no later basket has what the examination asks for");
        }
        this.items = items;
        this.visits = List.copyOf(visits);
        this.wanted = List.copyOf(wanted);
        this.units = units.stream().mapToInt(Integer::intValue).toArray();
        this.unitCount = Arrays.stream(this.units).max().orElse(-1) + 1;
    }

    /**
     * Hides one item of each basket and asks for it: of the names in order of their code points, the one at place {@code b mod size}, where
     * b is the number of the basket. Baskets of fewer than two items are left out. Nothing is drawn, so every tool can hide the same.
     *
     * @param baskets all baskets, so that their numbers are known
     * @param judged which of them are asked for
     * @return a visit for each such basket, its customer (else itself) as the unit of resampling
     * @throws IllegalArgumentException if there is none
     */
    public static TestVisits hiddenItem(BasketLog baskets, IntPredicate judged) {
        return hidden(baskets, judged, Interactions.of(baskets.items(), new int[0][]));
    }

    /**
     * As {@link #hiddenItem(BasketLog, IntPredicate)}, for customers who show a card: a visit comes with what its customer bought before.
     *
     * @param baskets all baskets, so that their numbers are known
     * @param judged which of them are asked for
     * @param before what customers bought before the baskets that are asked for, over the same items
     * @return a visit for each such basket; without history where the customer is not known
     * @throws IllegalArgumentException if there is none, or the items differ
     */
    public static TestVisits hiddenItem(BasketLog baskets, IntPredicate judged, Interactions before) {
        ItemTables.requireSame(baskets.items(), before.items());
        return hidden(baskets, judged, before);
    }

    private static TestVisits hidden(BasketLog baskets, IntPredicate judged, Interactions before) {
        List<Visit> visits = new ArrayList<>();
        List<int[]> wanted = new ArrayList<>();
        List<Integer> units = new ArrayList<>();
        for (int b = 0; b < baskets.size(); b++) {
            if (baskets.length(b) >= 2 && judged.test(b)) {
                int hidden = hidden(baskets, b);
                int[] visible = new int[baskets.length(b) - 1];
                int at = 0;
                for (int k = 0; k < baskets.length(b); k++) {
                    if (baskets.item(b, k) != hidden) {
                        visible[at++] = baskets.item(b, k);
                    }
                }
                int customer = baskets.customer(b);
                int row = customer == BasketLog.NONE ? -1 : before.customers().indexOf(baskets.customers(), customer);
                visits.add(row < 0 ? Visit.ofItems(visible) : before.visit(row).withBasket(visible));
                wanted.add(new int[] {hidden});
                units.add(
                        baskets.customer(b) == BasketLog.NONE
                                ? baskets.customers().size() + b
                                : baskets.customer(b));
            }
        }
        return new TestVisits(baskets.items(), visits, wanted, dense(units));
    }

    private static int hidden(BasketLog baskets, int basket) {
        Integer[] names = new Integer[baskets.length(basket)];
        Arrays.setAll(names, k -> baskets.item(basket, k));
        Arrays.sort(names, baskets.items()::compareText);
        return names[basket % names.length];
    }

    private static List<Integer> dense(List<Integer> units) {
        Map<Integer, Integer> numbers = new HashMap<>();
        return units.stream()
                .map(u -> numbers.computeIfAbsent(u, x -> numbers.size()))
                .toList();
    }

    /**
     * Asks what each customer buys next: the visit is an empty basket with all that the customer bought before, the answer all that the
     * customer bought after. Customers without baskets in either part are left out.
     *
     * @param before baskets that know their customer
     * @param after later baskets of the same tables
     * @return a visit for each customer
     * @throws IllegalArgumentException if no customer has baskets in both parts, or the items differ
     */
    public static TestVisits nextPurchases(BasketLog before, BasketLog after) {
        return next(before, after, false);
    }

    /**
     * As {@link #nextPurchases}, but only what the customer never bought before counts as an answer: for goods that one buys once, and for
     * judging how well somebody is led to something new. Recommend with {@code Selection.notBoughtBefore()}.
     *
     * @param before baskets that know their customer
     * @param after later baskets of the same tables
     * @return a visit for each customer who bought something new
     * @throws IllegalArgumentException if there is no such customer, or the items differ
     */
    public static TestVisits firstPurchases(BasketLog before, BasketLog after) {
        return next(before, after, true);
    }

    private static TestVisits next(BasketLog before, BasketLog after, boolean onlyNew) {
        ItemTables.requireSame(before.items(), after.items());
        Interactions history = Interactions.ofCustomers(before);
        Interactions later = Interactions.ofCustomers(after);
        List<Visit> visits = new ArrayList<>();
        List<int[]> wanted = new ArrayList<>();
        List<Integer> units = new ArrayList<>();
        for (int row = 0; row < later.rows(); row++) {
            int past = history.customers().indexOf(later.customers(), row);
            if (past < 0) {
                continue;
            }
            Visit visit = history.visit(past);
            int[] bought = later.itemsOf(row);
            int[] answer = onlyNew
                    ? Arrays.stream(bought).filter(i -> !visit.inHistory(i)).toArray()
                    : bought;
            if (answer.length > 0) {
                visits.add(visit);
                wanted.add(answer);
                units.add(units.size());
            }
        }
        return new TestVisits(before.items(), visits, wanted, units);
    }

    /**
     * Some of the visits, evenly spread, for a quick look.
     *
     * @param most at least 1
     * @return these visits if they are no more, else so many
     */
    public TestVisits atMost(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("need at least 1 visit, got " + most);
        }
        if (most >= size()) {
            return this;
        }
        List<Visit> some = new ArrayList<>();
        List<int[]> answers = new ArrayList<>();
        List<Integer> someUnits = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int at = (int) ((long) i * size() / most);
            some.add(visits.get(at));
            answers.add(wanted.get(at));
            someUnits.add(units[at]);
        }
        return new TestVisits(items, some, answers, dense(someUnits));
    }

    /**
     * The items.
     *
     * @return the table of the baskets
     */
    public IdTable items() {
        return items;
    }

    /**
     * How many visits there are.
     *
     * @return at least 1
     */
    public int size() {
        return visits.size();
    }

    /**
     * A visit.
     *
     * @param i from 0 to {@code size() - 1}
     * @return what is known
     */
    public Visit visit(int i) {
        return visits.get(i);
    }

    /**
     * What was bought then.
     *
     * @param i from 0 to {@code size() - 1}
     * @return a new array of item numbers that rise, at least one
     */
    public int[] wanted(int i) {
        return wanted.get(i).clone();
    }

    /** Whether an item was bought then. */
    boolean isWanted(int i, int item) {
        return Arrays.binarySearch(wanted.get(i), item) >= 0;
    }

    int wantedCount(int i) {
        return wanted.get(i).length;
    }

    /** The customer of a visit, numbered from 0. */
    int unit(int i) {
        return units[i];
    }

    /**
     * How many customers the visits are of; baskets without customer are one each.
     *
     * @return at least 1
     */
    public int units() {
        return unitCount;
    }

    /** Sizes only. */
    @Override
    public String toString() {
        return "TestVisits[" + size() + " visits of " + unitCount + " customers]";
    }
}
