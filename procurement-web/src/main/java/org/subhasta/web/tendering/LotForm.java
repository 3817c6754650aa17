package org.subhasta.web.tendering;

import java.io.Serializable;
import org.subhasta.tendering.model.Draft;

/** The inputs of one lot, as typed. */
public class LotForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private String title;
    private String description;
    private String quantity;
    private String unit;
    private String classification;
    private String estimatedValue;
    private boolean auction;

    LotForm(Draft.DraftLot lot, String classification) {
        this.id = lot.id();
        this.title = lot.title();
        this.description = lot.description();
        this.quantity = lot.quantity();
        this.unit = lot.unit();
        this.classification = classification;
        this.estimatedValue = lot.estimatedValue();
        this.auction = lot.auction();
    }

    Draft.DraftLot lot() {
        return new Draft.DraftLot(id, text(title), text(description), text(quantity), text(unit),
                DraftForm.code(classification), text(estimatedValue), auction);
    }

    static String text(String typed) {
        return typed == null ? "" : typed;
    }

    public String getId() {
        return id;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getQuantity() {
        return quantity;
    }

    public void setQuantity(String quantity) {
        this.quantity = quantity;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public String getClassification() {
        return classification;
    }

    public void setClassification(String classification) {
        this.classification = classification;
    }

    public String getEstimatedValue() {
        return estimatedValue;
    }

    public void setEstimatedValue(String estimatedValue) {
        this.estimatedValue = estimatedValue;
    }

    public boolean isAuction() {
        return auction;
    }

    public void setAuction(boolean auction) {
        this.auction = auction;
    }
}
