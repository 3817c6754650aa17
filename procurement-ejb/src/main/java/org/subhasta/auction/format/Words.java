package org.subhasta.auction.format;

import java.util.Locale;
import java.util.Optional;

/** How constants are written in files: {@code OWN_BID} as {@code own-bid}. */
final class Words {

    private Words() {
    }

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> read(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** {@code leader, own}: what may be written. */
    static <E extends Enum<E>> String all(Class<E> type) {
        StringBuilder all = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            all.append(all.isEmpty() ? "" : ", ").append(of(constant));
        }
        return all.toString();
    }

    /** {@code StandingChanged} as {@code standing-changed}. */
    static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
