package org.ltv4j.models.tune;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ltv4j.core.io.JsonDocuments;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.ModelReader;
import org.ltv4j.core.io.ModelWriter;

/**
 * A study as JSON: what was searched how, and every trial.
 *
 * <pre>{@code
 * {"format": "ltv-study", "formatVersion": 1, "library": "0.1.0",
 *  "subject": "", "search": "random 1, seed 42", "pruning": "none", "space": ["maxDepth: integer 2 to 8"],
 *  "trials": [{"settings": {"maxDepth": 4}, "state": "COMPLETE", "losses": [0.3, 0.4], "loss": 0.35, "seconds": 1.5}],
 *  "sha256": "..."}
 * }</pre>
 */
final class StudyFile {
    private static final String FORMAT = "ltv-study";
    private static final int VERSION = 1;

    private final Path file;
    private final String subject;

    StudyFile(Path file, String subject) {
        this.file = file;
        this.subject = subject;
    }

    void save(Search search, Pruning pruning, List<TrialResult> trials) {
        JsonDocuments.save(file, FORMAT, VERSION, root -> {
            root.texts("space", lines(search.space()));
            identity(search, pruning).forEach(root::text);
            root.objects("trials", trials, StudyFile::write);
        });
    }

    /** The trials of the file; where there is none it is made, so that a bad path is known before the first trial. */
    List<TrialResult> load(Search search, Pruning pruning) {
        if (!Files.exists(file)) {
            save(search, pruning, List.of());
        }
        return JsonDocuments.load(file, FORMAT, VERSION, in -> read(in, search, pruning));
    }

    private List<TrialResult> read(ModelReader in, Search search, Pruning pruning) {
        check("space", in.texts("space"), lines(search.space()));
        identity(search, pruning).forEach((what, asked) -> check(what, in.text(what), asked));
        List<TrialResult> trials = new ArrayList<>();
        for (ModelReader trial : in.objects("trials")) {
            trials.add(trial(trial, trials.size(), search.space()));
        }
        return trials;
    }

    private Map<String, String> identity(Search search, Pruning pruning) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("subject", subject);
        identity.put("search", search.describe());
        identity.put("pruning", pruning.toString());
        return identity;
    }

    private void check(String what, Object saved, Object asked) {
        if (!saved.equals(asked)) {
            throw new IllegalArgumentException(file + " holds a study with another " + what + ": there " + saved
                    + ", asked for " + asked + ". Continue it with the same one, or name another file");
        }
    }

    private static List<String> lines(SearchSpace space) {
        return space.parameters().stream().map(Parameter::describe).toList();
    }

    private static void write(TrialResult trial, ModelWriter out) {
        out.object(
                        "settings",
                        settings -> trial.settings().asMap().forEach((name, value) -> write(name, value, settings)))
                .choice("state", trial.state())
                .numbers("losses", trial.losses().stream().mapToDouble(x -> x).toArray())
                .optionalNumber("loss", trial.loss())
                .number("seconds", trial.seconds());
        trial.failure().ifPresent(failure -> out.text("failure", failure));
    }

    private static void write(String name, Object value, ModelWriter out) {
        if (value instanceof Integer whole) {
            out.integer(name, whole);
        } else if (value instanceof Double number) {
            out.number(name, number);
        } else if (value instanceof Boolean flag) {
            out.flag(name, flag);
        } else {
            out.text(name, (String) value);
        }
    }

    private static TrialResult trial(ModelReader in, int number, SearchSpace space) {
        Settings settings = settings(in.object("settings"), space);
        if (!space.contains(settings)) {
            throw in.error("settings", "do not belong to the search space");
        }
        try {
            return new TrialResult(
                    number,
                    settings,
                    in.choice("state", TrialState.class),
                    Arrays.stream(in.numbers("losses")).boxed().toList(),
                    in.optionalNumber("loss"),
                    in.number("seconds", 0, Double.MAX_VALUE),
                    in.has("failure") ? Optional.of(in.text("failure")) : Optional.empty());
        } catch (ModelFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw in.error("state", String.valueOf(e.getMessage()));
        }
    }

    private static Settings settings(ModelReader in, SearchSpace space) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : space.parameters()) {
            if (in.has(parameter.name())) {
                values.put(parameter.name(), value(in, parameter));
            }
        }
        return new Settings(values);
    }

    private static Object value(ModelReader in, Parameter parameter) {
        String name = parameter.name();
        if (parameter instanceof IntegerParameter integer) {
            return in.integer(name, integer.low(), integer.high());
        }
        Object example = parameter.grid(2).get(0);
        return example instanceof Double ? in.number(name) : example instanceof Boolean ? in.flag(name) : in.text(name);
    }
}
