package org.ltv4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.LogEdit;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.merge.AppendPlan;
import org.ltv4j.core.merge.Appended;
import org.ltv4j.core.testing.LogText;
import org.ltv4j.core.testing.RandomSales;

class LogFilesTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 1, 12, 0);
    private static final EncryptionKey KEY = EncryptedStreamsTest.key(5);

    @TempDir
    Path folder;

    @Property(tries = 200, seed = "20261122")
    void aLoadedLogIsTheOneThatWasSaved(@ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int orders)
            throws IOException {
        TransactionLog log = RandomSales.log(RandomSales.draw(seed, orders));
        BitSet some = BitSet.valueOf(new long[] {seed, ~seed});
        some.clear(log.size(), 128);
        for (TransactionLog each : List.of(log, log.keep(some), filled(log, some))) {
            byte[] saved = bytes(each);
            TransactionLog loaded = read(saved);
            assertThat(LogText.exactly(loaded)).isEqualTo(LogText.exactly(each));
            assertThat(bytes(loaded)).isEqualTo(saved);
        }
    }

    @Test
    void oddLogsAreSavedToo() throws IOException {
        TransactionLog bare =
                TransactionLog.builderWithoutAmounts().add("ann", NOON).build();
        assertThat(read(bytes(bare)).hasAmounts()).isFalse();
        TransactionLog empty = TransactionLog.builder("EUR").build();
        assertThat(read(bytes(empty)).currency()).isEqualTo("EUR");
        var builder = TransactionLog.builder("");
        TransactionLog missing = builder.addWithoutAmount(builder.customers().index("客户一"), -5, 2)
                .build();
        assertThat(read(bytes(missing)).hasMissingAmounts()).isTrue();
        assertThat(read(bytes(missing)).customers().id(0)).isEqualTo("客户一");
        TransactionLog discounted = TransactionLog.builder("")
                .add("a", NOON, -0.0)
                .discount(0.5)
                .unitPrice(3)
                .build();
        assertThat(LogText.exactly(read(bytes(discounted)))).isEqualTo(LogText.exactly(discounted));
    }

    @Test
    void rowsStayInTheirOrderWhateverTheirIdsBecame() throws IOException {
        TransactionLog log = RandomSales.log(RandomSales.draw(3, 30));
        int[] reversed = new int[log.size()];
        for (int row = 0; row < reversed.length; row++) {
            reversed[row] = log.lines().size() - 1 - log.line(row);
        }
        TransactionLog renamed = LogEdit.of(log).lines(reversed, log.lines()).log();
        assertThat(LogText.exactly(read(bytes(renamed)))).isEqualTo(LogText.exactly(renamed));
    }

    /** The file of version 1 must load for ever, and the log in it must be saved as these bytes. */
    @Test
    void theFirstVersionLoads() throws IOException {
        TransactionLog log = TransactionLog.builder("EUR")
                .add("bob", NOON.plusDays(2), 3.25)
                .order("R2")
                .line("1")
                .product("tea")
                .channel("web")
                .quantity(2)
                .unitPrice(1.75)
                .discount(0.25)
                .add("ann", NOON, 1)
                .currency("USD")
                .build();
        try (InputStream in = Objects.requireNonNull(LogFilesTest.class.getResourceAsStream("log-version-1.ltvlog"))) {
            byte[] first = in.readAllBytes();
            assertThat(LogText.exactly(read(first))).isEqualTo(LogText.exactly(log));
            assertThat(bytes(log)).isEqualTo(first);
        }
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        byte[] saved = bytes(RandomSales.log(RandomSales.draw(4, 3)));
        for (int at = 0; at < saved.length; at++) {
            byte[] changed = saved.clone();
            changed[at] ^= (byte) (1 << at % 8);
            refused(changed);
        }
    }

    @Test
    void everyCutAndEveryAdditionIsFound() throws IOException {
        byte[] saved = bytes(RandomSales.log(RandomSales.draw(4, 3)));
        for (int length = 0; length < saved.length; length++) {
            refused(Arrays.copyOf(saved, length));
        }
        refused(Arrays.copyOf(saved, saved.length + 1));
    }

    @Test
    void newerVersionsAndForeignFilesAreNamed() throws IOException {
        byte[] newer = bytes(TransactionLog.builder("").add("a", NOON, 1).build());
        newer[11] = 9;
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> read(newer))
                .withMessageContaining("version 9, this library reads up to 1: upgrade");
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> read("customer,date,amount\n".getBytes(StandardCharsets.US_ASCII)))
                .withMessageContaining("no log saved by LogFiles.save");
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> read(new byte[0]))
                .withMessageContaining("it is empty");
    }

    /** Whoever writes the checksums as well can state any length: no memory is asked for that the file cannot fill. */
    @Test
    void aForgedLengthAsksForNoMemory() throws IOException {
        byte[] saved = bytes(TransactionLog.builder("").add("a", NOON, 1).build());
        int directory = ByteBuffer.wrap(saved).getInt(12);
        String text = new String(saved, 16, directory, StandardCharsets.ISO_8859_1);
        for (String column : List.of("second", "amount", "customer.rows", "customer.bytes", "source")) {
            byte[] forged = saved.clone();
            int count = 16 + text.indexOf(column) + column.length() + 1 + 1 + 8;
            ByteBuffer.wrap(forged).putInt(count, Integer.MAX_VALUE - 8);
            CRC32C sum = new CRC32C();
            sum.update(forged, 0, 16 + directory);
            ByteBuffer.wrap(forged).putInt(16 + directory, (int) sum.getValue());
            assertThatExceptionOfType(SavedFileException.class)
                    .isThrownBy(() -> read(forged))
                    .withMessageContaining("cut short");
        }
    }

    /** Every byte changed and its checksums made right again: refused or a log, never another error. */
    @Test
    void whatIsForgedIsRefusedOrALog() throws IOException {
        byte[] saved = bytes(RandomSales.log(RandomSales.draw(9, 2)));
        int directory = ByteBuffer.wrap(saved).getInt(12);
        int accepted = 0;
        for (int at = 16; at < 16 + directory; at++) {
            for (int value : new int[] {0, 1, 2, 127, 128, 255}) {
                byte[] forged = saved.clone();
                forged[at] = (byte) value;
                CRC32C sum = new CRC32C();
                sum.update(forged, 0, 16 + directory);
                ByteBuffer.wrap(forged).putInt(16 + directory, (int) sum.getValue());
                accepted += loads(forged) ? 1 : 0;
            }
        }
        assertThat(accepted).isPositive();
    }

    @Test
    void filesAreSavedLoadedAndAppendedTo() {
        List<RandomSales> rows = RandomSales.draw(11, 40);
        TransactionLog first = RandomSales.log(rows.subList(0, 50));
        TransactionLog day = RandomSales.log(rows.subList(45, rows.size()));
        for (boolean secret : new boolean[] {false, true}) {
            Path file = folder.resolve("sales-" + secret);
            Appended appended;
            TransactionLog loaded;
            if (secret) {
                LogFiles.save(first, file, KEY);
                appended = LogFiles.append(file, day, AppendPlan.defaults(), KEY);
                loaded = LogFiles.load(file, KEY);
            } else {
                LogFiles.save(first, file);
                appended = LogFiles.append(file, day, AppendPlan.defaults());
                loaded = LogFiles.load(file);
            }
            assertThat(appended.report().repeated()).isEqualTo(5);
            assertThat(LogText.exactly(loaded)).isEqualTo(LogText.exactly(appended.log()));
            assertThat(LogText.of(loaded)).isEqualTo(LogText.of(RandomSales.log(rows)));
        }
    }

    @Test
    void appendingTheSameAgainWritesNothing() throws IOException {
        Path file = folder.resolve("sales");
        TransactionLog log = RandomSales.log(RandomSales.draw(12, 5));
        LogFiles.save(log, file);
        Object before = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        assertThat(LogFiles.append(file, log, AppendPlan.defaults()).report().added())
                .isZero();
        assertThat(Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(before);
    }

    @Test
    void aRefusedBatchLeavesTheFileAsItWas() throws IOException {
        Path file = folder.resolve("sales");
        List<RandomSales> rows = RandomSales.draw(12, 5);
        LogFiles.save(RandomSales.log(rows), file);
        byte[] before = Files.readAllBytes(file);
        TransactionLog other =
                RandomSales.log(List.of(rows.get(0).withAmount(rows.get(0).amount() + 1)));
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> LogFiles.append(file, other, AppendPlan.defaults()));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void twoRunsDoNotAppendAtOnce() throws IOException {
        Path file = folder.resolve("sales");
        TransactionLog log = RandomSales.log(RandomSales.draw(12, 5));
        LogFiles.save(log, file);
        try (FileChannel channel = FileChannel.open(
                        folder.toRealPath().resolve(".sales.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatExceptionOfType(SavedFileException.class)
                    .isThrownBy(() -> LogFiles.append(file, log, AppendPlan.defaults()))
                    .withMessageContaining("another run is appending");
        }
        assertThat(LogFiles.append(file, log, AppendPlan.defaults()).report().repeated())
                .isEqualTo(log.size());
    }

    @Test
    void aKeyMustBeGivenExactlyWhereOneWasUsed() {
        TransactionLog log = RandomSales.log(RandomSales.draw(12, 5));
        Path plain = folder.resolve("plain");
        Path secret = folder.resolve("secret");
        LogFiles.save(log, plain);
        LogFiles.save(log, secret, KEY);
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> LogFiles.load(secret))
                .withMessageContaining("this is encrypted: give its key");
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> LogFiles.load(plain, KEY))
                .withMessageContaining("not encrypted, though a key was given");
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> LogFiles.load(secret, EncryptedStreamsTest.key(6)))
                .withMessageContaining("the key is not the one");
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> LogFiles.load(folder.resolve("none")))
                .withMessageContaining("there is no saved log");
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> LogFiles.load(folder))
                .withMessageContaining("a folder");
        TransactionLog log = RandomSales.log(RandomSales.draw(12, 5));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> LogFiles.append(folder.resolve("none"), log, AppendPlan.defaults()))
                .withMessageContaining("save the first one");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> LogFiles.save(log, folder.resolve("no/such")));
    }

    private static TransactionLog filled(TransactionLog log, BitSet rows) {
        double[] amounts = new double[log.size()];
        Arrays.setAll(amounts, log::amount);
        return LogEdit.of(log).filledAmounts(amounts, rows).log();
    }

    private static byte[] bytes(TransactionLog log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogWriter.write(log, out);
        return out.toByteArray();
    }

    private static TransactionLog read(byte[] saved) throws IOException {
        return LogReader.read(new ByteArrayInputStream(saved), saved.length);
    }

    private static boolean loads(byte[] saved) throws IOException {
        try {
            read(saved);
            return true;
        } catch (SavedFileException e) {
            return false;
        }
    }

    private static void refused(byte[] saved) {
        assertThatExceptionOfType(SavedFileException.class).isThrownBy(() -> read(saved));
    }
}
