package org.ltv4j.segmentation.itemset;

/** Unwinds a search that must end here. What it has found stays. */
final class StopSignal extends RuntimeException {
    static final StopSignal INSTANCE = new StopSignal();

    private static final long serialVersionUID = 1;

    private StopSignal() {
        super(null, null, false, false);
    }
}
