package org.ltv4j.core.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was searched and removed when a customer was erased, for the files of whoever answers for it. It holds nothing of
 * the customer but, if asked for, pseudonyms under the caller's key.
 *
 * @param when by the caller's clock
 * @param reference the request, for example {@code request 2026-17}
 * @param subject pseudonyms of the customer's ids under the caller's key; empty if none was given
 * @param parts the places searched, in order
 */
public record ErasureReceipt(Instant when, String reference, List<String> subject, List<ErasedPart> parts) {
    private static final String DIGEST = "  \"sha256\": \"";

    /**
     * Copies the lists.
     *
     * @param when by the caller's clock
     * @param reference the request, for example {@code request 2026-17}
     * @param subject pseudonyms of the customer's ids under the caller's key; empty if none was given
     * @param parts the places searched, in order
     */
    public ErasureReceipt {
        subject = List.copyOf(subject);
        parts = List.copyOf(parts);
    }

    /**
     * What was taken away in all places together, rows and customers alike.
     *
     * @return 0 where nobody of that id was found
     */
    public long removed() {
        return parts.stream().mapToLong(ErasedPart::removed).sum();
    }

    /**
     * Mentions that are still there.
     *
     * @return 0 if the customer is gone from every place searched
     */
    public long remaining() {
        return parts.stream().mapToLong(ErasedPart::remaining).sum();
    }

    /**
     * Whether the customer was met anywhere.
     *
     * @return false for an id that nobody has, and when the erasure is repeated
     */
    public boolean found() {
        return removed() > 0 || remaining() > 0;
    }

    /**
     * SHA-256 of everything else in {@link #toJson()}: tells whether a text was changed by accident. It is no signature;
     * sign the text if it has to convince a stranger.
     *
     * @return 64 hexadecimal digits
     */
    public String digest() {
        return sha256(body());
    }

    /**
     * The receipt as a JSON text, of the same bytes for an equal receipt.
     *
     * @return a JSON object with line feeds, its digest last
     */
    public String toJson() {
        return body() + DIGEST + digest() + "\"\n}\n";
    }

    /**
     * Whether a text still is as {@link #toJson} wrote it.
     *
     * @param json a text
     * @return false if its digest is missing or is not that of the rest
     */
    public static boolean isIntact(String json) {
        int at = json.lastIndexOf(DIGEST);
        if (at < 0) {
            return false;
        }
        String body = json.substring(0, at);
        return json.equals(body + DIGEST + sha256(body) + "\"\n}\n");
    }

    private String body() {
        String places = parts.stream()
                .map(part -> "    {\"name\": " + quoted(part.name()) + ", \"unit\": " + quoted(part.unit())
                        + ", \"searched\": " + part.searched() + ", \"removed\": " + part.removed()
                        + ", \"remaining\": " + part.remaining() + "}")
                .collect(Collectors.joining(",\n"));
        return "{\n  \"format\": \"ltv4j-erasure-receipt\",\n  \"formatVersion\": 1,\n  \"when\": "
                + quoted(when.toString())
                + ",\n  \"reference\": " + quoted(reference)
                + ",\n  \"subject\": ["
                + subject.stream().map(ErasureReceipt::quoted).collect(Collectors.joining(", "))
                + "],\n  \"found\": " + found()
                + ",\n  \"parts\": [" + (places.isEmpty() ? "" : "\n" + places + "\n  ") + "],\n";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate((char) c)) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The outcome in one line, for example {@code request 2026-17: 12 removed from 2 of 3 places}. */
    @Override
    public String toString() {
        if (!found()) {
            return reference + ": nobody of that id was found in " + parts.size() + " places";
        }
        long places = parts.stream().filter(part -> part.removed() > 0).count();
        return reference + ": " + removed() + " removed from " + places + " of " + parts.size() + " places"
                + Optional.of(remaining())
                        .filter(left -> left > 0)
                        .map(left -> ", " + left + " mentions remain")
                        .orElse("");
    }
}
