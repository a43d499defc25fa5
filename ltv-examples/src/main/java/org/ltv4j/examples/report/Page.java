package org.ltv4j.examples.report;

import java.util.List;
import java.util.function.Function;
import org.ltv4j.core.chart.ChartSize;
import org.ltv4j.core.chart.ChartText;
import org.ltv4j.core.chart.Labels;
import org.ltv4j.core.chart.Markup;

/** The report in one language while it is written: where to write, with which words and numbers. */
final class Page {
    private static final int NARROW_HEIGHT = 300;

    final Markup html = new Markup();
    final Language language;
    final Formats formats;
    final Texts texts;

    Page(Language language, String currency) {
        this.language = language;
        this.formats = new Formats(language, currency);
        this.texts = new Texts(language, formats);
    }

    String text(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    void openSection(String id, String heading) {
        html.open("section", "id", id(id), "aria-labelledby", id(id) + "-h");
        html.element("h2", heading, "id", id(id) + "-h").line();
    }

    void closeSection() {
        html.close().line();
    }

    void paragraph(String text) {
        html.element("p", text).line();
    }

    void note(String text) {
        html.element("p", text, "class", "note").line();
    }

    /** A phrase; one that exists in English only is marked as such. */
    void listItem(Phrase phrase) {
        boolean foreign = phrase.verbatim() && language != Language.EN;
        html.element("li", texts.say(phrase), foreign ? new String[] {"lang", "en"} : new String[0])
                .line();
    }

    /** The same chart twice: CSS shows the one that fits the screen. */
    void chart(String key, int height, int narrowHeight, Drawing drawing, Labels labels) {
        html.open("figure");
        draw(key, "wide", ChartSize.WIDE.withHeight(height), drawing, labels);
        draw(key, "narrow", ChartSize.NARROW.withHeight(narrowHeight), drawing, labels);
        html.close().line();
    }

    void chart(String key, int height, Drawing drawing, Labels labels) {
        chart(key, height, NARROW_HEIGHT, drawing, labels);
    }

    private void draw(String key, String width, ChartSize size, Drawing drawing, Labels labels) {
        ChartText words = ChartText.of(
                id("chart-" + key + "-" + width),
                text("chart." + key + ".title"),
                text("chart." + key + ".description"),
                text("chart." + key + ".x"),
                text("chart." + key + ".y"));
        html.open("div", "class", width).raw(drawing.svg(words, size, labels)).close();
    }

    /** Draws a chart with given words at a given size. */
    @FunctionalInterface
    interface Drawing {
        String svg(ChartText words, ChartSize size, Labels labels);
    }

    /** A table that scrolls sideways where it is wider than the screen; the first column names the row. */
    <T> void table(String caption, List<Column<T>> columns, List<T> rows) {
        html.open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
        html.open("table").element("caption", caption).open("thead").open("tr");
        for (Column<T> column : columns) {
            html.element("th", column.heading, "scope", "col", "class", column.style);
        }
        html.close().close().open("tbody").line();
        for (T row : rows) {
            html.open("tr");
            for (int i = 0; i < columns.size(); i++) {
                Column<T> column = columns.get(i);
                String cell = column.cell.apply(row);
                if (i == 0) {
                    html.element("th", cell, "scope", "row", "class", column.style);
                } else {
                    html.open("td", "class", column.style).text(cell);
                    String note = column.note.apply(row);
                    if (!note.isEmpty()) {
                        html.element("span", note, "class", "small");
                    }
                    html.close();
                }
            }
            html.close().line();
        }
        html.close().close().close().line();
    }

    /** A table that is folded away: the numbers of a chart. */
    <T> void foldedTable(String caption, List<Column<T>> columns, List<T> rows) {
        html.open("details").element("summary", text("chart.numbers"));
        table(caption, columns, rows);
        html.close().line();
    }

    /** A column of a table: its heading, its CSS class, the text of its cells and what stands small below it. */
    record Column<T>(String heading, String style, Function<T, String> cell, Function<T, String> note) {
        static <T> Column<T> text(String heading, Function<T, String> cell) {
            return new Column<>(heading, "t", cell, row -> "");
        }

        static <T> Column<T> number(String heading, Function<T, String> cell) {
            return new Column<>(heading, "n", cell, row -> "");
        }

        Column<T> withNote(Function<T, String> below) {
            return new Column<>(heading, style, cell, below);
        }
    }

    String id(String part) {
        return language.code() + "-" + part;
    }
}
