/**
 * Who is the same person, by probability: candidates, weights and clusters, learned from the data without labels. Knows the
 * comparisons of {@code identity.compare} and nothing else.
 */
package io.serai.identity.match;
