package io.serai.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.demo.RetailData.MailMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of the fake mail service, kept in a file, so that the service remembers what it was sent. */
final class MailList {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Set<String> forgotten;
    private final Clock clock;
    private final Map<String, ObjectNode> members = new LinkedHashMap<>();

    private MailList(Path file, Set<String> forgotten, Clock clock) {
        this.file = file;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    /** Reads the file; without one, starts with the members of the seeded world. */
    static MailList open(Path file, RetailData data, Clock clock) {
        MailList list = new MailList(file, data.forgotten(), clock);
        try {
            if (Files.exists(file)) {
                JSON.readTree(file.toFile())
                        .forEach(member -> list.members.put(member.path("id").asText(), (ObjectNode) member));
            } else {
                data.members().forEach(list::seed);
                list.save();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return list;
    }

    private void seed(MailMember member) {
        ObjectNode node = blank(member.email()).put("status", member.status());
        node.withObject("/merge_fields").put("FNAME", member.firstName()).put("LNAME", member.lastName());
        node.put("full_name", member.firstName() + " " + member.lastName());
        node.put("last_changed", member.updated().truncatedTo(ChronoUnit.SECONDS) + "");
        members.put(node.path("id").asText(), node);
    }

    private static ObjectNode blank(String email) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", id(email))
                .put("email_address", email)
                .put("unique_email_id", id(email).substring(0, 10))
                .put("full_name", "")
                .put("email_type", "html")
                .put("status", "");
        node.putObject("merge_fields");
        node.putArray("tags");
        return node.put("tags_count", 0).put("last_changed", "");
    }

    /** Whether this address had itself deleted for good. */
    boolean isForgotten(String email) {
        return forgotten.contains(email.strip().toLowerCase(Locale.ROOT));
    }

    Collection<ObjectNode> all() {
        return members.values();
    }

    Optional<ObjectNode> byId(String id) {
        return Optional.ofNullable(members.get(id));
    }

    Optional<ObjectNode> byEmail(String email) {
        return byId(id(email));
    }

    /** Adds a member or changes the one of that address; says whether anything is different now. */
    boolean put(String email, JsonNode change) {
        ObjectNode before = members.get(id(email));
        ObjectNode after = before == null ? blank(email) : before.deepCopy();
        for (String name : new String[] {"status", "email_type", "language", "vip"}) {
            if (change.hasNonNull(name)) {
                after.set(name, change.get(name));
            }
        }
        ObjectNode merged = after.withObject("/merge_fields");
        change.path("merge_fields").properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        change.path("tags")
                .forEach(tag -> tag(after, tag.isObject() ? tag.path("name").asText() : tag.asText(), true));
        if (after.equals(before)) {
            return false;
        }
        keep(after);
        return true;
    }

    /** Puts a tag on or takes it off. */
    void tag(String id, String name, boolean on) {
        ObjectNode after = members.get(id).deepCopy();
        tag(after, name, on);
        if (!after.equals(members.get(id))) {
            keep(after);
        }
    }

    private static void tag(ObjectNode member, String name, boolean on) {
        ArrayNode tags = member.withArray("/tags");
        for (int i = tags.size() - 1; i >= 0; i--) {
            if (tags.get(i).path("name").asText().equals(name)) {
                if (on) {
                    return;
                }
                tags.remove(i);
            }
        }
        if (on) {
            tags.addObject()
                    .put("id", 1000 + Math.floorMod(name.hashCode(), 1000))
                    .put("name", name);
        }
        member.put("tags_count", tags.size());
    }

    private void keep(ObjectNode member) {
        member.put("last_changed", clock.instant().truncatedTo(ChronoUnit.SECONDS) + "");
        members.put(member.path("id").asText(), member);
    }

    boolean remove(String id) {
        return members.remove(id) != null;
    }

    void save() {
        ArrayNode list = JSON.createArrayNode().addAll(members.values());
        StringBuilder text = new StringBuilder("[\n");
        for (int i = 0; i < list.size(); i++) {
            text.append(list.get(i)).append(i < list.size() - 1 ? ",\n" : "\n");
        }
        SeededFiles.replace(file, text.append("]\n").toString());
    }

    /** The service's id of an address: the MD5 of its lower-case form, as the vendor has it. */
    private static String id(String email) {
        try {
            byte[] address = email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(address));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
