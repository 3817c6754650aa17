package org.subhasta.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of authenticator apps, against the examples of their standards. */
class TotpTest {

    private static final byte[] SECRET =
            "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, in six digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924",
            "2000000000, 279037", "20000000000, 353130"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertEquals(code, Totp.code(SECRET, Instant.ofEpochSecond(second)));
    }

    @Test
    void aClockMayBeOneStepWrong() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        for (int seconds : new int[] {-30, 0, 30}) {
            assertInstanceOf(Totp.Answer.Right.class, Totp.judge(
                    SECRET, Totp.code(SECRET, now.plusSeconds(seconds)), 0, now));
        }
        for (int seconds : new int[] {-60, 60}) {
            assertInstanceOf(Totp.Answer.Wrong.class, Totp.judge(
                    SECRET, Totp.code(SECRET, now.plusSeconds(seconds)), 0, now));
        }
    }

    @Test
    void aCodeAndAllBeforeItAreUsedUp() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        String code = Totp.code(SECRET, now);
        var right = assertInstanceOf(
                Totp.Answer.Right.class, Totp.judge(SECRET, "005 924", 0, now));
        assertInstanceOf(Totp.Answer.Used.class, Totp.judge(SECRET, code, right.step(), now));
        assertInstanceOf(Totp.Answer.Used.class, Totp.judge(SECRET,
                Totp.code(SECRET, now.minusSeconds(30)), right.step(), now));
    }

    /** RFC 4648, 10 has no example of this length: this one is GNU's base32. */
    @Test
    void theSecretIsTypedAsBase32() {
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.base32(SECRET));
        assertEquals("A".repeat(32), Totp.base32(new byte[Totp.SECRET_BYTES]));
        assertEquals("otpauth://totp/Subhasta:ada%40example.org"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Subhasta",
                Totp.uri("Subhasta", "ada@example.org", SECRET));
    }

    @Test
    void aRecoveryCodeIsReadHoweverItIsWritten() {
        RecoveryCode code = RecoveryCode.next();
        assertEquals(27, code.text().length());
        assertEquals(code, RecoveryCode.read(" " + code.text().toUpperCase().replace("-", " ")));
        assertTrue(RecoveryCode.isOne(code.text()));
        assertFalse(RecoveryCode.isOne("123456"));
        assertFalse(RecoveryCode.isOne(code.text() + "0"));
    }
}
