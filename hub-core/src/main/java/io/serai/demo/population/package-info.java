/**
 * Seeded customers of an invented international retailer, with the truth about who is who, for measuring identity resolution.
 * Streams any number of rows in constant memory. The vocabularies are lists of common names, towns and streets, written for this
 * generator; everybody in them is invented.
 */
package io.serai.demo.population;
