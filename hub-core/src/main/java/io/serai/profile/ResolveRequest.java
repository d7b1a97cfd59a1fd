package io.serai.profile;

/**
 * How to resolve everybody.
 *
 * @param readAgain whether to derive everything again from the records kept, too
 * @param dryRun whether only to report what would change
 * @param allowMerges whether it may merge more profiles than {@code guards: max_merges} allows
 */
public record ResolveRequest(boolean readAgain, boolean dryRun, boolean allowMerges) {}
