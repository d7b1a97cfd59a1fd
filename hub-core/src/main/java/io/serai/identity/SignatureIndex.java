package io.serai.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the resolver asks of the store. Every method takes a batch and is called a few times a page, never once a signature.
 * Answers show the state after the page: its signatures are written, its dead ones are no longer live. A signature is live
 * when at least one live record says it.
 */
public interface SignatureIndex {

    /** The signatures of these numbers, live or not, in any order; unknown numbers are left out. */
    List<Signature> signatures(Collection<Long> signatures);

    /** The live signatures that bear each value, in any order, each once; values that nobody bears may be left out. */
    Map<Identifier, long[]> bearers(Collection<Identifier> values);

    /** Those of the values that are known to be on too many people. */
    Set<Identifier> overloaded(Collection<Identifier> values);

    /** All values that are on too many people, when they are few; nothing when they are to be asked for. */
    default Optional<Set<Identifier>> fewOverloaded() {
        return Optional.empty();
    }

    /** What people decided about at least one of these signatures, both ends live and different. */
    List<Decision> decisions(Collection<Long> signatures);

    /** To whom the signatures, live or not, were given; those never given to anybody may be left out. */
    Map<Long, Claim> claims(Collection<Long> signatures);

    /** The live signatures of each profile, in any order; profiles without any may be left out. Aliases have none. */
    Map<Long, long[]> members(Collection<Long> profiles);
}
