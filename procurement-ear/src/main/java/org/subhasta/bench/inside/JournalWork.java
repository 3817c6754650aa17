package org.subhasta.bench.inside;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.subhasta.journal.Actor;
import org.subhasta.journal.Journal;
import org.subhasta.journal.LogReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.ServerClock;
import org.subhasta.rig.inside.Commands;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.Malformed;

/**
 * Works with the journal through its doors for so many seconds, and answers how often a second it
 * did. Commands: {@code append WRITERS SECONDS}, each writer on a subject of its own, each act in a
 * transaction of its own; {@code prove SECONDS LEAF…}.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JournalWork {

    /** The property that tells on which port of the loopback interface it listens. */
    public static final String PORT = "subhasta.bench.port";

    @Inject
    private Journal journal;
    @Inject
    private LogReports log;
    @Inject
    private ServerClock clock;
    @Resource
    private UserTransaction transaction;
    @Resource
    private ManagedThreadFactory threads;
    private Commands commands;

    @PostConstruct
    void start() {
        commands = Commands.listen(Integer.getInteger(PORT), threads, this::answer);
    }

    @PreDestroy
    void stop() {
        commands.close();
    }

    private String answer(List<String> words) throws Exception {
        return switch (words.getFirst()) {
            case "append" -> Double.toString(
                    appended(Integer.parseInt(words.get(1)), nanos(words.get(2))));
            case "prove" -> proved(words.subList(2, words.size()), nanos(words.get(1)));
            default -> throw new IllegalArgumentException(words.getFirst());
        };
    }

    private static long nanos(String seconds) {
        return Long.parseLong(seconds) * 1_000_000_000L;
    }

    /** Acts a second, of all writers together. */
    private double appended(int writers, long nanos) throws Exception {
        long begin = System.nanoTime();
        List<FutureTask<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Subject subject = Subject.of("bench", Integer.toString(i));
            FutureTask<Long> task = new FutureTask<>(() -> write(subject, begin + nanos));
            tasks.add(task);
            threads.newThread(task).start();
        }
        long done = 0;
        for (FutureTask<Long> task : tasks) {
            done += task.get();
        }
        return done * 1e9 / (System.nanoTime() - begin);
    }

    private long write(Subject subject, long end) throws Exception {
        JsonObject payload = Json.createObjectBuilder()
                .add("bid", "00000000-0000-0000-0000-000000000000")
                .add("digest", "0".repeat(64)).build();
        long done = 0;
        while (System.nanoTime() - end < 0) {
            transaction.begin();
            journal.append(subject, "bench-acted", Actor.person("bench"), clock.now(), payload);
            transaction.commit();
            done++;
        }
        return done;
    }

    /** Proofs a second, and how many hashes the longest has. */
    private String proved(List<String> lines, long nanos) throws Malformed {
        List<Hash> leaves = new ArrayList<>();
        for (String line : lines) {
            leaves.add(Hash.hex(line));
        }
        long begin = System.nanoTime();
        long done = 0;
        int longest = 0;
        while (System.nanoTime() - begin < nanos) {
            LogProof proof = log.proof(
                    leaves.get((int) (done % leaves.size()))).orElseThrow();
            longest = Math.max(longest, proof.path().size());
            done++;
        }
        return done * 1e9 / (System.nanoTime() - begin) + " " + longest;
    }
}
