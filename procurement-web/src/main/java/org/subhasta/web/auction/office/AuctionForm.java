package org.subhasta.web.auction.office;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.format.Follows;

/** The inputs of a draft of an auction, as typed. */
public class AuctionForm extends Sheet {

    private static final long serialVersionUID = 1L;

    private final ArrayList<PhaseForm> phases = new ArrayList<>();
    private final ArrayList<Sheet> lots = new ArrayList<>();
    private final ArrayList<Sheet> criteria = new ArrayList<>();
    private final HashMap<String, String> salts = new HashMap<>();
    private String tender;
    private String tenderLot;

    public List<PhaseForm> getPhases() {
        return phases;
    }

    /** With {@code id}, {@code title}, {@code openingPrice} and {@code reserve}. */
    public List<Sheet> getLots() {
        return lots;
    }

    /** With {@code name} and {@code weight}. */
    public List<Sheet> getCriteria() {
        return criteria;
    }

    /** Of hidden reserves, by lot; "" for the one of all lots. Made once, or commitments change. */
    Map<String, String> salts() {
        return salts;
    }

    void follows(Follows follows) {
        tender = follows.tender();
        tenderLot = follows.lot();
    }

    /** What it follows, which nobody changes here. */
    Optional<Follows> follows() {
        return Optional.ofNullable(tender).map(one -> new Follows(one, tenderLot));
    }

    void addLot() {
        int free = lots.stream().map(lot -> lot.text("id")).filter(id -> id.matches("[0-9]{1,6}"))
                .mapToInt(Integer::parseInt).max().orElse(0) + 1;
        Sheet lot = new Sheet();
        lot.put("id", Integer.toString(free));
        lots.add(lot);
    }

    void removeLot(String id) {
        lots.removeIf(lot -> lot.is("id", id));
    }
}
