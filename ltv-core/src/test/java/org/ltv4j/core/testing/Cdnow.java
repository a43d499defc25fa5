package org.ltv4j.core.testing;

import java.time.LocalDate;
import java.util.List;
import org.ltv4j.core.data.CalibrationHoldout;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.data.TransactionLogBuilder;

/** The CDNOW data of Fader and Hardie, for tests; skipped where they are absent, see {@link SharedData}. */
public final class Cdnow {
    /** Last day of the usual calibration: 39 weeks before it, 39 weeks after it. */
    public static final LocalDate CALIBRATION_END = LocalDate.of(1997, 9, 30);

    private Cdnow() {}

    /** The purchases of all 23,570 customers. */
    public static TransactionLog full() {
        return read("data/cdnow_full.csv.gz");
    }

    /** The purchases of the 2,357 customers of the published sample. */
    public static TransactionLog sample() {
        return read("data/cdnow_sample.csv.gz");
    }

    /** A log cut as in the literature. */
    public static CalibrationHoldout split(TransactionLog log) {
        return log.calibrateUntil(CALIBRATION_END, TimeScale.WEEK);
    }

    private static TransactionLog read(String file) {
        List<String> lines = SharedData.lines(file);
        List<String> header = List.of(lines.get(0).split(",", -1));
        int customer = header.indexOf("customer_id");
        int date = header.indexOf("date");
        int amount = header.indexOf("amount");
        TransactionLogBuilder builder = TransactionLog.builder("USD");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            builder.add(fields[customer], LocalDate.parse(fields[date]), Double.parseDouble(fields[amount]));
        }
        return builder.build();
    }
}
