package org.ltv4j.core.clean;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ltv4j.core.data.LogColumn;

/** What a plan was told. Changed only while a plan is made, never once it has one. */
final class PlanParts {
    RefundRule refunds = RefundRule.MATCH_THEN_NET;
    DuplicateRule duplicates = DuplicateRule.KEEP;
    ZeroRule zeroAmounts = ZeroRule.KEEP;
    String cancellationPrefix = "C";

    @Nullable
    LocalDate lastDay;

    @Nullable
    String currency;

    @Nullable
    LocalDate calibrationEnd;

    @Nullable
    ZoneId zoneFrom;

    @Nullable
    ZoneId zoneTo;

    @Nullable
    Rule conversion;

    Map<LogColumn, IdRule> ids = new EnumMap<>(LogColumn.class);
    List<DuplicateKeys> keys = new ArrayList<>();

    @Nullable
    UnitStep units;

    List<IsolationRule> isolation = new ArrayList<>();
    Map<LogColumn, MissingRule> missing = new EnumMap<>(LogColumn.class);
    List<OutlierRule> outliers = new ArrayList<>();

    @Nullable
    RoundingStep rounding;

    PlanParts() {}

    /** A copy to be changed. */
    PlanParts(PlanParts other) {
        refunds = other.refunds;
        duplicates = other.duplicates;
        zeroAmounts = other.zeroAmounts;
        cancellationPrefix = other.cancellationPrefix;
        lastDay = other.lastDay;
        currency = other.currency;
        calibrationEnd = other.calibrationEnd;
        zoneFrom = other.zoneFrom;
        zoneTo = other.zoneTo;
        conversion = other.conversion;
        ids.putAll(other.ids);
        keys.addAll(other.keys);
        units = other.units;
        isolation.addAll(other.isolation);
        missing.putAll(other.missing);
        outliers.addAll(other.outliers);
        rounding = other.rounding;
    }

    /** The last day whose rows may be learnt from. */
    long cut() {
        return calibrationEnd == null ? Long.MAX_VALUE : calibrationEnd.toEpochDay();
    }

    /** The rules in the order in which they are applied. */
    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        if (zoneFrom != null && zoneTo != null) {
            rules.add(new ZoneStep(zoneFrom, zoneTo));
        }
        if (conversion != null) {
            rules.add(conversion);
        }
        rules.add(new CurrencyStep(currency));
        if (lastDay != null) {
            rules.add(new FutureStep(lastDay));
        }
        ids.forEach((column, rule) -> rules.add(new IdStep(column, rule)));
        rules.add(new DuplicateStep(duplicates));
        keys.forEach(key -> rules.add(new KeyStep(key)));
        if (units != null) {
            rules.add(units);
        }
        isolation.forEach(rule -> rules.add(new IsolationStep(rule, calibrationEnd)));
        missing.forEach((column, rule) -> {
            if (column != LogColumn.AMOUNT) {
                rules.add(new MissingStep(column, rule, calibrationEnd));
            }
        });
        MissingRule amounts = missing.get(LogColumn.AMOUNT);
        rules.add(amounts == null ? new AmountsKnown() : new MissingStep(LogColumn.AMOUNT, amounts, calibrationEnd));
        rules.add(new ZeroStep(zeroAmounts));
        rules.add(new RefundStep(refunds, foldedPrefix(), calibrationEnd));
        outliers.forEach(rule -> rules.add(new OutlierStep(rule, calibrationEnd)));
        if (rounding != null) {
            rules.add(new RoundingStep(rounding.digits(), zeroAmounts));
        }
        return rules;
    }

    /** Order ids that were folded bear a folded mark. */
    private String foldedPrefix() {
        IdRule rule = ids.get(LogColumn.ORDER);
        return rule == null ? cancellationPrefix : rule.apply(cancellationPrefix);
    }
}
