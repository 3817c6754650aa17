package org.subhasta.web.tendering;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Draft;

/** The inputs of a draft, as typed; a class is shown with its words and read by its code. */
public class DraftForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("\\s*([0-9]{8})(-[0-9])?(\\s.*)?",
            Pattern.DOTALL);

    private String title;
    private String description;
    private String place;
    private String classification;
    private List<Extra> additional = new ArrayList<>();
    private String prices;
    private boolean partialBids;
    private String currency;
    private String closesOn;
    private String closesAt;
    private String zone;
    private List<LotForm> lots = new ArrayList<>();
    private List<FileForm> files = new ArrayList<>();
    private OpeningForm opening;

    /** One further class, in an input of its own. */
    public static class Extra implements Serializable {

        private static final long serialVersionUID = 1L;
        private String code;

        Extra(String code) {
            this.code = code;
        }

        public String getCode() {
            return code;
        }

        public void setCode(String code) {
            this.code = code;
        }
    }

    DraftForm() {
    }

    DraftForm(Draft draft, Function<String, Optional<Classification>> vocabulary) {
        title = draft.title();
        description = draft.description();
        place = draft.place();
        classification = words(draft.classification(), vocabulary);
        draft.additional().forEach(code -> additional.add(new Extra(words(code, vocabulary))));
        prices = draft.prices().isEmpty() ? null : draft.prices();
        partialBids = draft.partialBids();
        currency = draft.currency();
        closesOn = draft.closesOn();
        closesAt = draft.closesAt();
        zone = draft.zone();
        draft.lots().forEach(lot ->
                lots.add(new LotForm(lot, words(lot.classification(), vocabulary))));
        draft.documents().forEach(document -> files.add(new FileForm(document)));
        opening = new OpeningForm(draft.opening());
    }

    Draft draft() {
        return new Draft(LotForm.text(title), LotForm.text(description), LotForm.text(place),
                code(classification), additional.stream().map(extra -> code(extra.getCode()))
                        .filter(code -> !code.isBlank()).toList(),
                LotForm.text(prices), partialBids, LotForm.text(currency),
                LotForm.text(closesOn), LotForm.text(closesAt), LotForm.text(zone),
                lots.stream().map(LotForm::lot).toList(),
                files.stream().map(FileForm::document).toList(), opening.opening());
    }

    void addLot() {
        int free = lots.stream().map(LotForm::getId).filter(id -> id.matches("[0-9]{1,6}"))
                .mapToInt(Integer::parseInt).max().orElse(0) + 1;
        lots.add(new LotForm(Draft.DraftLot.blank(Integer.toString(free)), ""));
    }

    void removeLot(String id) {
        lots.removeIf(lot -> lot.getId().equals(id));
    }

    void addAdditional() {
        additional.add(new Extra(""));
    }

    /** The code at the beginning of "34144431 Suction-sweeping vehicles", or what was typed. */
    static String code(String typed) {
        Matcher matcher = CODE.matcher(LotForm.text(typed));
        return matcher.matches() ? matcher.group(1) : LotForm.text(typed).strip();
    }

    private static String words(String code,
            Function<String, Optional<Classification>> vocabulary) {
        return vocabulary.apply(code).map(found -> found.code() + " " + found.label())
                .orElse(code);
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

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getClassification() {
        return classification;
    }

    public void setClassification(String classification) {
        this.classification = classification;
    }

    public List<Extra> getAdditional() {
        return additional;
    }

    public String getPrices() {
        return prices;
    }

    public void setPrices(String prices) {
        this.prices = prices;
    }

    public boolean isPartialBids() {
        return partialBids;
    }

    public void setPartialBids(boolean partialBids) {
        this.partialBids = partialBids;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getClosesOn() {
        return closesOn;
    }

    public void setClosesOn(String closesOn) {
        this.closesOn = closesOn;
    }

    public String getClosesAt() {
        return closesAt;
    }

    public void setClosesAt(String closesAt) {
        this.closesAt = closesAt;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public List<LotForm> getLots() {
        return lots;
    }

    public List<FileForm> getFiles() {
        return files;
    }

    public OpeningForm getOpening() {
        return opening;
    }
}
