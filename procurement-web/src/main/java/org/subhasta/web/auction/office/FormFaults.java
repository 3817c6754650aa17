package org.subhasta.web.auction.office;

import java.util.List;
import java.util.Map;
import org.subhasta.auction.format.Fault;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.kernel.Refusal;

/** Tells all contradictions of terms beside the inputs of the form that they are about. */
final class FormFaults {

    /** Where an input is not called as the member of the terms. */
    private static final Map<String, String> INPUTS = Map.of("opensAt", "opensOn",
            "softClose.window", "window",
            "softClose.extension", "extension", "softClose.most", "most",
            "visibility", "participants");

    private FormFaults() {
    }

    /** None where the terms can be published. */
    static List<Refusal> of(FormWriter.Written written) {
        return written.problems().isEmpty()
                ? LiveTerms.read(written.terms()).faults().stream().map(FormFaults::of)
                        .distinct().toList()
                : written.problems();
    }

    private static Refusal of(Fault fault) {
        return Refusal.at(input(fault.place()), FormRefusal.TERMS_DO_NOT_FIT, fault.words());
    }

    static String input(String place) {
        int end = place.indexOf("].") + 2;
        boolean inPhase = place.startsWith("phases[") && end > 1;
        String before = inPhase ? place.substring(0, end) : "";
        String member = place.substring(before.length());
        return member.startsWith("phases[") ? member + ".pause"
                : before + INPUTS.getOrDefault(member, member);
    }
}
