package org.ltv4j.models.boost;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ltv4j.core.outcome.TrainingSet;

/** SHA-256 of what a model is trained on; customers are numbers in it, not names. */
final class DataFingerprint {
    private static final int BLOCK = 1_024;

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BLOCK * Long.BYTES);

    private DataFingerprint() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(TrainingSet data) {
        DataFingerprint print = new DataFingerprint();
        print.add(data.schema().fingerprint());
        print.add(data.outcome().toString());
        data.schema().features().forEach(feature -> {
            if (data.levels().containsKey(feature.name())) {
                data.levels().get(feature.name()).forEach(print::add);
            }
        });
        for (int row = 0; row < data.rows(); row++) {
            print.add(Double.doubleToLongBits(data.outcome(row)));
            print.add(Double.doubleToLongBits(data.weight(row)));
            print.add(data.customer(row));
            print.add(data.asOf(row).toEpochDay());
            for (int column = 0; column < data.schema().size(); column++) {
                print.add(Double.doubleToLongBits(data.value(row, column)));
            }
        }
        print.flush();
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        flush();
        digest.update(bytes);
    }

    private void add(long number) {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putLong(number);
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
