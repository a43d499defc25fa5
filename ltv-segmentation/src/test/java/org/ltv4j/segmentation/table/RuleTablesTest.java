package org.ltv4j.segmentation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ltv4j.core.testing.Json;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.rule.AssociationRule;
import org.ltv4j.segmentation.rule.Contrast;
import org.ltv4j.segmentation.rule.ContrastedRules;
import org.ltv4j.segmentation.rule.Correction;
import org.ltv4j.segmentation.rule.Measure;
import org.ltv4j.segmentation.rule.RuleCounts;
import org.ltv4j.segmentation.rule.RuleSet;
import org.ltv4j.segmentation.rule.Significance;
import org.ltv4j.segmentation.rule.WeightedRules;
import tech.tablesaw.api.Table;

class RuleTablesTest {
    private static final RuleSet RULES = RuleSet.of(List.of(
            new AssociationRule(List.of("tea, green", "=milk"), List.of("\"dry\" cake"), new RuleCounts(2, 2, 3, 5)),
            new AssociationRule(List.of(), List.of("tea, green"), new RuleCounts(5, 5, 5, 5))));

    @Test
    void rulesAreRowsOfATable() {
        Table table = RuleTables.of(RULES, Measure.CONFIDENCE, Measure.CONVICTION);
        assertThat(table.columnNames())
                .containsExactly("antecedent", "consequent", "n11", "n1x", "nx1", "n", "confidence", "conviction");
        assertThat(table.getString(0, "antecedent")).isEqualTo("=milk, tea, green");
        assertThat(table.doubleColumn("conviction").getDouble(0)).isInfinite();
        assertThat(table.doubleColumn("conviction").isMissing(1)).isTrue();
        assertThat(RuleTables.of(RULES).columnNames()).endsWith("support", "confidence", "lift");
        assertThat(RuleTables.defaults()).containsExactly(Measure.SUPPORT, Measure.CONFIDENCE, Measure.LIFT);
        Table judged = RuleTables.of(Significance.fisher(RULES, Correction.BONFERRONI));
        assertThat(judged.doubleColumn("p").getDouble(0)).isEqualTo(RULES.value(0, Measure.FISHER_GREATER));
        assertThat(judged.doubleColumn("p_adjusted").getDouble(0))
                .isEqualTo(2 * RULES.value(0, Measure.FISHER_GREATER));
    }

    @Test
    void comparedAndWeightedRulesAreTablesToo() {
        BasketLog baskets =
                BasketLog.of(List.of(Set.of("tea, green", "=milk", "\"dry\" cake"), Set.of("tea, green"), Set.of()));
        RuleSet later = RULES.recount(baskets);
        Table contrasts = RuleTables.of(ContrastedRules.of(RULES, later, Contrast.CONFIDENCE, Correction.NONE));
        assertThat(contrasts.columnNames()).hasSize(13).contains("lift_second", "difference", "p_adjusted");
        int tea = contrasts.stringColumn("antecedent").asList().indexOf("");
        assertThat(contrasts.longColumn("n11_second").getLong(tea)).isEqualTo(2);
        assertThat(contrasts.doubleColumn("confidence_second").getDouble(tea)).isEqualTo(2.0 / 3);
        assertThat(contrasts.doubleColumn("difference").getDouble(tea)).isEqualTo(1 - 2.0 / 3);
        Table weighted = RuleTables.of(WeightedRules.of(RULES, baskets, b -> b + 1));
        assertThat(weighted.doubleColumn("weighted_support").getDouble(1)).isEqualTo(0.5);
        assertThat(weighted.columnNames()).endsWith("weighted_confidence", "weighted_lift");
    }

    @Test
    void rulesAreLinesOfCsvThatNoSpreadsheetRuns() throws IOException {
        StringWriter out = new StringWriter();
        RuleFiles.writeCsv(RULES, out, Measure.CONVICTION, Measure.SUPPORT);
        assertThat(out.toString()).isEqualTo("""
                antecedent,consequent,n11,n1x,nx1,n,conviction,support
                "'=milk & tea, green","\""dry"" cake",2,2,3,5,Infinity,0.4
                ,"tea, green",5,5,5,5,,1.0
                """);
    }

    @Test
    void rulesAreObjectsOfJson(@TempDir Path folder) {
        Json json = Json.parse(RuleFiles.json(RULES, Measure.CONVICTION));
        assertThat(json.get("baskets").integer()).isEqualTo(5);
        Json first = json.get("rules").get(0);
        assertThat(first.get("antecedent").get(1).text()).isEqualTo("tea, green");
        assertThat(first.get("n11").integer()).isEqualTo(2);
        assertThat(first.get("conviction").text()).isEqualTo("infinity");
        assertThat(json.get("rules").get(1).has("conviction")).isFalse();
        RuleFiles.writeCsv(RULES, folder.resolve("rules.csv"));
        assertThat(folder.resolve("rules.csv"))
                .content()
                .startsWith("antecedent,consequent,n11,n1x,nx1,n,support,confidence,lift\n");
        assertThatThrownBy(
                        () -> RuleFiles.writeCsv(RULES, folder.resolve("none").resolve("rules.csv")))
                .isInstanceOf(UncheckedIOException.class);
    }
}
