-- Until when the openers of a box act is data: the outage rule moves it.
ALTER TABLE bidding.box ADD COLUMN opening_ends_at timestamptz;
UPDATE bidding.box SET opening_ends_at = state_at + period_days * interval '1 day'
    WHERE state IN ('closed', 'released') AND threshold IS NOT NULL;
ALTER TABLE bidding.box
    -- They act in no other state; before a part is opened it is known until when.
    ADD CHECK (opening_ends_at IS NULL OR state IN ('closed', 'released')),
    ADD CHECK (opening_ends_at IS NOT NULL OR threshold IS NULL
               OR state NOT IN ('closed', 'released')),
    ADD CHECK (opening_ends_at > state_at);
GRANT UPDATE (opening_ends_at) ON bidding.box TO ${application};
