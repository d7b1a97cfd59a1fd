package io.serai.demo.population;

/**
 * A home.
 *
 * @param flat the door's number; 0 for a house
 * @param type road, square …, as written in full
 */
record Address(int number, int flat, String street, String type, String city, String postcode) {}
