package org.subhasta.parties;

import java.time.Instant;

/**
 * A call that a program made with a token.
 *
 * @param at     when it was answered
 * @param method such as {@code POST}
 * @param path   below {@code /api/v1/}, without the query, cut after 200 characters
 * @param status of HTTP
 */
public record TokenCall(Instant at, String method, String path, int status) {

    /** Longest method and path that are kept, in characters. */
    private static final int LONGEST_METHOD = 20;
    private static final int LONGEST_PATH = 200;

    public TokenCall {
        method = cut(method, LONGEST_METHOD);
        path = cut(path, LONGEST_PATH);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
