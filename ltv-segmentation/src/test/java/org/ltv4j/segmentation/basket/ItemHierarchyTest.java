package org.ltv4j.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.ProductCatalog;
import org.ltv4j.core.testing.SharedData;
import org.ltv4j.segmentation.testing.SharedBaskets;

class ItemHierarchyTest {
    private static final ItemHierarchy CAFE = ItemHierarchy.of(Map.of(
            "espresso", List.of("coffee", "drinks"),
            "latte", List.of("coffee", "drinks"),
            "tea", List.of("tea", "drinks"),
            "muffin", List.of("cake", "food")));
    private static final BasketLog BASKETS = BasketLog.builder()
            .add("espresso", "latte", "muffin")
            .customer("ann")
            .add("tea", "paper cup")
            .add()
            .build();

    @Test
    void itemsBecomeTheirClasses() {
        BasketLog categories = BASKETS.at(CAFE, 1);
        assertThat(categories.names(0)).containsExactlyInAnyOrder("coffee", "cake");
        assertThat(categories.names(1)).containsExactlyInAnyOrder("tea", "unknown");
        assertThat(categories.length(2)).isZero();
        assertThat(categories.customers().id(categories.customer(0))).isEqualTo("ann");
        assertThat(BASKETS.at(CAFE, 2).names(0)).containsExactlyInAnyOrder("drinks", "food");
        assertThat(BASKETS.at(CAFE, 0).names(1)).containsExactlyInAnyOrder("tea", "paper cup");
    }

    @Test
    void classesStandBesideItemsWithStars() {
        BasketLog all = BASKETS.extended(CAFE);
        assertThat(all.names(0))
                .containsExactlyInAnyOrder("espresso", "latte", "muffin", "coffee*", "cake*", "drinks**", "food**");
        assertThat(all.names(1)).containsExactlyInAnyOrder("tea", "tea*", "drinks**", "paper cup");
        assertThat(all.size()).isEqualTo(3);
        assertThat(CAFE.starredAncestors())
                .containsEntry("espresso", List.of("coffee*", "drinks**"))
                .containsEntry("coffee*", List.of("drinks**"))
                .doesNotContainKey("drinks**");
    }

    @Test
    void aCatalogIsAHierarchy() {
        ProductCatalog catalog = ProductCatalog.builder()
                .product("espresso", "drinks", "coffee")
                .product("gift card", "other")
                .product("mystery")
                .build();
        ItemHierarchy hierarchy = ItemHierarchy.of(catalog);
        assertThat(hierarchy.levels()).isEqualTo(2);
        assertThat(hierarchy.ancestor("espresso", 1)).isEqualTo("coffee");
        assertThat(hierarchy.ancestor("espresso", 2)).isEqualTo("drinks");
        assertThat(hierarchy.ancestor("gift card", 1)).isEqualTo("other");
        assertThat(hierarchy.ancestor("mystery", 1)).isEqualTo("unknown");
        assertThat(hierarchy).hasToString("ItemHierarchy[2 items, 2 levels]");
    }

    @Test
    void classesOfTwoLevelsThatGetTheSameNameAreRefused() {
        ItemHierarchy shop = ItemHierarchy.of(Map.of("a", List.of("c*", "d"), "b", List.of("e", "c")));
        BasketLog baskets = BasketLog.of(List.of(List.of("a"), List.of("b")));
        assertThatThrownBy(() -> baskets.extended(shop))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("a class of level 1 and one of level 2 have the same name with their stars: rename the one"
                        + " that ends with a star");
    }

    @Test
    void whatIsNoHierarchyIsRefused() {
        assertThatThrownBy(() -> ItemHierarchy.of(Map.of()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("at least one item");
        assertThatThrownBy(() -> ItemHierarchy.of(Map.of("a", List.of("x"), "b", List.of("x", "y"))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("as many classes above them");
        assertThatThrownBy(() -> ItemHierarchy.of(Map.of("a", List.of(" "))))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("got a blank one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CAFE.ancestor("tea", 3))
                .withMessage("need a level from 0 to 2, got 3");
        BasketLog starred = BasketLog.of(List.of(Set.of("coffee*", "espresso")));
        assertThatThrownBy(() -> starred.extended(CAFE))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("has the name of a class with its stars");
    }

    /** 55 categories and 10 departments: the description beside the file. */
    @Test
    void groceriesHaveCategoriesAndDepartments() {
        Map<String, List<String>> ancestors = new HashMap<>();
        List<String> lines = SharedData.lines("data/baskets/groceries-items.csv.gz");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.replace("\"", "").split(",");
            ancestors.put(fields[0], List.of(fields[1], fields[2]));
        }
        ItemHierarchy hierarchy = ItemHierarchy.of(ancestors);
        BasketLog baskets = SharedBaskets.groceries();
        assertThat(baskets.at(hierarchy, 1).items().size()).isEqualTo(55);
        BasketLog departments = baskets.at(hierarchy, 2);
        assertThat(departments.items().size()).isEqualTo(10);
        for (int b = 0; b < 500; b++) {
            Set<String> expected = new HashSet<>();
            baskets.names(b).forEach(item -> expected.add(hierarchy.ancestor(item, 2)));
            assertThat(departments.names(b)).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(baskets.extended(hierarchy).items().size()).isEqualTo(169 + 55 + 10);
    }
}
