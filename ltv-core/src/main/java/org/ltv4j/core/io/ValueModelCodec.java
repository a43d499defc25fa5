package org.ltv4j.core.io;

import org.ltv4j.core.model.SpendModel;
import org.ltv4j.core.model.TransactionModel;
import org.ltv4j.core.model.ValueModel;

/** Saves a {@link ValueModel} as its two parts, each with its own kind and version. */
public final class ValueModelCodec implements ModelCodec<ValueModel> {
    /** Made by the service loader. */
    public ValueModelCodec() {}

    @Override
    public String kind() {
        return ValueModel.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<ValueModel> modelClass() {
        return ValueModel.class;
    }

    @Override
    public String module() {
        return "ltv-core";
    }

    @Override
    public void write(ValueModel model, ModelWriter out) {
        out.model("purchases", model.purchases()).model("spend", model.spend());
    }

    @Override
    public ValueModel read(ModelReader in, int version) {
        return new ValueModel(in.model("purchases", TransactionModel.class), in.model("spend", SpendModel.class));
    }
}
