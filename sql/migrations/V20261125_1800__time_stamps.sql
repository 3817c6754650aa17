-- The time-stamp over a bid's signature (RFC 3161), as it came at receipt. Bids from before there
-- were time-stamps have none.
ALTER TABLE bidding.bid
    ADD COLUMN time_stamp bytea CHECK (octet_length(time_stamp) BETWEEN 1 AND 65536);
