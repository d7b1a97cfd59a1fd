package io.serai.identity;

import java.util.List;

/**
 * What one or more records say about who they are. Records that say exactly the same share one signature: a thousand
 * purchases with one loyalty card are one node of the identity graph.
 *
 * @param id the store's number
 * @param identifiers without junk and ignored values, sorted, without duplicates; possibly empty (then it is nobody's)
 * @param evidence names and birth date
 * @param said what it says in the fields of {@link IdentityRules#matching()}, in their order, null for nothing; empty when it
 *     says nothing in any of them, or nothing is compared
 */
public record Signature(long id, List<Identifier> identifiers, Evidence evidence, List<String> said) {

    /** A signature that nothing is compared of. */
    public Signature(long id, List<Identifier> identifiers, Evidence evidence) {
        this(id, identifiers, evidence, List.of());
    }
}
