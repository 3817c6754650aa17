package org.subhasta.correspondence;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Writes letters from the texts of this package, in English. */
final class Letters {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("org.subhasta.correspondence.letters", Locale.ROOT);

    private Letters() {
    }

    /** @param values as {@link MailKind} says */
    static Letter write(MailKind kind, String address, String name, String... values) {
        String platform = platform();
        String who = Letter.oneLine(name);
        Object[] all = Stream.concat(Stream.of(who, platform), Stream.of(values)
                .map(value -> value.startsWith("/") ? platform + value : value)).toArray();
        String subject = Letter.oneLine(said(kind + ".subject", all));
        return new Letter(address, who, subject, said("greeting", all) + "\n\n"
                + said(kind + ".text", all) + "\n\n" + said("closing", all) + "\n");
    }

    /** The platform's address as people type it, without a slash at the end. */
    static String platform() {
        return System.getProperty("subhasta.address", "http://localhost").replaceFirst("/+$", "");
    }

    private static String said(String key, Object[] values) {
        return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(values);
    }
}
