package org.ltv4j.segmentation.sequence;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The long run of a Markov chain: which states are never left for good, and how often each of them is met. */
final class ClosedStates {
    private ClosedStates() {}

    /**
     * The states of the only set that is never left once entered, ascending.
     *
     * @return empty if there are several such sets, or the only one is a state after which nothing came
     */
    static int[] onlyOne(int[] rowStart, int[] column, int n) {
        int[] component = components(rowStart, column, n);
        boolean[] open = new boolean[n];
        for (int from = 0; from < n; from++) {
            for (int at = rowStart[from]; at < rowStart[from + 1]; at++) {
                open[component[from]] |= component[column[at]] != component[from];
            }
        }
        int closed = -1;
        for (int state = 0; state < n; state++) {
            if (!open[component[state]] && component[state] != closed) {
                if (closed >= 0 || rowStart[state] == rowStart[state + 1]) {
                    return new int[0];
                }
                closed = component[state];
            }
        }
        int only = closed;
        return IntStream.range(0, n).filter(state -> component[state] == only).toArray();
    }

    /** The strongly connected component of each state: Tarjan (1972), SIAM Journal on Computing 1(2), without recursion. */
    private static int[] components(int[] rowStart, int[] column, int n) {
        int[] component = new int[n];
        int[] order = new int[n];
        int[] low = new int[n];
        int[] next = Arrays.copyOf(rowStart, n);
        int[] path = new int[n];
        int[] waiting = new int[n];
        Arrays.fill(component, -1);
        int visited = 0;
        int waits = 0;
        for (int root = 0; root < n; root++) {
            int depth = 0;
            if (order[root] == 0) {
                path[depth++] = root;
            }
            while (depth > 0) {
                int v = path[depth - 1];
                if (order[v] == 0) {
                    order[v] = ++visited;
                    low[v] = visited;
                    waiting[waits++] = v;
                }
                if (next[v] < rowStart[v + 1]) {
                    int w = column[next[v]++];
                    if (order[w] == 0) {
                        path[depth++] = w;
                    } else if (component[w] < 0) {
                        low[v] = Math.min(low[v], order[w]);
                    }
                    continue;
                }
                depth--;
                if (depth > 0) {
                    low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[v]);
                }
                if (low[v] == order[v]) {
                    int w;
                    do {
                        w = waiting[--waits];
                        component[w] = v;
                    } while (w != v);
                }
            }
        }
        return component;
    }

    /** The stationary distribution of a chain in which every state leads to every other; the matrix is overwritten. */
    static double[] longRun(double[][] p) {
        int n = p.length;
        for (int k = n - 1; k > 0; k--) {
            double out = 0;
            for (int j = 0; j < k; j++) {
                out += p[k][j];
            }
            for (int i = 0; i < k; i++) {
                p[i][k] /= out;
                for (int j = 0; j < k; j++) {
                    p[i][j] += p[i][k] * p[k][j];
                }
            }
        }
        double[] shares = new double[n];
        shares[0] = 1;
        double sum = 1;
        for (int k = 1; k < n; k++) {
            for (int i = 0; i < k; i++) {
                shares[k] += shares[i] * p[i][k];
            }
            sum += shares[k];
        }
        for (int k = 0; k < n; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}
