package org.ltv4j.models.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ltv4j.core.io.ModelFormatException;

/**
 * Reads XGBoost's schema of models, as all versions since 1.0 have written it. Members may stand in any order, unknown ones
 * are left out; numbers may be written as numbers or as texts.
 */
final class ModelParser {
    private static final String LEARNER = "$.learner";
    /** Texts of a list that are looked for in it again. */
    private static final int SHARED = 16;

    private final Document in;
    private final BoosterParser booster;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private List<String> featureNames = List.of();
    private List<String> featureTypes = List.of();
    private int[] version = {};
    private String objective = "";
    private boolean learner;
    private boolean parameters;
    private int features = -1;
    private int classes;
    private int targets = 1;
    private float[] baseScore = {};

    private ModelParser(Document in) {
        this.in = in;
        this.booster = new BoosterParser(in);
    }

    /** The model in a document; reads it to its end. */
    static TreeEnsemble parse(Document in) {
        ModelParser parser = new ModelParser(in);
        in.object(parser::root);
        in.end();
        return parser.model();
    }

    private void root(String name) {
        switch (name) {
            case "learner" -> {
                if (learner) {
                    throw in.error("there is a second model");
                }
                learner = true;
                in.object(this::learner);
            }
            case "version" -> version = in.ints(Limits.VERSION);
            case "Model" -> in.object(this::root); // a checkpoint: the model, and beside it how training went on
            default -> in.skip();
        }
    }

    private void learner(String name) {
        switch (name) {
            case "attributes" -> in.object(this::attribute);
            case "feature_names" -> featureNames = texts();
            case "feature_types" -> featureTypes = texts();
            case "gradient_booster" -> booster.read();
            case "learner_model_param" -> {
                parameters = true;
                in.object(this::parameter);
            }
            case "objective" -> in.object(this::objective);
            default -> in.skip();
        }
    }

    private void attribute(String name) {
        if (in.kind() == Document.Kind.TEXT) {
            attributes.put(in.keep(name), in.keep(in.text()));
        } else {
            in.skip();
        }
    }

    private void parameter(String name) {
        switch (name) {
            case "num_feature" -> features = in.wholeParameter(0);
            case "num_class" -> classes = in.wholeParameter(0);
            case "num_target" -> targets = in.wholeParameter(0);
            case "base_score" -> baseScore = baseScore();
            default -> in.skip();
        }
    }

    private void objective(String name) {
        if (name.equals("name")) {
            objective = in.text();
        } else {
            in.skip();
        }
    }

    private List<String> texts() {
        List<String> list = new ArrayList<>();
        Map<String, String> shared = new HashMap<>(); // kinds: many features, few texts
        in.array(index -> {
            String text = in.text();
            String known = shared.get(text);
            if (known == null) {
                known = in.keep(text);
                if (shared.size() < SHARED) {
                    shared.put(text, text);
                }
            }
            if (index == Limits.FEATURES) {
                throw in.error("more than " + Limits.FEATURES + " texts, the most features that are read");
            }
            in.reserve(1, Long.BYTES);
            list.add(known);
        });
        return list;
    }

    /** A number, a text of a number, or since version 3.1 a text such as {@code [0.5]} with a number for each output. */
    private float[] baseScore() {
        return switch (in.kind()) {
            case ARRAY -> in.floats(Limits.OUTPUTS);
            case TEXT -> {
                String text = in.text().strip();
                boolean vector = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
                yield reals(text, vector ? 1 : 0, vector ? text.length() - 1 : text.length());
            }
            default -> new float[] {in.real()};
        };
    }

    /** Numbers with commas between them. */
    private float[] reals(String text, int from, int end) {
        Growing.Floats values = new Growing.Floats(in, Document.NONE, Limits.OUTPUTS);
        int start = from;
        while (start <= end) {
            int comma = text.indexOf(',', start);
            int stop = comma < 0 || comma > end ? end : comma;
            values.add(real(text.substring(start, stop)));
            start = stop + 1;
        }
        return values.toArray();
    }

    private float real(String text) {
        if (text.length() > Limits.DIGITS) {
            throw in.error("a number of more than " + Limits.DIGITS + " digits");
        }
        try {
            return Float.parseFloat(text.strip());
        } catch (NumberFormatException e) {
            throw in.error("need a number, got \"" + Document.shortened(text) + "\"", e);
        }
    }

    private TreeEnsemble model() {
        if (!learner) {
            throw new ModelFormatException("$: need learner, which is missing: this is no XGBoost model");
        }
        booster.checkKind();
        need(parameters, LEARNER + ".learner_model_param");
        need(features >= 0, LEARNER + ".learner_model_param.num_feature");
        if (features > Limits.FEATURES) {
            throw new ModelFormatException(LEARNER + ".learner_model_param.num_feature: need at most " + Limits.FEATURES
                    + " features, got " + features);
        }
        need(baseScore.length > 0, LEARNER + ".learner_model_param.base_score");
        need(!objective.isEmpty(), LEARNER + ".objective.name");
        if (classes > 1 && targets > 1) {
            throw new ModelFormatException(LEARNER + ".learner_model_param: num_class " + classes + " and num_target "
                    + targets + ", need one of them to be at most 1");
        }
        int outputs = booster.checkOutputs(Math.max(1, Math.max(classes, targets)));
        ModelHeader header = new ModelHeader(
                objective,
                Objectives.link(objective, versionNumber(), outputs),
                versionText(),
                featureNames.size() == features ? List.copyOf(featureNames) : List.of(),
                featureTypes.size() == features ? List.copyOf(featureTypes) : List.of(),
                booster.levels(),
                Collections.unmodifiableMap(attributes));
        return new TreeEnsemble(header, booster.forest(features, baseMargin(outputs), parallelOfOldFiles(header)));
    }

    private float[] baseMargin(int outputs) {
        if (baseScore.length != 1 && baseScore.length != outputs) {
            throw new ModelFormatException(LEARNER + ".learner_model_param.base_score: need 1 or " + outputs
                    + " numbers, got " + baseScore.length);
        }
        float[] scores = Arrays.copyOf(baseScore, outputs);
        if (baseScore.length == 1) {
            Arrays.fill(scores, baseScore[0]);
        }
        return Objectives.margins(objective, scores);
    }

    /** Trees per round and output in files that do not tell, of early-stopped training: it noted the best trees too. */
    private static int parallelOfOldFiles(ModelHeader header) {
        OptionalInt trees = header.wholeAttribute("best_ntree_limit");
        OptionalInt best = header.bestIteration();
        return trees.isPresent() && best.isPresent() ? Math.max(1, trees.getAsInt() / (best.getAsInt() + 1)) : 1;
    }

    private int versionNumber() {
        return version.length < 2 ? 0 : version[0] * 100 + version[1];
    }

    private String versionText() {
        return String.join(
                ".", Arrays.stream(version).mapToObj(Integer::toString).toList());
    }

    private static void need(boolean there, String path) {
        if (!there) {
            throw new ModelFormatException(path + ": need this, but it is missing: the model cannot be used");
        }
    }
}
