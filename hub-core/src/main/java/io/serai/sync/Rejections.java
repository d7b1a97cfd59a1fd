package io.serai.sync;

import java.util.Collection;
import java.util.List;

/** Keeps what was refused. Something refused again stays one open row, now of the later run. */
public interface Rejections {

    /** Keeps refused records; {@code SOURCE} and {@code INGEST} are the same when target and key are. */
    void refuse(List<Rejection> refused);

    /** Keeps refused people; the same when sync and profile are. */
    void refuse(long sync, List<Rejection> refused);

    /** Closes what was refused under these keys. */
    void accept(Rejection.Side side, String target, Collection<String> keys);

    /** Closes what was refused of these people. */
    void accept(long sync, Collection<Long> profiles);

    /** What the run saw refused, closed ones too, in order. */
    List<Rejection> of(long run, int limit);

    /** What stands open of a run, in order. */
    List<Rejection> open(long run);
}
