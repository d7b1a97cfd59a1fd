package io.serai.sync;

import io.serai.record.StreamName;
import io.serai.spi.Op;
import io.serai.spi.Stream;
import java.util.Locale;
import java.util.TreeSet;

/**
 * What a destination is asked to do.
 *
 * @param add for people whom it is not known to hold
 * @param change for people whom it holds; null when they are left as they are
 * @param leave for people who are not to be there; null for nothing
 */
record Operations(Op add, Op change, Op leave) {

    static Operations of(PushTarget target, PlanTerms terms) {
        Stream stream = target.stream();
        boolean upserts = stream.operations().contains(Op.UPSERT);
        Operations operations =
                switch (terms.mode()) {
                    case INSERT -> new Operations(Op.INSERT, null, leave(terms.onLeave()));
                    case UPDATE -> new Operations(Op.UPDATE, Op.UPDATE, leave(terms.onLeave()));
                    default ->
                        upserts
                                ? new Operations(Op.UPSERT, Op.UPSERT, leave(terms.onLeave()))
                                : new Operations(Op.INSERT, Op.UPDATE, leave(terms.onLeave()));
                };
        operations.requireSupport(target.name(), stream, terms);
        return operations;
    }

    private static Op leave(OnLeave onLeave) {
        return switch (onLeave) {
            case REMOVE -> Op.DELETE;
            case ARCHIVE -> Op.ARCHIVE;
            case UNTAG -> Op.UNTAG;
            case NOTHING -> null;
        };
    }

    private void requireSupport(StreamName name, Stream stream, PlanTerms terms) {
        for (Op op : new Op[] {add, change, leave}) {
            if (op != null && !stream.operations().contains(op)) {
                String because = op == leave ? "on_leave: " + word(terms.onLeave()) : "mode: " + word(terms.mode());
                TreeSet<String> able = new TreeSet<>();
                stream.operations().forEach(known -> able.add(word(known)));
                throw new SyncException(
                        "\"" + name + "\" cannot " + word(op) + ", which " + because + " needs. It can: "
                                + (able.isEmpty() ? "nothing, it is a source only" : String.join(", ", able))
                                + ". Nothing was sent.");
            }
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Whether an add puts a person there who may be removed again. */
    boolean adds() {
        return add != Op.UPDATE;
    }

    Op of(PlanOp op) {
        return switch (op) {
            case ADD -> add;
            case CHANGE -> change;
            case REMOVE -> Op.DELETE;
            case ARCHIVE -> Op.ARCHIVE;
            case UNTAG -> Op.UNTAG;
            case RELEASE -> throw new IllegalArgumentException("nothing is sent");
        };
    }
}
