package org.subhasta.web.auction.office;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Currencies in use somewhere today. */
@ApplicationScoped
class Currencies {

    private List<String> all;

    List<String> all() {
        if (all == null) {
            all = Stream.of(Locale.getISOCountries())
                    .map(country -> Currency.getInstance(Locale.of("", country)))
                    .filter(currency -> currency != null
                            && currency.getDefaultFractionDigits() >= 0)
                    .map(Currency::getCurrencyCode).distinct().sorted().toList();
        }
        return all;
    }
}
