package io.serai.config;

import io.serai.segment.Comparison;

/**
 * A trait held against a value, to be checked once the trait's type is known.
 *
 * @param trait the trait's name
 * @param comparison how and with what
 * @param position where the value stands
 */
record TraitComparison(String trait, Comparison comparison, Position position) {}
