package org.ltv4j.core.io;

import java.util.Arrays;
import org.ltv4j.core.model.SpendBasis;

/** Found by the service loader in tests only. */
public final class FlatSpendCodec implements ModelCodec<FlatSpend> {
    /** Made by the service loader. */
    public FlatSpendCodec() {}

    @Override
    public String kind() {
        return "test-flat";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<FlatSpend> modelClass() {
        return FlatSpend.class;
    }

    @Override
    public void write(FlatSpend model, ModelWriter out) {
        out.object("parameters", p -> p.number("mean", model.mean()))
                .integer("count", model.count())
                .flag("sure", model.sure())
                .text("label", model.label())
                .choice("basis", model.basis())
                .numbers("weights", model.weights().stream().mapToDouble(w -> w).toArray())
                .texts("words", model.words())
                .rows("rows", model.rows())
                .fit(model.fit());
    }

    @Override
    public FlatSpend read(ModelReader in, int version) {
        return new FlatSpend(
                in.object("parameters").number("mean"),
                in.whole("count", 0, 1L << 53),
                in.flag("sure"),
                in.text("label"),
                in.choice("basis", SpendBasis.class),
                Arrays.stream(in.numbers("weights")).boxed().toList(),
                in.texts("words"),
                in.rows("rows"),
                in.fit());
    }
}
