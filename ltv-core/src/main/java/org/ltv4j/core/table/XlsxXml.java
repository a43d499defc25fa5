package org.ltv4j.core.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/** One part of a workbook as a stream of elements, known by their local names: the namespaces differ between editions. */
final class XlsxXml implements Closeable {
    private final String part;
    private final XMLStreamReader reader;
    private final InputStream in;
    private final int longestText;
    private final StringBuilder text = new StringBuilder();

    XlsxXml(String part, XMLStreamReader reader, InputStream in, int longestText) {
        this.part = part;
        this.reader = reader;
        this.in = in;
        this.longestText = longestText;
    }

    /** Goes on to the next start or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    boolean starts() {
        return reader.isStartElement();
    }

    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    String name() {
        return reader.getLocalName();
    }

    /** The attribute with this local name, whatever its namespace, or null. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text up to the end of the element that has just started, nested elements left out but for their text. */
    String text() throws IOException {
        text.setLength(0);
        try {
            int depth = 1;
            while (depth > 0) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> append();
                    default -> {
                        // comments and instructions say nothing about a cell
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw damaged();
        }
        return text.toString();
    }

    private void append() {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        if (text.length() > longestText) {
            throw new InvalidDataException("has a value longer than the limit of " + longestText
                    + " characters: is it damaged? If you trust it, raise SourceLimits.withTextLength");
        }
    }

    /** Skips the element that has just started. */
    void skip() throws IOException {
        try {
            int depth = 1;
            while (depth > 0) {
                int event = reader.next();
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            }
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    /**
     * Texts of a string item: plain or in runs of different looks, without phonetic hints, with {@code _x000D_} undone. Call
     * it after the start of {@code si} or {@code is}.
     */
    String richText() throws IOException {
        StringBuilder all = new StringBuilder();
        int depth = 1;
        while (depth > 0 && next()) {
            if (!starts()) {
                depth--;
            } else if (name().equals("t")) {
                all.append(text());
            } else if (name().equals("rPh")) {
                skip();
            } else {
                depth++;
            }
        }
        return unescaped(all.toString());
    }

    /** Characters that XML has not are written as {@code _xHHHH_}. */
    static String unescaped(String written) {
        int at = written.indexOf("_x");
        if (at < 0) {
            return written;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (; at >= 0; at = written.indexOf("_x", at)) {
            boolean whole = at + 6 < written.length() && written.charAt(at + 6) == '_';
            if (!whole || !written.substring(at + 2, at + 6).matches("[0-9A-Fa-f]{4}")) {
                at++;
                continue;
            }
            out.append(written, from, at).append((char) Integer.parseInt(written.substring(at + 2, at + 6), 16));
            at += 7;
            from = at;
        }
        return out.append(written, from, written.length()).toString();
    }

    /** The parser's own words are left out: they may quote a cell. */
    private InvalidDataException damaged() {
        return new InvalidDataException("is a damaged Excel workbook: its part " + part + " breaks off or cannot be"
                + " unpacked at line " + reader.getLocation().getLineNumber() + ", character "
                + reader.getLocation().getColumnNumber() + ". Fetch it again, or open and save it in Excel");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
