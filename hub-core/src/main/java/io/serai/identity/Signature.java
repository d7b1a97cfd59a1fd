package io.serai.identity;

import java.util.List;

/**
 * What one or more records say about who they are. Records that say exactly the same share one signature: a thousand
 * purchases with one loyalty card are one node of the identity graph.
 *
 * @param id the store's number
 * @param identifiers without junk and ignored values, sorted, without duplicates; possibly empty (then it is nobody's)
 * @param evidence names and birth date
 */
public record Signature(long id, List<Identifier> identifiers, Evidence evidence) {}
