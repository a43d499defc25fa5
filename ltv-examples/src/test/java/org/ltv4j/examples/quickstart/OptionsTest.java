package org.ltv4j.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return new Quickstart(stream(out), stream(err), Clock.systemUTC()).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String error(String... args) {
        assertThat(run(args)).isEqualTo(ExitCode.USAGE);
        assertThat(out.size()).isZero();
        String text = err.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).as(text).hasSize(1);
        assertThat(text).startsWith("ltv: ").doesNotContain("Exception");
        return text;
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--horizon | 39 | needs a unit: 39d, 39w, 39m, 39y",
                "--horizon | 1.5 | needs a unit: 1.5d, 1.5w, 1.5m, 1.5y",
                "--horizon | -5w | is a length of time above 0 with its unit",
                "--horizon | 0w | must be above 0 and at most 100y",
                "--horizon | 101y | must be above 0 and at most 100y",
                "--horizon | NaN | is a length of time above 0 with its unit",
                "--horizon | soon | is a length of time above 0 with its unit",
                "--discount | 10 | from 0 to below 1: 0.10 for 10%",
                "--discount | 1 | from 0 to below 1: 0.10 for 10%",
                "--discount | -0.1 | from 0 to below 1: 0.10 for 10%",
                "--discount | NaN | from 0 to below 1: 0.10 for 10%",
                "--discount | Infinity | from 0 to below 1: 0.10 for 10%",
                "--discount | 0,1 | from 0 to below 1: 0.10 for 10%",
                "--discount | 1e | from 0 to below 1: 0.10 for 10%",
                "--discount | 0.1d | from 0 to below 1: 0.10 for 10%",
                "--margin | 0 | above 0, at most 1: 0.3 for 30%",
                "--margin | 30 | above 0, at most 1: 0.3 for 30%",
                "--margin | -1 | above 0, at most 1: 0.3 for 30%",
                "--margin | 30% | above 0, at most 1: 0.3 for 30%",
                "--top | 0 | is a whole number from 1 to 1000",
                "--top | 1001 | is a whole number from 1 to 1000",
                "--top | 2.5 | is a whole number from 1 to 1000",
                "--top | many | is a whole number from 1 to 1000",
                "--threads | 0 | is a whole number from 1 to 256",
                "--threads | 99999999999 | is a whole number from 1 to 256",
                "--calibration-end | 2023-02-29 | is no date of the form 2023-09-30",
                "--calibration-end | 30.09.2023 | is no date of the form 2023-09-30",
                "--calibration-end | yesterday | is no date of the form 2023-09-30",
                "--today | 2023-13-01 | is no date of the form 2023-09-30",
                "--charset | latin-99 | is no charset that this JVM knows",
                "--charset | no charset | is no charset that this JVM knows",
                "--delimiter | ;; | is one character such as",
                "--delimiter | a | is one character such as",
                "--decimal | ; | is . or ,",
                "--date-format | yyyy-QQ | 'yyyy-QQ'",
                "--zone | Europe/Atlantis | is no time zone; such as Europe/Berlin",
                "--refunds | ignore | is one of match-then-net, ",
                "--zeros | maybe | is one of keep, drop",
                "--duplicates | maybe | is one of keep, drop",
                "--spend-on | first | is one of repeat, all",
            })
    void aBadValueIsOneLineWithOptionValueAndWhatIsAllowed(String option, String value, String allowed) {
        assertThat(error(option, value)).contains(option).contains(value).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--input",
                "--customer",
                "--date",
                "--amount",
                "--quantity",
                "--unit-price",
                "--order",
                "--product",
                "--currency",
                "--charset",
                "--delimiter",
                "--decimal",
                "--date-format",
                "--zone",
                "--refunds",
                "--zeros",
                "--duplicates",
                "--keep-currency",
                "--today",
                "--calibration-end",
                "--horizon",
                "--discount",
                "--margin",
                "--spend-on",
                "--top",
                "--threads",
                "--output"
            })
    void anOptionTwiceOrWithoutOrWithAnEmptyValueIsAnError(String option) {
        assertThat(error(option, "1", option, "1")).contains(option + " is given twice");
        err.reset();
        assertThat(error(option)).contains(option + " needs a value");
        err.reset();
        List<String> args = new ArrayList<>(List.of(option, ""));
        if (!option.equals("--input")) {
            args.addAll(List.of("--input", "x.csv"));
        }
        if (!option.equals("--customer")) {
            args.addAll(List.of("--customer", "c"));
        }
        if (!option.equals("--date")) {
            args.addAll(List.of("--date", "d"));
        }
        if (!option.equals("--amount")) {
            args.addAll(List.of("--amount", "a"));
        }
        assertThat(error(args.toArray(String[]::new))).contains(option);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--skip-bad-rows", "--strict", "--quiet", "--help", "--version"})
    void aFlagTwiceIsAnError(String flag) {
        assertThat(error(flag, flag)).contains(flag + " is given twice");
    }

    @Test
    void anUnknownOptionNamesTheNearest() {
        assertThat(error("--horizn", "39w")).contains("unknown option '--horizn'", "nearest: --horizon");
    }

    @Test
    void aFileWithoutItsOptionIsPointedOut() {
        assertThat(error("sales.csv")).contains("'sales.csv'", "--input FILE");
    }

    @Test
    void anAtSignIsNoArgumentFile() {
        assertThat(error("@sales")).contains("'@sales'");
    }

    @Test
    void missingColumnsAreNamed() {
        assertThat(error("--input", "x.csv")).contains("--customer is missing");
        err.reset();
        assertThat(error("--input", "x.csv", "--customer", "c")).contains("--date is missing");
        err.reset();
        assertThat(error("--input", "x.csv", "--customer", "c", "--date", "d", "--quantity", "q"))
                .contains("--amount is missing", "--quantity and --unit-price");
    }

    @Test
    void columnsNeedAFile() {
        assertThat(error("--customer", "c")).contains("--customer", "--input");
    }

    @Test
    void strictAndSkipContradictEachOther() {
        assertThat(error("--strict", "--skip-bad-rows")).contains("--strict and --skip-bad-rows");
    }

    @Test
    void aForgottenValueIsNotTakenFromTheNextOption() {
        assertThat(error("--input", "--customer", "c")).contains("--input needs a value");
        err.reset();
        assertThat(error("--output", "--quite")).contains("--output", "needs a value");
    }

    @Test
    void controlCharactersOfAValueDoNotReachTheTerminal() {
        assertThat(error("--horizon", "\u001B[31m5")).contains("'?[31m5'");
    }

    @Test
    void helpAndVersionAreAnswered() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--calibration-end", "Exit codes", "130");
        out.reset();
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("ltv4j \\d+\\.\\d+\\.\\d+.*\\R");
        assertThat(err.size()).isZero();
    }
}
