package org.subhasta.verification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;
import org.subhasta.signing.Sha256;

/**
 * Whether an award notice, or the record of an opening, prints what the data inside it says: title,
 * suppliers, totals, every bid with its hash, every ranking with prices and reasons, the journal's
 * hashes, in the order of the page.
 *
 * <p>Values are looked for one after the other, so that a price printed at another bid is not found
 * at its own. Words are compared by their letters, since a line may break anywhere in them; an
 * amount never breaks, and counts only whole: its groups stand apart by a space, while columns
 * stand apart by a gap.
 */
final class Printed {

    private static final char NO_BREAK_SPACE = '\u00a0';

    private final String text;
    /** The letters of the text, and where each of them stands in it. */
    private final String letters;
    private final int[] places;
    private int from;
    private int compared;

    private Printed(String printed) {
        this.text = printed.replace(NO_BREAK_SPACE, ' ');
        this.letters = letters(text);
        this.places = new int[letters.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isLetter(text.charAt(i))) {
                places[n++] = i;
            }
        }
    }

    /** How many values were found in their places; or the first that was not. */
    sealed interface Comparison {

        record Same(int values) implements Comparison {
        }

        record Missing(String value) implements Comparison {
        }
    }

    static Comparison compare(String text, PublishedAward award) {
        return compare(text, values(award));
    }

    static Comparison compare(String text, PublishedRecord record) {
        return compare(text, values(record));
    }

    private static Comparison compare(String text, List<Value> values) {
        Printed printed = new Printed(text);
        for (Value value : values) {
            if (!printed.find(value)) {
                return new Comparison.Missing(value.shown());
            }
        }
        return new Comparison.Same(printed.compared);
    }

    /** A value as it is to be found in print. */
    private record Value(String shown, boolean isAmount) {
    }

    /** In the order of the notice. */
    private static List<Value> values(PublishedAward award) {
        List<Value> all = new ArrayList<>();
        all.addAll(List.of(word(award.buyer()), word(award.title()), word(award.reference())));
        if (award.lots().size() > 1) {
            award.winners().forEach(winner -> {
                all.add(word(winner.name()));
                winner.total().ifPresent(total -> all.add(amount(total)));
            });
            award.lots().forEach(lot -> all.addAll(decision(lot)));
        }
        award.bids().forEach(bid -> all.addAll(bid(bid)));
        award.lots().forEach(lot -> all.addAll(lot(lot)));
        award.evidence().forEach(entry -> all.add(word(entry.leaf())));
        return all;
    }

    /** In the order of the record of an opening. */
    private static List<Value> values(PublishedRecord record) {
        List<Value> all = new ArrayList<>();
        for (PublishedRecord.Bid bid : record.bids()) {
            all.add(word(bid.name()));
            bid.total().ifPresent(total -> all.add(amount(total)));
            if (bid.prices().size() > 1) {
                bid.prices().forEach(price -> all.add(amount(price)));
            }
            all.add(word(Sha256.hex(bid.envelope().content())));
        }
        record.unfollowed().forEach(one -> all.addAll(
                List.of(word(one.name()), word(one.envelope()))));
        record.acts().forEach(leaf -> all.add(word(leaf)));
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
        lot.auction().ifPresent(auction -> lines.add(word(auction)));
        for (PublishedAward.Standing standing : lot.ranking()) {
            lines.add(word(standing.name()));
            lines.add(amount(standing.price()));
            standing.disqualified().ifPresent(reason -> lines.add(word(reason)));
        }
        return lines;
    }

    private static Value word(String value) {
        return new Value(value, false);
    }

    private static Value amount(Money money) {
        return new Value(grouped(money.amount()), true);
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().filter(c -> isLetter((char) c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** Right-to-left letters stand in a PDF in an order of its own; the others are compared. */
    private static boolean isLetter(char c) {
        byte direction = Character.getDirectionality(c);
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                && Character.getType(c) != Character.NON_SPACING_MARK;
    }

    /** As the notice writes it: 1 240 000.00 in groups of three. */
    private static String grouped(BigDecimal amount) {
        String plain = amount.abs().toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int i = point - 3; i > 0; i -= 3) {
            grouped.insert(i, ' ');
        }
        return (amount.signum() < 0 ? "-" : "") + grouped;
    }

    private boolean find(Value value) {
        boolean found = value.isAmount() ? findAmount(value.shown())
                : findLetters(letters(value.shown()));
        compared++;
        return found;
    }

    private boolean findLetters(String wanted) {
        int at = letters.indexOf(wanted, from);
        from = at + wanted.length();
        return at >= 0;
    }

    private boolean findAmount(String wanted) {
        int at = from < places.length ? text.indexOf(wanted, places[from]) : -1;
        while (at >= 0 && !isWhole(at, at + wanted.length())) {
            at = text.indexOf(wanted, at + 1);
        }
        if (at < 0) {
            return false;
        }
        int next = Arrays.binarySearch(places, at + wanted.length());
        from = next < 0 ? -next - 1 : next;
        return true;
    }

    /** Neither a part of a longer amount nor of a number with more digits. */
    private boolean isWhole(int begin, int end) {
        return !isDigit(begin - 1) && !(is(begin - 1, ' ') && isDigit(begin - 2))
                && !isDigit(end) && !(is(end, ' ') && isDigit(end + 1))
                && !(is(end, '.') && isDigit(end + 1)) && !is(begin - 1, '-');
    }

    private boolean isDigit(int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean is(int at, char c) {
        return at >= 0 && at < text.length() && text.charAt(at) == c;
    }
}
