package org.ltv4j.models.trees;

import java.util.Arrays;

/** How an objective turns margins into predictions; in float and in the order of operations of the native library. */
enum Link {
    /** The margin itself. */
    IDENTITY {
        @Override
        float of(float margin) {
            return margin;
        }
    },
    /** {@code 1 / (1 + exp(-margin))}. */
    LOGISTIC {
        @Override
        float of(float margin) {
            float exp = FloatMath.exp(Math.min(-margin, LARGEST_EXPONENT));
            return (float) (1 / ((exp + 1f) + TINY));
        }
    },
    /** {@code exp(margin)}. */
    EXP {
        @Override
        float of(float margin) {
            return FloatMath.exp(margin);
        }
    },
    /** 1 above 0, else 0. */
    HINGE {
        @Override
        float of(float margin) {
            return margin > 0 ? 1 : 0;
        }
    },
    /** {@code exp(margin) / sum of exp(margins)} over the classes. */
    SOFTMAX {
        @Override
        float of(float margin) {
            return Float.isFinite(margin) ? 1 : Float.NaN;
        }

        @Override
        void apply(float[] values, int from, int count) {
            float max = values[from];
            for (int i = from + 1; i < from + count; i++) {
                max = Math.max(max, values[i]);
            }
            double sum = 0;
            for (int i = from; i < from + count; i++) {
                values[i] = FloatMath.exp(values[i] - max);
                sum += values[i];
            }
            for (int i = from; i < from + count; i++) {
                values[i] /= (float) sum;
            }
        }
    },
    /** The class of the largest margin, the first of equals, in the first place. */
    ARGMAX {
        @Override
        float of(float margin) {
            return 0;
        }

        @Override
        void apply(float[] values, int from, int count) {
            int best = from;
            for (int i = from + 1; i < from + count; i++) {
                if (values[i] > values[best]) {
                    best = i;
                }
            }
            values[from] = best - from;
        }
    },
    /** The margins of the quantiles, rising: what version 3.4 and later predict, so that quantiles never cross. */
    SORTED {
        @Override
        float of(float margin) {
            return margin;
        }

        @Override
        void apply(float[] values, int from, int count) {
            Arrays.sort(values, from, from + count);
        }
    },
    /**
     * The first margin is the lowest expectile, each further one tells by how much the next is above: by {@code log(1 +
     * exp(margin))}, so that expectiles never cross. Since version 3.3.
     */
    EXPECTILES {
        @Override
        float of(float margin) {
            return margin;
        }

        @Override
        void apply(float[] values, int from, int count) {
            for (int i = from + 1; i < from + count; i++) {
                float margin = values[i];
                float exp = FloatMath.exp(-Math.abs(margin));
                values[i] = values[i - 1] + (LEAST_GAP + (Math.max(margin, 0) + (float) Math.log1p(exp)));
            }
        }
    };

    /** Beyond this exp overflows float. */
    private static final float LARGEST_EXPONENT = 88.7f;

    private static final double TINY = 1e-16;
    private static final float LEAST_GAP = 1e-6f;

    /** The prediction of a model of one output. */
    abstract float of(float margin);

    /** Replaces the margins of one row, {@code count} of them, by its predictions. */
    void apply(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            values[i] = of(values[i]);
        }
    }

    /** The predictions of rows whose margins stand row by row; may be the same array, written over. */
    float[] predictions(float[] margins, int count, int outputs) {
        int each = predictions(outputs);
        for (int row = 0; row < count; row++) {
            apply(margins, row * outputs, outputs);
        }
        if (each == outputs) {
            return margins;
        }
        float[] result = new float[count * each];
        for (int row = 0; row < count; row++) {
            System.arraycopy(margins, row * outputs, result, row * each, each);
        }
        return result;
    }

    /** Predictions per row. */
    int predictions(int outputs) {
        return this == ARGMAX ? 1 : outputs;
    }

    /** The margin of {@link #EXPECTILES} that puts an expectile this far above the one before. */
    static float gapMargin(float gap) {
        double above = Math.max(gap - LEAST_GAP, LEAST_GAP);
        return (float) (above + Math.log(-Math.expm1(-above)));
    }
}
