package org.ltv4j.core.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * The parts of a workbook, which is a zip archive of XML. Read by the JDK alone: no entity is resolved, no document type
 * read, and every byte counts against the limits while it is unpacked.
 */
final class XlsxParts implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_NAMED = 5;

    private final ZipFile zip;
    private final SourceLimits limits;
    private final LimitedStream.Budget budget;
    private final XMLInputFactory factory;

    private XlsxParts(ZipFile zip, SourceLimits limits) {
        this.zip = zip;
        this.limits = limits;
        this.budget = new LimitedStream.Budget(limits.unpackedBytes());
        this.factory = XMLInputFactory.newDefaultFactory(); // the JDK's own, whatever is on the class path
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    static XlsxParts open(Path file, SourceLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new InvalidDataException(
                    "begins as a zip archive or Excel workbook (.xlsx), but is damaged or cut off (" + e.getMessage()
                            + "): fetch it again",
                    e);
        }
        return new XlsxParts(zip, limits);
    }

    SourceLimits limits() {
        return limits;
    }

    boolean has(String name) {
        return entry(name) != null;
    }

    private @Nullable ZipEntry entry(String name) {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        ZipEntry exact = zip.getEntry(plain);
        return exact != null
                ? exact
                : zip.stream()
                        .filter(entry -> entry.getName().replace('\\', '/').equalsIgnoreCase(plain))
                        .findFirst()
                        .orElse(null);
    }

    /** Bytes of a part when unpacked, as the archive claims; 0 where it does not say. */
    long size(String name) {
        ZipEntry entry = entry(name);
        return entry == null ? 0 : Math.max(0, entry.getSize());
    }

    /** The XML of a part. */
    XlsxXml xml(String name, InputStreamFilter filter) throws IOException {
        ZipEntry entry = entry(name);
        if (entry == null) {
            throw new InvalidDataException("is a damaged Excel workbook: its part " + name + " is missing");
        }
        InputStream in = filter.apply(
                LimitedStream.ofXml(new BufferedInputStream(zip.getInputStream(entry), BUFFER), budget, limits));
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            return new XlsxXml(name, reader, in, limits.textLength());
        } catch (XMLStreamException e) {
            in.close();
            throw new InvalidDataException("is a damaged Excel workbook: its part " + name + " is no XML", e);
        }
    }

    XlsxXml xml(String name) throws IOException {
        return xml(name, in -> in);
    }

    /** Wraps the bytes of a part. */
    @FunctionalInterface
    interface InputStreamFilter {
        InputStream apply(InputStream in);
    }

    /** What the archive is if it is no workbook of this kind, and what to do. */
    String refusal() {
        if (has("xl/workbook.bin")) {
            return "is a binary Excel workbook (.xlsb): save it as .xlsx";
        }
        if (has("content.xml")) {
            return "is an OpenDocument file: save the sheet as .xlsx or CSV";
        }
        if (has("word/document.xml") || has("ppt/presentation.xml")) {
            return "is an Office document, not a workbook: save the table as .xlsx or CSV";
        }
        String names = String.join(
                ", ",
                zip.stream()
                        .filter(entry -> !entry.isDirectory())
                        .limit(MOST_NAMED)
                        .map(entry -> Problems.shortened(entry.getName()))
                        .toList());
        return String.format(
                Locale.ROOT,
                "is a zip archive of %d files%s: unpack it and name the file to read",
                zip.size(),
                names.isEmpty() ? "" : " (" + names + (zip.size() > MOST_NAMED ? ", ..." : "") + ")");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
