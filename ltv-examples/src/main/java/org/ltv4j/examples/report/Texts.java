package org.ltv4j.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The words of the report in one language, read from {@code report_en.properties} or {@code report_zh.properties}. */
public final class Texts {
    private final Language language;
    private final Properties texts;
    private final Formats formats;

    /**
     * The words of a language.
     *
     * @param language the language
     * @param formats how numbers in the gaps of a text are written
     */
    public Texts(Language language, Formats formats) {
        this.language = language;
        this.formats = formats;
        this.texts = new Properties();
        try {
            texts.load(new StringReader(resource("report_" + language.code() + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text resource of this package. */
    static String resource(String name) {
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing: build the jar again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The language of these words.
     *
     * @return the language
     */
    public Language language() {
        return language;
    }

    /**
     * All keys.
     *
     * @return in the order of the alphabet
     */
    public Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    /**
     * Whether there is a text.
     *
     * @param key its key
     * @return true if {@link #get} would give one
     */
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * A text with its gaps filled.
     *
     * @param key its key
     * @param arguments what fills {@code {0}}, {@code {1}} ..; see {@link Phrase}
     * @return the text
     * @throws IllegalArgumentException if there is no such text
     */
    public String get(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text '" + key + "' in " + language);
        }
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
            int end = text.indexOf('}', at);
            filled.append(text, from, at).append(say(arguments[Integer.parseInt(text.substring(at + 1, end))]));
            from = end + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    /**
     * A phrase in this language.
     *
     * @param phrase the phrase
     * @return its text
     */
    public String say(Phrase phrase) {
        return phrase.verbatim()
                ? phrase.key()
                : get(phrase.key(), phrase.arguments().toArray());
    }

    private String say(Object argument) {
        if (argument instanceof Long || argument instanceof Integer) {
            return formats.count(((Number) argument).longValue());
        }
        if (argument instanceof Double number) {
            return formats.significant(number);
        }
        if (argument instanceof LocalDate date) {
            return formats.date(date);
        }
        return argument instanceof Phrase phrase ? say(phrase) : String.valueOf(argument);
    }
}
