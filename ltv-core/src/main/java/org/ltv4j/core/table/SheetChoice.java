package org.ltv4j.core.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Settles which sheets of a workbook are read: those named, else the one visible sheet that has the columns. Where more than
 * one could be meant the user is asked.
 */
final class SheetChoice {
    private final Workbook workbook;
    private final Columns columns;
    private final SourceOptions options;
    private final List<Workbook.Sheet> sheets;

    /**
     * A sheet that will be read.
     *
     * @param index its place in the workbook
     * @param name as on its tab
     * @param header its header
     * @param binding places of the columns
     */
    record Chosen(int index, String name, SheetHeader header, ColumnBinding binding) {}

    SheetChoice(Workbook workbook, Columns columns, SourceOptions options) {
        this.workbook = workbook;
        this.columns = columns;
        this.options = options;
        this.sheets = workbook.sheets();
    }

    List<Chosen> choose() throws IOException {
        if (!options.sheets().isEmpty()) {
            List<Chosen> named = new ArrayList<>();
            for (String name : options.sheets()) {
                named.add(bind(place(name)));
            }
            return named;
        }
        List<Chosen> fitting = new ArrayList<>();
        InvalidDataException first = null;
        int candidates = 0;
        for (int i = 0; i < sheets.size(); i++) {
            if (!sheets.get(i).visible()) {
                continue;
            }
            candidates++;
            try {
                fitting.add(bind(i));
            } catch (InvalidDataException e) {
                first = first == null ? e : first;
            }
        }
        if (fitting.isEmpty()) {
            throw none(candidates, first);
        }
        if (fitting.size() > 1 && !options.allSheets()) {
            throw new InvalidDataException(
                    "has " + fitting.size() + " sheets with the columns asked for: "
                            + named(fitting.stream().map(Chosen::name).toList())
                            + ". Name the one to read (--sheet, SourceOptions.withSheet), or join them (withSheets, withAllSheets)");
        }
        return fitting;
    }

    private InvalidDataException none(int candidates, @Nullable InvalidDataException first) {
        if (first == null) {
            return new InvalidDataException(
                    "has hidden sheets only: " + all() + ". Name the one to read (--sheet, SourceOptions.withSheet)");
        }
        if (candidates == 1) {
            return first;
        }
        return new InvalidDataException("has no sheet with all columns asked for among " + all() + "; "
                + first.getMessage() + ". Name the sheet (--sheet, SourceOptions.withSheet) to see what it has");
    }

    private Chosen bind(int sheet) throws IOException {
        String name = sheets.get(sheet).name();
        boolean named = options.text().hasHeader();
        SheetHeader header;
        try (Workbook.Rows rows = workbook.open(sheet)) {
            header = named ? SheetHeader.find(rows, columns) : SheetHeader.none(rows);
        }
        if (header.names().isEmpty()) {
            throw new InvalidDataException("sheet '" + name + "' is empty");
        }
        try {
            ColumnBinding binding = named
                    ? ColumnBinding.of(header.names(), columns)
                    : ColumnBinding.ofNumbers(header.names(), columns);
            return new Chosen(sheet, name, header, binding);
        } catch (InvalidDataException e) {
            throw sheets.size() == 1 ? e : new InvalidDataException("sheet '" + name + "': " + e.getMessage(), e);
        }
    }

    private int place(String name) {
        return IntStream.range(0, sheets.size())
                .filter(i -> sheets.get(i).name().strip().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new InvalidDataException("has no sheet '" + name + "'; its sheets: " + all()));
    }

    private String all() {
        return sheets.stream()
                .map(sheet -> "'" + sheet.name() + "'" + (sheet.visible() ? "" : " (hidden)"))
                .collect(Collectors.joining(", "));
    }

    private static String named(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
