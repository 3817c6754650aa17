package org.subhasta.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.subhasta.signing.Jws;
import org.subhasta.signing.Sha256;

/** A platform's receipt: a compact JWS over canonical JSON, format {@value #FORMAT}. */
final class ReceiptCheck {

    static final String FORMAT = "subhasta-receipt-1";

    private ReceiptCheck() {
    }

    /** Whether a file looks like one: three parts in base64url, joined by dots, on one line. */
    static boolean isJws(byte[] file) {
        return file.length <= Jws.MAXIMUM_CHARACTERS
                && text(file).matches("ey[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    }

    /**
     * Checks a receipt.
     *
     * @param others files named with it, by name: it is told which of them it is for
     */
    static void check(byte[] file, Map<String, byte[]> others, TrustedKeys trusted,
            Instant at, Report report) {
        String compact = text(file);
        if (!report.signature(Jws.verify(compact, trusted.authorities(), at).validation(), "what.receipt", "")) {
            return;
        }
        try {
            Json receipt = Json.canonical(
                    Base64.getUrlDecoder().decode(compact.split("\\.")[1]));
            if (!receipt.text("format").equals(FORMAT)) {
                throw receipt.malformed("format");
            }
            tell(receipt, report);
            logged(receipt.text("leaf"), others, trusted, report);
            String digest = receipt.text("digest");
            String signature = receipt.text("signature");
            others.forEach((name, content) -> {
                String hash = Sha256.hex(content);
                if (hash.equals(digest) || hash.equals(signature)) {
                    report.add(Found.RECEIPT_FOR_FILE, name);
                }
            });
        } catch (Json.Malformed e) {
            report.add(Found.FILE_MALFORMED, "", e.getMessage());
        }
    }

    private static void tell(Json receipt, Report report) {
        String bid = receipt.text("bid");
        String subject = receipt.text("subject");
        String at = receipt.instant("at").toString();
        switch (receipt.text("outcome")) {
            case "accepted" -> report.add(Found.RECEIPT_ACCEPTED, bid, subject, at);
            case "refused" ->
                    report.add(Found.RECEIPT_REFUSED, bid, subject, at, receipt.text("code"));
            default -> throw receipt.malformed("outcome");
        }
    }

    /** With the proof of its entry beside it, a receipt is one for ever: nobody can deny it. */
    private static void logged(String leaf, Map<String, byte[]> others, TrustedKeys trusted,
            Report report) {
        for (byte[] other : others.values()) {
            if (LogCheck.isProof(other)) {
                if (new LogCheck(trusted, report).proof(other, leaf).isPresent()) {
                    report.add(Found.RECEIPT_LOGGED, leaf);
                }
                return;
            }
        }
        report.add(Found.RECEIPT_LEAF, leaf);
    }

    /** An editor may have ended the line. */
    private static String text(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return text.endsWith("\r\n") ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
