package org.subhasta.publication;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.subhasta.awarding.Awards;
import org.subhasta.journal.Journal;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.tendering.ImportedTender;
import org.subhasta.tendering.ImportedTenders;

/**
 * Imports OCDS files of other publishers: for officers.
 *
 * <p>A file is imported in one transaction: each of its releases is imported, a duplicate, or
 * refused with its reason, and the report says which; or the file as a whole is refused and nothing
 * is kept. The transaction is begun here, since a large file takes longer than others may.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed(Role.Names.OFFICER)
public class OcdsImports {

    /** Larger files are refused: 256 MiB. */
    public static final long LIMIT_BYTES = 256L * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofMinutes(30);

    @PersistenceContext
    private EntityManager entities;
    @Resource
    private UserTransaction transaction;
    @Inject
    private ServerClock clock;
    @Inject
    private Callers callers;
    @Inject
    private Journal journal;
    @Inject
    private ImportedTenders tenders;
    @Inject
    private Awards awards;

    /**
     * Imports a release package, a record package or a single release, of OCDS 1.0 or 1.1.
     *
     * @param fileName for the report
     * @param file     read to its end or to the limit, not closed; best from a local file, since the
     *                 transaction lasts as long as reading does
     * @return the report, or why the file as a whole is refused: {@code IMPORT_*} of
     *         {@link ImportRefusal}
     * @throws IOException where the file cannot be read to its end
     */
    public Outcome<ImportReport> importPackage(String fileName, InputStream file)
            throws IOException {
        begin();
        try {
            Outcome<ImportReport> outcome =
                    run(fileName.replaceAll("\\p{Cntrl}", ""), file);
            if (outcome instanceof Outcome.Done<ImportReport>) {
                commit();
            }
            return outcome;
        } finally {
            rollbackUnlessDone();
        }
    }

    private Outcome<ImportReport> run(String fileName, InputStream file) throws IOException {
        Caller caller = callers.current();
        if (caller.organisation().isEmpty()) {
            return Outcome.refused(Refusal.of(ImportRefusal.IMPORT_NOT_ALLOWED));
        }
        // One import after the other: two of the same process would compile past each other.
        entities.createNativeQuery(
                "SELECT 1 FROM pg_advisory_xact_lock(hashtext('publication.import'))")
                .getSingleResult();
        // Everything is flushed in batches; looking for changes before each statement costs more
        // than the statements.
        entities.setFlushMode(FlushModeType.COMMIT);
        MeasuredStream measured = new MeasuredStream(file, LIMIT_BYTES);
        ImportRun run = new ImportRun(entities, Identifier.next());
        Outcome<OcdsStream.Package> read = OcdsStream.read(measured, run);
        measured.rethrow();
        if (measured.isTooLarge()) {
            return Outcome.refused(Refusal.of(ImportRefusal.IMPORT_TOO_LARGE,
                    Long.toString(LIMIT_BYTES >> 20)));
        }
        if (measured.size() == 0) {
            return Outcome.refused(Refusal.of(ImportRefusal.IMPORT_EMPTY));
        }
        return switch (read) {
            case Outcome.Refused<OcdsStream.Package> refused -> refused.refusal();
            case Outcome.Done<OcdsStream.Package>(OcdsStream.Package about) ->
                    Outcome.done(finish(fileName, measured, run, about, caller));
        };
    }

    private ImportReport finish(String fileName, MeasuredStream measured, ImportRun run,
            OcdsStream.Package about, Caller caller) throws IOException {
        String sha256 = measured.digestOfAll();
        int processes = run.compile(about, this::record);
        ImportReport report = run.report(fileName, sha256, measured.size(), about, clock.now(),
                processes);
        entities.persist(new ImportRow(report, caller.person()));
        journal.append(Subject.of("import", report.id()), "releases-imported", caller.actor(),
                report.at(), Json.createObjectBuilder()
                        .add("file", fileName).add("sha256", sha256)
                        .add("imported", report.imported())
                        .add("duplicates", report.duplicates())
                        .add("refused", report.refused()).build());
        return report;
    }

    private String record(ImportedTender process) {
        String tender = tenders.record(process);
        awards.record(tender);
        return tender;
    }

    private void begin() {
        try {
            transaction.setTransactionTimeout((int) LONGEST.toSeconds());
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("no transaction can be begun", e);
        }
    }

    private void commit() {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException
                | SystemException e) {
            throw new IllegalStateException("the import could not be kept", e);
        }
    }

    private void rollbackUnlessDone() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
            transaction.setTransactionTimeout(0);
        } catch (SystemException e) {
            throw new IllegalStateException("the import could not be taken back", e);
        }
    }
}
