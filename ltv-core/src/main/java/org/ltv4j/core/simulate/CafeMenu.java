package org.ltv4j.core.simulate;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ltv4j.core.internal.math.Samplers;

/** What the cafe sells. Prices are in cents, so that receipts add up exactly. */
final class CafeMenu {
    private static final Product[] PRODUCTS = {
        new Product("espresso", 220, 14), new Product("americano", 270, 10), new Product("cappuccino", 340, 20),
        new Product("flat white", 360, 12), new Product("latte", 380, 14), new Product("tea", 290, 8),
        new Product("hot chocolate", 390, 5), new Product("orange juice", 420, 5), new Product("biscotti", 90, 8),
        new Product("croissant", 210, 14), new Product("banana bread", 330, 8), new Product("cheesecake", 460, 6),
        new Product("avocado toast", 790, 5), new Product("sandwich", 650, 8), new Product("quiche", 720, 4),
        new Product("house beans 250 g", 990, 3), new Product("house beans 1 kg", 2950, 1),
    };
    /** What goes with what, by name: who has the left one is tempted by the right one. */
    private static final Map<String, Product> COMPANIONS = Map.of(
            "espresso", product("biscotti"),
            "cappuccino", product("croissant"),
            "flat white", product("banana bread"),
            "tea", product("cheesecake"),
            "orange juice", product("avocado toast"),
            "croissant", product("cappuccino"),
            "house beans 250 g", product("espresso"));

    private static final int WEIGHTS = total();
    private static final int TRIES = 4;
    private static final long CENTS_AGAINST_ANOTHER_PIECE = 15;
    private static final long CENTS_FOR_A_COMPANION = 90;

    private CafeMenu() {}

    record Product(String name, int cents, int weight) {}

    /** Some pieces of a product. */
    record Line(Product product, int pieces) {
        long cents() {
            return (long) product.cents() * pieces;
        }
    }

    private static int total() {
        int sum = 0;
        for (Product product : PRODUCTS) {
            sum += product.weight();
        }
        return sum;
    }

    private static Product product(String name) {
        return Arrays.stream(PRODUCTS)
                .filter(product -> product.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Something people often order. */
    private static Product pick(RandomGenerator random) {
        int at = Samplers.index(random, WEIGHTS);
        int i = 0;
        while (at >= PRODUCTS[i].weight()) {
            at -= PRODUCTS[i++].weight();
        }
        return PRODUCTS[i];
    }

    /** Of some popular products, with as many pieces as needed, the one that comes nearest to an amount; few pieces are preferred. */
    static Line nearest(RandomGenerator random, long cents) {
        Line best = line(pick(random), cents);
        for (int i = 1; i < TRIES; i++) {
            Line other = line(pick(random), cents);
            if (misfit(other, cents) < misfit(best, cents)) {
                best = other;
            }
        }
        return best;
    }

    /** The same after another product: what goes with that is taken though it comes a little less near. */
    static Line nearest(RandomGenerator random, long cents, Product before) {
        Line best = nearest(random, cents);
        Product companion = COMPANIONS.get(before.name());
        if (companion != null) {
            Line tempting = line(companion, cents);
            return misfit(tempting, cents) < misfit(best, cents) + CENTS_FOR_A_COMPANION ? tempting : best;
        }
        return best;
    }

    private static long misfit(Line line, long cents) {
        return Math.abs(line.cents() - cents) + CENTS_AGAINST_ANOTHER_PIECE * line.pieces();
    }

    private static Line line(Product product, long cents) {
        long pieces = (cents + product.cents() / 2) / product.cents();
        return new Line(product, (int) Math.max(1, Math.min(1_000_000, pieces)));
    }
}
