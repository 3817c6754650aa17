package org.subhasta.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Money;

class SayTest {

    private static final Instant NOW = Instant.parse("2026-12-12T11:00:00.123456Z");
    private final Say say = new Say();

    @BeforeEach
    void aReaderOfEnglish() {
        say.visit = new Visit() {
            @Override
            public Instant getNow() {
                return NOW;
            }

            @Override
            public Locale locale() {
                return Locale.ENGLISH;
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("Europe/Brussels");
            }
        };
        say.texts = new Texts() {
            @Override
            public String get(Object key) {
                return Map.of("page.pattern.full-date", "EEEE d MMMM yyyy",
                        "page.pattern.time", "HH:mm",
                        "page.pattern.exact-time", "HH:mm:ss.SSSSSS").get(key);
            }
        };
    }

    @Test
    void moneyHasItsCodeItsGroupsAndAllItsDecimals() {
        assertEquals("EUR\u00a01\u202f240\u202f000.00", say.money(Money.of("1240000", "EUR")));
        assertEquals("JPY\u00a01\u202f200", say.money(Money.of("1200", "JPY")));
        assertEquals("KWD\u00a00.125", say.money(Money.of("0.125", "KWD")));
        assertEquals("", say.money(null));
    }

    @Test
    void aNumberHasNoNeedlessZeros() {
        assertEquals("2\u202f400.5", say.number(new BigDecimal("2400.500")));
    }

    @Test
    void anInstantStandsInAZoneThatIsNamed() {
        assertEquals("Saturday 12 December 2026, 12:00\u00a0CET", say.instant(NOW));
        assertEquals("Saturday 12 December 2026, 06:00\u00a0EST",
                say.instant(NOW, "America/New_York"));
        assertEquals("Saturday 12 December 2026, 12:00:00.123456\u00a0CET", say.exact(NOW, null));
    }

    @Test
    void howFarAwayIsSaidInTheLargestUnitThatSaysEnough() {
        assertEquals("in 5 days", say.relative(NOW.plus(Duration.ofDays(5).plusHours(3))));
        assertEquals("in 35 hours", say.relative(NOW.plus(Duration.ofHours(35))));
        assertEquals("in 59 minutes", say.relative(NOW.plus(Duration.ofMinutes(59))));
        assertEquals("20 seconds ago", say.relative(NOW.minusSeconds(20)));
        assertEquals("in 3 months", say.relative(NOW.plus(Duration.ofDays(100))));
    }

    @Test
    void aDeadlineIsSoonInItsLastThreeDaysAndPastAtItsInstant() {
        assertTrue(say.soon(NOW.plusSeconds(1)));
        assertFalse(say.soon(NOW.plus(Duration.ofDays(3))));
        assertFalse(say.soon(NOW));
        assertTrue(say.past(NOW));
    }

    @Test
    void aSizeIsWrittenAsPeopleDo() {
        assertEquals("999\u00a0B", say.size(999));
        assertEquals("1.4\u00a0MB", say.size(1_400_000));
        assertEquals("64\u00a0MB", say.size(64_000_000));
    }
}
