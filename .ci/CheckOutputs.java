import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks what the main job wrote, without its code: all files there, one row per customer, no number that is none, ranks
 * complete, totals equal to the sum of the rows, and the figures that are known.
 *
 * <pre>java -cp ltv-quickstart.jar CheckOutputs.java FOLDER [PATH=NUMBER@TOLERANCE | PATH=FILE:PATH@TOLERANCE]..</pre>
 *
 * A path such as {@code models.bg-nbd.parameters.r.value} names a number of summary.json, or of FILE; a tolerance is
 * absolute, or relative where it ends in %.
 */
public final class CheckOutputs {
    private static final String HEADER =
            "customer,x,t_x,T,m,p_alive,expected_transactions,expected_spend,ltv,ltv_lower,ltv_upper,rank";
    private static int failures;

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (String name : List.of("scores.csv", "model.json", "summary.json", "report.html")) {
            Path file = folder.resolve(name);
            check(Files.isRegularFile(file) && Files.size(file) > 0, name + " is there");
        }
        if (failures == 0) {
            Map<String, Double> summary = numbers(folder.resolve("summary.json"));
            scores(Files.readAllLines(folder.resolve("scores.csv")), summary);
            check(
                    get(summary, "rows.read") == get(summary, "rows.kept") + get(summary, "rows.dropped"),
                    "rows read = kept + dropped");
            report(Files.readString(folder.resolve("report.html")));
            for (int i = 1; i < args.length; i++) {
                expect(args[i], summary);
            }
        }
        System.out.println(folder + ": " + (failures == 0 ? "as it should be" : failures + " checks failed"));
        System.exit(failures == 0 ? 0 : 1);
    }

    private static void scores(List<String> lines, Map<String, Double> summary) {
        int customers = (int) get(summary, "totals.customers");
        check(lines.get(0).equals(HEADER), "scores.csv has its columns");
        check(lines.size() == customers + 1, "scores.csv has a row for each of " + customers + " customers");
        double value = 0;
        double purchases = 0;
        BitSet ranks = new BitSet();
        boolean sound = true;
        boolean amounts = summary.containsKey("models.gamma-gamma.logLikelihood");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.substring(line.startsWith("\"") ? line.lastIndexOf('"') + 1 : 0).split(",", -1);
            double[] row = new double[cells.length];
            for (int c = 1; c < cells.length; c++) {
                boolean spend = c == 4 || c == 7;
                sound &= amounts || !spend || cells[c].isEmpty();
                row[c] = spend && !amounts ? 0 : Double.parseDouble(cells[c]);
                sound &= row[c] >= 0 && row[c] < Double.POSITIVE_INFINITY;
            }
            sound &= cells.length == 12 && row[2] <= row[3] && row[5] <= 1 && row[9] <= row[10];
            value += row[8];
            purchases += row[6];
            ranks.set((int) row[11]);
        }
        check(sound, "every number of scores.csv is finite and in its range");
        check(!ranks.get(0) && ranks.cardinality() == customers && ranks.length() == customers + 1, "ranks are 1 to n");
        near("sum of ltv", value, get(summary, "totals.value"), "1e-9%");
        near("sum of expected transactions", purchases, get(summary, "totals.expectedTransactions"), "1e-9%");
    }

    private static void report(String html) {
        check(html.contains("<svg") && html.contains("</html>"), "report.html has its plots and its end");
        check(!html.matches("(?s).*(src|href)\\s*=\\s*[\"']?https?:.*"), "report.html loads nothing from elsewhere");
        check(html.contains("lang=\"zh") && html.contains("lang=\"en"), "report.html is in both languages");
    }

    private static void expect(String text, Map<String, Double> summary) throws IOException {
        int equals = text.indexOf('=');
        int at = text.lastIndexOf('@');
        String path = text.substring(0, equals);
        String wanted = text.substring(equals + 1, at);
        int colon = wanted.lastIndexOf(':');
        double expected = colon < 0
                ? Double.parseDouble(wanted)
                : get(numbers(Path.of(wanted.substring(0, colon))), wanted.substring(colon + 1));
        near(path, get(summary, path), expected, text.substring(at + 1));
    }

    private static void near(String what, double actual, double expected, String tolerance) {
        double allowed = tolerance.endsWith("%")
                ? Double.parseDouble(tolerance.replace("%", "")) / 100 * Math.abs(expected)
                : Double.parseDouble(tolerance);
        check(
                Math.abs(actual - expected) <= allowed,
                what + " = " + actual + ", expected " + expected + " within " + tolerance);
    }

    private static double get(Map<String, Double> numbers, String path) {
        Double number = numbers.get(path);
        if (number == null) {
            check(false, "there is a number " + path);
            return Double.NaN;
        }
        return number;
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            failures++;
        }
        System.out.println((holds ? "  ok      " : "  FAILED  ") + what);
    }

    /** All numbers of a JSON file by their path; arrays are passed over. */
    private static Map<String, Double> numbers(Path file) throws IOException {
        Map<String, Double> numbers = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_ARRAY) {
                    parser.skipChildren();
                } else if (parser.currentToken().isNumeric()) {
                    numbers.put(path(parser), parser.getDoubleValue());
                }
            }
        }
        return numbers;
    }

    private static String path(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString().substring(1).replace('/', '.');
    }
}
