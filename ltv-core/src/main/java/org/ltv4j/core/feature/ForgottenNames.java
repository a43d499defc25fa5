package org.ltv4j.core.feature;

import java.util.BitSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.TransactionLog;

/**
 * The products and channels of forgotten customers: what nobody else named goes with them. A name that comes back with a later sale
 * is one of that customer.
 */
final class ForgottenNames {
    private final BitSet products = new BitSet();
    private final BitSet channels = new BitSet();

    /** Remembers what a customer who is forgotten had named. */
    void add(FeatureState gone) {
        collect(gone, products, channels);
    }

    boolean isEmpty() {
        return products.isEmpty() && channels.isEmpty();
    }

    /** Leaves those that no row of these customers names. */
    void keepOnlyUnused(Collection<FeatureState> remaining) {
        BitSet usedProducts = new BitSet();
        BitSet usedChannels = new BitSet();
        if (!isEmpty()) {
            remaining.forEach(state -> collect(state, usedProducts, usedChannels));
        }
        products.andNot(usedProducts);
        channels.andNot(usedChannels);
    }

    /** Numbers of products that are gone. */
    BitSet products() {
        return products;
    }

    /** Numbers of channels that are gone. */
    BitSet channels() {
        return channels;
    }

    private static void collect(FeatureState state, BitSet products, BitSet channels) {
        collect(state.sales(), products, channels);
        collect(state.returnedOrNull(), products, channels);
    }

    private static void collect(@Nullable RowColumns rows, BitSet products, BitSet channels) {
        for (int row = 0; rows != null && row < rows.size; row++) {
            if (rows.product(row) != TransactionLog.NONE) {
                products.set(rows.product(row));
            }
            if (rows.channel(row) != TransactionLog.NONE) {
                channels.set(rows.channel(row));
            }
        }
    }
}
