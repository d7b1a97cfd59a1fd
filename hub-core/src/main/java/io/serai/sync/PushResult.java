package io.serai.sync;

/**
 * How a push ended.
 *
 * @param plan the number of its plan
 * @param status {@code DONE}, {@code HELD} when the plan waits for approval, {@code FAILED} when the destination did not take
 *     part or all of it, {@code INTERRUPTED} when it was cancelled; what is not sent stays due
 * @param message a sentence; null when there is nothing to say
 */
public record PushResult(long plan, RunStatus status, String message) {}
