package org.subhasta.correspondence;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** Letters as messages after RFC 5322: plain text in UTF-8, nothing that tells whether it was read. */
final class Messages {

    private Messages() {
    }

    /**
     * The message of a letter.
     *
     * @param id      of the letter; also its Message-ID, so that one that comes twice is known
     * @param sender  the address it comes from
     * @throws AddressException where nobody can have the address
     */
    static MimeMessage of(String id, String sender, Letter letter, Instant written)
            throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + domain(sender) + ">");
            }
        };
        String utf8 = StandardCharsets.UTF_8.name();
        message.setFrom(address(sender, "Subhasta"));
        message.setRecipient(Message.RecipientType.TO, address(letter.address(), letter.name()));
        message.setSubject(letter.subject(), utf8);
        message.setText(letter.text(), utf8);
        message.setSentDate(Date.from(written));
        // RFC 3834: so that nobody's holiday answers.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** The sender where the operator names none. */
    static String sender(String platform) {
        String host = URI.create(platform).getHost();
        return "subhasta@" + (host == null ? "localhost" : host);
    }

    private static InternetAddress address(String text, String name) throws AddressException {
        int at = text.lastIndexOf('@');
        try {
            InternetAddress address = new InternetAddress(
                    text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1)), true);
            address.setPersonal(name, StandardCharsets.UTF_8.name());
            return address;
        } catch (java.io.UnsupportedEncodingException | IllegalArgumentException e) {
            throw new AddressException(e.getMessage());
        }
    }

    private static String domain(String address) {
        return IDN.toASCII(address.substring(address.lastIndexOf('@') + 1));
    }
}
