package org.subhasta.web.auction.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.subhasta.auction.Auctions;
import org.subhasta.kernel.Refusal;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /office/auctions/new}: what no format can know, and the format, which knows the rest. */
@Named
@ViewScoped
public class OfficeAuctionNew implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Auctions auctions;
    @Inject
    private OfficeAuctions office;
    @Inject
    private Currencies currencies;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private final Sheet form = new Sheet();

    public OfficeAuctionNew() {
        form.put("direction", "descending");
        form.put("format", "english");
        form.put("currency", "EUR");
    }

    /** Begins a draft with the terms that are usual for the format. */
    public void begin() {
        FormWriter.Written written = FormWriter.write(Formats.begin(form), office.getZone());
        List<Refusal> problems = Formats.problems(form, FormFaults.of(written));
        if (!problems.isEmpty()) {
            messages.show(problems);
            return;
        }
        messages.value(auctions.draft(written.terms())).ifPresent(draft ->
                visit.go("/office/auctions/" + draft.id() + "/draft"));
    }

    public Sheet getForm() {
        return form;
    }

    public List<String> getFormats() {
        return Formats.OFFERED;
    }

    public List<String> getCurrencies() {
        return currencies.all();
    }
}
