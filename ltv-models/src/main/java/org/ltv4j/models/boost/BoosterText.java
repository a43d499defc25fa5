package org.ltv4j.models.boost;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/** The bytes of trees in a model document: base64 in lines, and their SHA-256. */
final class BoosterText {
    /** Characters of a line, a multiple of 4. */
    private static final int LINE = 1 << 16;

    /** Models of more would make documents that are not read any more. */
    private static final int MOST_BYTES = 46 << 20;

    private BoosterText() {}

    static void write(byte[] booster, ModelWriter out) {
        if (booster.length > MOST_BYTES) {
            throw new IllegalArgumentException("the trees take " + (booster.length >> 20) + " MiB, more than the "
                    + (MOST_BYTES >> 20) + " MiB of a model document: use fewer or shallower trees");
        }
        String text = Base64.getEncoder().encodeToString(booster);
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); at += LINE) {
            lines.add(text.substring(at, Math.min(text.length(), at + LINE)));
        }
        out.text("format", "xgboost-ubj").text("sha256", sha256(booster)).texts("base64", lines);
    }

    static byte[] read(ModelReader in) {
        String format = in.text("format");
        if (!format.equals("xgboost-ubj")) {
            throw in.error("format", "need 'xgboost-ubj', the trees are in another format");
        }
        byte[] booster;
        try {
            booster = Base64.getDecoder().decode(String.join("", in.texts("base64")));
        } catch (IllegalArgumentException e) {
            throw in.error("base64", "this is no base64, or it was cut short: " + e.getMessage());
        }
        if (!in.text("sha256").equals(sha256(booster))) {
            throw in.error("sha256", "the trees are not those that were saved: their bytes were changed or cut short");
        }
        return booster;
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(DataFingerprint.sha256().digest(bytes));
    }
}
