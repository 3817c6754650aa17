-- When the next cover of a box is due: a leaf that stands for nothing, so that those of bids cannot
-- be counted. See org.subhasta.bidding.model.CoverPlan. Both are secret, and drawn by the
-- application some seconds after the box is opened.

ALTER TABLE bidding.box
    ADD COLUMN cover_pace integer     CHECK (cover_pace BETWEEN 2 AND 16),
    ADD COLUMN cover_due  timestamptz,
    ADD CHECK (num_nulls(cover_pace, cover_due) IN (0, 2));
GRANT UPDATE (cover_pace, cover_due) ON bidding.box TO ${application};
CREATE INDEX box_cover ON bidding.box (cover_due) WHERE state = 'open';
