package org.ltv4j.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a model was made from, without any personal data and without the clock: the same data and options give the same
 * provenance.
 *
 * @param library version of this library
 * @param data what the data were: counts, scale, dates, fingerprint; names to values
 * @param options the options of the fit; names to values
 */
public record Provenance(String library, Map<String, String> data, Map<String, String> options) {
    /**
     * Copies the maps, in the order of their names.
     *
     * @param library version of this library
     * @param data what the data were: counts, scale, dates, fingerprint; names to values
     * @param options the options of the fit; names to values
     */
    public Provenance {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /**
     * The provenance of a fit by this version of the library.
     *
     * @param data what the data were; names to values
     * @param options the options of the fit; names to values
     * @return the provenance
     */
    public static Provenance of(Map<String, String> data, Map<String, String> options) {
        return new Provenance(libraryVersion(), data, options);
    }

    /**
     * The version of this library.
     *
     * @return for example {@code 0.1.0}
     */
    public static String libraryVersion() {
        return Library.VERSION;
    }

    /** Read once, from a resource that the build fills in: a manifest is lost when jars are merged. */
    private static final class Library {
        static final String VERSION = read();

        private static String read() {
            Properties properties = new Properties();
            try (InputStream in = Provenance.class.getResourceAsStream("library.properties")) {
                if (in == null) {
                    throw new IllegalStateException("library.properties is missing from the jar of ltv-core");
                }
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return properties.getProperty("version", "unknown");
        }
    }
}
