package org.ltv4j.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.examples.report.Page.Column;
import org.ltv4j.examples.report.SideBySide.Cell;
import org.ltv4j.examples.report.SideBySide.Contest;
import org.ltv4j.examples.report.SideBySide.Failure;
import org.ltv4j.examples.report.SideBySide.Row;
import org.ltv4j.examples.report.SideBySide.Setting;

/** Models of all kinds side by side: what it comes to, the numbers, and plots. */
final class SideBySideSection {
    private static final List<String> KINDS = List.of(
            "probability",
            "tree",
            "forest",
            "boosted",
            "hybrid",
            "hurdle",
            "hybrid-linear",
            "hybrid-tree",
            "hybrid-squared",
            "hybrid-absolute",
            "fused",
            "stacked",
            "elastic-net",
            "rfm",
            "formula",
            "historical-rate",
            "last-period");

    private SideBySideSection() {}

    static void write(Page page, SideBySide compared) {
        page.openSection("compare", page.text("compare.title"));
        compared.absent().ifPresent(why -> page.paragraph(page.texts.say(why)));
        if (!compared.outcomes().isEmpty()) {
            intro(page, compared);
        }
        compared.outcomes().forEach(contest -> contest(page, contest));
        if (!compared.outcomes().isEmpty()) {
            page.note(page.text("compare.note"));
            kinds(page);
        }
        page.closeSection();
    }

    private static void intro(Page page, SideBySide compared) {
        Setting setting = compared.outcomes().get(0).setting();
        String horizon = horizon(page, setting.horizon());
        page.paragraph(
                setting.dates().size() == 1
                        ? page.text("compare.text.one", setting.dates().get(0), horizon)
                        : page.text(
                                "compare.text",
                                setting.dates().size(),
                                setting.dates().get(0),
                                setting.dates().get(setting.dates().size() - 1),
                                horizon));
        if (compared.refundsByDate()) {
            page.paragraph(page.text("compare.refunds"));
        }
        page.paragraph(
                page.text("compare.intervals", page.formats.percent(setting.confidence(), 0), setting.resamples()));
    }

    private static String horizon(Page page, Horizon horizon) {
        return HeadSection.horizon(page, horizon);
    }

    private static void contest(Page page, Contest contest) {
        Setting setting = contest.setting();
        page.html.element("h3", page.text("compare." + contest.outcome(), horizon(page, setting.horizon())));
        String between = page.language == Language.EN ? " " : "";
        page.note(contest.conclusion().stream().map(page.texts::say).collect(Collectors.joining(between)));
        table(page, contest);
        if (!contest.failures().isEmpty()) {
            page.paragraph(page.text("compare.failures"));
            page.html.open("ul").line();
            contest.failures().forEach(failure -> failure(page, failure, setting));
            page.html.close().line();
        }
        SideBySideCharts.write(page, contest);
    }

    private static void table(Page page, Contest contest) {
        List<Column<Row>> columns = new ArrayList<>();
        boolean uneven = contest.rows().stream()
                .anyMatch(row -> row.dates() != contest.setting().dates().size());
        columns.add(Column.text(page.text("compare.model"), row -> page.texts.say(row.model())));
        if (uneven) {
            columns.add(Column.number(page.text("compare.dates"), row -> page.formats.count(row.dates())));
        }
        IntStream.range(0, contest.columns().size()).forEach(i -> {
            SideBySide.Column metric = contest.columns().get(i);
            columns.add(Column.<Row>number(
                            page.texts.say(metric.name()),
                            row -> row.cells()
                                    .get(i)
                                    .map(cell -> cell(page, metric, cell))
                                    .orElse("–"))
                    .withNote(row -> row.cells()
                            .get(i)
                            .flatMap(cell -> interval(page, metric, cell))
                            .orElse("")));
        });
        page.table(
                page.text(
                        "compare.caption",
                        page.text(
                                "compare." + contest.outcome(),
                                horizon(page, contest.setting().horizon()))),
                columns,
                contest.rows());
    }

    private static String cell(Page page, SideBySide.Column metric, Cell cell) {
        String mark = switch (cell.standing()) {
            case BEST -> "★ ";
            case WITHIN_CHANCE -> "≈ ";
            case OTHER -> "";
        };
        return mark + number(page.formats, metric, cell.value());
    }

    private static Optional<String> interval(Page page, SideBySide.Column metric, Cell cell) {
        return cell.interval().isEmpty()
                ? Optional.empty()
                : Optional.of(page.text(
                        "range",
                        end(page.formats, metric, cell.interval().get(0)),
                        end(page.formats, metric, cell.interval().get(1))));
    }

    private static String number(Formats formats, SideBySide.Column metric, double value) {
        return metric.best() == ReportData.Best.NEAREST_TO_ZERO
                ? formats.change(value)
                : metric.percent() ? formats.percent(value, 1) : formats.significant(value);
    }

    /** An end of an interval: the value above it says whether it is in percent. */
    private static String end(Formats formats, SideBySide.Column metric, double value) {
        return number(formats, metric, value).replace("%", "");
    }

    private static void failure(Page page, Failure failure, Setting setting) {
        boolean foreign = failure.reason().verbatim() && page.language != Language.EN;
        boolean always = failure.dates().size() == setting.dates().size();
        page.html.open("li");
        page.html.element(
                "span",
                always
                        ? page.text("compare.failed", failure.model())
                        : page.text(
                                "compare.failed.on",
                                failure.model(),
                                failure.dates().size()));
        page.html.text(page.language == Language.EN ? " " : "");
        page.html.element(
                "span", page.texts.say(failure.reason()), foreign ? new String[] {"lang", "en"} : new String[0]);
        page.html.close().line();
    }

    private static void kinds(Page page) {
        page.html.open("details").element("summary", page.text("compare.kinds"));
        page.html.open("dl", "class", "guide");
        for (String kind : KINDS) {
            page.html.element("dt", page.text("compare.model." + kind));
            page.html.element("dd", page.text("compare.kind." + kind)).line();
        }
        page.html.close().close().line();
    }
}
