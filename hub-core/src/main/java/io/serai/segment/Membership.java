package io.serai.segment;

import java.util.BitSet;

/**
 * A membership brought up to date, with all its members.
 *
 * @param refreshed what that changed
 * @param members a bit for each member, by profile number
 */
public record Membership(Refreshed refreshed, BitSet members) {}
