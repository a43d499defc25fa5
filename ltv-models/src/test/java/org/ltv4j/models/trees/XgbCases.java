package org.ltv4j.models.trees;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ltv4j.core.testing.Json;
import org.ltv4j.core.testing.SharedData;

/** Models that five versions of XGBoost have written, with what their native libraries answer: {@code reference/xgb-models}. */
final class XgbCases {
    private static final String FOLDER = "reference/xgb-models/";

    private XgbCases() {}

    /** One model file and what it must answer. */
    record Case(String id, String model, String expectations, boolean mayRefuse, String objective) {
        byte[] bytes() {
            return unpacked(model);
        }

        Json expected() {
            return Json.parse(String.join("\n", SharedData.lines(FOLDER + expectations)));
        }

        @Override
        public String toString() {
            return model.substring("models/".length(), model.length() - ".gz".length());
        }
    }

    /** A damaged or odd file. */
    record Hostile(String id, String file, String must, String what) {
        byte[] bytes() {
            return unpacked(file);
        }

        @Override
        public String toString() {
            return id + " (" + what + ")";
        }
    }

    static List<Case> all() {
        List<Case> all = new ArrayList<>();
        for (Json json : index().get("cases").list()) {
            for (String format : List.of("json", "ubj")) {
                if (json.get("files").has(format)) {
                    all.add(new Case(
                            json.get("id").text(),
                            json.get("files").get(format).get("path").text(),
                            json.get("case").text(),
                            json.get("must").text().equals("score-or-refuse"),
                            json.get("objective").text()));
                }
            }
        }
        return all;
    }

    static List<Hostile> hostile() {
        List<Hostile> all = new ArrayList<>();
        for (Json json : index().get("hostile").list()) {
            all.add(new Hostile(
                    json.get("id").text(),
                    json.get("path").text(),
                    json.get("must").text(),
                    json.get("what").text()));
        }
        return all;
    }

    private static Json index() {
        return Json.parse(String.join("\n", SharedData.lines(FOLDER + "index.json")));
    }

    static byte[] unpacked(String path) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.file(FOLDER + path)))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Floats written as the hexadecimal digits of their bits, eight each. */
    static float[] floats(String bits) {
        float[] values = new float[bits.length() / 8];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(Integer.parseUnsignedInt(bits, 8 * i, 8 * i + 8, 16));
        }
        return values;
    }
}
