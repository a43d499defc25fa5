package org.ltv4j.segmentation.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.AttributeType;
import org.ltv4j.core.data.CustomerAttributes;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;

class BasketLabelsTest {
    private static final BasketLog BASKETS = BasketLog.builder()
            .add("a")
            .customer("ann")
            .channel("web")
            .time(LocalDateTime.of(2025, 1, 6, 5, 59))
            .add("b")
            .customer("bob")
            .time(LocalDateTime.of(2025, 7, 13, 17, 0))
            .add("c")
            .time(LocalDateTime.of(2024, 12, 31, 11, 30))
            .add("d")
            .customer("ann")
            .channel("shop")
            .time(LocalDateTime.of(2025, 3, 1, 6, 0))
            .build();

    private static List<String> each(BasketLabels labels) {
        List<String> each = new ArrayList<>();
        for (int b = 0; b < labels.baskets().size(); b++) {
            each.add(labels.label(b));
        }
        return each;
    }

    @Test
    void timesAreLabels() {
        assertThat(each(BasketLabels.byHours(BASKETS, 6, 11, 17))).containsExactly("17-06", "17-06", "11-17", "06-11");
        assertThat(each(BasketLabels.byWeekday(BASKETS)))
                .containsExactly("1 Monday", "7 Sunday", "2 Tuesday", "6 Saturday");
        assertThat(each(BasketLabels.byMonth(BASKETS))).containsExactly("2025-01", "2025-07", "2024-12", "2025-03");
        assertThat(each(BasketLabels.bySeason(BASKETS, false))).containsExactly("winter", "summer", "winter", "spring");
        assertThat(each(BasketLabels.bySeason(BASKETS, true))).containsExactly("summer", "winter", "summer", "autumn");
        assertThat(BasketLabels.byMonth(BASKETS).labels()).containsExactly("2024-12", "2025-01", "2025-03", "2025-07");
    }

    @Test
    void whatIsNotKnownIsCalledUnknownAndComesLast() {
        BasketLabels channels = BasketLabels.byChannel(BASKETS);
        assertThat(each(channels)).containsExactly("web", "unknown", "unknown", "shop");
        assertThat(channels.labels()).containsExactly("shop", "web", "unknown");
        BasketLabels segments = BasketLabels.byCustomer(BASKETS, Map.of("ann", "zebra fans")::get);
        assertThat(each(segments)).containsExactly("zebra fans", "unknown", "unknown", "zebra fans");
        assertThat(segments.labels()).containsExactly("zebra fans", "unknown");
        assertThat(each(BasketLabels.byCustomer(BASKETS, id -> " "))).containsOnly("unknown");
        assertThat(segments).hasToString("BasketLabels[2 labels of 4 baskets]");
    }

    @Test
    void theBasketsOfALabelAndTheOthersAreAll() {
        BasketLabels channels = BasketLabels.byChannel(BASKETS);
        assertThat(channels.baskets("web").size()).isEqualTo(1);
        assertThat(channels.baskets("web").names(0)).containsExactly("a");
        assertThat(channels.others("web").size()).isEqualTo(3);
        assertThat(channels.baskets("nowhere").size()).isZero();
        assertThat(channels.others("nowhere").size()).isEqualTo(4);
        assertThat(channels.baskets()).isSameAs(BASKETS);
    }

    @Test
    void aValueOfTheCustomerIsALabel() {
        double[] value = {200, Double.NaN};
        BasketLabels labels = BasketLabels.byValue(BASKETS, c -> value[c], v -> v >= 150, "high", "rest");
        assertThat(each(labels)).containsExactly("high", "unknown", "unknown", "high");
        value[1] = 10;
        assertThat(each(BasketLabels.byValue(BASKETS, c -> value[c], v -> v >= 150, "high", "rest")))
                .containsExactly("high", "rest", "unknown", "high");
    }

    @Test
    void anAttributeIsALabelAsItWasKnownOnTheDay() {
        CustomerAttributes attributes = CustomerAttributes.builder()
                .declare("age", AttributeType.CATEGORY, Sensitivity.SENSITIVE)
                .declare("children", AttributeType.FLAG, Sensitivity.SENSITIVE)
                .declare("visits", AttributeType.NUMBER, Sensitivity.SENSITIVE)
                .add("ann", LocalDate.of(2025, 2, 1))
                .set("age", "25-34")
                .set("children", true)
                .add("bob")
                .set("age", "65+")
                .set("children", false)
                .build();
        assertThat(each(BasketLabels.byAttribute(BASKETS, attributes, "age")))
                .containsExactly("unknown", "65+", "unknown", "25-34");
        assertThat(each(BasketLabels.byAttribute(BASKETS, attributes, "children")))
                .containsExactly("unknown", "no", "unknown", "yes");
        BasketLog timeless = BasketLog.builder().add("a").customer("ann").build();
        assertThat(each(BasketLabels.byAttribute(timeless, attributes, "age"))).containsExactly("25-34");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BasketLabels.byAttribute(BASKETS, attributes, "visits"))
                .withMessageContaining("labels need a category or a flag");
    }

    @Test
    void whatIsNoLabelIsRefused() {
        assertThatThrownBy(() -> BasketLabels.of(BASKETS, b -> b == 2 ? "" : "x"))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith("basket 3 needs a label, got a blank one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BasketLabels.byHours(BASKETS, 6, 6))
                .withMessage("need at least two ascending hours from 0 to 23, got [6, 6]");
        assertThatIllegalArgumentException().isThrownBy(() -> BasketLabels.byHours(BASKETS, 6, 24));
        assertThatIllegalArgumentException().isThrownBy(() -> BasketLabels.byHours(BASKETS, 6));
        assertThatIllegalStateException()
                .isThrownBy(() -> BasketLabels.byMonth(BasketLog.of(List.of(Set.of("a")))))
                .withMessageStartingWith("these baskets have no times");
    }
}
