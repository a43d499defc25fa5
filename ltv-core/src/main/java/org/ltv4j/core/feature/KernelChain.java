package org.ltv4j.core.feature;

import java.util.ArrayList;
import java.util.List;

/** Kernels one after another, their features side by side. */
final class KernelChain implements FeatureKernel {
    private final FeatureKernel[] kernels;
    private final int[] starts;
    private final List<Feature> features;

    private KernelChain(List<FeatureKernel> kernels, List<Feature> features) {
        this.kernels = kernels.toArray(FeatureKernel[]::new);
        this.features = List.copyOf(features);
        this.starts = new int[this.kernels.length];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at += this.kernels[i].features().size();
        }
    }

    static KernelChain bind(List<FeatureFamily> families, FeatureContext context) {
        List<FeatureKernel> kernels = new ArrayList<>();
        List<Feature> features = new ArrayList<>();
        for (FeatureFamily family : families) {
            FeatureKernel kernel =
                    family instanceof DerivedFamily derived ? derived.bind(features) : family.bind(context);
            kernels.add(kernel);
            features.addAll(kernel.features());
        }
        return new KernelChain(kernels, features);
    }

    /** Kernels that are bound already. */
    static KernelChain of(List<FeatureKernel> kernels) {
        return new KernelChain(
                kernels,
                kernels.stream().flatMap(kernel -> kernel.features().stream()).toList());
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public List<String> levels(int place) {
        int kernel = 0;
        while (kernel + 1 < starts.length && starts[kernel + 1] <= place) {
            kernel++;
        }
        return kernels[kernel].levels(place - starts[kernel]);
    }

    @Override
    public void compute(PurchaseHistory history, double[] out, int at) {
        for (int i = 0; i < kernels.length; i++) {
            kernels[i].compute(history, out, at + starts[i]);
        }
    }
}
