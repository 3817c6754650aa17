package org.subhasta.system.doors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What came for one address, read from the folder that mails go to in the default run.
 *
 * @param data the data folder
 */
public record Mailbox(Path data, String address) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Of the platform around this test. */
    static Mailbox here(String address) {
        return new Mailbox(Path.of(System.getProperty("subhasta.data")), address);
    }

    /** Mails with that subject, the newest first. */
    public List<String> mails(String subject) {
        Path folder = data.resolve("mail");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted(Comparator.comparingLong(
                            (Path file) -> file.toFile().lastModified()).reversed())
                    .map(Mailbox::read)
                    .filter(mail -> mail.contains("<" + address + ">")
                            && mail.contains("\r\nSubject: " + subject + "\r\n"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest one with that subject, waited for. */
    public String await(String subject) {
        return await(subject, 1);
    }

    /** The newest one, when there are that many. */
    public String await(String subject, int count) {
        for (long left = PATIENCE.toMillis(); left > 0; left -= PAUSE.toMillis()) {
            List<String> mails = mails(subject);
            if (mails.size() >= count) {
                return mails.getFirst();
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("no mail to " + address + ": " + subject);
    }

    /** The path of the link in the newest such mail. */
    public String link(String subject) {
        Matcher link = Pattern.compile("(?m)^https?://[^/]+(/\\S+)\\s*$").matcher(await(subject));
        if (!link.find()) {
            throw new AssertionError("no link in the mail");
        }
        return link.group(1);
    }

    /** The secret in it. */
    public String token(String subject) {
        String link = link(subject);
        return link.substring(link.indexOf('=') + 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
