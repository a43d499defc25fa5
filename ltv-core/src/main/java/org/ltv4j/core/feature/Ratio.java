package org.ltv4j.core.feature;

import java.util.List;
import java.util.stream.IntStream;
import org.ltv4j.core.data.InvalidDataException;

/** One feature of the plan over another. */
record Ratio(String label, String above, String below) implements DerivedFamily {
    @Override
    public String name() {
        return label;
    }

    @Override
    public FeatureKernel bind(List<Feature> before) {
        int a = before.size() - place(before, above);
        int b = before.size() - place(before, below);
        Feature top = before.get(place(before, above));
        String rule = top.asOf().equals(before.get(place(before, below)).asOf())
                ? top.asOf()
                : "as " + above + " and " + below;
        List<Feature> features =
                List.of(Define.number(label, "", above + " relative to " + below, above + " / " + below, top.source())
                        .withAsOf(rule)
                        .withMissing("where " + below + " is 0 or one of them is missing"));
        return new FeatureKernel() {
            @Override
            public List<Feature> features() {
                return features;
            }

            @Override
            public void compute(PurchaseHistory history, double[] out, int at) {
                out[at] = Quotient.of(out[at - a], out[at - b]);
            }
        };
    }

    private int place(List<Feature> before, String name) {
        return IntStream.range(0, before.size())
                .filter(i -> before.get(i).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidDataException("the ratio " + label + " needs the feature " + name
                        + ", which does not stand before it in the plan: add its family first"));
    }
}
