package org.ltv4j.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedStreamsTest {
    private static final int CHUNK = EncryptedStreams.CHUNK;
    private static final int SEALED = CHUNK + 16;
    private static final int HEADER = 52;
    private static final EncryptionKey KEY = key(1);

    /** Base64 (RFC 4648) of the bytes 0 to 31. */
    private static final String TEXT = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @ParameterizedTest
    @ValueSource(ints = {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 200_000})
    void whatIsWrittenIsReadAgain(int length) throws IOException {
        byte[] content = content(length, 7);
        byte[] encrypted = encrypted(content, KEY);
        assertThat(decrypted(encrypted, KEY)).isEqualTo(content);
        assertThat(EncryptedStreams.contentSize(encrypted.length)).isEqualTo(length);
    }

    @Test
    void smallReadsAndWritesGiveTheSame() throws IOException {
        byte[] content = content(CHUNK + 100, 7);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EncryptedStreams.write(out, KEY, target -> {
            for (byte b : content) {
                target.write(b);
            }
        });
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream in = EncryptedStreams.decrypting(new ByteArrayInputStream(out.toByteArray()), KEY)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                read.write(b);
            }
        }
        assertThat(read.toByteArray()).isEqualTo(content);
    }

    @Test
    void theSameContentNeverLooksTheSameAndShowsNothingOfItself() throws IOException {
        byte[] content = "customer-4711 ".repeat(100).getBytes(StandardCharsets.US_ASCII);
        byte[] first = encrypted(content, KEY);
        byte[] second = encrypted(content, KEY);
        assertThat(Arrays.copyOfRange(first, HEADER, first.length))
                .isNotEqualTo(Arrays.copyOfRange(second, HEADER, second.length));
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("4711");
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        byte[] encrypted = encrypted(content(50, 7), KEY);
        for (int at = 0; at < encrypted.length; at++) {
            byte[] changed = encrypted.clone();
            changed[at] ^= (byte) (1 << at % 8);
            refused(changed, KEY);
        }
    }

    @Test
    void everyCutIsFound() throws IOException {
        byte[] encrypted = encrypted(content(300, 7), KEY);
        for (int length = 0; length < encrypted.length; length++) {
            refused(Arrays.copyOf(encrypted, length), KEY);
        }
    }

    @Test
    void cutsAndSwapsAndInsertionsOfWholeChunksAreFound() throws IOException {
        byte[] long3 = encrypted(content(3 * CHUNK, 7), KEY);
        byte[] other = encrypted(content(3 * CHUNK, 8), KEY);
        refused(Arrays.copyOf(long3, HEADER + 2 * SEALED), KEY);
        refused(Arrays.copyOf(long3, HEADER), KEY);
        byte[] swapped = long3.clone();
        System.arraycopy(long3, HEADER, swapped, HEADER + SEALED, SEALED);
        System.arraycopy(long3, HEADER + SEALED, swapped, HEADER, SEALED);
        refused(swapped, KEY);
        byte[] mixed = long3.clone();
        System.arraycopy(other, HEADER + SEALED, mixed, HEADER + SEALED, SEALED);
        refused(mixed, KEY);
        byte[] longer = Arrays.copyOf(long3, long3.length + SEALED);
        System.arraycopy(long3, HEADER, longer, long3.length, SEALED);
        refused(longer, KEY);
        refused(Arrays.copyOf(long3, long3.length + 1), KEY);
    }

    @Test
    void contentOfOneKeyDoesNotOpenWithAnother() throws IOException {
        byte[] encrypted = encrypted(content(50, 7), KEY);
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> decrypted(encrypted, key(2)))
                .withMessageContaining("the key is not the one");
    }

    @Test
    void whatIsNotEncryptedIsToldAndNewerVersionsAre() throws IOException {
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> decrypted("customer,date".getBytes(StandardCharsets.US_ASCII), KEY))
                .withMessageContaining("not encrypted");
        byte[] newer = encrypted(content(50, 7), KEY);
        newer[11] = 2;
        assertThatExceptionOfType(SavedFileException.class)
                .isThrownBy(() -> decrypted(newer, KEY))
                .withMessageContaining("version 2, this library reads up to 1");
    }

    @Test
    void contentThatFailsLeavesTheOldFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("state");
        EncryptedStreams.save(file, KEY, out -> out.write(1));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> EncryptedStreams.save(file, KEY, out -> {
                    out.write(2);
                    throw new IOException("no more");
                }));
        assertThat(decrypted(Files.readAllBytes(file), KEY)).containsExactly(1);
        assertThat(folder.toFile().list()).containsExactly("state");
    }

    /** RFC 5869, appendix A.1 and A.2. */
    @Test
    void keysAreDerivedAsTheStandardSays() {
        HexFormat hex = HexFormat.of();
        byte[] secret = hex.parseHex("0b".repeat(22));
        assertThat(hex.formatHex(StreamKeys.derive(
                        secret, hex.parseHex("000102030405060708090a0b0c"), hex.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42)))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        assertThat(hex.formatHex(StreamKeys.derive(range(0x00, 0x50), range(0x60, 0xb0), range(0xb0, 0x100), 82)))
                .isEqualTo(
                        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e59"
                                + "0e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    }

    @Test
    void aKeyIsThirtyTwoRandomBytesAndNeverShown() {
        EncryptionKey key = EncryptionKey.random();
        assertThat(key.isSameAs(EncryptionKey.ofBase64(key.toBase64()))).isTrue();
        assertThat(key.isSameAs(EncryptionKey.random())).isFalse();
        assertThat(key).hasToString("EncryptionKey[256 bits]");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> EncryptionKey.of(new byte[16]))
                .withMessageContaining("got 16");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> EncryptionKey.of(new byte[32]))
                .withMessageContaining("the same one");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> EncryptionKey.ofBase64("my secret!".toCharArray()))
                .satisfies(e -> assertThat(e).hasNoCause())
                .withMessageNotContaining("secret!");
    }

    @Test
    void aKeyAsTextIsTakenWithWhatAFileHasAroundItAndWipedInAnyCase() {
        EncryptionKey expected = EncryptionKey.of(range(0, 32));
        for (String text : new String[] {TEXT, TEXT.replace("=", ""), " " + TEXT + "\r\n"}) {
            char[] letters = text.toCharArray();
            assertThat(EncryptionKey.ofBase64(letters).isSameAs(expected)).isTrue();
            assertThat(letters).containsOnly('\0');
        }
        for (String text :
                new String[] {"", TEXT + "AA", TEXT.substring(4), TEXT.replace('A', '\u0141'), "====", "A".repeat(44)
                }) {
            char[] letters = text.toCharArray();
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> EncryptionKey.ofBase64(letters))
                    .withMessageContaining("44 letters");
            assertThat(letters).doesNotContain('A', 'w', '=');
        }
        assertThat(expected.toBase64()).isEqualTo(TEXT.toCharArray());
    }

    @Test
    void aClosedKeyKeepsNothing() throws ReflectiveOperationException, IOException {
        EncryptionKey key = EncryptionKey.of(range(0, 32));
        byte[] encrypted = encrypted(content(10, 1), key);
        Field field = EncryptionKey.class.getDeclaredField("secret");
        field.setAccessible(true);
        byte[] kept = (byte[]) field.get(key);
        assertThat(kept).isEqualTo(range(0, 32));
        try (InputStream open = EncryptedStreams.decrypting(new ByteArrayInputStream(encrypted), key)) {
            key.close();
            assertThat(kept).containsOnly(0);
            assertThat(open.readAllBytes()).as("opened before").isEqualTo(content(10, 1));
        }
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> encrypted(content(10, 1), key))
                .withMessageContaining("closed");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(key::toBase64);
    }

    /** A hash code of the secret would tell 32 bits of it to whoever reads a log or a heap of hash tables. */
    @Test
    void nothingIsComputedFromTheSecretForHashTables() {
        EncryptionKey one = EncryptionKey.of(range(0, 32));
        assertThat(one.hashCode()).isEqualTo(System.identityHashCode(one));
    }

    @Test
    void theKeysOfAStreamAreWipedWhenItEnds() throws IOException {
        StreamKeys keys = new StreamKeys(KEY, new byte[32]);
        keys.close();
        assertThat(keys.closed()).isTrue();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> keys.chunk(Cipher.ENCRYPT_MODE, new byte[1], 0, true, new byte[1], 1))
                .withMessageContaining("wiped");

        InputStream closed =
                EncryptedStreams.decrypting(new ByteArrayInputStream(encrypted(content(3 * CHUNK, 1), KEY)), KEY);
        assertThat(closed.read()).isNotNegative();
        closed.close();
        assertThatExceptionOfType(IOException.class).isThrownBy(closed::read).withMessageContaining("closed");
    }

    private static byte[] range(int from, int to) {
        byte[] bytes = new byte[to - from];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    static EncryptionKey key(int seed) {
        return EncryptionKey.of(content(EncryptionKey.BYTES, seed));
    }

    private static byte[] content(int length, int seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] encrypted(byte[] content, EncryptionKey key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EncryptedStreams.write(out, key, target -> target.write(content));
        return out.toByteArray();
    }

    private static byte[] decrypted(byte[] encrypted, EncryptionKey key) throws IOException {
        try (InputStream in = EncryptedStreams.decrypting(new ByteArrayInputStream(encrypted), key)) {
            return in.readAllBytes();
        }
    }

    private static void refused(byte[] encrypted, EncryptionKey key) {
        assertThatExceptionOfType(SavedFileException.class).isThrownBy(() -> decrypted(encrypted, key));
    }
}
