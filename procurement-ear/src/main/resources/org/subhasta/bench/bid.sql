\set lot random(1, :lots)
\set bidder random(1, 32)
\set amount random(1, 1000000000)
BEGIN;
SELECT acts, best FROM bench.lot WHERE id = :lot FOR UPDATE;
INSERT INTO bench.bid (lot, bidder, amount, at) VALUES (:lot, :bidder, :amount, clock_timestamp());
UPDATE bench.lot SET acts = acts + 1, best = least(best, :amount) WHERE id = :lot;
COMMIT;
