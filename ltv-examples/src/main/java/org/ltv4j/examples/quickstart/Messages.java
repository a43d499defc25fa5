package org.ltv4j.examples.quickstart;

import java.util.Map;
import org.ltv4j.core.data.InvalidDataException;

/** Messages of the library in the words of the command line: what a Java caller states by a class is an option here. */
final class Messages {
    private static final Map<String, String> OPTIONS = Map.of(
            "(RowPolicy.SKIP)", "(--skip-bad-rows)",
            "(RefundRule)", "(--refunds)",
            "state which one to keep,", "state which one to keep (--keep-currency),");

    private Messages() {}

    static String forTheCommandLine(InvalidDataException e) {
        String message = String.valueOf(e.getMessage());
        for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
            message = message.replace(option.getKey(), option.getValue());
        }
        return message;
    }
}
