package org.ltv4j.examples.quickstart;

import java.util.Optional;
import org.ltv4j.core.clean.Cleaned;
import org.ltv4j.core.clean.CleaningPlan;
import org.ltv4j.core.data.InvalidDataException;
import org.ltv4j.core.model.ConvergenceException;
import org.ltv4j.core.model.InsufficientDataException;
import org.ltv4j.core.model.Parallelism;
import org.ltv4j.core.model.ProgressListener;
import org.ltv4j.core.profile.LogProfile;
import org.ltv4j.core.profile.ProfileComparison;
import org.ltv4j.core.table.Ingest;

/** The main job from the file to what is known about its customers; writes nothing. */
final class Job {
    private Job() {}

    /**
     * What came of it.
     *
     * @param sales what was read and cleaned
     * @param learned what was learnt; empty where nothing could be
     * @param reason why nothing could be learnt; empty where something was
     * @param comparison models of all kinds side by side; empty where it was not asked for or nothing could be learnt
     * @param together what customers buy together; empty where the sales do not tell
     */
    record Outcome(
            Sales sales,
            Optional<Learned> learned,
            String reason,
            Optional<Comparison> comparison,
            Optional<GoingTogether> together) {}

    /**
     * Runs the job.
     *
     * @throws org.ltv4j.core.data.InvalidDataException if the file cannot be used
     * @throws UsageException if an option does not fit the file
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    static Outcome run(JobOptions options, ProgressListener listener) {
        Ingest ingest = SalesReader.read(options, listener);
        CleaningPlan plan = SalesReader.plan(options, ingest.log());
        if (options.cleaning().strict() && plan.futureAfter().isPresent()) {
            throw new InvalidDataException("there are sales after "
                    + options.cleaning().today() + ", the latest on "
                    + ingest.log().lastDay() + ": correct their dates, or state the last day to believe with --today");
        }
        listener.progress("cleaning", 0, 0);
        Cleaned cleaned = plan.apply(ingest.log(), ingest.report());
        ProfileComparison profile = LogProfile.of(ingest.log()).compare(LogProfile.of(cleaned.log()));
        Sales sales = new Sales(SalesReader.name(options.input()), ingest.format(), plan, cleaned, profile);
        Parallelism parallelism = Parallelism.of(options.model().threads());
        Optional<GoingTogether> together = GoingTogether.in(cleaned.log(), parallelism, listener);
        try {
            Learned learned = Learning.from(ingest.log(), sales, options.model(), listener);
            Optional<Comparison> comparison =
                    options.comparing().map(how -> Comparing.models(ingest.log(), sales, how, parallelism, listener));
            return new Outcome(sales, Optional.of(learned), "", comparison, together);
        } catch (InsufficientDataException | ConvergenceException e) {
            return new Outcome(sales, Optional.empty(), String.valueOf(e.getMessage()), Optional.empty(), together);
        }
    }
}
