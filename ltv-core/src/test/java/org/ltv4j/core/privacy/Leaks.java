package org.ltv4j.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.clean.CleaningReport;
import org.ltv4j.core.clean.CleaningStep;
import org.ltv4j.core.data.InvalidDataException;

/**
 * Listens for planted ids: in messages and stack traces of exceptions with all their causes, in the text forms of results,
 * in what is logged. Every planted text holds the word {@code planted} or the number {@code 13987654321}.
 */
final class Leaks implements AutoCloseable {
    static final String PLANTED_NUMBER = "13987654321";

    /** Ids of many kinds, one of them far longer than messages are. */
    static final List<String> IDS = List.of(
            "planted",
            "planted.zo\u00eb@example.com",
            "\u5f20\u4e09-planted-" + PLANTED_NUMBER,
            "+49 171 planted 5550101",
            "planted, \"quoted\"; x|y",
            "planted\u202egnp\u200b\ud83d\ude00",
            "=planted(1)",
            "planted\tand\nlines",
            "PLANTED-" + "\ud83d\ude00".repeat(2_000));

    /** What must not throw, or throws what must not leak. */
    @FunctionalInterface
    interface Action {
        @Nullable
        Object run() throws Exception;
    }

    private final List<String> heard = new ArrayList<>();
    private final SoftAssertions softly = new SoftAssertions();
    private final Logger root = Logger.getLogger("");
    private final @Nullable Level before = root.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord log) {
            if (String.valueOf(log.getLoggerName()).startsWith("org.ltv4j")) {
                heard.add(log.getMessage() + " " + log.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private int thrown;

    Leaks() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        Logger.getLogger("org.ltv4j").setLevel(Level.ALL);
    }

    /** Runs it and looks at what it gives or throws. */
    Leaks of(String where, Action action) {
        try {
            shown(where, action.run());
        } catch (Exception e) {
            thrown++;
            trace(where, e);
        }
        return this;
    }

    /** Looks at a text, at a report with all its examples, or at the text form of anything. */
    Leaks shown(String where, @Nullable Object result) {
        check(where, String.valueOf(result));
        if (result instanceof CleaningReport report) {
            report.steps().forEach(step -> shown(where, step));
        }
        if (result instanceof CleaningStep step) {
            step.examples().forEach(bad -> check(where + ", example", bad.toString()));
        }
        return this;
    }

    private void trace(String where, Exception e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        check(where + ", " + e.getClass().getSimpleName(), trace.toString());
        if (e instanceof InvalidDataException bad) {
            bad.badValues().forEach(value -> check(where + ", bad value", value.toString()));
        }
    }

    private void check(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        softly.assertThat(lower.contains("planted") || lower.contains(PLANTED_NUMBER) || lower.contains("\u5f20\u4e09"))
                .as("%s shows: %s", where, text.length() > 600 ? text.substring(0, 600) : text)
                .isFalse();
    }

    /** How many actions threw: a test of error paths that never meets one proves nothing. */
    int thrown() {
        return thrown;
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        Logger.getLogger("org.ltv4j").setLevel(null);
        assertThat(root.getLevel()).isEqualTo(before);
        heard.forEach(line -> check("log", line));
        softly.assertAll();
    }
}
