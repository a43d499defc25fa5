package org.ltv4j.segmentation.table;

import java.util.List;
import java.util.Locale;
import org.ltv4j.segmentation.recommend.Interactions;
import org.ltv4j.segmentation.recommend.ItemTables;
import org.ltv4j.segmentation.recommend.Reason;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.Recommender;
import org.ltv4j.segmentation.recommend.Selection;
import org.ltv4j.segmentation.recommend.Visit;
import org.ltv4j.segmentation.recommend.evaluate.RankingMetric;
import org.ltv4j.segmentation.recommend.evaluate.RankingResult;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Recommendations and how good they are as Tablesaw tables. */
public final class RecommendationTables {
    private RecommendationTables() {}

    /**
     * What to offer to each customer: for a mailing, or for a till that looks lists up.
     *
     * @param recommender the recommender
     * @param customers customers with what they bought, over the items of the recommender
     * @param selection length, filters, caps and variety
     * @return columns {@code customer}, {@code rank} (from 1), {@code item}, {@code score} and {@code reason} (the strongest one, or
     *     empty); no row for a customer without recommendation
     * @throws IllegalArgumentException if rows are baskets, or the items are not those of the recommender
     */
    public static Table forCustomers(Recommender recommender, Interactions customers, Selection selection) {
        if (customers.rows() != customers.customers().size()) {
            throw new IllegalArgumentException(
                    "these rows are baskets, not customers: use Interactions.ofCustomers, or recommend for each basket");
        }
        ItemTables.requireSame(recommender.items(), customers.items());
        StringColumn customer = StringColumn.create("customer");
        IntColumn rank = IntColumn.create("rank");
        StringColumn item = StringColumn.create("item");
        DoubleColumn score = DoubleColumn.create("score");
        StringColumn reason = StringColumn.create("reason");
        for (int row = 0; row < customers.rows(); row++) {
            Visit visit = customers.visit(row);
            Recommendations list = recommender.recommend(visit, selection);
            for (int i = 0; i < list.size(); i++) {
                List<Reason> reasons = recommender.reasons(visit, list.item(i));
                customer.append(customers.customers().id(row));
                rank.append(i + 1);
                item.append(list.name(i));
                score.append(list.score(i));
                reason.append(reasons.isEmpty() ? "" : reasons.get(0).text());
            }
        }
        return Table.create("recommendations", customer, rank, item, score, reason);
    }

    /**
     * How good recommenders were, a row each.
     *
     * @param results of the same visits
     * @param k length of the lists, one of those that were judged
     * @return columns {@code recommender}, {@code visits}, {@code answered}, one for each metric ({@code precision}, {@code recall},
     *     {@code map}, {@code ndcg}, {@code mrr}, {@code hit_rate}), {@code coverage}, {@code novelty} in bits and {@code diversity}
     * @throws IllegalArgumentException if lists of that length were not judged
     */
    public static Table of(List<RankingResult> results, int k) {
        StringColumn name = StringColumn.create("recommender");
        IntColumn visits = IntColumn.create("visits");
        IntColumn answered = IntColumn.create("answered");
        results.forEach(result -> {
            name.append(result.name());
            visits.append(result.visits());
            answered.append(result.answered());
        });
        Table table = Table.create("recommenders", name, visits, answered);
        for (RankingMetric metric : RankingMetric.values()) {
            String column = metric.label().toLowerCase(Locale.ROOT).replace(' ', '_');
            table.addColumns(DoubleColumn.create(
                    column,
                    results.stream()
                            .mapToDouble(result -> result.value(metric, k))
                            .toArray()));
        }
        table.addColumns(
                DoubleColumn.create(
                        "coverage",
                        results.stream().mapToDouble(r -> r.coverage(k)).toArray()),
                DoubleColumn.create(
                        "novelty",
                        results.stream().mapToDouble(r -> r.novelty(k)).toArray()),
                DoubleColumn.create(
                        "diversity",
                        results.stream().mapToDouble(r -> r.diversity(k)).toArray()));
        return table;
    }
}
