-- Where an outage fell into the grace of announced bids, they may arrive until then.
ALTER TABLE bidding.box
    ADD COLUMN grace_moved_to timestamptz,
    ADD CHECK (grace_moved_to > closes_at);
GRANT UPDATE (grace_moved_to) ON bidding.box TO ${application};
