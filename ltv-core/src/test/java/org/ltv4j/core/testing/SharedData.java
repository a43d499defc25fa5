package org.ltv4j.core.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Real data sets and golden results, which lie beside a maintainer's checkout in {@code ../shared} and are not part of the
 * repository. Where they are absent a test is skipped with the reason; with {@code LTV_REQUIRE_SHARED_DATA=true} in the
 * environment their absence is an error.
 */
public final class SharedData {
    private SharedData() {}

    /** A file such as {@code data/cdnow_full.csv.gz} or {@code reference/clv-cdnow-full.json}. */
    public static Path file(String relative) {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path file = dir.resolve("shared").resolve(relative);
            if (Files.exists(file)) {
                return file;
            }
        }
        String reason = "shared/" + relative + " is not beside this checkout";
        if ("true".equals(System.getenv("LTV_REQUIRE_SHARED_DATA"))) {
            throw new AssertionError(reason);
        }
        return abort(reason + ": reference data are not part of the repository");
    }

    /** The lines of a text file, gunzipped where the name ends in {@code .gz}. */
    public static List<String> lines(String relative) {
        Path file = file(relative);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = relative.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
