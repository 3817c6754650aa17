package org.subhasta.correspondence;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The mails in the folder, for whoever tries the platform out on their own machine. Empty where this
 * is no demonstration, or a mail server is set: the folder holds other people's links.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FolderReports {

    private static final int MOST = 200;

    /** Whether there is anything to be shown at all. */
    public boolean isOpen() {
        return Boolean.getBoolean("subhasta.demo") && Route.isFolder();
    }

    /** The newest first, at most {@value #MOST}. */
    public List<MailView> newest() throws IOException, MessagingException {
        if (!isOpen() || !Files.isDirectory(Route.folder())) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(Route.folder())) {
            files = all.filter(file -> file.toString().endsWith(FolderCarrier.SUFFIX))
                    .map(file -> new Dated(file, file.toFile().lastModified()))
                    .sorted(Comparator.comparingLong(Dated::at).reversed())
                    .limit(MOST).map(Dated::file).toList();
        }
        List<MailView> mails = new java.util.ArrayList<>();
        for (Path file : files) {
            mails.add(read(file));
        }
        return mails;
    }

    private record Dated(Path file, long at) {
    }

    /** One of them. */
    public Optional<MailView> find(String id) throws IOException, MessagingException {
        if (!isOpen() || id == null || !id.matches("[0-9a-z]{12}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(Route.folder().resolve(id + FolderCarrier.SUFFIX)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static MailView read(Path file) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            Address to = message.getRecipients(Message.RecipientType.TO)[0];
            return new MailView(
                    file.getFileName().toString().replace(FolderCarrier.SUFFIX, ""),
                    message.getSentDate().toInstant(), ((InternetAddress) to).toUnicodeString(),
                    message.getSubject(), String.valueOf(message.getContent()));
        }
    }
}
