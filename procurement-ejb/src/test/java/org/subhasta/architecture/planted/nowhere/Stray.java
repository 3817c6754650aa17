package org.subhasta.architecture.planted.nowhere;

class Stray {
}
