package org.subhasta.architecture.planted.journal;

class PriceHelper {
}
