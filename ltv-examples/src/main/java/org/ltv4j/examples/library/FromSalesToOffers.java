package org.ltv4j.examples.library;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.io.Models;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Ingest;
import org.ltv4j.core.table.SalesFile;
import org.ltv4j.segmentation.basket.BasketLog;
import org.ltv4j.segmentation.recommend.Fallback;
import org.ltv4j.segmentation.recommend.Popularity;
import org.ltv4j.segmentation.recommend.Recommendations;
import org.ltv4j.segmentation.recommend.RuleRecommender;
import org.ltv4j.segmentation.recommend.RuleScore;
import org.ltv4j.segmentation.recommend.Selection;
import org.ltv4j.segmentation.recommend.Visit;
import org.ltv4j.segmentation.rhythm.DueOptions;
import org.ltv4j.segmentation.rhythm.Replenishment;
import org.ltv4j.segmentation.rhythm.ReplenishmentModel;
import org.ltv4j.segmentation.rule.Apriori;
import org.ltv4j.segmentation.rule.Correction;
import org.ltv4j.segmentation.rule.Measure;
import org.ltv4j.segmentation.rule.RuleSet;
import org.ltv4j.segmentation.rule.Significance;
import org.ltv4j.segmentation.sequence.FollowUps;
import org.ltv4j.segmentation.sequence.SequenceLog;

/** From a sales file to what goes together, what comes next, and what to offer at the till. */
public final class FromSalesToOffers {
    private FromSalesToOffers() {}

    /**
     * Finds what to offer with a cappuccino.
     *
     * @param sales text, workbook, JSON or database with the columns customer, date, amount, receipt and product
     * @param model where the recommender is saved
     * @return what to offer
     */
    public static Recommendations offers(Path sales, Path model) {
        Columns columns =
                Columns.of("customer", "date", "amount").withOrder("receipt").withProduct("product");
        Ingest read = SalesFile.read(sales, columns);
        TransactionLog log =
                CleaningPlan.defaults().apply(read.log(), read.report()).log();

        // what goes together: found in one half of the baskets, tested on the other; rules that say no more than
        // simpler ones go
        BasketLog baskets = BasketLog.byOrder(log);
        Apriori.Options options = Apriori.Options.defaults().withMinSupport(0.004);
        RuleSet rules = Significance.heldOut(baskets, options, Correction.BENJAMINI_HOCHBERG, 42)
                .significant(0.05)
                .nonRedundant();
        rules.top(5, Measure.LIFT).asList().forEach(System.out::println);

        // do they hold on Saturdays too? The same rules counted in other baskets
        RuleSet saturday = rules.recount(
                baskets.keep(b -> LocalDate.ofEpochDay(baskets.day(b)).getDayOfWeek() == DayOfWeek.SATURDAY));
        System.out.println(saturday.rule(0));

        // what is bought after what, and how soon; who needs what again within a week
        FollowUps.mine(SequenceLog.byDay(log), FollowUps.Options.defaults().withWindow(30))
                .significant(0.05)
                .forEach(rule -> System.out.println(rule.text()));
        ReplenishmentModel rhythm = Replenishment.fit(log, Replenishment.Options.defaults());
        System.out.println(rhythm.due(DueOptions.withinDays(7)).size() + " reminders to send");

        // at the till: by the rules, and where they say nothing what everybody buys
        Fallback offer = Fallback.of(
                RuleRecommender.of(rules, RuleScore.MAX_CONFIDENCE, baskets.items()), Popularity.allTime(baskets));
        Models.save(offer, model);
        Visit visit = Visit.of(offer.items(), List.of("cappuccino"));
        Recommendations three = offer.recommend(visit, Selection.top(3));
        System.out.println(three.name(0) + ": "
                + offer.reasons(visit, three.item(0)).get(0).text());
        return three;
    }
}
