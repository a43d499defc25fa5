package org.ltv4j.segmentation.itemset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.testing.Digests;
import org.ltv4j.segmentation.testing.SharedBaskets;

/** Itemsets of a grocery outlet: the golden results, which nine tools agree on. */
class GroceriesItemsetsTest {

    @Test
    void frequentItemsetsAreThoseOfTheReference() {
        BasketLog baskets = SharedBaskets.groceries();
        for (Json at : Json.read(SharedData.file("reference/rules-groceries.json"))
                .get("itemsets")
                .list()) {
            FrequentItemsets sets = Itemsets.mine(
                    baskets,
                    MiningOptions.defaults().withMinSupport(at.get("minSupport").number()));
            assertThat(sets.minCount()).isEqualTo(at.get("minCount").integer());
            assertThat(sets.size()).isEqualTo(at.get("frequent").get("total").integer());
            assertThat(digest(sets)).isEqualTo(at.get("frequent").get("sha256").text());
        }
    }

    private static String digest(FrequentItemsets sets) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            lines.add(Digests.joined(sets.names(i)) + "\t" + sets.count(i));
        }
        return Digests.ofLines(lines);
    }
}
