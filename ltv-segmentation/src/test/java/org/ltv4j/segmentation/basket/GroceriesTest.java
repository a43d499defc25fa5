package org.ltv4j.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.testing.Digests;
import org.ltv4j.segmentation.testing.SharedBaskets;

/** Baskets of a grocery outlet, as recorded beside the golden results. */
class GroceriesTest {

    @Test
    void basketsAreThoseOfTheReference() {
        BasketLog baskets = SharedBaskets.groceries();
        Json dataset =
                Json.read(SharedData.file("reference/rules-groceries.json")).get("dataset");
        assertThat(baskets.size()).isEqualTo(dataset.get("baskets").integer());
        assertThat(baskets.items().size()).isEqualTo(dataset.get("items").integer());
        assertThat(baskets.occurrences()).isEqualTo(dataset.get("occurrences").integer());
        assertThat(baskets.longest()).isEqualTo(dataset.get("longestBasket").integer());
        assertThat(Digests.ofBaskets(baskets))
                .isEqualTo(dataset.get("basketsDigest").text());
    }
}
