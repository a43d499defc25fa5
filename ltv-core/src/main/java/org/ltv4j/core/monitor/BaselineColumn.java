package org.ltv4j.core.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.data.Sensitivity;

/**
 * One column of a baseline.
 *
 * @param name of the feature, or {@code score}
 * @param sensitivity decides whether bins are called by what they hold
 * @param bins where values go
 * @param counts rows by bin, missing values last
 */
record BaselineColumn(String name, Sensitivity sensitivity, Bins bins, List<Long> counts) {
    BaselineColumn {
        counts = List.copyOf(counts);
        if (counts.size() != bins.size() + 1) {
            throw new InvalidDataException(name + ": " + (bins.size() + 1) + " bins have " + counts.size() + " counts");
        }
        if (counts.stream().anyMatch(count -> count < 0)
                || counts.stream().mapToLong(Long::longValue).sum() < 1) {
            throw new InvalidDataException(name + ": counts are at least 0 and not all 0");
        }
    }

    static BaselineColumn of(String name, Sensitivity sensitivity, Bins bins, double[] values, List<String> levels) {
        return new BaselineColumn(
                name,
                sensitivity,
                bins,
                Arrays.stream(bins.count(values, levels)).boxed().toList());
    }

    List<DriftBin> compare(double[] values, List<String> levels) {
        long[] now = bins.count(values, levels);
        List<DriftBin> compared = new ArrayList<>();
        for (int bin = 0; bin < now.length; bin++) {
            compared.add(new DriftBin(label(bin), counts.get(bin), now[bin]));
        }
        return compared;
    }

    private String label(int bin) {
        if (bin == bins.size()) {
            return ColumnDrift.MISSING;
        }
        return sensitivity == Sensitivity.PLAIN ? bins.label(bin) : "bin " + (bin + 1);
    }
}
