package org.ltv4j.models.btyd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.internal.math.Bfgs;
import org.ltv4j.core.internal.math.Blocks;
import org.ltv4j.core.internal.math.SymmetricMatrix;

/**
 * The search for the best model: several starts on a thinned table, the best of them on the whole table, each limit in its own
 * right, and the best log-likelihood wins. A limit that is as likely as the best interior point is preferred to it.
 */
final class BgNbdFit {
    /** A limit this close to the best log-likelihood is the model: its parameters say all that the data say. */
    static final double AS_LIKELY = 1e-6;

    /** Rows that the first look at all starts and limits takes. */
    private static final int THINNED = 300;

    /** Limits that are worse than the best by more than this on the thinned table are not fitted again on all histories. */
    private static final double OUT_OF_QUESTION = 5;

    /** With standard errors below this on the scale of the coordinates no limit is near. */
    private static final double IDENTIFIED = 0.6;

    private static final double HESSIAN_STEP = 1e-4;
    private static final double CURSORY = 1e-4;
    private static final double EXACT = 1e-9;
    private static final double MAX_STEP = 3;
    private static final List<Shape> LIMITS = limits();

    private final HistoryTable data;
    private final BgNbd.Options options;
    private final Blocks blocks;
    private int evaluations;

    BgNbdFit(HistoryTable data, BgNbd.Options options, Blocks blocks) {
        this.data = data;
        this.options = options;
        this.blocks = blocks;
    }

    /** The best point of one pair of mixtures. */
    record Candidate(
            Shape shape,
            double[] point,
            double logLikelihood,
            double gradientNorm,
            boolean converged,
            double @Nullable [][] hessian) {}

    /** What the search found: the best model, and all pairs of mixtures that were fitted to all histories. */
    record Outcome(Candidate best, List<Candidate> candidates, int evaluations) {}

    private static List<Shape> limits() {
        List<Shape> limits = new ArrayList<>();
        for (Shape.Kind kind : Shape.Kind.values()) {
            for (boolean gamma : new boolean[] {false, true}) {
                Shape shape = new Shape(gamma, kind);
                if (!shape.equals(Shape.FULL)) {
                    limits.add(shape);
                }
            }
        }
        limits.sort(Comparator.comparingInt(Shape::parameters));
        return List.copyOf(limits);
    }

    Outcome run() {
        List<Candidate> found = new ArrayList<>();
        Candidate nbd = limit(Shape.NBD, data);
        if (options.penalty() > 0) {
            found.add(interior(nbd));
            return new Outcome(found.get(0), List.copyOf(found), evaluations);
        }
        found.add(limit(Shape.POISSON, data));
        found.add(nbd);
        Candidate best = interior(nbd);
        found.add(best);
        if (!wellInside(best)) {
            found.addAll(otherLimits(best));
        }
        return new Outcome(choose(found), List.copyOf(found), evaluations);
    }

    /** Whether the limits, which lie at infinity, are many standard errors away. */
    private boolean wellInside(Candidate candidate) {
        Optional<double[][]> covariance = covariance(candidate);
        if (!candidate.converged() || covariance.isEmpty()) {
            return false;
        }
        for (int i = 0; i < candidate.point().length; i++) {
            if (!(Math.sqrt(covariance.get()[i][i]) < IDENTIFIED)) {
                return false;
            }
        }
        return true;
    }

    /** All limits but NBD and Poisson; in a large table only those that a thinned one does not rule out. */
    private List<Candidate> otherLimits(Candidate best) {
        boolean small = data.rows() <= THINNED;
        HistoryTable thin = small ? data : data.thinned(THINNED);
        double thinBest = small ? best.logLikelihood() : thinLogLikelihood(best, thin);
        List<Candidate> limits = new ArrayList<>();
        for (Shape shape : LIMITS) {
            boolean known = shape.equals(Shape.NBD) || shape.equals(Shape.POISSON);
            if (known || (shape.dropOut() == Shape.Kind.AT_ONCE && data.maxX() > 1)) {
                continue;
            }
            Candidate glance = limit(shape, thin);
            if (small) {
                limits.add(glance);
            } else if (glance.logLikelihood() > thinBest - OUT_OF_QUESTION) {
                limits.add(limit(shape, data));
            }
        }
        return limits;
    }

    /** The simplest of those within reach of the best, the interior point last. */
    private static Candidate choose(List<Candidate> found) {
        double best = found.stream().mapToDouble(Candidate::logLikelihood).max().orElseThrow();
        return found.stream()
                .filter(candidate -> candidate.logLikelihood() >= best - AS_LIKELY)
                .min(Comparator.comparingInt(
                                (Candidate candidate) -> candidate.shape().parameters())
                        .thenComparing(candidate -> -candidate.logLikelihood()))
                .orElseThrow();
    }

    private double thinLogLikelihood(Candidate candidate, HistoryTable thin) {
        BgNbdLikelihood likelihood = new BgNbdLikelihood(thin, candidate.shape(), 0, blocks);
        double value = likelihood.at(candidate.point(), new double[candidate.point().length]);
        evaluations++;
        return likelihood.logLikelihood(value);
    }

    /** One limit, from starts that suit it. */
    private Candidate limit(Shape shape, HistoryTable table) {
        boolean atOnce = shape.dropOut() == Shape.Kind.AT_ONCE;
        HistoryTable seen = atOnce ? table.endingAtRepeatPurchase() : table;
        Shape fitted = atOnce ? new Shape(shape.gamma(), Shape.Kind.NONE) : shape;
        double mean = Math.log(seen.purchases() / seen.totalAge());
        Candidate best = null;
        for (double[] start : limitStarts(fitted, mean)) {
            Candidate candidate = search(fitted, seen, start, EXACT);
            if (best == null || candidate.logLikelihood() > best.logLikelihood()) {
                best = candidate;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no start for " + shape);
        }
        return new Candidate(shape, best.point(), best.logLikelihood(), best.gradientNorm(), best.converged(), null);
    }

    /** Starts at the mean rate; in few data the spread of rates alone can have two maxima. */
    private static List<double[]> limitStarts(Shape shape, double mean) {
        double[][] dropOuts = {{}};
        if (shape.dropOut() == Shape.Kind.BETA) {
            dropOuts = new double[][] {{-1, 1}, {-1, -2}, {1, 0}};
        } else if (shape.dropOutParameters() == 1) {
            dropOuts = new double[][] {{-1}, {-4}};
        }
        double[] spreads = shape.dropOut() == Shape.Kind.NONE ? new double[] {0, -2.5} : new double[] {0};
        List<double[]> starts = new ArrayList<>();
        for (double[] dropOut : dropOuts) {
            for (double spread : shape.gamma() ? spreads : new double[] {0}) {
                double[] start = new double[shape.parameters()];
                start[0] = spread;
                start[shape.gamma() ? 1 : 0] = mean;
                System.arraycopy(dropOut, 0, start, shape.rateParameters(), dropOut.length);
                starts.add(start);
            }
        }
        return starts;
    }

    /** The full model: all starts on the thinned table, then the best ones on the whole table, then Newton steps. */
    private Candidate interior(Candidate nbd) {
        List<double[]> starts = starts(nbd.point());
        boolean small = data.rows() <= THINNED;
        HistoryTable thin = small ? data : data.thinned(THINNED);
        Candidate best = null;
        double first = Double.NaN;
        for (double[] start : starts) {
            Candidate candidate = search(Shape.FULL, thin, start, small ? EXACT : CURSORY);
            first = Double.isNaN(first) ? candidate.logLikelihood() : first;
            if (best == null || candidate.logLikelihood() > best.logLikelihood()) {
                best = candidate;
            }
        }
        if (best == null) {
            throw new IllegalStateException("no start");
        }
        if (!small) {
            double[] from = clamped(best.point());
            boolean usual = best.logLikelihood() - first < 0.01 && equal(from, best.point());
            best = search(Shape.FULL, data, from, EXACT);
            if (!usual) {
                Candidate other = search(Shape.FULL, data, starts.get(0), EXACT);
                best = other.logLikelihood() > best.logLikelihood() ? other : best;
            }
        }
        return polished(best);
    }

    private static boolean equal(double[] left, double[] right) {
        return Arrays.equals(left, right);
    }

    /** Near the limits, but where the gradient still tells the way. */
    private static double[] clamped(double[] point) {
        double[] result = point.clone();
        result[0] = clamp(result[0], -6, 6);
        result[2] = clamp(result[2], -5, 5);
        result[3] = clamp(result[3], -5, 6);
        return result;
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** Coordinates ln r, ln(r / alpha), logit(a / (a + b)), ln(a + b): one usual start and one near each limit. */
    private List<double[]> starts(double[] nbd) {
        double r = clamp(nbd[0], -3, 3);
        double rate = nbd[1];
        List<double[]> starts = new ArrayList<>();
        starts.add(new double[] {r, rate, -1, 1});
        starts.add(new double[] {r, rate, -4, 0});
        starts.add(new double[] {r, rate, -1, -3});
        starts.add(new double[] {r, rate, -1.5, 5});
        starts.add(new double[] {r, rate + 1, 2, 1});
        starts.add(new double[] {4, rate, -1, 1});
        starts.add(new double[] {-2.5, rate, -1, 1});
        for (int i = 0; i < options.randomStarts(); i++) {
            SplittableRandom random = new SplittableRandom(options.seed() + i * 0x9E3779B97F4A7C15L);
            starts.add(new double[] {
                random.nextDouble(-3, 4),
                rate + random.nextDouble(-1, 1),
                random.nextDouble(-4, 3),
                random.nextDouble(-4, 5)
            });
        }
        return starts;
    }

    private Candidate search(Shape shape, HistoryTable table, double[] start, double tolerance) {
        BgNbdLikelihood likelihood = new BgNbdLikelihood(table, shape, options.penalty(shape), blocks);
        Bfgs.Result result =
                Bfgs.minimize(likelihood, start, new Bfgs.Settings(tolerance, options.maxIterations(), MAX_STEP));
        evaluations += likelihood.evaluations();
        return new Candidate(
                shape,
                result.point(),
                likelihood.logLikelihood(result.value()),
                result.gradientNorm(),
                result.converged(),
                null);
    }

    /** A few Newton steps: they carry a well-behaved maximum to the last digits. */
    private Candidate polished(Candidate candidate) {
        BgNbdLikelihood likelihood =
                new BgNbdLikelihood(data, candidate.shape(), options.penalty(candidate.shape()), blocks);
        double[] gradient = new double[candidate.point().length];
        Candidate best = candidate;
        double value = likelihood.at(best.point(), gradient);
        double[][] hessian = SymmetricMatrix.hessian(likelihood, best.point(), HESSIAN_STEP);
        best = new Candidate(
                best.shape(), best.point(), best.logLikelihood(), best.gradientNorm(), best.converged(), hessian);
        for (int step = 0; step < 3; step++) {
            Optional<double[]> change = SymmetricMatrix.solve(hessian, gradient);
            if (change.isEmpty() || largest(change.get()) > 0.1) {
                break;
            }
            double[] point = best.point().clone();
            for (int i = 0; i < point.length; i++) {
                point[i] -= change.get()[i];
            }
            double[] next = new double[point.length];
            double nextValue = likelihood.at(point, next);
            if (!(largest(next) < best.gradientNorm()) || nextValue > value + 1e-14 * Math.abs(value)) {
                break;
            }
            gradient = next;
            value = nextValue;
            best = new Candidate(best.shape(), point, likelihood.logLikelihood(value), largest(next), true, hessian);
        }
        evaluations += likelihood.evaluations();
        return best;
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** The covariance of the coordinates: the inverse of the observed information, where there is one. */
    Optional<double[][]> covariance(Candidate candidate) {
        boolean atOnce = candidate.shape().dropOut() == Shape.Kind.AT_ONCE;
        HistoryTable seen = atOnce ? data.endingAtRepeatPurchase() : data;
        Shape fitted = atOnce ? new Shape(candidate.shape().gamma(), Shape.Kind.NONE) : candidate.shape();
        BgNbdLikelihood likelihood = new BgNbdLikelihood(seen, fitted, options.penalty(fitted), blocks);
        double[][] known = candidate.hessian();
        double[][] hessian =
                known == null ? SymmetricMatrix.hessian(likelihood, candidate.point(), HESSIAN_STEP) : known;
        evaluations += likelihood.evaluations();
        double customers = data.customers();
        return SymmetricMatrix.inverse(hessian).map(inverse -> {
            for (double[] row : inverse) {
                for (int j = 0; j < row.length; j++) {
                    row[j] /= customers;
                }
            }
            return inverse;
        });
    }

    int evaluations() {
        return evaluations;
    }
}
