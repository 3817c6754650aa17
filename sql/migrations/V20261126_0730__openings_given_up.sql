-- A tender may be cancelled after its closing: what is sealed then stays so, and openers act no more.
ALTER TABLE bidding.box
    ADD COLUMN given_up_at timestamptz,
    ADD CHECK (given_up_at IS NULL OR state IN ('closed', 'technical', 'released')),
    ADD CHECK (given_up_at >= closed_at);
GRANT UPDATE (given_up_at) ON bidding.box TO ${application};
