package org.ltv4j.models.explain;

/** The language of reasons. */
public enum ReasonLanguage {
    /** English. */
    ENGLISH("en"),
    /** Simplified Chinese. */
    CHINESE("zh");

    private final String code;

    ReasonLanguage(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
