package org.ltv4j.core.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML or SVG that is also well-formed XML. Every text and every attribute value is escaped; characters that XML
 * cannot hold become U+FFFD, so that no id of a user's file can break the page. Not thread-safe.
 */
public final class Markup {
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param name its name
     * @param attributes names and values in turn
     * @return this
     */
    public Markup open(String name, String... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /**
     * An element without content, such as {@code <br/>} or an SVG shape. Not for HTML elements that may have content.
     *
     * @param name its name
     * @param attributes names and values in turn
     * @return this
     */
    public Markup leaf(String name, String... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    /**
     * An element with text only.
     *
     * @param name its name
     * @param text its text, escaped here
     * @param attributes names and values in turn
     * @return this
     */
    public Markup element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /**
     * Text, escaped here.
     *
     * @param text any text
     * @return this
     */
    public Markup text(String text) {
        escape(text);
        return this;
    }

    /**
     * Markup that was made by another instance.
     *
     * @param markup well-formed and escaped
     * @return this
     */
    public Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /**
     * Closes the element that was opened last.
     *
     * @return this
     */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /**
     * A line break of the source, for readers of the file.
     *
     * @return this
     */
    public Markup line() {
        out.append('\n');
        return this;
    }

    private void start(String name, String[] attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "attributes of " + name + " need names and values in turn, got " + attributes.length);
        }
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(c) ? c : REPLACEMENT);
            }
        });
    }

    private static boolean allowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' || c >= 0x7F && c < 0xA0;
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && (c & 0xFFFE) != 0xFFFE;
    }

    /**
     * What was written.
     *
     * @return the markup
     * @throws IllegalStateException if an element is still open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
