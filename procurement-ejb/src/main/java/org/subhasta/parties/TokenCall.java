package org.subhasta.parties;

import java.time.Instant;

/**
 * A call that a program made with a token.
 *
 * @param at     when it was answered
 * @param method such as {@code POST}
 * @param path   below {@code /api/v1/}, as it was sent, without the query; of visible ASCII, cut after 200
 *               characters
 * @param status of HTTP
 */
public record TokenCall(Instant at, String method, String path, int status) {

    /** Longest method and path that are kept, in characters. */
    private static final int LONGEST_METHOD = 20;
    private static final int LONGEST_PATH = 200;

    public TokenCall {
        method = plain(method, LONGEST_METHOD);
        path = plain(path, LONGEST_PATH);
    }

    /** Whatever a program sent, as characters that can be kept and read. */
    private static String plain(String text, int longest) {
        String plain = text.replaceAll("[^!-~]", "?");
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }
}
