package org.ltv4j.models.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ltv4j.core.feature.Feature;
import org.ltv4j.core.feature.FeatureType;

/** The words of one language, from {@code reasons_en.properties} or {@code reasons_zh.properties}. */
final class ReasonTexts {
    private static final Pattern WINDOW =
            Pattern.compile("last_(\\d+)_(day|week|month|year)s?_(?:lag_(\\d+)_(day|week|month|year)s?_)?(.+)");
    private static final Pattern AHEAD = Pattern.compile(".* expected in (\\d{1,9}(?:\\.\\d{1,9})?)([dwmy])");
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> TIMES = Set.of("days", "weeks", "months", "years", "hours");
    private static final double MOST_WHOLE = 1e15;

    private final Properties texts = new Properties();

    ReasonTexts(ReasonLanguage language) {
        String name = "reasons_" + language.code() + ".properties";
        try (InputStream in = ReasonTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing: build the jar again");
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    String get(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return text;
    }

    /** A text with its gaps filled, in one pass: what is filled in is not looked at. */
    String get(String key, Map<String, String> gaps) {
        return GAP.matcher(get(key))
                .replaceAll(gap -> Matcher.quoteReplacement(gaps.getOrDefault(gap.group(1), gap.group())));
    }

    /** What a contribution's feature says of the customer, without its amount. */
    String describe(Contribution contribution) {
        Feature feature = contribution.feature();
        Matcher window = WINDOW.matcher(feature.name());
        boolean windowed = window.matches();
        String base = windowed ? window.group(5) : feature.name();
        String name = texts.getProperty("name." + base, get("name").replace("{feature}", feature.name()));
        boolean foreign = feature.source().equals("attributes"); // named by the shop, maybe like one of ours
        Map<String, String> gaps = Map.of(
                "ahead", ahead(feature),
                "meaning", feature.meaning().isEmpty() ? feature.name() : feature.meaning(),
                "name", foreign ? get("name").replace("{feature}", feature.name()) : name,
                "in", windowed ? window(window) : "",
                "value", value(contribution),
                "amount", contribution.missing() ? "" : Figures.value(contribution.value()) + firstWord(feature.unit()),
                "when", feature.missing());
        if (contribution.missing()) {
            return get(feature.missing().isEmpty() ? "missing" : "missing.when", gaps);
        }
        String exact = "say." + base + "." + whole(contribution.value());
        if (!foreign && texts.containsKey(exact)) {
            return get(exact, gaps);
        }
        return get(!foreign && texts.containsKey("say." + base) ? "say." + base : "say", gaps);
    }

    /** How far ahead an expectation looks, from its meaning, such as {@code spend expected in 90d}; nothing where it does not say. */
    private String ahead(Feature feature) {
        Matcher horizon = AHEAD.matcher(feature.meaning());
        if (!horizon.matches()) {
            return "";
        }
        double length = Double.parseDouble(horizon.group(1));
        return get("ahead", Map.of("length", count(length, unit(horizon.group(2)))));
    }

    private static String unit(String symbol) {
        return switch (symbol) {
            case "d" -> "day";
            case "w" -> "week";
            case "m" -> "month";
            default -> "year";
        };
    }

    private String window(Matcher window) {
        String length = count(Integer.parseInt(window.group(1)), window.group(2));
        return window.group(3) == null
                ? get("in", Map.of("length", length))
                : get(
                        "in.lag",
                        Map.of("length", length, "lag", count(Integer.parseInt(window.group(3)), window.group(4))));
    }

    private String value(Contribution contribution) {
        Feature feature = contribution.feature();
        double value = contribution.value();
        if (Double.isNaN(value)) {
            return "";
        }
        if (feature.type() == FeatureType.CATEGORY) {
            return contribution.level();
        }
        if (feature.type() == FeatureType.FLAG) {
            return get(value == 0 ? "no" : "yes");
        }
        String unit = feature.unit();
        if (unit.equals("share")) {
            return Figures.percent(value);
        }
        if (TIMES.contains(unit)) {
            return count(value, unit.substring(0, unit.length() - 1));
        }
        boolean money = unit.matches("[A-Z]{3}( per .*)?");
        return Figures.value(value) + (money ? firstWord(unit) : "");
    }

    /** Such as {@code 12 days}. */
    String count(double value, String unit) {
        String key = "unit." + unit + (value == 1 ? ".1" : "");
        return get(key, Map.of("n", Figures.value(value)));
    }

    private static String firstWord(String unit) {
        String word = unit.split(" ", 2)[0];
        return word.isEmpty() || word.equals(word.toLowerCase(Locale.ROOT)) ? "" : " " + word;
    }

    private static String whole(double value) {
        return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE ? Long.toString((long) value) : "";
    }
}
