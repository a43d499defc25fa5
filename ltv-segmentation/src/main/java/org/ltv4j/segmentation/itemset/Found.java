package org.ltv4j.segmentation.itemset;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a search came back with.
 *
 * @param tree sets, and ways to them, by ranks among all items
 * @param members nodes of the list in its order, or null for all of them in theirs
 * @param cut why the list is not complete, if it is not
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record Found(ItemsetTree tree, int @Nullable [] members, Optional<MiningStop.Reason> cut) {

    /** Nothing at all. */
    static Found nothing() {
        return new Found(new TreeBuilder(0).build(), null, Optional.empty());
    }

    int size() {
        return members == null ? tree.nodes() : members.length;
    }

    /** Node of a set of the list. */
    int node(int i) {
        return members == null ? i : members[i];
    }
}
