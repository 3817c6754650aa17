package org.subhasta.signing.sealing;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What every signed statement says, whatever it offers besides: which envelope and part it is for,
 * and which files belong to it. So nobody can put a statement into another's envelope.
 *
 * @param header      as the envelope's, apart from the time
 * @param attachments size and salted digest of each
 */
record BoundStatement(Envelope.Header header, PartName part, List<File> attachments) {

    private static final String ANY_FORMAT = "[a-z0-9-]+";

    record File(long size, String digest) {
    }

    /** Why the contents of a part are not the ones of this envelope; empty where they are. */
    static Optional<Invalidity> flaw(Envelope.Header header, PartName part, Contents contents) {
        if (!(Json.read(contents.statement(), Contents.MAXIMUM_STATEMENT, ANY_FORMAT,
                BoundStatement::statement)
                instanceof Reading.Read<BoundStatement>(BoundStatement statement))) {
            return Optional.of(Invalidity.STATEMENT_MALFORMED);
        }
        if (!Envelope.binding(statement.header).equals(Envelope.binding(header))
                || statement.part != part) {
            return Optional.of(Invalidity.STATEMENT_DIFFERS);
        }
        Set<ByteBuffer> salts = new HashSet<>(Set.of(ByteBuffer.wrap(contents.salt())));
        if (!contents.attachments().stream().allMatch(file ->
                salts.add(ByteBuffer.wrap(file.salt())))) {
            return Optional.of(Invalidity.SALT_REUSED);
        }
        if (!statement.attachments.stream().map(File::size).toList()
                .equals(contents.attachments().stream().map(Contents.File::size).toList())) {
            return Optional.of(Invalidity.ATTACHMENTS_DIFFER);
        }
        return Optional.empty();
    }

    static BoundStatement of(byte[] statement) {
        return Json.read(statement, Contents.MAXIMUM_STATEMENT, ANY_FORMAT,
                BoundStatement::statement).orThrow();
    }

    private static BoundStatement statement(Json object) throws Json.Malformed {
        object.andAnythingElse();
        return new BoundStatement(EnvelopeJson.header(object),
                EnvelopeJson.partName(object, "part"),
                object.objects("attachments", 0, Envelope.MOST_ATTACHMENTS, file -> {
                    file.andAnythingElse();
                    return new File(file.whole("size", 0, TextCipher.MAXIMUM_PLAIN),
                            file.hash("digest"));
                }));
    }
}
