package org.subhasta.demonstration;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.parties.OrganisationForm;

/** The organisations of the demonstration: invented, in a register that does not exist. */
final class DemonstrationOrganisations {

    private static final String REGISTER = "XM-DEMO";

    private static final Map<String, OrganisationForm> FORMS = Stream.of(
            new OrganisationForm(DemonstrationAccounts.ALDER_BAY, REGISTER, "1001", "NL",
                    "Town Hall Square 1", "1001 AB", "Alder Bay", "tenders@alder-bay.example",
                    "", "Europe/Amsterdam"),
            new OrganisationForm(DemonstrationAccounts.NORTHMOOR, REGISTER, "1002", "IE",
                    "Infirmary Road 12", "N00 0000", "Northmoor", "supplies@northmoor.example",
                    "", "Europe/Dublin"),
            new OrganisationForm(DemonstrationAccounts.AUDIT, REGISTER, "1003", "NL",
                    "Quay House 3", "1003 GH", "Alder Bay", "office@harbour-audit.example",
                    "", "Europe/Amsterdam"),
            new OrganisationForm(DemonstrationAccounts.INSULATION, REGISTER, "2001", "IE",
                    "Slate Lane 4", "E00 0001", "Exampleton", "office@example-insulation.example",
                    "", "Europe/Dublin"),
            new OrganisationForm(DemonstrationAccounts.INVENTED, REGISTER, "2002", "NL",
                    "Bedachte Kade 17", "2002 CD", "Nergensdam", "info@invented-works.example",
                    "", "Europe/Amsterdam"),
            new OrganisationForm(DemonstrationAccounts.FACILITIES, REGISTER, "2003", "NL",
                    "Sample Street 8", "2003 EF", "Exampleton", "hello@example-facilities.example",
                    "", "Europe/Amsterdam"),
            new OrganisationForm(DemonstrationAccounts.OAK, REGISTER, "2004", "NL",
                    "Practice Lane 1", "2004 GH", "Exampleton", "oak@robots.example",
                    "", "Europe/Amsterdam"),
            new OrganisationForm(DemonstrationAccounts.ELM, REGISTER, "2005", "NL",
                    "Practice Lane 2", "2005 IJ", "Exampleton", "elm@robots.example",
                    "", "Europe/Amsterdam"))
            .collect(Collectors.toUnmodifiableMap(OrganisationForm::name, form -> form));

    private DemonstrationOrganisations() {
    }

    static OrganisationForm form(String name) {
        return FORMS.get(name);
    }
}
