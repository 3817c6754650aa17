package org.subhasta.auction.format;

import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.format.AuctionFile.Participant;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Act.Interrupted.Cause;
import org.subhasta.auction.model.BidKind;

/** Reads a file of acts, one JSON object a line: {@code docs/reference/auction-acts.md}. */
public final class ActsReader {

    /** Longer lines are a fault. */
    public static final int MAXIMUM_LINE = 65_536;

    /** After so many faults the rest is not read. */
    public static final int MOST_FAULTS = 100;

    private final AuctionFile file;
    private final Currency currency;
    private final List<Fault> faults = new ArrayList<>();
    private final List<RecordedAct> acts = new ArrayList<>();
    private Instant last = Instant.MIN;

    private ActsReader(AuctionFile file) {
        this.file = file;
        this.currency = file.lots().values().iterator().next().currency();
    }

    /**
     * The acts in their order, or the faults.
     *
     * @throws IOException where the file cannot be read at all
     */
    public static Read<List<RecordedAct>> read(Reader text, AuctionFile file) throws IOException {
        ActsReader reader = new ActsReader(file);
        Lines lines = new Lines(text);
        for (Optional<String> line = lines.next();
                line.isPresent() && reader.faults.size() < MOST_FAULTS; line = lines.next()) {
            reader.line(line.get(), lines.number());
        }
        return reader.faults.isEmpty()
                ? new Read<>(Optional.of(List.copyOf(reader.acts)), List.of())
                : new Read<>(Optional.empty(), reader.faults);
    }

    /** The lines of a file, none of them longer than a little more than is taken. */
    private static final class Lines {

        private final Reader text;
        private int number;

        Lines(Reader text) {
            this.text = text;
        }

        int number() {
            return number;
        }

        Optional<String> next() throws IOException {
            StringBuilder line = new StringBuilder();
            int c = text.read();
            if (c < 0) {
                return Optional.empty();
            }
            for (; c >= 0 && c != '\n'; c = text.read()) {
                if (line.length() <= MAXIMUM_LINE) {
                    line.append((char) c);
                }
            }
            number++;
            return Optional.of(line.toString());
        }
    }

    private void line(String text, int number) {
        if (text.isBlank()) {
            return;
        }
        if (text.length() > MAXIMUM_LINE) {
            faults.add(new Fault(number, "The line is longer than "
                    + MAXIMUM_LINE + " characters."));
            return;
        }
        try {
            if (Json.read(text, number) instanceof Json.Members object) {
                act(new Fields(object, "", faults), number);
            } else {
                faults.add(new Fault(number, "An act has to be one JSON object."));
            }
        } catch (Json.Unreadable e) {
            faults.add(new Fault(number, e.getMessage()));
        }
    }

    private void act(Fields fields, int line) {
        int before = faults.size();
        Optional<Instant> at = fields.instant("at");
        Instant instant = fields.required("at", at, Instant.EPOCH);
        Optional<String> given = fields.word("act",
                text -> Optional.of(text).filter(ActWriter.WORDS::contains),
                "one of " + String.join(", ", ActWriter.WORDS));
        String word = fields.required("act", given, "");
        String lot = lot(fields);
        if (given.isEmpty()) {
            return;
        }
        Act act = act(word, fields, line);
        fields.done();
        if (at.isPresent() && instant.isBefore(last)) {
            fields.fault("at", "is before the act on an earlier line: acts stand in the order in "
                    + "which they were judged.");
        }
        if (faults.size() == before) {
            last = instant;
            acts.add(new RecordedAct(line, instant, lot, word, act));
        }
    }

    private String lot(Fields fields) {
        Optional<String> lot = fields.text("lot");
        return file.lots().size() == 1 && !fields.has("lot")
                ? file.lots().keySet().iterator().next()
                : fields.required("lot", lot, "");
    }

    private Act act(String word, Fields fields, int line) {
        return switch (word) {
            case "bid" -> bid(BidKind.BID, fields, line);
            case "limit" -> bid(BidKind.LIMIT, fields, line);
            case "confirm" -> bid(BidKind.CONFIRMATION, fields, line);
            case "take-back" -> new Act.TakeBack(id(fields, line), text(fields, "participant"));
            case "pause" -> new Act.Pause(text(fields, "reason"));
            case "resume" -> new Act.Resume(text(fields, "reason"));
            case "cancel" -> new Act.Cancel(text(fields, "reason"));
            case "extend" -> new Act.Extend(fields.required("by", fields.duration("by"),
                    Duration.ZERO), text(fields, "reason"));
            case "annul" -> new Act.Annul(text(fields, "bid"), text(fields, "reason"));
            case "exclude" -> new Act.Exclude(text(fields, "participant"),
                    text(fields, "reason"));
            case "admit" -> admit(fields, line);
            case "set-opening" -> new Act.SetOpening(instant(fields, "opensAt"));
            default -> new Act.Interrupted(instant(fields, "from"), instant(fields, "until"),
                    fields.required("cause", fields.word("cause",
                            text -> Words.read(Cause.class, text),
                            "one of " + Words.all(Cause.class)), Cause.ABSENCE));
        };
    }

    private Act bid(BidKind kind, Fields fields, int line) {
        return new Act.PlaceBid(id(fields, line), text(fields, "participant"), kind,
                text(fields, "amount"),
                fields.text("currency").orElse(currency.getCurrencyCode()),
                fields.count("seen").orElse(0));
    }

    private Act admit(Fields fields, int line) {
        Participant admitted = TermsReader.participant(
                fields, "participant", "line-" + line, currency);
        return new Act.Admit(admitted.id(), admitted.alias(), admitted.marks(),
                admitted.position());
    }

    private static String id(Fields fields, int line) {
        return fields.text("id").orElse("line-" + line);
    }

    private static String text(Fields fields, String name) {
        return fields.required(name, fields.text(name), "");
    }

    private static Instant instant(Fields fields, String name) {
        return fields.required(name, fields.instant(name), Instant.EPOCH);
    }
}
