package org.ltv4j.segmentation.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.ltv4j.segmentation.basket.BasketLog;

/** SHA-256 over the canonical lines of the golden results: {@code conventions} of {@code reference/rules-*.json}. */
public final class Digests {
    /** The order of code points, which is that of UTF-8 bytes. */
    public static final Comparator<String> BY_CODE_POINT = (a, b) -> {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return java.util.Arrays.compare(left, right);
    };

    private Digests() {}

    /** Over baskets in their order: {@code a|b|c} each, joined by line feeds. */
    public static String ofBaskets(BasketLog baskets) {
        List<String> lines = new ArrayList<>();
        for (int basket = 0; basket < baskets.size(); basket++) {
            lines.add(joined(baskets.names(basket)));
        }
        return sha256(String.join("\n", lines));
    }

    /** Over lines in the order of code points, each ended by a line feed. */
    public static String ofLines(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.stream().sorted(BY_CODE_POINT).forEach(line -> text.append(line).append('\n'));
        return sha256(text.toString());
    }

    /** Names in the order of code points, with bars between them. */
    public static String joined(List<String> names) {
        return String.join("|", names.stream().sorted(BY_CODE_POINT).toList());
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
