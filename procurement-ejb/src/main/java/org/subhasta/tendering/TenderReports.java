package org.subhasta.tendering;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;

/** What everybody may read of tenders. */
@Stateless
@PermitAll
public class TenderReports {

    /** A tender that was published here or imported; drafts are not found. */
    public Optional<TenderView> find(String id) {
        throw new UnsupportedOperationException("not filled yet");
    }

    public TenderList search(TenderQuery query) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** The notice as published, byte for byte: canonical JSON. */
    public Optional<byte[]> notice(String id) {
        throw new UnsupportedOperationException("not filled yet");
    }

    /** Tenders of one organisation that were published here, the newest first. */
    public List<TenderSummary> of(String organisation) {
        throw new UnsupportedOperationException("not filled yet");
    }
}
