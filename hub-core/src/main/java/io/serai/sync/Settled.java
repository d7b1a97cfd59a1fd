package io.serai.sync;

import java.util.BitSet;

/**
 * Who of a sync need not be read again: of the people whom nobody touched since, the destination lacks nothing, for as long as the
 * push has the same terms and the ledger is as it was. Bits are by profile number; not to be changed.
 *
 * @param version of the profiles, from before the first of the people was read
 * @param terms a hash of what the push was to do
 * @param people who lacked nothing
 * @param contents of the ledger at that time
 */
public record Settled(long version, long terms, BitSet people, Ledger.Contents contents) {}
