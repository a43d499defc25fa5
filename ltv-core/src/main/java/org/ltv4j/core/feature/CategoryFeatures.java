package org.ltv4j.core.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.ProductClasses;
import org.ltv4j.core.data.TransactionLog;

/**
 * Variety, loyalty and shares among classes of products, for example the categories of a catalog. With the subject {@code category}:
 * {@code distinct_categories}, {@code category_entropy}, {@code favourite_category}, {@code favourite_category_share} and {@code
 * repeat_category_share} as in {@link FeaturePlan#categories()}; {@code category_switch_share} = purchases whose main category is
 * not that of the purchase before / purchases after the first; and for each of the top categories {@code category_share_NAME} =
 * rows of it / rows that state a product. The main category of a purchase has most of its rows; of several, the one that comes first.
 *
 * <p>Top categories are those of which most products were sold on or before the date (of equally many the first of the alphabet),
 * or those stated. Products that the catalog does not have are of the category {@code unknown}.
 */
public final class CategoryFeatures implements FeatureFamily {
    private static final int TOP = 10;

    private final ProductClasses classes;
    private final String subject;
    private final int most;
    private final List<String> stated;

    private CategoryFeatures(ProductClasses classes, String subject, int most, List<String> stated) {
        this.classes = classes;
        this.subject = subject;
        this.most = most;
        this.stated = List.copyOf(stated);
    }

    /**
     * Features of classes, with the shares of the top 10.
     *
     * @param classes for example {@code catalog.categories()}, {@code catalog.priceBands()}, {@code catalog.attribute("brand")}
     * @return the family; its subject is the name of the classes
     */
    public static CategoryFeatures of(ProductClasses classes) {
        return new CategoryFeatures(classes, FeatureNames.slug(classes.name()), TOP, List.of());
    }

    /**
     * Another word in the names of features; needed where the classes are not named in letters from a to z.
     *
     * @param word lower-case letters, digits and underscores, for example {@code department}
     * @return the family
     */
    public CategoryFeatures withSubject(String word) {
        return new CategoryFeatures(classes, word, most, stated);
    }

    /**
     * Another number of top classes.
     *
     * @param number at least 0
     * @return the family
     * @throws IllegalArgumentException if it is less
     */
    public CategoryFeatures withTop(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("need at least 0 top classes, got " + number);
        }
        return new CategoryFeatures(classes, subject, number, stated);
    }

    /**
     * States the classes whose shares are features, whatever was sold.
     *
     * @param names names of classes, distinct, in the order of their features
     * @return the family
     * @throws IllegalArgumentException if the catalog has no such class or one stands twice
     */
    public CategoryFeatures withShares(List<String> names) {
        for (String name : names) {
            if (!classes.names().contains(name)) {
                throw new IllegalArgumentException(
                        "the catalog has no " + classes.name() + " '" + name + "'; it has " + classes.names());
            }
        }
        if (Set.copyOf(names).size() < names.size()) {
            throw new IllegalArgumentException("a class stands twice among " + names);
        }
        return new CategoryFeatures(classes, subject, most, names);
    }

    @Override
    public String name() {
        return subject.isEmpty() ? classes.name() : subject;
    }

    @Override
    public FeatureKernel bind(FeatureContext context) {
        if (!subject.matches("[a-z][a-z0-9_]{0,39}")) {
            throw new InvalidDataException(
                    "the classes '" + classes.name()
                            + "' give no names of features, which are made of letters from a to z: state a word by withSubject");
        }
        context.require(SourceColumn.PRODUCT, name());
        return KernelChain.of(List.of(
                new Categories(Grouping.of(context, subject, classes::nameOf)),
                new Shares(context, classes, subject, stated.isEmpty() ? top(context) : stated)));
    }

    private List<String> top(FeatureContext context) {
        Map<String, Integer> sold = new TreeMap<>();
        for (String product : context.productLevels()) {
            sold.merge(classes.nameOf(product), 1, Integer::sum);
        }
        List<String> names = new ArrayList<>(sold.keySet());
        names.sort(Comparator.comparing(sold::get, Comparator.reverseOrder())); // stable: the alphabet decides
        return names.subList(0, Math.min(most, names.size()));
    }

    @Override
    public String toString() {
        return "categories of " + classes;
    }

    /** Shares of chosen classes, and how often the main class changes. */
    private static final class Shares implements FeatureKernel {
        private final ProductClasses classes;
        private final int[] classOfProduct;
        private final int[] placeOfClass;
        private final List<Feature> features;

        Shares(FeatureContext context, ProductClasses classes, String subject, List<String> chosen) {
            this.classes = classes;
            this.classOfProduct = classes.of(context.products());
            this.placeOfClass = new int[classes.names().size()];
            Arrays.fill(placeOfClass, -1);
            String source = "product, " + subject;
            List<Feature> list = new ArrayList<>();
            list.add(Feature.of(
                            subject + "_switch_share",
                            FeatureType.NUMBER,
                            "share",
                            "how often the customer turns to another " + subject,
                            "purchases whose main " + subject
                                    + " is not that of the one before / purchases after the first",
                            source)
                    .withMissing("with fewer than two purchases that state a product"));
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < chosen.size(); i++) {
                String written = chosen.get(i);
                placeOfClass[classes.names().indexOf(written)] = i;
                list.add(Feature.of(
                                FeatureNames.unique(subject + "_share_", written, i + 1, taken),
                                FeatureType.NUMBER,
                                "share",
                                "part of the rows in '" + written + "'",
                                "rows of the " + subject + " '" + written + "' / rows that state a product",
                                source)
                        .withMissing("if no row states a product"));
            }
            this.features = List.copyOf(list);
        }

        @Override
        public List<Feature> features() {
            return features;
        }

        @Override
        public void compute(PurchaseHistory history, double[] out, int at) {
            Arrays.fill(out, at, at + features.size(), 0);
            int rows = 0;
            int before = TransactionLog.NONE;
            int compared = 0;
            int switches = 0;
            for (int visit = 0; visit < history.visits(); visit++) {
                Tally tally = history.scratch().tally();
                for (int row = history.visitStart(visit); row < history.visitStart(visit + 1); row++) {
                    int product = history.product(row);
                    if (product != TransactionLog.NONE) {
                        int group = classOf(history, product);
                        tally.add(group);
                        rows++;
                        if (placeOfClass[group] >= 0) {
                            out[at + 1 + placeOfClass[group]]++;
                        }
                    }
                }
                if (tally.distinct() > 0) {
                    int main = tally.key(tally.most());
                    compared += before == TransactionLog.NONE ? 0 : 1;
                    switches += before == TransactionLog.NONE || before == main ? 0 : 1;
                    before = main;
                }
            }
            out[at] = compared == 0 ? Double.NaN : (double) switches / compared;
            for (int i = 1; i < features.size(); i++) {
                out[at + i] = rows == 0 ? Double.NaN : out[at + i] / rows;
            }
        }

        private int classOf(PurchaseHistory history, int product) {
            return product < classOfProduct.length ? classOfProduct[product] : classes.of(history.productId(product));
        }
    }
}
