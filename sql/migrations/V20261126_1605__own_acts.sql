-- A bidder's own acts are read after each of its bids: of a lot with a hundred thousand acts only
-- those, not all of them.
CREATE INDEX act_own ON auction.act (auction, position, person, number);
CREATE INDEX refused_act_own ON auction.refused_act (auction, position, person);
