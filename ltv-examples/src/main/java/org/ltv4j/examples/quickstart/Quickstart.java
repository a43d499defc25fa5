package org.ltv4j.examples.quickstart;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.Provenance;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The main job on the command line: reads a sales file, cleans it, fits the models, checks them, scores the customers and
 * writes {@code scores.csv}, {@code model.json}, {@code summary.json} and {@code report.html}. {@code --help} lists the
 * options and {@link ExitCode the exit codes}.
 */
public final class Quickstart {
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final boolean terminal;
    private final OutputFolder.Opener opener;

    /**
     * The program with given streams.
     *
     * @param out takes the summary
     * @param err takes errors and progress
     * @param clock tells today, after which sales are left out unless {@code --today} is stated
     */
    public Quickstart(PrintStream out, PrintStream err, Clock clock) {
        this(out, err, clock, false, OutputFolder.Opener.REAL);
    }

    Quickstart(PrintStream out, PrintStream err, Clock clock, boolean terminal, OutputFolder.Opener opener) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.terminal = terminal;
        this.opener = opener;
    }

    /**
     * Runs the program and ends the JVM with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        boolean terminal = Progress.terminal();
        Quickstart program = new Quickstart(
                System.out, System.err, Clock.system(ZoneId.systemDefault()), terminal, OutputFolder.Opener.REAL);
        System.exit(program.run(args));
    }

    /**
     * Runs the program.
     *
     * @param args the command line
     * @return one of {@link ExitCode}
     */
    public int run(String... args) {
        try {
            CommandOptions given = parse(args);
            if (given.help) {
                commandLine(given).usage(out, CommandLine.Help.Ansi.OFF);
                return ExitCode.OK;
            }
            if (given.version) {
                out.println("ltv4j " + Provenance.libraryVersion());
                return ExitCode.OK;
            }
            JobOptions options = OptionReader.read(given, LocalDate.now(clock));
            try {
                return run(options);
            } finally {
                options.output().readers().close(); // wipes the key
            }
        } catch (UsageException e) {
            return fail(ExitCode.USAGE, e.getMessage() + " (see --help)");
        }
    }

    private int run(JobOptions options) {
        try (GuardedFolder guarded =
                        GuardedFolder.of(OutputFolder.of(options.output().folder(), opener));
                Progress progress = Progress.on(err, !options.output().quiet() && terminal)) {
            Job.Outcome outcome = Job.run(options, progress);
            List<String> files = Outputs.write(options, outcome, guarded.folder());
            progress.done();
            if (!options.output().quiet()) {
                ConsoleSummary.print(out, options, outcome, options.output().folder(), files);
            }
            if (outcome.learned().isEmpty()) {
                return fail(ExitCode.DATA, outcome.sales().name() + ": " + outcome.reason());
            }
            return ExitCode.OK;
        } catch (InvalidDataException e) {
            return fail(ExitCode.DATA, Messages.forTheCommandLine(e));
        } catch (OutputException e) {
            return fail(ExitCode.OUTPUT, String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            return fail(ExitCode.INTERRUPTED, "interrupted: nothing was written");
        } catch (OutOfMemoryError e) {
            return fail(
                    ExitCode.DATA,
                    "the input needs more memory than this JVM has: start it with more, such as java -Xmx4g");
        }
    }

    private int fail(int code, String message) {
        err.println("ltv: " + message.replaceAll("\\R", " "));
        return code;
    }

    private static CommandLine commandLine(CommandOptions given) {
        // a value may begin with a dash (--horizon -5w): it is judged where all values are
        return new CommandLine(given).setExpandAtFiles(false).setInterpolateVariables(false);
    }

    private static CommandOptions parse(String[] args) {
        CommandOptions given = new CommandOptions();
        try {
            commandLine(given).parseArgs(args);
            return given;
        } catch (OverwrittenOptionException e) {
            throw new UsageException(((CommandLine.Model.OptionSpec) e.getOverwritten()).longestName()
                    + " is given twice: give it once");
        } catch (UnmatchedArgumentException e) {
            throw unmatched(e, given);
        } catch (MissingParameterException e) {
            throw new UsageException(
                    e.getMissing().isEmpty()
                            ? firstLine(e)
                            : ((CommandLine.Model.OptionSpec) e.getMissing().get(0)).longestName() + " needs a value");
        } catch (ParameterException e) {
            throw new UsageException(firstLine(e));
        }
    }

    private static UsageException unmatched(UnmatchedArgumentException e, CommandOptions given) {
        if (given.query != null) { // words of the query may name somebody
            return new UsageException(
                    "there are unexpected words on the command line: put the whole query in one pair of"
                            + " quotes, and check the names of options");
        }
        String first = e.getUnmatched().isEmpty() ? "" : e.getUnmatched().get(0);
        if (!first.startsWith("-")) {
            return OptionValues.bad("unexpected", first, "every value follows its option, such as --input FILE");
        }
        return OptionValues.bad(
                "unknown option",
                first,
                e.getSuggestions().isEmpty()
                        ? "--help lists all"
                        : "nearest: " + e.getSuggestions().get(0));
    }

    private static String firstLine(ParameterException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage");
    }
}
