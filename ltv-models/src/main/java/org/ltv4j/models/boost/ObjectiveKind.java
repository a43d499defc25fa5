package org.ltv4j.models.boost;

/** What training minimises, and with it what a prediction means. */
public enum ObjectiveKind {
    /** Squares of the errors: predicts the mean. Outcomes of any sign. */
    SQUARED_ERROR("reg:squarederror", "root mean squared error", Targets.ANY) {
        @Override
        double loss(double label, double margin, double parameter) {
            return (label - margin) * (label - margin);
        }
    },
    /**
     * Squares of the errors of {@code ln(1 + outcome)}: the few who spend most weigh less. Predicts the mean, after the factor of
     * {@link XgbLtvModel#totalFactor()}. Outcomes of at least 0.
     */
    LOG1P("reg:squarederror", "root mean squared error of ln(1 + outcome)", Targets.NOT_NEGATIVE) {
        @Override
        double label(double outcome) {
            return Math.log1p(outcome);
        }

        @Override
        double loss(double label, double margin, double parameter) {
            return (label - margin) * (label - margin);
        }
    },
    /** Tweedie deviance, of many zeros and a long tail: predicts the mean. Outcomes of at least 0. */
    TWEEDIE("reg:tweedie", "Tweedie deviance", Targets.NOT_NEGATIVE) {
        @Override
        double loss(double label, double margin, double parameter) {
            double toOne = 1 - parameter;
            double toTwo = 2 - parameter;
            return 2 * (Math.exp(toTwo * margin) / toTwo - label * Math.exp(toOne * margin) / toOne);
        }

        @Override
        double saturated(double label, double parameter) {
            return label > 0 ? 2 * Math.pow(label, 2 - parameter) / ((1 - parameter) * (2 - parameter)) : 0;
        }
    },
    /** Gamma deviance: predicts the mean. Outcomes above 0. */
    GAMMA("reg:gamma", "gamma deviance", Targets.POSITIVE) {
        @Override
        double loss(double label, double margin, double parameter) {
            return 2 * (margin + label * Math.exp(-margin));
        }

        @Override
        double saturated(double label, double parameter) {
            return -2 * (Math.log(label) + 1);
        }
    },
    /** Poisson deviance, of counts: predicts the mean. Outcomes of at least 0. */
    POISSON("count:poisson", "Poisson deviance", Targets.NOT_NEGATIVE) {
        @Override
        double loss(double label, double margin, double parameter) {
            return 2 * (Math.exp(margin) - label * margin);
        }

        @Override
        double saturated(double label, double parameter) {
            return label > 0 ? 2 * label * (Math.log(label) - 1) : 0;
        }
    },
    /** Log loss: predicts the probability of 1. Outcomes of 0 and 1. */
    LOGISTIC("binary:logistic", "log loss", Targets.ZERO_OR_ONE) {
        @Override
        double loss(double label, double margin, double parameter) {
            double signed = label > 0 ? -margin : margin;
            return Math.max(signed, 0) + Math.log1p(Math.exp(-Math.abs(signed)));
        }
    },
    /** Pinball loss: predicts quantiles, not the mean. Outcomes of any sign. */
    QUANTILE("reg:quantileerror", "pinball loss", Targets.ANY) {
        @Override
        double loss(double label, double margin, double parameter) {
            double error = label - margin;
            return error >= 0 ? parameter * error : (parameter - 1) * error;
        }
    },
    /** Absolute errors: predicts the median, not the mean. Outcomes of any sign. */
    ABSOLUTE_ERROR("reg:absoluteerror", "mean absolute error", Targets.ANY) {
        @Override
        double loss(double label, double margin, double parameter) {
            return Math.abs(label - margin);
        }
    };

    /** Which outcomes an objective can learn. */
    enum Targets {
        ANY("finite") {
            @Override
            boolean include(double outcome) {
                return true;
            }
        },
        NOT_NEGATIVE("at least 0") {
            @Override
            boolean include(double outcome) {
                return outcome >= 0;
            }
        },
        POSITIVE("above 0") {
            @Override
            boolean include(double outcome) {
                return outcome > 0;
            }
        },
        ZERO_OR_ONE("0 or 1") {
            @Override
            boolean include(double outcome) {
                return outcome == 0 || outcome == 1;
            }
        };

        private final String words;

        Targets(String words) {
            this.words = words;
        }

        abstract boolean include(double outcome);

        String words() {
            return words;
        }
    }

    private final String nativeName;
    private final String lossName;
    private final Targets targets;

    ObjectiveKind(String nativeName, String lossName, Targets targets) {
        this.nativeName = nativeName;
        this.lossName = lossName;
        this.targets = targets;
    }

    /**
     * XGBoost's name of the objective.
     *
     * @return such as {@code reg:tweedie}
     */
    public String nativeName() {
        return nativeName;
    }

    /**
     * What the learning curve shows.
     *
     * @return the loss in words; the lower, the better
     */
    public String lossName() {
        return lossName;
    }

    Targets targets() {
        return targets;
    }

    /** What XGBoost is given to learn in place of the outcome. */
    double label(double outcome) {
        return outcome;
    }

    /** Loss of one row without {@link #saturated}; the parameter is the variance power or the quantile. */
    abstract double loss(double label, double margin, double parameter);

    /** What a deviance adds that no margin changes, so that a perfect prediction has none. */
    double saturated(double label, double parameter) {
        return 0;
    }

    /** Whether predictions of the mean have a wrong total, which {@link TotalFactor} mends. */
    boolean needsTotalFactor() {
        return this == LOG1P || this == TWEEDIE || this == GAMMA;
    }

    /** Whether the loss of a whole part is the root of the mean. */
    boolean rooted() {
        return this == SQUARED_ERROR || this == LOG1P;
    }
}
