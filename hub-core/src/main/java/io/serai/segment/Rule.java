package io.serai.segment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a segment asks of a person. */
public sealed interface Rule {

    /** The rule in plain English: "lifetime_value at least 500". */
    String sentence();

    /** Every rule holds; holds for everybody when there is none. */
    record All(List<Rule> rules) implements Rule {
        public All {
            rules = List.copyOf(rules);
        }

        @Override
        public String sentence() {
            return Words.join(rules, "and", "everybody");
        }
    }

    /** At least one rule holds; holds for nobody when there is none. */
    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = List.copyOf(rules);
        }

        @Override
        public String sentence() {
            return Words.join(rules, "or", "nobody");
        }
    }

    /** The rule does not hold. */
    record Not(Rule rule) implements Rule {
        @Override
        public String sentence() {
            return "not " + Words.grouped(rule);
        }
    }

    /**
     * A trait, mapped or computed, an identifier, {@code profile_id}, {@code created_at} or {@code consent.CHANNEL}.
     *
     * <p>A count or sum of nothing is missing to {@code exists} and {@code missing}, and 0 to every other comparison.
     */
    record TraitRule(String trait, Comparison comparison) implements Rule {
        @Override
        public String sentence() {
            return trait + " " + comparison.sentence();
        }
    }

    /**
     * How many orders or events the person has.
     *
     * @param event {@code order}, or an event's name
     * @param times how the number compares
     * @param count with this; {@code none_within} is exactly 0 within, an event alone at least 1
     * @param within only entries at most this old
     * @param since only entries at or after this
     * @param where only entries whose properties satisfy all of these
     */
    record EventRule(
            String event,
            Times times,
            long count,
            Optional<Duration> within,
            Optional<Instant> since,
            List<PropertyRule> where)
            implements Rule {
        public EventRule {
            where = List.copyOf(where);
        }

        /** At least one. */
        public static EventRule happened(String event, Duration within) {
            return new EventRule(event, Times.AT_LEAST, 1, Optional.of(within), Optional.empty(), List.of());
        }

        /** {@code none_within}. */
        public static EventRule none(String event, Duration within) {
            return new EventRule(event, Times.EXACTLY, 0, Optional.of(within), Optional.empty(), List.of());
        }

        @Override
        public String sentence() {
            return Words.event(this);
        }
    }

    /** How a number of events compares. */
    enum Times {
        AT_LEAST,
        AT_MOST,
        EXACTLY;

        boolean hold(long found, long wanted) {
            return switch (this) {
                case AT_LEAST -> found >= wanted;
                case AT_MOST -> found <= wanted;
                case EXACTLY -> found == wanted;
            };
        }
    }

    /** What a property of an order or event must be; {@code total}, {@code currency}, {@code store}, or any other mapped one. */
    record PropertyRule(String property, Comparison comparison) {}

    /** What the person said about a channel; nothing said is unknown. */
    record ConsentRule(String channel, Consent is) implements Rule {
        @Override
        public String sentence() {
            return "consent " + channel + " is " + is.word();
        }
    }

    /** A person's answer. */
    enum Consent {
        GRANTED,
        DENIED,
        UNKNOWN;

        /** The answer that a text is; whatever is neither granted nor denied is unknown. */
        static Consent of(String text) {
            return "granted".equals(text) ? GRANTED : "denied".equals(text) ? DENIED : UNKNOWN;
        }

        /** As files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Membership of another segment. */
    record SegmentRule(String segment) implements Rule {
        @Override
        public String sentence() {
            return "in segment " + segment;
        }
    }

    /** A record of this connection belongs to the person. */
    record SourceRule(String connection) implements Rule {
        @Override
        public String sentence() {
            return "known to " + connection;
        }
    }
}
