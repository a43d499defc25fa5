package org.ltv4j.segmentation.basket;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.io.AtomicFiles;
import org.ltv4j.core.table.GzipStream;

/**
 * Baskets in text files, one a line, as other miners read and write them. Sales with a line per item, with dates and customers, are
 * read as a {@link org.ltv4j.core.data.TransactionLog} by {@code org.ltv4j.core.table}, and then made into baskets by
 * {@link BasketLog#byOrder}.
 */
public final class BasketFiles {
    private BasketFiles() {}

    /**
     * Reads a file; a gzipped one is known by its first bytes.
     *
     * @param file one basket a line
     * @param format what divides the items
     * @return the baskets in the order of lines
     * @throws InvalidDataException if a line is not of this format, and the message names the line, or a gzipped file is damaged, cut off or
     *     followed by anything else
     * @throws UncheckedIOException if the file is missing or cannot be read
     */
    public static BasketLog read(Path file, BasketFormat format) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, format);
        } catch (IOException e) {
            throw new UncheckedIOException("baskets cannot be read from " + file + ": " + e, e);
        }
    }

    /**
     * Reads a stream to its end, which stays open.
     *
     * @param source one basket a line
     * @param format what divides the items
     * @return the baskets in the order of lines
     * @throws InvalidDataException if a line is not of this format, or what is gzipped is damaged
     * @throws IOException if the stream fails
     */
    public static BasketLog read(InputStream source, BasketFormat format) throws IOException {
        InputStream in = unpacked(new BufferedInputStream(source, 1 << 16));
        LineParser parser = new LineParser(format, BasketLog.builder());
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        int number = 1;
        boolean open = false;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int from = 0;
            for (int at = 0; at < count; at++) {
                if (buffer[at] == '\n') {
                    line.write(buffer, from, at - from);
                    parser.line(text(line, decoder, number), number);
                    line.reset();
                    number++;
                    from = at + 1;
                }
            }
            line.write(buffer, from, count - from);
            open = line.size() > 0;
        }
        if (open) {
            parser.line(text(line, decoder, number), number);
        }
        return parser.baskets();
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GzipStream(in) : in;
    }

    private static String text(ByteArrayOutputStream line, CharsetDecoder decoder, int number) {
        try {
            String text = decoder.decode(ByteBuffer.wrap(line.toByteArray())).toString();
            if (text.endsWith("\r")) {
                text = text.substring(0, text.length() - 1);
            }
            return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidDataException("line " + number + " is not UTF-8: save the file in that encoding");
        }
    }

    /**
     * Writes baskets to a file, which is replaced as a whole. Reading it gives the same baskets.
     *
     * @param baskets what to write; customers, times and channels have no place in such files
     * @param file the file
     * @param format what divides the items
     * @throws InvalidDataException if the format cannot hold a name: {@link BasketFormat#FIMI} takes whole numbers only, and no format
     *     a line break
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(BasketLog baskets, Path file, BasketFormat format) {
        String[] names = new String[baskets.items().size()];
        for (int item = 0; item < names.length; item++) {
            names[item] = LineParser.written(baskets.items().id(item), format, item);
        }
        try {
            AtomicFiles.write(file, out -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                for (int basket = 0; basket < baskets.size(); basket++) {
                    for (int k = 0; k < baskets.length(basket); k++) {
                        if (k > 0) {
                            writer.write(format.separator());
                        }
                        writer.write(names[baskets.item(basket, k)]);
                    }
                    writer.write('\n');
                }
                writer.flush();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("baskets cannot be written to " + file + ": " + e, e);
        }
    }
}
