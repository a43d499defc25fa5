package org.ltv4j.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

class FeatureStatesTest {
    private static final LocalDate DATE = LocalDate.of(2025, 3, 31);

    private final TransactionLog log = Plans.withAllColumns(
            TransactionLog.builder("EUR")
                    .add("zoe17", DATE.minusDays(40).atTime(9, 0), 4)
                    .order("secret-order")
                    .add("zoe17", DATE.minusDays(9).atTime(9, 0), 6)
                    .add("bob", DATE.plusDays(1), 6),
            DATE);
    private FeatureStates states = Plans.all(DATE).bind(log).states();

    @BeforeEach
    void fill() {
        states = Plans.all(DATE).bind(log).states(log);
    }

    private byte[] saved() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        states.writeTo(out);
        return out.toByteArray();
    }

    private static FeatureStates read(FeaturePlan plan, byte[] bytes) throws IOException {
        return plan.readStates(new ByteArrayInputStream(bytes));
    }

    @Test
    void giveTheMatrixOfTheLog() {
        assertThat(states.matrix(DATE)).isEqualTo(Plans.all(DATE).from(log));
        assertThat(states.customer("zoe17").rows()).isEqualTo(2);
        assertThat(states.find("nobody")).isEmpty();
    }

    @Test
    void answerForAnyDate() {
        FeatureState ann = states.customer("zoe17");
        int purchases = states.schema().index("purchases");

        assertThat(ann.features(DATE.minusDays(9))[purchases]).isEqualTo(2);
        assertThat(ann.features(DATE.minusDays(10))[purchases]).isEqualTo(1);
        assertThatThrownBy(() -> ann.features(DATE.minusDays(41)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("2025-02-18")
                .hasMessageNotContaining("zoe17");
        assertThatThrownBy(() -> states.matrix(DATE.minusYears(1))).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> ann.features(DATE, new double[3]))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("got 3");
    }

    @Test
    void forgetCustomers() throws IOException {
        assertThat(states.forget(List.of("zoe17", "nobody"))).isEqualTo(1);
        assertThat(states.find("zoe17")).isEmpty();
        assertThat(states.matrix(DATE).customers().indexOf("zoe17")).isEmpty();
        String text = new String(saved(), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("zoe17", "secret-order").contains("full");
    }

    @Test
    void refuseWhatIsNoSale() {
        assertThatThrownBy(() -> states.customer(" ")).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> Sale.of(DATE.atStartOfDay(), Double.NaN))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("NaN");
        Sale sale = Sale.of(DATE.atStartOfDay(), 1);
        assertThatThrownBy(() -> sale.withQuantity(Double.POSITIVE_INFINITY)).isInstanceOf(InvalidDataException.class);
        TransactionLog dollars =
                TransactionLog.builder("USD").add("zoe17", DATE, 1).build();
        assertThatThrownBy(() -> states.add(dollars)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> states.bound().from(dollars))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("EUR")
                .hasMessageContaining("USD");
        TransactionLog poor =
                TransactionLog.builder("EUR").add("zoe17", DATE, 1).build();
        assertThatThrownBy(() -> states.bound().from(poor))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("column order");
    }

    @Test
    void amountsBeyondTheRangeOfADoubleAreAnErrorNotInfinite() {
        states.customer("zoe17").add(Sale.of(DATE.atStartOfDay(), Double.MAX_VALUE));
        states.customer("zoe17").add(Sale.of(DATE.atStartOfDay(), Double.MAX_VALUE));

        assertThatThrownBy(() -> states.customer("zoe17").features(DATE))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("total_spend")
                .hasMessageNotContaining("zoe17");
    }

    @Test
    void printNobody() {
        assertThat(states.toString() + states.customer("zoe17") + states.bound() + Plans.all(DATE))
                .doesNotContain("zoe17");
    }

    @Test
    void areReadAsTheyWereWritten() throws IOException {
        FeatureStates again = read(Plans.all(DATE), saved());

        assertThat(again.matrix(DATE)).isEqualTo(states.matrix(DATE));
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        again.writeTo(second);
        assertThat(second.toByteArray()).isEqualTo(saved());
    }

    @Test
    void areReadAsOfAnotherDateWithTheSameLevels() throws IOException {
        FeatureStates later = read(Plans.all(DATE).asOf(DATE.plusDays(5)), saved());

        assertThat(later.bound().levels()).isEqualTo(states.bound().levels());
        assertThat(later.matrix(DATE.plusDays(5))).isEqualTo(states.matrix(DATE.plusDays(5)));
    }

    @Test
    void refuseAnotherPlan() throws IOException {
        byte[] bytes = saved();
        assertThatThrownBy(() -> read(Features.asOf(DATE).rfm(), bytes))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("another plan");
    }

    @Test
    void noDamageGoesUnnoticed() throws IOException {
        byte[] bytes = saved();
        FeaturePlan plan = Plans.all(DATE);
        for (int i = 0; i < bytes.length; i += 1 + i / 40) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            assertThatThrownBy(() -> read(plan, damaged))
                    .as("byte " + i)
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageNotContaining("zoe17");
            byte[] cut = Arrays.copyOf(bytes, i);
            assertThatThrownBy(() -> read(plan, cut)).as("cut at " + i).isInstanceOf(InvalidDataException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> read(plan, longer)).isInstanceOf(InvalidDataException.class);
    }
}
