package org.ltv4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.score.CustomerState;
import org.ltv4j.core.testing.RandomSales;

class StateFilesTest {
    private static final EncryptionKey KEY = EncryptedStreamsTest.key(9);

    @TempDir
    Path folder;

    private final Map<String, CustomerState> states = states(40);

    @Test
    void statesAreLoadedAsTheyWereSaved() throws IOException {
        Path plain = folder.resolve("plain");
        Path secret = folder.resolve("secret");
        StateFiles.save(states, plain);
        StateFiles.save(states, secret, KEY);
        assertThat(StateFiles.load(plain)).isEqualTo(states).containsOnlyKeys(states.keySet());
        assertThat(StateFiles.load(secret, KEY)).isEqualTo(states);
        byte[] before = Files.readAllBytes(plain);
        StateFiles.save(StateFiles.load(plain), plain);
        assertThat(Files.readAllBytes(plain)).isEqualTo(before);
        StateFiles.save(Map.of(), plain);
        assertThat(StateFiles.load(plain)).isEmpty();
    }

    @Test
    void everyFlippedBitAndEveryCutIsFound() throws IOException {
        Path file = folder.resolve("states");
        StateFiles.save(states(3), file);
        byte[] saved = Files.readAllBytes(file);
        for (int at = 0; at < saved.length; at++) {
            byte[] changed = saved.clone();
            changed[at] ^= (byte) (1 << at % 8);
            refused(file, changed);
            refused(file, Arrays.copyOf(saved, at));
        }
    }

    @Test
    void aSavedLogIsNoFileOfStates() {
        Path file = folder.resolve("log");
        LogFiles.save(RandomSales.log(RandomSales.draw(1, 2)), file);
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> StateFiles.load(file))
                .withMessageContaining("no file of states saved by StateFiles.save");
        StateFiles.save(states, file);
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> LogFiles.load(file))
                .withMessageContaining("no log saved by LogFiles.save");
    }

    private static void refused(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        assertThatExceptionOfType(SavedFileException.class).isThrownBy(() -> StateFiles.load(file));
    }

    private static Map<String, CustomerState> states(int orders) {
        TransactionLog log = RandomSales.log(RandomSales.draw(5, orders));
        Map<String, CustomerState> states = new LinkedHashMap<>();
        for (int c = 0; c < log.customers().size(); c++) {
            states.put(log.customers().id(c), CustomerState.of(log, c));
        }
        return states;
    }
}
