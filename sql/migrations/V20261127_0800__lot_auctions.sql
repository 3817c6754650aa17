-- Reverse auctions that follow the opening of a lot's bids: of which lot. A draft that was thrown away
-- leaves its row, which then stands for nothing; the latest that stands for something counts.
CREATE TABLE awarding.lot_auction (
    auction  text        PRIMARY KEY CHECK (auction ~ '^[0-9a-hjkmnp-tv-z]{12}$'),
    tender   text        NOT NULL REFERENCES tendering.tender,
    lot      text        NOT NULL CHECK (lot <> ''),
    begun_by text        NOT NULL REFERENCES parties.person,
    begun_at timestamptz NOT NULL
);
CREATE INDEX lot_auction_tender ON awarding.lot_auction (tender, lot);
GRANT SELECT, INSERT ON awarding.lot_auction TO ${application};
