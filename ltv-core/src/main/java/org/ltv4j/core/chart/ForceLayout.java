package org.ltv4j.core.chart;

import java.util.List;

/** Places nodes by forces: all push each other away, arrows pull, and the middle pulls a little, so that parts stay in sight. */
final class ForceLayout {
    private static final int STEPS = 400;
    private static final double GOLDEN_ANGLE = 2.399963229728653;
    private static final double GRAVITY = 0.02;
    /** Names are wider than high, so nodes keep more distance upwards than sideways would need. */
    private static final double FLATNESS = 1.3;

    private static final double SIDE = 56;
    private static final double EDGE = 18;

    private final int n;
    private final List<NetworkChart.Arrow> arrows;
    private final double width;
    private final double height;
    private final double[] x;
    private final double[] y;

    ForceLayout(int n, List<NetworkChart.Arrow> arrows, double width, double height) {
        this.n = n;
        this.arrows = arrows;
        this.width = width;
        this.height = height;
        this.x = new double[n];
        this.y = new double[n];
    }

    double[][] positions() {
        double reach = Math.min(width, height) / 2 - EDGE;
        for (int i = 0; i < n; i++) {
            double radius = reach * Math.sqrt((i + 0.5) / n);
            x[i] = width / 2 + radius * StrictMath.cos(i * GOLDEN_ANGLE);
            y[i] = height / 2 + radius * StrictMath.sin(i * GOLDEN_ANGLE);
        }
        double ideal = 0.8 * Math.sqrt((width - 2 * SIDE) * (height - 2 * EDGE) / n);
        for (int step = 0; step < STEPS; step++) {
            move(ideal, width / 8 * (1 - (double) step / STEPS));
        }
        double[][] at = new double[n][2];
        for (int i = 0; i < n; i++) {
            at[i][0] = x[i];
            at[i][1] = y[i];
        }
        return at;
    }

    private void move(double ideal, double most) {
        double[] fx = new double[n];
        double[] fy = new double[n];
        for (int i = 0; i < n; i++) {
            fx[i] += (width / 2 - x[i]) * GRAVITY;
            fy[i] += (height / 2 - y[i]) * GRAVITY * FLATNESS;
            for (int j = 0; j < i; j++) {
                double dx = x[i] - x[j];
                double dy = (y[i] - y[j]) * FLATNESS;
                double square = Math.max(1, dx * dx + dy * dy);
                double push = ideal * ideal / square;
                fx[i] += dx * push;
                fy[i] += dy * push;
                fx[j] -= dx * push;
                fy[j] -= dy * push;
            }
        }
        for (NetworkChart.Arrow arrow : arrows) {
            double dx = x[arrow.to()] - x[arrow.from()];
            double dy = y[arrow.to()] - y[arrow.from()];
            double pull = Math.sqrt(dx * dx + dy * dy) / ideal * (0.4 + 0.6 * arrow.strength());
            fx[arrow.from()] += dx * pull;
            fy[arrow.from()] += dy * pull;
            fx[arrow.to()] -= dx * pull;
            fy[arrow.to()] -= dy * pull;
        }
        for (int i = 0; i < n; i++) {
            double force = Math.max(1e-9, Math.sqrt(fx[i] * fx[i] + fy[i] * fy[i]));
            double step = Math.min(force, most) / force;
            x[i] = Math.min(width - SIDE, Math.max(SIDE, x[i] + fx[i] * step));
            y[i] = Math.min(height - EDGE, Math.max(EDGE, y[i] + fy[i] * step));
        }
    }
}
