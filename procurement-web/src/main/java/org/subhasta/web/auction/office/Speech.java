package org.subhasta.web.auction.office;

import java.time.Duration;
import java.time.Instant;
import org.subhasta.kernel.Money;

/** How a reader is told texts, amounts, instants and lengths of time. */
interface Speech {

    /** The text of a key under {@code auctionoffice.plan.}, with values in place. */
    String of(String key, Object... values);

    String money(Money money);

    String instant(Instant instant);

    String length(Duration duration);
}
