package org.ltv4j.examples.report;

/** The languages of the report. */
public enum Language {
    /** English. */
    EN("en", "English"),
    /** Simplified Chinese. */
    ZH("zh-Hans", "简体中文");

    private final String tag;
    private final String nativeName;

    Language(String tag, String nativeName) {
        this.tag = tag;
        this.nativeName = nativeName;
    }

    /**
     * The language tag of HTML.
     *
     * @return a BCP 47 tag
     */
    public String tag() {
        return tag;
    }

    /**
     * The language's name in itself.
     *
     * @return for example {@code English}
     */
    public String nativeName() {
        return nativeName;
    }

    /**
     * Short form for ids and classes.
     *
     * @return {@code en} or {@code zh}
     */
    public String code() {
        return this == EN ? "en" : "zh";
    }
}
