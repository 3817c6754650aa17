package org.subhasta.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subhasta.kernel.Money;

/**
 * Whether a notice prints what the data inside it says: title, suppliers, totals, every bid with
 * its hash, every ranking with prices and reasons, the journal's hashes, in the notice's order.
 *
 * <p>Values are looked for one after the other, so that a price printed at another bid is not found
 * at its own. Line breaks of the layout may fall anywhere in a value; an amount never breaks.
 */
final class Printed {

    /** Words longer than this are compared by their beginning: enough to tell two apart. */
    private static final int LONGEST = 400;
    private static final String BREAK = "[ \\n]*";
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final String text;
    private int from;
    private int compared;

    private Printed(String text) {
        this.text = text.replaceAll("[\\r\\n\\t ]+", " ");
    }

    /** How many values were found in their places; or the first that was not. */
    sealed interface Comparison {

        record Same(int values) implements Comparison {
        }

        record Missing(String value) implements Comparison {
        }
    }

    static Comparison compare(String text, PublishedAward award) {
        Printed printed = new Printed(text);
        for (List<Value> group : values(award)) {
            for (Value value : group) {
                if (!printed.find(value)) {
                    return new Comparison.Missing(value.shown());
                }
            }
        }
        return new Comparison.Same(printed.compared);
    }

    /** A value and the pattern by which it is found in print. */
    private record Value(String shown, Pattern pattern) {
    }

    /** In the order of the notice. */
    private static List<List<Value>> values(PublishedAward award) {
        List<List<Value>> all = new ArrayList<>();
        all.add(List.of(word(award.buyer()), word(award.title()), word(award.reference())));
        if (award.lots().size() > 1) {
            award.winners().forEach(winner -> {
                List<Value> line = new ArrayList<>(List.of(word(winner.name())));
                winner.total().ifPresent(total -> line.add(amount(total)));
                all.add(line);
            });
            award.lots().forEach(lot -> all.add(decision(lot)));
        }
        award.bids().forEach(bid -> all.add(bid(bid)));
        award.lots().forEach(lot -> all.add(lot(lot)));
        award.evidence().forEach(entry -> all.add(List.of(word(entry.leaf()))));
        return all;
    }

    private static List<Value> decision(PublishedAward.Lot lot) {
        List<Value> line = new ArrayList<>();
        lot.winner().ifPresent(winner -> line.add(word(winner)));
        lot.price().ifPresent(price -> line.add(amount(price)));
        return line;
    }

    private static List<Value> bid(PublishedAward.Bid bid) {
        List<Value> line = new ArrayList<>(List.of(word(bid.name())));
        bid.disqualified().ifPresent(reason -> line.add(word(reason)));
        line.add(word(bid.digest()));
        return line;
    }

    private static List<Value> lot(PublishedAward.Lot lot) {
        List<Value> lines = new ArrayList<>(List.of(word(lot.title())));
        lot.winner().ifPresent(winner -> lines.add(word(winner)));
        lot.price().ifPresent(price -> lines.add(amount(price)));
        Optional.of(lot.reason()).filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> lines.add(word(reason)));
        for (PublishedAward.Standing standing : lot.ranking()) {
            lines.add(word(standing.name()));
            lines.add(amount(standing.price()));
            standing.disqualified().ifPresent(reason -> lines.add(word(reason)));
        }
        return lines;
    }

    /** Right-to-left letters stand in a PDF in an order of its own; the others are compared. */
    private static Value word(String value) {
        StringBuilder pattern = new StringBuilder();
        value.codePoints().limit(LONGEST)
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c)
                        && !isRightToLeft(c) && !Character.isISOControl(c))
                .forEach(c -> {
                    if (!pattern.isEmpty()) {
                        pattern.append(BREAK).append(NO_BREAK_SPACE).append('?');
                    }
                    pattern.append(Pattern.quote(Character.toString(c)));
                });
        return new Value(value, Pattern.compile(pattern.toString()));
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Whole: neither a part of a longer amount nor of a number with more digits. */
    private static Value amount(Money money) {
        String shown = grouped(money.amount());
        return new Value(shown, Pattern.compile("(?<![0-9.])(?<![0-9]" + NO_BREAK_SPACE + ")"
                + Pattern.quote(shown) + "(?![0-9" + NO_BREAK_SPACE + "])"));
    }

    /** As the notice writes it: 1 240 000.00 with spaces that do not break. */
    private static String grouped(BigDecimal amount) {
        String plain = amount.abs().toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int i = point - 3; i > 0; i -= 3) {
            grouped.insert(i, NO_BREAK_SPACE);
        }
        return (amount.signum() < 0 ? "-" : "") + grouped;
    }

    private boolean find(Value value) {
        Matcher matcher = value.pattern().matcher(text);
        if (!matcher.find(from)) {
            return false;
        }
        from = matcher.end();
        compared++;
        return true;
    }
}
