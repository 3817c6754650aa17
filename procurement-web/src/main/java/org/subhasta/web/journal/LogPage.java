package org.subhasta.web.journal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.LogEntry;
import org.subhasta.journal.LogHead;
import org.subhasta.journal.LogReports;
import org.subhasta.journal.Subject;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.Malformed;
import org.subhasta.web.page.Visit;

/** The log for people: its head, its newest entries, and one entry or subject looked up. */
@Named
@RequestScoped
public class LogPage {

    private static final int RECENT = 20;
    private static final int LONGEST_QUESTION = 200;

    @Inject
    LogReports log;
    @Inject
    JournalReports journal;
    @Inject
    Visit visit;

    private String question;
    private LogHead head;
    private LogHead cosigned;
    private LogEntry entry;
    private List<EntryView> entries = List.of();

    @PostConstruct
    void load() {
        head = log.head().orElse(null);
        cosigned = log.cosignedHead().orElse(null);
        String asked = visit.parameter("q");
        question = asked == null ? "" : asked.strip();
        if (question.isEmpty()) {
            entries = journal.recent(RECENT);
        } else if (question.length() <= LONGEST_QUESTION) {
            entry = hash(question).flatMap(journal::find).orElse(null);
            entries = entry != null ? List.of()
                    : Subject.parse(question).map(journal::entries).orElse(List.of());
        }
    }

    private static Optional<Hash> hash(String text) {
        try {
            return Optional.of(Hash.hex(text));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    public boolean isAsked() {
        return !question.isEmpty();
    }

    public boolean isFound() {
        return entry != null || !entries.isEmpty();
    }

    public String getQuestion() {
        return question;
    }

    /** Null before the log has its first entry. */
    public LogHead getHead() {
        return head;
    }

    /** The newest head a witness signed; null where none has. */
    public LogHead getCosigned() {
        return cosigned;
    }

    public String getVerifierKey() {
        return log.verifierKey().toString();
    }

    public LogEntry getEntry() {
        return entry;
    }

    /** The entry's place, from 0; null in the first second or two. */
    public Long getPlace() {
        return entry.index().isPresent() ? entry.index().getAsLong() : null;
    }

    public EntryView getHeader() {
        return entry.header().orElse(null);
    }

    /** The leaf's own bytes. */
    public String getLeaf() {
        return new String(entry.leaf(), StandardCharsets.UTF_8);
    }

    public List<EntryView> getEntries() {
        return entries;
    }

    /** {@code tender published} for {@code tender-published}. */
    public String words(String act) {
        return act.replace('-', ' ');
    }

    /** Where a subject can be seen on a page of its own; empty where it cannot. */
    public String address(String subject) {
        return subject.startsWith("tender/") ? "/tenders/" + subject.substring("tender/".length())
                : "";
    }
}
