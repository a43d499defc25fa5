package org.ltv4j.core.feature;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ltv4j.core.data.Horizon;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** Every family of the library, each by itself and all together. */
final class Plans {
    private Plans() {}

    /** By the name of the method that adds it. */
    static Map<String, FeaturePlan> each(LocalDate asOf) {
        FeaturePlan empty = Features.asOf(asOf);
        Map<String, FeaturePlan> plans = new LinkedHashMap<>();
        plans.put("rfm", empty.rfm());
        plans.put("tenure", empty.tenure());
        plans.put("history", empty.history(TimeScale.WEEK));
        plans.put("interpurchase", empty.interpurchase());
        plans.put("basket", empty.basket());
        plans.put("pieces", empty.pieces());
        plans.put("orders", empty.orders());
        plans.put("categories", empty.categories());
        plans.put("categories of groups", empty.categories("initial", product -> product.substring(0, 1)));
        plans.put("channel", empty.channel());
        plans.put("channelShare", empty.channelShare("web_share", "web"));
        plans.put("discounts", empty.discounts());
        plans.put("prices", empty.prices());
        plans.put("timeOfDay", empty.timeOfDay());
        plans.put("weekday", empty.weekday());
        plans.put("seasonality", empty.seasonality());
        plans.put("trend", empty.trend());
        plans.put("returns", empty.returns());
        plans.put("firstPurchase", empty.firstPurchase());
        plans.put("firstProduct", empty.firstProduct());
        plans.put("firstChannel", empty.firstChannel());
        plans.put("streaks", empty.streaks());
        plans.put("decayed", empty.decayed(Horizon.of(30, TimeScale.DAY)));
        plans.put("last", empty.last(90, TimeScale.DAY));
        plans.put(
                "within",
                empty.within(
                        Window.last(2, TimeScale.MONTH).lag(1, TimeScale.WEEK),
                        w -> w.interpurchase().categories().returns().timeOfDay()));
        plans.put(
                "ratio",
                empty.last(30, TimeScale.DAY)
                        .last(60, TimeScale.DAY)
                        .ratio("total_spend", Window.last(30, TimeScale.DAY), Window.last(60, TimeScale.DAY)));
        plans.put("feature", empty.feature("rows", FeatureType.COUNT, "", "rows", PurchaseHistory::rows));
        plans.put(
                "beside sales",
                SideData.plan(empty, SideData.events(7, asOf, true).build(), SideData.attributes(asOf, true)));
        return plans;
    }

    /** All of them in one plan, but what stands twice. */
    static FeaturePlan all(LocalDate asOf) {
        FeaturePlan plan = Features.asOf(asOf);
        for (Map.Entry<String, FeaturePlan> entry : each(asOf).entrySet()) {
            for (FeatureFamily family : entry.getValue().families()) {
                plan = plan.with(family);
            }
        }
        return plan;
    }

    static TransactionLogBuilder add(TransactionLogBuilder builder, String customer, Sale sale) {
        builder.add(customer, sale.time(), sale.amount());
        if (sale.order() != null) {
            builder.order(sale.order());
        }
        if (sale.product() != null) {
            builder.product(sale.product());
        }
        if (sale.channel() != null) {
            builder.channel(sale.channel());
        }
        return builder.quantity(sale.quantity()).unitPrice(sale.unitPrice()).discount(sale.discount());
    }

    /** A row with everything, so that a log has all columns. */
    static TransactionLog withAllColumns(TransactionLogBuilder builder, LocalDate day) {
        Sale sale = Sale.of(day.atTime(9, 30), 5)
                .withOrder("o")
                .withProduct("p")
                .withChannel("web")
                .withQuantity(1)
                .withUnitPrice(6)
                .withDiscount(1);
        add(builder, "full", sale);
        add(builder, "full", Sale.of(day.atTime(9, 31), -1));
        return builder.build();
    }
}
