package org.ltv4j.examples.report;

import java.util.List;

/**
 * Something to say in either language: the key of a text and what fills its gaps. A text that exists in English only,
 * such as a library's message, is said as it is.
 *
 * @param key key in the properties files, or the text itself where {@code verbatim}
 * @param arguments what fills {@code {0}}, {@code {1}} ..: a {@code Long} or {@code Integer} is written as a count, a
 *     {@code Double} as a number, a {@code LocalDate} as a date, anything else as its text
 * @param verbatim whether {@code key} is the text itself, in English
 */
public record Phrase(String key, List<Object> arguments, boolean verbatim) {
    /**
     * Copies the arguments.
     *
     * @param key key in the properties files, or the text itself where {@code verbatim}
     * @param arguments what fills {@code {0}}, {@code {1}} ..: a {@code Long} or {@code Integer} is written as a count, a {@code Double} as a number, a {@code LocalDate} as a date, anything else as its text
     * @param verbatim whether {@code key} is the text itself, in English
     */
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /**
     * A text of the properties files.
     *
     * @param key its key
     * @param arguments what fills its gaps
     * @return the phrase
     */
    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments), false);
    }

    /**
     * A text that exists in English only.
     *
     * @param text the text
     * @return the phrase
     */
    public static Phrase verbatim(String text) {
        return new Phrase(text, List.of(), true);
    }
}
