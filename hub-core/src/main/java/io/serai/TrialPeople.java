package io.serai;

import io.serai.camel.People;
import io.serai.profile.ProfileRow;
import io.serai.segment.Member;
import io.serai.segment.Membership;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The people and segments of a hub that is only looked at: segments as of now, none kept. */
record TrialPeople(Hub hub) implements People {

    @Override
    public void refreshTraits() {}

    @Override
    public List<ProfileRow> everybody(long afterId, int limit) {
        return hub.profiles().after(afterId, limit);
    }

    @Override
    public long version() {
        return hub.profiles().version();
    }

    @Override
    public List<Long> touched(long since, long until, long afterId, int limit) {
        return hub.profiles().touched(since, until, afterId, limit);
    }

    @Override
    public List<ProfileRow> byId(Collection<Long> ids) {
        return hub.profiles().byId(ids);
    }

    @Override
    public List<ProfileRow> byId(Collection<Long> ids, Set<String> names) {
        return hub.profiles().byId(ids, names);
    }

    @Override
    public Instant refresh(String segment) {
        hub.segments().segment(segment);
        return Instant.now();
    }

    @Override
    public Membership refreshed(String segment) {
        throw new UnsupportedOperationException("a trial keeps no membership");
    }

    @Override
    public BitSet everybody() {
        return hub.segments().everybody();
    }

    @Override
    public List<Member> members(String segment, long afterId, int limit) {
        return hub.segments().members(segment, afterId, limit);
    }

    @Override
    public List<Member> left(String segment, Instant since) {
        return hub.segments().left(segment, since);
    }
}
