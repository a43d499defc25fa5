package org.ltv4j.segmentation.recommend.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.model.FitReport;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.segmentation.recommend.ItemScores;
import org.ltv4j.segmentation.recommend.ItemTables;
import org.ltv4j.segmentation.recommend.Reason;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.Visit;

/**
 * Recommends what lies near the taste of a visit: the score of an item is the product of its factors with those that are solved for from
 * the items of the visit, near 1 for what one would expect there and near 0 for what one would not. It may lie a little below 0 or above 1.
 * Immutable, able to be saved.
 *
 * <p>A visit without any item that somebody bought when the model was fitted gives an empty list. Cost with d factors: {@code d^2} steps
 * for each item of the visit, {@code d^3 / 3} to solve, and d for each item that can be recommended.
 */
public final class IalsRecommender implements Recommender, LtvModel {
    /** The name of this kind of model in saved files. */
    public static final String KIND = "ials";

    private final IdTable items;
    private final Ials.Options options;
    private final int[] active;
    private final int[] compact;
    private final double[] factors;
    private final double[][] byFactor;
    private final double[] gramian;
    private final double[] losses;

    /** Takes the arrays over: the items that have factors, and those factors item by item. */
    IalsRecommender(IdTable items, Ials.Options options, int[] active, double[] factors, double[] losses) {
        int d = options.factors();
        if (factors.length != (long) active.length * d || active.length == 0) {
            throw new IllegalArgumentException("need " + d + " factors of each of at least one item, got "
                    + factors.length + " of " + active.length);
        }
        this.items = items;
        this.options = options;
        this.active = active;
        this.compact = new int[items.size()];
        this.factors = factors;
        this.byFactor = new double[(d + 3) / 4 * 4][active.length]; // four at a time are taken, the last ones of zeros
        this.losses = losses;
        Arrays.fill(compact, -1);
        for (int a = 0; a < active.length; a++) {
            if (active[a] >= items.size() || active[a] < 0 || (a > 0 && active[a] <= active[a - 1])) {
                throw new IllegalArgumentException("items with factors must be items of the table, by rising number");
            }
            compact[active[a]] = a;
            for (int f = 0; f < d; f++) {
                double factor = factors[a * d + f];
                if (!(Math.abs(factor) <= 1e6)) {
                    throw new IllegalArgumentException("a factor is a number of moderate size, got " + factor);
                }
                byFactor[f][a] = factor;
            }
        }
        try (Blocks blocks = new Blocks(1)) {
            this.gramian = AlternatingSolver.gramian(factors, active.length, d, blocks);
        }
    }

    @Override
    public IdTable items() {
        return items;
    }

    /**
     * How the model was fitted.
     *
     * @return the options
     */
    public Ials.Options options() {
        return options;
    }

    /**
     * What was made small, after each epoch.
     *
     * @return numbers that never rise, but for rounding
     */
    public double[] losses() {
        return losses.clone();
    }

    int[] active() {
        return active.clone();
    }

    double[] factors() {
        return factors.clone();
    }

    /**
     * The taste of a visit: its factors, solved for from its items.
     *
     * @param visit what is known
     * @return one number for each factor; all 0 if the visit has no item that somebody bought when the model was fitted
     * @throws IllegalArgumentException if the visit is not of this table
     */
    public double[] taste(Visit visit) {
        requireKnown(visit, 0);
        int d = options.factors();
        double[] work = new double[d * d + d];
        foldIn(visit, work);
        return Arrays.copyOfRange(work, d * d, d * d + d);
    }

    /** Fills the work space with the Cholesky factor and, behind it, the taste; false if there is nothing to solve for. */
    private boolean foldIn(Visit visit, double[] work) {
        int d = options.factors();
        int known = known(visit);
        Arrays.fill(work, d * d, d * d + d, 0);
        if (known == 0) {
            return false;
        }
        double ridge = options.regularisation() * (known + options.unobserved() * active.length);
        NormalEquations.start(work, gramian, options.unobserved(), ridge, d);
        for (int i = 0; i < visit.basketSize(); i++) {
            add(visit.basketItem(i), 1, work);
        }
        for (int i = 0; i < visit.historySize() && options.historyWeight() > 0; i++) {
            if (!visit.inBasket(visit.historyItem(i))) {
                add(visit.historyItem(i), weight(visit, i), work);
            }
        }
        NormalEquations.decompose(work, d);
        NormalEquations.solve(work, work, d * d, d);
        return true;
    }

    /** Of an item of the history. */
    private double weight(Visit visit, int i) {
        double ofHistory = visit.basketSize() == 0 ? 1 : options.historyWeight();
        double repeats = options.repeatWeight();
        return repeats == 0 ? ofHistory : ofHistory * (1 + repeats * StrictMath.log(visit.historyTimes(i)));
    }

    private int known(Visit visit) {
        int known = 0;
        for (int i = 0; i < visit.basketSize(); i++) {
            known += compact[visit.basketItem(i)] >= 0 ? 1 : 0;
        }
        for (int i = 0; i < visit.historySize() && options.historyWeight() > 0; i++) {
            int item = visit.historyItem(i);
            known += compact[item] >= 0 && !visit.inBasket(item) ? 1 : 0;
        }
        return known;
    }

    private void add(int item, double weight, double[] work) {
        int d = options.factors();
        if (compact[item] >= 0) {
            int from = compact[item] * d;
            NormalEquations.addOuter(work, weight, factors, from, d);
            NormalEquations.addTo(work, d * d, weight, factors, from, d);
        }
    }

    @Override
    public void score(Visit visit, ItemScores scores) {
        int d = options.factors();
        double[] work = scores.scratch(d * d + byFactor.length);
        if (!foldIn(visit, work)) {
            return;
        }
        Arrays.fill(work, d * d + d, d * d + byFactor.length, 0);
        double[] products = scores.secondScratch(active.length);
        Arrays.fill(products, 0, active.length, 0);
        for (int f = 0; f < d; f += 4) {
            addFour(products, active.length, work, d * d + f, byFactor, f);
        }
        for (int a = 0; a < active.length; a++) {
            scores.add(active[a], products[a]);
        }
    }

    /** Four factors in one pass over the items: a loop that compilers turn into vector instructions. */
    private static void addFour(double[] products, int n, double[] taste, int at, double[][] byFactor, int f) {
        double x0 = taste[at];
        double x1 = taste[at + 1];
        double x2 = taste[at + 2];
        double x3 = taste[at + 3];
        double[] y0 = byFactor[f];
        double[] y1 = byFactor[f + 1];
        double[] y2 = byFactor[f + 2];
        double[] y3 = byFactor[f + 3];
        for (int a = 0; a < n; a++) {
            products[a] += x0 * y0[a] + x1 * y1[a] + x2 * y2[a] + x3 * y3[a];
        }
    }

    /** The score is a sum over the items of the visit (Hu, Koren and Volinsky 2008, section 5): those that add to it are the reasons. */
    @Override
    public List<Reason> reasons(Visit visit, int item) {
        requireKnown(visit, item);
        int d = options.factors();
        double[] work = new double[d * d + d];
        if (compact[item] < 0 || !foldIn(visit, work)) {
            return List.of();
        }
        double[] direction = Arrays.copyOfRange(factors, compact[item] * d, compact[item] * d + d);
        NormalEquations.solve(work, direction, 0, d);
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < visit.basketSize(); i++) {
            reason(visit.basketItem(i), item, 1, "is in the basket", direction, reasons);
        }
        for (int i = 0; i < visit.historySize() && options.historyWeight() > 0; i++) {
            if (!visit.inBasket(visit.historyItem(i))) {
                reason(visit.historyItem(i), item, weight(visit, i), "was bought before", direction, reasons);
            }
        }
        reasons.sort(Comparator.comparingDouble(Reason::strength).reversed());
        return List.copyOf(reasons.subList(0, Math.min(MOST_REASONS, reasons.size())));
    }

    private void reason(int from, int item, double weight, String where, double[] direction, List<Reason> reasons) {
        int d = options.factors();
        double part = compact[from] < 0 ? 0 : weight * NormalEquations.dot(direction, 0, factors, compact[from] * d, d);
        if (part > 0) {
            String name = items.id(from);
            String text = String.format(
                    Locale.ROOT, "because %s %s: it adds %.3f to the score of %s", name, where, part, items.id(item));
            reasons.add(new Reason(Reason.Kind.TASTE, List.of(name), part, text));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<FitReport> fit() {
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IalsRecommender that
                && options.equals(that.options)
                && ItemTables.same(items, that.items)
                && Arrays.equals(active, that.active)
                && Arrays.equals(factors, that.factors)
                && Arrays.equals(losses, that.losses);
    }

    @Override
    public int hashCode() {
        return 31 * options.hashCode() + Arrays.hashCode(factors);
    }

    @Override
    public String toString() {
        return "iALS of " + active.length + " items, " + options.factors() + " factors";
    }
}
