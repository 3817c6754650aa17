package org.subhasta.web.journal;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.subhasta.journal.Cosignatures;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.LogReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.Malformed;
import org.subhasta.web.api.Problems;

/** The journal's log: for everybody, without an account. */
@Path("log")
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {

    private static final String TEXT = "text/plain;charset=utf-8";
    private static final int MOST = 500;

    @Inject
    LogReports log;
    @Inject
    JournalReports journal;
    @Inject
    Cosignatures cosignatures;
    @Inject
    Problems problems;

    @GET
    @Operation(summary = "The log's newest head: size, root, signatures, verifier key",
            description = "The same as a signed note is at /log/checkpoint, the tiles at"
                    + " /log/tile/ (C2SP tlog-tiles).")
    public Response head() {
        return answer(log.head().map(head -> LogAsData.Head.of(log.verifierKey(), head)));
    }

    @GET
    @Path("entries")
    @Operation(summary = "The newest public entries, or those of a subject such as tender/ID")
    public Response entries(@QueryParam("subject") String subject,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        if (subject == null) {
            return Response.ok(journal.recent(most).stream()
                    .map(LogAsData.Line::of).toList()).build();
        }
        Optional<Subject> asked = Subject.parse(subject);
        return asked.isEmpty() ? problems.notFound() : Response.ok(journal.entries(asked.get())
                .stream().map(LogAsData.Line::of).toList()).build();
    }

    @GET
    @Path("entries/{leaf}")
    @Operation(summary = "An entry by the hash of its leaf, as receipts name it",
            description = "Of a concealed entry, only the leaf and its place.")
    public Response entry(@PathParam("leaf") String leaf) {
        return hash(leaf).map(hash -> answer(journal.find(hash).map(found ->
                LogAsData.Entry.of(found, journal.disclosed(hash).orElse(null)))))
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("proofs/{leaf}")
    @Produces({"text/plain;charset=utf-8", MediaType.APPLICATION_JSON})
    @Operation(summary = "The proof that an entry is in the log, as a file to keep",
            description = "C2SP tlog-proof: leaf, path and signed checkpoint; checked with the"
                    + " log's verifier key alone. Not there yet in the first seconds of an entry:"
                    + " at the latest after ten.")
    public Response proof(@PathParam("leaf") String leaf) {
        Optional<LogProof> proof = hash(leaf).flatMap(log::proof);
        return proof.isEmpty() ? problems.notFound()
                : Response.ok(proof.get().toString(), TEXT)
                        .header("Content-Disposition", "attachment; filename=\""
                                + leaf + LogProof.EXTENSION + "\"")
                        .build();
    }

    @GET
    @Path("inclusion/{leaf}")
    @Operation(summary = "The path from an entry to the root of a tree of a size",
            description = "Without a size, of the newest head.")
    public Response inclusion(@PathParam("leaf") String leaf, @QueryParam("size") Long size) {
        long of = size == null ? size() : size;
        return answer(hash(leaf).flatMap(hash -> log.inclusion(hash, of)
                .map(proof -> LogAsData.Inclusion.of(hash, proof))));
    }

    @GET
    @Path("consistency")
    @Operation(summary = "That the tree of size to continues the tree of size from",
            description = "Without to, of the newest head.")
    public Response consistency(@QueryParam("from") @DefaultValue("0") long from,
            @QueryParam("to") Long to) {
        return answer(log.consistency(from, to == null ? size() : to)
                .map(LogAsData.Consistency::of));
    }

    @POST
    @Path("cosignatures")
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(summary = "A witness's co-signature under one of the log's checkpoints",
            description = "A signed note: the checkpoint's text and the witness's signature (C2SP"
                    + " tlog-cosignature). Witnesses are configured by the operator.")
    public Response cosign(byte[] note) {
        return switch (cosignatures.submit(note)) {
            case Outcome.Done<Instant>(Instant seen) ->
                    Response.ok(new LogAsData.Taken(seen.toString())).build();
            case Outcome.Refused<Instant> refused -> problems.of(refused);
        };
    }

    private long size() {
        return log.head().map(head -> head.size()).orElse(0L);
    }

    private <T> Response answer(Optional<T> found) {
        return found.isEmpty() ? problems.notFound()
                : Response.status(Status.OK).entity(found.get()).build();
    }

    private static Optional<Hash> hash(String digits) {
        try {
            return Optional.of(Hash.hex(digits));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
