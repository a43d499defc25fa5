package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.TransactionLog;

class ErasureListTest {
    @TempDir
    Path folder;

    private final Pseudonymizer pseudonyms = TestKeys.first().forPurpose("erasure");
    private final ErasureList list = ErasureList.empty(pseudonyms).with(List.of("planted-ann", "planted-bob"));

    @Test
    void whoeverWasErasedStaysOut() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        TransactionLog nextWeek = TransactionLog.builder("EUR")
                .add("cleo", day, 1)
                .add("planted-bob", day, 2)
                .add("planted-bob", day, 4)
                .build();
        Screened kept = list.apply(nextWeek);
        assertThat(kept.log().customers().size()).isEqualTo(1);
        assertThat(kept.log().customers().id(0)).isEqualTo("cleo");
        assertThat(kept.report().step("erased customers (k1)").orElseThrow().rowsDropped())
                .isEqualTo(2);
        assertThat(kept.report().toString())
                .contains("1 of the 2 on the list came back")
                .doesNotContain("planted");
        assertThat(list.contains("planted-ann")).isTrue();
        assertThat(list.contains("cleo")).isFalse();
    }

    @Test
    void aSavedListIsTheSameListAndNamesNobody() throws IOException {
        Path file = folder.resolve("erased.txt");
        list.save(file);
        assertThat(Files.readString(file)).doesNotContain("planted");
        ErasureList loaded = ErasureList.load(file, TestKeys.first().forPurpose("erasure"));
        assertThat(loaded.size()).isEqualTo(2);
        assertThat(loaded.contains("planted-bob")).isTrue();
        assertThat(loaded).hasToString("list of 2 erased customers under key k1");
    }

    /** A list under another key would find nobody and say nothing. */
    @Test
    void anotherKeyOrPurposeIsRefused() throws IOException {
        Path file = folder.resolve("erased.txt");
        list.save(file);
        PseudonymKey wrongBytes = PseudonymKey.of("k1", TestKeys.bytes(7, 32));
        for (Pseudonymizer other : List.of(
                wrongBytes.forPurpose("erasure"),
                TestKeys.analytics(),
                TestKeys.second().forPurpose("erasure"))) {
            assertThatExceptionOfType(InvalidDataException.class)
                    .isThrownBy(() -> ErasureList.load(file, other))
                    .withMessageContaining("was made with another key or purpose");
        }
    }

    @Test
    void aListThatIsNotWholeIsRefused() throws IOException {
        Path file = folder.resolve("erased.txt");
        list.save(file);
        List<String> lines = Files.readAllLines(file);
        refused(file, lines.subList(0, 5), "is not whole");
        refused(file, lines.subList(0, 3), "this is no list of erased customers");
        refused(file, List.of("customer", "a", "b", "c"), "this is no list of erased customers");
        List<String> broken = new ArrayList<>(lines);
        broken.set(5, "planted-ann");
        refused(file, broken, "line 6 of the list of erased customers is no pseudonym of key k1");
    }

    private void refused(Path file, List<String> lines, String message) throws IOException {
        Files.write(file, lines);
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> ErasureList.load(file, pseudonyms))
                .withMessageContaining(message)
                .withMessageNotContaining("planted");
    }
}
