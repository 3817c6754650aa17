package org.subhasta.web.api;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Something signed, sent as a form ({@code multipart/form-data}) of the two files that
 * {@code ./subhasta} writes: {@code statement} and {@code signature} (CMS, DER).
 */
public record SignedForm(byte[] statement, byte[] signature) {

    /** Bytes of a signature that are read at most; whoever judges it has a lower limit. */
    private static final int SIGNATURE = 1 << 20;

    /**
     * Reads one.
     *
     * @param most bytes of the largest statement taken; of a larger one so many are kept that it is
     *             seen to be too large
     * @return empty where a part is missing, sent twice, or of another name
     */
    public static Optional<SignedForm> read(List<EntityPart> parts, int most) throws IOException {
        byte[] statement = null;
        byte[] signature = null;
        for (EntityPart part : parts) {
            if (part.getName().equals("statement") && statement == null) {
                statement = part.getContent().readNBytes(most + 1);
            } else if (part.getName().equals("signature") && signature == null) {
                signature = part.getContent().readNBytes(SIGNATURE);
            } else {
                return Optional.empty();
            }
        }
        return statement == null || signature == null ? Optional.empty()
                : Optional.of(new SignedForm(statement, signature));
    }
}
