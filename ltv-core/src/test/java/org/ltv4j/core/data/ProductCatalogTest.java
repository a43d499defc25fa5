package org.ltv4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProductCatalogTest {

    private static ProductCatalogBuilder cafe() {
        return ProductCatalog.builder()
                .product("espresso", "drinks", "hot", "coffee")
                .priceBand("low")
                .attribute("brand", "Roma")
                .product("tea", "drinks", "hot")
                .product("muffin", "food")
                .attribute("brand", "Oven")
                .product("thing");
    }

    @Test
    void productsHaveACategoryOnEveryLevel() {
        ProductCatalog catalog = cafe().build();
        assertThat(catalog.levels()).isEqualTo(3);
        assertThat(catalog.categories().names()).containsExactly("unknown", "drinks", "food");
        assertThat(catalog.categories(1).names()).containsExactly("unknown", "drinks > hot", "food");
        assertThat(catalog.categories(2).names())
                .containsExactly("unknown", "drinks > hot > coffee", "drinks > hot", "food");
        assertThat(catalog.path("espresso")).containsExactly("drinks", "hot", "coffee");
        assertThat(catalog.path("thing")).isEmpty();
    }

    @Test
    void theProductsOfALogAreResolvedOnceByNumber() {
        ProductClasses classes = cafe().build().categories();
        assertThat(classes.of(IdTable.of("muffin", "never heard of", "espresso", "thing")))
                .containsExactly(2, ProductClasses.UNKNOWN, 1, ProductClasses.UNKNOWN);
        assertThat(classes.of("tea")).isEqualTo(1);
        assertThat(classes.of("Tea")).isEqualTo(ProductClasses.UNKNOWN); // ids are compared exactly
    }

    @Test
    void aCategoryNamedUnknownIsTheUnknownOne() {
        ProductCatalog catalog = ProductCatalog.builder()
                .product("x", "unknown")
                .product("y", " ")
                .build();
        assertThat(catalog.categories().names()).containsExactly("unknown");
        assertThat(catalog.categories().of("x")).isEqualTo(ProductClasses.UNKNOWN);
    }

    @Test
    void attributesAndPriceBandsSortProductsToo() {
        ProductCatalog catalog = cafe().build();
        assertThat(catalog.attributes()).containsExactly("brand");
        assertThat(catalog.attribute("brand").names()).containsExactly("unknown", "Roma", "Oven");
        assertThat(catalog.attribute("brand").of("tea")).isEqualTo(ProductClasses.UNKNOWN);
        assertThat(catalog.priceBands().of("espresso")).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog.attribute("colour"))
                .withMessageContaining("it has [brand]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> catalog.categories(3))
                .withMessageContaining("levels 0 to 2");
    }

    @Test
    void pricesFallIntoBandsFromTheirLimitOn() {
        ProductCatalog catalog = ProductCatalog.builder()
                .priceBands(5, 12.5)
                .product("a")
                .price(4.99)
                .product("b")
                .price(5)
                .product("c")
                .price(12.5)
                .product("d")
                .product("e")
                .price(0)
                .build();
        ProductClasses bands = catalog.priceBands();
        assertThat(bands.names()).containsExactly("unknown", "below 5", "5 to 12.5", "12.5 and more");
        assertThat(bands.of(catalog.products())).containsExactly(1, 2, 3, 0, 1);
    }

    @Test
    void parentsLeadUpToTheTop() {
        ProductCatalog catalog = ProductCatalog.builder()
                .parent("coffee", "hot")
                .parent("hot", "drinks")
                .product("espresso", "coffee")
                .product("tea", "hot", "tea")
                .build();
        assertThat(catalog.path("espresso")).containsExactly("drinks", "hot", "coffee");
        assertThat(catalog.path("tea")).containsExactly("drinks", "hot", "tea");
    }

    @Test
    void categoriesInACircleAreRefused() {
        ProductCatalogBuilder builder = ProductCatalog.builder()
                .parent("a", "b")
                .parent("b", "c")
                .parent("c", "a")
                .product("x", "a");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(builder::build)
                .withMessageContaining("stands above itself");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ProductCatalog.builder().parent("a", "b").parent("a", "c"));
    }

    @Test
    void aProductMayStandTwiceIfBothSayTheSame() {
        assertThat(cafe().product("tea", "drinks", "hot").build().products().size())
                .isEqualTo(4);
        ProductCatalogBuilder different = cafe().product("tea", "food");
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(different::build)
                .withMessageContaining("1 products stand twice")
                .withMessageContaining("product 5");
    }

    @Test
    void badProductsAreRefused() {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ProductCatalog.builder().product(" ", "x"));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ProductCatalog.builder().product("x").price(-1));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ProductCatalog.builder().priceBands(5, 5));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ProductCatalog.builder().priceBands(Double.NaN));
    }

    @Test
    void anEmptyCatalogKnowsNothing() {
        ProductCatalog catalog = ProductCatalog.builder().build();
        assertThat(catalog.categories().of(IdTable.of("x"))).containsExactly(ProductClasses.UNKNOWN);
    }
}
