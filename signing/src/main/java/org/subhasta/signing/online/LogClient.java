package org.subhasta.signing.online;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.Nodes;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.Tile;
import org.subhasta.signing.log.TileNodes;
import org.subhasta.signing.log.VerifierKey;

/**
 * Somebody's log as it is published (C2SP tlog-tiles), read over HTTP. Nothing it says is believed
 * here. Bounded in time and size; never redirected.
 */
public final class LogClient {

    private static final int LONGEST_KEY = 4_096;
    private static final int LARGEST_TILE = Tile.FULL * Hash.BYTES;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Calls calls;
    private final String address;

    /**
     * A log of a platform.
     *
     * @param platform its address, such as {@code https://tenders.example}
     */
    public LogClient(URI platform, Reach reach) {
        this.calls = new Calls(reach);
        this.address = platform.toString().replaceAll("/+$", "");
    }

    /** The key it says is its own: of use only to somebody who knows it from elsewhere. */
    public VerifierKey key() throws IOException, Malformed {
        return VerifierKey.parse(text("/log/key", LONGEST_KEY).strip());
    }

    /** Its newest head. */
    public SignedNote head() throws IOException, Malformed {
        return SignedNote.parse(text("/log/checkpoint", SignedNote.MAXIMUM_BYTES));
    }

    /**
     * Its nodes, from the tiles of a tree of this size.
     *
     * @return reading from it throws {@link UncheckedIOException} where a tile cannot be had
     */
    public Nodes nodes(long size) {
        return new TileNodes(size, tile -> {
            try {
                byte[] hashes = calls.get(uri("/log/tile/" + tile.path()), LARGEST_TILE);
                if (hashes.length != tile.width() * Hash.BYTES) {
                    throw new IOException("it has " + hashes.length + " bytes");
                }
                return hashes;
            } catch (IOException e) {
                throw new UncheckedIOException(
                        new IOException("tile " + tile.path() + ": " + e.getMessage(), e));
            }
        });
    }

    /** Hands a co-signed head in. */
    public void submit(SignedNote cosigned) throws IOException {
        calls.post(uri("/api/v1/log/cosignatures"), "text/plain",
                cosigned.toString().getBytes(StandardCharsets.UTF_8), LONGEST_ANSWER);
    }

    private String text(String path, int maximumBytes) throws IOException {
        return new String(calls.get(uri(path), maximumBytes), StandardCharsets.UTF_8);
    }

    private URI uri(String path) {
        return URI.create(address + path);
    }
}
