package org.ltv4j.core.feature;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.IdTable;
import org.ltv4j.core.data.TransactionLog;

/** What rows are counted by: products, channels, or groups of products. Keys are equal for rows of one group. */
abstract class Grouping {
    private final String subject;
    private final String source;
    private final List<String> levels;

    private Grouping(String subject, String source, List<String> levels) {
        this.subject = subject;
        this.source = source;
        this.levels = levels;
    }

    /** The group of a row, or {@link TransactionLog#NONE}. */
    abstract int key(PurchaseHistory history, int row);

    /** The level of a key, or -1 if it has none. */
    abstract int level(int key);

    String subject() {
        return subject;
    }

    /** The subject in the plural, for names: {@code product} gives {@code products}, {@code category} gives {@code categories}. */
    String subjects() {
        return subject.endsWith("y") ? subject.substring(0, subject.length() - 1) + "ies" : subject + "s";
    }

    String source() {
        return source;
    }

    List<String> levels() {
        return levels;
    }

    private static Grouping direct(String subject, IdTable names, List<String> levels) {
        int[] levelOf = FeatureContext.levelOf(names, levels);
        boolean product = subject.equals("product");
        return new Grouping(subject, subject, levels) {
            @Override
            int key(PurchaseHistory history, int row) {
                return product ? history.product(row) : history.channel(row);
            }

            @Override
            int level(int key) {
                return key < levelOf.length ? levelOf[key] : -1;
            }
        };
    }

    static Grouping products(FeatureContext context) {
        return direct("product", context.products(), context.productLevels());
    }

    static Grouping channels(FeatureContext context) {
        return direct("channel", context.channels(), context.channelLevels());
    }

    /** Groups of products: an empty name stands for none. Groups met later than the levels share the key beyond them. */
    static Grouping of(FeatureContext context, String subject, Function<String, @Nullable String> group) {
        TreeSet<String> names = new TreeSet<>();
        for (String product : context.productLevels()) {
            String name = group.apply(product);
            if (name != null && !name.isEmpty()) {
                names.add(name);
            }
        }
        List<String> levels = List.copyOf(names);
        int[] keys = new int[context.products().size()];
        Arrays.setAll(keys, number -> key(group.apply(context.products().id(number)), levels));
        return new Grouping(subject, "product, " + subject, levels) {
            @Override
            int key(PurchaseHistory history, int row) {
                int number = history.product(row);
                if (number == TransactionLog.NONE) {
                    return number;
                }
                return number < keys.length
                        ? keys[number]
                        : Grouping.key(group.apply(history.productId(number)), levels);
            }

            @Override
            int level(int key) {
                return key < levels.size() ? key : -1;
            }
        };
    }

    private static int key(@Nullable String name, List<String> levels) {
        if (name == null || name.isEmpty()) {
            return TransactionLog.NONE;
        }
        int place = Collections.binarySearch(levels, name);
        return place >= 0 ? place : levels.size();
    }
}
