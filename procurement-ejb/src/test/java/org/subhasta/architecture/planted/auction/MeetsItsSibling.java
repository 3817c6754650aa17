package org.subhasta.architecture.planted.auction;

class MeetsItsSibling {
    Class<?> sibling = org.subhasta.architecture.planted.bidding.Box.class;
}
