package org.ltv4j.core.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ProgressListener;

/** A workbook in the format of Excel since 2007 (.xlsx, .xlsm), ECMA-376, strict or transitional. */
final class XlsxWorkbook implements Workbook {
    private static final String FIRST_PART = "xl/workbook.xml";

    private final XlsxParts parts;
    private final ProgressListener listener;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> sheetParts = new ArrayList<>();
    private final BitSet dateStyles = new BitSet();
    private final String folder;
    private @Nullable String stringsPart;
    private @Nullable List<String> strings;
    private boolean date1904;

    private XlsxWorkbook(XlsxParts parts, ProgressListener listener) throws IOException {
        this.parts = parts;
        this.listener = listener;
        String main = main();
        this.folder = main.contains("/") ? main.substring(0, main.lastIndexOf('/') + 1) : "";
        String relations = folder + "_rels/" + main.substring(folder.length()) + ".rels";
        Map<String, Relation> related = parts.has(relations) ? relations(relations, folder) : Map.of();
        for (Relation relation : related.values()) {
            if (relation.type.endsWith("/sharedStrings")) {
                stringsPart = relation.target;
            } else if (relation.type.endsWith("/styles") && parts.has(relation.target)) {
                styles(relation.target);
            }
        }
        workbook(main, related);
        if (sheets.isEmpty()) {
            throw new InvalidDataException("is an Excel workbook without a sheet of cells");
        }
    }

    /** Another part of the archive, and what it is. */
    private record Relation(String type, String target) {}

    static XlsxWorkbook open(Path file, SourceLimits limits, ProgressListener listener) throws IOException {
        XlsxParts parts = XlsxParts.open(file, limits);
        try {
            return new XlsxWorkbook(parts, listener);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private String main() throws IOException {
        if (parts.has("_rels/.rels")) {
            for (Relation relation : relations("_rels/.rels", "").values()) {
                if (relation.type.endsWith("/officeDocument")
                        && relation.target.endsWith(".xml")
                        && relation.target.contains("workbook")
                        && parts.has(relation.target)) {
                    return relation.target;
                }
            }
        }
        if (parts.has(FIRST_PART)) {
            return FIRST_PART;
        }
        throw new InvalidDataException(parts.refusal());
    }

    private Map<String, Relation> relations(String part, String base) throws IOException {
        Map<String, Relation> found = new HashMap<>();
        try (XlsxXml xml = parts.xml(part)) {
            while (xml.next()) {
                if (xml.starts("Relationship")) {
                    String id = xml.attribute("Id");
                    String type = xml.attribute("Type");
                    String target = xml.attribute("Target");
                    if (id != null && type != null && target != null) {
                        String path = target.startsWith("/") ? target.substring(1) : base + target;
                        found.put(
                                id,
                                new Relation(
                                        type,
                                        Path.of(path).normalize().toString().replace('\\', '/')));
                    }
                }
            }
        }
        return found;
    }

    private void workbook(String main, Map<String, Relation> related) throws IOException {
        try (XlsxXml xml = parts.xml(main)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    String value = xml.attribute("date1904");
                    date1904 = "1".equals(value) || "true".equals(value);
                } else if (xml.starts("sheet")) {
                    sheet(xml, related);
                }
            }
        }
    }

    private void sheet(XlsxXml xml, Map<String, Relation> related) {
        String name = xml.attribute("name");
        String id = xml.attribute("id");
        Relation relation = id == null ? null : related.get(id);
        String type = relation == null ? "" : relation.type;
        if (name == null || type.endsWith("/chartsheet") || type.endsWith("/dialogsheet")) {
            return;
        }
        String state = xml.attribute("state");
        sheets.add(new Sheet(name, state == null || state.equals("visible")));
        sheetParts.add(relation == null ? folder + "worksheets/sheet" + sheets.size() + ".xml" : relation.target);
    }

    private void styles(String part) throws IOException {
        Map<Integer, String> codes = new HashMap<>();
        boolean cells = false;
        int style = 0;
        try (XlsxXml xml = parts.xml(part)) {
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    String code = xml.attribute("formatCode");
                    codes.put(whole(xml.attribute("numFmtId")), code == null ? "" : code);
                } else if (xml.starts("cellXfs")) {
                    cells = true;
                } else if (xml.ends("cellXfs")) {
                    return;
                } else if (cells && xml.starts("xf")) {
                    int format = whole(xml.attribute("numFmtId"));
                    String code = codes.get(format);
                    dateStyles.set(style++, code == null ? DateStyle.builtIn(format) : DateStyle.code(code));
                }
            }
        }
    }

    /** A whole number of an attribute, 0 where there is none. */
    static int whole(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new InvalidDataException("is a damaged Excel workbook: a number of its structure cannot be read", e);
        }
    }

    /** True when cells of this style show dates. */
    boolean dateStyle(int style) {
        return dateStyles.get(style);
    }

    /** A shared text by its number. */
    String string(int index) throws IOException {
        List<String> all = strings;
        if (all == null) {
            all = strings();
            strings = all;
        }
        if (index < 0 || index >= all.size()) {
            throw new InvalidDataException(
                    "is a damaged Excel workbook: a cell refers to text " + index + " of " + all.size());
        }
        return all.get(index);
    }

    private List<String> strings() throws IOException {
        List<String> all = new ArrayList<>();
        String part = stringsPart;
        if (part != null && parts.has(part)) {
            try (XlsxXml xml = parts.xml(part)) {
                while (xml.next()) {
                    if (xml.starts("si")) {
                        all.add(xml.richText());
                    }
                }
            }
        }
        return all;
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public boolean date1904() {
        return date1904;
    }

    @Override
    public Rows open(int sheet) throws IOException {
        String part = sheetParts.get(sheet);
        long size = parts.size(part);
        return new XlsxRows(this, parts.xml(part, in -> new ProgressStream(in, size, listener)));
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
