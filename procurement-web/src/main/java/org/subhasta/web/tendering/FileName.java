package org.subhasta.web.tendering;

import jakarta.servlet.http.Part;
import java.util.Locale;

/** Names of files as they come in with requests and go out with answers. */
final class FileName {

    private FileName() {
    }

    /** The name without the path that some browsers of old send; {@code ""} where there is none. */
    static String of(Part part) {
        String name = part.getSubmittedFileName();
        if (name == null) {
            return "";
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.strip();
    }

    /** {@code Content-Disposition} after RFC 6266: always saved, never shown in our own origin. */
    static String attachment(String name) {
        StringBuilder plain = new StringBuilder();
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean safe = c < 128 && (Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0);
            encoded.append(safe ? String.valueOf(c)
                    : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        name.codePoints().forEach(c -> plain.append(
                c >= 32 && c < 127 && c != '"' && c != '\\' ? (char) c : '_'));
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
