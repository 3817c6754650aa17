package org.subhasta.web.auction.office;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Refusal;

/** Reads single inputs; what cannot be read is noted and comes out as it was typed. */
final class Fields {

    private static final String PERCENT = "%";

    private final Currency currency;
    private final List<Refusal> problems = new ArrayList<>();

    Fields(Currency currency) {
        this.currency = currency;
    }

    List<Refusal> problems() {
        return problems;
    }

    void refuse(String field, FormRefusal code, String... details) {
        problems.add(Refusal.at(field, code, details));
    }

    String needed(String field, String typed) {
        if (typed.isEmpty()) {
            refuse(field, FormRefusal.TYPED_NOTHING);
        }
        return typed;
    }

    Optional<String> amount(String field, String typed, boolean needed) {
        if (typed.isEmpty()) {
            if (needed) {
                refuse(field, FormRefusal.TYPED_NOTHING);
            }
            return Optional.empty();
        }
        Optional<Money> amount = Typed.amount(typed, currency);
        if (amount.isEmpty()) {
            refuse(field, FormRefusal.TYPED_NO_AMOUNT, currency.getCurrencyCode());
        }
        return Optional.of(amount.map(Money::decimal).orElse(typed));
    }

    String amount(String field, String typed) {
        return amount(field, typed, true).orElse("");
    }

    /** An amount or a percentage. */
    String step(String field, String typed) {
        if (needed(field, typed).isEmpty()) {
            return typed;
        }
        String plain = Typed.plain(typed);
        if (plain.matches("[0-9]{1,2}(\\.[0-9]{1,6})?" + PERCENT)) {
            return plain;
        }
        Optional<Money> amount = Typed.amount(typed, currency);
        if (amount.isEmpty()) {
            refuse(field, FormRefusal.TYPED_NO_STEP, currency.getCurrencyCode());
        }
        return amount.map(Money::decimal).orElse(typed);
    }

    String duration(String field, String typed) {
        if (needed(field, typed).isEmpty()) {
            return typed;
        }
        Optional<Duration> duration = Typed.duration(typed);
        if (duration.isEmpty()) {
            refuse(field, FormRefusal.TYPED_NO_DURATION);
        }
        return duration.map(Duration::toString).orElse(typed);
    }

    JsonValue count(String field, String typed) {
        if (Typed.plain(typed).matches("[0-9]{1,9}")) {
            return Json.createValue(Integer.parseInt(Typed.plain(typed)));
        }
        if (!needed(field, typed).isEmpty()) {
            refuse(field, FormRefusal.TYPED_NO_COUNT);
        }
        return Json.createValue(typed);
    }

    String weight(String field, String typed) {
        if (!needed(field, typed).isEmpty() && Typed.share(typed).isEmpty()) {
            refuse(field, FormRefusal.TYPED_NO_WEIGHT);
        }
        return Typed.share(typed).map(share -> share.toPlainString()).orElse(typed);
    }
}
