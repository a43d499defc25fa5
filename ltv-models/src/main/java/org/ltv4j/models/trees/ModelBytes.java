package org.ltv4j.models.trees;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ltv4j.core.io.ModelFormatException;

/** Gets the bytes of a model and tells by the first of them what they are. */
final class ModelBytes {
    /** By so many bytes other formats are told. */
    private static final int START = 16;

    private static final String ADVICE = ": load it with XGBoost and save it with save_model(\"model.ubj\")";

    private ModelBytes() {}

    static byte[] of(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new ModelFormatException("this is no regular file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                checked(in.readNBytes(START));
            }
            checkSize(Files.size(file), Limits.room());
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no model file " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the model file " + file + " cannot be read: " + e, e);
        }
    }

    static byte[] of(InputStream in) throws IOException {
        byte[] start = checked(in.readNBytes(START));
        long room = Limits.room() * 2 / 3; // the parts that a stream gives stand beside the whole
        byte[] rest = in.readNBytes((int) Math.min(Limits.MODEL, room) - START + 1);
        checkSize((long) START + rest.length, room);
        if (start.length < START) {
            return start;
        }
        byte[] bytes = new byte[START + rest.length];
        System.arraycopy(start, 0, bytes, 0, START);
        System.arraycopy(rest, 0, bytes, START, rest.length);
        return bytes;
    }

    /** Refuses a model before its bytes fill the memory. */
    static void checkSize(long size, long room) {
        if (size > Limits.MODEL) {
            throw new ModelFormatException("larger than " + (Limits.MODEL >> 20) + " MiB, the most that is read");
        }
        if (size > room) {
            throw new ModelFormatException("larger than " + (room >> 20)
                    + " MiB, the most that is read with the memory that Java may use: give it more with -Xmx");
        }
    }

    /** The document in these bytes: an object in JSON or UBJ. */
    static Document document(byte[] bytes) {
        refuseOthers(bytes);
        int start = first(bytes);
        if (start == bytes.length) {
            throw new ModelFormatException("the model is empty");
        }
        refuseNoObject(bytes[start]);
        return start == 0 && bytes.length > 1 && ubjAfterBrace(bytes[1])
                ? new UbjDocument(bytes)
                : new JsonDocument(bytes, start);
    }

    /** The first byte that is no blank. */
    private static int first(byte[] bytes) {
        int start = starts(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0; // the mark that some editors put before UTF-8
        while (start < bytes.length && blank(bytes[start])) {
            start++;
        }
        return start;
    }

    /** Refuses by its first bytes what cannot be a model, before the rest is read. */
    private static byte[] checked(byte[] start) {
        refuseOthers(start);
        int first = first(start);
        if (first < start.length) {
            refuseNoObject(start[first]);
        }
        return start;
    }

    private static void refuseNoObject(byte first) {
        if (first == '[') {
            throw new ModelFormatException(
                    "this is an array, perhaps a dump of trees, which lacks what scoring needs" + ADVICE);
        }
        if (first != '{') {
            throw new ModelFormatException("this is no XGBoost model in JSON or UBJ: it starts with byte "
                    + String.format("0x%02x", first)
                    + ". If it is a model of XGBoost in the binary format of before"
                    + " version 1.0, or was saved as .model or .bin" + ADVICE);
        }
    }

    /** In UBJ a brace is followed by the length of a name, a count or a type; in JSON by a blank, a quote or a brace. */
    private static boolean ubjAfterBrace(byte next) {
        return !blank(next) && next != '"' && next != '}';
    }

    private static void refuseOthers(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        String other = "";
        if (start.startsWith("binf") || start.startsWith("bs64") || start.startsWith("CONFIG-offset:")) {
            other = "a model in XGBoost's old binary format";
        } else if (starts(bytes, 0x1f, 0x8b) || start.startsWith("PK\u0003\u0004")) {
            throw new ModelFormatException("this is a compressed file (gzip or zip): unpack it first");
        } else if (start.startsWith("version https://")) {
            throw new ModelFormatException("this is a pointer of Git LFS, not the model: fetch it with git lfs pull");
        } else if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
            throw new ModelFormatException("this is UTF-16: JSON models are UTF-8");
        } else if (bytes.length > 1 && bytes[0] == (byte) 0x80 && bytes[1] >= 2 && bytes[1] <= 5) {
            other = "a Python pickle";
        } else if (start.startsWith("RDX") || start.startsWith("X\n\u0000")) {
            other = "an R object file";
        } else if (start.startsWith("tree\n") || start.startsWith("booster[")) {
            other = "a text model or dump";
        }
        if (!other.isEmpty()) {
            throw new ModelFormatException("this is " + other + ", which is not read" + ADVICE);
        }
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean starts(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
