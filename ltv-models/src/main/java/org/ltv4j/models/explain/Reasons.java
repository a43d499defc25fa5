package org.ltv4j.models.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ltv4j.core.data.Sensitivity;
import org.ltv4j.core.outcome.Outcome;
import org.ltv4j.core.outcome.OutcomeKind;

/**
 * Words an explanation for people who sell: {@code bought 9 times in the last 90 days: +84 EUR}. Amounts are contributions on the scale
 * of the outcome, as said in the package; features are worded from their name, unit and meaning. In Chinese features of this library have
 * a wording of their own; those of a shop are called by their name.
 */
public final class Reasons {
    private Reasons() {}

    /**
     * Words an explanation.
     *
     * @param explanation of one customer
     * @param options language, number of reasons, what may be named
     * @return the strongest reasons up and down, and what is left over
     */
    public static CustomerReasons of(Explanation explanation, ReasonOptions options) {
        ReasonTexts texts = new ReasonTexts(options.language());
        Outcome outcome = explanation.outcome();
        List<Reason> up = new ArrayList<>();
        List<Reason> down = new ArrayList<>();
        double rest = 0;
        List<Contribution> strongest = explanation.contributions().stream()
                .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.amount())))
                .toList();
        for (Contribution contribution : strongest) {
            String amount = amount(texts, outcome, options, contribution.amount());
            List<Reason> side = contribution.amount() > 0 ? up : down;
            boolean worthIt = amount.startsWith("+") || amount.startsWith("\u2212");
            if (worthIt && named(contribution, options) && side.size() < options.most()) {
                String text = texts.get("line", Map.of("what", texts.describe(contribution), "amount", amount));
                side.add(new Reason(contribution, text));
            } else {
                rest += contribution.amount();
            }
        }
        Map<String, String> gaps = Map.of(
                "prediction", level(texts, outcome, options, explanation.prediction()),
                "base", level(texts, outcome, options, explanation.base()),
                "time", texts.count(outcome.days(), "day"));
        String head = texts.get(outcome.kind() == OutcomeKind.CHURN ? "head.churn" : "head", gaps);
        String restText = texts.get("rest", Map.of("amount", amount(texts, outcome, options, rest)));
        return new CustomerReasons(head, up, down, rest, restText);
    }

    private static boolean named(Contribution contribution, ReasonOptions options) {
        Sensitivity sensitivity = contribution.feature().sensitivity();
        return sensitivity == Sensitivity.PLAIN || sensitivity == Sensitivity.SENSITIVE && options.sensitive();
    }

    /** What a reason adds, with its sign and unit. */
    private static String amount(ReasonTexts texts, Outcome outcome, ReasonOptions options, double amount) {
        boolean churn = outcome.kind() == OutcomeKind.CHURN;
        return withUnit(texts, outcome, options, Figures.change(churn ? 100 * amount : amount), churn);
    }

    private static String level(ReasonTexts texts, Outcome outcome, ReasonOptions options, double value) {
        return outcome.kind() == OutcomeKind.CHURN
                ? Figures.percent(value)
                : withUnit(texts, outcome, options, Figures.value(value), false);
    }

    private static String withUnit(
            ReasonTexts texts, Outcome outcome, ReasonOptions options, String number, boolean points) {
        Map<String, String> gap = Map.of("n", number);
        if (points) {
            return texts.get("points", gap);
        }
        if (outcome.kind() == OutcomeKind.PURCHASES) {
            return texts.get("purchases", gap);
        }
        return options.unit().isEmpty() ? number : number + " " + options.unit();
    }
}
