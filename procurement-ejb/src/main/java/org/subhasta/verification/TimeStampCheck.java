package org.subhasta.verification;

import java.util.Map;
import java.util.Optional;
import org.subhasta.signing.SignatureTimeStamp;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.TimeStampVerifier;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;

/**
 * A time-stamp that was kept apart (RFC 3161): it is for one of the files named with it, or for the
 * signature in one of them, which another digest tells from all the others.
 */
final class TimeStampCheck {

    private TimeStampCheck() {
    }

    static void check(byte[] token, Map<String, byte[]> others, Trust trust, Report report) {
        Optional<Map.Entry<String, Validation>> found = Optional.empty();
        for (Map.Entry<String, byte[]> other : others.entrySet()) {
            Validation result = result(token, other.getValue(), trust);
            boolean fits = !result.subIndication().equals(Optional.of(SubIndication.HASH_FAILURE));
            if (found.isEmpty() || fits) {
                found = Optional.of(Map.entry(other.getKey(), result));
            }
            if (fits) {
                break;
            }
        }
        found.ifPresentOrElse(one -> tell(one.getKey(), one.getValue(), report),
                () -> report.add(Found.TIME_STAMP_WITHOUT_FILE));
    }

    private static Validation result(byte[] token, byte[] file, Trust trust) {
        Validation result = TimeStampVerifier.verify(token, file, trust);
        boolean another =
                result.subIndication().equals(Optional.of(SubIndication.HASH_FAILURE));
        if (!another || !Verifier.isSignature(file)) {
            return result;
        }
        try {
            return SignatureTimeStamp.verify(token, file, trust);
        } catch (IllegalArgumentException e) {
            return result; // It only looked like a signature.
        }
    }

    private static void tell(String file, Validation result, Report report) {
        result.timeStamp().ifPresentOrElse(stamp -> report.add(Found.FILE_STAMPED, file,
                        stamp.time().toString(),
                        stamp.authority().getSubjectX500Principal().getName()),
                () -> report.signature(result, "what.time-stamp", file));
    }
}
