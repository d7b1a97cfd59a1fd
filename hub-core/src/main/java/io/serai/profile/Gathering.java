package io.serai.profile;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How a trait function takes in values; the result never depends on their order. */
interface Gathering {

    void add(Object value, Instant time);

    Optional<Object> result();

    static Gathering of(TraitDefinition.Function function) {
        return switch (function) {
            case SUM -> new Summing(false);
            case AVERAGE -> new Summing(true);
            case COUNT -> new Counting();
            case MINIMUM, EARLIEST -> new Extreme(-1);
            case MAXIMUM, LATEST -> new Extreme(1);
            case FIRST -> new AtTime(-1);
            case LAST -> new AtTime(1);
            case MOST_FREQUENT -> new Tally(false);
            case DISTINCT -> new Tally(true);
        };
    }

    /** Entries that have the field. */
    final class Counting implements Gathering {
        private long count;

        @Override
        public void add(Object value, Instant time) {
            count++;
        }

        @Override
        public Optional<Object> result() {
            return count == 0 ? Optional.empty() : Optional.of(count);
        }
    }

    /** The sum, or the average to 16 digits. */
    final class Summing implements Gathering {
        private final boolean average;
        private final ExactSum sum = new ExactSum();
        private long count;

        Summing(boolean average) {
            this.average = average;
        }

        @Override
        public void add(Object value, Instant time) {
            if (sum.add(value)) {
                count++;
            }
        }

        @Override
        public Optional<Object> result() {
            if (count == 0) {
                return Optional.empty();
            }
            BigDecimal total = sum.total();
            return Optional.of(
                    Amount.plain(average ? total.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64) : total));
        }
    }

    /** The least or the greatest value. */
    final class Extreme implements Gathering {
        private final int sign;
        private Object best;

        Extreme(int sign) {
            this.sign = sign;
        }

        @Override
        public void add(Object value, Instant time) {
            if (best == null || Calculation.compare(value, best) * sign > 0) {
                best = value;
            }
        }

        @Override
        public Optional<Object> result() {
            return Optional.ofNullable(plain(best));
        }
    }

    /** The value of the first or the last entry that has one; of several at that time, the least. */
    final class AtTime implements Gathering {
        private final int sign;
        private Object value;
        private Instant at;

        AtTime(int sign) {
            this.sign = sign;
        }

        @Override
        public void add(Object candidate, Instant time) {
            int order = at == null ? 1 : time.compareTo(at) * sign;
            if (order > 0 || (order == 0 && Calculation.compare(candidate, value) < 0)) {
                value = candidate;
                at = time;
            }
        }

        @Override
        public Optional<Object> result() {
            return Optional.ofNullable(plain(value));
        }
    }

    /** The value seen most often (of several, the one seen last, then the least), or how many different ones there were. */
    final class Tally implements Gathering {
        private final boolean distinct;
        private final Map<Object, Seen> seen = new HashMap<>();

        Tally(boolean distinct) {
            this.distinct = distinct;
        }

        @Override
        public void add(Object value, Instant time) {
            seen.computeIfAbsent(plain(value), one -> new Seen()).at(time);
        }

        @Override
        public Optional<Object> result() {
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            return distinct ? Optional.of((long) seen.size()) : Optional.of(mostFrequent());
        }

        private Object mostFrequent() {
            Map.Entry<Object, Seen> best = null;
            for (Map.Entry<Object, Seen> one : seen.entrySet()) {
                if (best == null || better(one, best)) {
                    best = one;
                }
            }
            return best.getKey();
        }

        private static boolean better(Map.Entry<Object, Seen> one, Map.Entry<Object, Seen> best) {
            int order = Long.compare(one.getValue().count, best.getValue().count);
            order = order != 0 ? order : one.getValue().last.compareTo(best.getValue().last);
            return order != 0 ? order > 0 : Calculation.compare(one.getKey(), best.getKey()) < 0;
        }

        private static final class Seen {
            private long count;
            private Instant last = Instant.MIN;

            private void at(Instant time) {
                count++;
                last = time.isAfter(last) ? time : last;
            }
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Instant time) {
            return time.toString();
        }
        return value instanceof Number number ? Amount.plain(Amount.of(number)) : value;
    }
}
