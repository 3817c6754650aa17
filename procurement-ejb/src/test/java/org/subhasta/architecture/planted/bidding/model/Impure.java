package org.subhasta.architecture.planted.bidding.model;

class Impure {
    Class<?> door = jakarta.ejb.Stateless.class;
}
