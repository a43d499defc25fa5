package org.ltv4j.core.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import org.ltv4j.core.data.InvalidDataException;

/** Parsers of JSON within limits, and their errors in words that quote nothing of the file. */
final class JsonTokens {
    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_NAME = 10_000;

    private final JsonFactory factory;
    private final SourceLimits limits;

    JsonTokens(SourceLimits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
                .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, true)
                .configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false)
                .configure(StreamReadFeature.AUTO_CLOSE_SOURCE, false)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(limits.textLength())
                        .build())
                .build();
    }

    JsonParser parser(InputStream in) throws IOException {
        return factory.createParser(in);
    }

    JsonParser parser(byte[] bytes, int from, int length) throws IOException {
        return factory.createParser(bytes, from, length);
    }

    /** What is wrong, without a word of the file. */
    String problem(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "goes beyond a limit: " + limits.depth() + " levels of nesting, values of " + limits.textLength()
                    + " characters, numbers of " + LONGEST_NUMBER
                    + " digits. If you trust the file, raise SourceLimits";
        }
        if (e instanceof JsonEOFException) {
            return "ends in the middle of a record: fetch the file again";
        }
        String column =
                e.getLocation() == null ? "" : " (character " + e.getLocation().getColumnNr() + ")";
        return "is no JSON" + column;
    }

    /** The error of a file that cannot be read any further. */
    InvalidDataException fatal(JsonProcessingException e, long records) {
        String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ", ";
        return new InvalidDataException(line + "after " + records + " whole records: " + problem(e));
    }
}
