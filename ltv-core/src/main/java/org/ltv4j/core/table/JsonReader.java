package org.ltv4j.core.table;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ProgressListener;

/** Reads the records of a JSON file into a log. One per read. */
final class JsonReader implements JsonRecords.Handler {
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private final CellTable cells;
    private final JsonShape shape;
    private final SourceLimits limits;
    private final List<JsonItem> waiting = new ArrayList<>();
    private long place;
    private long objects;
    private long records;
    private int rows;

    private JsonReader(CellTable cells, JsonShape shape, SourceLimits limits) {
        this.cells = cells;
        this.shape = shape;
        this.limits = limits;
    }

    static Ingest read(ByteSource source, Columns columns, SourceOptions options, ProgressListener listener)
            throws IOException {
        boolean lines;
        try (TextInput input = TextInput.openJson(source, options.text(), ProgressListener.NONE)) {
            lines = JsonRecords.haveLines(input.stream(), options.limits());
        }
        JsonNames names = new JsonNames(columns);
        try (TextInput input = TextInput.openJson(source, options.text(), ProgressListener.NONE)) {
            new JsonRecords(options.limits(), lines).forEach(input.stream(), List.of(), names);
        }
        if (!names.any()) {
            throw new InvalidDataException(
                    "has no record with a field: an array of objects, or an object a line, is needed");
        }
        ColumnBinding binding = binding(names, columns);
        JsonShape.Plan plan = JsonShape.plan(binding.names());
        CellTable cells = new CellTable(lines ? "JSON lines" : "JSON", binding, options.values());
        if (!lines) {
            cells.where().countRecords();
        }
        JsonReader reader = new JsonReader(cells, plan.record(), options.limits());
        try (TextInput input = TextInput.openJson(source, options.text(), listener)) {
            JsonRecords records = new JsonRecords(options.limits(), lines);
            records.forEach(input.stream(), plan.location(), reader);
            cells.where().bytes(input.charset().name(), input.gzip());
            reader.report(records.blankLines(), plan.exploding());
        }
        return cells.ingest(reader.rows);
    }

    private static ColumnBinding binding(JsonNames names, Columns columns) {
        List<String> found = names.found();
        if (found.isEmpty()) {
            throw new InvalidDataException("none of the columns asked for is there" + names.hidden());
        }
        try {
            return ColumnBinding.of(found, columns);
        } catch (InvalidDataException e) {
            throw new InvalidDataException(e.getMessage() + names.hidden(), e);
        }
    }

    @Override
    public boolean record(JsonParser parser, long number) throws IOException {
        JsonItem item = new JsonItem(null);
        if (parser.currentToken() == JsonToken.START_OBJECT
                || shape.items() != null
                || !shape.roles().isEmpty()) {
            value(parser, shape, item, parser.currentTokenLocation().getByteOffset());
        } else {
            item.flaw(null, "is no object, but " + kind(parser.currentToken()));
            parser.skipChildren();
        }
        waiting.add(item);
        place = number;
        return true;
    }

    @Override
    public void whole() {
        for (JsonItem item : waiting) {
            records++;
            for (JsonItem row : item.rows()) {
                emit(row);
            }
        }
        waiting.clear();
    }

    @Override
    public boolean broken(long line, String problem) {
        waiting.clear();
        JsonItem item = new JsonItem(null);
        item.flaw(null, problem);
        waiting.add(item);
        place = line;
        whole();
        return true;
    }

    private void value(JsonParser parser, JsonShape here, JsonItem item, long start) throws IOException {
        JsonToken token = parser.currentToken();
        JsonShape items = here.items();
        if (token == JsonToken.START_OBJECT && here.hasFields()) {
            object(parser, here, item, start);
        } else if (token == JsonToken.START_ARRAY && items != null) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                value(parser, items, item.item(), start);
                checkLength(parser, start);
            }
        } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            for (ColumnRole role : here.roles()) {
                item.flaw(
                        role,
                        "holds " + kind(token) + ", not a value: ask for one of its fields, as in customer.id or"
                                + " items[].price");
            }
            parser.skipChildren();
        } else if (token != JsonToken.VALUE_NULL) {
            for (ColumnRole role : here.roles()) {
                item.value(role, scalar(parser));
            }
        }
    }

    private void object(JsonParser parser, JsonShape here, JsonItem item, long start) throws IOException {
        long object = ++objects;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            JsonShape field = here.field(parser.currentName());
            JsonToken token = parser.nextToken();
            if (field == null) {
                if (token.isStructStart()) {
                    parser.skipChildren();
                }
            } else {
                if (!field.firstIn(object)) {
                    item.flaw(field.roles().isEmpty() ? null : field.roles().get(0), "has a field twice");
                }
                value(parser, field, item, start);
            }
        }
    }

    /** An array without end must not fill the memory before its record is complete. */
    private void checkLength(JsonParser parser, long start) {
        long length = parser.currentLocation().getByteOffset() - start;
        if (length > limits.recordLength()) {
            throw new InvalidDataException("record " + (records + 1) + " is longer than the limit of "
                    + limits.recordLength() + " bytes: if you trust the file, raise SourceLimits.withRecordLength");
        }
    }

    private static Object scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> new JsonItem.Written(parser.getText(), true);
            case VALUE_NUMBER_FLOAT -> new JsonItem.Written(parser.getText(), false);
            default -> parser.getText();
        };
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            default -> "a number";
        };
    }

    private void emit(JsonItem item) {
        if (rows == MOST_ROWS) {
            throw new InvalidDataException("has more than " + MOST_ROWS + " rows");
        }
        cells.where().place(rows, place);
        CellRows.Flaw flaw = item.flaw();
        if (flaw != null) {
            cells.where().flaw(rows, flaw);
        }
        for (Map.Entry<ColumnRole, String> column : cells.binding().names().entrySet()) {
            Object value = item.value(column.getKey());
            CellColumn target = cells.column(column.getKey());
            if (value != null && target != null) {
                put(target, column.getKey(), value);
            }
        }
        rows++;
    }

    private void put(CellColumn target, ColumnRole role, Object value) {
        if (!(value instanceof JsonItem.Written number)) {
            target.text(rows, value.toString());
            return;
        }
        double parsed = CellWriter.numeric(role) || !number.whole() ? Double.parseDouble(number.digits()) : 0;
        if (CellWriter.numeric(role) && Double.isFinite(parsed)) {
            target.number(rows, parsed);
        } else if (!number.whole()
                && role != ColumnRole.DATE
                && parsed == Math.rint(parsed)
                && Math.abs(parsed) <= CellWriter.LARGEST_WHOLE) {
            target.wholeFraction(rows, (long) parsed);
        } else {
            target.digits(rows, number.digits(), !number.whole());
        }
    }

    private void report(long blankLines, String exploding) {
        if (blankLines > 0) {
            cells.where()
                    .step(new CleaningStep(
                            "blank lines", "lines with nothing on them are no rows", blankLines, 0, 0, 0.0, List.of()));
        }
        if (!exploding.isEmpty()) {
            cells.binding()
                    .notes()
                    .add("each item of " + exploding + " is a row: " + records + " records gave " + rows + " rows");
        }
    }
}
