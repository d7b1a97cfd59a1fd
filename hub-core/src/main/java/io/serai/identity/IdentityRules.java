package io.serai.identity;

import java.util.List;
import java.util.Optional;

/**
 * {@code config/identity.yaml}: which values point at a person and how strongly.
 *
 * @param identifiers highest priority first
 * @param matching how records are compared; empty for identifiers alone
 * @param version changes whenever the meaning changes
 */
public record IdentityRules(List<IdentifierRule> identifiers, Optional<Matching> matching, long version) {

    /** Rules of identifiers alone. */
    public IdentityRules(List<IdentifierRule> identifiers, long version) {
        this(identifiers, Optional.empty(), version);
    }

    /** The rule of that name. */
    public Optional<IdentifierRule> rule(String name) {
        return identifiers.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
