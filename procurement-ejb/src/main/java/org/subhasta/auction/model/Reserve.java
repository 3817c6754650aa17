package org.subhasta.auction.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.subhasta.kernel.Money;

/** The price beyond which there is no award: a bid beyond it cannot win, however it ranks. */
public sealed interface Reserve {

    /** Known to all from the start. */
    record Published(Money price) implements Reserve {
    }

    /**
     * Known to the seller or buyer (and this server) only, until the end. The published terms hold
     * the commitment; price and salt, revealed with the result, let everyone compute it again.
     *
     * @param salt 32 random bytes, hexadecimal
     */
    record Hidden(Money price, String salt) implements Reserve {

        public Hidden {
            if (!salt.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("a salt is 32 bytes, hexadecimal");
            }
        }

        /**
         * SHA-256, hexadecimal, of the canonical JSON (RFC 8785)
         * <code>{"currency":"EUR","reserve":"500.00","salt":"…"}</code>.
         */
        public String commitment() {
            String json = "{\"currency\":\"" + price.currency().getCurrencyCode()
                    + "\",\"reserve\":\"" + price.decimal() + "\",\"salt\":\"" + salt + "\"}";
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(json.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    Money price();
}
