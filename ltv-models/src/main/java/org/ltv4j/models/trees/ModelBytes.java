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
    /** Largest model that is read, in bytes: 1 GiB. */
    static final int MAX_SIZE = 1 << 30;

    private static final String ADVICE = ": load it with XGBoost and save it with save_model(\"model.ubj\")";

    private ModelBytes() {}

    static byte[] of(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new ModelFormatException("this is no regular file");
            }
            if (Files.size(file) > MAX_SIZE) {
                throw tooLarge();
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("there is no model file " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the model file " + file + " cannot be read: " + e, e);
        }
    }

    static byte[] of(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_SIZE + 1);
        if (bytes.length > MAX_SIZE) {
            throw tooLarge();
        }
        return bytes;
    }

    private static ModelFormatException tooLarge() {
        return new ModelFormatException("larger than " + (MAX_SIZE >> 20) + " MiB, the most that is read");
    }

    /** The document in these bytes: an object in JSON or UBJ. */
    static Document document(byte[] bytes) {
        refuseOthers(bytes);
        int start = starts(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0; // the mark that some editors put before UTF-8
        while (start < bytes.length && blank(bytes[start])) {
            start++;
        }
        if (start == bytes.length) {
            throw new ModelFormatException("the model is empty");
        }
        if (bytes[start] == '[') {
            throw new ModelFormatException(
                    "this is an array, perhaps a dump of trees, which lacks what scoring needs" + ADVICE);
        }
        if (bytes[start] != '{') {
            throw new ModelFormatException("this is no XGBoost model in JSON or UBJ: it starts with byte "
                    + String.format("0x%02x", bytes[start])
                    + ". If it is a model of XGBoost in the binary format of before"
                    + " version 1.0, or was saved as .model or .bin" + ADVICE);
        }
        return start == 0 && bytes.length > 1 && ubjAfterBrace(bytes[1])
                ? new UbjDocument(bytes)
                : new JsonDocument(bytes, start);
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
