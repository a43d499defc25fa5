package org.ltv4j.core.io;

import org.ltv4j.core.model.PurchaseCount;

/** Saves a {@link PurchaseCount}, which has no members. */
public final class PurchaseCountCodec implements ModelCodec<PurchaseCount> {
    /** Made by the service loader. */
    public PurchaseCountCodec() {}

    @Override
    public String kind() {
        return PurchaseCount.KIND;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<PurchaseCount> modelClass() {
        return PurchaseCount.class;
    }

    @Override
    public String module() {
        return "ltv-core";
    }

    @Override
    public void write(PurchaseCount model, ModelWriter out) {
        // kind and version say all
    }

    @Override
    public PurchaseCount read(ModelReader in, int version) {
        return new PurchaseCount();
    }
}
