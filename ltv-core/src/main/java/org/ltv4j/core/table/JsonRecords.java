package org.ltv4j.core.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;

/**
 * The records of a JSON file, one after the other: the lines of a file that has a record a line, else the items of the array
 * that the file is or holds, else its objects. A broken line ends only itself; anywhere else a fault ends the file.
 */
final class JsonRecords {
    private final JsonTokens tokens;
    private final SourceLimits limits;
    private final boolean lines;
    private long blank;

    /** What is done with each record. */
    interface Handler {
        /**
         * Reads a record to its end.
         *
         * @param parser stands at its first token
         * @param place line or number of the record, from 1
         * @return false to end reading
         */
        boolean record(JsonParser parser, long place) throws IOException;

        /** The records given since the last call are whole: they count. */
        void whole();

        /** The records given since the last call of {@link #whole()} do not count; false to end reading. */
        boolean broken(long place, String problem);
    }

    JsonRecords(SourceLimits limits, boolean lines) {
        this.tokens = new JsonTokens(limits);
        this.limits = limits;
        this.lines = lines;
    }

    /** True when the text has one whole object on its first line, and more lines after it. */
    static boolean haveLines(InputStream in, SourceLimits limits) throws IOException {
        JsonTokens tokens = new JsonTokens(limits);
        Lines lines = new Lines(in, limits.recordLength());
        boolean firstIsWhole = false;
        try {
            byte[] first = lines.next();
            while (first != null && blank(first)) {
                first = lines.next();
            }
            if (first == null) {
                return false;
            }
            try (JsonParser parser = tokens.parser(first, 0, first.length)) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return false;
                }
                parser.skipChildren();
                if (parser.nextToken() != null) {
                    return false;
                }
            }
            firstIsWhole = true;
            byte[] second = lines.next();
            while (second != null && blank(second)) {
                second = lines.next();
            }
            return second != null;
        } catch (JsonProcessingException e) {
            return false;
        } catch (Lines.TooLongException e) {
            return firstIsWhole; // the line after it is too long, which reading will tell
        }
    }

    /** Gives every record to the handler; {@code location} leads from the top of the file or line to the array of records. */
    void forEach(InputStream in, List<String> location, Handler handler) throws IOException {
        if (lines) {
            forEachLine(in, location, handler);
            return;
        }
        Counter counter = new Counter(handler);
        try (JsonParser parser = tokens.parser(in)) {
            boolean more = true;
            while (more && parser.nextToken() != null) {
                more = top(parser, location, 0, counter);
            }
        } catch (JsonProcessingException e) {
            throw tokens.fatal(e, counter.records);
        }
    }

    /** Numbers the records of a file that is no list of lines. */
    private static final class Counter {
        private final Handler handler;
        private long records;

        Counter(Handler handler) {
            this.handler = handler;
        }

        boolean record(JsonParser parser) throws IOException {
            boolean more = handler.record(parser, records + 1);
            handler.whole();
            records++;
            return more;
        }
    }

    private boolean top(JsonParser parser, List<String> location, int depth, Counter counter) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            boolean more = true;
            while (more && parser.nextToken() != JsonToken.END_ARRAY) {
                more = depth < location.size() ? top(parser, location, depth, counter) : counter.record(parser);
            }
            return more;
        }
        if (depth == location.size()) {
            return depth > 0 || counter.record(parser); // at the location only an array holds records
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return true;
        }
        boolean more = true;
        while (more && parser.nextToken() != JsonToken.END_OBJECT) {
            boolean here = parser.currentName().equals(location.get(depth));
            parser.nextToken();
            if (here) {
                more = top(parser, location, depth + 1, counter);
            } else {
                parser.skipChildren();
            }
        }
        return more;
    }

    private void forEachLine(InputStream in, List<String> location, Handler handler) throws IOException {
        Lines source = new Lines(in, limits.recordLength());
        long pending = 0;
        boolean more = true;
        try {
            for (byte[] line = source.next(); more && line != null; line = source.next()) {
                if (blank(line)) {
                    pending++;
                    continue;
                }
                blank += pending;
                pending = 0;
                more = line(line, source.count(), location, handler);
            }
        } catch (Lines.TooLongException e) {
            throw new InvalidDataException("line " + (source.count() + 1) + " is longer than the limit of "
                    + limits.recordLength()
                    + " bytes: is it damaged? If you trust the file, raise SourceLimits.withRecordLength");
        }
    }

    private boolean line(byte[] line, long place, List<String> location, Handler handler) throws IOException {
        try (JsonParser parser = tokens.parser(line, 0, line.length)) {
            parser.nextToken();
            boolean more = location.isEmpty()
                    ? handler.record(parser, place)
                    : top(parser, location, 0, new Counter(new OfLine(handler, place)));
            if (more && parser.nextToken() != null) {
                return handler.broken(place, "goes on after the end of its record");
            }
            handler.whole();
            return more;
        } catch (JsonProcessingException e) {
            return handler.broken(place, tokens.problem(e));
        }
    }

    /** Gives the records of a line its number, and lets them wait for its end. */
    private record OfLine(Handler handler, long line) implements Handler {
        @Override
        public boolean record(JsonParser parser, long place) throws IOException {
            return handler.record(parser, line);
        }

        @Override
        public void whole() {
            // only the line as a whole is
        }

        @Override
        public boolean broken(long place, String problem) {
            return handler.broken(line, problem);
        }
    }

    /** Lines without anything on them, those at the end aside. */
    long blankLines() {
        return blank;
    }

    private static boolean blank(byte[] line) {
        for (byte b : line) {
            if (b < 0 || b > ' ') {
                return false;
            }
        }
        return true;
    }

    /** The lines of a text, none longer than a limit. */
    private static final class Lines {
        private final InputStream in;
        private final int longest;
        private final byte[] buffer = new byte[1 << 16];
        private int at;
        private int end;
        private long count;

        /** A line is longer than the limit. */
        static final class TooLongException extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        Lines(InputStream in, int longest) {
            this.in = in;
            this.longest = longest;
        }

        /** The next line without its end, or null. */
        byte @org.jspecify.annotations.Nullable [] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            while (true) {
                if (at == end) {
                    at = 0;
                    end = Math.max(0, in.read(buffer));
                    if (end == 0) {
                        count += line.size() > 0 ? 1 : 0;
                        return line.size() > 0 ? line.toByteArray() : null;
                    }
                }
                int from = at;
                while (at < end && buffer[at] != '\n') {
                    at++;
                }
                line.write(buffer, from, at - from);
                if (line.size() > longest) {
                    throw new TooLongException();
                }
                if (at < end) {
                    at++;
                    count++;
                    return line.toByteArray();
                }
            }
        }

        /** Lines so far. */
        long count() {
            return count;
        }
    }
}
