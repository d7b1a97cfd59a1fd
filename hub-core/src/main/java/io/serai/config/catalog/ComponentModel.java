package io.serai.config.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A Camel component.
 *
 * @param scheme the word before the colon of its URIs
 * @param syntax the form of its URIs: {@code ftp:host:port/directoryName}
 * @param description one sentence
 * @param side where in a route it stands
 * @param lenient whether options that it does not know are part of the address, as with HTTP
 * @param options parts of the path and options of an endpoint
 * @param headers headers of messages that it reads or sets
 */
public record ComponentModel(
        String scheme,
        String syntax,
        String description,
        Side side,
        boolean lenient,
        List<OptionModel> options,
        List<HeaderModel> headers) {

    /** Where in a route something stands. */
    public enum Side {
        /** {@code from:} only. */
        FROM,
        /** Steps only. */
        TO,
        BOTH;

        /** Whether it fits a place that is {@code from:}, or a step. */
        public boolean fits(boolean from) {
            return this == BOTH || (this == FROM) == from;
        }

        static Side of(boolean consumer, boolean producer) {
            return consumer == producer ? BOTH : consumer ? FROM : TO;
        }
    }

    public ComponentModel {
        options = List.copyOf(options);
        headers = List.copyOf(headers);
    }

    /** The option of that name; {@code scheduler.cron} is one of those with a prefix, {@code getName} one without its verb. */
    public Optional<OptionModel> option(String name) {
        return options.stream()
                .filter(option -> !option.path() && option.isMeantBy(name))
                .findFirst();
    }

    /** The options of a place in a route. */
    public List<OptionModel> options(boolean from) {
        return options.stream()
                .filter(option -> !option.path() && option.side().fits(from))
                .toList();
    }

    /** The parts of the path. */
    public List<OptionModel> parts() {
        return options.stream().filter(OptionModel::path).toList();
    }

    /** The parts of the path that must be written. */
    public List<OptionModel> requiredParts() {
        return parts().stream().filter(OptionModel::required).toList();
    }

    /**
     * One header of messages.
     *
     * @param name as Camel writes it
     * @param side where in a route the component reads or sets it
     */
    public record HeaderModel(String name, Side side) {}

    /**
     * One option.
     *
     * @param name as written in a route
     * @param path whether it is part of the path
     * @param type {@code string}, {@code boolean}, {@code integer}, {@code number}, {@code duration}, {@code enum},
     *     {@code object} or {@code array}, in Camel's words
     * @param choices the words of an enum; else empty
     * @param required whether Camel says it must be written
     * @param side where in a route it stands
     * @param secret whether its value is a secret
     * @param prefixes what names begin with of which this stands for many: {@code scheduler.}; else empty
     * @param usual the value that it has when it is not written; possibly empty
     * @param description one sentence or two
     */
    public record OptionModel(
            String name,
            boolean path,
            String type,
            List<String> choices,
            boolean required,
            Side side,
            boolean secret,
            List<String> prefixes,
            String usual,
            String description) {

        public OptionModel {
            choices = List.copyOf(choices);
            prefixes = List.copyOf(prefixes);
        }

        boolean isMeantBy(String written) {
            return prefixes.isEmpty()
                    ? written.equals(name) || shortened().equals(written)
                    : prefixes.stream().anyMatch(written::startsWith);
        }

        /** Schedulers' options may stand with {@code consumer.} before them, as in old routes. */
        private String shortened() {
            return "consumer." + name;
        }

        static List<String> prefixes(String text) {
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split(",")).map(String::strip).toList();
        }
    }
}
