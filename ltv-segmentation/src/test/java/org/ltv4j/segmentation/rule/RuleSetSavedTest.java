package org.ltv4j.segmentation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ltv4j.core.io.ModelFormatException;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.testing.ModelDocument;
import org.ltv4j.core.testing.SavedModelContract;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.itemset.MiningLimits;

class RuleSetSavedTest extends SavedModelContract {
    private static final BasketLog BASKETS = BasketLog.of(List.of(
            Set.of("a", "b, with a comma", "z"),
            Set.of("a", "b, with a comma", "z"),
            Set.of("a", "z"),
            Set.of("\"c\"", "z"),
            Set.of("b, with a comma", "\"c\"", "z")));

    private static RuleSet mined() {
        return Apriori.mine(
                BASKETS,
                Apriori.Options.defaults()
                        .withMinCount(2)
                        .withEmptyAntecedents(true)
                        .with(Consequents.ANY));
    }

    @Override
    protected List<? extends LtvModel> models() {
        RuleSet none = mined().keep(rule -> false);
        RuleSet partial = Apriori.mine(
                BASKETS,
                Apriori.Options.defaults()
                        .withMinCount(1)
                        .withMinConfidence(0)
                        .with(MiningLimits.defaults().withItemsets(5)));
        return List.of(mined(), none, partial);
    }

    @Override
    protected void checkPredictions(LtvModel model) {
        RuleSet rules = (RuleSet) model;
        assertThat(RuleMatcher.of(rules).match(List.of("a", "z"))).hasSizeLessThanOrEqualTo(rules.size());
        for (AssociationRule rule : rules.asList()) {
            assertThat(rule.counts().n()).isEqualTo(rules.baskets());
        }
    }

    @Test
    void rulesThatCannotBeAreRefused() {
        ModelDocument document = ModelDocument.parse(Models.toJson(mined()));
        refused(document.with(List.of("ruleItems", 0), 99), "$.ruleItems[0]");
        refused(document.with(List.of("both", 0), 6), "$.both: rule 0: counts of a rule need");
        refused(document.with(List.of("items", 0), "zz"), "number 1 is out of order");
        refused(document.with(List.of("antecedentLengths", 0), 3), "$.ruleItems: need");
        refused(document.with(List.of("baskets"), 7), "has nothing on the left");
        refused(document.with(List.of("thresholds", "minSupport"), 1.5), "need 0 <= minimum support <= 1, got 1.5");
        refused(document.without(List.of("both")), "both");
    }

    private static void refused(String json, String message) {
        assertThatThrownBy(() -> Models.fromJson(json))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theSameRulesAreTheSameBytesWhateverTheOrderOfBaskets() {
        BasketLog turned = BasketLog.of(List.of(
                List.of("z", "\"c\"", "b, with a comma"),
                List.of("z", "\"c\""),
                List.of("z", "a"),
                List.of("z", "b, with a comma", "a"),
                List.of("b, with a comma", "z", "a")));
        RuleSet rules = Apriori.mine(
                turned,
                Apriori.Options.defaults()
                        .withMinCount(2)
                        .withEmptyAntecedents(true)
                        .with(Consequents.ANY));
        assertThat(Models.toJson(rules)).isEqualTo(Models.toJson(mined()));
    }
}
