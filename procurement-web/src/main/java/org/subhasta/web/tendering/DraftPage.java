package org.subhasta.web.tendering;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.documents.DocumentRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.OpenerView;
import org.subhasta.parties.Openers;
import org.subhasta.tendering.Classifications;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/**
 * The page on which a draft is written. Everything that can be pressed on it saves first, so nothing
 * typed is lost; where another officer saved meanwhile it says so and keeps what was typed.
 */
@Named
@ViewScoped
public class DraftPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Tenders tenders;
    @Inject
    private Classifications classifications;
    @Inject
    private Openers openers;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private String id;
    private long version;
    private Instant changedAt;
    private String takenFrom;
    private DraftForm form;
    private transient Part file;

    public void load() {
        if (form != null) {
            return;
        }
        Optional<DraftView> draft = tenders.draft(id);
        if (draft.isEmpty()) {
            visit.notFound();
            return;
        }
        show(draft.get());
    }

    private void show(DraftView draft) {
        version = draft.version();
        changedAt = draft.changedAt();
        takenFrom = draft.takenFrom().orElse(null);
        form = new DraftForm(draft.draft(), classifications::find);
    }

    private boolean store() {
        Optional<DraftView> saved = messages.value(tenders.save(id, version, form.draft()));
        saved.ifPresent(this::show);
        return saved.isPresent();
    }

    public void save() {
        if (store()) {
            messages.done("tendering.saved");
        }
    }

    /** Saves; then either tells everything that is missing, or goes on to the preview. */
    public void check() {
        if (!store()) {
            return;
        }
        Optional<TenderView> ready = messages.value(tenders.preview(id));
        ready.ifPresent(tender -> visit.go("/office/tenders/" + id + "/preview"));
    }

    public void addLot() {
        form.addLot();
        store();
    }

    public void removeLot(String lot) {
        form.removeLot(lot);
        store();
    }

    public void addAdditional() {
        if (store()) {
            form.addAdditional();
        }
    }

    public void attach() throws IOException {
        if (!store()) {
            return;
        }
        if (file == null || FileName.of(file).isEmpty()) {
            messages.show(List.of(Refusal.at("file", DocumentRefusal.DOCUMENT_EMPTY)));
            return;
        }
        String name = FileName.of(file);
        try (InputStream content = file.getInputStream()) {
            Outcome<DraftView> attached = tenders.attach(id, version, name, content);
            if (attached instanceof Outcome.Refused<DraftView>(List<Refusal> refusals)) {
                messages.show(refusals.stream().map(refusal -> new Refusal(
                        refusal.code(), "file", refusal.details())).toList());
            } else if (attached instanceof Outcome.Done<DraftView>(DraftView draft)) {
                show(draft);
                messages.done("tendering.attached", name);
            }
        }
    }

    public void detach(String sha256) {
        if (store()) {
            messages.value(tenders.detach(id, version, sha256)).ifPresent(this::show);
        }
    }

    public void discard() {
        messages.value(tenders.discard(id, version)).ifPresent(gone -> {
            messages.done("tendering.discarded");
            visit.go("/office");
        });
    }

    /** Currencies in use somewhere today. */
    public List<String> getCurrencies() {
        return Stream.of(Locale.getISOCountries())
                .map(country -> Currency.getInstance(Locale.of("", country)))
                .filter(currency -> currency != null && currency.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode).distinct().sorted().toList();
    }

    /** Who may be chosen into the opening committee, those without keys as well. */
    public List<OpenerView> getCandidates() {
        return openers.all();
    }

    /** Whether somebody has both keys now; whether for long enough is judged on publishing. */
    public boolean isReady(OpenerView candidate) {
        return candidate.isReadyAt(visit.getNow());
    }

    /** Regions of the time zone database that are named after places. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.matches("(Africa|America|Antarctica|Arctic|Asia|Atlantic"
                        + "|Australia|Europe|Indian|Pacific)/.*") || zone.equals("UTC"))
                .sorted().toList();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public String getTakenFrom() {
        return takenFrom;
    }

    public DraftForm getForm() {
        return form;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
