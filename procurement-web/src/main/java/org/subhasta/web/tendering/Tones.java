package org.subhasta.web.tendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.subhasta.tendering.model.Phase;

/** Which tone of the tag a phase wears: {@code #{tones.of(tender.phase)}}. */
@Named
@ApplicationScoped
public class Tones {

    public String of(Phase phase) {
        return switch (phase) {
            case OPEN -> "open";
            case PLANNED, ELSEWHERE -> "draft";
            case EVALUATION -> "soon";
            case COMPLETE -> "closed";
            case UNSUCCESSFUL, CANCELLED, WITHDRAWN -> "danger";
        };
    }
}
