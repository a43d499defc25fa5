package org.ltv4j.core.feature;

import java.util.List;
import org.ltv4j.core.data.TransactionLog;

/** Part of the purchases that went through one stated channel. */
final class ChannelShare implements FeatureKernel {
    private final List<Feature> features;
    private final String id;
    private final int number;
    private final int known;

    ChannelShare(FeatureContext context, String name, String id) {
        this.id = id;
        this.known = context.channels().size();
        this.number = context.channels().indexOf(id).orElse(TransactionLog.NONE);
        features = List.of(Define.share(
                name,
                "part of the purchases made through the channel '" + id + "'",
                "days with a row of the channel '" + id + "' / purchases",
                "channel, date"));
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        int days = 0;
        int last = PurchaseHistory.UNBOUNDED;
        for (int row = 0; row < history.rows(); row++) {
            if (history.day(row) != last && is(history, history.channel(row))) {
                last = history.day(row);
                days++;
            }
        }
        out[at] = Quotient.of(days, history.visits());
    }

    private boolean is(PurchaseHistory history, int channel) {
        return channel == number
                ? number != TransactionLog.NONE
                : channel >= known && history.channelId(channel).equals(id);
    }
}
