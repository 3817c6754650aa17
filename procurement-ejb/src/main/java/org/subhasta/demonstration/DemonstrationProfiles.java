package org.subhasta.demonstration;

import java.util.Map;
import java.util.Optional;
import org.subhasta.suppliers.ProfileForm;

/** What the invented suppliers tell of themselves in the directory. */
final class DemonstrationProfiles {

    private static final Map<String, ProfileForm> PROFILES = Map.of(
            DemonstrationAccounts.INSULATION, new ProfileForm("SMALL", "Estimates", "", "",
                    "https://example-insulation.example", "roofs, insulation, facades",
                    "We keep the weather out of schools and hospitals.",
                    "45261000 45321000", "IE UK"),
            DemonstrationAccounts.INVENTED, new ProfileForm("MEDIUM", "Tender desk", "", "",
                    "https://invented-works.example", "civil works, bridges, quays",
                    "Quays, bridges and whatever else has to stand in water.", "45000000",
                    "NL BE"),
            DemonstrationAccounts.FACILITIES, new ProfileForm("MICRO", "", "", "", "",
                    "furniture, moving", "", "39000000", "NL"));

    private DemonstrationProfiles() {
    }

    /** That of an organisation by its name; robots have none. */
    static Optional<ProfileForm> of(String organisation) {
        return Optional.ofNullable(PROFILES.get(organisation));
    }
}
