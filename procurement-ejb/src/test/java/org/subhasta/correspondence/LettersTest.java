package org.subhasta.correspondence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A letter")
class LettersTest {

    private static final String[] VALUES = {"one", "two", "three", "four"};

    @ParameterizedTest
    @EnumSource(MailKind.class)
    @DisplayName("of each kind has a subject of its own and a short text without gaps:")
    void written(MailKind kind) {
        Letter letter = Letters.write(kind, "a@b.example", "Ada", VALUES);
        assertFalse(letter.subject().isBlank());
        assertTrue(letter.text().startsWith("Hello Ada,\n\n"), letter.text());
        assertFalse(letter.text().matches("(?s).*\\{\\d.*"), letter.text());
        assertTrue(letter.text().length() < 700);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada\r\nBcc: all@b.example", "Ada\nX", "Ada\rX", "Ada\u2028X"})
    @DisplayName("has each header on one line, whatever somebody is called")
    void oneLine(String name) throws Exception {
        Letter letter = Letters.write(
                MailKind.REGISTRATION_RETURNED, "a@b.example", name, name, "Why\nso?", "/desk");
        MimeMessage read = sent(letter);
        assertNull(read.getHeader("Bcc"));
        assertEquals(1, read.getAllRecipients().length);
        assertTrue(read.getContent().toString().contains("so?"));
        assertThrows(IllegalArgumentException.class,
                () -> new Letter("a@b.example", name, "s", "t"));
        assertThrows(IllegalArgumentException.class,
                () -> new Letter("a@b.example", "n", name, "t"));
        assertThrows(IllegalArgumentException.class, () -> new Letter(name, "n", "s", "t"));
    }

    @Test
    @DisplayName("goes to one address, which nothing in it can make two")
    void oneAddress() throws Exception {
        for (String address : new String[] {"a@b.example, c@d.example", "no address", "@b.example",
                "a@b.example>", "<a@b.example> <c@d.example>"}) {
            assertThrows(AddressException.class,
                    () -> sent(new Letter(address, "Ada", "s", "t")), address);
        }
        assertEquals("a@xn--bcher-kva.example", ((jakarta.mail.internet.InternetAddress)
                sent(new Letter("a@bücher.example", "Ada", "s", "t")).getAllRecipients()[0])
                .getAddress());
    }

    @Test
    @DisplayName("is kept as JSON while it waits, and says nothing of itself where it is logged")
    void kept() {
        Letter letter = Letters.write(MailKind.NEW_PASSWORD, "a@b.example", "Ada", "/x?token=abc");
        assertTrue(letter.text().contains("/x?token=abc"));
        assertEquals(letter, Letter.read(letter.json()));
        assertEquals("Letter", letter.toString());
    }

    private static MimeMessage sent(Letter letter) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Messages.of("abcdefghjkmn", "office@platform.example", letter, Instant.EPOCH).writeTo(out);
        return new MimeMessage(jakarta.mail.Session.getInstance(new Properties()),
                new ByteArrayInputStream(out.toByteArray()));
    }
}
