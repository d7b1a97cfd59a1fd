package io.serai.config;

import io.serai.connector.JsonPath;
import io.serai.connector.Needs;
import io.serai.connector.ReadDefinition;
import io.serai.connector.ReadDefinition.Paging;
import io.serai.connector.StreamDefinition;
import io.serai.connector.TimeFormat;
import io.serai.connector.WriteDefinition;
import io.serai.spi.Field;
import io.serai.spi.Op;
import io.serai.spi.Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one stream of a {@code connector.yaml}. */
final class ConnectorStreams {

    private static final Map<String, Stream.Kind> KINDS = names(Stream.Kind.values());
    private static final Map<String, Field.Role> ROLES = names(Field.Role.values());
    private static final Map<String, Field.Type> TYPES = names(Field.Type.values());

    private final ConnectorTemplates templates;

    ConnectorStreams(ConnectorTemplates templates) {
        this.templates = templates;
    }

    StreamDefinition read(YamlEntry entry) {
        Section section = Section.of(entry.value(), "the stream \"" + entry.key() + "\"", templates.problems());
        section.require("kind", "key");
        String key = section.text("key").orElse("id");
        Optional<Section> reading = section.section("read");
        List<String> toRead = reading.map(it -> it.texts("needs")).orElse(List.of());
        Optional<ReadDefinition> read = reading.map(inside -> readDefinition(inside, key));
        Optional<Section> write = section.section("write");
        Needs needs = new Needs(
                toRead,
                write.map(it -> it.texts("needs")).orElse(List.of()),
                write.flatMap(it -> templates.inventory(it, "other_fields")));
        int batch = write.flatMap(it -> it.whole("batch", 1, 100_000)).orElse(1);
        Map<Op, WriteDefinition> writes = new EnumMap<>(Op.class);
        Optional<WriteDefinition> tag = Optional.empty();
        if (write.isPresent()) {
            ConnectorWrites reader = new ConnectorWrites(templates, batch);
            for (Op op : Op.values()) {
                reader.read(write.get(), op.name().toLowerCase(Locale.ROOT)).ifPresent(it -> writes.put(op, it));
            }
            tag = reader.read(write.get(), "tag");
            write.get().finish();
            section.require("match");
        }
        Stream stream = new Stream(
                entry.key(),
                section.choice("kind", KINDS).orElse(Stream.Kind.OTHER),
                fields(section),
                List.of(key),
                read.map(it -> it.since().isPresent() ? Stream.ReadMode.INCREMENTAL : Stream.ReadMode.SNAPSHOT),
                operations(writes),
                section.text("match"),
                batch,
                section.text("consent"));
        section.finish();
        return new StreamDefinition(stream, read, writes, needs, tag);
    }

    private static Set<Op> operations(Map<Op, WriteDefinition> writes) {
        Set<Op> operations = EnumSet.noneOf(Op.class);
        operations.addAll(writes.keySet());
        if (writes.keySet().containsAll(Set.of(Op.INSERT, Op.UPDATE))) {
            operations.add(Op.UPSERT);
        }
        return operations;
    }

    private List<Field> fields(Section section) {
        List<Field> fields = new ArrayList<>();
        section.section("fields").ifPresent(inside -> inside.entries().forEach(entry -> {
            if (entry.value() instanceof YamlScalar scalar) {
                fields.add(shorthand(entry.key(), scalar));
                return;
            }
            Section field = Section.of(entry.value(), "the field \"" + entry.key() + "\"", templates.problems());
            Field.Role role = field.choice("role", ROLES).orElse(Field.Role.NONE);
            fields.add(new Field(
                    entry.key(),
                    field.choice("type", TYPES).orElse(type(role)),
                    role,
                    field.text("description").orElse("")));
            field.finish();
        }));
        return fields;
    }

    private Field shorthand(String name, YamlScalar scalar) {
        Field.Role role = ROLES.get(scalar.text());
        if (role != null) {
            return new Field(name, type(role), role, "");
        }
        Field.Type type = TYPES.get(scalar.text());
        if (type == null) {
            List<String> all = new ArrayList<>(ROLES.keySet());
            all.addAll(TYPES.keySet());
            templates
                    .problems()
                    .error(
                            scalar.position(),
                            scalar.shown() + " is neither a role nor a type.",
                            Suggestion.hint(scalar.text(), all));
        }
        return new Field(name, type == null ? Field.Type.ANY : type, Field.Role.NONE, "");
    }

    private static Field.Type type(Field.Role role) {
        return switch (role) {
            case NONE -> Field.Type.ANY;
            case CREATED_AT, CHANGED_AT, ORDER_TIME -> Field.Type.TIME;
            case ORDER_TOTAL, QUANTITY, PRICE -> Field.Type.NUMBER;
            case TAGS -> Field.Type.LIST;
            default -> Field.Type.TEXT;
        };
    }

    private ReadDefinition readDefinition(Section read, String key) {
        read.require("records");
        ReadDefinition definition = new ReadDefinition(
                templates.request(read, ConnectorTemplates.PAGE).orElse(ConnectorWrites.NOTHING),
                JsonPath.of(read.text("records").orElse("")),
                JsonPath.of(key),
                paging(read),
                read.section("since").map(this::since),
                read.texts("unwrap"),
                read.text("truncated").map(JsonPath::of));
        read.finish();
        return definition;
    }

    private ReadDefinition.Since since(Section since) {
        since.require("field");
        ReadDefinition.Since definition = new ReadDefinition.Since(
                JsonPath.of(since.text("field").orElse("")),
                since.duration("overlap").orElse(Duration.ZERO),
                since.typed("format", "iso, epoch, epoch_millis or a pattern of letters", ConnectorStreams::format)
                        .orElse(TimeFormat.ISO),
                since.flag("sorted").orElse(false));
        since.finish();
        return definition;
    }

    private static Optional<TimeFormat> format(String written) {
        try {
            return Optional.of(TimeFormat.of(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Paging paging(Section read) {
        if (read.node("pages").orElse(null) instanceof YamlScalar) {
            read.choice("pages", ConnectorFile.words(List.of("link")));
            return new Paging.Link();
        }
        return read.section("pages").map(this::paged).orElse(new Paging.Single());
    }

    private Paging paged(Section pages) {
        Optional<JsonPath> token = pages.text("token").map(JsonPath::of);
        Optional<JsonPath> url = pages.text("url").map(JsonPath::of);
        Optional<Integer> number = pages.whole("number", 0, 1);
        Optional<Integer> offset = pages.whole("offset", 0, 0);
        Optional<JsonPath> more = pages.text("more").map(JsonPath::of);
        Optional<JsonPath> total = pages.text("total").map(JsonPath::of);
        long kinds = java.util.stream.Stream.of(token, url, number, offset)
                .filter(Optional::isPresent)
                .count();
        if (kinds != 1) {
            templates
                    .problems()
                    .error(pages.position(), "\"pages\" needs exactly one of token, url, number and offset.");
        }
        pages.finish();
        if (offset.isPresent()) {
            return new Paging.Offset(total);
        }
        if (number.isPresent()) {
            return new Paging.Number(number.get(), more);
        }
        return new Paging.Token(token.or(() -> url).orElse(JsonPath.of("next")), more, url.isPresent());
    }

    private static <E extends Enum<E>> Map<String, E> names(E[] values) {
        return java.util.stream.Stream.of(values)
                .collect(Collectors.toUnmodifiableMap(
                        value -> value.name().toLowerCase(Locale.ROOT), Function.identity()));
    }
}
