package org.ltv4j.core.feature;

import java.util.List;
import org.ltv4j.core.data.TransactionLog;

/** The product or channel of the first purchase: that of its largest row, for it is why the customer came. */
final class FirstOf implements FeatureKernel {
    private final List<Feature> features;
    private final Grouping grouping;

    FirstOf(Grouping grouping) {
        this.grouping = grouping;
        String subject = grouping.subject();
        features = List.of(Define.category(
                        "first_" + subject,
                        "what the first purchase was mainly: its largest row",
                        subject + " of the row with the greatest amount on the first day; of several the earliest",
                        grouping.source() + ", date, amount")
                .withMissing("if no row of the first day states a " + subject
                        + ", or it was unknown when the levels were settled"));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public List<String> levels(int place) {
        return grouping.levels();
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int best = -1;
        int end = history.visits() == 0 ? 0 : history.visitStart(1);
        for (int row = 0; row < end; row++) {
            if (grouping.key(history, row) != TransactionLog.NONE
                    && (best < 0 || history.amount(row) > history.amount(best))) {
                best = row;
            }
        }
        int level = best < 0 ? -1 : grouping.level(grouping.key(history, best));
        out[at] = level < 0 ? Double.NaN : level;
    }
}
