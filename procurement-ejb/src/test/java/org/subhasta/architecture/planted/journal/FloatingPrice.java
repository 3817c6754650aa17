package org.subhasta.architecture.planted.journal;

class FloatingPrice {
    double price;
}
