package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.feature.FeatureMatrix;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.score.CustomerState;
import org.ltv4j.core.testing.Json;

class ErasureTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final String COMPOSED = "Zo\u00eb-planted";
    private static final String DECOMPOSED = "Zoe\u0308-planted";

    @TempDir
    Path folder;

    private final Erasure erasure = Erasure.of(Set.of(COMPOSED, "planted@example.com"), "request 2026-17");

    @Test
    void aLogForgetsTheCustomerAndTheOrdersThatOnlyHeNamed() {
        TransactionLog log = log();
        TransactionLog kept = erasure.from("sales log", log);
        assertThat(kept.customers().size()).isEqualTo(2);
        assertThat(kept.customers().indexOf(COMPOSED)).isEmpty();
        assertThat(kept.customers().indexOf(DECOMPOSED)).as("the same person").isEmpty();
        assertThat(kept.orders().size()).isEqualTo(2);
        assertThat(kept.orders().indexOf("order-of-planted")).isEmpty();
        assertThat(kept.products().size()).isEqualTo(2);
        for (int row = 0; row < kept.size(); row++) {
            assertThat(kept.orders().id(kept.order(row))).isEqualTo("o-" + (int) kept.amount(row));
            assertThat(kept.products().id(kept.product(row))).isEqualTo("p-" + (int) kept.amount(row));
        }
        assertThat(erasure.receipt(NOON).parts()).containsExactly(new ErasedPart("sales log", "rows", 4, 2, 0));
    }

    private static TransactionLog log() {
        return TransactionLog.builder("EUR")
                .add(COMPOSED, DAY, 1)
                .order("order-of-planted")
                .product("only hers")
                .add("ann", DAY, 2)
                .order("o-2")
                .product("p-2")
                .add(DECOMPOSED, DAY, 3)
                .order("order-of-planted")
                .product("p-2")
                .add("bob", DAY, 4)
                .order("o-4")
                .product("p-4")
                .build();
    }

    @Test
    void statesForgetTheCustomer() {
        Map<String, CustomerState> states = new LinkedHashMap<>();
        states.put("ann", CustomerState.firstPurchase(DAY, 1));
        states.put(DECOMPOSED, CustomerState.firstPurchase(DAY, 2));
        assertThat(erasure.from("till states", states)).containsOnlyKeys("ann");
        assertThat(states).as("the caller's map").hasSize(2);
        assertThat(erasure.receipt(NOON).parts()).containsExactly(new ErasedPart("till states", "customers", 2, 1, 0));
    }

    @Test
    void otherHoldersOfIdsReportThemselves() {
        assertThat(erasure.numbers(log().customers()).stream()).containsExactly(0, 2);
        assertThat(erasure.isSubject("planted@example.com")).isTrue();
        assertThat(erasure.isSubject("PLANTED@example.com")).as("case counts").isFalse();
        erasure.record("crm", "rows", 10, 1, 2);
        assertThat(erasure.receipt(NOON))
                .hasToString("request 2026-17: 1 removed from 1 of 1 places, 2 mentions remain");
    }

    @Test
    void aFeatureMatrixForgetsTheCustomerInEitherUnicodeForm() {
        FeatureMatrix matrix = Features.asOf(DAY).rfm().from(log());
        assertThat(erasure.idsIn(matrix.customers())).containsExactly(COMPOSED, DECOMPOSED);
        FeatureMatrix kept = matrix.without(erasure.idsIn(matrix.customers()));
        assertThat(kept.rows()).isEqualTo(2);
        assertThat(erasure.idsIn(kept.customers())).isEmpty();
        assertThat(kept.schema()).isEqualTo(matrix.schema());
    }

    @Test
    void anUnknownIdAndASecondTimeFindNobody() {
        Erasure unknown = Erasure.of(Set.of("nobody"), "request 18");
        TransactionLog log = log();
        assertThat(unknown.from("sales log", log)).isSameAs(log);
        ErasureReceipt receipt = unknown.receipt(NOON);
        assertThat(receipt.found()).isFalse();
        assertThat(receipt).hasToString("request 18: nobody of that id was found in 1 places");

        TransactionLog kept = erasure.from("sales log", log);
        Erasure again = Erasure.of(Set.of(COMPOSED), "request 2026-17");
        assertThat(again.from("sales log", kept)).isSameAs(kept);
        assertThat(again.receipt(NOON).found()).isFalse();
    }

    @Test
    void theReceiptHoldsNothingOfThePerson() throws IOException {
        Path file = folder.resolve("scores.csv");
        Files.writeString(file, "customer,score\n" + COMPOSED + ",1\nann,2\n");
        erasure.from("sales log", log());
        erasure.fromCsv(file, "customer");
        erasure.search(file);
        String json = erasure.receipt(NOON).toJson();
        assertThat(json).doesNotContain("planted").doesNotContain("Zo");
        Json read = Json.parse(json);
        assertThat(read.get("reference").text()).isEqualTo("request 2026-17");
        assertThat(read.get("when").text()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(erasure.receipt(NOON).removed()).isEqualTo(3);
        assertThat(erasure + "" + erasure.receipt(NOON)).doesNotContain("planted");
    }

    @Test
    void aReceiptUnderAKeyHoldsPseudonyms() {
        Pseudonymizer pseudonyms = TestKeys.first().forPurpose("erasure");
        ErasureReceipt receipt = erasure.receipt(NOON, pseudonyms);
        assertThat(receipt.subject())
                .containsExactlyInAnyOrder(pseudonyms.token(COMPOSED), pseudonyms.token("planted@example.com"));
        assertThat(receipt.toJson()).contains(pseudonyms.token(COMPOSED)).doesNotContain("planted");
    }

    @Test
    void aChangedReceiptIsNoticed() {
        erasure.record("quotes \" and \\ and \n", "rows", 3, 1, 0);
        String json = erasure.receipt(NOON).toJson();
        assertThat(Json.parse(json).get("sha256").text())
                .isEqualTo(erasure.receipt(NOON).digest());
        assertThat(json).isEqualTo(erasure.receipt(NOON).toJson());
        assertThat(ErasureReceipt.isIntact(json)).isTrue();
        assertThat(ErasureReceipt.isIntact(json.replace("\"removed\": 1", "\"removed\": 2")))
                .isFalse();
        assertThat(ErasureReceipt.isIntact(json + " ")).isFalse();
        assertThat(ErasureReceipt.isIntact("{}")).isFalse();
    }

    @Test
    void namesThatHoldTheIdAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Erasure.of(Set.of("13085"), "erase customer 13085"))
                .withMessage(
                        "the reference of the request contains an id of the customer to erase: the receipt must not");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Erasure.of(Set.of("13085"), "request").fromCsv(folder.resolve("13085.csv"), "customer"))
                .withMessageNotContaining("13085");
        assertThat(Erasure.of(Set.of("1308"), "request 13085").ids())
                .as("no word of its own")
                .containsExactly("1308");
        assertThatIllegalArgumentException().isThrownBy(() -> Erasure.of(Set.of(), "request"));
        assertThatIllegalArgumentException().isThrownBy(() -> Erasure.of(Set.of(""), "request"));
    }

    @Test
    void mentionsInAnyFileAreCountedAsWords() throws IOException {
        Path file = folder.resolve("model.json");
        String far = "x".repeat(3 << 20); // across the pieces in which a file is read
        Files.writeString(
                file,
                "{\"" + COMPOSED + "\", " + far + " " + DECOMPOSED + ", planted@example.com." + far
                        + "xplanted@example.com," + COMPOSED + "s, " + far + COMPOSED.repeat(2) + " " + COMPOSED);
        assertThat(erasure.search(file)).isEqualTo(4);
        ErasureReceipt receipt = erasure.receipt(NOON);
        assertThat(receipt.parts()).containsExactly(new ErasedPart("model.json", "bytes", Files.size(file), 0, 4));
        assertThat(receipt.found()).isTrue();
    }

    /** The same text with the mention at every place around the end of a piece. */
    @Test
    void noMentionIsMissedOrCountedTwiceAtTheEndOfAPiece() throws IOException {
        Path file = folder.resolve("report.html");
        for (int before = 0; before < 200; before++) {
            Files.writeString(file, " ".repeat(before) + "planted@example.com" + " ".repeat(150));
            for (int chunk : new int[] {1, 7, 100}) {
                assertThat(Mentions.in(file, Set.of("planted@example.com"), chunk)
                                .count())
                        .isEqualTo(1);
            }
        }
        assertThat(erasure.search(file)).isEqualTo(1);
    }
}
