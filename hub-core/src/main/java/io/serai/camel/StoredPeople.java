package io.serai.camel;

import io.serai.profile.ProfileRow;
import io.serai.profile.Profiles;
import io.serai.profile.TraitRefresh;
import io.serai.segment.Member;
import io.serai.segment.Membership;
import io.serai.segment.Segments;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The people and segments of the store. */
public record StoredPeople(Profiles profiles, TraitRefresh traits, Segments segments) implements People {

    @Override
    public void refreshTraits() {
        traits.refresh();
    }

    @Override
    public List<ProfileRow> everybody(long afterId, int limit) {
        return profiles.after(afterId, limit);
    }

    @Override
    public long version() {
        return profiles.version();
    }

    @Override
    public List<Long> touched(long since, long until, long afterId, int limit) {
        return profiles.touched(since, until, afterId, limit);
    }

    @Override
    public List<ProfileRow> byId(Collection<Long> ids) {
        return profiles.byId(ids);
    }

    @Override
    public List<ProfileRow> byId(Collection<Long> ids, Set<String> names) {
        return profiles.byId(ids, names);
    }

    @Override
    public Instant refresh(String segment) {
        return segments.refresh(segment).at();
    }

    @Override
    public Membership refreshed(String segment) {
        return segments.refreshed(segment);
    }

    @Override
    public BitSet everybody() {
        return segments.everybody();
    }

    @Override
    public List<Member> members(String segment, long afterId, int limit) {
        return segments.membership(segment, afterId, limit);
    }

    @Override
    public List<Member> left(String segment, Instant since) {
        return segments.left(segment, since);
    }
}
