package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.TransactionLog;

/** What only a forgotten customer named goes with the customer: a product may bear a name. */
class ForgottenWordsTest {
    private static final LocalDate DATE = LocalDate.of(2024, 3, 1);
    private static final String MUG = "mug engraved Ann Planted";
    private static final String TILL = "till of Ann";

    private static final FeaturePlan PLAN = Features.asOf(DATE)
            .rfm()
            .categories()
            .channel()
            .firstProduct()
            .categories("maker", product -> product.startsWith("mug") ? "maker of " + product : "a maker");

    private static TransactionLog log() {
        return TransactionLog.builder("EUR")
                .add("ann", DATE, 5)
                .product(MUG)
                .channel(TILL)
                .order("o1")
                .add("ann", DATE.minusDays(2), 2)
                .product("tea")
                .channel("web")
                .order("o2")
                .add("bob", DATE, 3)
                .product("tea")
                .channel("web")
                .order("o3")
                .add("bob", DATE.minusDays(1), 9)
                .product("zucchini")
                .channel("web")
                .order("o4")
                .build();
    }

    private static byte[] saved(FeatureStates states) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        states.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static String text(FeatureStates states) throws IOException {
        return new String(saved(states), StandardCharsets.UTF_8);
    }

    private static void holdsNothingOfAnn(FeatureMatrix matrix) {
        assertThat(matrix.levelsOfAll().values())
                .isNotEmpty()
                .allSatisfy(levels -> assertThat(levels).noneMatch(level -> level.contains("Ann")));
    }

    @Test
    void savedStatesHoldNoWordOfHers() throws IOException {
        FeatureStates states = PLAN.bind(log()).states(log());
        assertThat(text(states)).contains(MUG, TILL, "tea", "zucchini");
        assertThat(states.forget(List.of("ann"))).isEqualTo(1);
        assertThat(text(states)).doesNotContain("Ann", "ann").contains("tea", "zucchini", "web");
        FeatureMatrix matrix = states.matrix(DATE);
        holdsNothingOfAnn(matrix);
        FeatureStates read = PLAN.readStates(new ByteArrayInputStream(saved(states)));
        assertThat(read.matrix(DATE)).isEqualTo(matrix);
        assertThat(saved(read)).isEqualTo(saved(states));
    }

    @Test
    void theOthersKeepTheirFeaturesByName() {
        FeatureStates states = PLAN.bind(log()).states(log());
        states.forget(List.of("ann"));
        FeatureMatrix matrix = states.matrix(DATE);
        int first = (int) matrix.column("first_product")[0];
        assertThat(matrix.levels("first_product").get(first)).isEqualTo("zucchini");
        assertThat(matrix.levels("first_product")).containsExactly("tea", "zucchini");
        assertThat(states.customer("bob").features(DATE)).containsExactly(matrix.row(0));
        assertThat(matrix.column("distinct_products")).containsExactly(2);
    }

    @Test
    void aNameThatComesBackIsThatOfWhoBoughtIt() throws IOException {
        FeatureStates states = PLAN.bind(log()).states(log());
        states.forget(List.of("ann"));
        states.customer("eve").add(Sale.of(DATE.atStartOfDay(), 4).withProduct(MUG));
        assertThat(text(states)).contains(MUG).doesNotContain(TILL);
        FeatureStates read = PLAN.readStates(new ByteArrayInputStream(saved(states)));
        assertThat(read.matrix(DATE)).isEqualTo(states.matrix(DATE));
    }

    @Test
    void statesOfNobodyYetKeepTheLevelsOfTheirLog() throws IOException {
        FeatureStates states = PLAN.bind(log()).states();
        states.forget(List.of("nobody"));
        assertThat(states.bound().levels().get("favourite_product")).containsExactly(MUG, "tea", "zucchini");
        assertThat(text(states)).contains("zucchini");
    }

    @Test
    void aMatrixWithoutHerHoldsNoLevelOfHers() {
        FeatureMatrix whole = PLAN.from(log());
        assertThat(whole.levels("favourite_product")).contains(MUG);
        FeatureMatrix matrix = whole.without(List.of("ann"));
        holdsNothingOfAnn(matrix);
        int first = (int) matrix.column("first_product")[0];
        assertThat(matrix.levels("first_product").get(first)).isEqualTo("zucchini");
        assertThat(whole.levels("first_product").get((int) whole.column("first_product")[1]))
                .isEqualTo("zucchini"); // the matrix that was asked has not changed
        assertThat(whole.without(List.of("ann", "bob")).rows()).isZero();
    }
}
